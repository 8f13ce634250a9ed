"""Finding what the linked passages of several articles state otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import Passage
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR, Level
from reader.story.differences.bound_pairs import pair_bounds
from reader.story.differences.compared_links import EqualWordings, choose_compared
from reader.story.differences.difference import (
    COMPARED_LANGUAGES,
    Difference,
    DifferenceKind,
    DifferenceSide,
)
from reader.story.differences.figures_of_times import FIGURES, is_of_two_acts, is_of_two_times
from reader.story.differences.free_pairs import pair_freely
from reader.story.differences.gap_pairs import pair_gaps
from reader.story.differences.paragraph_reading import ParagraphReading, StoryReadings
from reader.story.differences.person_pairs import is_named, pair_given_names, pair_namesakes
from reader.story.differences.quantified_nouns import pair_parts
from reader.story.differences.same_things import ThingPairs
from reader.story.differences.sentence_pairs import pair_sentences
from reader.story.differences.silent_articles import SilentArticles
from reader.story.differences.value_pairs import pair_values
from reader.text.cleaning import Clean
from reader.text.values import MoneyValue, NumberValue

if TYPE_CHECKING:
    from reader.articles import Article, Place
    from reader.linking.links import Link
    from reader.story.differences.measured_values import MeasuredValue
    from reader.story.differences.quantified_nouns import QuantifiedNoun
    from reader.story.differences.stated_pairs import StatedPair, Statement
    from reader.text.values import PersonName

_ALIKE_SENTENCES = 0.75
"""The share of words, 0..1, that two sentences have in common where figures in one place count
though their passages are not surely one moment."""
_MARKED_KINDS = (DifferenceKind.NEGATION, DifferenceKind.MODALITY, DifferenceKind.OPPOSITE)

_CERTAINTIES = ((0.75, 0.95), (0.5, 0.9), (0.0, 0.8))
"""From which share of shared words, 0..1, on a difference is how sure."""


def _order(side: DifferenceSide) -> tuple[Place, int]:
    return side.passage.place, side.passage.start


class _Stated(NamedTuple):
    """What one paragraph states at one place."""

    place: Place
    start: int
    end: int


def join_differences(
    stated: Sequence[Difference], quoted: Sequence[Difference]
) -> tuple[Difference, ...]:
    """Return what linked passages and quotations differ in, without what both found.

    Args:
        stated: of linked passages.
        quoted: of the versions of quotations.

    Returns:
        All of them, in the order of the first article that states something.
    """
    found = {
        (passage.place, offset)
        for difference in stated
        for passage in (side.passage for side in difference.sides)
        for offset in range(passage.start, passage.end)
    }
    more = [
        difference
        for difference in quoted
        if not all(
            (side.passage.place, offset) in found
            for side in difference.sides
            for offset in (side.passage.start,)
        )
    ]
    return tuple(sorted([*stated, *more], key=lambda difference: _order(difference.sides[0])))


def find_differences(links: Iterable[Link]) -> tuple[Difference, ...]:
    """Find what articles state otherwise of one thing, in English.

    Statements are compared in sentences that tell the same, where words of weight around them
    are the same, too. Those of several articles about one thing are put together, with those
    that say the same as one of them.

    Args:
        links: the links of passages that tell the same moment.

    Returns:
        The differences, in the order of the first article that states something. Among many
        articles those are compared that `choose_compared` names.
    """
    groups = _StatementGroups()
    english = [
        link
        for link in links
        if link.here.article.language in COMPARED_LANGUAGES
        and link.there.article.language in COMPARED_LANGUAGES
    ]
    readings = StoryReadings(passage for link in english for passage in link.passages)
    places = _PlacePairs()
    for link in choose_compared(english):
        for pair in _compare(link, readings, places):
            groups.add(link.here, link.there, pair)
    silent, equal = SilentArticles(english, readings), EqualWordings(english)
    found = groups.differences()
    names = _list_names(found)
    stated = (each for each in found if not _may_be_both(each, names))
    whole = map(equal.complete, stated)
    return tuple(replace(each, silent=silent.find(each)) for each in whole)


def _list_names(differences: Iterable[Difference]) -> set[tuple[int, str]]:
    """Return the words of names that differ, each with the position of its article."""
    return {
        (side.passage.article_position, word)
        for difference in differences
        if difference.kind in (DifferenceKind.NAME, DifferenceKind.SPELLING)
        for side in difference.sides
        for word in side.passage.text.split()
    }


def _may_be_both(difference: Difference, names: Collection[tuple[int, str]]) -> bool:
    """Return whether what differs by its words may be true together, or is told already."""
    return (
        _is_one_place(difference)
        or is_of_two_times(difference)
        or is_of_two_acts(difference)
        or _repeats_name(difference, names)
    )


def _repeats_name(difference: Difference, names: Collection[tuple[int, str]]) -> bool:
    """Return whether other words are those of a name that is told to differ: "Olsen", "Olssen"."""
    return difference.kind is DifferenceKind.WORDING and all(
        (side.passage.article_position, side.passage.text) in names for side in difference.sides
    )


def _is_one_place(difference: Difference) -> bool:
    """Return whether an article names one of two places as within the other: "Orlan, Velmar"."""
    if difference.kind is not DifferenceKind.PLACE:
        return False
    names = [side.value for side in difference.sides]
    return any(
        f"{one}, {other}" in paragraph.text
        for side in difference.sides
        for paragraph in side.passage.article.paragraphs
        for one, other in permutations(names, 2)
    )


class _PlacePairs:
    """What pairs of paragraphs state in one place; found once for all equal paragraphs."""

    def __init__(self) -> None:
        self._found: dict[tuple[ParagraphReading, ParagraphReading], tuple[StatedPair, ...]] = {}

    def find(self, here: ParagraphReading, there: ParagraphReading) -> tuple[StatedPair, ...]:
        """Return what two paragraphs state in one place, alike or each otherwise."""
        found = self._found.get((here, there))
        if found is None:
            found = self._found[here, there] = tuple(_pair_places(here, there))
        return found


def _pair_places(here: ParagraphReading, there: ParagraphReading) -> Iterator[StatedPair]:
    for pair in pair_sentences(here.sentences, there.sentences):
        yield from pair_values(pair, (here.values, there.values))
        yield from pair_gaps(pair, (here.facts, there.facts))


def _compare(link: Link, readings: StoryReadings, places: _PlacePairs) -> Iterator[StatedPair]:
    """Yield what the ends of a link state of one thing: in one place, then in free words."""
    here, there = readings.of(link.here), readings.of(link.there)
    for pair in places.find(here, there):
        if pair.kind is DifferenceKind.NAME and _names_both(link, pair):
            continue
        if not pair.differs or _is_sure_enough(pair, link.score):
            yield pair
    if here is there:
        return
    if link.score < RELATED_FLOOR:
        return

    level = Level.of_score(link.score)
    if here.persons and there.persons:
        yield from _compare_persons(link, readings, level)
    if here.parts and there.parts and level is Level.SAME:
        yield from _compare_parts(link, readings)
    if here.measured and there.measured:
        yield from _compare_measured(link, readings, level)


def _names_both(link: Link, pair: StatedPair) -> bool:
    """Return whether an article has the surname of the other's person, too: it tells of both."""
    here, there = (link.passages[side].article for side in (0, 1))
    names = pair.here.value.split()[-1], pair.there.value.split()[-1]
    return names[0] != names[1] and (_has_word(there, names[0]) or _has_word(here, names[1]))


