"""The weightiest terms of many articles as sparse vectors of length 1, and their cosines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from reader.archive.article_terms import WeightedTerm
from reader.linking.arrays import Floats

VECTOR_TERMS = 60
"""So many terms of an article are compared."""


class TermVectors:
    """The vectors of articles, numbered from 0 in the order in which they are added."""

    def __init__(self) -> None:
        self._number_of: dict[str, int] = {}
        self._terms: list[Any] = []
        self._weights: list[Any] = []

    def __len__(self) -> int:
        return len(self._terms)

    def add(self, terms: Sequence[WeightedTerm]) -> int:
        """Add an article by its weighted terms; return its number."""
        numbers = [self._number_of.setdefault(each.term, len(self._number_of)) for each in terms]
        weights = np.array([each.weight for each in terms], np.float32)
        order = np.argsort(numbers)
        length = float(np.sqrt((weights**2).sum()))
        self._terms.append(np.array(numbers, np.int32)[order])
        self._weights.append(weights[order] / length if length else weights)
        return len(self._terms) - 1

    def cosine(self, one: int, other: int) -> float:
        """Return the cosine of two articles, 0..1."""
        _, here, there = np.intersect1d(
            self._terms[one], self._terms[other], assume_unique=True, return_indices=True
        )
        return float(self._weights[one][here] @ self._weights[other][there])

    def cosines(self, numbers: Sequence[int]) -> Floats:
        """Return the cosines of every two of some articles, a square with zeros on its diagonal."""
        terms = [self._terms[number] for number in numbers]
        known, place = np.unique(
            np.concatenate([np.zeros(0, np.int32), *terms]), return_inverse=True
        )
        rows = np.repeat(np.arange(len(numbers)), [len(each) for each in terms])
        dense = np.zeros((len(numbers), len(known)), np.float32)
        dense[rows, place] = np.concatenate(
            [np.zeros(0, np.float32), *(self._weights[number] for number in numbers)]
        )
        result: Floats = (dense @ dense.T).astype(np.float64)
        np.fill_diagonal(result, 0.0)
        return result
