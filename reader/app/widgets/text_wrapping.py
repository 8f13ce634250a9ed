"""Wraps the text of a paragraph into lines of terminal cells.

`wrap` is greedy, like a pager: as many words as fit; a word longer than the line is cut
between graphemes. Nearly all characters of news are one cell wide; for those a search for
the last space is enough and about ten times as fast as measuring every word. Everything else
is measured grapheme by grapheme.
"""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, split_graphemes

# Every character of these blocks takes one cell: Latin, Greek, Cyrillic (without
# combining marks and the soft hyphen) and the punctuation of typeset text.
_ONE_CELL = frozenset(
    [chr(code) for code in range(0x20, 0x7F)]
    + [chr(code) for code in range(0xA0, 0x300) if code != 0xAD]
    + [chr(code) for code in range(0x391, 0x483) if chr(code).isprintable()]
    + list("‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€™−")
)

# Marks that may not begin a line where words are not separated by spaces (JIS X 4051, in short).
_NOT_AT_LINE_START = frozenset(
    "、。，．：；？！」』）】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of `text` at a width.

    Args:
        text: one paragraph without line breaks.
        width: cells a line, at least 1; below 2 a wide character overflows.

    Returns:
        (start, end) character offsets of each line, in order; the white space
        between one line's end and the next one's start is not shown. At least
        one line, also for an empty text.
    """
    width = max(1, width)
    if len(text) <= width and _ONE_CELL.issuperset(text):
        return [(0, len(text))]
    if _ONE_CELL.issuperset(text):
        return _wrap_one_cell(text, width)
    return _wrap_measured(text, width)


def _wrap_one_cell(text: str, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    length = len(text)
    start = 0
    while length - start > width:
        # A space right after the last cell ends the line too, hence width + 1.
        space = text.rfind(" ", start, start + width + 1)
        if space <= start:
            lines.append((start, start + width))
            start += width
        else:
            end = space
            while end > start and text[end - 1] == " ":
                end -= 1
            lines.append((start, end))
            start = space + 1
        while start < length and text[start] == " ":
            start += 1
    if start < length or not lines:
        lines.append((start, length))
    return lines


def _wrap_measured(text: str, width: int) -> list[tuple[int, int]]:
    graphemes, _cells = split_graphemes(text)
    lines: list[tuple[int, int]] = []
    start = 0
    used = 0
    break_end = break_next = -1  # the latest place in this line where it may end
    used_after_break = 0
    for first, last, cells in graphemes:
        if text[first:last] == " ":
            if first == start and lines:
                start = last
                continue
            break_end, break_next, used_after_break = first, last, 0
            used += 1
            continue
        if cells == 2 and first > start and text[first] not in _NOT_AT_LINE_START:
            break_end = break_next = first
            used_after_break = 0
        if used + cells > width and first > start:
            if break_end > start:
                lines.append((start, _without_trailing_spaces(text, start, break_end)))
                start, used = break_next, used_after_break
            else:
                lines.append((start, first))
                start, used = first, 0
            break_end = -1
        used += cells
        used_after_break += cells
    if start < len(text) or not lines:
        lines.append((start, _without_trailing_spaces(text, start, len(text))))
    return [piece for line in lines for piece in _cut_to_fit(text, line, width)]


def _cut_to_fit(text: str, line: tuple[int, int], width: int) -> list[tuple[int, int]]:
    """Return the line, or pieces of it where its graphemes are wider together than each alone.

    That happens with stray joiners and variation selectors, which belong to nothing.
    """
    start, end = line
    if cell_len(text[start:end]) <= width:
        return [line]
    pieces = []
    for piece in chop_cells(text[start:end], width):
        pieces.append((start, start + len(piece)))
        start += len(piece)
    return pieces


def _without_trailing_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
