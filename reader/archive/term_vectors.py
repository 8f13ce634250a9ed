"""The weightiest terms of articles as sparse vectors of length 1, and their cosines.

A term is a number that follows from its letters alone, so a vector is the same wherever and beside
whatever others it is made, and so are its cosines, to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np

from reader.archive.article_terms import WeightedTerm
from reader.linking.arrays import Floats

VECTOR_TERMS = 60
"""So many terms of an article are compared."""


class TermVector(NamedTuple):
    """The terms of an article with their weights."""

    terms: Any
    """Their numbers in ascending order, 64 bits each."""
    weights: Any
    """Of the same terms; the sum of their squares is 1."""


def make_vector(terms: Sequence[WeightedTerm]) -> TermVector:
    """Return the vector of an article by its weighted terms."""
    numbers = np.array([number_term(each.term) for each in terms], np.int64)
    weights = np.array([each.weight for each in terms], np.float32)
    order = np.argsort(numbers)
    length = float(np.sqrt((weights**2).sum()))
    return TermVector(numbers[order], weights[order] / length if length else weights)


@lru_cache(maxsize=1 << 17)
def number_term(term: str) -> int:
    """Return the number of a term: 64 bits of a hash of its letters."""
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


class TermVectors:
    """The vectors of articles, numbered from 0 in the order in which they are added."""

    def __init__(self, vectors: Iterable[TermVector] = ()) -> None:
        self._vectors = list(vectors)

    def __len__(self) -> int:
        return len(self._vectors)

    def __getitem__(self, number: int) -> TermVector:
        return self._vectors[number]

    def add(self, terms: Sequence[WeightedTerm]) -> int:
        """Add an article by its weighted terms; return its number."""
        self._vectors.append(make_vector(terms))
        return len(self._vectors) - 1

    def cosine(self, one: int, other: int) -> float:
        """Return the cosine of two articles, 0..1."""
        here, there = self._vectors[one], self._vectors[other]
        _, ours, theirs = np.intersect1d(
            here.terms, there.terms, assume_unique=True, return_indices=True
        )
        return float(here.weights[ours] @ there.weights[theirs])

    def cosines(self, numbers: Sequence[int]) -> Floats:
        """Return the cosines of every two of some articles, a square with zeros on its diagonal."""
        vectors = [self._vectors[number] for number in numbers]
        known, place = np.unique(
            np.concatenate([np.zeros(0, np.int64), *(each.terms for each in vectors)]),
            return_inverse=True,
        )
        rows = np.repeat(np.arange(len(numbers)), [len(each.terms) for each in vectors])
        dense = np.zeros((len(numbers), len(known)), np.float32)
        dense[rows, place] = np.concatenate(
            [np.zeros(0, np.float32), *(each.weights for each in vectors)]
        )
        result: Floats = (dense @ dense.T).astype(np.float64)
        np.fill_diagonal(result, 0.0)
        return result
