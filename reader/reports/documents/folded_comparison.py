"""The comparison of many articles for a report: near copies are compared with one article only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.notebook.placed_entries import PlacedEntries
from reader.reports.documents.document_formats import DocumentFormat
from reader.reports.documents.passage_groups import MOST_ARTICLES

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage import Coverage
    from reader.story import NearCopy

_READ_BY_PEOPLE = (DocumentFormat.PLAIN, DocumentFormat.MARKDOWN, DocumentFormat.HTML)


class FoldedComparison(NamedTuple):
    """A comparison, and the near copies that are not part of it."""

    coverage: Coverage
    copies: tuple[NearCopy, ...]
    entries: PlacedEntries
    """The entries of the notebook, at their places in the articles that are compared."""


def folds_near_copies(articles: int, form: DocumentFormat, *, is_part: bool) -> bool:
    """Return whether a report describes near copies instead of comparing them.

    One that people read does, of more than a few articles. A part of a report is found by its
    number in the whole comparison.

    Args:
        articles: how many there are.
        form: the format of the report.
        is_part: whether it is about one moment or one quotation.
    """
    return articles > MOST_ARTICLES and form in _READ_BY_PEOPLE and not is_part


def compare_folded(
    articles: Sequence[Article],
    entries: PlacedEntries,
    whole: Coverage | None = None,
) -> FoldedComparison:
    """Compare articles as corrected, and describe near copies of them.

    Articles about which the user noted or claimed anything are compared.

    Args:
        articles: the articles; those of the comparison, if that is given.
        entries: the entries of the notebook about them.
        whole: their comparison as corrected, where it is known: it is the result if there are no
            near copies.
    """
    from reader.articles import name_articles
    from reader.coverage import compare
    from reader.notebook.claims import find_claims
    from reader.story.text_versions.near_copies import describe_near_copies, fold_near_copies

    named = name_articles(tuple(articles))
    noted = {place.article for each in entries.entries for place in each.places if place}
    folded = fold_near_copies(named, noted)
    if whole is not None and not folded.originals:
        return FoldedComparison(whole, (), entries)
    positions = {at: position for position, at in enumerate(folded.compared)}
    moved = _move(entries, positions)
    claims = find_claims(moved)
    coverage = compare([named[at] for at in folded.compared])
    coverage = claims.apply(coverage) if claims else coverage
    copies = [(named[at], positions[folded.originals[at]]) for at in sorted(folded.originals)]
    return FoldedComparison(coverage, describe_near_copies(coverage.articles, copies), moved)


def _move(entries: PlacedEntries, positions: Mapping[int, int]) -> PlacedEntries:
    """Move entries to other positions; notes that have no place any more stay, at the end."""
    nowhere = [each for each in entries.entries if not any(each.places)]
    return PlacedEntries((*entries.moved(positions).entries, *nowhere))
