"""Where in some words of a source a quotation may begin, by the rarest words that both have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from operator import add
from typing import NamedTuple

from reader.quote_check.coded_words import CodedQuotation, find_places

MOST_WINDOWS = 8
"""Windows of a stretch that are compared with a quotation."""
_ANCHORS = 16
"""Pairs of words of a quotation that are searched in a source, and half as many single words."""
_MOST_PLACES = 200
"""Places of an anchor that are compared."""
_WINDOW_STEP = 8
"""Words between the starts of two windows."""


class SearchedWords(NamedTuple):
    """Words in which anchors are searched, a character for each."""

    coded: str
    places: dict[str, list[int]]
    """Where each word and each pair of words is that was searched, empty at first."""


def choose_beginnings(
    quotation: CodedQuotation, coded: str, places: dict[str, list[int]]
) -> Iterator[int]:
    """Yield the places where a quotation may begin, the likeliest first; none beside another.

    Args:
        quotation: the words of the quotation.
        coded: those that are searched, a character for each.
        places: where their words and pairs are, as far as that is known; it is added to.
    """
    yield from _choose_places(_count_beginnings(quotation, SearchedWords(coded, places)))


def _count_beginnings(quotation: CodedQuotation, stretch: SearchedWords) -> Counter[int]:
    """Count the anchors of the quotation in a stretch by where it would begin.

    The number of places is bounded, however often the words are repeated.
    """
    return Counter(
        [place - number for number, places in _find_anchors(quotation, stretch) for place in places]
    )


def _choose_places(votes: Counter[int]) -> Iterator[int]:
    """Yield the places that have most votes, with those beside them; none beside another."""
    near: dict[int, int] = {}
    for begin, count in votes.items():
        step = begin // _WINDOW_STEP
        near[step] = near.get(step, 0) + count
    best = nsmallest(
        4 * MOST_WINDOWS,
        votes.items(),
        key=lambda item: (-near[item[0] // _WINDOW_STEP], -item[1], item[0]),
    )
    taken: set[int] = set()
    for begin, _ in best:
        step = begin // _WINDOW_STEP
        if len(taken) == MOST_WINDOWS or not taken.isdisjoint((step - 1, step, step + 1)):
            continue
        taken.add(step)
        yield begin


def _find_anchors(quotation: CodedQuotation, stretch: SearchedWords) -> list[tuple[int, list[int]]]:
    """Return the rarest pairs of words and content words, with their places in a stretch."""
    text = quotation.coded
    pairs = _list_places(stretch, enumerate(map(add, text, text[1:])))
    words = _list_places(stretch, [(at, text[at]) for at in quotation.content_words])
    return (
        nsmallest(_ANCHORS, pairs, key=lambda anchor: len(anchor[1]))
        + nsmallest(_ANCHORS // 2, words, key=lambda anchor: len(anchor[1]))
    )  # fmt: skip


def _list_places(
    stretch: SearchedWords, anchors: Iterable[tuple[int, str]]
) -> list[tuple[int, list[int]]]:
    """Return the anchors that a stretch has, each with its places there."""
    coded, known = stretch.coded, stretch.places
    found = []
    for number, characters in anchors:
        if characters in coded:
            places = known.get(characters)
            if places is None:
                places = known[characters] = find_places(coded, characters, _MOST_PLACES)
            found.append((number, places))
    return found
