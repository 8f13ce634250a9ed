"""The widget that shows a `ReadingState`: title, headers, panes, map, drawer, key line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from reader.app.reading import link_map
from reader.app.reading.pane_layout import panes_that_fit
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.screen_layout import ScreenLayout
from reader.app.reading.view_contents import (
    describe_header,
    describe_links,
    describe_map,
    describe_title,
    find_gutter_signs,
    find_highlights,
    other_articles,
)
from reader.app.reading.visible_links import count_gutter_places
from reader.app.reading.why_drawer import MORE_OFFER, drawer_lines, find_named_place
from reader.app.reading.why_size import WhySize
from reader.app.terminal.textual_internals import UnscrolledWidget
from reader.app.themes.paragraph_style import LensParagraphs
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import STYLE_NAMES, Styles
from reader.app.widgets.article_pane import ArticlePane
from reader.app.widgets.bars import (
    KEYS_OFFER,
    PaneHeader,
    Progress,
    header_lines,
    key_line,
    side_by_side,
    title_line,
)
from reader.app.widgets.line_widget import Line, PaintedLines
from reader.app.widgets.long_message import LongMessage
from reader.articles import Place

if TYPE_CHECKING:
    from reader.app.reading.copy_drawer import CopyShares

_LOOKING = "Looking for the same moments in the other articles …"
_MAP_HEIGHT_WITHOUT_LAYOUT = 6
"""Rows of the other parts, subtracted while the map has no height of its own yet."""


class _PaneRow(Horizontal, UnscrolledWidget):
    """The panes and the map, side by side."""


class ReadingView(Widget):
    """Shows a state, and changes only the sizes in it.

    Args:
        state: the state.
        signs: the signs of this terminal.
        list_keys: returns the (keys, word) pairs that work now, for the key line.
    """

    class ArticleClicked(Message):
        """The header of an article was clicked."""

        def __init__(self, article: int) -> None:
            super().__init__()
            self.article = article

    class KeyClicked(Message):
        """A key of the key line, or its word, was clicked."""

        def __init__(self, label: str) -> None:
            super().__init__()
            self.label = label

    class WhyClicked(Message):
        """The drawer was clicked, beside the places that it names."""

    class PlaceClicked(Message):
        """A place that the map or the drawer shows was clicked."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    COMPONENT_CLASSES = {f"style--{name}" for name in STYLE_NAMES}  # noqa: RUF012

    def __init__(
        self,
        state: ReadingState,
        signs: Signs,
        list_keys: Callable[[], Sequence[tuple[str, str]]],
    ) -> None:
        super().__init__()
        self._state = state
        self._signs = signs
        self._list_keys = list_keys
        self._theme_styles: Styles | None = None
        self._layout: ScreenLayout | None = None
        self._laid_out: tuple[object, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._marked_search = state.search
        self._message = ""
        self._long_message = LongMessage(self, self.current_styles)
        self._progress: Progress | None = None
        self._header_cache: dict[int, tuple[tuple[PaneHeader, int, int], list[Line]]] = {}
        self._panes: list[ArticlePane] = []
        self._title = PaintedLines(self.current_styles, id="title")
        self._headers = PaintedLines(self.current_styles, id="headers")
        self._pane_row = _PaneRow(id="panes")
        self._map = PaintedLines(self.current_styles, id="map")
        self._why = PaintedLines(self.current_styles, id="why")
        self._keys = PaintedLines(self.current_styles, id="keys")
        self._why_lines = 0
        self._too_small = PaintedLines(self.current_styles, id="too-small")

    def compose(self) -> ComposeResult:
        """Title bar, headers, panes and map, drawer, keys."""
        yield self._title
        yield self._headers
        with self._pane_row:
            capacity = panes_that_fit(self.app.size.width)
            for _ in range(max(1, min(len(self._state.articles), capacity))):
                self._panes.append(ArticlePane(self._signs, self.current_styles))
                yield self._panes[-1]
            yield self._map
        yield self._why
        yield self._keys
        yield self._too_small

    def current_styles(self) -> Styles:
        """Return the styles of the present theme."""
        if self._theme_styles is None:
            self._theme_styles = Styles(self._find_style)
        return self._theme_styles

    def notify_style_update(self) -> None:
        """Forget the styles of the previous theme."""
        super().notify_style_update()
        self._theme_styles = None

    @property
    def shown_panes(self) -> dict[int, ArticlePane]:
        """The panes on the screen from left to right, by the position of their article."""
        return dict(zip(self._shown, self._panes, strict=False))

    @property
    def has_message(self) -> bool:
        """Whether the last line shows a message in place of the keys."""
        return bool(self._message)

    def article_of(self, pane: ArticlePane) -> int | None:
        """Return the article that a pane shows; None for a pane that is not shown any more."""
        return next((article for article, shown in self.shown_panes.items() if shown is pane), None)

    def say(self, message: str) -> None:
        """Show a message in the last line; an empty one brings the keys back."""
        self._message = message
        self.show_keys()

    def show_progress(self, progress: Progress | None) -> None:
        """Show the progress of the program; None if it is idle."""
        self._progress = progress
        self._show_title()

    def needs_layout(self) -> bool:
        """Return whether size, options, links or marks changed since the last layout."""
        return self._laid_out != self._layout_key()

    def lay_out(self) -> None:
        """Lay the parts out for the size of the screen, and show the state."""
        if not self._panes:
            return
        state, size = self._state, self.app.size
        self._laid_out = self._layout_key()
        self._why_lines = self._count_why_lines()
        capacity = panes_that_fit(size.width)
        if state.articles:
            state.resized(capacity, state.height)
        self._shown = state.visible if state.articles else ()
        self._layout = layout = ScreenLayout.of(
            size.width,
            size.height,
            state.options,
            len(state.articles),
            max(1, len(self._shown)),
            self._why_lines,
        )
        self.set_class(layout.is_too_small, "-too-small")
        self._too_small.show([(("Make this window", "strong"),), (("larger to read.", "strong"),)])
        # This overrides the style sheet, so it has to consider small windows too.
        has_panes = bool(state.articles) and not layout.is_too_small
        self._headers.display = self._pane_row.display = has_panes
        if not state.articles:
            self._show_title()
            self.show_keys()
            return
        self._headers.styles.height = layout.header_rows
        self._why.display = layout.why_rows > 0 and not layout.is_too_small
        self._why.styles.height = layout.why_rows
        self._map.display = layout.map_columns > 0
        self._map.styles.width = layout.map_columns
        self._lay_out_panes(layout)
        # After the panes have wrapped their articles again, which moves the paragraph being read.
        state.resized(capacity, layout.pane_rows)
        self.show_state()

    def show_state(self) -> None:
        """Show the state after a change that does not affect the layout."""
        state = self._state
        if not state.articles or self._layout is None:
            return
        if self._shown != state.visible or self._why_lines != self._count_why_lines():
            self.lay_out()
            return
        if self._marked_search is not state.search:
            self._mark_hits()
        state.level()
        scrolled = state.take_scrolled()
        for article, pane in self.shown_panes.items():
            pane.mark_notes(find_gutter_signs(state, article, self._signs))
            pane.highlight(find_highlights(state, article), is_scrolled=article in scrolled)
        self._show_headers(self._layout)
        self._show_why(self._layout)
        self._show_map(self._layout)
        self._show_title()
        self.show_keys()

    def _layout_key(self) -> tuple[object, ...]:
        """Return all values that the layout depends on, to compare them with the last ones."""
        state, panes = self._state, self._state.layout
        return (
            self.app.size,
            state.options,
            (panes.order, panes.hidden, panes.is_zoomed),
            state.views,
            state.visible_links,
            state.lens,
        )

    def _lay_out_panes(self, layout: ScreenLayout) -> None:
        state = self._state
        missing = [
            ArticlePane(self._signs, self.current_styles)
            for _ in range(len(self._shown) - len(self._panes))
        ]
        if missing:
            self._panes += missing
            self._pane_row.mount_all(missing, before=self._map)
        for pane in self._panes[len(self._shown) :]:
            pane.display = False
        for (article, pane), width in zip(
            self.shown_panes.items(), layout.pane_columns, strict=True
        ):
            pane.display = True
            pane.styles.width = width
            pane.show_article(
                state.views[article],
                other_articles(state, article),
                columns=width,
                has_numbers=state.options.has_numbers,
                places=count_gutter_places(len(state.articles)),
            )
            found = state.lens.in_article(article)
            pane.show_lens(LensParagraphs(found.marks, found.dimmed, found.signs))
        self._mark_hits()

    def _mark_hits(self) -> None:
        self._marked_search = self._state.search
        for article, pane in self.shown_panes.items():
            pane.mark_hits(self._marked_search.hits_in(article))

    def _show_title(self) -> None:
        title = describe_title(self._state, self._progress)
        self._title.show([title_line(title, self.app.size.width, self._signs)])

    def _show_headers(self, layout: ScreenLayout) -> None:
        headers = [
            self._header(article, width, layout.header_rows)
            for article, width in zip(self._shown, layout.pane_columns, strict=True)
        ]
        self._headers.show([side_by_side(lines) for lines in zip(*headers, strict=True)])

    def _header(self, article: int, width: int, height: int) -> list[Line]:
        key = (describe_header(self._state, article), width, height)
        cached = self._header_cache.get(article)
        if cached is None or cached[0] != key:
            cached = (key, header_lines(*key, self._signs))
            self._header_cache[article] = cached
        return cached[1]

    def _show_why(self, layout: ScreenLayout) -> None:
        if layout.why_rows and (copy := self._state.lens.copy):
            from reader.app.reading.copy_drawer import cut_copy_lines

            lines = _draw_copy(copy, layout.columns, self._signs)
            is_whole = self._state.options.why is WhySize.WHOLE
            self._why.show(cut_copy_lines(lines, layout.why_rows, is_whole=is_whole))
        elif layout.why_rows:
            read = describe_links(self._state, self._state.missing_links or _LOOKING, self._signs)
            self._why.show(
                drawer_lines(
                    read,
                    self._state.evidence,
                    layout.columns,
                    layout.why_rows,
                    self._signs,
                    is_whole=self._state.options.why is WhySize.WHOLE,
                )
            )

    def _count_why_lines(self) -> int:
        """Return how many lines the drawer needs where all is to be shown, at most a screen."""
        if copy := self._state.lens.copy:
            return len(_draw_copy(copy, self.app.size.width, self._signs))
        if self._state.options.why is not WhySize.WHOLE or not self._state.articles:
            return 0
        read = describe_links(self._state, self._state.missing_links or _LOOKING, self._signs)
        size = self.app.size
        return len(drawer_lines(read, self._state.evidence, size.width, size.height, self._signs))

    def _show_map(self, layout: ScreenLayout) -> None:
        if layout.map_columns:
            height = self._map.size.height or layout.rows - _MAP_HEIGHT_WITHOUT_LAYOUT
            articles = link_map.articles_on_map(layout.map_columns)
            columns = describe_map(self._state, articles, self._signs)
            self._map.show(
                link_map.map_lines(columns, self._state.layout.focus, height, self._signs)
            )

    def show_keys(self) -> None:
        """Show the keys that work now in the last line, or the message."""
        width = self.app.size.width
        self._keys.show([key_line(self._list_keys(), width, self._message)])
        self._long_message.show(self._message, width)

    def _find_style(self, name: str) -> Style:
        """Return a style by name; an article's hue comes from the theme without a rule."""
        if name.startswith("hue-"):
            hue = self.app.theme_variables[f"article-{name.removeprefix('hue-')}"]
            return Style(color=Color.parse(hue).rich_color)
        return self.get_component_rich_style(f"style--{name}", partial=True)

    @on(PaintedLines.Clicked, "#headers")
    def _click_header(self, event: PaintedLines.Clicked) -> None:
        pane = self._layout.pane_at(event.column) if self._layout else None
        if pane is not None:
            self.post_message(self.ArticleClicked(self._shown[pane]))

    @on(PaintedLines.Clicked, "#keys")
    def _click_keys(self, event: PaintedLines.Clicked) -> None:
        label = self._keys.part_at(event.row, event.column).strip()
        if label:
            self.post_message(self.KeyClicked(label))

    @on(PaintedLines.Clicked, "#title")
    def _click_title(self, event: PaintedLines.Clicked) -> None:
        if self._title.part_at(event.row, event.column).rstrip().endswith(KEYS_OFFER):
            self.post_message(self.KeyClicked(KEYS_OFFER.partition(" ")[0]))

    @on(PaintedLines.Clicked, "#why")
    def _click_why(self, event: PaintedLines.Clicked) -> None:
        if self._why.part_at(event.row, event.column) == MORE_OFFER:
            self.post_message(self.KeyClicked(MORE_OFFER.partition(" ")[0]))
            return
        shown = self._why.shown
        named = find_named_place(shown[event.row], event.column) if event.row < len(shown) else None
        for article, texts in enumerate(self._state.articles):
            if named is None or article_mark(article) != named[0]:
                continue
            for position, paragraph in enumerate(texts.paragraphs):
                if paragraph.number == named[1]:
                    self.post_message(self.PlaceClicked(Place(article, position)))
                    return
        self.post_message(self.WhyClicked())

    @on(PaintedLines.Clicked, "#map")
    def _click_map(self, event: PaintedLines.Clicked) -> None:
        if self._layout is None:
            return
        articles = link_map.articles_on_map(self._layout.map_columns)
        columns = describe_map(self._state, articles, self._signs)
        found = link_map.find_map_place(columns, self._map.size.height, event.row, event.column)
        if found is not None:
            article, index = found
            paragraph = self._state.views[article].shown[index]
            self.post_message(self.PlaceClicked(Place(article, paragraph)))


def _draw_copy(shares: CopyShares, width: int, signs: Signs) -> list[Line]:
    # Origins and shared copy take long to import, and no first frame shows them.
    from reader.app.reading.copy_drawer import copy_lines

    return copy_lines(shares, width, signs)
