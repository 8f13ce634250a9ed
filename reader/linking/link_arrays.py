"""The arrays in which the links of a table are stored: made of links, and packed as bytes.

Paragraphs are counted through all articles ("rows").
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.linking.lowered_scores import Lowering
from reader.linking.scored_links import SCORE_STEPS, UNKNOWN_SENTENCE, LinkColumns, ScoredPair

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CODES = "IIIHBBIIIBBB"
"""The type of the numbers of each array, as `array.array` names it."""


class LinkArrays(NamedTuple):
    """Links ordered by article pair and, within a pair, by falling score; about 20 bytes each."""

    starts: array[int]
    """The first row of every article, and the number of rows at the end."""
    here: array[int]
    """The row on the side of the earlier article, one for each link."""
    there: array[int]
    scores: array[int]
    """In steps of 1 / `SCORE_STEPS`."""
    sentences_here: array[int]
    """Position of the best matching sentence in its paragraph, or `UNKNOWN_SENTENCE`."""
    sentences_there: array[int]
    offsets: array[int]
    """`incident[offsets[row] : offsets[row + 1]]` are the links of a row, strongest first
    (compressed sparse rows)."""
    incident: array[int]
    pairs: array[int]
    """Three numbers for every article pair with links: article, article, first link."""
    parts: array[int]
    """As `ScoredPair.parts`, as many numbers for every link."""
    conflicts: array[int]
    """As `ScoredPair.conflicts`, one for each link."""
    lowered: array[int]
    """As `ScoredPair.lowered`, one for each link."""


def sort_links(paragraph_counts: Sequence[int], links: Iterable[ScoredPair]) -> LinkArrays:
    """Sort links into arrays; the order of `links` does not matter.

    Args:
        paragraph_counts: the number of paragraphs of each article, all kinds.
        links: each link once.

    Raises:
        ValueError: a link within one article, from a later to an earlier one, to a
            paragraph that does not exist, or with a score outside 0..1; or only some
            links have parts.
    """
    starts = array("I", accumulate(paragraph_counts, initial=0))
    ordered = sorted(
        links,
        key=lambda link: (link.here[0], link.there[0], -link.score, link.here, link.there),
    )
    _check_links(paragraph_counts, ordered)
    here_rows = array("I", (starts[link.here[0]] + link.here[1] for link in ordered))
    there_rows = array("I", (starts[link.there[0]] + link.there[1] for link in ordered))
    scores = array("H", (round(link.score * SCORE_STEPS) for link in ordered))
    offsets, incident = _incidence(starts[-1], here_rows, there_rows, scores)
    return LinkArrays(
        starts,
        here_rows,
        there_rows,
        scores,
        array("B", (min(link.sentence_here, UNKNOWN_SENTENCE) for link in ordered)),
        array("B", (min(link.sentence_there, UNKNOWN_SENTENCE) for link in ordered)),
        offsets,
        incident,
        _article_pairs((link.here[0], link.there[0]) for link in ordered),
        array("B", b"".join(link.parts for link in ordered)),
        array("B", (link.conflicts for link in ordered)),
        array("B", (link.lowered for link in ordered)),
    )


def sort_columns(paragraph_counts: Sequence[int], links: LinkColumns) -> LinkArrays:
    """Sort the links of NumPy columns into arrays, as `sort_links` does, without its checks."""
    import numpy as np

    starts = np.fromiter(accumulate(paragraph_counts, initial=0), np.int64)
    here = starts[links.article_here] + links.paragraph_here
    there = starts[links.article_there] + links.paragraph_there
    is_turned = here > there
    here, there = np.where(is_turned, there, here), np.where(is_turned, here, there)
    a = np.where(is_turned, links.article_there, links.article_here).astype(np.int64)
    b = np.where(is_turned, links.article_here, links.article_there).astype(np.int64)
    rows = int(starts[-1])
    falling = SCORE_STEPS - np.rint(links.score * SCORE_STEPS).astype(np.int64)
    order = np.argsort(here * rows + there, kind="stable")
    key = (a * len(paragraph_counts) + b) * (SCORE_STEPS + 1) + falling
    order = order[np.argsort(key[order], kind="stable")]
    a, b, here, there, falling = (column[order] for column in (a, b, here, there, falling))
    sentences = (
        np.where(is_turned, links.sentence_there, links.sentence_here)[order],
        np.where(is_turned, links.sentence_here, links.sentence_there)[order],
    )
    ends, others = np.concatenate((here, there)), np.concatenate((there, here))
    key = (ends * (SCORE_STEPS + 1) + np.concatenate((falling, falling))) * rows + others
    incident = np.argsort(key, kind="stable")
    offsets = np.searchsorted(ends, np.arange(rows + 1), sorter=incident)
    first = np.flatnonzero(np.diff(a, prepend=-1) | np.diff(b, prepend=-1))
    return LinkArrays(
        _array("I", starts),
        _array("I", here),
        _array("I", there),
        _array("H", SCORE_STEPS - falling),
        _array("B", np.minimum(sentences[0], UNKNOWN_SENTENCE)),
        _array("B", np.minimum(sentences[1], UNKNOWN_SENTENCE)),
        _array("I", offsets),
        _array("I", incident % max(len(here), 1)),
        _array("I", np.column_stack((a[first], b[first], first)).ravel()),
        _array("B", links.parts[order].ravel()),
        _array("B", links.conflicts[order]),
        _array("B", links.lowered[order]),
    )


def pack_arrays(arrays: LinkArrays) -> bytes:
    """The arrays as bytes for `unpack_arrays` on the same machine."""
    lengths = array("Q", map(len, arrays))
    return b"".join([lengths.tobytes(), *(column.tobytes() for column in arrays)])


def unpack_arrays(data: bytes) -> LinkArrays:
    """The arrays that `pack_arrays` wrote.

    Raises:
        ValueError: the length is not right, or a number is beyond the arrays.
    """
    view = memoryview(data)
    lengths: array[int] = array("Q")
    head = len(_CODES) * lengths.itemsize
    if len(view) < head:
        raise ValueError("the table of links is cut short")
    lengths.frombytes(view[:head])
    columns: list[array[int]] = [array(code) for code in _CODES]
    sizes = [n * column.itemsize for n, column in zip(lengths, columns, strict=True)]
    if len(view) != head + sum(sizes):
        raise ValueError("the table of links has the wrong length")
    begin = head
    for column, size in zip(columns, sizes, strict=True):
        column.frombytes(view[begin : begin + size])
        begin += size
    arrays = LinkArrays(*columns)
    _check_numbers(arrays)
    return arrays


def _check_numbers(arrays: LinkArrays) -> None:
    """Raise ValueError where rows, links or articles are named that there are not."""
    rows = arrays.starts[-1] if arrays.starts else -1
    links, articles = len(arrays.scores), len(arrays.starts) - 1
    columns = [arrays.here, arrays.there, arrays.sentences_here, arrays.sentences_there]
    columns.extend((arrays.conflicts, arrays.lowered))
    is_whole = (
        list(arrays.starts) == sorted(arrays.starts)
        and all(len(column) == links for column in columns)
        and len(arrays.offsets) == rows + 1
        and list(arrays.offsets) == sorted(arrays.offsets)
        and arrays.offsets[-1] == len(arrays.incident)
        and max(arrays.here, default=-1) < rows
        and max(arrays.there, default=-1) < rows
        and max(arrays.incident, default=-1) < links
        and max(arrays.scores, default=0) <= SCORE_STEPS
        and max(arrays.lowered, default=0) <= max(Lowering)
        and len(arrays.pairs) % 3 == 0
        and max((*arrays.pairs[0::3], *arrays.pairs[1::3]), default=-1) < articles
        and max(arrays.pairs[2::3], default=0) <= links
    )
    if not is_whole:
        raise ValueError("the table of links is damaged")


def _check_links(paragraph_counts: Sequence[int], links: Sequence[ScoredPair]) -> None:
    """Raise ValueError for a link that cannot be; see `sort_links`."""
    for here, there, score, *_ in links:
        if not (0 <= here[0] < there[0] < len(paragraph_counts)):
            raise ValueError(f"a link must go from an article to a later one: {here}, {there}")
        if not all(0 <= p < paragraph_counts[a] for a, p in (here, there)):
            raise ValueError(f"no such paragraph: {here}, {there}")
        if not 0.0 <= score <= 1.0:
            raise ValueError(f"a score must be in 0..1: {score}")
    if len({len(link.parts) for link in links}) > 1:
        raise ValueError("some links have other parts than others")


def _incidence(
    rows: int, here: array[int], there: array[int], scores: array[int]
) -> tuple[array[int], array[int]]:
    """For every row its links, strongest first; equal scores in the order of the other row."""
    touching: dict[int, list[tuple[int, int, int]]] = {}
    for number, (a, b, score) in enumerate(zip(here, there, scores, strict=True)):
        touching.setdefault(a, []).append((-score, b, number))
        touching.setdefault(b, []).append((-score, a, number))
    offsets = array("I", [0])
    incident = array("I")
    for row in range(rows):
        incident.extend(number for _, _, number in sorted(touching.get(row, ())))
        offsets.append(len(incident))
    return offsets, incident


def _article_pairs(pairs_of_links: Iterable[tuple[int, int]]) -> array[int]:
    pairs = array("I")
    before = None
    for number, pair in enumerate(pairs_of_links):
        if pair != before:
            pairs.extend((*pair, number))
            before = pair
    return pairs


def _array(code: str, values: NDArray[Any]) -> array[int]:
    column: array[int] = array(code)
    column.frombytes(values.astype(code).tobytes())
    return column
