"""The search of a quotation in many sources, of which only those that can win are aligned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reader.articles import Article
from reader.quote_check.coded_words import CodedQuotation, WordAlphabet
from reader.quote_check.shared_words import LEAST_SHARE
from reader.quote_check.source_passages import (
    WIDEST_SLACK,
    SourceIndex,
    SourcePassage,
    SourceStretch,
)
from reader.quote_check.source_spelling import SourceSpelling
from reader.quote_versions.quote_words import QuoteWord
from reader.quotes.quote import Speaker

MOST_SHORT_WORDS = 2
"""A quotation of so many words is searched as it is: it has nothing that could differ."""
VERSION_SHARE = 0.75
"""Part of a quotation's words that another version of the same utterance has."""
MOST_VERSIONS_TRIED = 24
"""So many stretches of the sources, the likeliest, are looked at for other versions."""
_MOST_FAULTS = (1,)
"""So many words may be faulty where a passage is searched at first."""
_SHORTEST_STEP = 128
"""Words between the starts of two stretches of a source; a stretch has twice as many."""


class SourceSearch:
    """Sources with an index of their words.

    Safe to use from several threads: what is found out at the first use is the same in each.

    Args:
        sources: articles, or their whole texts with paragraphs separated by line breaks.
    """

    def __init__(self, sources: Iterable[Article | str]) -> None:
        self.alphabet = WordAlphabet()
        self.sources = tuple(
            SourceIndex(number, source, self.alphabet) for number, source in enumerate(sources)
        )
        self._indexes: dict[int, _StretchIndex] = {}

    def find_passage(
        self, words: Sequence[QuoteWord], speaker: Speaker | None
    ) -> SourcePassage | None:
        """Find the passage of all sources that has the words with the fewest differences.

        Args:
            words: those of the quotation.
            speaker: its speaker; of equal passages that of the same speaker is taken.
        """
        quotation = CodedQuotation(words, self.alphabet)
        if len(words) > MOST_SHORT_WORDS:
            return self.find_coded(quotation, speaker)
        short = (source.find_short_passage(quotation, speaker) for source in self.sources)
        known = [passage for passage in short if passage]
        return max(known, key=lambda passage: passage.rank(speaker), default=None)

    @cached_property
    def spelling(self) -> SourceSpelling:
        """The spellings of the sources."""
        return SourceSpelling(self.alphabet.keys)

    def find_other_passages(
        self, words: Sequence[QuoteWord], speaker: Speaker | None, best: SourcePassage
    ) -> list[SourcePassage]:
        """Find the best passage of every other source that has all the words without a fault.

        Args:
            words: those of the quotation.
            speaker: its speaker.
            best: the best passage of all sources.
        """
        if len(self.sources) < 2:
            return []
        quotation = CodedQuotation(words, self.alphabet)
        found: dict[SourceIndex, SourcePassage | None] = {}
        stretches = self._index_stretches(len(quotation.words) + 2 * WIDEST_SLACK)
        for _, stretch in stretches.find_likely(quotation, most_faults=0):
            source = stretch.source
            if source is best.source:
                continue
            for window in source.find_windows(quotation, stretch):
                if quotation.count_least_faults(window.common) > 0:
                    break
                known = found.get(source)
                found[source] = source.find_better_passage(quotation, speaker, window, known)
        return [passage for passage in found.values() if passage and not passage.faults]

    def find_places(
        self, words: Sequence[QuoteWord], best: SourcePassage
    ) -> Iterator[SourcePassage]:
        """Yield the other quotations of a passage's source that have all its words in a row.

        Args:
            words: those of the quotation.
            best: the passage.
        """
        quotation = CodedQuotation(words, self.alphabet)
        if best.source.coded.count(quotation.coded) < 2:
            return
        known = {best.quote.start if best.quote else None, None}
        for passage in self._find_in_source(quotation, best.source):
            start = passage.quote.start if passage.quote else None
            if start not in known and not passage.faults:
                known.add(start)
                yield passage

    def _find_in_source(
        self, quotation: CodedQuotation, source: SourceIndex
    ) -> Iterator[SourcePassage]:
        """Yield the places of one source that have all words of a quotation, some of them twice."""
        if len(quotation.words) <= MOST_SHORT_WORDS:
            yield from source.find_short_passages(quotation)
            return
        stretches = self._index_stretches(len(quotation.words) + 2 * WIDEST_SLACK)
        for _, stretch in stretches.find_likely(quotation, most_faults=0):
            if stretch.source is source:
                for window in source.find_windows(quotation, stretch):
                    passage = source.find_better_passage(quotation, None, window, None)
                    if passage is not None:
                        yield passage

    def find_versions(
        self, words: Sequence[QuoteWord], best: SourcePassage
    ) -> Iterator[SourcePassage]:
        """Yield the other quotations of the sources that have most of the words, the likely first.

        Args:
            words: those of the quotation.
            best: the best passage of all sources, which is left out.
        """
        quotation = CodedQuotation(words, self.alphabet)
        most_faults = max(1, int((1 - VERSION_SHARE) * len(words)))
        known = {(best.source, best.quote.utterance if best.quote else None)}
        tried: set[tuple[SourceIndex, int, int]] = set()
        stretches = self._index_stretches(len(words) + 2 * WIDEST_SLACK)
        for _, stretch in stretches.find_likely(quotation, most_faults):
            source = stretch.source
            for window in source.find_windows(quotation, stretch, everywhere=True):
                key = source, window.first, window.last
                if quotation.count_least_faults(window.common) > most_faults or key in tried:
                    continue
                if len(tried) == MOST_VERSIONS_TRIED:
                    return
                tried.add(key)
                passage = source.find_better_passage(quotation, None, window, None)
                if passage is None or passage.quote is None or not passage.is_whole_quote:
                    continue
                place = source, passage.quote.utterance
                if place not in known:
                    known.add(place)
                    yield passage

    def find_coded(
        self, quotation: CodedQuotation, speaker: Speaker | None
    ) -> SourcePassage | None:
        """Find the passage of a quotation in the alphabet of these sources; see `find_passage`."""
        best: SourcePassage | None = None
        stretches = self._index_stretches(len(quotation.words) + 2 * WIDEST_SLACK)
        for most_faults in (*_MOST_FAULTS, None):
            # Few stretches have nearly all words, and where one is as good no other is better.
            best = self._find_best(
                stretches.find_likely(quotation, most_faults), quotation, speaker
            )
            if best is not None and most_faults is not None and best.faults <= most_faults:
                break
        return best

    def _find_best(
        self,
        likely: Iterable[tuple[int, SourceStretch]],
        quotation: CodedQuotation,
        speaker: Speaker | None,
    ) -> SourcePassage | None:
        """Find the best passage in some stretches, those with most of the quotation first."""
        best: SourcePassage | None = None
        tried: set[tuple[SourceIndex, int, int]] = set()
        for common, stretch in likely:
            if best and quotation.count_least_faults(common) > best.faults:
                break
            for window in stretch.source.find_windows(quotation, stretch):
                key = stretch.source, window.first, window.last
                if best and quotation.count_least_faults(window.common) > best.faults:
                    break
                if key not in tried:
                    tried.add(key)
                    best = stretch.source.find_better_passage(quotation, speaker, window, best)
        return best

    def _index_stretches(self, window: int) -> _StretchIndex:
        """Return stretches of all sources such that every window is in one.

        Args:
            window: the number of words of the widest window.
        """
        step = _SHORTEST_STEP
        while step < window:
            step *= 2
        if step not in self._indexes:
            self._indexes[step] = _StretchIndex(self.sources, step)
        return self._indexes[step]


