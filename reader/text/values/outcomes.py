"""The result of comparing two values: an outcome and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ComparisonOutcome(Enum):
    """Whether two values agree."""

    EQUAL = "equal"
    """They say the same, or one says less and nothing against the other."""
    DIFFERS = "differs"
    """They can't both be right of one thing."""
    UNKNOWN = "unknown"
    """The words do not decide it."""


class ComparisonReason(Enum):
    """The reason for an outcome. The values are stable: they may be stored."""

    SAME = "same"
    KIND = "kind"
    """One is a number and the other a time, for example."""
    LESS_SPECIFIC = "less specific"
    """One leaves out what the other says: "Smith" and "Jane Smith"."""

    AMOUNT = "amount"
    QUALIFIER = "qualifier"
    """At least one is a bound, an estimate or a range that the other may meet."""
    ROUNDED = "rounded"
    """One may be the other, rounded."""
    CONVERTED = "converted"
    """The same in other units: "26.2 miles" and "42.2 km"."""
    UNIT = "unit"
    RATE = "rate"
    """One is per day, per head and so on, and the other is not."""
    COUNTED = "counted"
    """The things that are counted have other names."""
    CURRENCY = "currency"
    FORM = "form"
    """Cardinal against ordinal, or a score against one number."""

    DATE = "date"
    UNRESOLVED = "unresolved"
    """A day that can't be placed without the day the text was published."""
    CLOCK = "clock"
    ZONE = "zone"

    SURNAME = "surname"
    GIVEN_NAME = "given name"
    HONORIFIC = "honorific"
    """Mr against Mrs, or against a given name of the other sex."""
    SUFFIX = "suffix"
    """Sr. against Jr."""
    SPELLING = "spelling"
    TRANSLITERATION = "transliteration"
    NICKNAME = "nickname"
    NAME_ORDER = "name order"
    """The same names, and it is not known which is the family name."""
    REPRESENTATIVE = "representative"
    """A spokesman against the person or body spoken for."""

    POLARITY = "polarity"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class ValueComparison:
    """The result of comparing two values."""

    outcome: ComparisonOutcome
    reason: ComparisonReason


def equal(reason: ComparisonReason = ComparisonReason.SAME) -> ValueComparison:
    """Build the result that two values say the same."""
    return ValueComparison(ComparisonOutcome.EQUAL, reason)


def differs(reason: ComparisonReason) -> ValueComparison:
    """Build the result that two values contradict each other."""
    return ValueComparison(ComparisonOutcome.DIFFERS, reason)


def unknown(reason: ComparisonReason) -> ValueComparison:
    """Build the result that it is unknown whether two values agree."""
    return ValueComparison(ComparisonOutcome.UNKNOWN, reason)
