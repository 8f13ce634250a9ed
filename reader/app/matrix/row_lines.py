"""The table of the matrix as lines: the articles above it, a moment a line, the fold line."""

from __future__ import annotations

from reader.app.matrix.cell_text import draw_cell
from reader.app.matrix.listed_rows import rank_differences
from reader.app.matrix.matrix_layout import CellForm, MatrixLayout
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.row_notes import row_sign
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import column_head, pad
from reader.app.widgets.line_widget import Line, Part, fit, parts_width
from reader.reports.difference_words import join_sides
from reader.reports.matrix_report import show_label
from reader.story.differences.difference import Difference
from reader.story.matrix.coverage_matrix import MatrixRow
from reader.text.printed_shares import print_share

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_MOST_BAR_CELLS = 6
_PERCENT_CELLS = 4
_LONGEST_WORDS = 40
"""Most characters of one side of a difference in a row."""


class TableLines:
    """The lines of the table for one matrix and width; lines of unselected rows are cached.

    Args:
        layout: the columns.
    """

    def __init__(self, layout: MatrixLayout) -> None:
        self.layout = layout
        self._unselected: dict[tuple[int, int, str], Line] = {}

    def draw(self, state: MatrixState, line: int) -> Line:
        """Return a line of the table by its position."""
        row = state.lines[line]
        if row is None:
            return draw_fold(state, self.layout)
        if line == state.line:
            return _draw_row(state, row, self.layout, is_selected=True)
        key = (row.number, state.left, row_sign(row, state.notes, self.layout.signs))
        drawn = self._unselected.get(key)
        if drawn is None:
            drawn = _draw_row(state, row, self.layout, is_selected=False)
            self._unselected[key] = drawn
        return drawn


def draw_heads(state: MatrixState, layout: MatrixLayout) -> Line:
    """Return the line with the articles above their columns."""
    parts: list[Part] = [pad_part(" moment", 1 + layout.label_width, "muted")]
    for article in _visible(state, layout):
        is_selected = article == state.article
        mark: list[Part] = [
            (layout.signs.focus if is_selected else " ", "here"),
            (article_mark(article), f"{hue_name(article)} strong"),
        ]
        if layout.form is CellForm.FULL:
            room = layout.column_width - 3
            label = column_head(state.rows.articles[article].label, room - 1)
            mark += fit([(f" {label}", "strong" if is_selected else "muted")], room, "")
        parts += pad(mark, layout.column_width)
    parts.append(pad_part(" in", layout.count_width, "muted"))
    parts.append(pad_part("  differs in", layout.difference_width, "muted"))
    return pad(parts, layout.width)


def draw_shares(state: MatrixState, layout: MatrixLayout) -> Line:
    """Return the line with the share of all moments that each article reports."""
    matrix = state.rows.matrix
    is_narrow = layout.form is CellForm.LETTER
    label = " share of all moments" + (", %" if is_narrow else "")
    parts: list[Part] = [pad_part(label, 1 + layout.label_width, "muted")]
    for article in _visible(state, layout):
        share = matrix.share_reported(article)
        if is_narrow:
            parts.append((print_share(share).rstrip("%").rjust(layout.column_width), ""))
            continue
        cells: list[Part] = [(" ", "")]
        bar = min(_MOST_BAR_CELLS, max(2, layout.column_width - 3 - _PERCENT_CELLS))
        if layout.form is CellForm.FULL:
            cells.append((_draw_bar(share, bar, layout.signs), f"{hue_name(article)} bar"))
            cells.append((print_share(share).rjust(layout.column_width - 2 - bar), ""))
        else:
            cells.append((print_share(share), ""))
        parts += pad(cells, layout.column_width)
    return pad(parts, layout.width)


