"""The words of passages, with how much each says in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from reader.articles import Article, ParagraphKind, Passage, Place
from reader.text.stop_words import stop_words
from reader.text.word_alignment import find_words
from reader.text.words import stem_word


class StoryWord(NamedTuple):
    """One word of a paragraph."""

    start: int
    end: int
    key: str
    stem: str
    weight: float
    """How rare it is among the paragraphs of the story; 0 for a stop word."""


class StoryWords:
    """The words of the paragraphs of some articles; each paragraph is read once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._read: dict[Place, list[tuple[int, int, str, str, bool]]] = {}
        self._weighed: dict[Place, tuple[StoryWord, ...]] = {}
        spread: Counter[str] = Counter()
        paragraphs = 0
        for position, article in enumerate(articles):
            common = stop_words(article.language)
            for number, paragraph in enumerate(article.paragraphs):
                if paragraph.kind is ParagraphKind.FURNITURE:
                    continue
                words = [
                    (word.start, word.end, word.key, stem_word(word.key, article.language),
                     word.is_common)
                    for word in find_words(paragraph.text, common)
                ]  # fmt: skip
                self._read[Place(position, number)] = words
                spread.update({word[3] for word in words})
                paragraphs += 1
        self._weights = {stem: log((paragraphs + 1) / count) for stem, count in spread.items()}

    def of_passage(self, passage: Passage) -> tuple[StoryWord, ...]:
        """Return the words of a passage in order; offsets are those of its paragraph."""
        words = self._of_paragraph(passage.place)
        whole = passage.start == 0 and passage.end == len(passage.paragraph.text)
        if whole:
            return words
        return tuple(w for w in words if passage.start <= w.start and w.end <= passage.end)

    def _of_paragraph(self, place: Place) -> tuple[StoryWord, ...]:
        words = self._weighed.get(place)
        if words is None:
            words = self._weighed[place] = tuple(
                StoryWord(start, end, key, stem, 0.0 if is_common else self._weights[stem])
                for start, end, key, stem, is_common in self._read.get(place, ())
            )
        return words
