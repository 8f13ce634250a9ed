"""Names and figures that one article alone has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.articles import Article, ParagraphKind, Place
from reader.coverage.own_persons import PARAGRAPHS_READ
from reader.text.quote_signs import ANY_OPENING
from reader.text.word_alignment import Word
from reader.text.words import stem_word


class OwnDetails:
    """Finds paragraphs with a name or figure that no other article has.

    An outlet that tells a thing in words of its own keeps the names and figures of it. A paragraph
    of the reporter's that has none of its own may sum up what the others tell in detail. Beside an
    article with more paragraphs than are read every paragraph counts as having one.

    Args:
        articles: the articles that are compared.
        find_words: returns the words of a paragraph by its place.
    """

    def __init__(
        self, articles: Sequence[Article], find_words: Callable[[Place], Sequence[Word]]
    ) -> None:
        self._articles = articles
        self._find_words = find_words
        self._is_read = all(len(each.paragraphs) <= PARAGRAPHS_READ for each in articles)
        self._stems = lru_cache(maxsize=None)(self._read_stems)

    def has_own_detail(self, place: Place, other: int | None) -> bool:
        """Return whether a paragraph has a name or figure that is not in other articles.

        Args:
            place: of the paragraph.
            other: the article it is compared with, all others if None.
        """
        if not self._is_read:
            return True
        others = range(len(self._articles)) if other is None else (other,)
        known = [self._stems(number) for number in others if number != place.article]
        language = self._articles[place.article].language
        details = {stem_word(word.key, language) for word in self._find_details(place)}
        return any(not any(stem in stems for stems in known) for stem in details)

    def _find_details(self, place: Place) -> list[Word]:
        """The figures of a paragraph, and the words with a capital that open no sentence."""
        words = self._find_words(place)
        paragraph = self._articles[place.article].paragraphs[place.paragraph]
        opening = set()
        for sentence in paragraph.sentences:
            inside = (word.start for word in words if sentence.start <= word.start < sentence.stop)
            opening.add(next(inside, None))
        return [
            word
            for word in words
            if not word.is_common
            if paragraph.text[word.start].isdigit()
            or (
                word.has_capital
                and word.start not in opening
                and paragraph.text[word.start - 1] not in ANY_OPENING
            )
        ]

    def _read_stems(self, article: int) -> frozenset[str]:
        """The stems of an article, the words of its page left out."""
        language = self._articles[article].language
        return frozenset(
            stem_word(word.key, language)
            for position, each in enumerate(self._articles[article].paragraphs)
            if each.kind is not ParagraphKind.FURNITURE
            for word in self._find_words(Place(article, position))
        )
