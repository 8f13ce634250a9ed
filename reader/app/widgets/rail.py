"""The rail at the right of a pane: the part on the screen, and the highlighted paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

from reader.app.themes.paragraph_style import Highlight
from reader.app.themes.signs import Signs
from reader.app.themes.styles import PaneStyles
from reader.app.widgets.article_view import ArticleView

RailCell = tuple[str, Style]
"""The sign of one row of the rail and its style."""


def rail_cells(
    view: ArticleView,
    highlights: Mapping[int, Highlight],
    height: int,
    styles: PaneStyles,
    signs: Signs,
) -> list[RailCell]:
    """Return the cells of the rail, from the top.

    Args:
        view: the article.
        highlights: the highlighted paragraphs, by position.
        height: rows of the pane.
        styles: the styles.
        signs: the signs.
    """
    if not height:
        return []
    begin, end = view.share_read(height)
    cells = [(signs.rail, styles.rail)] * height
    if begin > 0 or end < 1:
        first = min(height - 1, int(begin * height))
        last = max(first + 1, min(height, round(end * height)))
        cells[first:last] = [(signs.thumb, styles.thumb)] * (last - first)
    for paragraph, highlight in highlights.items():
        if view.is_shown(paragraph):
            y = min(height - 1, int(view.share_of(paragraph) * height))
            level = highlight.role.level
            sign = signs.here if level is None else signs.level(level)
            cells[y] = (sign, styles.mixed(styles.text, styles.hue(highlight.hue)))
    return cells
