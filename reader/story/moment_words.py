"""The words of passages, with how much each says in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import Article, ParagraphKind, Passage, Place
from reader.text.words import stem_word

if TYPE_CHECKING:
    from reader.text.word_alignment import Word

Span = tuple[int, int]
"""Start and end in the text of a paragraph."""


class StoryWord(NamedTuple):
    """One word of a paragraph."""

    start: int
    end: int
    key: str
    stem: str
    weight: float
    """How rare it is among the paragraphs of the story; 0 for a stop word."""


class WordedPassage(NamedTuple):
    """A passage with its words."""

    passage: Passage
    words: Sequence[StoryWord]
    """In order; offsets are those of the paragraph."""
    sentences: Sequence[Span]
    """What the passage has of every sentence."""


class PassageReader:
    """The words of the paragraphs of some articles; each paragraph is read once.

    Args:
        articles: the articles.
        find_words: returns the words of a paragraph.
    """

    def __init__(
        self, articles: Sequence[Article], find_words: Callable[[Place], Sequence[Word]]
    ) -> None:
        self._words: dict[Place, Sequence[tuple[Word, str]]] = {}
        spread: Counter[str] = Counter()
        for position, article in enumerate(articles):
            language = article.language
            for number, paragraph in enumerate(article.paragraphs):
                if paragraph.kind is not ParagraphKind.FURNITURE:
                    place = Place(position, number)
                    words = find_words(place)
                    stems = [stem_word(word.key, language) for word in words]
                    self._words[place] = list(zip(words, stems, strict=True))
                    spread.update(set(stems))
        count = len(self._words) + 1
        self._weights = {stem: log(count / holders) for stem, holders in spread.items()}
        self.highest_weight = log(count)
        """That of a word that one paragraph has."""

    def read(self, passage: Passage) -> WordedPassage:
        """Return a passage with its words."""
        start, end, weights = passage.start, passage.end, self._weights
        found = [
            (word, stem)
            for word, stem in self._words.get(passage.place, ())
            if start <= word.start and word.end <= end
        ]
        # Every character of unspaced writing is a word that says nothing alone.
        is_spaced = any(not word.is_common for word, _ in found)
        words = [
            StoryWord(
                word.start,
                word.end,
                word.key,
                stem,
                0.0 if word.is_common and is_spaced else weights[stem],
            )
            for word, stem in found
        ]
        sentences = [
            (max(start, sentence.start), min(end, sentence.stop))
            for sentence in passage.paragraph.sentences
            if sentence.start < end and start < sentence.stop
        ]
        return WordedPassage(passage, words, sentences)
