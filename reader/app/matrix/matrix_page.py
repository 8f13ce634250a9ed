"""The lines of the matrix screen between title and key line: table, detail, legend."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.matrix.cell_text import letter_legend, list_cell_signs, sign_legend
from reader.app.matrix.detail_lines import draw_detail
from reader.app.matrix.listed_rows import ListedRows
from reader.app.matrix.matrix_layout import MatrixLayout
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.row_lines import TableLines, draw_heads, draw_shares
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import article_tag, pad, rule_line
from reader.app.widgets.line_widget import Line, Part, fit, parts_width
from reader.reports.origin_words import (
    count_origins,
    explain_origin,
    list_joint_origins,
    summarize_origin,
)

_SHARES_FROM = 18
"""Lines from which on the shares of all moments are above the table, and a rule below them."""
_LEGEND_FROM = 20
"""Lines from which on letters and signs are explained."""
_ORIGINS_FROM = 22
"""The height in lines from which on the origins of shared copy are named."""
_DETAIL_FROM = 10
"""Lines from which on the selected line is explained."""
_MOST_DETAIL = 12
"""Lines of that explanation where the table needs the rest."""
_MOST_PER_ARTICLE = 4
"""Lines of it for each article where the table leaves more room."""


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The lines between title and key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    rows: tuple[int | None, ...]
    """For each line the position of the table line that it shows, or None."""
    heads: int
    """How many lines are above the table."""
    top: int
    """The first table line that is shown."""
    left: int
    """The first article that is shown."""
    room: int
    """How many table lines fit."""


def draw_page(state: MatrixState, table: TableLines, height: int) -> MatrixPage:
    """Draw everything between the title and the key line.

    Args:
        state: the rows and the selected cell.
        table: the lines of the table.
        height: lines.
    """
    layout = table.layout
    width, signs = layout.width, layout.signs
    left = layout.first_article(state.article, state.left)
    state = state.scroll_to(state.top, left)
    above = [draw_heads(state, layout)]
    if height >= _SHARES_FROM:
        above += [draw_shares(state, layout), rule_line("", width, signs)]
    below = [_draw_legend(state.rows, width, signs)] if height >= _LEGEND_FROM else []
    if height >= _ORIGINS_FROM and list_joint_origins(state.rows.matrix.origins):
        below.insert(0, _draw_origins(state, width, signs))
    detail = _draw_detail(state, layout, height, len(above) + len(below))
    room = max(1, height - len(above) - len(detail) - len(below))
    lines = state.lines
    top = max(0, min(state.top, len(lines) - room))
    if not state.is_scrolled:
        top = min(max(top, state.line - room + 1), state.line)
    rows = [table.draw(state, line) for line in range(top, min(len(lines), top + room))]
    empty = room - len(rows)
    if detail:
        hidden = _count_hidden(top, len(lines) - top - room, signs)
        detail[0] = rule_line(hidden, width, signs)
    shown = [*above, *rows, *([pad([], width)] * empty), *detail, *below]
    positions = (*(None for _ in above), *range(top, top + len(rows)))
    shown_rows = (*positions, *(None for _ in range(height)))[:height]
    return MatrixPage(tuple(shown[:height]), shown_rows, len(above), top, left, room)


def _draw_detail(state: MatrixState, layout: MatrixLayout, height: int, taken: int) -> list[Line]:
    """Draw a rule and what explains the selected line: as much as leaves the table its room.

    `taken` is how many lines are neither of the table nor of this.
    """
    if height < _DETAIL_FROM:
        return []
    least = max(2, min(_MOST_DETAIL, state.article_count + 4, height * 3 // 10))
    spare = height - taken - len(state.lines) - 2
    lines = max(least, min(spare, _MOST_PER_ARTICLE * state.article_count + 3))
    detail = draw_detail(state, layout.width, lines, layout.signs)
    return [rule_line("", layout.width, layout.signs), *detail]


def _draw_legend(rows: ListedRows, width: int, signs: Signs) -> Line:
    """Return what the letters and signs of the listed rows mean; signs first without room for all.

    The form of the selected cell, which its letter means, is in words above.
    """
    standing = list_cell_signs(rows, signs)
    letters = [each for each in letter_legend() if each[0] in standing]
    others = [each for each in sign_legend(signs) if each[0] in standing]
    needed = [part for each in (*letters, *others) for part in _legend_part(*each)]
    in_order = (*letters, *others) if parts_width(needed) < width else (*others, *letters)
    parts: list[Part] = [(" ", "")]
    for sign, meaning in in_order:
        more = _legend_part(sign, meaning)
        if parts_width([*parts, *more]) > width:
            break
        parts += more
    return pad(parts, width)


def _legend_part(sign: str, meaning: str) -> list[Part]:
    return [(f"{sign} ", "key"), (f"{meaning}  ", "muted")]


def _draw_origins(state: MatrixState, width: int, signs: Signs) -> Line:
    """Return the number of origins, and for one its articles, its source and the reason."""
    origins = state.rows.matrix.origins
    parts: list[Part] = [(f" {count_origins(origins)}", "strong")]
    for origin in list_joint_origins(origins):
        parts.append(("   ", ""))
        for article in origin.articles:
            if article != origin.articles[0]:
                parts.append((f" {signs.shared_copy} ", "muted"))
            parts.append(article_tag(article))
        parts.append((f" {summarize_origin(origin)}", "strong"))
    for origin in list_joint_origins(origins):
        reason: Part = (f"   {explain_origin(origin)}", "muted")
        # A reason without its end says nothing: "52% of the words of […".
        if parts_width([*parts, reason]) < width:
            parts.append(reason)
    return pad(fit(parts, width - 1), width)


def _count_hidden(above: int, below: int, signs: Signs) -> str:
    hidden = []
    if above > 0:
        hidden.append(f"{above} above")
    if below > 0:
        hidden.append(f"{below} below")
    return f" {signs.dot} ".join(hidden)
