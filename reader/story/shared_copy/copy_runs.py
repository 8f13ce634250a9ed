"""Runs of words that two stories share, with small edits inside.

Exact runs of a few words that either story has once are anchors, as in a patience diff (Cohen);
they grow while the words are the same. What a story repeats is paired in order where no anchor is.
Runs that follow each other at a short distance in both stories are one edited run. The cost is
linear in the words of the two stories.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

from reader.story.shared_copy.copied_words import ANCHOR_WORDS, StoryWords

if TYPE_CHECKING:
    from reader.story.shared_copy.copy_anchors import SharedAnchors

LARGEST_EDIT = 6
"""At most so many words are put in, left out or changed at one place of an edited run."""
FEWEST_WORDS = 8
"""A run with fewer shared words outside quotations is chance, or a quotation that both carry."""
FEWEST_TELLING_WORDS = 4
"""So many of its shared words say something: names, titles and set phrases are common property."""
_FIRST_STEP = 32
"""Words that are compared at once; then twice as many as the time before."""
_FARTHEST = 200
"""Words before and after a chain among which it grows across edits."""


class SharedBlock(NamedTuple):
    """The same words in a row in two stories."""

    here: int
    there: int
    """The positions of the first word."""
    length: int


class CopyRun(NamedTuple):
    """An edited run: blocks in order, with the words between them edited."""

    blocks: tuple[SharedBlock, ...]

    @property
    def words(self) -> int:
        """How many words are shared."""
        return sum(block.length for block in self.blocks)

    @property
    def here(self) -> tuple[int, int]:
        """The positions of the first word and after the last in the one story."""
        return self.blocks[0].here, self.blocks[-1].here + self.blocks[-1].length

    @property
    def there(self) -> tuple[int, int]:
        """The same in the other story."""
        return self.blocks[0].there, self.blocks[-1].there + self.blocks[-1].length


def find_runs_of_stories(
    stories: Sequence[StoryWords],
) -> Iterator[tuple[StoryWords, StoryWords, tuple[CopyRun, ...]]]:
    """Yield each two stories, the earlier one first, with the runs that they share."""
    # NumPy is loaded where stories are compared, and not by what only names this module.
    from reader.story.shared_copy.copy_anchors import AnchorTable

    if not stories:
        return
    table = AnchorTable([story.anchors for story in stories])
    for at, there in enumerate(stories):
        for here, anchors in zip(stories, table.list_shared(at), strict=False):
            yield here, there, _find_runs(here, there, anchors)


def find_copy_runs(here: StoryWords, there: StoryWords) -> tuple[CopyRun, ...]:
    """Find the edited runs of words that two stories share, in the order of the first."""
    [(_, _, runs)] = find_runs_of_stories((here, there))
    return runs


def _find_runs(
    here: StoryWords, there: StoryWords, anchors: Iterable[SharedAnchors]
) -> tuple[CopyRun, ...]:
    runs: list[CopyRun] = []
    used_to = 0
    chains = list(_chains(_exact_blocks(here, there, anchors)))
    ends = [*(chain[0].here for chain in chains[1:]), len(here.keys)]
    for chain, end in zip(chains, ends, strict=False):
        run = CopyRun(tuple(_grow(chain, here, there, range(used_to, end))))
        if _is_copy(run, here, there):
            runs.append(run)
            used_to = run.here[1]
    return tuple(runs)


def _is_copy(run: CopyRun, here: StoryWords, there: StoryWords) -> bool:
    """Return whether enough words of a run are the writers' own, in either story.

    What one story has between quotation marks is a quotation in the other, too, which may have set
    it as a block.
    """
    own = _count_less(run, here.own, there.own)
    return (
        own >= FEWEST_WORDS
        and _count_less(run, here.telling, there.telling) >= FEWEST_TELLING_WORDS
    )


def _count_less(run: CopyRun, here: Sequence[int], there: Sequence[int]) -> int:
    """Return how many words of a run are of a kind, of each block in the story with fewer.

    Args:
        run: the run.
        here: how many words before each word of the one story are of the kind.
        there: the same of the other story.
    """
    total = 0
    for at, other_at, length in run.blocks:
        ours = here[at + length] - here[at]
        theirs = there[other_at + length] - there[other_at]
        total += ours if ours < theirs else theirs
    return total


def _exact_blocks(
    here: StoryWords, there: StoryWords, anchors: Iterable[SharedAnchors]
) -> list[SharedBlock]:
    """Return the longest runs of the same words around the anchors, in the order of `here`."""
    blocks = list(_anchored_blocks(here, there, anchors))
    pairs, other_pairs = _pair_repeated(here, there, blocks)
    blocks += _longest_blocks(here.keys, there.keys, pairs)
    blocks += (
        SharedBlock(block.there, block.here, block.length)
        for block in _longest_blocks(there.keys, here.keys, other_pairs)
    )
    return sorted(blocks)


def _anchored_blocks(
    here: StoryWords, there: StoryWords, anchors: Iterable[SharedAnchors]
) -> Iterator[SharedBlock]:
    """Yield the longest runs of the same words around runs that both stories have once."""
    ours, theirs = here.keys, there.keys
    end = 0
    for start, other, length in anchors:
        # Of anchors in a row those that the block before has are passed over.
        passed = end - ANCHOR_WORDS + 1 - start
        if passed >= length:
            continue
        if passed > 0:
            start, other, length = start + passed, other + passed, length - passed
        # The words of anchors are the same, up to a collision of hashes.
        size = length + ANCHOR_WORDS - 1
        if ours[start : start + size] != theirs[other : other + size]:
            size = 0
        last, _ = _end_of_same(ours, theirs, start + size, other + size)
        if last <= end:
            continue
        while start > end and other and ours[start - 1] == theirs[other - 1]:
            start, other = start - 1, other - 1
        yield SharedBlock(start, other, last - start)
        end = last


def _longest_blocks(
    here: Sequence[str], there: Sequence[str], anchors: Iterable[tuple[int, int]]
) -> Iterator[SharedBlock]:
    """Yield the longest runs of the same words around pairs of positions, given in order."""
    end = 0
    for start, other in anchors:
        if start < end - ANCHOR_WORDS + 1:
            continue
        first, other_first = start, other
        while first > end and other_first > 0 and here[first - 1] == there[other_first - 1]:
            first, other_first = first - 1, other_first - 1
        last, _ = _end_of_same(here, there, start, other)
        if last > end:
            yield SharedBlock(first, other_first, last - first)
            end = last


def _pair_repeated(
    here: StoryWords, there: StoryWords, blocks: Sequence[SharedBlock]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pair the positions of runs that a story repeats and that are in no block.

    They are paired in order; of the story that has more of them, the others go to the last one.

    Returns:
        Pairs of positions by the one story, then those left over in the other, which come first.
    """
    pairs: list[tuple[int, int]] = []
    other_pairs: list[tuple[int, int]] = []
    repeated = (here.repeated.keys() & there.first_places.keys()) | (
        there.repeated.keys() & here.first_places.keys()
    )
    if not repeated:
        return pairs, other_pairs
    covered = _Covered((block.here, block.length) for block in blocks)
    other_covered = _Covered((block.there, block.length) for block in blocks)
    for run in repeated:
        places, other_places = here.places_of(run), there.places_of(run)
        ours = [place for place in places if place not in covered]
        theirs = [place for place in other_places if place not in other_covered]
        goals, other_goals = theirs or other_places[-1:], ours or places[-1:]
        pairs += ((place, goals[min(number, len(goals) - 1)]) for number, place in enumerate(ours))
        other_pairs += ((place, other_goals[-1]) for place in theirs[len(ours) :])
    return sorted(pairs), sorted(other_pairs)


