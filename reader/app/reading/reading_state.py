"""The reading state: the article and paragraph being read, its row, and the other panes.

All changes that keys of the reading screen make are methods of this state, without a
widget. Other modules read the attributes and do not assign to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.app.reading.display_options import DisplayOptions
from reader.app.reading.lenses import NOTHING_SHOWN, LensFinding
from reader.app.reading.pane_layout import PaneLayout
from reader.app.reading.reading_band import (
    page_lines,
    read_on_screen,
    scroll_into_band,
    scroll_lines,
    scroll_within_paragraph,
)
from reader.app.reading.screen_start import USUAL_START, ScreenStart
from reader.app.reading.search_results import SearchResults
from reader.app.reading.starting_place import find_starting_paragraph, rank_by_links
from reader.app.reading.visible_links import THRESHOLD_STEP, VisibleLinks
from reader.app.widgets.article_view import ArticleView
from reader.articles import Article, Place, name_articles
from reader.linking import Link
from reader.notebook.placed_entries import PlacedEntries
from reader.notebook.text_keys import hash_text

if TYPE_CHECKING:
    from reader.app.reading.copy_drawer import CopyShares
    from reader.app.reading.placed_differences import PlacedDifferences
    from reader.coverage import Coverage, Evidence
    from reader.quote_versions import ArticleQuotes
    from reader.story.shared_copy.origins import Origin

_LONGEST_HISTORY = 200
"""Most jumps that can be undone with "back"."""


class ActiveLens(NamedTuple):
    """The chosen lens and its findings."""

    key: str = ""
    """The key that chose it, empty for the plain text."""
    label: str = ""
    """The name of what is marked; empty: the plain text."""
    findings: Mapping[int, LensFinding] = {}
    """By the position of the article."""
    copy: CopyShares | None = None
    """The copy that articles share, where the lens shows it."""

    def in_article(self, article: int) -> LensFinding:
        """Return its findings in an article."""
        return self.findings.get(article, NOTHING_SHOWN)


class ReadingState:
    """The reading place and everything computed from it.

    Args:
        articles: the articles, in the order given; may be empty while they are opened.
        start: the place and the options to begin with.
    """

    def __init__(self, articles: Sequence[Article] = (), start: ScreenStart = USUAL_START) -> None:
        self._start = start
        # Articles and how many characters they have: of long ones, counting delays a key.
        self._measured: tuple[tuple[Article, ...], int] = ((), 0)
        self.options = DisplayOptions(why=start.why, map_choice=start.has_map)
        self.search = SearchResults()
        self.lens = ActiveLens()
        self.open(articles)

    def open(self, articles: Sequence[Article]) -> None:
        """Read these articles, from the beginning of the first one."""
        self.articles = name_articles(tuple(articles))
        self.views: tuple[ArticleView, ...] = tuple(map(ArticleView, self.articles))
        self.layout = PaneLayout.of(max(1, len(self.articles)))
        self.visible_links: VisibleLinks | None = None
        self.missing_links = ""
        """Why there are no links, as a sentence; empty where there are, or are being found."""
        self.differences: PlacedDifferences | None = None
        """The differences between the articles, once they are found; see `differences_here`."""
        self._origins: tuple[Coverage, tuple[Origin, ...]] | None = None
        """The origins of shared copy, and the comparison in which they were found."""
        self.news: dict[str, str] = {}
        """The words "new" or "changed" since the last opening, by the source of an article."""
        self.notes = PlacedEntries()
        """The user's notes and claims about the articles."""
        self.is_following = self._start.is_following
        """Whether the other panes scroll to the paragraphs linked to the one being read."""
        self.pinned: frozenset[int] = frozenset()
        """Articles whose panes do not follow."""
        self.capacity = 1
        """Panes that fit on the screen."""
        self.height = 1
        """Rows of a pane."""
        self.is_place_given = False
        """Whether the paragraph to begin at was named."""
        self.is_untouched = True
        """Whether no key was pressed and the mouse not used yet."""
        self.history: tuple[Place, ...] = ()
        """Where the jumps began, the last one last."""
        self._scrolled: set[int] = set()

    def replace_articles(
        self,
        articles: tuple[Article, ...],
        views: tuple[ArticleView, ...],
        links: VisibleLinks | None,
        origins: Sequence[int | None],
        earlier: PaneLayout | None = None,
    ) -> None:
        """Read other articles; those that remain have the same pane, pin and history.

        Args:
            articles: the articles.
            views: their views, with the reading places.
            links: the links shown among them, if known.
            origins: for each article its position before, or None where it is new.
            earlier: the panes in which the new articles were open before, if they were.
        """
        positions = {old: new for new, old in enumerate(origins) if old is not None}
        self.layout = self.layout.rearranged(origins, earlier)
        self.pinned = frozenset(positions[old] for old in self.pinned if old in positions)
        self.history = tuple(
            Place(positions[place.article], place.paragraph)
            for place in self.history
            if place.article in positions
        )
        self.articles, self.views, self.visible_links = articles, views, links
        self.missing_links = ""
        self.search = self.search.with_hits(())
        self.lens = self.lens._replace(findings={}, copy=None)
        self.notes = self.notes.moved(positions)
        self._scrolled = set()

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
    def characters(self) -> int:
        """Characters of all articles together."""
        if self._measured[0] is not self.articles:
            size = sum(len(each.text) for article in self.articles for each in article.paragraphs)
            self._measured = (self.articles, size)
        return self._measured[1]

    @property
    def nearest(self) -> Link | None:
        """The passage most alike to the paragraph being read, where it is *perhaps* elsewhere."""
        return self.visible_links.nearest(self.place) if self.visible_links else None

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the paragraph being read: on the screen first, then strongest first."""
        if self.visible_links is None:
            return ()
        visible = self.visible
        links = self.visible_links.links_of(self.place)
        if len(visible) == 1:
            return links
        return tuple(sorted(links, key=lambda link: link.there.article_position not in visible))

    def article_quotes(self) -> ArticleQuotes:
        """Return the quotes of the articles: those of the comparison once that is known.

        They may still have to be found when they are used: not in the thread of the screen.
        """
        links = self.visible_links
        if links is not None and links.coverage.articles is self.articles:
            return links.coverage.article_quotes
        from reader.quote_versions import ArticleQuotes

        return ArticleQuotes(self.articles)

    def evidence(self, link: Link) -> Evidence:
        """Return why a link exists."""
        assert self.visible_links is not None
        return self.visible_links.evidence(link)

    def take_scrolled(self) -> set[int]:
        """Return the articles that were scrolled since the last call."""
        scrolled, self._scrolled = self._scrolled, set()
        return scrolled

    def read(self, count: int) -> bool:
        """Read the paragraph `count` further on; one taller than the pane scrolls first.

        Returns:
            False at the end of the article, where nothing changes.
        """
        if scroll_within_paragraph(self.view, count, self.height):
            self._scrolled.add(self.layout.focus)
            return True
        before = self.view.reading
        self._read_at(self.view.step(before, count))
        return self.view.reading != before

    def scroll(self, lines: int) -> None:
        """Scroll the article; the reading place changes when it would leave its band."""
        scroll_lines(self.view, lines, self.height)
        self._scrolled.add(self.layout.focus)

    def page(self, share: float) -> None:
        """Scroll by a share of the pane's height and read the paragraph now near the top."""
        before = self.view.reading
        self.scroll(page_lines(share, self.height))
        if self.view.reading == before:
            self._read_at(self.view.step(before, 1 if share > 0 else -1))

    def end(self, direction: int) -> None:
        """Read the first (-1) or the last (1) paragraph."""
        self._remember()
        shown = self.view.shown
        if shown:
            self._read_at(shown[0] if direction < 0 else shown[-1])

    def next_where(self, matches: Callable[[Place], bool], direction: int) -> bool:
        """Read the next paragraph of this article that matches; return False without one."""
        view = self.view
        paragraph = view.reading
        while (step := view.step(paragraph, direction)) != paragraph:
            paragraph = step
            if matches(Place(self.layout.focus, paragraph)):
                self._read_at(paragraph)
                return True
        return False

    def go_to_number(self, number: int) -> bool:
        """Read the paragraph with this number in this article; return False without one."""
        position = self.view.article.find_position(number)
        if position is None:
            return False
        self.go_to(Place(self.layout.focus, position))
        return True

    def point(self, article: int, paragraph: int) -> None:
        """Read a paragraph on the row where it is."""
        self._focus(article)
        self.views[article].read(paragraph)
        self._scroll_into_band()

    def wheel(self, article: int, lines: int) -> None:
        """Scroll the article under the mouse, which becomes the one being read."""
        if article != self.layout.focus:
            self._focus(article)
            read_on_screen(self.view, self.height)
        self.scroll(lines)

    def drag(self, article: int, share: float) -> None:
        """Read the paragraph at a share (0..1) of an article."""
        self._focus(article)
        self._read_at(self.view.at_share(share))

    def focus_step(self, count: int) -> None:
        """Read the pane to the right (1) or left (-1), at the level paragraph if there is one."""
        layout = self.layout.step(count, self.capacity)
        self.focus(layout.focus)
        self.layout = layout

    def focus(self, article: int) -> None:
        """Read this article, at the paragraph that is level if there is one."""
        links = self.visible_links.links_to(self.place, article) if self.visible_links else ()
        row = self.view.row_of(self.view.reading, self.height)
        if article not in self.visible:
            self._scrolled.add(article)
            if links and row is not None:
                self._show_at(article, links[0].there.place.paragraph, row)
        self._focus(article)
        if links:
            self.view.read(links[0].there.place.paragraph)
        else:
            read_on_screen(self.view, self.height)
        self._scroll_into_band()

    def go_to(self, place: Place) -> None:
        """Read a paragraph anywhere and record the jump; the row is unchanged if possible."""
        self._remember()
        view = self.views[place.article]
        if not view.is_shown(place.paragraph):
            view.fold(False)
            self._scrolled.add(place.article)
        row = self.view.row_of(self.view.reading, self.height)
        is_off_screen = view.row_of(place.paragraph, self.height) is None
        if place.article != self.layout.focus and row is not None and is_off_screen:
            self._show_at(place.article, place.paragraph, row)
        self._focus(place.article)
        self._read_at(place.paragraph)

    def back(self) -> bool:
        """Return to where the last jump began; return False if there was none."""
        if not self.history:
            return False
        *before, place = self.history
        self.history = tuple(before)
        if not self.views[place.article].is_shown(place.paragraph):
            self.views[place.article].fold(False)
        self._focus(place.article)
        self._read_at(place.paragraph)
        return True

    def start_where_it_links(self) -> None:
        """Begin where most articles agree, beside those with the most links to this one."""
        links, count, focus = self.visible_links, len(self.articles), self.layout.focus
        if links is None or count < 2:
            return
        self.layout = self.layout.prefer(rank_by_links(links, focus, count))
        if self.is_place_given:
            return
        start = find_starting_paragraph(links, self.view, focus, count)
        if start is not None:
            self._read_at(start)

    def begin_at_places(self, places: Mapping[str, int]) -> tuple[int, ...]:
        """Begin where articles were read last time.

        Args:
            places: the number of the paragraph by the key of an article's text, the article read
                last at the end.

        Returns:
            The positions of articles that are new among others that are known.
        """
        keys = [hash_text(article) for article in self.articles]
        known = [position for position, key in enumerate(keys) if key in places]
        for position in known:
            view, number = self.views[position], places[keys[position]]
            for paragraph in view.shown:
                if view.article.paragraphs[paragraph].number == number:
                    view.read(paragraph)
                    view.place(paragraph, 0)
        if known:
            order = list(places)
            last = max(known, key=lambda position: order.index(keys[position]))
            self.begin_at(last, places[keys[last]])
        return tuple(set(range(len(keys))) - set(known)) if known else ()

    def list_places(self) -> list[tuple[str, int]]:
        """Return the key of every article's text and the number of its paragraph being read.

        The article being read is the last one.
        """
        places = [
            (hash_text(article), _number_near(article, view.reading))
            for article, view in zip(self.articles, self.views, strict=True)
            if article.paragraphs
        ]
        focus = self.layout.focus
        return [*places[:focus], *places[focus + 1 :], *places[focus : focus + 1]]

    def begin_at(self, article: int, number: int) -> bool:
        """Begin at the paragraph with this number of an article; return False without one."""
        if not 0 <= article < len(self.articles):
            return False
        before = self.layout
        self._focus(article)
        if not self.go_to_number(number):
            self.layout = before
            return False
        self.history = ()
        self.is_place_given = True
        return True

    def level(self) -> None:
        """Scroll the other panes so that their strongest match is level with the paragraph read."""
        if self.visible_links is None or not self.is_following:
            return
        row = self.view.row_of(self.view.reading, self.height) or 0
        for article in self.visible:
            if article == self.layout.focus or article in self.pinned:
                continue
            links = self.visible_links.links_to(self.place, article)
            if links:
                self._show_at(article, links[0].there.place.paragraph, row)

    def note_input(self) -> None:
        """Note a key or a mouse event: from now on only the user moves the reading place."""
        self.is_untouched = False

    def show_links(self, links: VisibleLinks) -> None:
        """Show these links."""
        self.visible_links, self.missing_links = links, ""

    def explain_missing_links(self, reason: str) -> None:
        """Set the reason why there are no links and none will be found."""
        self.missing_links = reason

    def show_differences(self, found: PlacedDifferences) -> None:
        """Show the differences between the articles."""
        self.differences = found

    def show_origins(self, coverage: Coverage, origins: tuple[Origin, ...]) -> None:
        """Show the origins of the copy in the articles of a comparison."""
        self._origins = coverage, origins
        coverage.findings.add_origins(len(origins))

    @property
    def coverage(self) -> Coverage | None:
        """The comparison whose links are shown; None while they are not known."""
        return self.visible_links.coverage if self.visible_links is not None else None

    @property
    def joint_origins(self) -> tuple[Origin, ...]:
        """The known origins of copy, if they are fewer than the articles; else empty."""
        if self._origins is None or self._origins[0] is not self.coverage:
            return ()
        origins = self._origins[1]
        return origins if len(origins) < len(self.articles) else ()

    @property
    def joint_origin_count(self) -> int:
        """The number of origins, as found now or earlier; 0 if not fewer than the articles."""
        if self.joint_origins or self.coverage is None:
            return len(self.joint_origins)
        found = self.coverage.findings.origins or 0
        return found if found < len(self.articles) else 0

    def show_notes(self, notes: PlacedEntries) -> None:
        """Show the user's notes and claims about the articles."""
        self.notes = notes

    @property
    def differences_here(self) -> tuple[str, ...]:
        """The known differences between the paragraph being read and other articles."""
        found = self._current_differences
        return found.at(self.place) if found is not None else ()

    def differing_paragraphs(self, article: int) -> Iterable[int]:
        """Return the positions of the paragraphs in which a fact is known to differ."""
        found = self._current_differences
        return found.paragraphs(article) if found is not None else ()

    @property
    def _current_differences(self) -> PlacedDifferences | None:
        found, links = self.differences, self.visible_links
        if found is None or links is None or found.coverage is not links.coverage:
            return None
        return found

    def set_news(self, words: Mapping[str, str]) -> None:
        """Set which articles the headers mark as new or changed, by their sources."""
        self.news = dict(words)

    def set_threshold(self, steps: int) -> float:
        """Move the threshold of the links shown; return the new one."""
        assert self.visible_links is not None
        floor = self.visible_links.floor + steps * THRESHOLD_STEP
        self.visible_links = self.visible_links.with_floor(floor)
        return self.visible_links.floor

    def set_layout(self, layout: PaneLayout) -> None:
        """Set the arrangement of the panes."""
        self.layout = layout

    def set_options(self, options: DisplayOptions) -> None:
        """Set which parts are shown beside the text; fold or show furniture in every article."""
        if options.is_folded != self.options.is_folded:
            for article, view in enumerate(self.views):
                view.fold(options.is_folded)
                self._scrolled.add(article)
            self._scroll_into_band()
        self.options = options

    def set_search(self, search: SearchResults, *, goes_to_hit: bool = False) -> None:
        """Mark the hits of a search; go to the current one if asked."""
        self.search = search
        if goes_to_hit and search.current_place is not None:
            self.go_to(search.current_place)

    def set_lens(self, lens: ActiveLens) -> None:
        """Set the lens and show its findings."""
        self.lens = lens

    def toggle_follow(self) -> None:
        """Let the other panes follow the paragraph being read, or stop that."""
        self.is_following = not self.is_following

    def toggle_pin(self) -> bool:
        """Pin or free the pane being read; return whether it is pinned."""
        self.pinned ^= {self.layout.focus}
        return self.layout.focus in self.pinned

    def resized(self, capacity: int, height: int) -> None:
        """Set how many panes of how many rows fit."""
        most = self._start.most_panes
        self.capacity, self.height = min(capacity, most) if most else capacity, height
        self._scrolled.update(range(len(self.views)))
        self._scroll_into_band()

    def _focus(self, article: int) -> None:
        self.layout = self.layout.focus_on(article)

    def _read_at(self, paragraph: int) -> None:
        self.view.read(paragraph)
        self._scroll_into_band()

    def _show_at(self, article: int, paragraph: int, row: int) -> None:
        view = self.views[article]
        if view.row_of(paragraph, self.height) != row:
            view.place(paragraph, row)
            self._scrolled.add(article)

    def _scroll_into_band(self) -> None:
        if scroll_into_band(self.view, self.height):
            self._scrolled.add(self.layout.focus)

    def _remember(self) -> None:
        self.history = (*self.history, self.place)[-_LONGEST_HISTORY:]


def _number_near(article: Article, paragraph: int) -> int:
    """Return the number of a paragraph; the last one's where the article has become shorter."""
    return article.paragraphs[min(paragraph, len(article.paragraphs) - 1)].number
