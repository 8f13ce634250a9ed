"""A report as tables for a spreadsheet: links, quotes, versions, people, matrix, differences.

No cell is run as a formula. Articles are named by their number and their source.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from reader.articles import Passage
from reader.reports.csv_rows import format_csv_row
from reader.reports.documents.report import Report, ReportPart
from reader.reports.matrix_records import LEFT_OUT, PERHAPS
from reader.reports.people_records import SPEECH_COLUMNS, list_speech_rows
from reader.reports.quote_phrases import describe_speaker

_Row = tuple[object, ...]
_PASSAGE = ("article", "source", "paragraph", "start", "end", "text")


def format_tables(
    report: Report, parts: Collection[ReportPart] | None = None
) -> dict[str, Iterator[str]]:
    """Return the tables of a report by name, each as lines with a heading first.

    Args:
        report: the report.
        parts: the parts whose tables are wanted; all if None.
    """
    return {
        name: _format(list_rows(report))
        for name, (part, list_rows) in _TABLES.items()
        if (parts is None or part in parts) and _has_rows(report, part)
    }


def _has_rows(report: Report, part: ReportPart) -> bool:
    """Return whether a report has the table of a part."""
    if part is ReportPart.PEOPLE:
        return not report.subject
    return part is not ReportPart.NOTES or bool(report.notes)


def _format(rows: Iterable[_Row]) -> Iterator[str]:
    return map(format_csv_row, rows)


def _list_links(report: Report) -> Iterator[_Row]:
    there = tuple(f"there_{name}" for name in _PASSAGE)
    yield ("level", "score", *_PASSAGE, *there, "reasons")
    for link in report.links():
        reasons = "; ".join(report.evidence(link).reasons)
        ends = (*_describe(link.here), *_describe(link.there))
        yield (link.level.value, round(link.score, 4), *ends, reasons)


def _list_quotes(report: Report) -> Iterator[_Row]:
    yield (*_PASSAGE, "kind", "speaker", "cue", "shared")
    numbers = {
        (each.version.article, span): reported.quote.number
        for reported in report.quotes
        for each in reported.versions
        if each.is_quoted
        for span in each.version.spans
    }
    for position, quotes in enumerate(report.coverage.quotes):
        for quote in quotes:
            number = numbers.get((position, (quote.start, quote.end)))
            if quote.passage is None or (report.subject and number is None):
                continue
            cue = quote.cue.text if quote.cue else None
            speaker = describe_speaker(quote.speaker)
            yield (*_describe(quote.passage), quote.kind.value, speaker, cue, number)


def _list_versions(report: Report) -> Iterator[_Row]:
    yield ("shared", *_PASSAGE, "form", "speaker", "cue", "kept", "certainty", "notes")
    for reported in report.quotes:
        for each in reported.versions:
            version = each.version
            yield (
                reported.quote.number,
                *_describe(each.passage)[:-1],
                " ".join(version.text.split()),
                version.form.value,
                describe_speaker(version.speaker),
                version.cue.text if version.cue else None,
                round(version.retained, 4),
                round(version.certainty, 4),
                "; ".join(each.notes),
            )


def _list_people(report: Report) -> Iterator[_Row]:
    yield ("name", "kind", "article", "source", *SPEECH_COLUMNS)
    for name, kind, position, fields in list_speech_rows(report.coverage.people):
        yield (name, kind, position + 1, report.articles[position].source, *fields)


def _list_matrix(report: Report) -> Iterator[_Row]:
    columns = ("article", "source", "form", "section", "paragraphs", "copy", "differs")
    yield ("order", "moment", "label", *columns)
    for row in report.matrix.rows:
        first = (row.number, row.moment, row.label.text)
        for position, article in enumerate(report.articles):
            cell = row.cell(position)
            named = (*first, position + 1, article.source)
            if cell is None:
                missing = LEFT_OUT if position in row.left_out_by else PERHAPS
                yield (*named, missing, None, None, None, None)
            else:
                paragraphs = " ".join(str(number) for number in cell.paragraph_numbers)
                copy = " ".join(str(other + 1) for other in cell.copy)
                differs = str(cell.differs).lower()
                yield (*named, cell.form.value, cell.section.value, paragraphs, copy, differs)


def _list_differences(report: Report) -> Iterator[_Row]:
    yield ("difference", "kind", "sure", "about", *_PASSAGE, "value")
    for number, difference in enumerate(report.differences, 1):
        first = (number, difference.kind.in_records, difference.certainty, difference.about)
        for side in difference.sides:
            yield (*first, *_describe(side.passage), side.value)


def _list_copy(report: Report) -> Iterator[_Row]:
    there = tuple(f"there_{name}" for name in _PASSAGE)
    yield ("share", "there_share", "words", *_PASSAGE, *there)
    for copy in report.shared_copy:
        shares = round(copy.share_here, 4), round(copy.share_there, 4)
        for run in copy.runs:
            yield (*shares, run.words, *_describe(run.here), *_describe(run.there))


def _list_origins(report: Report) -> Iterator[_Row]:
    yield ("origin", "article", "source", "name", "why")
    for number, origin in enumerate(() if report.subject else report.matrix.origins, 1):
        for position in origin.articles:
            source = report.articles[position].source
            yield (number, position + 1, source, origin.name, origin.reason)


def _list_notes(report: Report) -> Iterator[_Row]:
    yield ("note", "name", "article", "source", "paragraph", "words", "text")
    for number, note in enumerate(report.notes, 1):
        for about in note.about:
            passage = about.passage
            place = (passage.article_position + 1, passage.article.source, passage.number)
            yield (number, note.name, *place, about.words, note.text)
        if not note.about:
            yield (number, note.name, "", "", "", "", note.text)


def _describe(passage: Passage) -> _Row:
    return (
        passage.article_position + 1,
        passage.article.source,
        passage.number,
        passage.start,
        passage.end,
        passage.text,
    )


_TABLES: dict[str, tuple[ReportPart, Callable[[Report], Iterator[_Row]]]] = {
    "links": (ReportPart.MATRIX, _list_links),
    "quotes": (ReportPart.QUOTES, _list_quotes),
    "versions": (ReportPart.QUOTES, _list_versions),
    "people": (ReportPart.PEOPLE, _list_people),
    "copy": (ReportPart.COPY, _list_copy),
    "origins": (ReportPart.COPY, _list_origins),
    "matrix": (ReportPart.MATRIX, _list_matrix),
    "differences": (ReportPart.DIFFERENCES, _list_differences),
    "notes": (ReportPart.NOTES, _list_notes),
}