class _Covered:
    """The first words of runs that are in a block, as a set of positions."""

    def __init__(self, blocks: Iterable[tuple[int, int]]) -> None:
        spans = sorted(blocks)
        self._starts = [start for start, _ in spans]
        self._ends = [start + length for start, length in spans]

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place)
        return at > 0 and place < self._ends[at - 1]


def _end_of_same(
    here: Sequence[str], there: Sequence[str], start: int, other: int
) -> tuple[int, int]:
    """Return where the words that are the same from two positions on end."""
    is_within = start < len(here) and other < len(there)
    if not is_within or here[start] != there[other]:
        return start, other
    step = _FIRST_STEP
    while True:
        ours, theirs = here[start : start + step], there[other : other + step]
        if ours != theirs:
            same = list(map(eq, ours, theirs))
            length = same.index(False) if False in same else len(same)
            return start + length, other + length
        start, other = start + len(ours), other + len(theirs)
        if len(ours) < step:
            return start, other
        step *= 2


def _chains(blocks: Sequence[SharedBlock]) -> Iterator[list[SharedBlock]]:
    """Yield the blocks that follow each other with an edit between, as lists."""
    chain: list[SharedBlock] = []
    end = other_end = 0
    for block in blocks:
        here, there, length = block
        gap, other_gap = here - end, there - other_end
        # What the block before has, too, is left out.
        overlap = max(0, -gap, -other_gap)
        if overlap >= length or max(gap, other_gap) > LARGEST_EDIT:
            if chain:
                yield chain
            chain = []
        elif chain and overlap:
            block = SharedBlock(here + overlap, there + overlap, length - overlap)
        chain.append(block)
        end, other_end = here + length, there + length
    if chain:
        yield chain


