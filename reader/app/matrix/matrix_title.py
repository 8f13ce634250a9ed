"""The title line of the matrix screen."""

from __future__ import annotations

from reader.app.matrix.listed_rows import RowOrder
from reader.app.matrix.matrix_state import MatrixState
from reader.app.themes.signs import Signs, article_mark
from reader.app.widgets.line_parts import pad
from reader.app.widgets.line_widget import Line, Part, justify
from reader.articles import clean_line
from reader.reports.origin_words import list_joint_origins, name_origins

_FULL_FROM = 100
"""Cells from which on the order of the rows is named."""
_NARROW_BELOW = 60
_NARROW_OTHERS = 18
"""Cells of the rest of a narrow title."""
_LONGEST_FILTER = 40
_AROUND = 30
"""Cells of the title beside the counts, the keys at its right included."""


def draw_title(state: MatrixState, width: int, signs: Signs) -> Line:
    """Return the first line of the screen: the counts, or the filter."""
    if width < _NARROW_BELOW:
        left: list[Part] = [(" Matrix ", "strong"), (f"{signs.dot} ", "muted")]
    else:
        left = [(" reader ", "strong"), (f"{signs.rail} Matrix {signs.rail} ", "muted")]
    left += _count_rows(state, width, signs)
    right: list[Part] = [("? keys ", "muted")]
    if width >= _FULL_FROM:
        right.insert(0, (f"order: {name_order(state)} {signs.rail} ", "muted"))
    return pad(justify(left, right, width), width)


def name_order(state: MatrixState) -> str:
    """Return the order of the rows in words."""
    if state.order is RowOrder.ARTICLE:
        return f"that of [{article_mark(state.order_article)}]"
    return str(state.order.value)


def name_rows(count: int) -> str:
    """Return a number of moments as printed."""
    return f"{count} moment{'' if count == 1 else 's'}"


def _count_rows(state: MatrixState, width: int, signs: Signs) -> list[Part]:
    rows = state.rows
    if state.unfiltered is not None:
        typed = clean_line(state.filter, _LONGEST_FILTER)
        count = f"{rows.count} of {name_rows(state.unfiltered.count)} with “{typed}”"
        return [(count, "key")]
    shared = len(rows.shared)
    if width < _NARROW_BELOW:
        count = f"{name_rows(rows.count)}, {shared} shared"
        has_room = len(count) + _NARROW_OTHERS <= width
        return [(count if has_room else name_rows(rows.count), "")]
    size = f"{name_rows(rows.count)} {'×' if signs.unicode else 'x'} {len(rows.articles)} articles"
    origins = rows.matrix.origins
    if width >= _FULL_FROM and list_joint_origins(origins):
        size += f", {name_origins(origins)}"
    counts = f"{shared} shared, {rows.only_here}"
    if len(size) + len(counts) + _AROUND > width:
        size = name_rows(rows.count)
    return [(f"{size} ", ""), (f"{signs.rail} ", "muted"), (counts, "")]
