"""Reading numbers with sign, currency, qualifier, range, unit and rate."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.text.quote_signs import ANY_OPENING, QUOTE_SIGNS
from reader.text.values.amounts import amount_at, vulgar_fraction
from reader.text.values.counted_nouns import counted_at, rate_at
from reader.text.values.lexemes import (
    APART,
    GLUED,
    HYPHENS,
    MARK,
    NUMBER,
    SPACED,
    WORD,
    lexeme_at,
    phrase_at,
)
from reader.text.values.measures import is_part_of_word, with_unit
from reader.text.values.number_ranges import with_range
from reader.text.values.number_values import NumberValue, QuantityParts, build_number
from reader.text.values.number_words import Amount
from reader.text.values.units import currency_at
from reader.text.values.value_lists import list_phrases, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.units import Currency

_MINUS = "-−–‐‑"
_BEFORE = ("at least", "more than", "at most", "less than", "nearly", "about")
_AFTER = ("at least", "at most", "about")
_BEFORE_VALUE = QUOTE_SIGNS + "([{,;:!?—–|*…"
_LONGEST_QUALIFIER = 4


def quantity_at(
    lexemes: list[Lexeme], index: int, free_from: int, form: LanguageFormat, is_english: bool
) -> tuple[NumberValue, int] | None:
    """Return the number or money that begins at `index` and the index after it, or None.

    Args:
        lexemes: of the whole text.
        index: of a sign, a currency, or the first digit or word of a number.
        free_from: the first index that no value before it has taken; a qualifier such as
            "at least" is looked for between the two.
        form: how the language writes numbers.
        is_english: whether words are read, too.
    """
    if lexemes[index].gap == GLUED and not _may_precede(lexemes, index - 1):
        return None
    draft = _signed(lexemes, index, form, is_english)
    if draft is None:
        return None
    draft = with_range(lexemes, draft, form, is_english)
    draft = with_unit(lexemes, draft, is_english)
    if is_part_of_word(lexemes, draft.end):
        return None
    if is_english:
        draft = _qualified(lexemes, draft, free_from)
        if not (draft.unit or draft.currency) or draft.unit == "times":
            draft = draft._replace(counted=counted_at(lexemes, draft.end))
        draft = _labelled(lexemes, _rated(lexemes, draft))
    return build_number(lexemes, draft), draft.end


def _signed(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, is_english: bool
) -> QuantityParts | None:
    """Read a sign, a currency and the amount, in this order or with the first two swapped."""
    at, sign, currency = _prefixes(lexemes, index, is_english)
    if at >= len(lexemes) or (at > index and lexemes[at].gap == APART):
        return None
    amount = _decimal_point(lexemes, at, form) or amount_at(lexemes, at, form, is_english)
    is_in_words = at > index and lexemes[at].kind == WORD
    if amount is None or (is_in_words and currency) or _is_idiom(lexemes, at):
        return None
    if _is_pronoun(lexemes, index, amount):
        return None
    value = amount.value * sign
    return QuantityParts(
        index, amount.end, value, None, amount.step, amount.kind, currency=currency
    )


def _prefixes(
    lexemes: list[Lexeme], index: int, is_english: bool
) -> tuple[int, int, Currency | None]:
    """Return the index after sign and currency, 1 or -1, and the currency."""
    at, sign, currency = index, 1, None
    for _ in range(2):
        if (found := _sign_at(lexemes, at, is_english)) and sign == 1:
            sign, at = found
        prefix = currency_at(lexemes, at) if currency is None else None
        if prefix and prefix[1] < len(lexemes) and _begins_amount(lexemes, prefix[1]):
            currency, at = prefix
    return at, sign, currency


def _may_precede(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a value may follow the lexeme at `index` without a space."""
    lexeme = lexemes[index]
    if lexeme.kind == MARK:
        if lexeme.raw in "'’" and index and lexeme.gap == GLUED:
            return lexemes[index - 1].kind == MARK
        return lexeme.raw in _BEFORE_VALUE or (lexeme.raw in HYPHENS and _ends_word(lexemes, index))
    return False


def _ends_word(lexemes: list[Lexeme], hyphen: int) -> bool:
    """Return whether a hyphen is a dash here, with a space before it."""
    return hyphen > 0 and lexemes[hyphen].gap != GLUED


def _sign_at(lexemes: list[Lexeme], index: int, is_english: bool) -> tuple[int, int] | None:
    if index + 1 >= len(lexemes):
        return None
    lexeme, after = lexemes[index], lexemes[index + 1]
    if lexeme.kind == MARK and after.gap == GLUED and lexeme.raw in _MINUS + "+":
        before_is_space = index == 0 or lexeme.gap != GLUED or lexemes[index - 1].raw in "(["
        return (1 if lexeme.raw == "+" else -1, index + 1) if before_is_space else None
    if is_english and lexeme.lower == "minus" and after.gap == SPACED:
        is_either = [each.lower for each in lexemes[max(0, index - 2) : index]] == ["plus", "or"]
        return None if is_either else (-1, index + 1)
    return None


def _begins_amount(lexemes: list[Lexeme], index: int) -> bool:
    lexeme = lexemes[index]
    if lexeme.gap == APART:
        return False
    signed = lexeme.raw in _MINUS and lexeme.gap == GLUED
    return (
        lexeme.kind == NUMBER or lexeme.raw == "." or signed or vulgar_fraction(lexeme) is not None
    )


