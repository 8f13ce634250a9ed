"""Comparing several articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.articles import Article
from reader.coverage.coverage import Coverage
from reader.linking.linker import link_tellings, telling


def compare(
    articles: Sequence[Article],
    *,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Coverage:
    """Link the paragraphs of several articles that tell the same moment.

    Args:
        articles: any number; furniture is never linked, one article alone has no links.
            Their order decides nothing but the order of the panes.
        progress: called with the share done (0..1) and what is being done.
        cancelled: asked often; once it is true, `StoppedError` is raised.
    """
    table = link_tellings(
        [telling(article) for article in articles], progress=progress, cancelled=cancelled
    )
    return Coverage(articles, table)
