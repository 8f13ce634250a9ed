"""Amounts in digits or words, without units and counted nouns."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from reader.text.values.digits import read_digits
from reader.text.values.lexemes import (
    APART,
    GLUED,
    HYPHENS,
    MARK,
    NUMBER,
    SPACED,
    WORD,
    is_glued,
    is_whole,
    lexeme_at,
)
from reader.text.values.number_words import Amount, amount_in_words
from reader.text.values.value_lists import list_numbers, list_words

if TYPE_CHECKING:
    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme

_MOST_SCALES = 4
_ORDINAL_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def amount_at(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, english: bool
) -> Amount | None:
    """Return the amount that begins at `index`, or None. Signs and currencies are not read."""
    lexeme = lexemes[index]
    if lexeme.kind == NUMBER:
        return _from_digits(lexemes, index, form, english)
    if lexeme.kind == MARK:
        value = vulgar_fraction(lexeme)
        if value is None:
            return None
        return _scaled(lexemes, Amount(index + 1, value, kind="fraction"), form, english)
    return amount_in_words(lexemes, index) if english else None


def vulgar_fraction(lexeme: Lexeme) -> Fraction | None:
    """Return the value of a character such as "½", or None for any other lexeme."""
    if lexeme.kind != MARK or not unicodedata.decomposition(lexeme.raw).startswith("<fraction>"):
        return None
    above, _, below = unicodedata.normalize("NFKC", lexeme.raw).partition("⁄")
    return Fraction(int(above), int(below))


def _from_digits(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, english: bool
) -> Amount | None:
    lexeme = lexemes[index]
    digits = read_digits(lexeme.raw, form) if is_whole(lexeme) else None
    if digits is None:
        return None
    following = lexeme_at(lexemes, index + 1)
    if english and _is_ordinal(lexeme.raw, following):
        return Amount(index + 2, digits.value, kind="ordinal")
    mixed = vulgar_fraction(following) if following.gap == GLUED else None
    if mixed is not None:
        return _scaled(lexemes, Amount(index + 2, digits.value + mixed), form, english)
    if (found := _slashed(lexemes, index, digits.value)) is not None:
        return found
    is_whole_number = digits.value.denominator == 1 and not digits.decimals
    if is_whole_number and (found := _mixed(lexemes, index + 1, digits.value)) is not None:
        return found
    step = Fraction(1, 10**digits.decimals) if digits.decimals else Fraction(0)
    return _scaled(lexemes, Amount(index + 1, digits.value, step), form, english)


def _is_ordinal(raw: str, after: Lexeme) -> bool:
    if after.gap != GLUED or not raw.isdigit() or after.lower not in ("st", "nd", "rd", "th"):
        return False
    teen = len(raw) > 1 and raw[-2] == "1"
    return after.lower == ("th" if teen else _ORDINAL_ENDINGS.get(raw[-1], "th"))


def _slashed(lexemes: list[Lexeme], index: int, above: Fraction) -> Amount | None:
    """Read "1/2" and "3/4": a proper fraction with a denominator to 100, without a third part."""
    after = index + 3
    if not is_glued(lexemes, index + 1, "/⁄", NUMBER):
        return None
    below = lexemes[index + 2].raw
    if f"{lexemes[index].raw}/{below}" in list_words("counting", "not fractions"):
        return None
    follows = after < len(lexemes) and lexemes[after].gap == GLUED and lexemes[after].raw in "/-"
    if not below.isdigit() or follows or not 0 < above < int(below) <= 100:
        return None
    if above.denominator != 1:
        return None
    return Amount(after, above / int(below), kind="fraction")


def _mixed(lexemes: list[Lexeme], after: int, whole: Fraction) -> Amount | None:
    """Read what follows the 3 of "3 1/2", a mixed number."""
    if after >= len(lexemes) or lexemes[after].gap != SPACED or not lexemes[after].raw.isdigit():
        return None
    part = _slashed(lexemes, after, Fraction(int(lexemes[after].raw)))
    return None if part is None else Amount(part.end, whole + part.value)


def _scaled(lexemes: list[Lexeme], amount: Amount, form: LanguageFormat, english: bool) -> Amount:
    """Multiply by the words of scale that follow: "million", "bn", "hundred thousand"."""
    for _ in range(_MOST_SCALES):
        found = _scale_at(lexemes, amount.end, form, english)
        if found is None:
            return amount
        size, end = found
        step = (amount.step or Fraction(1)) * size
        amount = Amount(end, amount.value * size, step, "cardinal")
    return amount


def _scale_at(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, english: bool
) -> tuple[int, int] | None:
    if index >= len(lexemes) or lexemes[index].gap == APART:
        return None
    if is_glued(lexemes, index, HYPHENS, WORD):
        index += 1
    lexeme = lexemes[index]
    if not english:
        size = form.scales.get(lexeme.lower)
        return (size, index + 1) if size else None
    size = list_numbers("number_words", "scales").get(lexeme.lower)
    if size is None and lexeme.kind == WORD:
        size = _short_scale(lexemes, index)
    return None if size is None else (size, index + 1)


def _short_scale(lexemes: list[Lexeme], index: int) -> int | None:
    """Read the m of "3.4m": glued for one letter, and not the metre of "100m wide"."""
    lexeme = lexemes[index]
    size = list_numbers("number_words", "short scales").get(lexeme.lower)
    if size is None or (len(lexeme.raw) == 1 and lexeme.gap != GLUED):
        return None
    if lexeme.lower in ("m", "k"):
        following = lexemes[index + 1].lower if index + 1 < len(lexemes) else ""
        if following in list_words("counting", "metres after"):
            return None
    return size
