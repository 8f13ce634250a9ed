"""Units of measure and currencies: their forms, and units of one dimension converted."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.lexemes import APART, phrase_at
from reader.text.values.value_lists import list_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.text.values.lexemes import Lexeme

_FIRST_LEXEME = re.compile(r"[^\W\d_]+|.")
_LONGEST_UNIT = 5
_LONGEST_CURRENCY = 3


class MeasureUnit(NamedTuple):
    """A unit of measure."""

    name: str
    dimension: str
    size: Fraction
    """In the first unit of the dimension."""


class Currency(NamedTuple):
    """A currency, or a family of them where the text says no more ("$", "crowns")."""

    code: str
    """The code of ISO 4217, or "" where only the family is known."""
    family: str


@lru_cache(maxsize=1)
def _units() -> tuple[Mapping[str, MeasureUnit], Mapping[str, MeasureUnit]]:
    by_form: dict[str, MeasureUnit] = {}
    by_name: dict[str, MeasureUnit] = {}
    for line in list_lines("units")[""]:
        head, _, forms = line.partition(":")
        name, _, measure = (part.strip() for part in head.partition(" = "))
        dimension, _, size = measure.rpartition(" ")
        unit = MeasureUnit(name, dimension, Fraction(size))
        by_name[name] = unit
        by_form.update((form.strip(), unit) for form in forms.split(","))
    return by_form, by_name


@lru_cache(maxsize=1)
def _currencies() -> Mapping[str, Currency]:
    found: dict[str, Currency] = {}
    for line in list_lines("currencies")[""]:
        head, _, forms = line.partition(":")
        code, _, family = (part.strip() for part in head.partition(" = "))
        currency = Currency("" if code == "?" else code, family)
        found.update((form.strip(), currency) for form in forms.split(","))
    return found


@lru_cache(maxsize=1)
def currency_beginnings() -> frozenset[str]:
    """Return the first words and signs of all currencies, words in lower case."""
    first = (_FIRST_LEXEME.match(form) for form in _currencies())
    return frozenset(match.group().lower() for match in first if match)


@lru_cache(maxsize=1)
def _unit_beginnings() -> frozenset[str]:
    """Return the first lexemes of all units, in lower case."""
    first = (_FIRST_LEXEME.match(form) for form in _units()[0])
    return frozenset(match.group().lower() for match in first if match)


def unit_named(name: str) -> MeasureUnit | None:
    """Return the unit of a name as in `NumberValue.unit`, or None."""
    return _units()[1].get(name)


def unit_at(lexemes: list[Lexeme], index: int) -> tuple[MeasureUnit, int] | None:
    """Return the longest unit that begins at `index`, and the index after it."""
    if index >= len(lexemes) or lexemes[index].gap == APART:
        return None
    if lexemes[index].lower not in _unit_beginnings():
        return None
    by_form = _units()[0]
    for count in range(_LONGEST_UNIT, 0, -1):
        phrase = phrase_at(lexemes, index, count)
        raw = lexemes[index].raw
        if count == 1 and (len(raw) == 1 or raw in by_form):
            phrase = raw
        if phrase in by_form:
            return by_form[phrase], index + count
    return None


def currency_at(lexemes: list[Lexeme], index: int) -> tuple[Currency, int] | None:
    """Return the longest currency that begins at `index`, and the index after it."""
    if index >= len(lexemes) or lexemes[index].lower not in currency_beginnings():
        return None
    for count in range(min(_LONGEST_CURRENCY, len(lexemes) - index), 0, -1):
        first, *others = lexemes[index : index + count]
        if any(lexeme.gap == APART for lexeme in others):
            continue
        spaced = (lexeme.raw if not lexeme.gap else " " + lexeme.raw for lexeme in others)
        if (currency := _currency_written(first.raw + "".join(spaced), count)) is not None:
            return currency, index + count
    return None


def _currency_written(written: str, count: int) -> Currency | None:
    """Return the currency of a name, in lower case too; one word in capitals is met as it is."""
    known = _currencies()
    currency = known.get(written)
    if currency is None and (count > 1 or not written.isupper()):
        currency = known.get(written.lower())
    return currency
