"""One article on the screen, painted line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.app.themes.paragraph_style import (
    Highlight,
    LensMark,
    OtherArticle,
    ParagraphHits,
    ParagraphRole,
    ParagraphStyle,
)
from reader.app.themes.signs import Signs
from reader.app.themes.styles import PaneStyles, Styles
from reader.app.widgets.article_view import ArticleView, Row
from reader.app.widgets.line_painter import gutter_width, paint_gap, paint_line
from reader.app.widgets.line_widget import row_regions


class ArticlePane(Widget):
    """Shows an `ArticleView`. Holds no links and no matching: it is given what is highlighted.

    Messages go up to the screen; nothing else is touched.
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
        self._view: ArticleView | None = None
        self._others: Callable[[int], tuple[OtherArticle, ...]] = lambda _paragraph: ()
        self._highlights: Mapping[int, Highlight] = {}
        self._hits: Mapping[int, ParagraphHits] = {}
        self._marks: Mapping[int, tuple[LensMark, ...]] = {}
        self._numbers = True
        self._gutter = 5
        self._fitted = Size(0, 0)
        self._rows: Sequence[Row | None] = []
        self._rail: list[tuple[str, Style]] = []
        self._paragraph_styles: dict[int, ParagraphStyle] = {}
        self._painted: dict[Row, dict[tuple[str, Style], Strip]] = {}
        self._styles_of_pane: PaneStyles | None = None
        self._selected_paragraph: int | None = None
        self._dragging = False
        self._painting = False

    @property
    def view(self) -> ArticleView | None:
        """The article shown, if any."""
        return self._view

    @property
    def is_dragging(self) -> bool:
        """Whether the rail is being dragged."""
        return self._dragging

    def show_article(
        self,
        view: ArticleView,
        others: Callable[[int], tuple[OtherArticle, ...]],
        *,
        numbers: bool,
    ) -> None:
        """Show an article.

        Args:
            view: the article with its scroll place; it is set to the pane's width.
            others: who else has the moment of a paragraph (by position); asked only
                for paragraphs on the screen.
            numbers: whether paragraph numbers stand in the gutter.
        """
        self._view = view
        self._others = others
        self._numbers = numbers
        highest = view.article.paragraphs[-1].number if view.article.paragraphs else 0
        self._gutter = gutter_width(highest)
        if self.size.width:
            # Before the pane has a size it would be set one character a line.
            view.set_width(self._text_width)
        self._highlights = {}
        self.repaint()

    def highlight(self, highlights: Mapping[int, Highlight], *, scrolled: bool) -> None:
        """Say which paragraphs stand out.

        Args:
            highlights: by position in the article.
            scrolled: whether the view was moved since the last call; if not,
                only the lines that changed are painted again.
        """
        before, self._highlights = self._highlights, highlights
        changed = {
            paragraph
            for paragraph in before.keys() | highlights.keys()
            if before.get(paragraph) != highlights.get(paragraph)
        }
        self._forget(changed)
        if scrolled:
            self._lay_out()
            self.refresh()
            return
        old_rail, self._rail = self._rail or self._make_rail(), self._make_rail()
        dirty = [
            y
            for y, row in enumerate(self._rows)
            if (row is not None and row.paragraph in changed) or old_rail[y] != self._rail[y]
        ]
        if dirty:
            self.refresh(*row_regions(dirty, self.size.width))

    def mark_hits(self, hits: Mapping[int, ParagraphHits]) -> None:
        """LensMark search hits, by position in the article."""
        changed = self._hits.keys() | hits.keys()
        self._hits = hits
        self._forget(changed)
        self.refresh()

    def mark_lens(self, marks: Mapping[int, tuple[LensMark, ...]]) -> None:
        """LensMark what a lens marks, by position in the article."""
        if marks is not self._marks and (marks or self._marks):
            changed = self._marks.keys() | marks.keys()
            self._marks = marks
            self._forget(changed)
            self.refresh()

    def repaint(self) -> None:
        """Forget everything painted: the links, the numbers or the colours are others now."""
        self._paragraph_styles.clear()
        self._painted.clear()
        self._lay_out()
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme or the styles changed."""
        super().notify_style_update()
        self._styles_of_pane = None
        self._paragraph_styles.clear()
        self._painted.clear()
        self._rail = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows; the article is set anew first if the size is another one."""
        if self.size != self._fitted:
            if self._view is not None and self._view.set_width(self._text_width):
                self._painted.clear()
            self._lay_out()
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Paint one row; asked for by the compositor and for hit tests."""
        if self._view is None or y >= len(self._rows):
            return Strip.blank(self.size.width, self._pane_styles().text)
        if not self._rail:
            self._rail = self._make_rail()
        row = self._rows[y]
        rail = self._rail[y]
        if row is None:
            blank = _with_rail(Strip.blank(self.size.width - 1, self._pane_styles().text), rail)
            return blank if self._painting else _ending_at(blank, *self._nearest_place(y))
        painted = self._painted.setdefault(row, {})
        strip = painted.get(rail)
        if strip is None:
            strip = painted[rail] = _with_rail(self._paint(row, self._pane_styles()), rail)
        return strip if self._painting else self._with_offsets(strip, row)

    def on_click(self, event: events.Click) -> None:
        """A click on a paragraph reads it, unless it ended a selection."""
        if self.text_selection is not None or self._view is None:
            return
        if event.x >= self.size.width - 1:
            return
        row = self._rows[event.y] if 0 <= event.y < len(self._rows) else None
        if row is not None:
            self.post_message(self.ParagraphClicked(self, row.paragraph))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember the paragraph for a double click; begin to drag the rail."""
        row = self._rows[event.y] if 0 <= event.y < len(self._rows) else None
        self._selected_paragraph = row.paragraph if row is not None else None
        if event.x >= self.size.width - 1 and self._view is not None:
            self._dragging = True
            self.capture_mouse()
            self._drag_to(event.y)
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the rail."""
        if self._dragging:
            self._drag_to(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End dragging the rail."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Read on by the wheel."""
        event.stop()
        self.post_message(self.WheelTurned(self, 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Read back by the wheel."""
        event.stop()
        self.post_message(self.WheelTurned(self, -3))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words; paragraphs are separated by an empty line."""
        if self._view is None:
            return None
        paragraphs = self._view.article.paragraphs
        first = selection.start.y if selection.start is not None else 0
        last = selection.end.y if selection.end is not None else len(paragraphs) - 1
        words = []
        for position in self._view.shown:
            if first <= position <= last:
                start, end = selection.get_span(position) or (0, 0)
                text = paragraphs[position].text
                if piece := text[start : len(text) if end < 0 else end]:
                    words.append(piece)
        return "\n\n".join(words), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self._paragraph_styles.clear()
        self._painted.clear()
        self.refresh()

    def text_select_all(self) -> None:
        """A double click selects the paragraph under the mouse, not the whole article."""
        if self._selected_paragraph is None or self._view is None:
            return
        paragraph = self._selected_paragraph
        length = len(self._view.article.paragraphs[paragraph].text)
        self.screen.selections = {self: Selection(Offset(0, paragraph), Offset(length, paragraph))}

    @property
    def _text_width(self) -> int:
        return max(1, self.size.width - self._gutter - 2)

    def _lay_out(self) -> None:
        self._fitted = self.size
        if self._view is None:
            return
        self._rows = self._view.rows(self.size.height)
        self._rail = self._make_rail()
        on_screen = {row.paragraph for row in self._rows if row is not None}
        if len(self._painted) > 40 * max(10, len(self._rows)):
            self._painted = {
                row: strips for row, strips in self._painted.items() if row.paragraph in on_screen
            }
            self._paragraph_styles = {
                key: style for key, style in self._paragraph_styles.items() if key in on_screen
            }

    def _make_rail(self) -> list[tuple[str, Style]]:
        height = len(self._rows)
        if self._view is None or not height:
            return [(" ", Style.null())] * len(self._rows)
        styles = self._pane_styles()
        begin, end = self._view.share_read(height)
        rail = [(self._signs.rail, styles.rail)] * height
        if begin > 0 or end < 1:
            first = min(height - 1, int(begin * height))
            last = max(first + 1, min(height, round(end * height)))
            rail[first:last] = [(self._signs.thumb, styles.thumb)] * (last - first)
        for paragraph, highlight in self._highlights.items():
            if self._view.is_shown(paragraph):
                y = min(height - 1, int(self._view.share_of(paragraph) * height))
                if highlight.role is ParagraphRole.READING:
                    sign = self._signs.here
                else:
                    sign = self._signs.level(highlight.role is ParagraphRole.SAME)
                rail[y] = (sign, styles.mixed(styles.text, styles.hue(highlight.hue)))
        return rail

    def _paint(self, row: Row, styles: PaneStyles) -> Strip:
        assert self._view is not None
        width = self.size.width - 1
        lines = self._view.lines(row.paragraph)
        style = self._paragraph_style(row.paragraph)
        if row.line >= len(lines):
            return paint_gap(style, len(lines), width, self._gutter, styles)
        return paint_line(
            self._view.article.paragraphs[row.paragraph].text,
            lines[row.line],
            row.line,
            style,
            width,
            self._gutter,
            styles,
            self._signs,
        )

    def _with_offsets(self, strip: Strip, row: Row) -> Strip:
        """The strip with what the mouse needs to find the character under it.

        Only hit tests ask for single rows outside of painting; painted strips do
        without, which halves the cost of making them.
        """
        assert self._view is not None
        lines = self._view.lines(row.paragraph)
        text = self._view.article.paragraphs[row.paragraph].text
        if row.line >= len(lines):
            return _ending_at(strip, len(text), row.paragraph)
        start, end = lines[row.line]
        cells = cell_len(text[start:end])
        gutter, words, rest = strip.divide([self._gutter, self._gutter + cells, strip.cell_length])
        return Strip.join([gutter, words.apply_offsets(start, row.paragraph), rest])

    def _nearest_place(self, y: int) -> tuple[int, int]:
        """The character and paragraph that an empty row above or below the article stands for."""
        assert self._view is not None
        above = [row.paragraph for row in self._rows[:y] if row is not None]
        if above:
            return len(self._view.article.paragraphs[above[-1]].text), above[-1]
        return 0, self._view.shown[0] if self._view.shown else 0

    def _paragraph_style(self, position: int) -> ParagraphStyle:
        style = self._paragraph_styles.get(position)
        if style is None and self._view is not None:
            paragraph = self._view.article.paragraphs[position]
            highlight = self._highlights.get(position)
            hits = self._hits.get(position)
            selection = self.text_selection
            style = self._paragraph_styles[position] = ParagraphStyle(
                kind=paragraph.kind,
                role=highlight.role if highlight else ParagraphRole.PLAIN,
                hue=highlight.hue if highlight else 0,
                number=str(paragraph.number) if self._numbers else "",
                others=self._others(position),
                shared=highlight.shared if highlight else (),
                marked=self._marks.get(position, ()),
                found=hits.spans if hits else (),
                current=hits.current if hits else None,
                selected=selection.get_span(position) if selection else None,
            )
        assert style is not None
        return style

    def _forget(self, paragraphs: set[int]) -> None:
        for paragraph in paragraphs:
            if self._paragraph_styles.pop(paragraph, None) is not None and self._view is not None:
                for line in range(self._view.height(paragraph)):
                    self._painted.pop(Row(paragraph, line), None)

    def _drag_to(self, y: int) -> None:
        height = max(1, self.size.height)
        self.post_message(self.RailDragged(self, max(0.0, min(1.0, y / height))))

    def _pane_styles(self) -> PaneStyles:
        if self._styles_of_pane is None:
            self._styles_of_pane = PaneStyles.of(
                self._get_styles(), self.rich_style, self.selection_style
            )
        return self._styles_of_pane


def _with_rail(strip: Strip, rail: tuple[str, Style]) -> Strip:
    sign, style = rail
    return Strip([*strip, Segment(sign, style)], strip.cell_length + 1)


def _ending_at(strip: Strip, character: int, paragraph: int) -> Strip:
    """A row without words, which a selection takes for this place."""
    place = Style.from_meta({"offset": (character, paragraph)})
    return Strip([*strip, Segment("", place)], strip.cell_length)
