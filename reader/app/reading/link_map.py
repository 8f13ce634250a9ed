"""The map: a column for each article, a row for each stretch of it, with a sign for each match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part
from reader.linking.links import Level

CELLS_PER_ARTICLE = 2
LEGEND_CELLS = 16
"""Cells of the longest line of the legend."""
_LEGEND_ROWS = 10
_MAP_HEADER_ROWS, _MAP_INDENT = 2, 2
"""Lines above the first row of paragraphs, and cells to the left of the first article."""
_LEGEND_FROM_ROWS = 20
"""Rows for the articles above which there is room for the legend too."""


class MapColumn(NamedTuple):
    """One article on the map."""

    position: int
    paragraphs: int
    """How many paragraphs are shown."""
    begin: float
    """Where the screen begins in the article, in 0..1; below 0 if it is not on the screen."""
    end: float
    """Where the screen ends in the article, in 0..1; below 0 if it is not on the screen."""
    marks: Mapping[int, str]
    """Sign by index among the paragraphs shown."""


def map_width(articles: int) -> int:
    """Return the cells that a map of so many articles needs."""
    return max(LEGEND_CELLS + 1, articles * CELLS_PER_ARTICLE + 3)


def articles_on_map(width: int) -> int:
    """Return how many articles a map of so many cells can show."""
    return max(1, (width - 3) // CELLS_PER_ARTICLE)


def map_lines(columns: Sequence[MapColumn], reading: int, height: int, signs: Signs) -> list[Line]:
    """Return the map's lines, from the top.

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
        ((f" {signs.probably} ", "here"), ("probably", "muted")),
        ((f" {signs.related} ", "here"), ("related", "muted")),
        ((f" {signs.perhaps} ", "here"), ("perhaps", "muted")),
        ((" ", ""), (signs.dot, "muted bar"), (" on screen", "muted")),
        ((" beside the text", "muted"),),
        ((" 2 ", "here"), ("same in [2]", "muted")),
        ((f" {signs.place_mark('2', Level.RELATED)} ", "here"), ("related there", "muted")),
    ]
    lines: list[Line] = [((" MAP", "muted"),), _marks(columns, reading)]
    rows, has_legend = _rows_of_map(columns, height)
    legend = legend if has_legend else []
    painted = [_cells(column, rows, signs) for column in columns]
    for row in range(rows):
        parts: list[Part] = [("  ", "")]
        for cells in painted:
            sign, style = cells[row]
            parts.append((sign, style))
            parts.append((" ", ""))
        lines.append(tuple(parts))
    return [*lines, *legend][:height]


def find_map_place(
    columns: Sequence[MapColumn], height: int, row: int, column: int
) -> tuple[int, int] | None:
    """Return the article that a cell shows, and the index among its paragraphs shown.

    Of several paragraphs it is the first one with a sign, else the first.

    Args:
        columns: the articles, from left to right.
        height: lines of the map.
        row: from 0 at its top.
        column: from 0 at its left edge.
    """
    rows, _ = _rows_of_map(columns, height)
    number = (column - _MAP_INDENT) // CELLS_PER_ARTICLE
    at = row - _MAP_HEADER_ROWS
    if not (0 <= number < len(columns) and 0 <= at < rows and column >= _MAP_INDENT):
        return None
    shown = columns[number]
    used = min(rows, shown.paragraphs)
    if at >= used:
        return None
    inside = [
        index
        for index in range(shown.paragraphs)
        if min(used - 1, index * used // shown.paragraphs) == at
    ]
    index = next((index for index in inside if index in shown.marks), inside[0])
    return shown.position, index


def _rows_of_map(columns: Sequence[MapColumn], height: int) -> tuple[int, bool]:
    """Return the rows for paragraphs, and whether there is room for the legend."""
    rows = height - _MAP_HEADER_ROWS
    has_legend = rows > _LEGEND_FROM_ROWS
    if has_legend:
        rows -= _LEGEND_ROWS
    return max(0, min(rows, max((column.paragraphs for column in columns), default=0))), has_legend


def _marks(columns: Sequence[MapColumn], reading: int) -> Line:
    parts: list[Part] = [("  ", "")]
    for column in columns:
        style = hue_name(column.position) + (" strong" if column.position == reading else "")
        parts += [(article_mark(column.position), style), (" ", "")]
    return tuple(parts)


def _cells(column: MapColumn, rows: int, signs: Signs) -> list[Part]:
    """Return one cell a row: a paragraph each where they fit, else a stretch of paragraphs."""
    used = min(rows, column.paragraphs)
    if not used:
        return [(" ", "")] * rows
    marks = _strongest_marks(column, used, signs)
    hue = hue_name(column.position)
    cells: list[Part] = []
    for row in range(rows):
        is_on_screen = row < used and _is_on_screen(column, row, used)
        ground = " bar" if is_on_screen else ""
        if row in marks:
            cells.append((marks[row], f"{hue} strong{ground}"))
        else:
            cells.append((signs.dot if row < used else " ", "muted" + ground))
    return cells


def _is_on_screen(column: MapColumn, row: int, rows: int) -> bool:
    """Return whether a row of the map has a part of the article that is on the screen."""
    return column.begin >= 0 and row + 1 > column.begin * rows and row < column.end * rows


def _strongest_marks(column: MapColumn, rows: int, signs: Signs) -> dict[int, str]:
    """Return the sign of each row that has one: of several the one that says most."""
    own = (signs.rejected, signs.note)
    rising = (*own, signs.perhaps, signs.related, signs.probably, signs.same, signs.here)
    strength = {sign: number for number, sign in enumerate(rising, 1)}
    strongest: dict[int, str] = {}
    for index, sign in column.marks.items():
        row = min(rows - 1, int(index * rows / column.paragraphs))
        if strength.get(sign, 0) > strength.get(strongest.get(row, ""), 0):
            strongest[row] = sign
    return strongest
