"""The state of the differences screen: the listed differences, their order, the selected one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from reader.articles import Article, Place
from reader.notebook.placed_entries import PlacedEntries
from reader.story.differences.difference import Difference, DifferenceSide

_NO_NOTES = PlacedEntries()


class DifferenceOrder(Enum):
    """An order of the differences; its words are shown."""

    FACTS = "facts first"
    STORY = "the story’s"
    ARTICLES = "most articles"
    SURE = "surest first"


@dataclass(frozen=True, slots=True)
class DifferenceState:
    """Everything that a key of the screen changes; every change gives a new state."""

    articles: tuple[Article, ...]
    every: tuple[Difference, ...]
    """All differences, in the order in which the first article has them; at least one."""
    listed: tuple[Difference, ...]
    """Those listed, in their order; at least one."""
    index: int = 0
    """The position of the selected difference among those listed."""
    side: int = 0
    """The position of its selected side."""
    order: DifferenceOrder = DifferenceOrder.FACTS
    filter: str = ""
    """The words that every listed difference contains, as typed."""
    top: int = 0
    """The first line on the screen."""
    is_scrolled: bool = False
    """Whether the user scrolled away from the selected difference."""
    notes: PlacedEntries = _NO_NOTES
    """The entries of the notebook about the articles."""

    @classmethod
    def of(
        cls, articles: tuple[Article, ...], differences: Sequence[Difference]
    ) -> DifferenceState:
        """Return the state that lists all differences, facts first."""
        every = tuple(differences)
        return cls(articles, every, _sort(every, DifferenceOrder.FACTS))

    def of_others(self, differences: Sequence[Difference]) -> DifferenceState:
        """Return the state that lists other differences of these articles in the same way.

        The selected difference stays selected; where it is gone, the one at its position is.
        """
        every = tuple(differences)
        others = replace(self, every=every, listed=_sort(every, self.order), filter="")
        others = others.filter_by(self.filter) if self.filter else others
        if self.selected in others.listed:
            return others.select(others.listed.index(self.selected))
        return replace(others, index=min(self.index, len(others.listed) - 1), side=0)

    @property
    def selected(self) -> Difference:
        """The selected difference."""
        return self.listed[self.index]

    @property
    def selected_side(self) -> DifferenceSide:
        """The selected side of it."""
        return self.selected.sides[self.side]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many of those listed are of facts, of quotations and of wording."""
        ranks = [difference.kind.rank for difference in self.listed]
        return ranks.count(0), ranks.count(1), ranks.count(2)

    def select(self, index: int) -> DifferenceState:
        """Select a difference by its position, or the nearest end of the list."""
        index = max(0, min(len(self.listed) - 1, index))
        side = self.side if index == self.index else 0
        return replace(self, index=index, side=side, is_scrolled=False)

    def step(self, count: int) -> DifferenceState:
        """Select the difference `count` further on, or the nearest end of the list."""
        return self.select(self.index + count)

    def select_end(self, direction: int) -> DifferenceState:
        """Select the last difference; the first if `direction` is negative."""
        return self.select(0 if direction < 0 else len(self.listed) - 1)

    def select_difference(self, difference: Difference) -> DifferenceState:
        """Select a difference; the state is unchanged if it is not listed."""
        if difference not in self.listed:
            return self
        return self.select(self.listed.index(difference))

    def select_side(self, side: int) -> DifferenceState:
        """Select a side of the selected difference, or the nearest end."""
        return replace(self, side=max(0, min(len(self.selected.sides) - 1, side)))

    def select_article(self, article: int) -> DifferenceState:
        """Select the side of an article, by its position; unchanged if it has none."""
        positions = [side.passage.article_position for side in self.selected.sides]
        return self.select_side(positions.index(article)) if article in positions else self

    def select_place(self, place: Place) -> DifferenceState:
        """Select the first difference of a paragraph, and its side; unchanged if there is none."""
        for index, difference in enumerate(self.listed):
            for side, each in enumerate(difference.sides):
                if each.passage.place == place:
                    return self.select(index).select_side(side)
        return self

    def sort_by_next_order(self) -> DifferenceState:
        """Sort by the next order; the selected difference stays selected."""
        orders = list(DifferenceOrder)
        order = orders[(orders.index(self.order) + 1) % len(orders)]
        listed = _sort(self.listed, order)
        index = listed.index(self.selected)
        return replace(self, listed=listed, order=order, index=index, is_scrolled=False)

    def filter_by(self, typed: str) -> DifferenceState:
        """List the differences that contain all typed words; unchanged if none does."""
        words = typed.lower().split()
        found = tuple(each for each in self.every if _has_words(each, words))
        if not found:
            return self
        listed = _sort(found, self.order)
        index = listed.index(self.selected) if self.selected in listed else 0
        side = self.side if self.selected in listed else 0
        return replace(self, listed=listed, filter=typed, index=index, side=side, top=0)

    def scroll(self, lines: int) -> DifferenceState:
        """Scroll by some lines."""
        return replace(self, top=max(0, self.top + lines), is_scrolled=True)

    def scroll_to(self, top: int) -> DifferenceState:
        """Set the first line on the screen, as far as could be scrolled."""
        return replace(self, top=top)


def _sort(differences: Sequence[Difference], order: DifferenceOrder) -> tuple[Difference, ...]:
    def sort_key(difference: Difference) -> tuple[float, ...]:
        first = difference.sides[0].passage
        position = (*first.place, first.start)
        rank = difference.kind.rank
        return {
            DifferenceOrder.FACTS: (rank, *position),
            DifferenceOrder.STORY: position,
            DifferenceOrder.ARTICLES: (-len(difference.sides), rank, *position),
            DifferenceOrder.SURE: (rank, -difference.certainty, *position),
        }[order]

    return tuple(sorted(differences, key=sort_key))


def _has_words(difference: Difference, words: Sequence[str]) -> bool:
    texts = (side.passage.text for side in difference.sides)
    text = " ".join((difference.kind.value, difference.about, *texts)).lower()
    return all(word in text for word in words)
