"""Articles that report a moment and don't state what others state otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles import ParagraphKind
from reader.linking.links import PROBABLY_FLOOR
from reader.story.differences.difference import Difference, DifferenceKind
from reader.text.stop_words import is_stop_word
from reader.text.values import (
    ComparisonOutcome,
    DateValue,
    NumberValue,
    TimeValue,
    ValueSpan,
    compare_values,
)
from reader.text.words import stem_word, word_spans

if TYPE_CHECKING:
    from reader.articles import Passage, Place
    from reader.linking.links import Link
    from reader.story.differences.paragraph_reading import StoryReadings

_VALUE_TYPES: dict[DifferenceKind, type[ValueSpan]] = {
    DifferenceKind.NUMBER: NumberValue,
    DifferenceKind.MONEY: NumberValue,
    DifferenceKind.PERCENT: NumberValue,
    DifferenceKind.DATE: DateValue,
    DifferenceKind.TIME: TimeValue,
}
_UNKNOWN = frozenset({DifferenceKind.NEGATION, DifferenceKind.MODALITY, DifferenceKind.WORDING})
"""Kinds that are stated without a word that is missing where they are not."""


class SilentArticles:
    """Says which articles report the moment of a difference and surely don't state it.

    Args:
        links: the links.
        readings: what the paragraphs state.
    """

    def __init__(self, links: Iterable[Link], readings: StoryReadings) -> None:
        self._readings = readings
        self._reporting: dict[Place, list[Passage]] = defaultdict(list)
        for link in links:
            if link.score >= PROBABLY_FLOOR:
                self._reporting[link.here.place].append(link.there)
                self._reporting[link.there.place].append(link.here)

    def find(self, difference: Difference) -> tuple[int, ...]:
        """Return the positions of the articles that don't state it.

        Their passages linked to one of the sides have no value of this kind, and none of the
        words that differ; and no other paragraph of theirs has one of the values.
        """
        if difference.kind in _UNKNOWN:
            return ()
        passages: dict[int, list[Passage]] = defaultdict(list)
        for side in difference.sides:
            for passage in self._reporting.get(side.passage.place, ()):
                passages[passage.article_position].append(passage)
        stated = set(difference.articles)
        words = {word for side in difference.sides for word in _stems(side.passage.text)}
        return tuple(
            article
            for article in sorted(passages)
            if article not in stated
            and not any(self._may_state(each, difference.kind, words) for each in passages[article])
            and not self._states_elsewhere(passages[article][0], difference)
        )

    def _states_elsewhere(self, passage: Passage, difference: Difference) -> bool:
        """Return whether an article has one of the values in any paragraph of its story."""
        if difference.kind not in _VALUE_TYPES:
            return False
        stated = [
            value
            for side in difference.sides
            for value in self._readings.of(side.passage).values
            if value.start < side.passage.end and side.passage.start < value.end
        ]
        return any(
            compare_values(value, other).outcome is ComparisonOutcome.EQUAL
            for paragraph in passage.article.paragraphs
            if paragraph.kind is ParagraphKind.BODY
            for other in self._readings.of(replace(passage, paragraph=paragraph)).values
            for value in stated
        )

    def _may_state(self, passage: Passage, kind: DifferenceKind, words: set[str]) -> bool:
        value_type = _VALUE_TYPES.get(kind)
        if value_type is not None:
            return any(isinstance(each, value_type) for each in self._readings.of(passage).values)
        return not words.isdisjoint(_stems(passage.paragraph.text))


def _stems(text: str) -> Iterator[str]:
    """Yield the stems of the words of weight of an English text."""
    for start, end in word_spans(text):
        if not is_stop_word(text[start:end], "en"):
            yield stem_word(text[start:end], "en")