def _decimal_point(lexemes: list[Lexeme], index: int, form: LanguageFormat) -> Amount | None:
    """Read ".5"."""
    point, after = lexemes[index], lexemes[index + 1] if index + 1 < len(lexemes) else None
    if point.raw != "." or after is None or after.gap != GLUED or not after.raw.isdigit():
        return None
    if form.decimal != "." or len(after.raw) > 9:
        return None
    size = 10 ** len(after.raw)
    return Amount(index + 2, Fraction(int(after.raw), size), Fraction(1, size))


def _is_pronoun(lexemes: list[Lexeme], index: int, amount: Amount) -> bool:
    """Return whether "one" is no number: "no one", "one of them", "this one"."""
    if amount.end != index + 1 or lexemes[index].lower not in ("one", "second", "first", "third"):
        return False
    if lexemes[index].lower != "one":
        before = lexemes[index - 1].lower if index else ""
        return before in ("a", "per", "every", "each", "at", "split")
    before = lexemes[index - 1].lower if index and lexemes[index].gap == SPACED else ""
    after = phrase_at(lexemes, index + 1, 1)
    return (
        before in list_words("counting", "no number after")
        or after in list_words("counting", "no number before")
        or not after.isalpha()
    )


def _is_idiom(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether digits are 24/7, part of 10 000, or the start of a longer chain."""
    if lexemes[index].kind != NUMBER:
        return False
    for at in (index, index - 1):
        if at >= 0 and at + 1 < len(lexemes) and _is_spaced_group(lexemes, at):
            return True
    if phrase_at(lexemes, index, 3) in list_words("counting", "not fractions"):
        return True
    after = index + 1
    marks = 0
    while after + 1 < len(lexemes) and lexemes[after].gap == lexemes[after + 1].gap == GLUED:
        if lexemes[after].raw not in "-/.:–" or lexemes[after + 1].kind != NUMBER:
            break
        marks += 1
        if marks > 1:
            return True
        after += 2
    return False


def _is_spaced_group(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether "10 000" begins at `index`: one number or two, so neither is read."""
    first, second = lexemes[index], lexemes[index + 1]
    return (
        first.kind == second.kind == NUMBER
        and second.gap == SPACED
        and first.raw.isdigit()
        and len(first.raw) <= 3
        and second.raw.isdigit()
        and len(second.raw) == 3
    )


@lru_cache(maxsize=1)
def _qualifiers() -> tuple[Mapping[str, str], Mapping[str, str]]:
    before = {p: name for name in _BEFORE for p in list_phrases("qualifiers", name)}
    after = {p: name for name in _AFTER for p in list_phrases("qualifiers", f"after: {name}")}
    return before, after


@lru_cache(maxsize=1)
def _qualifier_endings() -> frozenset[str]:
    """Return the last words of the qualifiers that precede a number."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _qualifiers()[0])


def _qualified(lexemes: list[Lexeme], draft: QuantityParts, free_from: int) -> QuantityParts:
    """Read the qualifier in front of the number, or behind it."""
    if draft.form in ("ordinal", "score"):
        return draft
    before, after = _qualifiers()
    start = _before_quote_sign(lexemes, draft.start)
    beside = lexemes[start - 1].lower if start > free_from else ""
    if lexemes[start].gap != APART and beside in _qualifier_endings():
        for count in range(min(_LONGEST_QUALIFIER, start - free_from), 0, -1):
            name = before.get(phrase_at(lexemes, start - count, count))
            if name:
                return draft._replace(start=start - count, qualifier=name)
    if draft.end < len(lexemes) and lexemes[draft.end].gap != APART:
        for count in (3, 2, 1):
            name = after.get(phrase_at(lexemes, draft.end, count))
            if name:
                return draft._replace(end=draft.end + count, qualifier=name)
    return draft


def _before_quote_sign(lexemes: list[Lexeme], start: int) -> int:
    """Return the index of the sign that opens a quotation with the number, else the number's.

    A reporter's "nearly" may stand before it: nearly “90 boats”.
    """
    opens = lexemes[start].gap == GLUED and lexeme_at(lexemes, start - 1).raw in ANY_OPENING
    return start - 1 if opens and lexemes[start - 1].gap == SPACED else start


def _labelled(lexemes: list[Lexeme], draft: QuantityParts) -> QuantityParts:
    """Mark the number of a name, such as "Flight 447" or "page 3", which is not an amount."""
    is_bare = not any((draft.unit, draft.currency, draft.counted, draft.rate, draft.qualifier))
    number = lexemes[draft.start]
    if not is_bare or draft.form != "cardinal" or number.kind != NUMBER or number.gap != SPACED:
        return draft
    return draft._replace(form="label") if _is_label(lexemes, draft.start - 1) else draft


def _is_label(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether the lexeme before a number names what is numbered."""
    label = lexeme_at(lexemes, index)
    if label.raw == "." and label.gap == GLUED and index:
        index -= 1
        label = lexemes[index]
        if label.lower != "no":
            return False
    if label.kind != WORD:
        return False
    is_name = label.raw[0].isupper() and lexeme_at(lexemes, index - 1).kind == WORD
    return is_name or label.lower in list_words("counting", "labels")


def _rated(lexemes: list[Lexeme], draft: QuantityParts) -> QuantityParts:
    """Read "a day" or "per head" after the number or the counted noun."""
    rate = rate_at(lexemes, draft.end)
    return draft._replace(rate=rate) if rate else draft