def _grow(
    chain: Sequence[SharedBlock], here: StoryWords, there: StoryWords, within: range
) -> Iterator[SharedBlock]:
    """Yield the blocks of a chain, and shorter ones across edits before and after it.

    They stay within some positions of the one story, which no other chain has.
    """
    start, other_start, _ = chain[0]
    before = here.keys[max(within.start, start - _FARTHEST) : start][::-1]
    other_before = there.keys[max(0, other_start - _FARTHEST) : other_start][::-1]
    for gap, other_gap, length in reversed(list(_regain(before, other_before))):
        yield SharedBlock(start - gap - length, other_start - other_gap - length, length)
    yield from chain
    end = chain[-1].here + chain[-1].length
    other_end = chain[-1].there + chain[-1].length
    after = here.keys[end : min(within.stop, end + _FARTHEST)]
    for gap, other_gap, length in _regain(after, there.keys[other_end : other_end + _FARTHEST]):
        yield SharedBlock(end + gap, other_end + other_gap, length)


def _regain(here: Sequence[str], there: Sequence[str]) -> Iterator[SharedBlock]:
    """Yield runs of the same words at the beginning of two texts, each after a short edit."""
    start = other = 0
    while found := _nearest_same(here, there, start, other):
        end, other_end = _end_of_same(here, there, *found)
        # What is the same again is longer than the edit before it, or the two texts part here.
        if end - found[0] < max(found[0] - start, found[1] - other):
            return
        yield SharedBlock(*found, end - found[0])
        start, other = end, other_end


def _nearest_same(
    here: Sequence[str], there: Sequence[str], start: int, other: int
) -> tuple[int, int] | None:
    """The first positions within an edit at which two words are the same again."""
    ours, theirs = _list_pairs(here, start), _list_pairs(there, other)
    if set(ours).isdisjoint(theirs):
        return None
    edits = ((at + theirs.index(pair), at) for at, pair in enumerate(ours) if pair in theirs)
    words, at = min(edits)
    return start + at, other + words - at


def _list_pairs(words: Sequence[str], start: int) -> list[tuple[str, str]]:
    """Return every two words in a row within an edit from a position on."""
    part = words[start : start + LARGEST_EDIT + 2]
    return list(pairwise(part))