def _draw_row(
    state: MatrixState, row: MatrixRow, layout: MatrixLayout, *, is_selected: bool
) -> Line:
    """Return the line of a moment."""
    label: list[Part] = [(show_label(row)[: 2 * layout.width], "strong" if is_selected else "")]
    sign = row_sign(row, state.notes, layout.signs)
    parts: list[Part] = [(layout.signs.focus if is_selected else " ", "here")]
    if sign:
        label = list(pad(fit(label, layout.label_width - 2), layout.label_width - 1))
        parts += [*label, (sign, "key")]
    else:
        parts += pad(fit(label, layout.label_width - 1), layout.label_width)
    for article in _visible(state, layout):
        is_cell = is_selected and article == state.article
        text, style = draw_cell(row, article, layout, is_selected=is_cell)
        gap = layout.column_width - 1 - layout.cell_width
        parts += [(" ", ""), (text, style), (" " * gap, "")]
    parts += _draw_carriers(row, layout)
    if layout.difference_width:
        parts.append(("  ", ""))
        parts += fit(describe_difference(row, layout.signs), layout.difference_width - 2)
    return pad(parts, layout.width, "bar" if is_selected else "")


def draw_fold(state: MatrixState, layout: MatrixLayout) -> Line:
    """Return the line above the moments in one article only, with how many each article has."""
    is_selected = state.row is None
    rule = layout.signs.rule
    label: list[Part] = [
        (layout.signs.focus if is_selected else rule, "here" if is_selected else "rail"),
        (f"{rule} " if layout.label_width > 16 else " ", "rail"),
        (f"{state.rows.only_here} ", "strong" if is_selected else ""),
    ]
    key = "hides" if state.lists_single else "lists"
    hint: list[Part] = [(" o", "key"), (f" {key} them ", "muted")]
    if parts_width(label) + parts_width(hint) > layout.label_width:
        hint = []
    filled = 1 + layout.label_width - parts_width(label) - parts_width(hint)
    parts = [*label, (rule * max(0, filled), "rail"), *hint]
    parts = list(fit(parts, 1 + layout.label_width))
    for article in _visible(state, layout):
        count = state.rows.count_single(article)
        number: Part = (
            (f" {count} ", hue_name(article)) if count else (f" {layout.signs.dot} ", "muted")
        )
        cell = fit([number], layout.column_width, "")
        parts += [*cell, (rule * (layout.column_width - parts_width(cell)), "rail")]
    parts.append((rule * (layout.width - parts_width(parts)), "rail"))
    return pad(parts, layout.width, "bar" if is_selected else "")


def describe_difference(row: MatrixRow, signs: Signs) -> list[Part]:
    """Return the first difference of a moment, and how many more there are."""
    if not row.differences:
        return []
    difference, *others = rank_differences(row)
    sign = difference_sign(difference, signs)
    more = len(others)
    parts: list[Part] = [sign, (f" {name_sides(difference)}", "")]
    return [*parts, (f"  +{more}", "muted")] if more else parts


def difference_sign(difference: Difference, signs: Signs) -> Part:
    """Return the sign of a difference in facts or in wording."""
    if difference.kind.is_fact:
        return (signs.differs, "warning")
    return (signs.other_words, "key")


def name_sides(difference: Difference) -> str:
    """Return the words of each side, each once: `12 / fifteen people`."""
    return join_sides(difference.sides, _LONGEST_WORDS)


def pad_part(text: str, width: int, style: str) -> Part:
    """Return a part of exactly so many cells."""
    return ("".join(part for part, _ in pad([(text, "")], width)), style)


def _visible(state: MatrixState, layout: MatrixLayout) -> range:
    return range(state.left, state.left + layout.visible)


def _draw_carriers(row: MatrixRow, layout: MatrixLayout) -> list[Part]:
    """Return in how many articles a moment is, or their marks where not all columns are shown."""
    if not layout.count_width:
        return []
    if layout.lists_marks:
        marks = [
            (article_mark(article), f"{hue_name(article)} strong")
            if row.cell(article)
            else (layout.signs.dot, "muted")
            for article in range(layout.article_count)
        ]
        return list(pad([(" ", ""), *marks], layout.count_width))
    count = str(len(row.cells))
    if layout.visible < layout.article_count:
        count = f"{count}/{layout.article_count}"
    return [(f"{count:>{layout.count_width}}", "")]


def _draw_bar(share: float, width: int, signs: Signs) -> str:
    if not signs.unicode:
        return (signs.full * round(share * width)).ljust(width)
    eighths = round(share * width * 8)
    return "".join(_EIGHTHS[max(0, min(8, eighths - 8 * cell))] for cell in range(width))
