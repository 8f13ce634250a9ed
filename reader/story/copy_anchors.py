"""The runs of a few words that two stories have once, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class CopyAnchors(NamedTuple):
    """Runs of words that a story has once."""

    hashes: NDArray[np.int64]
    places: NDArray[np.int64]
    """The position of the first word of each."""

    @classmethod
    def of(cls, run_places: Mapping[int, Sequence[int]]) -> CopyAnchors:
        """Return those that have one position.

        Args:
            run_places: all positions of the runs of a story, by hash.
        """
        once = [(run, places[0]) for run, places in run_places.items() if len(places) == 1]
        hashes, places = np.array(once, np.int64).reshape(-1, 2).T
        return cls(hashes, places)


class SharedAnchors(NamedTuple):
    """Anchors that two stories share, each a word after the one before."""

    here: int
    there: int
    """The positions of the first one."""
    length: int


def list_shared_anchors(here: CopyAnchors, there: CopyAnchors) -> Iterator[SharedAnchors]:
    """Return the runs that both stories have once, in the order of `here`."""
    _, ours, theirs = np.intersect1d(
        here.hashes, there.hashes, assume_unique=True, return_indices=True
    )
    places = here.places[ours]
    order = np.argsort(places)
    places, others = places[order], there.places[theirs[order]]
    follows = (np.diff(places) == 1) & (np.diff(others) == 1)
    begins = np.flatnonzero(np.concatenate(([True], ~follows))[: len(places)])
    counts = np.diff(np.append(begins, len(places)))
    rows = (places[begins].tolist(), others[begins].tolist(), counts.tolist())
    return map(SharedAnchors, *rows)
