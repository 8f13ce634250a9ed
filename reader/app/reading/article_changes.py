"""Another set of articles on the desk, without losing the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.app.reading.reading_state import ReadingState
from reader.app.reading.visible_links import VisibleLinks
from reader.app.widgets.article_view import ArticleView
from reader.articles import Article
from reader.coverage import Coverage
from reader.coverage.carried_links import carry_links
from reader.linking import Place


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A change of the articles, and the way back."""

    articles: tuple[Article, ...]
    """The articles after it."""
    origins: tuple[int | None, ...]
    """For each of them its position before, or None where it is new."""
    views: tuple[ArticleView | None, ...]
    """The views of new articles that were on the desk before; None sets the text anew."""
    coverage: Coverage | None = None
    """Their comparison where it is known already."""

    @classmethod
    def adding(cls, state: ReadingState, added: Sequence[Article]) -> ArticleChange:
        """These articles stand after the others."""
        count = len(state.articles)
        return cls(
            (*state.articles, *added),
            (*range(count), *(None for _ in added)),
            (None,) * (count + len(added)),
        )

    @classmethod
    def removing(cls, state: ReadingState, article: int) -> ArticleChange:
        """All but one."""
        left = tuple(other for other in range(len(state.articles)) if other != article)
        return cls(tuple(state.articles[other] for other in left), left, (None,) * len(left))

    @classmethod
    def replacing(cls, state: ReadingState, article: int, other: Article) -> ArticleChange:
        """One of them with paragraphs of other kinds."""
        articles = (*state.articles[:article], other, *state.articles[article + 1 :])
        return cls(articles, tuple(range(len(articles))), (None,) * len(articles))

    def reversed(self, state: ReadingState) -> ArticleChange:
        """The change that leads back to `state`, which is as it was before this one."""
        places = {old: new for new, old in enumerate(self.origins) if old is not None}
        origins = tuple(places.get(old) for old in range(len(state.articles)))
        return ArticleChange(
            state.articles,
            origins,
            tuple(
                view if origin is None else None
                for view, origin in zip(state.views, origins, strict=True)
            ),
            state.visible_links.coverage
            if state.visible_links and not state.visible_links.carried
            else None,
        )


def apply_change(state: ReadingState, change: ArticleChange) -> ReadingState:
    """The state after a change: every article that stays keeps its place, width and links.

    The links are those found before, until the articles are compared anew; None where
    they are too many to carry over, or were not known.
    """
    new = ReadingState(change.articles)
    for position, (origin, view) in enumerate(zip(change.origins, change.views, strict=True)):
        new.views[position] = view or _view_after(state, origin, change.articles[position])
    new.layout = state.layout.rearranged(change.origins)
    new.visible_links = _links_after(state.visible_links, change)
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


def _view_after(state: ReadingState, origin: int | None, article: Article) -> ArticleView:
    if origin is None:
        view = ArticleView(article)
        if not state.view.folded:
            view.fold(False)
        return view
    view = state.views[origin]
    return view if view.article is article else view.of_corrected(article)


def _links_after(visible_links: VisibleLinks | None, change: ArticleChange) -> VisibleLinks | None:
    if visible_links is None:
        return None
    if change.coverage is not None:
        return visible_links.over(change.coverage)
    carried = carry_links(visible_links.coverage, change.articles, change.origins)
    return None if carried is None else visible_links.over(carried, carried=True)
