"""Scrolling one article so that the paragraph being read stays in the upper part of its pane.

Rows are counted from the top of the pane; `height` is the number of rows of the pane.
"""

from __future__ import annotations

from reader.app.widgets.article_view import ArticleView

_TARGET_SHARE = 0.25
"""Row of the paragraph being read when it must move, as a share of the pane's height."""
_LOWEST_SHARE = 0.55
"""Lowest row where it may begin, as a share of the pane's height."""
_OVERLAP_ROWS = 2
"""Rows of the last page that the next page repeats."""


def scroll_into_band(view: ArticleView, height: int) -> bool:
    """Scroll so that the paragraph being read begins in the band; return whether it scrolled.

    A paragraph that ends below the pane is scrolled up until it fits or begins at the top.
    """
    row = view.row_of(view.reading, height)
    lines = len(view.lines(view.reading)) if view.shown else 1
    lowest = max(0, int(height * _LOWEST_SHARE))
    if row is not None and 0 <= row <= lowest and (row + lines <= height or row == 0):
        return False
    target = int(height * _TARGET_SHARE)
    if target + lines > height:
        target = max(0, height - lines)
    view.place(view.reading, target)
    view.keep_inside(height)
    return True


def scroll_within_paragraph(view: ArticleView, direction: int, height: int) -> bool:
    """Scroll a paragraph taller than the pane by a page; return False where its end is shown.

    Args:
        view: the article.
        direction: above 0 down, below 0 up.
        height: rows of the pane.
    """
    row = view.row_of(view.reading, height)
    if row is None:
        return False
    lines = len(view.lines(view.reading))
    page = max(1, height - _OVERLAP_ROWS)
    if direction > 0 and row <= 0 and row + lines > height:
        view.scroll(min(page, row + lines - height))
        return True
    if direction < 0 and row < 0:
        view.scroll(max(-page, row))
        return True
    return False


def scroll_lines(view: ArticleView, lines: int, height: int) -> None:
    """Scroll by lines; the paragraph being read is another one where it would leave its band.

    At either end of the article, where nothing scrolls, the next paragraph is read.
    """
    before = view.rows(1), view.row_of(view.reading, height)
    view.scroll(lines)
    view.keep_inside(height)
    row = view.row_of(view.reading, height)
    if before == (view.rows(1), row):
        view.read(view.step(view.reading, 1 if lines > 0 else -1))
        return
    lowest = max(1, int(height * _LOWEST_SHARE))
    if row is None or row < 0:
        is_tall = row is not None and row + len(view.lines(view.reading)) > lowest
        if not is_tall:
            view.read(_first_on_screen(view, height))
    elif row > lowest:
        view.read(_last_above(view, lowest, height))


def page_lines(share: float, height: int) -> int:
    """Return the lines to scroll for a share of a page, at least one; negative goes up."""
    lines = max(1, round(abs(share) * (height - _OVERLAP_ROWS)))
    return lines if share > 0 else -lines


def read_on_screen(view: ArticleView, height: int) -> None:
    """Read the first paragraph on the screen where the one read before is off it."""
    row = view.row_of(view.reading, height)
    if row is None or row >= height or row + len(view.lines(view.reading)) <= 0:
        view.read(_first_on_screen(view, height))


def _first_on_screen(view: ArticleView, height: int) -> int:
    """Return the first paragraph that begins on the screen, or else the one that fills it."""
    return min(view.first_below(0), _last_above(view, height - 1, height))


def _last_above(view: ArticleView, lowest: int, height: int) -> int:
    """Return the last paragraph that begins at or above a row, on the screen if there is one."""
    paragraph = view.first_below(0)
    row = view.row_of(paragraph, height)
    if row is None or row > lowest:
        return view.step(paragraph, -1)
    while (step := view.step(paragraph, 1)) != paragraph:
        row = view.row_of(step, height)
        if row is None or row > lowest:
            break
        paragraph = step
    return paragraph
