"""What is read of a paragraph to find what it states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from reader.story.differences.figure_subsets import adds_up
from reader.story.differences.free_pairs import may_be_equal
from reader.story.differences.measured_values import MeasuredValue, read_measured_values
from reader.story.differences.paragraph_facts import ParagraphFacts
from reader.story.differences.person_pairs import NamedPerson, read_named_persons
from reader.story.differences.quantified_nouns import QuantifiedNoun, read_quantified_nouns
from reader.story.differences.same_things import may_share_given_name
from reader.story.differences.sentence_pairs import KeyCharacters, read_sentences
from reader.story.differences.stated_values import is_among
from reader.text.values import NumberValue, find_dates, find_values

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import ValueSpan

_MARKED_FIGURE = re.compile(r"\d[.,]\d")
_MOST_VALUES = 120
"""So many values of a paragraph are read, from its beginning."""


class ParagraphReading:
    """What one paragraph states, each kind read at its first use.

    Args:
        text: the paragraph.
        language: its language, None where it is not known.
        reference: the day on which it was published.
        characters: those for the keys of the sentences of the paragraphs compared.
    """

    def __init__(
        self,
        text: str,
        language: str | None,
        reference: date | None,
        characters: KeyCharacters,
    ) -> None:
        self._characters = characters
        self._text = text
        self._language = language
        self._reference = reference

    @cached_property
    def sentences(self) -> tuple[TextSentence, ...]:
        """Its sentences."""
        return read_sentences(self._text, self._language, self._all_values, self._characters)

    @cached_property
    def values(self) -> Sequence[ValueSpan]:
        """Its numbers, money, dates and times."""
        return self._all_values[:_MOST_VALUES]

    @cached_property
    def _all_values(self) -> Sequence[ValueSpan]:
        values = find_values(self._text, self._reference, self._language or "en")
        if self._language is not None:
            return values
        # "1.500" and "4.5." are one thing in English and another elsewhere.
        return [
            each for each in values if not _MARKED_FIGURE.search(self._text[each.start : each.end])
        ]

    @cached_property
    def facts(self) -> ParagraphFacts:
        """Its persons and clauses."""
        return ParagraphFacts(self._text)

    @cached_property
    def measured(self) -> tuple[MeasuredValue, ...]:
        """Its values of which it is known what they are of."""
        found = (value for each in self.sentences for value in read_measured_values(each))
        return tuple(found)[:_MOST_VALUES]

    @cached_property
    def parts(self) -> tuple[QuantifiedNoun, ...]:
        """The parts of things that it is about: "nearly all sales"."""
        return tuple(read_quantified_nouns(self.sentences))

    @cached_property
    def persons(self) -> tuple[NamedPerson, ...]:
        """The persons it names in full."""
        return tuple(read_named_persons(self.sentences, self.facts.names))


class StoryReadings:
    """What the paragraphs of several articles state, each read at its first use.

    Args:
        passages: at least one of each article.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._articles = {passage.article_position: passage for passage in passages}
        """A passage of each article."""
        self._paragraphs: dict[tuple[str, str | None, date | None], ParagraphReading] = {}
        self._characters = KeyCharacters()
        self._measured: dict[int, dict[str, list[MeasuredValue]]] = {}

    def of(self, passage: Passage) -> ParagraphReading:
        """Return what is read of the paragraph of a passage; equal paragraphs are read once."""
        article = passage.article
        key = passage.paragraph.text, article.language, find_reference(article.published)
        reading = self._paragraphs.get(key)
        if reading is None:
            reading = self._paragraphs[key] = ParagraphReading(*key, self._characters)
        return reading

    def states(self, passage: Passage, value: MeasuredValue, *, in_passage: bool) -> bool:
        """Return whether an article may state a value of another article of the same thing.

        Args:
            passage: a passage of the article.
            value: the value, of another article.
            in_passage: look in the paragraph of the passage only.
        """
        reading = self.of(passage)
        measured: Iterable[MeasuredValue] = reading.measured
        if not value.owner and is_among(value.value, reading.values):
            return True
        if not in_passage:
            others = self._measured_in(passage).get(value.thing, ())
            is_day = value.thing in ("day", "time")
            others = [other for other in others if not is_day or other.event & value.event]
            measured = [*measured, *others]
        return any(may_be_equal(value, other) for other in measured)

    def states_as_bounded(self, passage: Passage, value: MeasuredValue) -> bool:
        """Return whether an article states a value of another one with the same bound.

        Args:
            passage: a passage of the article.
            value: the value, a number, of another article.
        """
        return any(
            isinstance(other.value, NumberValue)
            and isinstance(value.value, NumberValue)
            and other.value.stated == value.value.stated
            and other.value.qualifier == value.value.qualifier
            for other in self._measured_in(passage).get(value.thing, ())
        )

    def states_rest(self, passage: Passage, total: MeasuredValue, part: MeasuredValue) -> bool:
        """Return whether an article states the rest of which with a part a total is made.

        Args:
            passage: a passage of the article.
            total: a figure of another article.
            part: a figure of the article.
        """
        return adds_up(total, part, self._measured_in(passage).get(part.thing, ()))

    def has_namesakes(self, value: MeasuredValue) -> bool:
        """Return whether the articles state the ages of several persons of one surname.

        Args:
            value: the age of one of them.
        """
        given_names = {
            (article, frozenset(other.owner.split()[:-1]))
            for article, passage in self._articles.items()
            for other in self._measured_in(passage).get(value.thing, ())
            if " " in other.owner and other.owner.split()[-1] == value.owner.split()[-1]
        }
        # One article spells a name in one way, so two spellings in it are two persons.
        return any(
            one.isdisjoint(other)
            and (article == other_article or not may_share_given_name(one, other))
            for (article, one), (other_article, other) in combinations(given_names, 2)
        )

    def _measured_in(self, article: Passage) -> Mapping[str, Sequence[MeasuredValue]]:
        position = article.article_position
        if position not in self._measured:
            found: dict[str, list[MeasuredValue]] = {}
            for paragraph in article.article.paragraphs:
                whole = replace(article, paragraph=paragraph, start=0, end=len(paragraph.text))
                for value in self.of(whole).measured:
                    found.setdefault(value.thing, []).append(value)
            self._measured[position] = found
        return self._measured[position]


@lru_cache(maxsize=64)
def find_reference(published: str | None) -> date | None:
    """Return the day on which an article was published, where its date has a year."""
    for found in find_dates(published or ""):
        if found.first is not None and found.first == found.last:
            return found.first
    return None