class _StretchIndex:
    """Stretches of all sources, by their words.

    Args:
        sources: the sources.
        step: words between the starts of two stretches; a stretch has twice as many.
    """

    def __init__(self, sources: Iterable[SourceIndex], step: int) -> None:
        self._stretches = [
            SourceStretch(source, first, source.coded[first : first + 2 * step], {})
            for source in sources
            for first in range(0, max(1, len(source.coded) - step), step)
        ]
        self._coded = [stretch.coded for stretch in self._stretches]
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, coded in enumerate(self._coded):
            for character in set(coded):
                self._having[character].append(number)

    def find_likely(
        self, quotation: CodedQuotation, most_faults: int | None
    ) -> Iterator[tuple[int, SourceStretch]]:
        """Yield the stretches that may have enough of a quotation, those with most of it first.

        Each with how many of its words it has at most, in order: the longest common subsequence
        (RapidFuzz's LCSseq).

        Args:
            quotation: the words of the quotation.
            most_faults: stretches in which more of its words are faulty are left out; None for all
                that have enough of it.
        """
        from rapidfuzz.distance.LCSseq import similarity
        from rapidfuzz.process import extract

        needed = quotation.count_needed(LEAST_SHARE)
        if most_faults is not None:
            needed = max(needed, quotation.count_least_common(most_faults))
        numbers = self._find_having(quotation.coded, needed)
        found = extract(
            quotation.coded,
            [self._coded[number] for number in numbers],
            scorer=similarity,
            score_cutoff=needed,
            limit=None,
        )
        for coded, common, index in found:
            if quotation.has_run(coded):
                yield int(common), self._stretches[numbers[index]]

    def _find_having(self, coded: str, needed: int) -> list[int]:
        """Return the numbers of the stretches that may have so many characters of a quotation.

        They have at least one of the rarest, if all but these are fewer than are needed.
        """
        having = sorted((self._having.get(character, []) for character in coded), key=len)
        rarest = having[: len(having) - max(needed, 1) + 1]
        return sorted(set().union(*rarest))
