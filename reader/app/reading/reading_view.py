"""What the reading screen shows of a `ReadingState`; its keys are in reading.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from reader.app.key_table import first_key
from reader.app.reading import link_map, why_drawer
from reader.app.reading.lenses import Marks
from reader.app.reading.pane_layout import panes_that_fit
from reader.app.reading.reading_keys import READING_KEYS
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.visible_links import VisibleLinks
from reader.app.themes.signs import Signs
from reader.app.themes.styles import STYLE_NAMES, Styles
from reader.app.widgets import bars
from reader.app.widgets.article_pane import ArticlePane
from reader.app.widgets.line_widget import Line, PaintedLines
from reader.articles import Article, ParagraphKind, clean_line
from reader.coverage import Coverage
from reader.errors import ReaderError
from reader.linking import Level
from reader.linking.links import RELATED_FLOOR

MAP_FROM_COLUMNS = 120
"""From this width on the map is shown unless it was closed."""
_NOTHING: Marks = {}
SMALLEST_COLUMNS, SMALLEST_ROWS = 24, 8


class ReadingView(Screen[None]):
    """Shows a `ReadingState`: title, panes with their headers, map, drawer, keys.

    Args:
        articles: the articles, in the order given; may be empty while they are read.
        signs: the signs of this terminal.
        problems: what could not be opened.
    """

    COMPONENT_CLASSES = {f"style--{name}" for name in STYLE_NAMES}  # noqa: RUF012
    AUTO_FOCUS = None

    def __init__(
        self, articles: Sequence[Article], signs: Signs, problems: Sequence[ReaderError] = ()
    ) -> None:
        super().__init__()
        self.state = ReadingState(articles)
        self.problems = list(problems)
        self._signs = signs
        self._book: Styles | None = None
        self._arranged_for = Size(0, 0)
        self._stale = False
        self._header_lines: dict[int, tuple[dict[str, Any] | None, list[Line]]] = {}
        self._panes: list[ArticlePane] = []
        self._shown: tuple[int, ...] = ()
        self._why_shown = True
        self._map_shown: bool | None = None
        self._unlinked = "Looking for the same moments in the other articles …"
        self._numbers = True
        self._needle = ""
        self._lens = ""
        self._marks: Mapping[int, Marks] = {}
        self._message = ""
        self._progress: bars.Progress | None = None
        self._title = PaintedLines(self.current_styles, id="title")
        self._headers = PaintedLines(self.current_styles, id="headers")
        self._map = PaintedLines(self.current_styles, id="map")
        self._why = PaintedLines(self.current_styles, id="why")
        self._keys = PaintedLines(self.current_styles, id="keys")
        self._too_small = PaintedLines(self.current_styles, id="too-small")
        self._pane_row = Horizontal(id="panes")

    # What the application tells the screen

    def open(self, articles: Sequence[Article]) -> None:
        """Put these articles on the desk, in their order."""
        self.state = ReadingState(articles)
        self._arrange()

    def link(self, coverage: Coverage) -> None:
        """The links are known now; those of articles that have changed since are of no use."""
        if coverage.articles != self.state.articles:
            return
        before = self.state.visible_links
        self.state.visible_links = (
            before.over(coverage)
            if before is not None
            else VisibleLinks(coverage, RELATED_FLOOR, self._signs)
        )
        if self.state.untouched:
            self.state.start_where_it_links()
        self._arrange()

    def cannot_link(self, reason: str) -> None:
        """The articles could not be compared; they can be read all the same."""
        self._unlinked = "No links: the articles could not be compared."
        self._show()
        self.say(reason)

    def show_progress(self, progress: bars.Progress | None) -> None:
        """Say what is going on, or that nothing is."""
        self._progress = progress
        self._show_title()

    def tell_problems(self, more: Sequence[ReaderError] = ()) -> None:
        """Say what could not be opened, now with these problems too."""
        self.problems.extend(more)
        if self.problems:
            others = len(self.problems) - 1
            self.say(self.problems[0].message + (f" (and {others} more: i)" if others else ""))

    def say(self, message: str) -> None:
        """Say what happened, in the last line, until the next key."""
        self._message = message
        self._show_keys()

    # The screen's life

    def compose(self) -> ComposeResult:
        """Title bar, headers, panes and map, drawer, keys."""
        yield self._title
        yield self._headers
        with self._pane_row:
            capacity = panes_that_fit(self.app.size.width)
            for _ in range(max(1, min(len(self.state.articles), capacity))):
                self._panes.append(ArticlePane(self._signs, self.current_styles))
                yield self._panes[-1]
            yield self._map
        yield self._why
        yield self._keys
        yield self._too_small

    def on_mount(self) -> None:
        """Arrange the desk for the first frame."""
        self._arrange()
        self.tell_problems()

    def on_resize(self, event: events.Resize) -> None:
        """As many panes as are readable at the new size."""
        if self._arranged_for != self.app.size:
            self._arrange()

    def current_styles(self) -> Styles:
        """The styles of the present theme."""
        if self._book is None:
            self._book = Styles(self._ink)
        return self._book

    def _ink(self, name: str) -> Style:
        """One of the styles by name; an article's hue comes from the theme without a rule."""
        if name.startswith("hue-"):
            hue = self.app.theme_variables[f"article-{name.removeprefix('hue-')}"]
            return Style(color=Color.parse(hue).rich_color)
        return self.get_component_rich_style(f"style--{name}", partial=True)

    def notify_style_update(self) -> None:
        """The theme is another one now."""
        super().notify_style_update()
        self._book = None

    # Showing the state

    @property
    def shown_panes(self) -> dict[int, ArticlePane]:
        """The panes on the screen from left to right, by the position of their article."""
        return dict(zip(self._shown, self._panes, strict=False))

    def _arrange(self) -> None:
        """Lay out the desk: after a new size, new articles, or another arrangement of the panes."""
        if not self._panes:
            return
        state, (columns, rows) = self.state, self.app.size
        self._arranged_for = self.app.size
        too_small = columns < SMALLEST_COLUMNS or rows < SMALLEST_ROWS
        self.set_class(too_small, "-too-small")
        self._too_small.show([(("Make this window larger to read.", "strong"),)])
        # What is set here wins over the style sheet, so it has to know of small windows too.
        self._headers.display = self._pane_row.display = bool(state.articles) and not too_small
        if not state.articles:
            self._show_title()
            self._show_keys()
            return
        state.capacity = panes_that_fit(columns)
        self._shown = state.visible
        self._add_panes(len(self._shown))
        header = bars.header_height(rows)
        why = why_drawer.drawer_height(rows, len(self._shown)) if self._why_shown else 0
        self._headers.styles.height = header
        self._why.display = self._why_shown and not too_small
        self._why.styles.height = why
        self._map.display = self._map_is_shown
        self._map.styles.width = self._map_width
        state.resized(panes_that_fit(columns), max(1, rows - 2 - why - header))
        for pane in self._panes[len(self._shown) :]:
            pane.display = False
        for (article, pane), width in zip(self.shown_panes.items(), self._pane_widths, strict=True):
            pane.display = True
            pane.styles.width = width
            pane.show_article(state.views[article], state.others(article), numbers=self._numbers)
            pane.mark_hits(state.hits_in(article))
            pane.mark_lens(self._marks.get(article, _NOTHING))
        self._show_now()

    def _add_panes(self, count: int) -> None:
        missing = [
            ArticlePane(self._signs, self.current_styles) for _ in range(count - len(self._panes))
        ]
        if missing:
            self._panes += missing
            self._pane_row.mount_all(missing, before=self._map)

    def _show(self) -> None:
        """Show the state before the next frame, once for however many keys came before it."""
        self._stale = True
        self.check_idle()

    def on_idle(self) -> None:
        """Everything typed so far has been worked in: show where it led."""
        if self._stale:
            self._show_now()

    def _show_now(self) -> None:
        """Show the state after any change that leaves the arrangement as it is."""
        self._stale = False
        state = self.state
        if not state.articles or not self._panes:
            return
        if self._shown != state.visible:
            self._arrange()
            return
        state.level()
        scrolled = state.take_scrolled()
        for article, pane in self.shown_panes.items():
            pane.highlight(state.highlights(article), scrolled=article in scrolled)
        self._show_headers()
        self._show_why()
        self._show_map()
        self._show_title()
        self._show_keys()

    def _show_title(self) -> None:
        state = self.state
        same, related = state.visible_links.totals() if state.visible_links else (0, 0)
        hits = ""
        if self._needle:
            hits = f"“{clean_line(self._needle, 24)}” {state.hit + 1}/{len(state.hits)}"
        titled = [article.title for article in state.articles if article.title]
        self._title.show(
            [
                bars.title_bar(
                    width=self.app.size.width,
                    subject=titled[0] if titled else "",
                    articles=len(state.articles),
                    same=same,
                    related=related,
                    follow=state.follow,
                    floor=state.visible_links.floor if state.visible_links else RELATED_FLOOR,
                    hits=hits,
                    lens=self._lens,
                    progress=self._progress,
                    signs=self._signs,
                )
            ]
        )

    def _show_headers(self) -> None:
        height = bars.header_height(self.app.size.height)
        headers = [
            self._header(article, width, height)
            for article, width in zip(self._shown, self._pane_widths, strict=True)
        ]
        self._headers.show([bars.side_by_side(lines) for lines in zip(*headers, strict=True)])

    def _header(self, article: int, width: int, height: int) -> list[Line]:
        state = self.state
        focus = state.layout.focus
        reading = article == focus
        same, related = (
            state.visible_links.counts(article, focus)
            if state.visible_links and not reading
            else (0, 0)
        )
        found = sum(hit.article == article for hit in state.hits) if self._needle else 0
        told: dict[str, Any] = {
            "position": article,
            "reading": reading,
            "same": same,
            "related": related,
            "pinned": article in state.pinned,
            "hits": f"{found} hit{'s' if found != 1 else ''}" if self._needle else "",
            "story": state.views[article].paragraphs_of_story,
            "folded": state.views[article].paragraphs_folded,
            "width": width,
            "height": height,
        }
        kept, lines = self._header_lines.get(article, (None, []))
        if kept != told:
            lines = bars.pane_header(article=state.articles[article], signs=self._signs, **told)
            self._header_lines[article] = (told, lines)
        return lines

    def _show_why(self) -> None:
        if not self._why_shown:
            return
        state = self.state
        links = state.links
        place = state.place
        article = state.articles[place.article]
        furniture = article.paragraphs[place.paragraph].kind is ParagraphKind.FURNITURE
        self._why.show(
            why_drawer.drawer_lines(
                why_drawer.LinkedParagraph(
                    article, place.article, place.paragraph, links, furniture
                ),
                state.articles,
                state.evidence,
                visible=state.visible,
                floor=state.visible_links.floor if state.visible_links else RELATED_FLOOR,
                unlinked="" if state.visible_links else self._unlinked,
                width=self.app.size.width,
                height=why_drawer.drawer_height(self.app.size.height, len(state.visible)),
                signs=self._signs,
            )
        )

    def _show_map(self) -> None:
        if not self._map_is_shown:
            return
        state = self.state
        height = self._map.size.height or self.app.size.height - 6
        shown = link_map.articles_on_map(self._map_width)
        visible = state.visible
        order = sorted(state.layout.order, key=lambda article: article not in visible)
        self._map.show(
            link_map.map_lines(
                [self._map_column(article) for article in order[:shown]],
                state.layout.focus,
                height,
                self._signs,
            )
        )

    def _map_column(self, article: int) -> link_map.MapColumn:
        state = self.state
        view = state.views[article]
        marks: dict[int, str] = {}
        for link in state.links:
            if link.there.article == article and view.is_shown(link.there.paragraph):
                index = view.index_of(link.there.paragraph)
                marks[index] = self._signs.level(link.level is Level.SAME)
        if article == state.layout.focus:
            marks[view.index_of(view.reading)] = self._signs.here
        on_screen = article in state.visible
        begin, end = view.share_read(state.height) if on_screen else (-1.0, -1.0)
        return link_map.MapColumn(article, len(view.shown), begin, end, marks)

    def _show_keys(self) -> None:
        works = [
            binding
            for binding in READING_KEYS
            if binding.show and self.check_action(binding.action.partition("(")[0], ()) is True
        ]
        joined: dict[str, str] = {}
        for binding in works:
            key = first_key(binding)
            word = binding.description
            joined[word] = f"{joined[word]} {key}" if word in joined else key
        pairs = [(key, word) for word, key in joined.items()]
        self._keys.show([bars.key_line(pairs, self.app.size.width, self._message)])

    @property
    def _map_is_shown(self) -> bool:
        if self._map_shown is not None:
            return self._map_shown and self.app.size.width >= 60
        return self.app.size.width >= MAP_FROM_COLUMNS and len(self.state.articles) > 1

    @property
    def _map_width(self) -> int:
        wanted = link_map.map_width(len(self.state.articles))
        return min(wanted, self.app.size.width // 3)

    @property
    def _pane_widths(self) -> list[int]:
        """Cells of each pane on the screen, the odd ones to the left."""
        columns = self.app.size.width - (self._map_width if self._map_is_shown else 0)
        share, wider = divmod(columns, len(self._shown))
        return [share + (number < wider) for number in range(len(self._shown))]
