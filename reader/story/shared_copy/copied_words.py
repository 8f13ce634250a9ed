"""The words of an article's story in a row, and which of them are the writer's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import Article, ParagraphKind, Passage
from reader.quotes import QuoteKind
from reader.text.stop_words import stop_words
from reader.text.word_lists import WordLists
from reader.text.words import word_key, word_spans

if TYPE_CHECKING:
    from reader.quotes import Quote
    from reader.story.shared_copy.copy_anchors import CopyAnchors

ANCHOR_WORDS = 5
"""So many words in a row that are the same in two articles begin a run."""
_SET_PHRASES = WordLists(__file__, "set_phrases")
MOST_WORDS = 200_000
"""So many words of an article are read, from its beginning."""


class PlacedWord(NamedTuple):
    """One word of a story."""

    paragraph: int
    """The position of its paragraph, from 0."""
    start: int
    end: int


@dataclass(frozen=True)
class StoryWords:
    """The words of the paragraphs of a story, in order."""

    article: Article
    position: int
    """The position of the article among those compared."""
    keys: tuple[str, ...]
    """The form of each word under which it is compared."""
    places: tuple[PlacedWord, ...]
    own: tuple[int, ...]
    """How many words before each word, and before the end, are the writer's: in no quotation."""
    telling: tuple[int, ...]
    """How many of those say something: they are no stop words and have no capital letter."""
    paragraph_ends: Mapping[int, int]
    """The position after the last word of each paragraph, by the position of the paragraph."""

    @classmethod
    def read(cls, article: Article, position: int, quotes: Sequence[Quote]) -> StoryWords:
        """Read the words of a story.

        Words that the article quotes are somebody else's: two outlets that heard one speech have
        them in common. Fragments of a few words are set off by the writer and are the writer's.
        """
        common = stop_words(article.language)
        quoted = quoted_spans(quotes)
        keys: list[str] = []
        places: list[PlacedWord] = []
        own: list[bool] = []
        telling: list[bool] = []
        ends: dict[int, int] = {}
        for number, paragraph in enumerate(article.paragraphs):
            if paragraph.kind is not ParagraphKind.BODY:
                continue
            spans = quoted.get(number, ())
            set_phrases = [found.span() for found in _set_phrases().finditer(paragraph.text)]
            for start, end in word_spans(paragraph.text):
                printed = paragraph.text[start:end]
                key = word_key(printed)
                keys.append(key)
                places.append(PlacedWord(number, start, end))
                own.append(not any(opening <= start < closing for opening, closing in spans))
                is_set = any(opening <= start < closing for opening, closing in set_phrases)
                says = key not in common and printed[0].islower() and not is_set
                telling.append(own[-1] and says)
            ends[number] = len(keys)
            if len(keys) >= MOST_WORDS:
                break
        return cls(
            article,
            position,
            tuple(keys),
            tuple(places),
            tuple(accumulate(own, initial=0)),
            tuple(accumulate(telling, initial=0)),
            ends,
        )

    @cached_property
    def anchors(self) -> CopyAnchors:
        """The runs of `ANCHOR_WORDS` words that the story has once, by hash."""
        # NumPy is loaded where stories are compared, and not by what only names this module.
        from reader.story.shared_copy.copy_anchors import CopyAnchors

        return CopyAnchors.of(self.first_places, self.repeated)

    @cached_property
    def first_places(self) -> Mapping[int, int]:
        """The first position of each run of `ANCHOR_WORDS` words, by hash, in order."""
        found: dict[int, int] = {}
        for at, run in enumerate(self._runs):
            found.setdefault(run, at)
        return found

    @cached_property
    def repeated(self) -> Mapping[int, Sequence[int]]:
        """All positions of the runs of as many words that the story has more than once, by hash."""
        found: dict[int, list[int]] = {}
        if len(self.first_places) < len(self._runs):
            for at, run in enumerate(self._runs):
                if self.first_places[run] != at:
                    found.setdefault(run, [self.first_places[run]]).append(at)
        return found

    def places_of(self, run: int) -> Sequence[int]:
        """Return all positions of a run of `ANCHOR_WORDS` words that the story has, by its hash."""
        return self.repeated.get(run) or [self.first_places[run]]

    @cached_property
    def _runs(self) -> Sequence[int]:
        """The hash of the run of `ANCHOR_WORDS` words from each position on."""
        rows = [self.keys[first:] for first in range(ANCHOR_WORDS)]
        return list(map(hash, zip(*rows, strict=False)))

    @cached_property
    def paragraph_limits(self) -> Sequence[int]:
        """For each word the position after the last word of its paragraph."""
        return [self.paragraph_ends[word.paragraph] for word in self.places]

    @cached_property
    def texts(self) -> Mapping[tuple[int, int], str]:
        """The words from a position up to another as printed, with a space between."""
        return _PrintedTexts(self)

    @cached_property
    def passages(self) -> Mapping[tuple[int, int], Passage]:
        """The words from a position up to another in one paragraph, as they stand."""
        return _Passages(self)


# A story shares few passages and edits with many others: each is made once, at its first look-up.
class _PrintedTexts(dict[tuple[int, int], str]):
    def __init__(self, story: StoryWords) -> None:
        super().__init__()
        self._paragraphs = story.article.paragraphs
        self._places = story.places

    def __missing__(self, span: tuple[int, int]) -> str:
        found = self[span] = " ".join(
            self._paragraphs[word.paragraph].text[word.start : word.end]
            for word in self._places[slice(*span)]
        )
        return found


class _Passages(dict[tuple[int, int], Passage]):
    def __init__(self, story: StoryWords) -> None:
        super().__init__()
        self._article = story.article
        self._position = story.position
        self._places = story.places

    def __missing__(self, span: tuple[int, int]) -> Passage:
        start, end = self._places[span[0]], self._places[span[1] - 1]
        paragraph = self._article.paragraphs[start.paragraph]
        found = self[span] = Passage(self._article, paragraph, start.start, end.end, self._position)
        return found


@lru_cache(maxsize=1)
def _set_phrases() -> re.Pattern[str]:
    """The pattern of the phrases that all reporters write."""
    phrases = sorted(_SET_PHRASES.lines[""], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


def quoted_spans(quotes: Sequence[Quote]) -> dict[int, list[tuple[int, int]]]:
    """Return the spans inside of quotation marks, by the position of their paragraph."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for quote in quotes:
        passage = quote.passage
        if passage is not None and quote.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL):
            spans.setdefault(passage.place.paragraph, []).append((passage.start, passage.end))
    return spans
