"""What stands right after a number: units, currencies, ages, and the rest of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values.lexemes import APART, GLUED, HYPHENS, MARK, NUMBER, WORD, phrase_at
from reader.text.values.units import currency_at, unit_at, unit_named

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.number_values import QuantityParts

_MOST_DIGITS = 3
"""Of the smaller part of a measure with two units."""


def with_unit(lexemes: list[Lexeme], draft: QuantityParts, is_english: bool) -> QuantityParts:
    """Read the unit or currency after the number: "5%", "12-mile", "4.2m dollars"."""
    end = draft.end
    if end >= len(lexemes) or lexemes[end].gap == APART or draft.form in ("ordinal", "score"):
        return draft
    at = end
    if lexemes[at].gap == GLUED and lexemes[at].raw in HYPHENS and at + 1 < len(lexemes):
        at += lexemes[at + 1].gap == GLUED
    currency = currency_at(lexemes, at) if draft.currency is None else None
    if currency and lexemes[at].raw in ("p", "c") and lexemes[at].gap != GLUED:
        currency = None
    if currency and (is_english or lexemes[at].kind == MARK or lexemes[at].raw.isupper()):
        return draft._replace(end=currency[1], currency=currency[0])
    if draft.currency:
        return _after_currency(lexemes, draft, at)
    of_a = phrase_at(lexemes, at, 2) in ("of a", "of an")
    unit = _unit_at(lexemes, at + 2 * of_a, is_english)
    if unit is None:
        return _aged(lexemes, draft)
    measured = draft._replace(end=unit[1], unit=unit[0])
    return _below_zero(lexemes, _compound(lexemes, measured) if is_english else measured)


def _compound(lexemes: list[Lexeme], draft: QuantityParts) -> QuantityParts:
    """Read the smaller unit in "6ft 2in" and "two hours and 10 minutes"."""
    at = draft.end + (phrase_at(lexemes, draft.end, 1) == "and")
    if at + 1 >= len(lexemes) or lexemes[at].gap == APART or not lexemes[at].raw.isdigit():
        return draft
    if draft.second is not None or draft.step or len(lexemes[at].raw) > _MOST_DIGITS:
        return draft
    whole = unit_named(draft.unit)
    inches = draft.unit == "foot" and lexemes[at + 1].raw == "in" and lexemes[at + 1].gap == GLUED
    found = unit_at(lexemes, at + 1)
    part, end = (unit_named("inch"), at + 2) if inches else found or (None, at)
    if part is None or whole is None:
        return draft
    if part.dimension != whole.dimension or part.size >= whole.size:
        return draft
    value = draft.value + int(lexemes[at].raw) * part.size / whole.size
    return draft._replace(end=end, value=value)


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
    if end >= len(lexemes) or lexemes[end].gap != GLUED:
        return False
    if lexemes[end].kind in (WORD, NUMBER):
        return True
    following = lexemes[end + 1] if end + 1 < len(lexemes) else None
    if following is None or following.gap != GLUED:
        return False
    if lexemes[end].raw in HYPHENS:
        return following.kind == NUMBER or following.raw[:1].isupper()
    if lexemes[end].raw in "'’′" and following.kind == NUMBER:
        return True
    return lexemes[end].raw in "/:@_=\\" or (lexemes[end].raw == "." and following.kind != MARK)
