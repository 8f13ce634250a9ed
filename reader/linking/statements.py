"""Which sentences of different articles report one statement.

A statement is carried from outlet to outlet whole, cut, as a fragment or in the reporter's
words. The versions are those of `quote_versions`; this module finds the sentences that the
linker compares in which they are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, product
from typing import NamedTuple

from reader.linking.phase_progress import PhaseProgress
from reader.quote_versions import QuoteWord, ReportStep, TextQuotes, Version, stem_words

MOST_VERSIONS = 200
"""An utterance with more versions than this is a slogan."""
SHARED_STEMS = 0.5
"""Two sentences of one utterance are one statement if they share this part, 0..1, of the words that
the one with fewer of them has, and two at least if it has two."""
BEST_STEMS = 0.75
"""And more than this part, 0..1, of what that one shares with any sentence of the other article: a
fragment is of the sentence that has most of it."""

FEW_WORDS = 2
"""Of a version of so many words or fewer, one content word in common may be chance, if it is short,
as common words are: two outlets may quote it of two statements."""
LONG_WORD = 9
"""Letters from which on a word is so rare that it hardly is in two statements of a story; a number
is."""
FEW_WORDS_CERTAINTY = 0.45
"""How sure it is then at most, 0..1, that it is one statement: it ties nothing, and makes no link
*same*."""

Statements = dict[tuple[int, int], float]
"""How sure it is, 0..1, that two rows report one statement, by the rows, the earlier one first."""


class _SentencePart(NamedTuple):
    """The part of an utterance that one sentence has."""

    row: int
    stems: frozenset[str]
    """Of its content words; the keys of all words where it has none."""
    rare: frozenset[str]
    """The stems of its long words, and its numbers."""
    length: int
    """How many words."""


class _PlacedVersion(NamedTuple):
    """A version of an utterance by the sentences of its article."""

    article: int
    certainty: float
    parts: list[_SentencePart]


class SentenceOffsets(NamedTuple):
    """The sentences of one text that the linker compares, in order."""

    starts: Sequence[int]
    ends: Sequence[int]

    def find(self, offset: int) -> int | None:
        """The position of the sentence at an offset of the text, None between sentences."""
        position = bisect_right(self.starts, offset) - 1
        return position if position >= 0 and offset < self.ends[position] else None


class StatedSentences(NamedTuple):
    """The utterances of several texts, and the sentences in which they are."""

    versions: Sequence[Sequence[Version]]
    """The versions of every utterance, with the numbers of texts as their articles."""
    sentences: Sequence[SentenceOffsets]
    """Those of every document."""
    documents: Sequence[int]
    """For every text the position of its document."""


def read_statements(documents: Sequence[Sequence[str]], progress: PhaseProgress) -> StatedSentences:
    """Find the utterances of documents of which nothing but the sentences is known.

    Args:
        documents: the sentences of every article, in order; each is taken for a paragraph.
        progress: of this part of the work.
    """
    texts = ["\n".join(each.replace("\n", " ") for each in document) for document in documents]
    sentences = []
    for document in documents:
        ends = array("q", accumulate(len(sentence) + 1 for sentence in document))
        starts = array("q", [0, *ends][: len(ends)])
        sentences.append(SentenceOffsets(starts, ends))
    quotes = TextQuotes.find(texts, make_quote_step(progress))
    return StatedSentences(quotes.versions, sentences, range(len(documents)))


def make_quote_step(progress: PhaseProgress) -> ReportStep:
    """What reports the steps of the search for quotes as a part of the linker's work."""

    def report_step(done: float, _doing: str = "") -> None:
        progress.report(done, "finding the quotes")

    return report_step


def find_shared_statements(stated: StatedSentences, order: Sequence[int]) -> Statements:
    """Find the pairs of sentences of different articles that report one statement.

    Args:
        stated: the utterances and the sentences of every document.
        order: the order of the documents in which rows are counted.
    """
    found: Statements = {}
    first_rows = {}
    row = 0
    for number in order:
        first_rows[number] = row
        row += len(stated.sentences[number].starts)
    for versions in stated.versions:
        if len(versions) > MOST_VERSIONS or len({version.article for version in versions}) < 2:
            continue
        placed: list[_PlacedVersion] = []
        for version in versions:
            number = stated.documents[version.article]
            parts = _parts(version, stated.sentences[number], first_rows[number])
            placed.append(_PlacedVersion(number, version.certainty, parts))
        for pair, certainty in _tied_rows(placed):
            found[pair] = max(certainty, found.get(pair, 0.0))
    return found


def _tied_rows(versions: Sequence[_PlacedVersion]) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the rows of the versions of one utterance that have the same part of it, and how
    sure it is that they do."""
    most: dict[tuple[int, int], int] = {}
    """For every row and other article how many stems they share at most."""
    pairs = []
    for here, there in combinations(versions, 2):
        if here.article == there.article:
            continue
        is_whole = len(here.parts) == len(there.parts) == 1
        certainty = here.certainty * there.certainty
        for one, other in product(here.parts, there.parts):
            shared = len(one.stems & other.stems)
            fewest = min(len(one.stems), len(other.stems))
            small = []
            for side, article in ((one, there.article), (other, here.article)):
                end = (side.row, article)
                most[end] = max(shared, most.get(end, 0))
                if len(side.stems) == fewest:
                    small.append(end)
            if shared >= (1 if is_whole else max(SHARED_STEMS * fewest, min(2, fewest), 1)):
                is_chance = _may_be_chance(one, other)
                sure = min(certainty, FEW_WORDS_CERTAINTY) if is_chance else certainty
                pairs.append((_in_order(one.row, other.row), sure, shared, small))
    for pair, certainty, shared, small in pairs:
        if shared > BEST_STEMS * max(most[end] for end in small):
            yield pair, certainty


def _parts(version: Version, sentences: SentenceOffsets, first_row: int) -> list[_SentencePart]:
    """The sentences of a version that are compared, each with the stems of its words."""
    words: dict[int, list[QuoteWord]] = {}
    for word in version.words:
        position = sentences.find(word.start)
        if position is not None:
            words.setdefault(first_row + position, []).append(word)
    return [
        _SentencePart(row, _stems(of_row), _stems_of_rare(of_row), len(of_row))
        for row, of_row in words.items()
    ]


def _may_be_chance(one: _SentencePart, other: _SentencePart) -> bool:
    """Whether what two parts share is one short word, and one of them hardly more."""
    few = min(one.length, other.length) <= FEW_WORDS
    return few and len(one.stems & other.stems) == 1 and one.rare.isdisjoint(other.rare)


def _stems(words: Sequence[QuoteWord]) -> frozenset[str]:
    return frozenset(stem_words(words)) or frozenset(word.key for word in words)


def _stems_of_rare(words: Sequence[QuoteWord]) -> frozenset[str]:
    numbers = {word.key for word in words if word.key[0].isdigit()}
    return frozenset(numbers).union(
        stem_words([word for word in words if len(word.key) >= LONG_WORD])
    )


def _in_order(row: int, other: int) -> tuple[int, int]:
    return (row, other) if row < other else (other, row)
