"""The runs of a few words that two stories have once, as arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class CopyAnchors(NamedTuple):
    """Runs of words that a story has once."""

    hashes: NDArray[np.int64]
    """In the order of the story."""
    places: NDArray[np.int64]
    """The position of the first word of each."""
    sorted_hashes: NDArray[np.int64]
    sorted_places: NDArray[np.int64]
    """The positions in the order of `sorted_hashes`."""

    @classmethod
    def of(cls, first_places: Mapping[int, int], repeated: Collection[int]) -> CopyAnchors:
        """Return those that have one position.

        Args:
            first_places: the first positions of the runs of a story, by hash, in order.
            repeated: the hashes of those that have more.
        """
        once = [run for run in first_places if run not in repeated]
        hashes = np.array(once, np.int64)
        places = np.array([first_places[run] for run in once], np.int64)
        order = np.argsort(hashes)
        return cls(hashes, places, hashes[order], places[order])


class SharedAnchors(NamedTuple):
    """Anchors that two stories share, each a word after the one before."""

    here: int
    there: int
    """The positions of the first one."""
    length: int


def list_shared_anchors(here: CopyAnchors, there: CopyAnchors) -> Iterator[SharedAnchors]:
    """Return the runs that both stories have once, in the order of `here`."""
    if not len(there.hashes):
        return iter(())
    at = np.searchsorted(there.sorted_hashes, here.hashes)
    # Behind the last one is none; the first one is another there.
    at[at == len(there.hashes)] = 0
    is_shared = there.sorted_hashes[at] == here.hashes
    places, others = here.places[is_shared], there.sorted_places[at[is_shared]]
    follows = (np.diff(places) == 1) & (np.diff(others) == 1)
    begins = np.flatnonzero(np.concatenate(([True], ~follows))[: len(places)])
    counts = np.diff(np.append(begins, len(places)))
    rows = (places[begins].tolist(), others[begins].tolist(), counts.tolist())
    return map(SharedAnchors, *rows)
