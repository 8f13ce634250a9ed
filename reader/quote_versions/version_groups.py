"""The quotes of several texts, grouped by utterance round the fullest version of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from reader.quote_versions.comparable_quotes import ComparableQuote
from reader.quote_versions.other_wording import (
    DOUBTED_CERTAINTY,
    have_other_broadcasters,
    have_own_words,
)
from reader.quote_versions.quote_matching import MAX_QUOTES_PER_RUN, WordRun, find_word_runs
from reader.quote_versions.same_utterance import (
    CERTAIN_RUN,
    QuotePair,
    find_condition,
    is_same_utterance,
)
from reader.quote_versions.speaker_agreement import are_two_people
from reader.quote_versions.versions import Version, make_version
from reader.quote_versions.word_overlap import measure_overlap
from reader.quotes.quote import QuoteKind
from reader.quotes.repeated_utterances import LEAST_REPEATED

_MOST_COMPARED = 50
"""A quote is compared with so many others at most, those that share most runs of words with it."""
_FULLEST, _FULLEST_OF_TEXT = 8, 2
"""A quote is compared with so many of the fullest versions of an utterance, and of one text."""
_WHOLE_SHARE = 0.95
"""Part of the lighter quote in common that, in a long run, leaves no doubt."""


class VersionGroups:
    """Groups of quotes, each with the fullest version of one utterance first.

    Args:
        quotes_of: the quotes of every text; those of one word are in no group.
        check_cancelled: called often; it may raise an error to stop the work.
        on_matching: called once for every quote before it is grouped.
    """

    def __init__(
        self,
        quotes_of: Sequence[Sequence[ComparableQuote]],
        check_cancelled: Callable[[], None],
        on_matching: Callable[[], None],
    ) -> None:
        self.groups: list[list[ComparableQuote]] = []
        self._certainty: dict[int, float] = {}
        """By the identity of a quote, how sure it is that it belongs to its group."""
        self._quotes = sorted(
            (quote for quote in chain.from_iterable(quotes_of) if len(quote.words) > 1),
            key=lambda quote: (-len(quote.words), quote.document, quote.spans),
        )
        self._group_of: list[int] = []
        self._holders: dict[WordRun, list[int]] = defaultdict(list)
        self._documents: list[list[int]] = []
        """The texts of the quotes of every group that later ones are compared with."""
        runs_of = []
        frequency: Counter[WordRun] = Counter()
        for quote in self._quotes:
            on_matching()
            runs_of.append(find_word_runs(quote))
            frequency.update(runs_of[-1])
        for number, runs in enumerate(runs_of):
            check_cancelled()
            self._add(number, [run for run in runs if 1 < frequency[run] <= MAX_QUOTES_PER_RUN])
        self.groups = [part for group in self.groups for part in self._split(group)]

    def _split(self, group: list[ComparableQuote]) -> Iterator[list[ComparableQuote]]:
        """Yield the quotes that are versions of the fullest one, then those of the others.

        A quote may have joined a group by a slighter version that shares nothing with the fullest.
        """
        left = group
        while left:
            first = max(left, key=_rank_base)
            others, kept, left = [quote for quote in left if quote is not first], [first], []
            for quote in others:
                certainty = rate_certainty(first, quote)
                is_part = quote.document == first.document and _is_of_one_utterance(quote, first)
                if certainty is None and not is_part:
                    left.append(quote)
                    continue
                kept.append(quote)
                self._certainty[id(quote)] = 1.0 if certainty is None else certainty
            yield kept

    def make_versions(self, texts: Sequence[str], number: int) -> list[Version]:
        """Build the versions of one group; paragraphs of one utterance are one version."""
        together: dict[tuple[int, int], list[ComparableQuote]] = defaultdict(list)
        for quote in self.groups[number]:
            together[quote.document, quote.quotes[0].utterance].append(quote)
        return [
            make_version(
                texts[quotes[0].document],
                quotes,
                max(self._certainty.get(id(quote), 1.0) for quote in quotes),
            )
            for quotes in together.values()
        ]

    def _add(self, number: int, runs: Sequence[WordRun]) -> None:
        """Add a quote to the group of the fuller one that is most like it, or begin a group."""
        quote = self._quotes[number]
        best = max(self._match_fuller(quote, runs), default=None)
        if best is None:
            group = len(self.groups)
            self.groups.append([quote])
            self._documents.append([])
        else:
            group = -best[-1]
            self.groups[group].append(quote)
        self._group_of.append(group)
        documents = self._documents[group]
        if len(documents) < _FULLEST and documents.count(quote.document) < _FULLEST_OF_TEXT:
            documents.append(quote.document)
            for run in runs:
                self._holders[run].append(number)

    def _match_fuller(
        self, quote: ComparableQuote, runs: Sequence[WordRun]
    ) -> Iterator[tuple[float, int]]:
        """Yield shared weight and the negative group of the fuller versions of a quote.

        Those that share most runs with it come first, and none after one that is certain.
        """
        shared = Counter(other for run in runs for other in self._holders[run])
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:_MOST_COMPARED]
        for other in nearest:
            fuller = self._quotes[other]
            if fuller.document == quote.document and not _repeats(quote, fuller):
                continue
            overlap = measure_overlap(fuller, quote)
            if is_same_utterance(fuller, quote, overlap):
                weight = overlap.share * min(fuller.weight, quote.weight)
                yield weight, -self._group_of[other]
                if overlap.run >= CERTAIN_RUN:
                    return


def rate_certainty(one: ComparableQuote, other: ComparableQuote) -> float | None:
    """Return how sure it is that two quotes are one utterance, 0..1; None where they are not."""
    pair = QuotePair(one, other)
    condition = find_condition(pair)
    if condition is None or not condition.accepts:
        return None
    if pair.shares(_WHOLE_SHARE, CERTAIN_RUN):
        return 1.0
    if pair.overlap.share < _WHOLE_SHARE and have_own_words(one, other):
        if have_other_broadcasters(one, other):
            return None
        return min(condition.certainty, DOUBTED_CERTAINTY)
    return condition.certainty


def _rank_base(quote: ComparableQuote) -> tuple[bool, int, int]:
    """Return the key that is highest for the quote that others are compared with."""
    return quote.kind is QuoteKind.DIRECT, len(quote.words), -quote.document


def _is_of_one_utterance(one: ComparableQuote, other: ComparableQuote) -> bool:
    return one.quotes[0].utterance == other.quotes[0].utterance


def _repeats(quote: ComparableQuote, fuller: ComparableQuote) -> bool:
    """Whether a headline or a pull quote repeats words of a quotation of its article."""
    count = len(quote.keys)
    if count < LEAST_REPEATED or _is_of_one_utterance(quote, fuller):
        return False
    if are_two_people(quote.speaker, fuller.speaker):
        return False
    return any(
        fuller.keys[first : first + count] == quote.keys
        for first in range(len(fuller.keys) - count + 1)
    )
