"""Another set of articles on the desk, without losing the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.app.reading.reading_state import ReadingState
from reader.app.reading.visible_links import LinkedCoverage
from reader.app.widgets.article_view import Column
from reader.articles import Article
from reader.coverage import Coverage
from reader.coverage.carried_links import carry_links
from reader.linking import Place


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """A change of the articles, and the way back."""

    articles: tuple[Article, ...]
    """The articles after it."""
    origins: tuple[int | None, ...]
    """For each of them its position before, or None where it is new."""
    columns: tuple[Column | None, ...]
    """The columns of new articles that were on the desk before; None sets the text anew."""
    coverage: Coverage | None = None
    """Their comparison where it is known already."""

    @classmethod
    def adding(cls, state: ReadingState, added: Sequence[Article]) -> Rearrangement:
        """These articles stand after the others."""
        count = len(state.articles)
        return cls(
            (*state.articles, *added),
            (*range(count), *(None for _ in added)),
            (None,) * (count + len(added)),
        )

    @classmethod
    def removing(cls, state: ReadingState, article: int) -> Rearrangement:
        """All but one."""
        left = tuple(other for other in range(len(state.articles)) if other != article)
        return cls(tuple(state.articles[other] for other in left), left, (None,) * len(left))

    @classmethod
    def replacing(cls, state: ReadingState, article: int, other: Article) -> Rearrangement:
        """One of them with paragraphs of other kinds."""
        articles = (*state.articles[:article], other, *state.articles[article + 1 :])
        return cls(articles, tuple(range(len(articles))), (None,) * len(articles))

    def reversed(self, state: ReadingState) -> Rearrangement:
        """The change that leads back to `state`, which is as it was before this one."""
        places = {old: new for new, old in enumerate(self.origins) if old is not None}
        origins = tuple(places.get(old) for old in range(len(state.articles)))
        return Rearrangement(
            state.articles,
            origins,
            tuple(
                column if origin is None else None
                for column, origin in zip(state.columns, origins, strict=True)
            ),
            state.linked.coverage if state.linked and not state.linked.carried else None,
        )


def rearrange(state: ReadingState, change: Rearrangement) -> ReadingState:
    """The state after a change: every article that stays keeps its place, width and links.

    The links are those found before, until the articles are compared anew; None where
    they are too many to carry over, or were not known.
    """
    new = ReadingState(change.articles)
    for position, (origin, column) in enumerate(zip(change.origins, change.columns, strict=True)):
        new.columns[position] = column or _column(state, origin, change.articles[position])
    new.desk = state.desk.rearranged(change.origins)
    new.linked = _linked(state.linked, change)
    new.follow, new.untouched = state.follow, state.untouched
    new.capacity, new.height = state.capacity, state.height
    carried = {old: position for position, old in enumerate(change.origins) if old is not None}
    new.pinned = {carried[article] for article in state.pinned if article in carried}
    new.recall(
        Place(carried[place.article], place.paragraph)
        for place in state.history
        if place.article in carried
    )
    return new


def _column(state: ReadingState, origin: int | None, article: Article) -> Column:
    if origin is None:
        column = Column(article)
        if not state.column.folded:
            column.fold(False)
        return column
    column = state.columns[origin]
    return column if column.article is article else column.of_corrected(article)


def _linked(linked: LinkedCoverage | None, change: Rearrangement) -> LinkedCoverage | None:
    if linked is None:
        return None
    if change.coverage is not None:
        return linked.over(change.coverage)
    carried = carry_links(linked.coverage, change.articles, change.origins)
    return None if carried is None else linked.over(carried, carried=True)
