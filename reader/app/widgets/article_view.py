"""One article broken into lines at a width and scrolled to a place.

The place is stored as "the first line of this paragraph is on this row", not as a line
number from the top. So only the paragraphs on the screen are ever wrapped: a new width, a
jump to the end or a second article brought level costs the same with thirty paragraphs and
with twenty thousand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from reader.app.widgets.text_wrapping import wrap
from reader.articles import Article, ParagraphKind

GAP = 1
"""Empty lines after each paragraph."""

_CACHED_PARAGRAPHS = 512
"""Paragraphs whose lines are cached: several screens of the smallest ones."""
_FAR_ROWS = 10_000
"""Rows off the screen within which the row of a paragraph is preserved when others are folded."""


class Row(NamedTuple):
    """The content of one row: a paragraph's position in the article and a line of it.

    `line` counts from 0; a line equal to the number of lines is the gap below.
    """

    paragraph: int
    line: int


class ArticleView:
    """One article's lines, scroll place and reading paragraph.

    Args:
        article: the article.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.width = 40
        """Cells for the text alone."""
        self.is_folded = True
        """Whether furniture is left out."""
        self.paragraphs_of_story = sum(
            paragraph.kind is ParagraphKind.BODY for paragraph in article.paragraphs
        )
        """Paragraphs of the story."""
        self._shown: Sequence[int] = self._paragraphs_to_show()
        self.reading = self._shown[0] if self._shown else 0
        """Position of the paragraph being read; set by `read`."""
        self._anchor = self.reading
        """A paragraph whose first line is on `_anchor_row`."""
        self._anchor_row = 0
        self._rows: Sequence[Row | None] = ()
        self._rows_key: tuple[object, ...] = ()
        self._lines: OrderedDict[int, list[tuple[int, int]]] = OrderedDict()

    def with_corrections(self, article: Article) -> ArticleView:
        """Return a view of the same paragraphs, of which some have another kind.

        Width, folding and, where it is still shown, the paragraph being read are the same.
        """
        view = ArticleView(article)
        view.width, view.is_folded = self.width, self.is_folded
        view._shown = view._paragraphs_to_show()
        row = self.row_of(self.reading, _FAR_ROWS)
        if view._shown:
            view.read(view._nearest_shown(self.reading))
            view.place(view.reading, row or 0)
        return view

    def read(self, paragraph: int) -> None:
        """Make a paragraph the one being read; nothing scrolls."""
        self.reading = paragraph

    @property
    def shown(self) -> Sequence[int]:
        """Positions of the paragraphs that are shown, in order."""
        return self._shown

    @property
    def paragraphs_folded(self) -> int:
        """Paragraphs that are left out."""
        return len(self.article.paragraphs) - len(self._shown)

    def fold(self, is_folded: bool) -> None:
        """Leave furniture out or show it; the reading paragraph stays on its row if possible."""
        row = self.row_of(self.reading, _FAR_ROWS)
        self.is_folded = is_folded
        self._shown = self._paragraphs_to_show()
        if self._shown:
            self.read(self._nearest_shown(self.reading))
            self.place(self.reading, row or 0)

    def is_shown(self, paragraph: int) -> bool:
        """Return whether a paragraph is shown."""
        index = self.index_of(paragraph)
        return index < len(self._shown) and self._shown[index] == paragraph

    def set_width(self, width: int) -> bool:
        """Set the cells for the text; return whether the lines change."""
        if width == self.width:
            return False
        self.width = width
        self._lines.clear()
        return True

    def lines(self, paragraph: int) -> list[tuple[int, int]]:
        """Return (start, end) characters of each line of a paragraph at the present width."""
        lines = self._lines.get(paragraph)
        if lines is None:
            lines = wrap(self.article.paragraphs[paragraph].text, self.width)
            self._lines[paragraph] = lines
            if len(self._lines) > _CACHED_PARAGRAPHS:
                self._lines.popitem(last=False)
        return lines

    def height(self, paragraph: int) -> int:
        """Return the rows that a paragraph takes, its gap included."""
        return len(self.lines(paragraph)) + GAP

    def place(self, paragraph: int, row: int) -> None:
        """Put the first line of a paragraph on a row, which may be off the screen."""
        self._anchor = self._nearest_shown(paragraph)
        self._anchor_row = row

    def scroll(self, lines: int) -> None:
        """Move the text up by so many rows (down if negative)."""
        self._anchor_row -= lines

    def rows(self, height: int) -> Sequence[Row | None]:
        """Return the content of the first `height` rows; None above and below the article."""
        if not self._shown or height <= 0:
            return [None] * max(0, height)
        index, top = self._first_on_screen()
        # Cached: pane, rail and map ask for the same rows, and most keys move only a few panes.
        key = (height, index, top, self.width, self.is_folded)
        if key != self._rows_key:
            self._rows_key = key
            self._rows = self._make_rows(height, index, top)
        return self._rows

    def _make_rows(self, height: int, index: int, top: int) -> list[Row | None]:
        rows: list[Row | None] = []
        rows.extend([None] * max(0, min(height, top)))
        while len(rows) < height and index < len(self._shown):
            paragraph = self._shown[index]
            for line in range(max(0, -top), self.height(paragraph)):
                rows.append(Row(paragraph, line))
                if len(rows) == height:
                    break
            top += self.height(paragraph)
            index += 1
        rows.extend([None] * (height - len(rows)))
        return rows

    def row_of(self, paragraph: int, height: int) -> int | None:
        """Return the row of a paragraph's first line; None if it is far off the screen.

        Args:
            paragraph: its position in the article.
            height: rows above and below the screen that are searched.
        """
        if not self.is_shown(paragraph):
            return None
        index = self.index_of(self._anchor)
        target = self.index_of(paragraph)
        row = self._anchor_row
        while index < target and row < 2 * height:
            row += self.height(self._shown[index])
            index += 1
        while index > target and row > -height:
            index -= 1
            row -= self.height(self._shown[index])
        return row if index == target else None

    def keep_inside(self, height: int) -> None:
        """Scroll back so far that no row above the article is empty, nor half a screen below it."""
        if not self._shown:
            return
        index, top = self._first_on_screen()
        if top > 0:
            self.place(self._shown[0], 0)
            return
        rows = 0
        limit = max(1 + GAP, height // 2)
        for back in range(len(self._shown) - 1, -1, -1):
            rows += self.height(self._shown[back])
            if rows >= limit:
                break
        # Row of the first paragraph counted, when only `limit` rows of text are left.
        if back <= index:
            row = self.row_of(self._shown[back], height)
            lowest = limit - rows if back else min(0, limit - rows)
            if row is None or row < lowest:
                self.place(self._shown[back], lowest)

    def step(self, paragraph: int, count: int) -> int:
        """Return the position `count` shown paragraphs further on, stopping at the ends."""
        if not self._shown:
            return paragraph
        index = self.index_of(paragraph)
        if count > 0 and index < len(self._shown) and self._shown[index] != paragraph:
            count -= 1
        index = max(0, min(len(self._shown) - 1, index + count))
        return self._shown[index]

    def first_below(self, row: int) -> int:
        """Return the first paragraph that begins at or below a row, or the last one shown."""
        index, top = self._first_on_screen()
        while index < len(self._shown) and top < row:
            top += self.height(self._shown[index])
            index += 1
        return self._shown[min(index, len(self._shown) - 1)]

    def share_read(self, height: int) -> tuple[float, float]:
        """Return where the screen begins and ends in the article, both in 0..1."""
        count = len(self._shown)
        on_screen = [row for row in self.rows(height) if row is not None]
        if not count or not on_screen:
            return 0.0, 1.0
        first, last = on_screen[0], on_screen[-1]
        begin = self.index_of(first.paragraph) + first.line / self.height(first.paragraph)
        end = self.index_of(last.paragraph) + (last.line + 1) / self.height(last.paragraph)
        return begin / count, end / count

    def share_of(self, paragraph: int) -> float:
        """Return where a paragraph begins in the article, in 0..1."""
        return self.index_of(paragraph) / max(1, len(self._shown))

    def at_share(self, share: float) -> int:
        """Return the paragraph at a share of the article, 0..1."""
        if not self._shown:
            return 0
        return self._shown[max(0, min(len(self._shown) - 1, int(share * len(self._shown))))]

    def _first_on_screen(self) -> tuple[int, int]:
        """Return the index of the first paragraph with a row on the screen, and its row."""
        index = self.index_of(self._anchor)
        row = self._anchor_row
        while index > 0 and row > 0:
            index -= 1
            row -= self.height(self._shown[index])
        while index < len(self._shown) - 1 and row + self.height(self._shown[index]) <= 0:
            row += self.height(self._shown[index])
            index += 1
        # Move the anchor near the screen, so that later calls have fewer paragraphs to pass.
        self._anchor, self._anchor_row = self._shown[index], row
        return index, row

    def _paragraphs_to_show(self) -> Sequence[int]:
        paragraphs = self.article.paragraphs
        if not self.is_folded:
            return range(len(paragraphs))
        # The time of an entry is printed at the entry, though it is not of its text.
        shown = [
            index
            for index, paragraph in enumerate(paragraphs)
            if paragraph.kind is not ParagraphKind.FURNITURE or paragraph.text == paragraph.time
        ]
        # An article of nothing but furniture is shown whole rather than empty.
        return shown if 0 < len(shown) < len(paragraphs) else range(len(paragraphs))

    def index_of(self, paragraph: int) -> int:
        """Return the index of a paragraph among those shown, or where it would be."""
        if isinstance(self._shown, range):
            return paragraph
        return bisect_left(self._shown, paragraph)

    def _nearest_shown(self, paragraph: int) -> int:
        return self._shown[min(self.index_of(paragraph), len(self._shown) - 1)]
