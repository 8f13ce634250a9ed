"""Changes of the set of articles that preserve the reading place, and their reversal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.app.reading.pane_layout import PaneLayout
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.visible_links import VisibleLinks
from reader.app.widgets.article_view import ArticleView
from reader.articles import Article, name_articles
from reader.coverage import Coverage
from reader.coverage.carried_links import carry_links


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A change of the articles."""

    articles: tuple[Article, ...]
    """The articles after it."""
    origins: tuple[int | None, ...]
    """For each of them its position before, or None where it is new."""
    views: tuple[ArticleView | None, ...]
    """For each article an earlier view to show it in; None makes a new view."""
    coverage: Coverage | None = None
    """Their comparison where it is known already."""
    earlier: PaneLayout | None = None
    """The panes in which the new articles were open before, if they were."""

    @classmethod
    def adding(cls, articles: tuple[Article, ...], added: Sequence[Article]) -> ArticleChange:
        """Return the change that puts articles after the others."""
        count = len(articles)
        return cls(
            name_articles((*articles, *added)),
            (*range(count), *(None for _ in added)),
            (None,) * (count + len(added)),
        )

    @classmethod
    def removing(cls, articles: tuple[Article, ...], position: int) -> ArticleChange:
        """Return the change that leaves all articles but one."""
        left = tuple(other for other in range(len(articles)) if other != position)
        named = name_articles(tuple(articles[other] for other in left))
        return cls(named, left, (None,) * len(left))

    @classmethod
    def replacing(
        cls, articles: tuple[Article, ...], position: int, article: Article
    ) -> ArticleChange:
        """Return the change that gives one article paragraphs of other kinds."""
        changed = name_articles((*articles[:position], article, *articles[position + 1 :]))
        return cls(changed, tuple(range(len(changed))), (None,) * len(changed))

    def with_views(
        self, views: tuple[ArticleView | None, ...], earlier: PaneLayout
    ) -> ArticleChange:
        """Return the change with the views of new articles, in the panes of an arrangement."""
        has_same_articles = len(views) == len(earlier.order)
        return replace(self, views=views, earlier=earlier if has_same_articles else None)


def reverse_change(change: ArticleChange, state: ReadingState) -> ArticleChange:
    """Return the change that leads back to `state`, which is as it was before this one."""
    positions = {old: new for new, old in enumerate(change.origins) if old is not None}
    origins = tuple(positions.get(old) for old in range(len(state.articles)))
    links = state.visible_links
    return ArticleChange(
        state.articles,
        origins,
        tuple(
            view if origin is None else None
            for view, origin in zip(state.views, origins, strict=True)
        ),
        links.coverage if links and not links.is_carried else None,
        state.layout,
    )


def apply_change(state: ReadingState, change: ArticleChange) -> None:
    """Change the articles of a state: those that remain have the same place, width and links.

    The links are those found before, until the articles are compared again; none are shown
    where they are too many to carry over, or were not known.
    """
    views = tuple(
        view or _view_after(state, origin, article)
        for article, origin, view in zip(change.articles, change.origins, change.views, strict=True)
    )
    links = _links_after(state.visible_links, change)
    state.replace_articles(change.articles, views, links, change.origins, change.earlier)


def _view_after(state: ReadingState, origin: int | None, article: Article) -> ArticleView:
    if origin is None:
        view = ArticleView(article)
        if not state.view.is_folded:
            view.fold(False)
        return view
    view = state.views[origin]
    return view if view.article is article else view.with_corrections(article)


def _links_after(links: VisibleLinks | None, change: ArticleChange) -> VisibleLinks | None:
    if links is None:
        return None
    if change.coverage is not None:
        return links.with_coverage(change.coverage)
    carried = carry_links(links.coverage, change.articles, change.origins)
    return None if carried is None else links.with_coverage(carried, is_carried=True)
