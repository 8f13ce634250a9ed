"""What is being read: which article, which paragraph, on which row, beside which others.

Everything that a key of the reading screen changes is changed here, without a
widget; the screen shows the outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.app.reading.pane_layout import PaneLayout
from reader.app.reading.text_search import SearchHit
from reader.app.reading.visible_links import THRESHOLD_STEP, VisibleLinks
from reader.app.themes.paragraph_style import Highlight, OtherArticle, ParagraphHits, ParagraphRole
from reader.app.widgets.article_view import ArticleView
from reader.articles import Article, ParagraphKind
from reader.coverage import Evidence
from reader.linking import Link, Place

_UPPER_BAND = 0.25
"""Where the paragraph being read is put when it must move, as a share of the pane's height."""
_LOWER_BAND = 0.55
"""How far down it may stand."""
_LONGEST_HISTORY = 200
_LOOKED_AT_FIRST = 400
"""Paragraphs among which the one to begin with is chosen."""


class ReadingState:
    """The reading place and everything that follows from it.

    Args:
        articles: the articles, in the order given; at least one.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self.views = [ArticleView(article) for article in self.articles]
        self.layout = PaneLayout.of(max(1, len(self.articles)))
        self.visible_links: VisibleLinks | None = None
        self.follow = True
        self.pinned: set[int] = set()
        self.capacity = 1
        """How many panes fit."""
        self.height = 1
        """Rows of a pane."""
        self.hits: list[SearchHit] = []
        self.hit = -1
        self.untouched = True
        """Whether the reader has not moved yet."""
        self.characters = [
            sum(len(paragraph.text) for paragraph in article.paragraphs)
            for article in self.articles
        ]
        """Characters of each article."""
        self._history: list[Place] = []
        self._scrolled: set[int] = set()

    # What is on the screen

    @property
    def view(self) -> ArticleView:
        """The article being read."""
        return self.views[self.layout.focus]

    @property
    def place(self) -> Place:
        """The paragraph being read."""
        return Place(self.layout.focus, self.view.reading)

    @property
    def visible(self) -> tuple[int, ...]:
        """The articles on the screen, from left to right."""
        return self.layout.visible(self.capacity)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the paragraph being read: on the screen first, then strongest first."""
        if self.visible_links is None:
            return ()
        visible = self.visible
        links = self.visible_links.links_of(self.place)
        if len(visible) == 1:
            return links
        return tuple(sorted(links, key=lambda link: link.there.article not in visible))

    def evidence(self, link: Link) -> Evidence:
        """Why a link exists."""
        assert self.visible_links is not None
        return self.visible_links.evidence(link)

    @property
    def can_go_back(self) -> bool:
        """Whether `back` leads anywhere."""
        return bool(self._history)

    @property
    def history(self) -> tuple[Place, ...]:
        """Where the jumps began, the last one last."""
        return tuple(self._history)

    def recall(self, history: Iterable[Place]) -> None:
        """Remember these as where the jumps began."""
        self._history = list(history)

    def highlights(self, article: int) -> dict[int, Highlight]:
        """What stands out in an article on the screen, by position."""
        place = self.place
        if self.visible_links is None:
            return {} if article != place.article else {place.paragraph: _highlight_unlinked(place)}
        if article != place.article:
            return self.visible_links.highlights(self.visible_links.links_to(place, article))
        visible = self.visible
        on_screen = [link for link in self.links if link.there.article in visible]
        return {
            place.paragraph: self.visible_links.reading_highlight(
                place, on_screen or self.links[:1]
            )
        }

    def others(self, article: int) -> Callable[[int], tuple[OtherArticle, ...]]:
        """Who else has the paragraphs of an article, by position."""
        visible_links = self.visible_links
        if visible_links is None:
            return lambda _paragraph: ()
        return lambda paragraph: visible_links.others(Place(article, paragraph))

    def take_scrolled(self) -> set[int]:
        """The articles that were scrolled since the last call."""
        scrolled, self._scrolled = self._scrolled, set()
        return scrolled

    def level(self) -> None:
        """Bring the others' strongest match to the row of the paragraph being read."""
        if self.visible_links is None or not self.follow:
            return
        row = self.view.row_of(self.view.reading, self.height) or 0
        for article in self.visible:
            if article == self.layout.focus or article in self.pinned:
                continue
            links = self.visible_links.links_to(self.place, article)
            if links:
                self._show_at(article, links[0].there.paragraph, row)

    # Moving in the article

    def read(self, count: int) -> None:
        """Read the paragraph `count` further on; one taller than the pane scrolls first."""
        view = self.view
        row = view.row_of(view.reading, self.height)
        if row is not None:
            lines = len(view.lines(view.reading))
            page = max(1, self.height - 2)
            if count > 0 and row <= 0 and row + lines > self.height:
                self._scroll(min(page, row + lines - self.height))
                return
            if count < 0 and row < 0:
                self._scroll(max(-page, row))
                return
        self._read_at(view.step(view.reading, count))

    def scroll(self, lines: int) -> None:
        """Scroll the article; the reading place goes along when it would leave its band."""
        view = self.view
        before = view.rows(1), view.row_of(view.reading, self.height)
        self._scroll(lines)
        view.keep_inside(self.height)
        after = view.rows(1), view.row_of(view.reading, self.height)
        if before == after:
            view.reading = view.step(view.reading, 1 if lines > 0 else -1)
            return
        row = after[1]
        band = max(1, int(self.height * _LOWER_BAND))
        if row is None or row < 0:
            tall = row is not None and row + len(view.lines(view.reading)) > band
            if not tall:
                view.reading = self._first_on_screen()
        elif row > band:
            view.reading = self._last_above(band)

    def page(self, share: float) -> None:
        """Scroll by a share of the pane's height and read the paragraph now near the top."""
        view = self.view
        before = view.reading
        lines = max(1, round(abs(share) * (self.height - 2)))
        self.scroll(lines if share > 0 else -lines)
        if view.reading == before:
            self._read_at(view.step(before, 1 if share > 0 else -1))

    def end(self, direction: int) -> None:
        """Read the first (-1) or the last (1) paragraph."""
        self._remember()
        shown = self.view.shown
        if shown:
            self._read_at(shown[0] if direction < 0 else shown[-1])

    def next_where(self, wanted: Callable[[Place], bool], direction: int) -> bool:
        """Read the next paragraph of this article that is wanted; False if there is none."""
        view = self.view
        paragraph = view.reading
        while (step := view.step(paragraph, direction)) != paragraph:
            paragraph = step
            if wanted(Place(self.layout.focus, paragraph)):
                self._read_at(paragraph)
                return True
        return False

    def go_to_number(self, number: int) -> bool:
        """Read the paragraph with this number in this article; False if there is none."""
        for position, paragraph in enumerate(self.view.article.paragraphs):
            if paragraph.number == number:
                self.go_to(Place(self.layout.focus, position))
                return True
        return False

    def point(self, article: int, paragraph: int) -> None:
        """Read a paragraph where it stands."""
        self._focus(article)
        self.views[article].reading = paragraph
        self._keep_in_band()

    def wheel(self, article: int, lines: int) -> None:
        """Scroll the article under the mouse, which becomes the one being read."""
        if article != self.layout.focus:
            self._focus(article)
            self._read_on_screen()
        self.scroll(lines)

    def drag(self, article: int, share: float) -> None:
        """Read the paragraph at a share (0..1) of an article."""
        self._focus(article)
        self._read_at(self.view.at_share(share))

    # Moving between articles

    def focus_step(self, count: int) -> None:
        """Read the next article, at the paragraph that stands level if there is one."""
        self.focus(self.layout.step(count).focus)

    def focus(self, article: int) -> None:
        """Read this article, at the paragraph that stands level if there is one."""
        links = self.visible_links.links_to(self.place, article) if self.visible_links else ()
        row = self.view.row_of(self.view.reading, self.height)
        if article not in self.visible:
            self._scrolled.add(article)
            if links and row is not None:
                self._show_at(article, links[0].there.paragraph, row)
        self._focus(article)
        if links:
            self.view.reading = links[0].there.paragraph
        else:
            self._read_on_screen()
        self._keep_in_band()

    def go_to(self, place: Place) -> None:
        """Read a paragraph anywhere, keeping the way back; it stays on the row it stands on."""
        self._remember()
        view = self.views[place.article]
        if not view.is_shown(place.paragraph):
            view.fold(False)
            self._scrolled.add(place.article)
        row = self.view.row_of(self.view.reading, self.height)
        off_screen = view.row_of(place.paragraph, self.height) is None
        if place.article != self.layout.focus and row is not None and off_screen:
            self._show_at(place.article, place.paragraph, row)
        self._focus(place.article)
        self._read_at(place.paragraph)

    def back(self) -> bool:
        """Return to where the last jump began; False if there was none."""
        if not self._history:
            return False
        place = self._history.pop()
        if not self.views[place.article].is_shown(place.paragraph):
            self.views[place.article].fold(False)
        self._focus(place.article)
        self._read_at(place.paragraph)
        return True

    def start_where_it_links(self) -> None:
        """Begin where the articles agree most, beside those that share most with this one.

        That is the paragraph of the story with the surest *same* links to the others, to
        at least two of them where there are as many.
        """
        visible_links = self.visible_links
        if visible_links is None or len(self.articles) < 2:
            return
        focus = self.layout.focus
        ranked = sorted(
            (article for article in range(len(self.articles)) if article != focus),
            key=lambda article: (
                *(-count for count in visible_links.counts(focus, article)),
                article,
            ),
        )
        self.layout = self.layout.prefer(ranked)
        wanted = min(2, len(self.articles) - 1)
        best: tuple[bool, float] = (False, 0.0)
        start: int | None = None
        for paragraph in self.view.shown[:_LOOKED_AT_FIRST]:
            if self.view.article.paragraphs[paragraph].kind is not ParagraphKind.BODY:
                continue
            scores = visible_links.same_scores(Place(focus, paragraph))
            if scores and (len(scores) >= wanted, sum(scores)) > best:
                best, start = (len(scores) >= wanted, sum(scores)), paragraph
        if start is not None:
            self._read_at(start)

    # What is shown, and how

    def set_threshold(self, steps: int) -> float:
        """Move the threshold of the links shown; returns the new one."""
        assert self.visible_links is not None
        self.visible_links = self.visible_links.with_floor(
            self.visible_links.floor + steps * THRESHOLD_STEP
        )
        return self.visible_links.floor

    def fold(self, folded: bool) -> None:
        """Fold or show furniture in every article."""
        for article, view in enumerate(self.views):
            view.fold(folded)
            self._scrolled.add(article)
        self._keep_in_band()

    def resized(self, capacity: int, height: int) -> None:
        """So many panes of so many rows fit now."""
        self.capacity, self.height = capacity, height
        self._scrolled.update(range(len(self.views)))
        self._keep_in_band()

    def hits_in(self, article: int) -> dict[int, ParagraphHits]:
        """The hits of the search in an article, by paragraph."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for hit in self.hits:
            if hit.article == article:
                spans.setdefault(hit.paragraph, []).append((hit.start, hit.end))
        current = self.hits[self.hit] if 0 <= self.hit < len(self.hits) else None
        return {
            paragraph: ParagraphHits(
                tuple(places),
                (current.start, current.end)
                if current is not None and current[:2] == (article, paragraph)
                else None,
            )
            for paragraph, places in spans.items()
        }

    def set_hits(self, hits: list[SearchHit]) -> None:
        """What the search found; the first hit at or after the reading place is the current one."""
        self.hits = hits
        self.hit = -1
        if hits:
            place = self.place
            after = [n for n, hit in enumerate(hits) if (hit.article, hit.paragraph) >= place]
            self.hit = after[0] if after else 0
            self._go_to_hit()

    def keep_hits(self, hits: list[SearchHit]) -> None:
        """What the search finds in the articles as they are now; nothing moves."""
        self.hits = hits
        self.hit = min(self.hit, len(hits) - 1)

    def step_hit(self, count: int) -> None:
        """Go to the next hit, around the ends."""
        if self.hits:
            self.hit = (self.hit + count) % len(self.hits)
            self._go_to_hit()

    def _go_to_hit(self) -> None:
        hit = self.hits[self.hit]
        self.go_to(Place(hit.article, hit.paragraph))

    def _focus(self, article: int) -> None:
        self.layout = self.layout.focus_on(article)

    def _read_at(self, paragraph: int) -> None:
        self.view.reading = paragraph
        self._keep_in_band()

    def _show_at(self, article: int, paragraph: int, row: int) -> None:
        view = self.views[article]
        if view.row_of(paragraph, self.height) != row:
            view.place(paragraph, row)
            self._scrolled.add(article)

    def _scroll(self, lines: int) -> None:
        self.view.scroll(lines)
        self._scrolled.add(self.layout.focus)

    def _keep_in_band(self) -> None:
        """Scroll the article being read so that its paragraph stands in the upper half."""
        view, height = self.view, self.height
        row = view.row_of(view.reading, height)
        lines = len(view.lines(view.reading)) if view.shown else 1
        low = max(0, int(height * _LOWER_BAND))
        if row is not None and 0 <= row <= low and (row + lines <= height or row == 0):
            return
        target = int(height * _UPPER_BAND)
        if target + lines > height:
            target = max(0, height - lines)
        view.place(view.reading, target)
        view.keep_inside(height)
        self._scrolled.add(self.layout.focus)

    def _read_on_screen(self) -> None:
        """Read the first paragraph that begins on the screen if the one read before is off it."""
        view, height = self.view, self.height
        row = view.row_of(view.reading, height)
        if row is None or row >= height or row + len(view.lines(view.reading)) <= 0:
            view.reading = self._first_on_screen()

    def _first_on_screen(self) -> int:
        """The first paragraph that begins on the screen, or else the one that fills it."""
        return min(self.view.first_below(0, self.height), self._last_above(self.height - 1))

    def _last_above(self, band: int) -> int:
        """The last paragraph that begins above a row, on the screen if there is one."""
        view = self.view
        paragraph = view.first_below(0, self.height)
        row = view.row_of(paragraph, self.height)
        if row is None or row > band:
            return view.step(paragraph, -1)
        while (step := view.step(paragraph, 1)) != paragraph:
            row = view.row_of(step, self.height)
            if row is None or row > band:
                break
            paragraph = step
        return paragraph

    def _remember(self) -> None:
        self._history.append(self.place)
        del self._history[:-_LONGEST_HISTORY]


def _highlight_unlinked(place: Place) -> Highlight:
    return Highlight(ParagraphRole.READING, place.article)
