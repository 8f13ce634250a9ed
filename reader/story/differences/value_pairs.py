"""Numbers, money, dates and times that two sentences state of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.story.differences.day_contexts import may_be_one_day
from reader.story.differences.figure_owners import belong_to_others
from reader.story.differences.figure_subsets import are_other_subsets, is_label
from reader.story.differences.measured_values import (
    find_fate,
    find_owner,
    is_age,
    tell_other_sexes,
)
from reader.story.differences.other_objects import have_other_objects
from reader.story.differences.play_figures import is_game_clock, is_tally, tells_stretch
from reader.story.differences.same_things import are_one_owner
from reader.story.differences.stated_pairs import StatedPair
from reader.story.differences.stated_values import (
    compare_stated,
    find_kind,
    is_among,
    is_rounding,
    state_value,
)
from reader.story.differences.sum_contents import are_other_sums
from reader.story.differences.years_beside import have_other_years
from reader.text.values import (
    ComparisonOutcome,
    DateValue,
    NumberValue,
    ValueSpan,
)

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import SentencePair, TextSentence

_LEAST_AROUND = 2
"""So many words of weight must stand in the same places around two values of one thing."""


_LEAST_SHARED = 0.6
"""The share, 0..1, of words that two sentences share where their figures are of one thing: in
freer ones the same words stand by figures of other people."""
_LEAST_SHARED_FOR_DATES = 0.75
"""The same of their dates, as on other days others speak of the same, and of what is counted in
a game."""
_WHOLE = 0.9
"""In sentences that share so large a part of their words one word fewer must be around."""
_FEWEST_SAME = 4
"""Words of weight and values that two sentences must share for their figures to differ: two short
ones may be alike by chance."""
_LONGEST_PREPOSITION = 3
"""Letters of a word such as "in", which is no noun that is counted."""
_FIGURE_BEFORE, _FIGURE_AFTER = re.compile(r"\d ?/ ?$"), re.compile(r" ?/ ?\d")
"""What parts a figure from one before it, and from one after it."""
_REPLACEMENT = "\ufffd"
"""It is in place of a character that could not be read."""
_JOINING_MARKS = ("-", "–", "/")


def pair_values(
    pair: SentencePair, values: tuple[Sequence[ValueSpan], Sequence[ValueSpan]]
) -> Iterator[StatedPair]:
    """Yield the values that stand in the same place of two sentences.

    Two values differ only where neither paragraph has the other's value elsewhere: then the
    order of the facts may be another, and not a fact.

    Args:
        pair: the sentences.
        values: all values of the two paragraphs.
    """
    for here, there, around in _places(pair):
        one, other = pair.here.tokens[here].value, pair.there.tokens[there].value
        assert one is not None
        assert other is not None
        outcome = compare_stated(one, other)
        # Of "17 / 35" and "24 / 35" neither is.
        is_unclear = _is_damaged(one, pair.here.text) != _is_damaged(other, pair.there.text)
        if outcome is ComparisonOutcome.UNKNOWN or is_unclear:
            continue
        # "Today" is another day in another paper.
        is_alike = pair.here.words[here] == pair.there.words[there]
        differs = outcome is ComparisonOutcome.DIFFERS and not is_alike
        if differs and may_be_one_day(pair.here, here, pair.there, there):
            continue
        is_claim = differs and not pair.is_one_change
        if is_claim and len(around) < _LEAST_AROUND:
            continue
        if is_claim and not _are_of_one_thing(pair, here, there):
            continue
        if is_claim and (is_among(one, values[1]) or is_among(other, values[0])):
            continue
        yield StatedPair(
            find_kind(one, other),
            state_value(one),
            state_value(other),
            differs,
            pair.shared,
            pair.shared_words(slice(here, here + 1), around),
        )


def _are_of_one_thing(pair: SentencePair, here: int, there: int) -> bool:
    one, other = pair.here.tokens[here].value, pair.there.tokens[there].value
    assert one is not None
    assert other is not None
    is_date = isinstance(one, DateValue) or is_game_clock(pair.here, here)
    if pair.shared < (_LEAST_SHARED_FOR_DATES if is_date else _LEAST_SHARED):
        return False
    if len(pair.same) < _FEWEST_SAME:
        return False
    if _is_joined(one, pair.here.text) or _is_joined(other, pair.there.text):
        return False
    if not is_date and belong_to_others(pair.here, here, pair.there, there):
        return False
    if have_other_years(pair.here, one, pair.there, other):
        return False
    if not isinstance(one, NumberValue) or not isinstance(other, NumberValue):
        return True
    if "percent" in {one.unit, other.unit} and one.unit != other.unit:
        return False
    if is_label(pair.here, here) != is_label(pair.there, there):
        return False
    if are_other_subsets(pair.here, here, pair.there, there):
        return False
    if is_age(pair.here, here) != is_age(pair.there, there):
        return False
    if tell_other_sexes((pair.here, here), (pair.there, there)):
        return False
    if are_other_sums(pair.here, here, pair.there, there):
        return False
    if have_other_objects(pair.here, here, pair.there, there):
        return False
    if not are_one_owner(find_owner(pair.here, here), find_owner(pair.there, there)):
        return False
    if is_tally(one) or is_tally(other):
        is_stretch = tells_stretch(pair.here, here) != tells_stretch(pair.there, there)
        if is_stretch or pair.shared < _LEAST_SHARED_FOR_DATES:
            return False
    return not is_rounding(one, other) and find_fate(pair.here, here) == find_fate(
        pair.there, there
    )


def _is_damaged(value: ValueSpan, text: str) -> bool:
    """Return whether a figure may be what is left of another one: "41 / 2" of "4½"."""
    if not isinstance(value, NumberValue):
        return False
    before, after = text[: value.start], text[value.end :]
    is_half = bool(_FIGURE_BEFORE.search(before) or _FIGURE_AFTER.match(after))
    return is_half or after.startswith(_REPLACEMENT)


def _is_joined(value: ValueSpan, text: str) -> bool:
    """Return whether a value is a part of a longer word: "two-in-three", "9-11".

    A measure before its noun is no count: "6.4-magnitude".
    """
    before, after = text[value.start - 1 : value.start], text[value.end : value.end + 2]
    if isinstance(value, NumberValue) and len(value.counted) > _LONGEST_PREPOSITION:
        after = ""
    return before in _JOINING_MARKS or (after[:1] in _JOINING_MARKS and after[1:].isalnum())


def _places(pair: SentencePair) -> Iterator[tuple[int, int, list[int]]]:
    """Yield the tokens of values that state one thing, with the words that both share around."""
    if not pair.here.value_positions or not pair.there.value_positions:
        return
    taken: set[int] = set()
    for here, there in _facing_tokens(pair):
        around = pair.shared_around(slice(here, here + 1), slice(there, there + 1))
        if len(around) >= _needed(pair, here, there) or pair.is_one_change:
            taken.add(here)
            yield here, there, around
    for here, there in _lone_tokens(pair):
        around = pair.shared_surroundings(slice(here, here + 1), slice(there, there + 1))
        if here not in taken and len(around) > _needed(pair, here, there):
            yield here, there, around


def _facing_tokens(pair: SentencePair) -> Iterator[tuple[int, int]]:
    """Yield the positions of values in the same place, of one kind or of two."""
    values, counterparts = pair.here.value_positions, pair.there.value_positions
    is_value = frozenset(values)
    yield from (places for places in pair.aligned if places[0] in is_value)
    for here_gap, there_gap in pair.gaps:
        ours = [at for at in values if here_gap.start <= at < here_gap.stop]
        if len(ours) != 1:
            continue
        others = [at for at in counterparts if there_gap.start <= at < there_gap.stop]
        if len(others) == 1:
            yield ours[0], others[0]


def _lone_tokens(pair: SentencePair) -> Iterator[tuple[int, int]]:
    """Yield the positions of values that are the only ones of their kind in both sentences."""
    others = _by_kind(pair.there)
    for kind, here in _by_kind(pair.here).items():
        there = others.get(kind, [])
        if len(here) == len(there) == 1:
            yield here[0], there[0]


def _by_kind(sentence: TextSentence) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for at in sentence.value_positions:
        value = sentence.tokens[at].value
        assert value is not None
        found.setdefault((type(value).__name__, _thing(value)), []).append(at)
    return found


def _thing(value: ValueSpan) -> str:
    """Return what a number counts or measures, or ""."""
    return value.unit or value.counted if isinstance(value, NumberValue) else ""


def _needed(pair: SentencePair, here: int, there: int) -> int:
    """Return how many words around must be the same.

    One fewer where both count one thing, and where the sentences are nearly one.
    """
    one, other = pair.here.tokens[here].value, pair.there.tokens[there].value
    least = _LEAST_AROUND - (pair.shared >= _WHOLE)
    if isinstance(one, NumberValue) and isinstance(other, NumberValue):
        thing = _thing(one)
        return least - (bool(thing) and thing == _thing(other))
    return least + isinstance(one, DateValue)
