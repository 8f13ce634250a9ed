"""The comparison of many articles for a report: near copies are compared with one article only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage import Coverage
    from reader.story import NearCopy


class FoldedComparison(NamedTuple):
    """A comparison, and the near copies that are not part of it."""

    coverage: Coverage
    copies: tuple[NearCopy, ...] = ()


def compare_folded(articles: Sequence[Article]) -> FoldedComparison:
    """Compare articles as corrected; of more than a few, near copies are only described.

    Articles about which the user noted or claimed anything are compared in full. That the notebook
    cannot be read is printed.
    """
    from reader.cli.inputs import compare_as_corrected
    from reader.reports.documents.passage_groups import MOST_ARTICLES

    if len(articles) <= MOST_ARTICLES:
        return FoldedComparison(compare_as_corrected(articles))
    from reader.articles import name_articles
    from reader.story.text_versions.near_copies import describe_near_copies, fold_near_copies

    named = name_articles(tuple(articles))
    folded = fold_near_copies(named, _find_noted(named))
    coverage = compare_as_corrected([named[at] for at in folded.compared])
    numbers = {at: number for number, at in enumerate(folded.compared)}
    copies = [(named[at], numbers[folded.originals[at]]) for at in sorted(folded.originals)]
    return FoldedComparison(coverage, describe_near_copies(coverage.articles, copies))


def _find_noted(articles: Sequence[Article]) -> set[int]:
    """Return the positions of the articles that entries of the notebook are about."""
    from reader.notebook import Notebook, NotebookError
    from reader.notebook.claims import read_entries_about

    try:
        entries = read_entries_about(articles, Notebook()).entries
    except NotebookError:
        # It is reported when the claims are read.
        return set()
    return {place.article for each in entries for place in each.places if place is not None}
