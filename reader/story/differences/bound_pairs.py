"""One figure that linked passages state with and without a bound: 90 and "more than 90".

The figure being the same, both are of one thing where its unit or noun is, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.story.differences.difference import DifferenceKind
from reader.story.differences.same_things import MANY_NEAR, are_of_two_sources
from reader.story.differences.stated_pairs import StatedPair
from reader.story.differences.stated_values import are_bounded_apart, find_kind, state_value
from reader.text.values import NumberValue

if TYPE_CHECKING:
    from reader.story.differences.measured_values import MeasuredValue

_TIMES = frozenset({"duration", "months"})
"""The things of so many hours or days, and of so many months or years."""
_SHARED = 0.4
"""The share of words by which the certainty of a pair is found: the least, for this is little."""
_LEAST_NEAR = 2
"""Words of weight near both."""
_OPPOSITE_BOUNDS = ({"more than", "less than"}, {"more than", "nearly"})
_ROUND = 10
"""A whole number of these may be rounded."""


def pair_bounds(
    here: Sequence[MeasuredValue],
    there: Sequence[MeasuredValue],
    is_stated: Callable[[int, MeasuredValue], bool],
) -> Iterator[StatedPair]:
    """Yield the figures of two passages that tell the same that differ in their bound alone.

    Args:
        here: the values of one passage.
        there: those of the other.
        is_stated: whether the article of the first (0) or of the second passage (1) states a
            value of the other with its bound anywhere.
    """
    for one in here:
        for other in there:
            if one.thing != other.thing or not are_bounded_apart(one.value, other.value):
                continue
            needed = MANY_NEAR if are_of_two_sources(one, other) else _LEAST_NEAR
            if len(one.near & other.near) < needed:
                continue
            if is_stated(1, one) or is_stated(0, other):
                continue
            if _is_course(one) or _is_course(other):
                continue
            tokens = one.sentence.tokens
            shared = [
                slice(token.start, token.end)
                for token in tokens
                if token.key in other.near and token.key in one.near and token.value is None
            ]
            yield StatedPair(
                _find_kind(one, other),
                state_value(one.value),
                state_value(other.value),
                True,
                _SHARED,
                tuple(shared[:4]),
            )


def _find_kind(one: MeasuredValue, other: MeasuredValue) -> DifferenceKind:
    """Return the kind of two figures that differ in their bound: a fact where they are exact.

    A round figure, without a bound, may be what the other says: 800,000, "more than 800,000";
    bounds on two sides exclude each other: "just over 2,000", "just under 2,000".
    """
    if isinstance(one.value, NumberValue) and isinstance(other.value, NumberValue):
        bounds = {one.value.qualifier, other.value.qualifier}
        # "Six years" are often more than six, rounded to whole years.
        is_exact = one.value.stated % _ROUND and one.thing not in _TIMES
        if is_exact or bounds in _OPPOSITE_BOUNDS:
            return find_kind(one.value, other.value)
    return DifferenceKind.WORDING


def _is_course(value: MeasuredValue) -> bool:
    """Return whether a bound may be no bound: "over 12 years", in the course of them."""
    return value.thing in _TIMES and "over" in value.printed.split()
