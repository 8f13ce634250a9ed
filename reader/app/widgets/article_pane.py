"""One article on the screen, painted line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from reader.app.terminal.textual_internals import UnscrolledWidget
from reader.app.themes.paragraph_style import Highlight, LensParagraphs, OtherArticle, ParagraphHits
from reader.app.themes.signs import Signs
from reader.app.themes.styles import PaneStyles, Styles
from reader.app.widgets.article_painter import ArticlePainter, append_offset, append_rail
from reader.app.widgets.article_view import ArticleView, Row
from reader.app.widgets.line_painter import LinePainter
from reader.app.widgets.line_widget import row_regions
from reader.app.widgets.rail import RailCell, rail_cells

_WHEEL_LINES = 3
"""Lines that one notch of the wheel scrolls: what terminals and pagers scroll."""
_RAIL_CELLS = 1


class ArticlePane(UnscrolledWidget):
    """Shows an `ArticleView`. It does not know links: the caller sets the highlights.

    It reports events as messages to the screen.

    Args:
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
    """

    class ParagraphClicked(Message):
        """A paragraph was clicked."""

        def __init__(self, pane: ArticlePane, paragraph: int) -> None:
            super().__init__()
            self.pane = pane
            self.paragraph = paragraph

    class WheelTurned(Message):
        """The mouse wheel was turned over the pane."""

        def __init__(self, pane: ArticlePane, lines: int) -> None:
            super().__init__()
            self.pane = pane
            self.lines = lines

    class RailDragged(Message):
        """The rail was clicked or dragged to a share of the article, in 0..1."""

        def __init__(self, pane: ArticlePane, share: float) -> None:
            super().__init__()
            self.pane = pane
            self.share = share

    class MarkClicked(Message):
        """The mark of another article was clicked, beside a paragraph."""

        def __init__(self, pane: ArticlePane, paragraph: int, other: int) -> None:
            super().__init__()
            self.pane = pane
            self.paragraph = paragraph
            self.other = other

    DEFAULT_CSS = """
    ArticlePane {
        width: 1fr;
        height: 1fr;
        color: $foreground;
        background: $background;
    }
    """

    ALLOW_SELECT = True
    can_focus = True

    def __init__(self, signs: Signs, get_styles: Callable[[], Styles]) -> None:
        super().__init__()
        self._signs = signs
        self._get_styles = get_styles
        self._painter: ArticlePainter | None = None
        self._pane_styles: PaneStyles | None = None
        self._laid_out = Size(0, 0)
        self._rows: Sequence[Row | None] = []
        self._rail: list[RailCell] = []
        self._selected_paragraph: int | None = None
        self._is_dragging = False
        self._is_painting = False

    @property
    def view(self) -> ArticleView | None:
        """The article shown, if any."""
        return self._painter.view if self._painter else None

    @property
    def is_dragging(self) -> bool:
        """Whether the rail is being dragged."""
        return self._is_dragging

    def show_article(
        self,
        view: ArticleView,
        others: Callable[[int], tuple[OtherArticle, ...]],
        *,
        columns: int,
        has_numbers: bool,
        places: int = 0,
    ) -> None:
        """Show an article; nothing is marked in it yet.

        Args:
            view: the article with its scroll place; it is broken into lines for the pane.
            columns: the width that the pane is going to have.
            others: returns the other articles with a paragraph's moment, by position; called only
                for paragraphs on the screen.
            has_numbers: whether paragraph numbers are in the gutter.
            places: how many articles have a place of their own in the gutter.
        """
        self._painter = ArticlePainter(view, others, has_numbers=has_numbers, places=places)
        view.set_width(_text_width(columns, self._painter))
        self._lay_out()
        self.refresh()

    def highlight(self, highlights: Mapping[int, Highlight], *, is_scrolled: bool) -> None:
        """Highlight paragraphs.

        Args:
            highlights: by position in the article.
            is_scrolled: whether the view was moved since the last call; if not, only the
                lines that changed are painted again.
        """
        if self._painter is None:
            return
        changed = self._painter.set_highlights(highlights)
        if is_scrolled:
            self._show_scrolled()
            return
        old_rail = self._rail or self._rail_cells()
        self._rail = self._rail_cells()
        dirty = [
            y
            for y, row in enumerate(self._rows)
            if (row is not None and row.paragraph in changed) or old_rail[y] != self._rail[y]
        ]
        if dirty:
            self.refresh(*row_regions(dirty, self.size.width))

    def _show_scrolled(self) -> None:
        """Paint the text again, and of the rail the cells that changed."""
        old_rail, had_size = self._rail, self._laid_out
        self._lay_out()
        if had_size != self.size or len(old_rail) != len(self._rail):
            self.refresh()
            return
        text = Size(self.size.width - _RAIL_CELLS, self.size.height)
        moved = [y for y, cell in enumerate(self._rail) if cell != old_rail[y]]
        cells = row_regions(moved, _RAIL_CELLS)
        self.refresh(text.region, *(cell.translate((text.width, 0)) for cell in cells))

    def mark_hits(self, hits: Mapping[int, ParagraphHits]) -> None:
        """Mark search hits, by position in the article."""
        if self._painter is not None:
            self._painter.set_hits(hits)
            self.refresh()

    def show_lens(self, lens: LensParagraphs) -> None:
        """Show the findings of a lens in the article."""
        if self._painter is not None and self._painter.set_lens(lens):
            self.refresh()

    def mark_notes(self, signs: Mapping[int, str]) -> None:
        """Show the signs of the user's notes and rejections, by position in the article."""
        if self._painter is not None and self._painter.set_notes(signs):
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget everything painted: the theme or the styles changed."""
        super().notify_style_update()
        self._pane_styles = None
        self._rail = []
        if self._painter is not None:
            self._painter.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows; the article is broken into lines first if the size changed."""
        self._follow_size()
        self._is_painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """Paint one row; called by the compositor and for hit tests."""
        if not self._is_painting:
            self._follow_size()
        styles, painter = self._styles_of_pane(), self._painter
        if painter is None or y >= len(self._rows):
            return Strip.blank(self.size.width, styles.text)
        if not self._rail:
            self._rail = self._rail_cells()
        width = self.size.width - _RAIL_CELLS
        row = self._rows[y]
        if row is None:
            strip = append_rail(Strip.blank(width, styles.text), self._rail[y])
            is_plain = self._is_painting
            return strip if is_plain else append_offset(strip, *self._nearest_place(painter, y))
        lines = LinePainter(width, painter.gutter, styles, self._signs)
        strip = painter.paint(row, self._rail[y], lines, self.text_selection)
        return strip if self._is_painting else painter.add_offsets(strip, row)

    def on_click(self, event: events.Click) -> None:
        """Read the paragraph that is clicked, or follow the mark of another article.

        A click that ends a selection does neither.
        """
        if self.text_selection is not None or event.x >= self.size.width - _RAIL_CELLS:
            return
        row = self._row_at(event.y)
        if row is None or self._painter is None:
            return
        other = self._painter.article_at(row, event.x)
        if other is None:
            self.post_message(self.ParagraphClicked(self, row.paragraph))
        else:
            self.post_message(self.MarkClicked(self, row.paragraph, other))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember the paragraph for a double click; begin to drag the rail."""
        row = self._row_at(event.y)
        self._selected_paragraph = row.paragraph if row is not None else None
        if event.x >= self.size.width - _RAIL_CELLS and self._painter is not None:
            self._is_dragging = True
            self.capture_mouse()
            self._drag_to(event.y)
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the rail."""
        if self._is_dragging:
            self._drag_to(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End dragging the rail."""
        if self._is_dragging:
            self._is_dragging = False
            self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by the wheel."""
        event.stop()
        self.post_message(self.WheelTurned(self, _WHEEL_LINES))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by the wheel."""
        event.stop()
        self.post_message(self.WheelTurned(self, -_WHEEL_LINES))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words; paragraphs are separated by an empty line."""
        if self.view is None:
            return None
        paragraphs = self.view.article.paragraphs
        first = selection.start.y if selection.start is not None else 0
        last = selection.end.y if selection.end is not None else len(paragraphs) - 1
        words = []
        for position in self.view.shown:
            if first <= position <= last:
                start, end = selection.get_span(position) or (0, 0)
                text = paragraphs[position].text
                if piece := text[start : len(text) if end < 0 else end]:
                    words.append(piece)
        return "\n\n".join(words), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        if self._painter is not None:
            self._painter.clear()
        self.refresh()

    def text_select_all(self) -> None:
        """Select the paragraph under the mouse, not the whole article, on a double click."""
        if self._selected_paragraph is None or self.view is None:
            return
        paragraph = self._selected_paragraph
        length = len(self.view.article.paragraphs[paragraph].text)
        self.screen.selections = {self: Selection(Offset(0, paragraph), Offset(length, paragraph))}

    def _follow_size(self) -> None:
        """Break the article into lines again if the size changed."""
        if self.size == self._laid_out:
            return
        if self._painter is not None:
            self._painter.view.set_width(_text_width(self.size.width, self._painter))
            # Even where the text is broken for this width already: below a dialog its rows
            # were painted while the pane still had the width before.
            self._painter.clear()
        self._lay_out()

    def _lay_out(self) -> None:
        self._laid_out = self.size
        if self._painter is None:
            return
        self._rows = self._painter.view.rows(self.size.height)
        self._rail = self._rail_cells()
        self._painter.drop_off_screen(self._rows)

    def _rail_cells(self) -> list[RailCell]:
        if self._painter is None:
            return [(" ", Style.null())] * len(self._rows)
        return rail_cells(
            self._painter.view,
            self._painter.highlights,
            len(self._rows),
            self._styles_of_pane(),
            self._signs,
        )

    def _row_at(self, y: int) -> Row | None:
        return self._rows[y] if 0 <= y < len(self._rows) else None

    def _nearest_place(self, painter: ArticlePainter, y: int) -> tuple[int, int]:
        """Return the character and paragraph that a selection takes for an empty row."""
        above = [row.paragraph for row in self._rows[:y] if row is not None]
        if above:
            return len(painter.view.article.paragraphs[above[-1]].text), above[-1]
        return 0, painter.view.shown[0] if painter.view.shown else 0

    def _drag_to(self, y: int) -> None:
        height = max(1, self.size.height)
        self.post_message(self.RailDragged(self, max(0.0, min(1.0, y / height))))

    def _styles_of_pane(self) -> PaneStyles:
        if self._pane_styles is None:
            self._pane_styles = PaneStyles.of(
                self._get_styles(), self.rich_style, self.selection_style
            )
        return self._pane_styles


def _text_width(columns: int, painter: ArticlePainter) -> int:
    """Return the cells of a line of text in a pane of so many columns."""
    return max(1, columns - painter.gutter - 1 - _RAIL_CELLS)
