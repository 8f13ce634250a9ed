"""Groups passages for a reader: passages with the same words, and passages outside all moments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from reader.articles import ParagraphKind, Passage, Place
from reader.reports.documents.report import (
    Report,
    ReportedQuote,
    ReportedVersion,
    list_passages,
)
from reader.reports.people_report import describe_part
from reader.story import Difference, DifferenceSide, PeopleCell
from reader.story.differences.difference import group_sides
from reader.text.words import word_keys

MOST_ARTICLES = 10
"""Articles up to which everything is written out."""
MOST_WORDINGS = 5
"""With more articles, most wordings of one thing that are written out."""

MOST_WORDING = 20
"""With more articles, most differences of wording that are written out."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Wordings(Generic[Item]):
    """One thing in the words of several articles."""

    shown: tuple[tuple[Item, ...], ...]
    """Groups of the same words; the first of each is written out."""
    others: tuple[Item, ...]
    """Those in other words that are only counted."""


def group_passages(report: Report, passages: Iterable[Passage]) -> Wordings[Passage]:
    """Return passages by their words, the fullest first, else in the order of the articles.

    Punctuation makes no other words.
    """
    groups: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        groups.setdefault(tuple(word_keys(passage.text)) or (passage.text,), []).append(passage)
    fullest = sorted(groups.items(), key=lambda item: -len(item[0]))
    return _limit(report, [group for _, group in fullest])


def group_statements(report: Report, sides: Iterable[DifferenceSide]) -> Wordings[DifferenceSide]:
    """Return the sides of a difference by what they state, in the order of the articles."""
    return _limit(report, group_sides(sides))


def group_versions(report: Report, quote: ReportedQuote) -> Wordings[ReportedVersion]:
    """Return the versions of a quotation, grouped by how they differ from the fullest one."""
    groups: dict[tuple[str, ...], list[ReportedVersion]] = {}
    for version in quote.versions:
        groups.setdefault((version.version.form.value, *version.notes), []).append(version)
    return _limit(report, list(groups.values()))


def group_cells(report: Report, cells: Iterable[PeopleCell]) -> Wordings[PeopleCell]:
    """Return what articles have of one person, alike in several once, the most frequent first.

    Of few articles each is by itself.
    """
    groups: dict[object, list[PeopleCell]] = {}
    is_few = len(report.articles) <= MOST_ARTICLES
    for cell in cells:
        groups.setdefault(cell.article if is_few else describe_part(cell), []).append(cell)
    return _limit(report, sorted(groups.values(), key=len, reverse=True))


def _limit(report: Report, groups: Sequence[Sequence[Item]]) -> Wordings[Item]:
    """Return all groups of few articles, one by one; of many articles the first groups."""
    if len(report.articles) <= MOST_ARTICLES:
        return Wordings(tuple(map(tuple, groups)), ())
    others = (item for group in groups[MOST_WORDINGS:] for item in group)
    return Wordings(tuple(map(tuple, groups[:MOST_WORDINGS])), tuple(others))


def choose_differences(report: Report) -> tuple[tuple[Difference, ...], str]:
    """Return the differences that are written out, and a message about the others.

    With many articles, those of facts and the first of wording are written out.
    """
    differences = report.differences
    facts = sum(difference.kind.is_fact for difference in differences)
    most = facts + MOST_WORDING
    if len(report.articles) <= MOST_ARTICLES or len(differences) <= most:
        return differences, ""
    return differences[:most], f"{len(differences) - most} more of wording are not listed."


def list_outside_moments(report: Report) -> Iterator[Passage]:
    """Yield the runs of sentences of the stories that are in no moment, in order.

    Headings are in none and are left out. Of a report about a part of the comparison nothing is
    yielded.
    """
    if report.subject:
        return
    reported: dict[Place, list[Passage]] = {}
    for moment in report.moments:
        for passage in list_passages(moment):
            reported.setdefault(passage.place, []).append(passage)
    for position, article in enumerate(report.articles):
        for index, paragraph in enumerate(article.paragraphs):
            if paragraph.kind is ParagraphKind.BODY:
                place = Place(position, index)
                yield from _list_unreported(report.coverage.passage(place), reported.get(place, ()))


def _list_unreported(whole: Passage, reported: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the runs of sentences of a paragraph that none of the reported passages contains."""
    if not reported:
        yield whole
        return
    start: int | None = None
    end = 0
    for sentence in whole.paragraph.sentences:
        if any(each.start < sentence.stop and sentence.start < each.end for each in reported):
            if start is not None:
                yield replace(whole, start=start, end=end)
            start = None
        else:
            start = sentence.start if start is None else start
            end = sentence.stop
    if start is not None:
        yield replace(whole, start=start, end=end)
