"""Figures that are no count of the same things: of further ones, of labels, of sums of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values import NumberValue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.story.differences.measured_values import MeasuredValue
    from reader.story.differences.sentence_pairs import TextSentence

_FURTHER = frozenset({"other", "others", "more", "additional", "another", "further", "remaining"})
"""Words beside a figure that counts further ones: "two other men"."""
_FURTHER_REACH = 2
"""Words after a figure in which such a word stands."""
_JOINING = frozenset({"and", "or"})


def are_other_subsets(here: TextSentence, at: int, there: TextSentence, other_at: int) -> bool:
    """Return whether one figure alone counts further ones: "four men", "two other men".

    Args:
        here: a sentence.
        at: the position of a figure in it.
        there: another sentence.
        other_at: that of a figure in that.
    """
    return _counts_further(here, at) != _counts_further(there, other_at)


def is_label(sentence: TextSentence, at: int) -> bool:
    """Return whether a figure is the last of several names: "the A, L and 1 lines"."""
    tokens, words = sentence.tokens, sentence.words
    if at < _FURTHER_REACH or words[at - 1] not in _JOINING:
        return False
    before = tokens[at - 2]
    is_name = sentence.text[before.start].isupper() and before is not tokens[0]
    return is_name and sentence.text[tokens[at].start].isdigit()


def adds_up(total: MeasuredValue, part: MeasuredValue, rest: Iterable[MeasuredValue]) -> bool:
    """Return whether a figure is the sum of one of another article and of one more of that.

    Args:
        total: the figure that may be the sum.
        part: a figure of the other article.
        rest: the figures of that article of the same thing.
    """
    if not isinstance(total.value, NumberValue) or not isinstance(part.value, NumberValue):
        return False
    if total.is_age:
        return False
    missing = total.value.stated - part.value.stated
    return missing > 0 and any(
        isinstance(each.value, NumberValue) and each.value.stated == missing for each in rest
    )


def _counts_further(sentence: TextSentence, at: int) -> bool:
    words = sentence.words
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 1 + _FURTHER_REACH])
    # "More than 12" and "12 or more" are bounds.
    is_bound = words[at + 1 : at + 3] == ("or", "more")
    inside = set(words[at].split()) - {"more"}
    return not _FURTHER.isdisjoint((*inside, *(() if is_bound else beside)))
