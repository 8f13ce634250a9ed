"""Two numbers that make one value: ranges, scores, and shares such as "one in five"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values.amounts import amount_at
from reader.text.values.lexemes import APART, GLUED, MARK, NUMBER, phrase_at
from reader.text.values.units import currency_at, unit_at

if TYPE_CHECKING:
    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.number_values import QuantityParts
    from reader.text.values.number_words import Amount

_DASHES = "-–—‐‑"


def with_range(
    lexemes: list[Lexeme], draft: QuantityParts, form: LanguageFormat, is_english: bool
) -> QuantityParts:
    """Read the second number of "3-4", "10 to 15", "between 10 and 15", "three in ten"."""
    end = draft.end
    if end + 1 >= len(lexemes) or lexemes[end].gap == APART or draft.form == "plural":
        return draft
    joint = lexemes[end]
    dashed = joint.kind == MARK and joint.raw in _DASHES and joint.gap == lexemes[end + 1].gap
    before = lexemes[draft.start - 1].lower if draft.start else ""
    between = is_english and joint.lower == "and" and before == "between"
    spoken = is_english and joint.lower in ("to", "or") and before != "from"
    share = is_english and (joint.lower == "in" or phrase_at(lexemes, end, 2) == "out of")
    if not (dashed or between or spoken or share):
        return draft
    at = end + (2 if joint.lower == "out" else 1)
    if at >= len(lexemes) or lexemes[at].gap == APART:
        return draft
    currency = currency_at(lexemes, at)
    if currency and currency[1] < len(lexemes) and lexemes[currency[1]].kind == NUMBER:
        at = currency[1]
    second = amount_at(lexemes, at, form, is_english)
    if second is None or second.kind not in ("cardinal", draft.form):
        return draft
    if share:
        return _shared(lexemes, draft, second)
    if spoken and not _is_range(lexemes, draft, second):
        return draft
    return _with_second(draft, second, dashed, lexemes[end].gap == GLUED)


def _is_range(lexemes: list[Lexeme], draft: QuantityParts, second: Amount) -> bool:
    """Return whether "10 to 15" or "two or three" may be a range: it ascends."""
    return (
        abs(draft.value) < second.value
        and second.kind == "cardinal"
        and (lexemes[draft.end].lower == "to" or second.value <= 2 * abs(draft.value))
    )


def _with_second(draft: QuantityParts, second: Amount, dashed: bool, glued: bool) -> QuantityParts:
    first = draft.value
    # "3-4 million" is three million to four.
    if second.step > 1 and draft.step <= 1 and abs(first) < 1000 <= second.value:
        scale = _scale_of(second)
        if first * scale < second.value:
            first *= scale
    if first < second.value:
        return draft._replace(
            end=second.end, value=first, second=second.value, step=second.step, form="range"
        )
    if dashed and glued and first.denominator == second.value.denominator == 1:
        return draft._replace(end=second.end, second=second.value, form="score")
    return draft


def _scale_of(amount: Amount) -> int:
    """Return the scale word that an amount was written with, from what its last digit counts."""
    for scale in (10**12, 10**9, 10**6, 10**3, 100):
        if amount.value >= scale and amount.step <= scale:
            return scale
    return 1


def _shared(lexemes: list[Lexeme], draft: QuantityParts, second: Amount) -> QuantityParts:
    """Read "one in five" and "9 out of 10" as fractions."""
    below = second.value
    rounded = below <= 10 or below in (12, 20, 50) or below % 100 == 0
    if not rounded or not 0 < draft.value < below or below in range(1900, 2100):
        return draft
    if unit_at(lexemes, second.end) or draft.value.denominator != 1 or draft.currency:
        return draft
    return draft._replace(end=second.end, value=draft.value / below, form="fraction")
