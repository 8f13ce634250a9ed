"""Chooses where reading begins: at a paragraph that other articles have too."""

from __future__ import annotations

import math

from reader.app.reading.visible_links import VisibleLinks
from reader.app.widgets.article_view import ArticleView
from reader.articles import ParagraphKind, Place

_PARAGRAPHS_CONSIDERED = 400
"""How many of the first paragraphs of the article are considered."""
_EARLY_SHARE = 1 / 3
"""The share of those that is searched first, 0..1."""


def rank_by_links(links: VisibleLinks, article: int, articles: int) -> list[int]:
    """Return the other articles, those with the most links to this one first."""
    others = (other for other in range(articles) if other != article)
    return sorted(
        others, key=lambda other: (*(-count for count in links.counts(article, other)), other)
    )


def find_starting_paragraph(
    links: VisibleLinks, view: ArticleView, article: int, articles: int
) -> int | None:
    """Return the earliest paragraph of the story that most other articles have as well.

    Where none has a *same* link to most of them, it is the earliest with such a link to as many
    as possible. The first third of the article comes before the rest.

    Args:
        links: the links shown.
        view: the article.
        article: its position.
        articles: the number of articles.

    Returns:
        The position of the paragraph; None without any *same* link.
    """
    story = [
        paragraph
        for paragraph in view.shown[:_PARAGRAPHS_CONSIDERED]
        if view.article.paragraphs[paragraph].kind is ParagraphKind.BODY
    ]
    majority = (articles - 1) // 2 + 1
    early = math.ceil(len(story) * _EARLY_SHARE)
    for part in (story[:early], story[early:]):
        others = {
            paragraph: min(majority, len(links.same_scores(Place(article, paragraph))))
            for paragraph in part
        }
        start = max(part, key=lambda paragraph: others[paragraph], default=None)
        if start is not None and others[start]:
            return start
    return None
