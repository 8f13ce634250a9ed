"""Splitting a text into paragraphs, whatever its layout.

Three layouts occur, also mixed: a blank line between paragraphs, one paragraph a
line, and lines wrapped at a fixed width. Only wrapped lines are joined, and only
where the text as a whole shows that it is wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_NARROWEST_WRAP = 40
_WIDEST_WRAP = 140
_SAMPLE_LINES = 4000


def split_paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a text given line by line, in order, without white space around them.

    Every character that is not white space is in exactly one paragraph.
    """
    wrap = wrap_width(lines)
    if wrap is None:
        for line in lines:
            if stripped := line.strip():
                yield stripped
        return
    pieces: list[str] = []
    previous = ""
    for line in lines:
        stripped = line.strip()
        if pieces and not (stripped and _continues(previous, line, stripped, wrap)):
            yield "".join(pieces)
            pieces = []
        if stripped:
            pieces.append(_glue(previous, stripped) + stripped if pieces else stripped)
        previous = line.rstrip()
    if pieces:
        yield "".join(pieces)


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which the text is wrapped, or None where its lines are paragraphs."""
    pairs = [
        (above.rstrip(), below.strip())
        for above, below in pairwise(lines[:_SAMPLE_LINES])
        if above.strip() and below.strip()
    ]
    if not pairs:
        return None
    lengths = sorted(len(above) for above, _ in pairs)
    wrap = lengths[int(0.98 * (len(lengths) - 1))]
    wrap = max(wrap, *(len(below) for _, below in pairs if len(below) <= wrap + 8), 0)
    if not _NARROWEST_WRAP <= wrap <= _WIDEST_WRAP:
        return None
    full = [(above, below) for above, below in pairs if _is_full(above, below, wrap)]
    inside = [
        (above, below)
        for above, below in full
        if below[0].islower() or not below[0].isascii() or above[-1] not in '.!?:"”’)…'
    ]
    running = sum(below[0].islower() for _, below in full)
    if 2 * len(full) < len(pairs) or 2 * len(inside) < len(full) or 4 * running < len(full):
        return None
    return wrap


def _continues(previous: str, line: str, stripped: str, wrap: int) -> bool:
    indented = line[:1].isspace() and not previous[:1].isspace()
    return not indented and _is_full(previous, stripped, wrap)


def _is_full(above: str, below: str, wrap: int) -> bool:
    """Would the first word below not have fitted on the line above?"""
    return len(above) + 1 + len(below.split(None, 1)[0]) > wrap


def _glue(above: str, below: str) -> str:
    """What stands between two lines of a paragraph: nothing after a hyphen inside a word."""
    broken = above[-1] == "-" and above[-2:-1].isalpha() and below[0].islower()
    return "" if broken else " "
