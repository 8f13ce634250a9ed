"""Splitting a text into paragraphs, whatever its layout.

Three layouts occur, also mixed: a blank line between paragraphs, one paragraph a
line, and lines wrapped at a fixed width. Only wrapped lines are joined, and only
where the text as a whole shows that it is wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.text.quote_signs import CLOSING_SIGNS

# Columns.
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 140
# A wrapped line may exceed the width below which most lines stay by so many columns.
_OVERHANG = 8
# The share of lines that are no longer than the width at which the text is wrapped.
_WRAPPED_SHARE = 0.98
_SAMPLE_LINES = 4000
_SENTENCE_ENDS = '.!?:")…' + CLOSING_SIGNS


def split_paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of a text given line by line, in order and stripped.

    Every character that is not white space is in exactly one paragraph.
    """
    width = find_wrap_width(lines)
    if width is None:
        for line in lines:
            if stripped := line.strip():
                yield stripped
        return
    pieces: list[str] = []
    previous = ""
    for line in lines:
        stripped = line.strip()
        if pieces and not (stripped and _continues(previous, line, stripped, width)):
            yield "".join(pieces)
            pieces = []
        if stripped:
            pieces.append(_separator(previous, stripped) + stripped if pieces else stripped)
        previous = line.rstrip()
    if pieces:
        yield "".join(pieces)


def find_wrap_width(lines: Sequence[str]) -> int | None:
    """Return the width in columns at which the text is wrapped, None where it is not.

    Of neighbouring lines, at least half must be full; of these, half must be interrupted
    inside a sentence, and a quarter must go on with a small letter.
    """
    pairs = [
        (above.rstrip(), below.strip())
        for above, below in pairwise(lines[:_SAMPLE_LINES])
        if above.strip() and below.strip()
    ]
    if not pairs:
        return None
    width = _longest_common_length(pairs)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = [(above, below) for above, below in pairs if _is_full(above, below, width)]
    interrupted = sum(_interrupts_sentence(above, below) for above, below in full)
    continued = sum(below[0].islower() for _, below in full)
    is_wrapped = (
        2 * len(full) >= len(pairs) and 2 * interrupted >= len(full) and 4 * continued >= len(full)
    )
    return width if is_wrapped else None


def _longest_common_length(pairs: Sequence[tuple[str, str]]) -> int:
    """Return the length that nearly all lines stay below, with a little overhang."""
    lengths = sorted(len(above) for above, _ in pairs)
    width = lengths[int(_WRAPPED_SHARE * (len(lengths) - 1))]
    return max(width, *(len(below) for _, below in pairs if len(below) <= width + _OVERHANG), 0)


def _interrupts_sentence(above: str, below: str) -> bool:
    return below[0].islower() or not below[0].isascii() or above[-1] not in _SENTENCE_ENDS


def _continues(previous: str, line: str, stripped: str, width: int) -> bool:
    indented = line[:1].isspace() and not previous[:1].isspace()
    return not indented and _is_full(previous, stripped, width)


def _is_full(above: str, below: str, width: int) -> bool:
    """Return whether the first word below would not have fitted on the line above."""
    return len(above) + 1 + len(below.split(None, 1)[0]) > width


def _separator(above: str, below: str) -> str:
    """Return what joins two lines of a paragraph: nothing after a hyphen inside a word."""
    is_broken_word = above[-1] == "-" and above[-2:-1].isalpha() and below[0].islower()
    return "" if is_broken_word else " "
