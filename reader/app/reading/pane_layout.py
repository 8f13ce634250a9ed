"""Which articles are side by side, in which order, and which one is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

PAIR_FROM_COLUMNS = 70
"""Columns below which one article is shown at a time."""
COLUMNS_PER_PANE = 40
"""Columns that a pane needs to be read well: about seven words a line."""


def panes_that_fit(columns: int) -> int:
    """Return how many panes are readable in so many columns, at least one."""
    if columns < PAIR_FROM_COLUMNS:
        return 1
    return max(2, columns // COLUMNS_PER_PANE)


class PaneLayout(NamedTuple):
    """The arrangement of the articles; every change gives a new one."""

    order: tuple[int, ...]
    """All articles, from left to right."""
    priority: tuple[int, ...]
    """The same articles, the one to be shown first of all first: it is the one being read."""
    hidden: frozenset[int] = frozenset()
    """Articles that are not shown even where there is room."""
    is_zoomed: bool = False
    """Whether only the article being read is shown."""

    @classmethod
    def of(cls, count: int) -> PaneLayout:
        """Return the arrangement of so many articles in their given order."""
        everything = tuple(range(count))
        return cls(order=everything, priority=everything)

    @property
    def focus(self) -> int:
        """The article being read."""
        return self.priority[0]

    def visible(self, capacity: int) -> tuple[int, ...]:
        """Return the articles on the screen from left to right, when so many fit."""
        if self.is_zoomed:
            return (self.focus,)
        candidates = [article for article in self.priority if article not in self.hidden]
        chosen = set(candidates[: max(1, capacity)])
        return tuple(article for article in self.order if article in chosen)

    def focus_on(self, article: int) -> PaneLayout:
        """Read this article; it comes onto the screen if it was off it."""
        rest = tuple(other for other in self.priority if other != article)
        return self._replace(priority=(article, *rest), hidden=self.hidden - {article})

    def prefer(self, ranked: Sequence[int]) -> PaneLayout:
        """Show these articles in this order of priority, after the one being read."""
        rest = tuple(article for article in ranked if article != self.focus)
        return self._replace(priority=(self.focus, *rest))

    def hide(self, article: int) -> PaneLayout:
        """Take an article off the screen; the last one stays."""
        left = [other for other in self.order if other not in self.hidden and other != article]
        if not left:
            return self
        hidden = self._replace(hidden=self.hidden | {article}, is_zoomed=False)
        if article != self.focus:
            return hidden
        after = [other for other in left if self.order.index(other) > self.order.index(article)]
        return hidden.focus_on(after[0] if after else left[-1])

    def step(self, direction: int, capacity: int) -> PaneLayout:
        """Read the pane to the right (1) or to the left (-1) on the screen.

        At the edge the next article that is off the screen comes beside the one being read.
        Round the last one, those that follow come with it, so that all of them are reached;
        where all are on the screen, the panes stay.

        Args:
            direction: 1 or -1.
            capacity: how many panes fit.
        """
        shown = self.visible(capacity)
        index = shown.index(self.focus) + direction
        if 0 <= index < len(shown):
            return self.focus_on(shown[index])
        onward = self.order[::direction]
        start = onward.index(self.focus) + 1
        apart = {*shown, *self.hidden}
        coming = next((each for each in onward[start:] if each not in apart), None)
        if coming is not None:
            return self.focus_on(coming)
        first = next((each for each in onward if each not in apart), None)
        if first is None:
            return self.focus_on(shown[index % len(shown)])
        place = onward.index(first)
        return self.focus_on(first).prefer((*onward[place:], *onward[:place]))

    def move(self, count: int) -> PaneLayout:
        """Move the article being read to the right (to the left if `count` is negative)."""
        order = list(self.order)
        index = order.index(self.focus)
        target = max(0, min(len(order) - 1, index + count))
        order.insert(target, order.pop(index))
        return self._replace(order=tuple(order))

    def rearranged(
        self, origins: Sequence[int | None], earlier: PaneLayout | None = None
    ) -> PaneLayout:
        """Return the same arrangement of other articles.

        New articles go to the right and come onto the screen. Where the article being read
        is gone, its neighbour to the right is read, or the left one. Articles that come back
        go where they were, and what was read with them is read again.

        Args:
            origins: for each article its position before, or None where it is new.
            earlier: the arrangement in which the new articles were open before, if they were.
        """
        positions = {old: new for new, old in enumerate(origins) if old is not None}
        added = tuple(new for new, old in enumerate(origins) if old is None)

        def remaining(articles: Sequence[int]) -> tuple[int, ...]:
            return tuple(positions[old] for old in articles if old in positions)

        if earlier is not None and added:
            focus: tuple[int, ...] = (earlier.focus,)
        elif self.focus not in positions:
            index = self.order.index(self.focus)
            beside = remaining(self.order[index + 1 :]) + remaining(self.order[:index])[::-1]
            focus = beside[:1] or added[:1]
        else:
            focus = (positions[self.focus],)
        priority = (*focus, *added, *remaining(self.priority))
        if earlier is not None and added and len(earlier.priority) == len(origins):
            priority = earlier.priority
        order = remaining(self.order)
        return PaneLayout(
            order=_put_back(order, added, earlier.order) if earlier else (*order, *added),
            priority=tuple(dict.fromkeys(priority)),
            hidden=frozenset(remaining(tuple(self.hidden))) - set(focus),
            is_zoomed=self.is_zoomed and not added and self.focus in positions,
        )

    def zoom(self) -> PaneLayout:
        """Show the article being read alone, or the others again."""
        return self._replace(is_zoomed=not self.is_zoomed)

    def evenly(self) -> PaneLayout:
        """Hide nothing, zoom nothing."""
        return self._replace(hidden=frozenset(), is_zoomed=False)


def _put_back(
    order: tuple[int, ...], articles: tuple[int, ...], earlier: tuple[int, ...]
) -> tuple[int, ...]:
    """Return an order with more articles, each behind what was to its left earlier."""
    result = list(order)
    for article in sorted(articles, key=earlier.index):
        left = set(earlier[: earlier.index(article)])
        behind = [place for place, other in enumerate(result, 1) if other in left]
        result.insert(max(behind, default=0), article)
    return tuple(result)
