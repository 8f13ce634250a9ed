"""The runs of a few words that stories have once, as arrays, and those that two of them share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class CopyAnchors(NamedTuple):
    """Runs of words that a story has once."""

    hashes: NDArray[np.int64]
    """In the order of the story."""
    places: NDArray[np.int64]
    """The position of the first word of each."""

    @classmethod
    def of(cls, first_places: Mapping[int, int], repeated: Collection[int]) -> CopyAnchors:
        """Return those that have one position.

        Args:
            first_places: the first positions of the runs of a story, by hash, in order.
            repeated: the hashes of those that have more.
        """
        once = [run for run in first_places if run not in repeated]
        return cls(
            np.array(once, np.int64), np.array([first_places[run] for run in once], np.int64)
        )


class SharedAnchors(NamedTuple):
    """Anchors that two stories share, each a word after the one before."""

    here: int
    there: int
    """The positions of the first one."""
    length: int


class AnchorTable:
    """The anchors of several stories, for finding those that each two share.

    All stories before one are compared with it at once, by the position that it has of every
    anchor.

    Args:
        stories: the anchors of each story.
    """

    def __init__(self, stories: Sequence[CopyAnchors]) -> None:
        self._ends = np.cumsum([len(story.hashes) for story in stories]).tolist()
        hashes = np.concatenate([story.hashes for story in stories])
        _, self._codes, counts = np.unique(hashes, return_inverse=True, return_counts=True)
        self._places = np.concatenate([story.places for story in stories])
        self._owners = np.repeat(np.arange(len(stories)), [len(each.hashes) for each in stories])
        self._found = np.full(len(counts), -1)
        """The position of each anchor in the story that is compared; -1 of all others."""

    def list_shared(self, story: int) -> Iterator[Iterator[SharedAnchors]]:
        """Yield what every story before one shares with it, in the order of the former.

        Args:
            story: the position of the story.
        """
        begin, end = self._ends[story - 1] if story else 0, self._ends[story]
        self._found[self._codes[begin:end]] = self._places[begin:end]
        others = self._found[self._codes[:begin]]
        self._found[self._codes[begin:end]] = -1
        shared = np.flatnonzero(others >= 0)
        places, others, owners = self._places[shared], others[shared], self._owners[shared]
        follows = (np.diff(places) == 1) & (np.diff(others) == 1) & (np.diff(owners) == 0)
        begins = np.flatnonzero(np.concatenate(([True], ~follows))[: len(places)])
        counts = np.diff(np.append(begins, len(places))).tolist()
        ours, theirs = places[begins].tolist(), others[begins].tolist()
        limits = np.searchsorted(owners[begins], np.arange(story + 1)).tolist()
        for at in range(story):
            part = slice(limits[at], limits[at + 1])
            yield map(SharedAnchors, ours[part], theirs[part], counts[part])
