"""The entries of a live blog and the times at which they were posted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.articles.metadata.post_times import has_time_of_day, is_post_time
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageBlock, PageTree
from reader.sources.formats.page_regions import BODY_KINDS, is_prose

# A page with fewer times beside paragraphs of its story is no live blog.
_FEWEST_ENTRIES = 2


class TimedPiece(NamedTuple):
    """One paragraph of the story."""

    kind: str
    text: str
    time: str
    """The time of its entry as printed, "" where it is in no entry."""


def mark_entries(pieces: Sequence[LocatedPiece], tree: PageTree) -> list[TimedPiece]:
    """Return the story with the times of its entries, each also before its entry.

    An entry is the largest element with one time and a paragraph of the story in it. A time
    that is not a paragraph of the story is added, of the kind `time`.
    """
    entry_times = _find_entries(pieces, tree)
    timed: list[TimedPiece] = []
    shown: set[int] = set()
    for piece in pieces:
        entry = _entry_of(piece, tree, entry_times)
        time = ""
        if entry is not None:
            position = entry_times[entry]
            time = _time(tree.blocks[position]) or ""
            if entry not in shown and piece.position != position:
                shown.add(entry)
                timed.append(TimedPiece("time", time, time))
        if piece.kind in BODY_KINDS and piece.text == time:
            continue
        timed.append(TimedPiece(piece.kind, piece.text, time))
    return timed


def _time(block: PageBlock) -> str | None:
    """Return the time that a paragraph gives, None where it gives none."""
    if block.time and (has_time_of_day(block.time) or is_post_time(block.time)):
        return block.time
    return block.text if is_post_time(block.text) else None


def _entry_of(piece: LocatedPiece, tree: PageTree, entry_times: dict[int, int]) -> int | None:
    if piece.position is None or not entry_times:
        return None
    block = tree.blocks[piece.position]
    return next((at for at in tree.ancestors(block.element) if at in entry_times), None)


def _find_entries(pieces: Sequence[LocatedPiece], tree: PageTree) -> dict[int, int]:
    """Return for the element of each entry the position of its time; {} on most pages."""
    times = [at for at, block in enumerate(tree.blocks) if _time(block) and not block.regions]
    if len(times) < _FEWEST_ENTRIES:
        return {}
    counts: Counter[int] = Counter()
    for at in times:
        counts.update(tree.ancestors(tree.blocks[at].element))
    with_prose = {
        number
        for piece in pieces
        if piece.position is not None and piece.kind in BODY_KINDS and is_prose(piece.text)
        for number in tree.ancestors(tree.blocks[piece.position].element)
    }
    entries: dict[int, int] = {}
    for at in times:
        around = [
            number for number in tree.ancestors(tree.blocks[at].element) if counts[number] == 1
        ]
        if around and around[-1] in with_prose:
            entries[around[-1]] = at
    by_signature = Counter(tree.elements[number].signature for number in entries)
    return {
        number: at
        for number, at in entries.items()
        if by_signature[tree.elements[number].signature] >= _FEWEST_ENTRIES
    }
