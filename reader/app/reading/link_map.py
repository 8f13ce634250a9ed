"""The map: every article a column, every row a stretch of it, so that no match is out of sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.app.themes.signs import Signs, article_mark
from reader.app.widgets.line_widget import Line, Part

CELLS_PER_ARTICLE = 2
LONGEST_LEGEND = 15


class MapColumn(NamedTuple):
    """One article as the map shows it."""

    position: int
    paragraphs: int
    """How many paragraphs are shown."""
    begin: float
    """Where the screen begins in the article, in 0..1; below 0 if it is not on the screen."""
    end: float
    marks: Mapping[int, str]
    """Sign by index among the paragraphs shown."""


def map_width(articles: int) -> int:
    """Cells the map wants."""
    return max(LONGEST_LEGEND + 1, articles * CELLS_PER_ARTICLE + 3)


def articles_on_map(width: int) -> int:
    """How many articles a map of so many cells can show."""
    return max(1, (width - 3) // CELLS_PER_ARTICLE)


def map_lines(columns: Sequence[MapColumn], reading: int, height: int, signs: Signs) -> list[Line]:
    """The map's lines, from the top.

    Args:
        columns: the articles, from left to right.
        reading: position of the article being read.
        height: lines.
        signs: the signs.
    """
    legend: list[Line] = [
        (),
        ((f" {signs.here} ", "here"), ("you are here", "muted")),
        ((f" {signs.same} ", "here"), ("same moment", "muted")),
        ((f" {signs.related} ", "here"), ("related", "muted")),
        ((" ", ""), (signs.dot, "muted bar"), (" on screen", "muted")),
    ]
    lines: list[Line] = [((" MAP", "muted"),), _marks(columns, reading)]
    rows = height - len(lines)
    if rows > 20:
        rows -= len(legend)
    else:
        legend = []
    rows = max(0, min(rows, max((column.paragraphs for column in columns), default=0)))
    painted = [_cells(column, rows, signs) for column in columns]
    for row in range(rows):
        parts: list[Part] = [("  ", "")]
        for cells in painted:
            sign, style = cells[row]
            parts.append((sign, style))
            parts.append((" ", ""))
        lines.append(tuple(parts))
    return [*lines, *legend][:height]


def _marks(columns: Sequence[MapColumn], reading: int) -> Line:
    parts: list[Part] = [("  ", "")]
    for column in columns:
        style = f"hue-{column.position % 10}" + (" strong" if column.position == reading else "")
        parts += [(article_mark(column.position), style), (" ", "")]
    return tuple(parts)


def _cells(column: MapColumn, rows: int, signs: Signs) -> list[Part]:
    """One cell a row: a paragraph each where they fit, else a stretch of paragraphs each."""
    used = min(rows, column.paragraphs)
    if not used:
        return [(" ", "")] * rows
    per_row = column.paragraphs / used
    hue = f"hue-{column.position % 10}"
    cells: list[Part] = []
    for row in range(rows):
        on_screen = (
            column.begin >= 0
            and row + 1 > column.begin * used
            and row < column.end * used
            and row < used
        )
        ground = " bar" if on_screen else ""
        cells.append((signs.dot if row < used else " ", "muted" + ground))
    strength = {signs.here: 3, signs.same: 2, signs.related: 1}
    strongest: dict[int, str] = {}
    for index, sign in column.marks.items():
        row = min(used - 1, int(index / per_row))
        if strength.get(sign, 0) > strength.get(strongest.get(row, ""), 0):
            strongest[row] = sign
    for row, sign in strongest.items():
        ground = " bar" if cells[row][1].endswith(" bar") else ""
        cells[row] = (sign, f"{hue} strong{ground}")
    return cells
