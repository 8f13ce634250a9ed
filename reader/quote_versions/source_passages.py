"""The passages of a source that have the words of a quotation, inside marks or not."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from reader.articles import Article, Passage
from reader.quote_versions.draft_verdicts import count_faulty_words
from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quote_versions.speaker_agreement import speakers_agree, speakers_differ
from reader.quote_versions.word_edits import Edit, EditKind, build_edit_script, count_same_words
from reader.quote_versions.word_weights import is_content_word
from reader.quotes.offsets import ArticleText, join_paragraphs
from reader.quotes.quote import Quote, Speaker
from reader.quotes.quote_finder import find_quotes

LEAST_SHARE = 0.5
"""Part of the quotation's words that a passage must have in order to be its source."""
_ANCHORS = 16
"""Pairs of words of a quotation that are searched in a source, and half as many single words."""
_MOST_PLACES = 200
"""Places of an anchor that are compared."""
_MOST_WINDOWS = 8
_WINDOW_STEP = 8
"""Words between the starts of two windows."""
_SLACKS = (3, 40)
"""Words on either side of a window that are compared too: first few, so that a word that is there
too is not taken for the quotation's own, then as many as may have been cut."""
_LONGEST_FACTOR, _LONGEST_EXTRA = 4, 8
"""A passage has at most so many times the quotation's words, and so many more."""


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Words of a source that a quotation may come from."""

    source: SourceIndex
    base: tuple[QuoteWord, ...]
    """Its words."""
    edits: tuple[Edit, ...]
    """Those from its words to the quotation's."""
    quote: Quote | None
    """The quotation of the source that most of it is in."""
    is_whole_quote: bool
    """Whether its words are that whole quotation."""

    @property
    def span(self) -> tuple[int, int]:
        """Its span in the source's text."""
        return self.base[0].start, self.base[-1].end

    @property
    def text(self) -> str:
        """The source's text from its first to its last word."""
        start, end = self.span
        return self.source.text[start:end]

    @property
    def speaker(self) -> Speaker | None:
        """The speaker of the quotation that it is in."""
        return self.quote.speaker if self.quote else None

    def rank(self, speaker: Speaker | None) -> tuple[int, bool, bool, bool, int, int]:
        """Return a key that is highest for the passage with the fewest faults.

        Of equal ones for that of the same speaker, and for a quotation.
        """
        return (
            -count_faulty_words(self.edits),
            speakers_agree(speaker, self.speaker),
            not speakers_differ(speaker, self.speaker),
            self.quote is not None,
            -self.source.number,
            -self.span[0],
        )


