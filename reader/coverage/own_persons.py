"""Persons whom one article alone names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from reader.articles import Article, Place
from reader.coverage.speaking_names import find_speaking_names, is_said_by_pronoun
from reader.text.quote_signs import ANY_OPENING
from reader.text.values import find_person_names
from reader.text.word_alignment import Word
from reader.text.words import word_key, word_keys

LANGUAGES_WITH_PERSONS = (None, "en")
"""Languages in which names of persons are recognised: English, and where none is known."""
PARAGRAPHS_READ = 500
"""Beside an article with more paragraphs nobody is looked for: that would take seconds."""
PARAGRAPHS_BACK = 3
"""So many paragraphs before one are read for whom "he" or "she" is."""

_POSSESSIVE = re.compile(r"['’]|\S*(?<=['’])s\b")


class OwnPersons:
    """Finds paragraphs about persons whom no other article names.

    What somebody says or does whom another article does not name is hardly in that article: it
    would have to keep the name back.

    Args:
        articles: the articles that are compared.
        find_words: returns the words of a paragraph by its place.
    """

    def __init__(
        self, articles: Sequence[Article], find_words: Callable[[Place], Sequence[Word]]
    ) -> None:
        self._articles = articles
        self._find_words = find_words
        self._is_short = all(len(each.paragraphs) <= PARAGRAPHS_READ for each in articles)
        self._keys = lru_cache(maxsize=None)(self._read_keys)

    def is_about_own_person(self, place: Place) -> bool:
        """Return whether all who speak in a paragraph, or who is named first, are named only here.

        One of them is in its first sentence, which tells what it is about, or it opens with a
        quotation. One in which "she" says something is about whom the paragraphs before it are
        about.
        """
        article, paragraph = place
        if not self._is_short or self._articles[article].language not in LANGUAGES_WITH_PERSONS:
            return False
        for position in range(paragraph, max(paragraph - PARAGRAPHS_BACK, 0) - 1, -1):
            here = Place(article, position)
            words = self._find_words(here)
            persons = self._find_persons(here, words)
            if persons:
                is_own = not any(self._is_elsewhere(name, article) for name in persons)
                return is_own and (here != place or self._opens_with(here, words, persons))
            if not is_said_by_pronoun(words):
                return False
        return False

    def _find_persons(self, place: Place, words: Sequence[Word]) -> list[str]:
        """The surnames of those who speak in a paragraph, else of who is named first.

        None where that is one of whom only something is named: "Ms. Varga's house".
        """
        known = self._known_surnames
        text = self._articles[place.article].paragraphs[place.paragraph].text
        named = [word for word in words if word.has_capital and word.key in known]
        speaking = find_speaking_names(words)
        speakers = [word.key for word in named if word.key in speaking]
        if speakers or not named or _POSSESSIVE.search(text[named[0].start : named[0].end + 1]):
            return speakers
        return [named[0].key]

    def _opens_with(self, place: Place, words: Sequence[Word], persons: Sequence[str]) -> bool:
        """Whether the first sentence names one of some persons, or is a quotation."""
        paragraph = self._articles[place.article].paragraphs[place.paragraph]
        if paragraph.text.startswith(tuple(ANY_OPENING)):
            return True
        end = next((sentence.stop for sentence in paragraph.sentences), len(paragraph.text))
        return any(word.key in persons for word in words if word.start < end)

    @cached_property
    def _known_surnames(self) -> frozenset[str]:
        """The keys of the surnames of all persons whom any of the articles names in full."""
        paragraphs = (each for article in self._articles for each in article.paragraphs)
        persons = (person for each in paragraphs for person in find_person_names(each.text))
        return frozenset(word_key(person.surname) for person in persons if person.surname)

    def _read_keys(self, article: int) -> frozenset[str]:
        paragraphs = self._articles[article].paragraphs
        return frozenset(key for each in paragraphs for key in word_keys(each.text))

    def _is_elsewhere(self, name: str, article: int) -> bool:
        """Whether another article has a word with the key of a name, whatever it is there."""
        others = (number for number in range(len(self._articles)) if number != article)
        return any(name in self._keys(number) for number in others)
