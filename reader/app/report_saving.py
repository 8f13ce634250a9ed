"""Saving a report from the screen: of the whole comparison, or of a part."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.app.report_choice import ReportChoice
from reader.articles import Place, clean_line
from reader.errors import ReaderError
from reader.sources.special_names import DOSSIER_SUFFIX

if TYPE_CHECKING:
    from reader.coverage import Coverage
    from reader.notebook.placed_entries import PlacedEntries
    from reader.reports.documents import Report
    from reader.reports.documents.document_formats import DocumentFormat
    from reader.story import NearCopy


class ReportScope(NamedTuple):
    """The subject of a report."""

    name: str
    """In words: "this moment"."""
    narrow: Callable[[Report], Report]
    """Returns the part of a whole report that is about it.

    Raises:
        ReaderError: there is no such part.
    """


class SaveRequest(NamedTuple):
    """What to save, and where."""

    scope: ReportScope
    choice: ReportChoice
    name: str
    """The file."""
    replaces: bool
    """Whether a file that exists is replaced."""


SaveReport = Callable[[Sequence[ReportScope], Callable[[str], None]], None]
"""Asks where to save a report of one of the given scopes, the likeliest first; then calls a
function with a message that has its path."""


class FileExistsAlreadyError(ReaderError):
    """A report would replace a file."""


WHOLE = ReportScope("the whole comparison", lambda report: report)


def scope_of_moment(place: Place) -> ReportScope:
    """Return the scope of the moment that a paragraph reports."""

    def narrow(report: Report) -> Report:
        moment = report.moment_of(report.coverage.passage(place))
        if moment is None:
            raise ReaderError(f"¶{place.paragraph + 1} is in no moment of the story")
        return report.of_moment(moment.number)

    return ReportScope("this moment", narrow)


def scope_of_row(number: int) -> ReportScope:
    """Return the scope of a moment by its number in the matrix."""
    return ReportScope("this moment", lambda report: report.of_moment(number))


def scope_of_place_quote(place: Place) -> ReportScope:
    """Return the scope of the first quotation of a paragraph that other articles have."""

    def narrow(report: Report) -> Report:
        found = next((quote for quote in report.quotes if place in quote.places), None)
        if found is None:
            raise ReaderError(f"no quotation of ¶{place.paragraph + 1} is in another article")
        return report.of_quote(found.quote.number)

    return ReportScope("this quotation", narrow)


def scope_of_quote(number: int) -> ReportScope:
    """Return the scope of a quotation by its number."""
    return ReportScope("this quotation", lambda report: report.of_quote(number))


def save_report(
    coverage: Coverage, floor: float, request: SaveRequest, notes: PlacedEntries
) -> str:
    """Write a report and return a message with its path.

    Args:
        coverage: the comparison.
        floor: the lowest score of a link, 0..1.
        request: the wanted report; the suffix of its file is the format, Markdown if it has none.
        notes: the entries about the articles, and the notes that lost their paragraphs.

    Raises:
        FileExistsAlreadyError: a file exists and is not to be replaced.
        ReaderError: there is nothing to write, or it cannot be written.
    """
    from reader.reports.documents import ReportPart, build_report
    from reader.reports.documents.document_formats import list_documents
    from reader.reports.documents.folded_comparison import compare_folded, folds_near_copies
    from reader.reports.documents.report_files import find_article, write_report

    if request.name.lower().endswith(DOSSIER_SUFFIX):
        raise ReaderError("a dossier is saved with Ctrl+s on the texts, or :save")
    name, form = _choose_format(request.name)
    articles = coverage.articles
    if find_article(name, articles):
        raise ReaderError(f"{name} is one of the articles; choose another name")
    choice = request.choice
    copies: tuple[NearCopy, ...] = ()
    if folds_near_copies(len(articles), form, is_part=request.scope is not WHOLE):
        coverage, copies, notes = compare_folded(articles, notes, coverage)
    entries = notes.entries if choice.with_notes else ()
    report = request.scope.narrow(build_report(coverage, floor, entries, copies))
    parts = None if choice.is_whole else [ReportPart(part) for part in choice.parts]
    if parts is not None and choice.with_notes:
        parts.append(ReportPart.NOTES)
    listed = list_documents(name, report, form, parts)
    documents = [(file, list(lines)) for file, lines in listed]
    for file, _ in documents:
        if find_article(file, articles):
            raise ReaderError(f"{file} is one of the articles; choose another name")
    existing = [file for file, _ in documents if os.path.lexists(file)]
    if existing and not request.replaces:
        raise FileExistsAlreadyError(f"{existing[0]} exists: Enter again replaces it")
    for file, lines in documents:
        write_report(file, lines, replace=request.replaces)
    said = _describe([file for file, _ in documents])
    listed_apart = f"; {len(copies)} of {len(articles)} articles are near copies, listed apart"
    return f"{said}{listed_apart if copies else ''}"


def _choose_format(name: str) -> tuple[str, DocumentFormat]:
    """Return the name of a file with its suffix, and the format that this names.

    Raises:
        ReaderError: the suffix names no format, or it is a folder.
    """
    from reader.reports.documents.document_formats import DocumentFormat, refuse_name

    form = DocumentFormat.of_name(name)
    if form is not None and not os.path.isdir(name):
        return name, form
    if Path(name).suffix or os.path.isdir(name) or name.endswith(("/", os.sep)):
        raise refuse_name(name, "choose one of these")
    return f"{name}.md", DocumentFormat.MARKDOWN


def _describe(files: list[str]) -> str:
    path = Path(files[0]).absolute()
    if len(files) == 1:
        return clean_line(f"Saved {path}")
    return clean_line(f"Saved {len(files)} files in {path.parent}: {path.name} …")