class SourceIndex:
    """The words of a source with an index, and its quotations.

    Args:
        number: the position of the source, from 0.
        source: the source, or its whole text with paragraphs separated by line breaks.
    """

    def __init__(self, number: int, source: Article | str) -> None:
        self.number = number
        self._article = None if isinstance(source, str) else ArticleText(source, number)
        self.text = text = source if isinstance(source, str) else join_paragraphs(source)
        self._quotes = [quote for quote in find_quotes(text) if quote.depth == 0]
        self._starts = [quote.start for quote in self._quotes]
        self._parts: dict[int, list[Quote]] = defaultdict(list)
        for quote in self._quotes:
            self._parts[quote.utterance].append(quote)
        self._words: list[QuoteWord] = []
        for line_start, line_end in _find_lines(text):
            self._words += read_quote_words(text, [(line_start, line_end)])
        self._places: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        before = ""
        for position, word in enumerate(self._words):
            self._places[word.key].append(position)
            self._pairs[before, word.key].append(position - 1)
            before = word.key

    def find_passage(
        self, words: Sequence[QuoteWord], speaker: Speaker | None
    ) -> SourcePassage | None:
        """Find the passage that has most of the words in order, if it has enough of them.

        Args:
            words: those of the quotation.
            speaker: its speaker; of equal passages that of the same speaker is taken.
        """
        windows = (self._words[first:last] for first, last in self._find_windows(words))
        found = (self._fit(words, window) for window in windows)
        passages = (passage for passage in found if passage)
        return max(passages, key=lambda passage: passage.rank(speaker), default=None)

    def passages_of(self, words: Sequence[QuoteWord]) -> tuple[Passage, ...]:
        """Return the passages of some of its words, of each paragraph and pair of marks one."""
        if self._article is None:
            return ()
        found: list[Passage] = []
        part = -1
        for word in words:
            passage = self._article.passage(word.start, word.end)
            if found and part == word.part and found[-1].paragraph is passage.paragraph:
                found[-1] = replace(found[-1], end=passage.end)
            else:
                found.append(passage)
            part = word.part
        return tuple(found)

    def _find_windows(self, words: Sequence[QuoteWord]) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the source that have most anchors of the quotation.

        The number of them is bounded, however often the words are repeated.
        """
        votes: Counter[int] = Counter()
        for number, places in self._find_anchors(words):
            votes.update(place - number for place in places[:_MOST_PLACES])
        near: Counter[int] = Counter()
        for begin, count in votes.items():
            near[begin // _WINDOW_STEP] += count
        best = nsmallest(
            4 * _MOST_WINDOWS,
            votes.items(),
            key=lambda item: (-near[item[0] // _WINDOW_STEP], -item[1], item[0]),
        )
        taken: set[int] = set()
        for begin, _ in best:
            step = begin // _WINDOW_STEP
            if len(taken) == _MOST_WINDOWS or not taken.isdisjoint((step - 1, step, step + 1)):
                continue
            taken.add(step)
            for slack in _SLACKS:
                first, last = begin - slack, begin + len(words) + slack
                yield max(0, first), min(len(self._words), last)

    def _find_anchors(self, words: Sequence[QuoteWord]) -> list[tuple[int, list[int]]]:
        """Return the rarest pairs of words and content words, with their places in the source."""
        pairs = [
            (number, self._pairs[words[number].key, words[number + 1].key])
            for number in range(len(words) - 1)
            if (words[number].key, words[number + 1].key) in self._pairs
        ]
        content_words = [
            (number, self._places[word.key])
            for number, word in enumerate(words)
            if word.key in self._places and is_content_word(word)
        ]
        rarest = nsmallest(_ANCHORS, pairs, key=lambda anchor: len(anchor[1]))
        return rarest + nsmallest(_ANCHORS // 2, content_words, key=lambda anchor: len(anchor[1]))

    def _fit(self, words: Sequence[QuoteWord], window: Sequence[QuoteWord]) -> SourcePassage | None:
        """Cut a window to the words that it shares with the quotation, if they are enough."""
        inner = _cut_to_shared(words, window)
        if not inner:
            return None
        quote, parts = self._find_quote_at(inner[0].start, inner[-1].end)
        full = read_quote_words(self.text, [(part.start, part.end) for part in parts])
        starts = {word.start for word in full}
        is_whole_quote = sum(word.start in starts for word in inner) > len(inner) / 2
        base = full if is_whole_quote else inner
        edits = build_edit_script(base, words)
        if count_same_words(edits) < LEAST_SHARE * len(words):
            return None
        return SourcePassage(self, tuple(base), edits, quote, is_whole_quote)

    def _find_quote_at(self, start: int, end: int) -> tuple[Quote | None, list[Quote]]:
        """Find the quotation that covers most of a stretch, with all its parts."""
        best, most = None, 0
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._quotes) and self._starts[index] < end:
            quote = self._quotes[index]
            covered = min(end, quote.end) - max(start, quote.start)
            if covered > most:
                best, most = quote, covered
            index += 1
        return best, self._parts[best.utterance] if best else []


def _cut_to_shared(words: Sequence[QuoteWord], window: Sequence[QuoteWord]) -> Sequence[QuoteWord]:
    """Return a window from its first to its last word of a quotation; nothing for too few."""
    same = [edit for edit in build_edit_script(window, words) if edit.kind is EditKind.SAME]
    if not same or count_same_words(same) < LEAST_SHARE * len(words):
        return ()
    if max(edit.base_count for edit in same) < min(2, len(words)):
        return ()
    inner = window[same[0].base.start : same[-1].base.stop]
    is_short = len(inner) <= _LONGEST_FACTOR * len(words) + _LONGEST_EXTRA
    return inner if is_short else ()


def _find_lines(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for line in text.split("\n"):
        yield begin, begin + len(line)
        begin += len(line) + 1
