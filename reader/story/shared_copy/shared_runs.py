"""Shared copy: the runs of words that articles have in common, beside a mere quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from reader.articles import Article, Passage
from reader.quotes import Quote
from reader.story.shared_copy.copied_words import StoryWords
from reader.story.shared_copy.copy_runs import (
    FEWEST_WORDS,
    CopyRun,
    find_copy_runs,
    find_runs_of_stories,
)
from reader.story.shared_copy.lazy_sequence import LazySequence
from reader.story.shared_copy.meaning_edits import MeaningEdits

_FEWEST_WORDS_SHOWN = FEWEST_WORDS
"""A part of a run in one paragraph with fewer words is counted and not listed."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words of two articles that are the same but for small edits, each within a paragraph."""

    here: Passage
    there: Passage
    words: int
    """How many words are the same."""


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """What two articles have in common, word for word.

    Who had it first is not known from the words.
    """

    here: int
    there: int
    """The positions of the articles, the earlier one first."""
    share_here: float
    """The share, 0..1, of the words of the story that are in a run; quotations in a run count."""
    share_there: float
    words: int
    """How many words are the same, those of the earlier article counted."""
    runs: Sequence[SharedRun]
    """In the order of the earlier article."""


def find_shared_copy(
    articles: Sequence[Article], quotes: Sequence[Sequence[Quote]]
) -> tuple[SharedCopy, ...]:
    """Find the runs of words that the articles of one comparison share.

    Args:
        articles: the articles.
        quotes: their quotes; a run of nothing but a quotation is no copy of the other article.

    Returns:
        One for each pair that shares a run, in the order of the articles.
    """
    stories = [
        StoryWords.read(article, position, found)
        for position, (article, found) in enumerate(zip(articles, quotes, strict=True))
    ]
    pairs: list[SharedCopy] = []
    for language in dict.fromkeys(article.language for article in articles):
        edits = MeaningEdits(language)
        same = [story for story in stories if story.article.language == language]
        for here, there, runs in find_runs_of_stories(same):
            pair = _describe(runs, here, there, edits)
            if _has_whole_block(runs, here, there) or pair.runs:
                pairs.append(pair)
    return tuple(sorted(pairs, key=attrgetter("here", "there")))


def limit_runs(copy: SharedCopy, fewest_words: int) -> SharedCopy:
    """Return what two articles share in runs of so many words and more in one paragraph.

    Args:
        copy: what they share.
        fewest_words: the fewest words of a run; with `FEWEST_WORDS` or fewer all of it stays.
    """
    if fewest_words <= FEWEST_WORDS or not copy.words:
        return copy
    runs = tuple(run for run in copy.runs if run.words >= fewest_words)
    words = min(copy.words, sum(run.words for run in runs))
    left = words / copy.words
    return replace(
        copy,
        runs=runs,
        words=words,
        share_here=left * copy.share_here,
        share_there=left * copy.share_there,
    )


def measure_copy(here: StoryWords, there: StoryWords, edits: MeaningEdits) -> SharedCopy:
    """Find the runs of words that two stories share; there may be none.

    Args:
        here: the words of one story.
        there: those of another one, later among those compared.
        edits: which edits change what is said, in the language of both.
    """
    return _describe(find_copy_runs(here, there), here, there, edits)


def _describe(
    runs: Sequence[CopyRun], here: StoryWords, there: StoryWords, edits: MeaningEdits
) -> SharedCopy:
    blocks = [block for run in runs for block in run.blocks]
    words = _count([(at, at + length) for at, _, length in blocks])
    other_words = _count([(at, at + length) for _, at, length in blocks])
    return SharedCopy(
        here=here.position,
        there=there.position,
        share_here=words / len(here.keys) if here.keys else 0.0,
        share_there=other_words / len(there.keys) if there.keys else 0.0,
        words=words,
        runs=LazySequence(partial(_list_shared_runs, runs, here, there, edits)),
    )


def _has_whole_block(runs: Sequence[CopyRun], here: StoryWords, there: StoryWords) -> bool:
    """Return whether runs have words enough without an edit, within a paragraph of both stories.

    Then at least one part of them is listed.
    """
    limits, other_limits = here.paragraph_limits, there.paragraph_limits
    return any(
        length >= _FEWEST_WORDS_SHOWN
        and limits[at] - at >= _FEWEST_WORDS_SHOWN
        and other_limits[other_at] - other_at >= _FEWEST_WORDS_SHOWN
        for run in runs
        for at, other_at, length in run.blocks
    )


def _list_shared_runs(
    runs: Sequence[CopyRun], here: StoryWords, there: StoryWords, edits: MeaningEdits
) -> list[SharedRun]:
    return [shared for run in runs for shared in _shared_runs(run, here, there, edits)]


def _count(spans: list[tuple[int, int]]) -> int:
    """How many positions are in at least one of the spans."""
    count = end = 0
    for first, last in sorted(spans):
        if last > end:
            count += last - (first if first > end else end)
            end = last
    return count


def _shared_runs(
    run: CopyRun, here: StoryWords, there: StoryWords, edits: MeaningEdits
) -> Iterator[SharedRun]:
    """Yield a run cut where a paragraph begins, and where an edit changes what is said."""
    # Of each piece: where it begins and ends in the one story and in the other, and its words.
    pieces: list[tuple[int, int, int, int, int]] = []
    limits, other_limits = here.paragraph_limits, there.paragraph_limits
    texts, other_texts = here.texts, there.texts
    end, other_end, _ = run.blocks[0]
    first = other_first = words = 0
    limit = other_limit = -1
    for at, other_at, left in run.blocks:
        if edits[texts[end, at], other_texts[other_end, other_at]]:
            limit = other_limit = -1
        while left:
            if at >= limit or other_at >= other_limit:
                pieces.append((first, end, other_first, other_end, words))
                first, other_first, words = at, other_at, 0
                limit, other_limit = limits[at], other_limits[other_at]
            length = min(left, limit - at, other_limit - other_at)
            at, other_at, left = at + length, other_at + length, left - length
            words += length
            end, other_end = at, other_at
    pieces.append((first, end, other_first, other_end, words))
    for first, end, other_first, other_end, words in pieces:
        if words >= _FEWEST_WORDS_SHOWN:
            span, other_span = (first, end), (other_first, other_end)
            yield SharedRun(here.passages[span], there.passages[other_span], words)
