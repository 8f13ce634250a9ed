"""Which articles stand side by side, in which order, and which one is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

NARROWEST_PAIR = 70
"""Below this many columns one article is shown at a time."""
COLUMNS_PER_PANE = 40


def panes_that_fit(columns: int) -> int:
    """How many panes are readable in so many columns, at least one."""
    if columns < NARROWEST_PAIR:
        return 1
    return max(2, columns // COLUMNS_PER_PANE)


@dataclass(frozen=True, slots=True)
class PaneLayout:
    """The arrangement of the articles; every change gives a new one."""

    order: tuple[int, ...]
    """All articles, from left to right."""
    priority: tuple[int, ...]
    """The same articles, the one wanted most on the screen first."""
    hidden: frozenset[int] = frozenset()
    zoomed: bool = False
    """Only the focused article is shown."""

    @classmethod
    def of(cls, count: int) -> PaneLayout:
        """So many articles in their given order."""
        everything = tuple(range(count))
        return cls(order=everything, priority=everything)

    @property
    def focus(self) -> int:
        """The article being read."""
        return self.priority[0]

    def visible(self, capacity: int) -> tuple[int, ...]:
        """The articles on the screen from left to right, when so many fit."""
        if self.zoomed:
            return (self.focus,)
        wanted = [article for article in self.priority if article not in self.hidden]
        chosen = set(wanted[: max(1, capacity)])
        return tuple(article for article in self.order if article in chosen)

    def focus_on(self, article: int) -> PaneLayout:
        """Read this article; it comes onto the screen if it was off it."""
        rest = tuple(other for other in self.priority if other != article)
        return replace(self, priority=(article, *rest), hidden=self.hidden - {article})

    def show(self, article: int) -> PaneLayout:
        """Bring an article onto the screen without reading it."""
        if article == self.focus:
            return replace(self, zoomed=False)
        rest = tuple(other for other in self.priority[1:] if other != article)
        return replace(
            self,
            priority=(self.focus, article, *rest),
            hidden=self.hidden - {article},
            zoomed=False,
        )

    def prefer(self, ranked: Sequence[int]) -> PaneLayout:
        """Want these articles on the screen in this order, after the one being read."""
        rest = tuple(article for article in ranked if article != self.focus)
        return replace(self, priority=(self.focus, *rest))

    def hide(self, article: int) -> PaneLayout:
        """Take an article off the screen; the last one stays."""
        left = [other for other in self.order if other not in self.hidden and other != article]
        if not left:
            return self
        hidden = replace(self, hidden=self.hidden | {article}, zoomed=False)
        if article != self.focus:
            return hidden
        after = [other for other in left if self.order.index(other) > self.order.index(article)]
        return hidden.focus_on(after[0] if after else left[-1])

    def step(self, count: int) -> PaneLayout:
        """Read the next article that is not hidden (the previous one if `count` is negative)."""
        shown = [article for article in self.order if article not in self.hidden]
        place = (shown.index(self.focus) + count) % len(shown)
        return self.focus_on(shown[place])

    def move(self, count: int) -> PaneLayout:
        """Move the article being read to the right (to the left if `count` is negative)."""
        order = list(self.order)
        place = order.index(self.focus)
        target = max(0, min(len(order) - 1, place + count))
        order.insert(target, order.pop(place))
        return replace(self, order=tuple(order))

    def rearranged(self, origins: Sequence[int | None]) -> PaneLayout:
        """The same arrangement of other articles.

        Args:
            origins: for each article its position before, or None where it is new. New
                ones stand on the right and are wanted on the screen. Where the article
                being read is gone, its neighbour to the right is read, or the left one.
        """
        carried = {old: new for new, old in enumerate(origins) if old is not None}
        added = tuple(new for new, old in enumerate(origins) if old is None)

        def kept(articles: Sequence[int]) -> tuple[int, ...]:
            return tuple(carried[old] for old in articles if old in carried)

        if self.focus not in carried:
            place = self.order.index(self.focus)
            beside = kept(self.order[place + 1 :]) + kept(self.order[:place])[::-1]
            focus = beside[:1] or added[:1]
        else:
            focus = (carried[self.focus],)
        wanted = (*focus, *added, *kept(self.priority))
        return PaneLayout(
            order=(*kept(self.order), *added),
            priority=tuple(dict.fromkeys(wanted)),
            hidden=frozenset(kept(tuple(self.hidden))) - set(focus),
            zoomed=self.zoomed and not added and self.focus in carried,
        )

    def zoom(self) -> PaneLayout:
        """Show the article being read alone, or the others again."""
        return replace(self, zoomed=not self.zoomed)

    def evenly(self) -> PaneLayout:
        """Hide nothing, zoom nothing."""
        return replace(self, hidden=frozenset(), zoomed=False)
