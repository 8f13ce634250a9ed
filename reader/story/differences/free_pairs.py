"""Values and names that two linked passages state of one thing in words of their own.

No place in the sentences says which belongs to which, so they are paired by what they are of: a
unit or counted noun, what happened to those who are counted, whose age it is, the event of a day;
and by the words of weight near both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.story.differences.same_things import MANY_NEAR, ThingPairs, are_alike
from reader.story.differences.stated_pairs import StatedPair
from reader.story.differences.stated_values import (
    compare_stated,
    find_kind,
    is_rounding,
    state_value,
)
from reader.text.values import (
    ComparisonOutcome,
    MoneyValue,
    NumberValue,
    compare_values,
)

if TYPE_CHECKING:
    from reader.story.differences.measured_values import MeasuredValue
    from reader.text.values import ValueSpan

_MOST_WORDS_ABOUT = 6
_SHARED = 0.5
"""The share of words by which the certainty of a pair in free words is found."""


def pair_freely(
    things: ThingPairs,
    is_stated: Callable[[int, MeasuredValue, bool], bool],
    adds_up: Callable[[int, MeasuredValue, MeasuredValue], bool],
    has_namesakes: Callable[[MeasuredValue], bool],
) -> Iterator[StatedPair]:
    """Yield the values of two passages that differ and are of one thing.

    Args:
        things: the values of the two passages.
        is_stated: whether the article of the first (0) or of the second passage (1) states a
            value of the other, too; only the passage if the last argument is true.
        adds_up: whether a figure is the sum of one of the first (0) or second passage (1) and of
            one more that its article states.
        has_namesakes: whether there are several persons of the surname of whose age a value is.
    """
    candidates = [
        _Candidate(one, other, one.near & other.near)
        for one in things.here
        for other in things.there
        if things.are_one(one, other)
    ]
    for candidate in candidates:
        one, other = candidate.here, candidate.there
        if not candidate.is_best_of(candidates) or not _differs(one, other):
            continue
        in_passage = bool(one.owner and other.owner) or len(candidate.shared) >= MANY_NEAR
        if is_stated(1, one, in_passage) or is_stated(0, other, in_passage):
            continue
        if adds_up(1, one, other) or adds_up(0, other, one):
            continue
        if one.owner and other.owner not in ("", one.owner) and has_namesakes(one):
            continue
        yield StatedPair(
            find_kind(one.value, other.value),
            state_value(one.value),
            state_value(other.value),
            True,
            _SHARED,
            candidate.words(),
        )


def may_be_equal(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two values of one passage or article may say the same of one thing."""
    if not are_alike(one, other):
        return False
    if one.fate and other.fate and one.fate != other.fate:
        return False
    return not _differs(one, other) and not _are_other_amounts(one.value, other.value)


def _are_other_amounts(one: ValueSpan, other: ValueSpan) -> bool:
    """Return whether two numbers differ whatever they count: 12 workers, 15 residents."""
    if not isinstance(one, NumberValue) or not isinstance(other, NumberValue):
        return False
    if one.unit != other.unit or isinstance(one, MoneyValue):
        return False
    bare = replace(one, counted=""), replace(other, counted="")
    is_other = compare_values(*bare).outcome is ComparisonOutcome.DIFFERS
    return is_other and not is_rounding(one, other)


@dataclass(frozen=True, slots=True)
class _Candidate:
    here: MeasuredValue
    there: MeasuredValue
    shared: frozenset[str]
    """The keys of the words near both."""

    def is_best_of(self, candidates: Sequence[_Candidate]) -> bool:
        """Return whether no other value of this thing has as many of the words near it."""
        return all(
            len(other.shared) < len(self.shared)
            for other in candidates
            if (other.here is self.here) != (other.there is self.there)
        )

    def words(self) -> tuple[slice, ...]:
        """Return the words near both in the first sentence, those that touch as one stretch."""
        sentence, at = self.here.sentence, self.here.at
        positions = sorted(
            (
                position
                for position, token in enumerate(sentence.tokens)
                if token.key in self.shared and token.value is None
            ),
            key=lambda position: abs(position - at),
        )[:_MOST_WORDS_ABOUT]
        stretches: list[slice] = []
        last = -2
        for position in sorted(positions):
            token = sentence.tokens[position]
            if position == last + 1:
                stretches[-1] = slice(stretches[-1].start, token.end)
            else:
                stretches.append(slice(token.start, token.end))
            last = position
        return tuple(stretches)


def _differs(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two values exclude each other as ranges, and neither is the other rounded.

    What is printed alike says the same: "yesterday" is not resolved into two days.
    """
    if one.printed == other.printed:
        return False
    value, counterpart = one.value, other.value
    if isinstance(value, NumberValue) and isinstance(counterpart, NumberValue):
        if one.is_age:
            return value.stated != counterpart.stated
        if is_rounding(value, counterpart):
            return False
    return compare_stated(value, counterpart) is ComparisonOutcome.DIFFERS
