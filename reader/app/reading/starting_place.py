"""Where reading begins: at a paragraph that other articles have too."""

from __future__ import annotations

from reader.app.reading.visible_links import VisibleLinks
from reader.app.widgets.article_view import ArticleView
from reader.articles import ParagraphKind, Place

_PARAGRAPHS_CONSIDERED = 400
"""Paragraphs from the beginning of the article among which one is chosen."""
_OTHERS_SUFFICIENT = 2
"""Other articles with the same moment that are as good as more of them."""


def rank_by_links(links: VisibleLinks, article: int, articles: int) -> list[int]:
    """Return the other articles, those with the most links to this one first."""
    others = (other for other in range(articles) if other != article)
    return sorted(
        others, key=lambda other: (*(-count for count in links.counts(article, other)), other)
    )


def find_starting_paragraph(
    links: VisibleLinks, view: ArticleView, article: int, articles: int
) -> int | None:
    """Return the paragraph of the story with the surest *same* links; None without any.

    Paragraphs linked to two other articles come before those linked to one, whatever the
    scores, where there are two others.

    Args:
        links: the links shown.
        view: the article.
        article: its position.
        articles: the number of articles.
    """
    sufficient = min(_OTHERS_SUFFICIENT, articles - 1)
    best: tuple[bool, float] = (False, 0.0)
    start: int | None = None
    for paragraph in view.shown[:_PARAGRAPHS_CONSIDERED]:
        if view.article.paragraphs[paragraph].kind is not ParagraphKind.BODY:
            continue
        scores = links.same_scores(Place(article, paragraph))
        rank = (len(scores) >= sufficient, sum(scores))
        if scores and rank > best:
            best, start = rank, paragraph
    return start
