"""Numbers and money as values, and the parts that they are built from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.spans import ValueSpan

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.units import Currency

_SHARE = Fraction(1, 10)
"""How far "about" and "nearly" reach, as a share of the number."""


@dataclass(frozen=True, slots=True)
class NumberValue(ValueSpan):
    """A number, or an interval of numbers where it is a bound, an estimate or a range."""

    lower: Fraction | None = None
    """The least number meant; None if there is no bound. For a score its first number."""
    upper: Fraction | None = None
    """The greatest number meant; None if there is no bound. For a score its second number."""
    includes_lower: bool = True
    includes_upper: bool = True
    stated: Fraction = Fraction(0)
    """The number as written: 15 for "at least 15"; the lower one of a range."""
    step: Fraction = Fraction(0)
    """What the last written digit counts, for decimals and "3.4 million"; else 0."""
    qualifier: str = ""
    """at least, more than, at most, less than, nearly, about, or ""."""
    form: str = "cardinal"
    """cardinal, ordinal, fraction, plural ("dozens"), multiple ("twice"), range, score,
    or label for the number of a name ("Flight 447")."""
    unit: str = ""
    """The unit's name as in `data/units.txt` ("percent", "kilometre"), or ""."""
    counted: str = ""
    """The noun that is counted, singular and in lower case ("worker"), or ""."""
    rate: str = ""
    """What the number is per ("day", "person"), or ""."""

    @property
    def is_exact(self) -> bool:
        """Whether it is one number without a qualifier."""
        return self.lower == self.upper and not self.qualifier and self.form != "plural"


@dataclass(frozen=True, slots=True)
class MoneyValue(NumberValue):
    """An amount of money."""

    currency: str = ""
    """The code of ISO 4217, or "" where the text names only the family ("$")."""
    currency_family: str = ""
    """dollar, pound, euro, crown and so on."""


class QuantityParts(NamedTuple):
    """A quantity while it is being read."""

    start: int
    """Index of the first lexeme."""
    end: int
    """Index after the last lexeme."""
    value: Fraction
    second: Fraction | None = None
    step: Fraction = Fraction(0)
    form: str = "cardinal"
    qualifier: str = ""
    unit: str = ""
    counted: str = ""
    rate: str = ""
    currency: Currency | None = None


def build_number(lexemes: list[Lexeme], draft: QuantityParts) -> NumberValue:
    """Return the value that the parts make: money where they have a currency."""
    lower, upper, with_lower, with_upper = _bounds(draft)
    parts = (
        lexemes[draft.start].start,
        lexemes[draft.end - 1].end,
        lower,
        upper,
        with_lower,
        with_upper,
        draft.value,
        draft.step,
        draft.qualifier,
        draft.form,
        draft.unit,
        draft.counted,
        draft.rate,
    )
    if draft.currency is None:
        return NumberValue(*parts)
    return MoneyValue(*parts, draft.currency.code, draft.currency.family)


def _bounds(draft: QuantityParts) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    """Return the least and greatest number meant, and whether they are meant themselves."""
    low, high = draft.value, draft.value if draft.second is None else draft.second
    if draft.form == "plural":
        return (None, high, True, True) if draft.qualifier == "at most" else (low, None, True, True)
    margin = abs(high) * _SHARE
    return {
        "": (low, high, True, True),
        "at least": (low, None, True, True),
        "more than": (low, None, False, True),
        "at most": (None, high, True, True),
        "less than": (None, high, True, False),
        "nearly": (low - margin, high, True, False),
        "about": (low - margin, high + margin, True, True),
    }[draft.qualifier]
