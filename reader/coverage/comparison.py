"""Comparing several articles: their links, and the moments that the links make.

NumPy, with the rest of the linker, is imported when articles are compared: a process that
gets a `Comparison` from another one never needs it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import Article
from reader.coverage.coverage import Coverage
from reader.coverage.deferred_collection import defer_collection
from reader.linking.link_table import LinkTable
from reader.linking.linker_input import LinkerInput, canonical_order, linker_input
from reader.linking.phase_progress import IsCancelled, OnProgress, PhaseProgress
from reader.story.moments import MomentParts, group_moments, groups_to_bytes

if TYPE_CHECKING:
    from reader.linking.link_corrections import LinkCorrections
    from reader.quote_versions import TextQuotes

QUOTES_SHARE = 0.5
"""The share of the work, 0..1, that is done when the quotes are found, in a few articles."""
LINKING_SHARE = 0.99
"""The share of the work, 0..1, that is done when the links are found."""


class Comparison(NamedTuple):
    """The result of comparing articles, without the articles themselves."""

    table: LinkTable
    groups: MomentParts
    """The linked sentences of every moment."""
    quotes: TextQuotes

    def to_bytes(self) -> bytes:
        """The comparison as bytes for `read_coverage` on the same machine."""
        parts = self.table.to_bytes(), groups_to_bytes(self.groups), self.quotes.to_bytes()
        return b"".join((array("Q", map(len, parts)), *parts))


def compare(
    articles: Iterable[Article],
    *,
    corrections: LinkCorrections | None = None,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Coverage:
    """Link the paragraphs of several articles that report the same moment.

    Args:
        articles: any number; furniture is never linked, one article alone has no links.
            Their order affects only the order of the panes.
        corrections: links that the user rejects or adds, by the positions of articles and
            paragraphs; links, counts and moments follow.
        on_progress: called between the phases of the work with the share done, 0..1, and
            the name of the next phase.
        is_cancelled: called between the phases.

    Raises:
        StoppedError: `is_cancelled` returned true.
        TypeError: something among `articles` is no article.
        ValueError: a link is added to a paragraph that does not exist.
    """
    compared = _check_articles(articles)
    inputs = [linker_input(article) for article in compared]
    comparison = compare_inputs(inputs, PhaseProgress(on_progress, is_cancelled))
    coverage = Coverage(compared, *comparison)
    return coverage.with_corrections(corrections) if corrections else coverage


def _check_articles(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles; raise TypeError where they are anything else, such as paths."""
    given = tuple(articles) if isinstance(articles, Iterable) else None
    if given is None or not all(isinstance(each, Article) for each in given):
        raise TypeError(
            "compare takes several articles, such as open_articles returns, "
            f"not {type(articles).__name__} {articles!r:.60}"
        )
    return given


@defer_collection()
def compare_inputs(
    inputs: Sequence[LinkerInput], progress: PhaseProgress | None = None
) -> Comparison:
    """Find the quotes, links and moments of several articles, the same for every order of these."""
    from reader.linking.linker import find_article_quotes, link_articles

    progress = progress or PhaseProgress()
    quotes = find_article_quotes(inputs, progress.part(0.0, QUOTES_SHARE))
    linking = progress.part(QUOTES_SHARE, LINKING_SHARE)
    table = link_articles(inputs, linking, versions=quotes.versions)
    progress.report(LINKING_SHARE, "finding moments")
    groups = group_moments(table, canonical_order(inputs))
    progress.report(1.0, "finding moments")
    return Comparison(table, groups, quotes)
