"""Values and names that two linked passages state of one thing in words of their own.

No place in the sentences says which belongs to which, so they are paired by what they are of: a
unit or counted noun, what happened to those who are counted, whose age it is, the event of a day;
and by the words of weight near both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.story.difference import DifferenceKind
from reader.story.stated_pairs import StatedPair
from reader.story.stated_values import find_kind, is_rounding, state_value
from reader.story.years_beside import have_other_years
from reader.text.values import (
    ComparisonOutcome,
    NumberValue,
    compare_values,
)

if TYPE_CHECKING:
    from reader.story.measured_values import MeasuredValue

_LEAST_NEAR = 2
"""More words of weight than these must be near two days of one event."""
_MANY_NEAR = 4
"""So many words of weight near both make two figures those of one thing; only the passages must
not state both then."""
_MOST_WORDS_ABOUT = 6
_SHARED = 0.5
"""The share of words by which the certainty of a pair in free words is found."""


def pair_freely(
    here: Sequence[MeasuredValue],
    there: Sequence[MeasuredValue],
    is_stated: Callable[[int, MeasuredValue, bool], bool],
    has_namesakes: Callable[[MeasuredValue], bool],
    *,
    is_same: bool,
    days_only: bool,
) -> Iterator[StatedPair]:
    """Yield the values of two passages that differ and are of one thing.

    Args:
        here: the values of one passage.
        there: those of the other.
        is_stated: whether the article of the first (0) or of the second passage (1) states a
            value of the other, too; only the passage if the last argument is true.
        has_namesakes: whether there are several persons of the surname of whose age a value is.
        is_same: whether the passages surely tell the same moment.
        days_only: compare nothing but days, which make two moments of passages that are one else.
    """
    candidates = [
        _Candidate(one, other, one.near & other.near)
        for one in here
        for other in there
        if _is_of_one_thing(one, other, is_same) and not (days_only and one.thing != "day")
    ]
    for candidate in candidates:
        one, other = candidate.here, candidate.there
        if not candidate.is_best_of(candidates) or not _differs(one, other):
            continue
        in_passage = bool(one.owner) or len(candidate.shared) >= _MANY_NEAR
        if is_stated(1, one, in_passage) or is_stated(0, other, in_passage):
            continue
        if one.owner != other.owner and has_namesakes(one):
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
    if not _are_alike(one, other):
        return False
    if one.fate and other.fate and one.fate != other.fate:
        return False
    return not _differs(one, other)


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


def _is_of_one_thing(one: MeasuredValue, other: MeasuredValue, is_same: bool) -> bool:
    if type(one.value) is not type(other.value) or not _are_alike(one, other):
        return False
    if one.fate != other.fate:
        return False
    if one.owner:
        return True
    if have_other_years(one.sentence, one.value, other.sentence, other.value):
        return False
    shared = one.near & other.near
    if one.fate:
        return is_same or bool(shared)
    # Other persons have other figures.
    if one.names and other.names and not one.names & other.names:
        return False
    if isinstance(one.value, NumberValue):
        # Counts of all kinds stand near the same words: points, rounds and pupils of others.
        is_count = find_kind(one.value, other.value) is DifferenceKind.NUMBER
        return not is_count and len(shared) >= _MANY_NEAR
    return bool(one.event & other.event) and len(shared) > _LEAST_NEAR


def _are_alike(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two things are one; of two names of persons one may be the surname alone."""
    if one.thing != other.thing or one.owner == other.owner:
        return one.thing == other.thing
    names = one.owner.split(), other.owner.split()
    return min(map(len, names)) == 1 or names[0][0] == names[1][0]


def _differs(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two values exclude each other as ranges, and neither is the other rounded.

    What is printed alike says the same: "yesterday" is not resolved into two days.
    """
    if one.printed == other.printed:
        return False
    if compare_values(one.value, other.value).outcome is not ComparisonOutcome.DIFFERS:
        return False
    if isinstance(one.value, NumberValue) and isinstance(other.value, NumberValue):
        return not is_rounding(one.value, other.value)
    return True
