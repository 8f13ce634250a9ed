"""Shared copy: the runs of words that articles have in common, beside a mere quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reader.articles import Article, Passage
from reader.quotes import Quote
from reader.story.copied_words import StoryWords
from reader.story.copy_runs import FEWEST_WORDS, CopyRun, find_copy_runs
from reader.story.meaning_edits import changes_meaning

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
    runs: tuple[SharedRun, ...]
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
    pairs = (
        measure_copy(here, there)
        for here, there in combinations(stories, 2)
        if here.article.language == there.article.language
    )
    return tuple(pair for pair in pairs if pair.runs)


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


def measure_copy(here: StoryWords, there: StoryWords) -> SharedCopy:
    """Find the runs of words that two stories share; there may be none."""
    runs = find_copy_runs(here, there)
    blocks = [block for run in runs for block in run.blocks]
    words = _count((block.here, block.here + block.length) for block in blocks)
    other_words = _count((block.there, block.there + block.length) for block in blocks)
    return SharedCopy(
        here=here.position,
        there=there.position,
        share_here=words / len(here.keys) if here.keys else 0.0,
        share_there=other_words / len(there.keys) if there.keys else 0.0,
        words=words,
        runs=tuple(shared for run in runs for shared in _shared_runs(run, here, there)),
    )


def _count(spans: Iterator[tuple[int, int]]) -> int:
    """How many positions are in at least one of the spans."""
    count = end = 0
    for first, last in sorted(spans):
        count += max(0, last - max(first, end))
        end = max(end, last)
    return count


def _shared_runs(run: CopyRun, here: StoryWords, there: StoryWords) -> Iterator[SharedRun]:
    """Yield a run cut where a paragraph begins, and where an edit changes what is said."""
    # Of each piece: where it begins and ends in the one story and in the other, and its words.
    pieces: list[list[int]] = []
    places, other_places = here.places, there.places
    paragraph = other_paragraph = -1
    for at, other_at, left in run.blocks:
        if pieces and _says_otherwise(here, there, (pieces[-1][1], at), (pieces[-1][3], other_at)):
            paragraph = other_paragraph = -1
        while left:
            found, other_found = places[at].paragraph, other_places[other_at].paragraph
            length = min(
                left,
                here.paragraph_ends[found] - at,
                there.paragraph_ends[other_found] - other_at,
            )
            if (found, other_found) != (paragraph, other_paragraph):
                paragraph, other_paragraph = found, other_found
                pieces.append([at, at, other_at, other_at, 0])
            piece = pieces[-1]
            at, other_at, left = at + length, other_at + length, left - length
            piece[1], piece[3], piece[4] = at, other_at, piece[4] + length
    for first, end, other_first, other_end, words in pieces:
        if words >= _FEWEST_WORDS_SHOWN:
            yield SharedRun(here.passage(first, end), there.passage(other_first, other_end), words)


def _says_otherwise(
    here: StoryWords, there: StoryWords, edit: tuple[int, int], other_edit: tuple[int, int]
) -> bool:
    """Return whether the words between two blocks change what is said."""
    printed = here.text_between(*edit), there.text_between(*other_edit)
    return changes_meaning(*printed, here.article.language)