def _has_word(article: Article, word: str) -> bool:
    whole = re.compile(rf"\b{re.escape(word)}\b")
    return any(word in each.text and whole.search(each.text) for each in article.paragraphs)


def _is_sure_enough(pair: StatedPair, score: float) -> bool:
    """Return whether a link is sure enough for what two sentences state in one place."""
    if score >= SAME_FLOOR:
        return True
    return pair.kind not in (*_MARKED_KINDS, *FIGURES) or pair.shared >= _ALIKE_SENTENCES


def _compare_persons(link: Link, readings: StoryReadings, level: Level) -> Iterator[StatedPair]:
    here, there = readings.of(link.here), readings.of(link.there)

    def is_named_elsewhere(side: int, name: PersonName) -> bool:
        return is_named(name, readings.of(link.passages[side]).facts.names)

    def has_word(side: int, word: str) -> bool:
        return _has_word(link.passages[side].article, word)

    is_sure = level is Level.SAME
    yield from pair_namesakes(here.persons, there.persons, is_named_elsewhere, is_sure=is_sure)
    if is_sure:
        yield from pair_given_names(here.persons, there.persons, has_word)


def _compare_parts(link: Link, readings: StoryReadings) -> Iterator[StatedPair]:
    def states_part(side: int, noun: QuantifiedNoun) -> bool:
        parts = readings.of(link.passages[side]).parts
        return any(each.part == noun.part and each.keys & noun.keys for each in parts)

    here, there = readings.of(link.here), readings.of(link.there)
    yield from pair_parts(here.parts, there.parts, states_part)


