"""What is being read: which article, which paragraph, on which row, beside which others.

Everything that a key of the reading screen changes is changed here, without a
widget; the screen shows the outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.app.reading.pane_layout import Desk
from reader.app.reading.text_search import Hit
from reader.app.reading.visible_links import THRESHOLD_STEP, LinkedCoverage
from reader.app.themes.paragraph_style import Found, Lit, OtherArticle, Role
from reader.app.widgets.article_view import Column
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
        self.columns = [Column(article) for article in self.articles]
        self.desk = Desk.of(max(1, len(self.articles)))
        self.linked: LinkedCoverage | None = None
        self.follow = True
        self.pinned: set[int] = set()
        self.capacity = 1
        """How many panes fit."""
        self.height = 1
        """Rows of a pane."""
        self.hits: list[Hit] = []
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
    def column(self) -> Column:
        """The article being read."""
        return self.columns[self.desk.focus]

    @property
    def place(self) -> Place:
        """The paragraph being read."""
        return Place(self.desk.focus, self.column.reading)

    @property
    def visible(self) -> tuple[int, ...]:
        """The articles on the screen, from left to right."""
        return self.desk.visible(self.capacity)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the paragraph being read: on the screen first, then strongest first."""
        if self.linked is None:
            return ()
        visible = self.visible
        links = self.linked.links_of(self.place)
        if len(visible) == 1:
            return links
        return tuple(sorted(links, key=lambda link: link.there.article not in visible))

    def evidence(self, link: Link) -> Evidence:
        """Why a link exists."""
        assert self.linked is not None
        return self.linked.evidence(link)

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

    def lit(self, article: int) -> dict[int, Lit]:
        """What stands out in an article on the screen, by position."""
        place = self.place
        if self.linked is None:
            return {} if article != place.article else {place.paragraph: _alone(place)}
        if article != place.article:
            return self.linked.lit(self.linked.lit_in(place, article))
        visible = self.visible
        on_screen = [link for link in self.links if link.there.article in visible]
        return {place.paragraph: self.linked.reading_lit(place, on_screen or self.links[:1])}

    def others(self, article: int) -> Callable[[int], tuple[OtherArticle, ...]]:
        """Who else has the paragraphs of an article, by position."""
        linked = self.linked
        if linked is None:
            return lambda _paragraph: ()
        return lambda paragraph: linked.others(Place(article, paragraph))

    def take_scrolled(self) -> set[int]:
        """The articles that were scrolled since the last call."""
        scrolled, self._scrolled = self._scrolled, set()
        return scrolled

    def level(self) -> None:
        """Bring the others' strongest match to the row of the paragraph being read."""
        if self.linked is None or not self.follow:
            return
        row = self.column.row_of(self.column.reading, self.height) or 0
        for article in self.visible:
            if article == self.desk.focus or article in self.pinned:
                continue
            links = self.linked.lit_in(self.place, article)
            if links:
                self._show_at(article, links[0].there.paragraph, row)

    # Moving in the article

    def read(self, count: int) -> None:
        """Read the paragraph `count` further on; one taller than the pane scrolls first."""
        column = self.column
        row = column.row_of(column.reading, self.height)
        if row is not None:
            lines = len(column.lines(column.reading))
            page = max(1, self.height - 2)
            if count > 0 and row <= 0 and row + lines > self.height:
                self._scroll(min(page, row + lines - self.height))
                return
            if count < 0 and row < 0:
                self._scroll(max(-page, row))
                return
        self._read_at(column.step(column.reading, count))

    def scroll(self, lines: int) -> None:
        """Scroll the article; the reading place goes along when it would leave its band."""
        column = self.column
        before = column.rows(1), column.row_of(column.reading, self.height)
        self._scroll(lines)
        column.keep_inside(self.height)
        after = column.rows(1), column.row_of(column.reading, self.height)
        if before == after:
            column.reading = column.step(column.reading, 1 if lines > 0 else -1)
            return
        row = after[1]
        band = max(1, int(self.height * _LOWER_BAND))
        if row is None or row < 0:
            tall = row is not None and row + len(column.lines(column.reading)) > band
            if not tall:
                column.reading = self._first_on_screen()
        elif row > band:
            column.reading = self._last_above(band)

    def page(self, share: float) -> None:
        """Scroll by a share of the pane's height and read the paragraph now near the top."""
        column = self.column
        before = column.reading
        lines = max(1, round(abs(share) * (self.height - 2)))
        self.scroll(lines if share > 0 else -lines)
        if column.reading == before:
            self._read_at(column.step(before, 1 if share > 0 else -1))

    def end(self, direction: int) -> None:
        """Read the first (-1) or the last (1) paragraph."""
        self._remember()
        shown = self.column.shown
        if shown:
            self._read_at(shown[0] if direction < 0 else shown[-1])

    def next_where(self, wanted: Callable[[Place], bool], direction: int) -> bool:
        """Read the next paragraph of this article that is wanted; False if there is none."""
        column = self.column
        paragraph = column.reading
        while (step := column.step(paragraph, direction)) != paragraph:
            paragraph = step
            if wanted(Place(self.desk.focus, paragraph)):
                self._read_at(paragraph)
                return True
        return False

    def go_to_number(self, number: int) -> bool:
        """Read the paragraph with this number in this article; False if there is none."""
        for position, paragraph in enumerate(self.column.article.paragraphs):
            if paragraph.number == number:
                self.go_to(Place(self.desk.focus, position))
                return True
        return False

    def point(self, article: int, paragraph: int) -> None:
        """Read a paragraph where it stands."""
        self._focus(article)
        self.columns[article].reading = paragraph
        self._make_comfortable()

    def wheel(self, article: int, lines: int) -> None:
        """Scroll the article under the mouse, which becomes the one being read."""
        if article != self.desk.focus:
            self._focus(article)
            self._read_on_screen()
        self.scroll(lines)

    def drag(self, article: int, share: float) -> None:
        """Read the paragraph at a share (0..1) of an article."""
        self._focus(article)
        self._read_at(self.column.at_share(share))

    # Moving between articles

    def focus_step(self, count: int) -> None:
        """Read the next article, at the paragraph that stands level if there is one."""
        self.focus(self.desk.step(count).focus)

    def focus(self, article: int) -> None:
        """Read this article, at the paragraph that stands level if there is one."""
        links = self.linked.lit_in(self.place, article) if self.linked else ()
        row = self.column.row_of(self.column.reading, self.height)
        if article not in self.visible:
            self._scrolled.add(article)
            if links and row is not None:
                self._show_at(article, links[0].there.paragraph, row)
        self._focus(article)
        if links:
            self.column.reading = links[0].there.paragraph
        else:
            self._read_on_screen()
        self._make_comfortable()

    def go_to(self, place: Place) -> None:
        """Read a paragraph anywhere, keeping the way back; it stays on the row it stands on."""
        self._remember()
        column = self.columns[place.article]
        if not column.is_shown(place.paragraph):
            column.fold(False)
            self._scrolled.add(place.article)
        row = self.column.row_of(self.column.reading, self.height)
        off_screen = column.row_of(place.paragraph, self.height) is None
        if place.article != self.desk.focus and row is not None and off_screen:
            self._show_at(place.article, place.paragraph, row)
        self._focus(place.article)
        self._read_at(place.paragraph)

    def back(self) -> bool:
        """Return to where the last jump began; False if there was none."""
        if not self._history:
            return False
        place = self._history.pop()
        if not self.columns[place.article].is_shown(place.paragraph):
            self.columns[place.article].fold(False)
        self._focus(place.article)
        self._read_at(place.paragraph)
        return True

    def start_where_it_links(self) -> None:
        """Begin where the articles agree most, beside those that share most with this one.

        That is the paragraph of the story with the surest *same* links to the others, to
        at least two of them where there are as many.
        """
        linked = self.linked
        if linked is None or len(self.articles) < 2:
            return
        focus = self.desk.focus
        ranked = sorted(
            (article for article in range(len(self.articles)) if article != focus),
            key=lambda article: (*(-count for count in linked.counts(focus, article)), article),
        )
        self.desk = self.desk.prefer(ranked)
        wanted = min(2, len(self.articles) - 1)
        best: tuple[bool, float] = (False, 0.0)
        start: int | None = None
        for paragraph in self.column.shown[:_LOOKED_AT_FIRST]:
            if self.column.article.paragraphs[paragraph].kind is not ParagraphKind.BODY:
                continue
            scores = linked.same_scores(Place(focus, paragraph))
            if scores and (len(scores) >= wanted, sum(scores)) > best:
                best, start = (len(scores) >= wanted, sum(scores)), paragraph
        if start is not None:
            self._read_at(start)

    # What is shown, and how

    def set_threshold(self, steps: int) -> float:
        """Move the threshold of the links shown; returns the new one."""
        assert self.linked is not None
        self.linked = self.linked.with_floor(self.linked.floor + steps * THRESHOLD_STEP)
        return self.linked.floor

    def fold(self, folded: bool) -> None:
        """Fold or show furniture in every article."""
        for article, column in enumerate(self.columns):
            column.fold(folded)
            self._scrolled.add(article)
        self._make_comfortable()

    def resized(self, capacity: int, height: int) -> None:
        """So many panes of so many rows fit now."""
        self.capacity, self.height = capacity, height
        self._scrolled.update(range(len(self.columns)))
        self._make_comfortable()

    def found(self, article: int) -> dict[int, Found]:
        """The hits of the search in an article, by paragraph."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for hit in self.hits:
            if hit.article == article:
                spans.setdefault(hit.paragraph, []).append((hit.start, hit.end))
        current = self.hits[self.hit] if 0 <= self.hit < len(self.hits) else None
        return {
            paragraph: Found(
                tuple(places),
                (current.start, current.end)
                if current is not None and current[:2] == (article, paragraph)
                else None,
            )
            for paragraph, places in spans.items()
        }

    def set_hits(self, hits: list[Hit]) -> None:
        """What the search found; the first hit at or after the reading place is the current one."""
        self.hits = hits
        self.hit = -1
        if hits:
            place = self.place
            after = [n for n, hit in enumerate(hits) if (hit.article, hit.paragraph) >= place]
            self.hit = after[0] if after else 0
            self._go_to_hit()

    def keep_hits(self, hits: list[Hit]) -> None:
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
        self.desk = self.desk.focus_on(article)

    def _read_at(self, paragraph: int) -> None:
        self.column.reading = paragraph
        self._make_comfortable()

    def _show_at(self, article: int, paragraph: int, row: int) -> None:
        column = self.columns[article]
        if column.row_of(paragraph, self.height) != row:
            column.place(paragraph, row)
            self._scrolled.add(article)

    def _scroll(self, lines: int) -> None:
        self.column.scroll(lines)
        self._scrolled.add(self.desk.focus)

    def _make_comfortable(self) -> None:
        """Scroll the article being read so that its paragraph stands in the upper half."""
        column, height = self.column, self.height
        row = column.row_of(column.reading, height)
        lines = len(column.lines(column.reading)) if column.shown else 1
        low = max(0, int(height * _LOWER_BAND))
        if row is not None and 0 <= row <= low and (row + lines <= height or row == 0):
            return
        target = int(height * _UPPER_BAND)
        if target + lines > height:
            target = max(0, height - lines)
        column.place(column.reading, target)
        column.keep_inside(height)
        self._scrolled.add(self.desk.focus)

    def _read_on_screen(self) -> None:
        """Read the first paragraph that begins on the screen if the one read before is off it."""
        column, height = self.column, self.height
        row = column.row_of(column.reading, height)
        if row is None or row >= height or row + len(column.lines(column.reading)) <= 0:
            column.reading = self._first_on_screen()

    def _first_on_screen(self) -> int:
        """The first paragraph that begins on the screen, or else the one that fills it."""
        return min(self.column.first_below(0, self.height), self._last_above(self.height - 1))

    def _last_above(self, band: int) -> int:
        """The last paragraph that begins above a row, on the screen if there is one."""
        column = self.column
        paragraph = column.first_below(0, self.height)
        row = column.row_of(paragraph, self.height)
        if row is None or row > band:
            return column.step(paragraph, -1)
        while (step := column.step(paragraph, 1)) != paragraph:
            row = column.row_of(step, self.height)
            if row is None or row > band:
                break
            paragraph = step
        return paragraph

    def _remember(self) -> None:
        self._history.append(self.place)
        del self._history[:-_LONGEST_HISTORY]


def _alone(place: Place) -> Lit:
    return Lit(Role.READING, place.article)
