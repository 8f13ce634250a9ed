"""The search of a quotation in many sources, of which only those that can win are aligned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.articles import Article
from reader.quote_versions.coded_words import CodedQuotation, WordAlphabet
from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.source_passages import (
    LEAST_SHARE,
    WIDEST_SLACK,
    SourceIndex,
    SourcePassage,
)
from reader.quotes.quote import Speaker

_SHORTEST_STEP = 128
"""Words between the starts of two stretches of a source; a stretch has twice as many."""


class SourceSearch:
    """Sources with an index of their words.

    Safe to use from several threads: what is found out at the first use is the same in each.

    Args:
        sources: articles, or their whole texts with paragraphs separated by line breaks.
    """

    def __init__(self, sources: Iterable[Article | str]) -> None:
        self._alphabet = WordAlphabet()
        self.sources = tuple(
            SourceIndex(number, source, self._alphabet) for number, source in enumerate(sources)
        )
        self._stretches: dict[int, tuple[list[str], list[int]]] = {}

    def find_passage(
        self, words: Sequence[QuoteWord], speaker: Speaker | None
    ) -> SourcePassage | None:
        """Find the passage of all sources that has the words with the fewest differences.

        Args:
            words: those of the quotation.
            speaker: its speaker; of equal passages that of the same speaker is taken.
        """
        quotation = CodedQuotation(words, self._alphabet)
        best: SourcePassage | None = None
        for common, source in self._find_sources(quotation):
            if best and quotation.count_least_faults(common) > best.faults:
                break
            best = source.find_better_passage(quotation, speaker, best)
        return best

    def _find_sources(self, quotation: CodedQuotation) -> Iterator[tuple[int, SourceIndex]]:
        """Yield the sources that may have enough of a quotation, those with most of it first.

        Each with how many of its words are in one stretch of the source at most, in order (the
        longest common subsequence, RapidFuzz's LCSseq).
        """
        from rapidfuzz.distance import LCSseq
        from rapidfuzz.process import extract

        stretches, numbers = self._cut_into_stretches(len(quotation.words) + 2 * WIDEST_SLACK)
        found = extract(
            quotation.coded,
            stretches,
            scorer=LCSseq.similarity,
            score_cutoff=quotation.count_needed(LEAST_SHARE),
            limit=None,
        )
        seen: set[int] = set()
        for stretch, common, index in found:
            number = numbers[index]
            if number not in seen and quotation.has_run(stretch):
                seen.add(number)
                yield int(common), self.sources[number]

    def _cut_into_stretches(self, window: int) -> tuple[list[str], list[int]]:
        """Return stretches of all sources such that every window is in one, and their sources.

        Args:
            window: the number of words of the widest window.
        """
        step = _SHORTEST_STEP
        while step < window:
            step *= 2
        if step not in self._stretches:
            stretches, numbers = [], []
            for source in self.sources:
                for begin in range(0, max(1, len(source.coded) - step), step):
                    stretches.append(source.coded[begin : begin + 2 * step])
                    numbers.append(source.number)
            self._stretches[step] = stretches, numbers
        return self._stretches[step]