def _compare_measured(link: Link, readings: StoryReadings, level: Level) -> Iterator[StatedPair]:
    here, there = readings.of(link.here), readings.of(link.there)

    def is_stated(side: int, value: MeasuredValue, in_passage: bool) -> bool:
        return readings.states(link.passages[side], value, in_passage=in_passage)

    def adds_up(side: int, total: MeasuredValue, part: MeasuredValue) -> bool:
        return readings.states_rest(link.passages[side], total, part)

    def states_as_bounded(side: int, value: MeasuredValue) -> bool:
        return readings.states_as_bounded(link.passages[side], value)

    if level is Level.SAME:
        yield from pair_bounds(here.measured, there.measured, states_as_bounded)
    figures = here.measured, there.measured
    if level is not Level.SAME:
        figures = (
            tuple(filter(_is_of_one_thing, figures[0])),
            tuple(filter(_is_of_one_thing, figures[1])),
        )
    things = ThingPairs(*figures, level)
    yield from pair_freely(things, is_stated, adds_up, readings.has_namesakes)


def _is_of_one_thing(value: MeasuredValue) -> bool:
    """Return whether a value may be of one thing in passages that are not surely one moment.

    That is the age of a person, a sum, and a day, since two days make a moment unsure.
    """
    is_sum = isinstance(value.value, MoneyValue)
    return value.is_age or is_sum or not isinstance(value.value, NumberValue)


class _DifferingPair(NamedTuple):
    """Two statements of one thing that differ."""

    here: _Stated
    there: _Stated
    pair: StatedPair


class _StatementGroups:
    """Statements about one thing, grouped (union-find; Tarjan 1975)."""

    def __init__(self) -> None:
        self._parents: dict[_Stated, _Stated] = {}
        self._sides: dict[_Stated, DifferenceSide] = {}
        self._pairs: list[_DifferingPair] = []

    def add(self, here: Passage, there: Passage, stated: StatedPair) -> None:
        """Put two statements of one thing into one group."""
        one = self._enter(here, stated.here)
        other = self._enter(there, stated.there)
        self._parents[self._root(one)] = self._root(other)
        if stated.differs:
            self._pairs.append(_DifferingPair(one, other, stated))

    def differences(self) -> tuple[Difference, ...]:
        """Return the groups in which statements differ, in the order of their first sides."""
        members: dict[_Stated, list[_Stated]] = defaultdict(list)
        for stated in self._parents:
            members[self._root(stated)].append(stated)
        surest: dict[_Stated, _DifferingPair] = {}
        for differing in sorted(self._pairs, key=lambda entry: -entry.pair.shared):
            root = self._root(differing.here)
            if root not in surest and not self._are_in_both(differing, members[root]):
                surest[root] = differing
        found = [self._difference(sorted(members[root]), pair) for root, pair in surest.items()]
        return tuple(sorted(found, key=lambda difference: _order(difference.sides[0])))

    def _are_in_both(self, differing: _DifferingPair, members: list[_Stated]) -> bool:
        """Return whether one article states the other's value of this thing, too."""
        values = {(stated.place.article, self._sides[stated].value) for stated in members}
        here, there = differing.here, differing.there
        return (here.place.article, self._sides[there].value) in values or (
            there.place.article,
            self._sides[here].value,
        ) in values

    def _difference(self, members: list[_Stated], differing: _DifferingPair) -> Difference:
        chosen: dict[int, _Stated] = {}
        for stated in (differing.here, differing.there, *members):
            chosen.setdefault(stated.place.article, stated)
        pair = differing.pair
        text = self._sides[differing.here].passage.paragraph.text
        about = " … ".join(text[part] for part in pair.about)
        certainty = next(value for least, value in _CERTAINTIES if pair.shared >= least)
        sides = tuple(self._sides[chosen[article]] for article in sorted(chosen))
        return Difference(pair.kind, certainty, Clean(about), sides)

    def _enter(self, passage: Passage, statement: Statement) -> _Stated:
        stated = _Stated(passage.place, statement.start, statement.end)
        self._parents.setdefault(stated, stated)
        words = Passage(
            passage.article,
            passage.paragraph,
            statement.start,
            statement.end,
            passage.article_position,
        )
        self._sides.setdefault(stated, DifferenceSide(words, statement.value))
        return stated

    def _root(self, stated: _Stated) -> _Stated:
        parents = self._parents
        while parents[stated] != stated:
            parents[stated] = parents[parents[stated]]
            stated = parents[stated]
        return stated
