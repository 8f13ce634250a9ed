"""Two numbers that make one value: ranges, scores, and shares such as "one in five"."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.amounts import amount_at
from reader.text.values.lexemes import APART, EDGE, GLUED, MARK, NUMBER, lexeme_at, phrase_at
from reader.text.values.units import currency_at, unit_at

if TYPE_CHECKING:
    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.number_values import QuantityParts
    from reader.text.values.number_words import Amount

_DASHES = "-–—‐‑"


class _JointKind(Enum):
    """How two numbers are joined."""

    DASH = "3-4"
    BETWEEN = "between 3 and 4"
    TO_OR = "3 to 4, three or four"
    SHARE = "3 in 4, 3 out of 4"


class _Joint(NamedTuple):
    """What joins two numbers, and the index after it."""

    kind: _JointKind
    end: int


def with_range(
    lexemes: list[Lexeme], draft: QuantityParts, form: LanguageFormat, is_english: bool
) -> QuantityParts:
    """Read the second number of "3-4", "10 to 15", "between 10 and 15", "three in ten"."""
    joint = _joint_at(lexemes, draft, is_english)
    if joint is None:
        return draft
    second = _second_at(lexemes, joint.end, form, is_english)
    if second is None or second.kind not in ("cardinal", draft.form):
        return draft
    if joint.kind is _JointKind.SHARE:
        return _shared(lexemes, draft, second)
    if joint.kind is _JointKind.TO_OR and not _is_range(lexemes, draft, second):
        return draft
    is_glued_dash = joint.kind is _JointKind.DASH and lexemes[draft.end].gap == GLUED
    return _with_second(draft, second, is_glued_dash)


def _joint_at(lexemes: list[Lexeme], draft: QuantityParts, is_english: bool) -> _Joint | None:
    end = draft.end
    joint, after = lexeme_at(lexemes, end), lexeme_at(lexemes, end + 1)
    if joint.gap == APART or after is EDGE or draft.form == "plural":
        return None
    if joint.kind == MARK and joint.raw in _DASHES:
        if joint.gap == after.gap:
            return _Joint(_JointKind.DASH, end + 1)
        if is_english and joint.gap == GLUED and after.lower in ("to", "or"):
            # "seven- to ten-year-olds"
            return _Joint(_JointKind.TO_OR, end + 2)
    return _joint_in_words(lexemes, draft) if is_english else None


def _joint_in_words(lexemes: list[Lexeme], draft: QuantityParts) -> _Joint | None:
    word, before = lexemes[draft.end].lower, lexeme_at(lexemes, draft.start - 1).lower
    if word == "and" and before == "between":
        return _Joint(_JointKind.BETWEEN, draft.end + 1)
    if word in ("to", "or") and before != "from":
        return _Joint(_JointKind.TO_OR, draft.end + 1)
    if word == "in":
        return _Joint(_JointKind.SHARE, draft.end + 1)
    is_out_of = phrase_at(lexemes, draft.end, 2) == "out of"
    return _Joint(_JointKind.SHARE, draft.end + 2) if is_out_of else None


def _second_at(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, is_english: bool
) -> Amount | None:
    """Read the amount after a joint, with the currency that may be repeated before it."""
    if lexeme_at(lexemes, index).gap == APART:
        return None
    currency = currency_at(lexemes, index)
    if currency and lexeme_at(lexemes, currency[1]).kind == NUMBER:
        index = currency[1]
    return amount_at(lexemes, index, form, is_english)


def _is_range(lexemes: list[Lexeme], draft: QuantityParts, second: Amount) -> bool:
    """Return whether "10 to 15" or "two or three" may be a range: it ascends."""
    return (
        abs(draft.value) < second.value
        and second.kind == "cardinal"
        and (lexemes[draft.end].lower == "to" or second.value <= 2 * abs(draft.value))
    )


def _with_second(draft: QuantityParts, second: Amount, is_glued_dash: bool) -> QuantityParts:
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
    if is_glued_dash and first.denominator == second.value.denominator == 1:
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
