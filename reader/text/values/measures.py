"""Reads the words right after a number: units, currencies, ages, and the rest of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values.lexemes import (
    APART,
    EDGE,
    GLUED,
    HYPHENS,
    MARK,
    NUMBER,
    WORD,
    lexeme_at,
    phrase_at,
)
from reader.text.values.units import currency_at, unit_at, unit_named

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.number_values import QuantityParts
    from reader.text.values.units import Currency, MeasureUnit

_MOST_DIGITS = 3
"""Of the smaller part of a measure with two units."""


def with_unit(lexemes: list[Lexeme], draft: QuantityParts, is_english: bool) -> QuantityParts:
    """Read the unit or currency after the number: "5%", "12-mile", "4.2m dollars"."""
    first = lexeme_at(lexemes, draft.end)
    if first.gap == APART or draft.form in ("ordinal", "score"):
        return draft
    is_hyphen = first.gap == GLUED and first.raw in HYPHENS
    at = draft.end + (is_hyphen and lexeme_at(lexemes, draft.end + 1).gap == GLUED)
    if draft.currency:
        return _after_currency(lexemes, draft, at)
    if currency := _currency_after(lexemes, at, is_english):
        return draft._replace(end=currency[1], currency=currency[0])
    of_a = phrase_at(lexemes, at, 2) in ("of a", "of an")
    unit = _unit_at(lexemes, at + 2 * of_a, is_english)
    if unit is None:
        return _scaled(lexemes, draft) if is_english else _aged(lexemes, draft)
    measured = draft._replace(end=unit[1], unit=unit[0])
    return _below_zero(lexemes, _compound(lexemes, measured) if is_english else measured)


def _currency_after(
    lexemes: list[Lexeme], at: int, is_english: bool
) -> tuple[Currency, int] | None:
    """Read a currency after the number; words for it in English only."""
    currency, sign = currency_at(lexemes, at), lexemes[at]
    if sign.raw in ("p", "c") and sign.gap != GLUED:
        return None
    return currency if is_english or sign.kind == MARK or sign.raw.isupper() else None


def _compound(lexemes: list[Lexeme], draft: QuantityParts) -> QuantityParts:
    """Read the smaller unit in "6ft 2in" and "two hours and 10 minutes"."""
    at = draft.end + (phrase_at(lexemes, draft.end, 1) == "and")
    number = lexeme_at(lexemes, at)
    if number.gap == APART or not number.raw.isdigit() or len(number.raw) > _MOST_DIGITS:
        return draft
    if draft.second is not None or draft.step:
        return draft
    whole, smaller = unit_named(draft.unit), _smaller_unit(lexemes, at + 1, draft.unit)
    if whole is None or smaller is None:
        return draft
    part, end = smaller
    if part.dimension != whole.dimension or part.size >= whole.size:
        return draft
    return draft._replace(end=end, value=draft.value + int(number.raw) * part.size / whole.size)


def _smaller_unit(lexemes: list[Lexeme], at: int, unit: str) -> tuple[MeasureUnit, int] | None:
    """Read the second unit of a measure; "in" is one after feet only."""
    sign, inch = lexeme_at(lexemes, at), unit_named("inch")
    if inch and unit == "foot" and sign.raw == "in" and sign.gap == GLUED:
        return inch, at + 1
    return unit_at(lexemes, at) if sign is not EDGE else None


def _after_currency(lexemes: list[Lexeme], draft: QuantityParts, at: int) -> QuantityParts:
    """Step over "dollars" after "$5" and a hyphen and noun after "$5-million"."""
    again = currency_at(lexemes, at)
    if again and draft.currency and again[0].family == draft.currency.family and at == draft.end:
        code = draft.currency.code or again[0].code
        return draft._replace(end=again[1], currency=draft.currency._replace(code=code))
    return draft


def _unit_at(lexemes: list[Lexeme], at: int, is_english: bool) -> tuple[str, int] | None:
    found = unit_at(lexemes, at)
    if found is None:
        return None
    unit, end = found
    # "Two F-16 jets" are not two degrees.
    if is_part_of_word(lexemes, end):
        return None
    # A unit in another language is taken only where all write it alike.
    symbol = lexemes[at].kind == MARK or (len(lexemes[at].raw) <= 2 and len(unit.name) > 4)
    return (unit.name, end) if is_english or symbol else None


def _scaled(lexemes: list[Lexeme], draft: QuantityParts) -> QuantityParts:
    """Read "a magnitude of 6.1" and "magnitude 6.1", or else an age."""
    at = draft.start - 1
    if at > 0 and lexemes[at].lower in ("of", "at"):
        at -= 1
    if at >= 0 and lexemes[at].lower == "magnitude" and draft.form == "cardinal":
        return draft._replace(unit="magnitude")
    return _aged(lexemes, draft)


def _aged(lexemes: list[Lexeme], draft: QuantityParts) -> QuantityParts:
    """Read "aged 40" and "Lena Brodt, 40, said" as ages."""
    before = lexemes[draft.start - 1] if draft.start else None
    if before is None or draft.form != "cardinal" or not 0 < draft.value < 125:
        return draft
    if before.lower in ("aged", "age"):
        return draft._replace(unit="age")
    named = draft.start > 1 and lexemes[draft.start - 2].raw[:1].isupper()
    after = lexemes[draft.end].raw if draft.end < len(lexemes) else ""
    commas = before.raw == "," and after == "," and lexemes[draft.end].gap == GLUED
    return draft._replace(unit="age") if named and commas else draft


def _below_zero(lexemes: list[Lexeme], draft: QuantityParts) -> QuantityParts:
    degrees = draft.unit in ("degree", "celsius", "fahrenheit")
    if degrees and phrase_at(lexemes, draft.end, 2) == "below zero" and draft.value > 0:
        return draft._replace(end=draft.end + 2, value=-draft.value)
    return draft


def is_part_of_word(lexemes: list[Lexeme], end: int) -> bool:
    """Return whether letters or digits go on without a space: "5G", "7-Eleven", "12:5"."""
    sign, following = lexeme_at(lexemes, end), lexeme_at(lexemes, end + 1)
    if sign.gap != GLUED:
        return False
    if sign.kind in (WORD, NUMBER):
        return True
    return following.gap == GLUED and _joins(sign, following)


def _joins(sign: Lexeme, following: Lexeme) -> bool:
    """Return whether a sign between a number and what follows makes one word of them."""
    is_number = following.kind == NUMBER
    if sign.raw in HYPHENS:
        return is_number or following.raw[:1].isupper()
    if sign.raw in "'’′":
        return is_number
    return sign.raw in "/:@_=\\" or (sign.raw == "." and following.kind != MARK)
