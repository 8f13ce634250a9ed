"""The state of the people screen: the selected person, the listed rows and their order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.app.matrix.row_filter import RowFilter
from reader.app.people.listed_people import (
    PeopleCounts,
    PeopleOrder,
    PeopleSection,
    count_people,
    is_in_one_article,
    list_sections,
)
from reader.articles import Article, Place
from reader.story.people.coverage_people import CoveragePeople, PeopleCell, PeopleRow


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Everything that a key of the people screen changes; every change gives a new state."""

    people: CoveragePeople
    counts: PeopleCounts
    sections: tuple[PeopleSection, ...]
    """At least one row."""
    line: int = 0
    """The position of the selected row among `rows`."""
    article: int = 0
    """The position of the selected article."""
    order: PeopleOrder = PeopleOrder.WORDS
    filter: str = ""
    """The filter of the listed rows, as typed; empty where all are listed."""
    is_folded: bool = False
    """Whether those whom one article alone names are left out."""
    top: int = 0
    """The first line on the screen."""
    left: int = 0
    """The first article on the screen."""
    is_scrolled: bool = False
    """Whether the user scrolled away from the selected row."""

    @classmethod
    def of_people(cls, people: CoveragePeople) -> PeopleState | None:
        """Return the first state; None where nobody is named or quoted."""
        sections = list_sections(people, PeopleOrder.WORDS)
        return cls(people, count_people(people), sections) if sections else None

    @property
    def rows(self) -> tuple[PeopleRow, ...]:
        """The listed rows, in order."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def row(self) -> PeopleRow:
        """The selected row."""
        return self.rows[self.line]

    @property
    def cell(self) -> PeopleCell | None:
        """The selected cell; None where the article does not name the selected person."""
        return self.row.cell(self.article)

    @property
    def cell_to_read(self) -> PeopleCell | None:
        """The cell that is read on Enter: the selected one, or the only one of the row."""
        if self.cell is None and is_in_one_article(self.row):
            return self.row.cells[0]
        return self.cell

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles."""
        return self.people.articles

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return len(self.people.articles)

    # Who is selected

    def step(self, count: int) -> PeopleState:
        """Select the row `count` further on, or the nearest end."""
        return self.select_line(self.line + count)

    def select_end(self, direction: int) -> PeopleState:
        """Select the last row; the first if `direction` is negative."""
        return self.select_line(0 if direction < 0 else len(self.rows) - 1)

    def select_line(self, line: int) -> PeopleState:
        """Select a row by its position, or the nearest end."""
        line = max(0, min(len(self.rows) - 1, line))
        return replace(self, line=line, is_scrolled=False)

    def select_article(self, article: int) -> PeopleState:
        """Select the column of an article, or the nearest end."""
        return replace(self, article=max(0, min(self.article_count - 1, article)))

    def select_place(self, place: Place) -> PeopleState:
        """Select the article of a paragraph, and the person it quotes, or else names first."""
        there = self.select_article(place.article)
        for line, row in enumerate(self.rows):
            cell = row.cell(place.article)
            if cell and any(each.passage.place == place for each in cell.speeches):
                return there.select_line(line)
        for line, row in enumerate(self.rows):
            cell = row.cell(place.article)
            if cell and cell.first.place == place:
                return there.select_line(line)
        return there

    def of_people_again(self, people: CoveragePeople) -> PeopleState | None:
        """Return the same view of other people; a new view where the articles are others.

        None where nobody is named or quoted.
        """
        if people is self.people:
            return self
        state = PeopleState.of_people(people)
        if state is None or people.articles != self.people.articles:
            return state
        similar = replace(
            state, article=self.article, order=self.order, is_folded=self.is_folded, left=self.left
        )
        return (
            similar.list_matching(self.filter, self.row)
            or similar.list_matching("", self.row)
            or state
        )

    # Who is listed

    def fold(self) -> PeopleState:
        """Leave out people of a single article, or list them again; unchanged if that
        leaves nobody."""
        folded = replace(self, is_folded=not self.is_folded)
        return folded.list_matching(self.filter, self.row) or self

    def sort_by_next_order(self) -> PeopleState:
        """Sort by the next order; the same row stays selected."""
        orders = list(PeopleOrder)
        order = orders[(orders.index(self.order) + 1) % len(orders)]
        return replace(self, order=order).list_matching(self.filter, self.row) or self

    def filter_by(self, typed: str) -> PeopleState:
        """List the rows that a filter matches, all of them if nothing was typed.

        Folded rows are searched, too. Nothing changes if no row would be listed.
        """
        if typed == self.filter:
            return self
        whole = replace(self, top=0, is_folded=False)
        return whole.list_matching(typed, self.row) or self

    def scroll(self, lines: int) -> PeopleState:
        """Scroll the rows by some lines."""
        return replace(self, top=max(0, self.top + lines), is_scrolled=True)

    def scroll_to(self, top: int, left: int) -> PeopleState:
        """Set the first line and the first article on the screen, as far as could be scrolled."""
        return replace(self, top=top, left=left)

    def list_matching(self, typed: str, selected: PeopleRow) -> PeopleState | None:
        """List the rows that a filter matches, all if it is empty; None where it matches none.

        Args:
            typed: the filter.
            selected: the row that is selected, if it is listed.
        """
        row_filter = RowFilter.parse(typed, self.article_count) if typed else None
        sections = list_sections(
            self.people, self.order, is_folded=self.is_folded, row_filter=row_filter
        )
        if not sections:
            return None
        state = replace(self, sections=sections, filter=typed, line=0, is_scrolled=False)
        keys = [(row.kind, row.name) for row in state.rows]
        key = selected.kind, selected.name
        return state.select_line(keys.index(key)) if key in keys else state
