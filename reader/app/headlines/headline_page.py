"""The lines of the screen of headlines between title and key line, and the title."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from reader.app.headlines.headline_state import HeadlineState
from reader.app.headlines.opening_lines import OpeningLines, draw_opening
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import pad, rule_line
from reader.app.widgets.line_widget import Line, Part, justify
from reader.articles import clean_line

_COLUMN = 38
"""Cells of a column at least: as the panes of articles."""
_WIDE_FROM = 100
"""Cells from which on articles are side by side."""
_LONGEST_FILTER = 30
_FOOT_FROM = 12
_NARROW_BELOW = 60
_INDENT = 2
_FEET = (
    "in this headline only; below it where the others have what each puts first",
    "in this headline only; below: where the others have it",
    "in this headline only",
)
"""What the signs mean, the longest that fits."""


@dataclass(frozen=True, slots=True)
class HeadlinePage:
    """The lines between title and key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    cells: tuple[tuple[int, ...], ...]
    """For each line the articles, by their positions among those listed, from left to right."""
    top: int
    left: int
    room: int
    """Lines of openings that fit."""


def draw_page(state: HeadlineState, width: int, height: int, signs: Signs) -> HeadlinePage:
    """Draw everything between the title and the key line.

    Args:
        state: what is listed and selected.
        width: cells of a line.
        height: lines.
        signs: the signs of this terminal.
    """
    has_foot = height >= _FOOT_FROM
    room = max(1, height - 2 * has_foot)
    if width >= _WIDE_FROM:
        lines, cells, left = _draw_columns(state, width, signs)
        first, last = 0, 1
    else:
        lines, cells = _draw_list(state, width, signs)
        left = 0
        first = next(at for at, cell in enumerate(cells) if cell == (state.index,))
        last = max(at for at, cell in enumerate(cells) if cell == (state.index,)) + 1
    top = max(0, min(state.top, len(lines) - room))
    if not state.is_scrolled:
        top = min(max(top, last - room), first)
    shown = lines[top : top + room]
    empty = room - len(shown)
    page = [*shown, *([pad([], width)] * empty)]
    rows = [*cells[top : top + room], *([()] * empty)]
    if has_foot:
        below = len(lines) - top - room
        beside = len(state.listed) - left - len(cells[0]) if width >= _WIDE_FROM else 0
        label = f" {signs.dot} ".join(
            f"{hidden} {what}{'s' if hidden > 1 else ''} {where}"
            for hidden, what, where in (
                (left, "article", "to the left"),
                (beside, "article", "to the right"),
                (below, "line", "below"),
            )
            if hidden > 0
        )
        page += [
            rule_line(label, width, signs),
            pad([(_choose_foot(width, signs), "muted")], width),
        ]
        rows += [(), ()]
    return HeadlinePage(tuple(page), tuple(rows), top, left, room)


def _choose_foot(width: int, signs: Signs) -> str:
    feet = [f" {_own_signs(signs)} {words}" for words in _FEET]
    return next((foot for foot in feet if cell_len(foot) <= width), feet[-1])


def draw_title(state: HeadlineState, width: int, signs: Signs) -> Line:
    """Return the first line of the screen."""
    count = len(state.every)
    if width < _NARROW_BELOW:
        left: list[Part] = [(" Headlines ", "strong"), (f"{signs.dot} ", "muted")]
    else:
        left = [
            (" reader ", "strong"),
            (f"{signs.rail} Headlines and ledes {signs.rail} ", "muted"),
        ]
    if state.filter:
        typed = clean_line(state.filter, _LONGEST_FILTER)
        left.append((f"{len(state.listed)} of {count} with “{typed}”", "key"))
    else:
        left.append((f"{count} article{'' if count == 1 else 's'}", ""))
    return pad(justify(left, [("? keys ", "muted")], width), width)


def sign_meanings(signs: Signs) -> list[tuple[str, str]]:
    """Return the signs of the screen with their meanings."""
    return [
        (_own_signs(signs), "words of a headline that no other headline has"),
        ("2nd ¶", "the paragraph of its story in which another article has the moment"),
        ("perhaps 2nd ¶", "the same by a link that is less sure"),
        (signs.only_here, "surely no other article has the moment"),
        (signs.perhaps, "perhaps, in other words or another language"),
    ]


def _own_signs(signs: Signs) -> str:
    return f"{signs.added[0].rstrip('+')} {signs.added[1].lstrip('+')}"


def _draw_columns(
    state: HeadlineState, width: int, signs: Signs
) -> tuple[list[Line], list[tuple[int, ...]], int]:
    """Draw articles side by side, part by part on one line; return the first one shown, too."""
    count = max(1, min(len(state.listed), width // _COLUMN))
    left = min(max(state.left, state.index - count + 1), state.index, len(state.listed) - count)
    shown = range(left, left + count)
    column = (width - (count - 1)) // count
    drawn = [draw_opening(state.listed[at], column - 3, signs) for at in shown]
    rail: Part = (signs.rail, "rail")
    lines: list[Line] = []
    for part in range(len(OpeningLines._fields)):
        if not any(opening[part] for opening in drawn):
            continue
        for row in zip_longest(*(opening[part] for opening in drawn), fillvalue=()):
            parts: list[Part] = []
            for number, (at, line) in enumerate(zip(shown, row, strict=True)):
                bar: Part = (signs.here, "here") if at == state.index else (" ", "")
                cells = column if number < count - 1 else width - (column + 1) * (count - 1)
                parts += [*([rail] if number else []), *pad([bar, (" ", ""), *line], cells)]
            lines.append(tuple(parts))
        empty: list[Part] = []
        for number in range(count):
            cells = column if number < count - 1 else width - (column + 1) * (count - 1)
            empty += [*([rail] if number else []), *pad([], cells)]
        lines.append(tuple(empty))
    return lines, [tuple(shown)] * len(lines), left


def _draw_list(
    state: HeadlineState, width: int, signs: Signs
) -> tuple[list[Line], list[tuple[int, ...]]]:
    """Draw articles one below the other."""
    lines: list[Line] = []
    cells: list[tuple[int, ...]] = []
    for at, opening in enumerate(state.listed):
        bar: Part = (signs.here, "here") if at == state.index else (" ", "")
        drawn = draw_opening(opening, width - _INDENT - 1, signs)
        block = [line for part in drawn for line in part]
        lines += [pad([bar, (" " * (_INDENT - 1), ""), *line], width) for line in block]
        lines.append(pad([], width))
        cells += [(at,)] * (len(block) + 1)
    return lines, cells
