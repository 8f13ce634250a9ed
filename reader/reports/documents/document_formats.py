"""The formats of a report, by name and by the suffix of a file."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from enum import Enum
from pathlib import PurePath

from reader.errors import ReaderError
from reader.reports.documents.report import Report, ReportPart
from reader.reports.documents.report_files import ReportFileError, is_stream


class DocumentFormat(str, Enum):
    """A form in which a report is written. The values are stable: users type them."""

    MARKDOWN = "md"
    HTML = "html"
    PLAIN = "txt"
    JSON = "json"
    CSV = "csv"
    """Several tables, each a file of its own."""
    CARD = "svg"
    """A picture of one quotation: the first of the report."""

    @classmethod
    def of_name(cls, name: str) -> DocumentFormat | None:
        """Return the format that the suffix of a file names; None if it names none."""
        return _SUFFIXES.get(PurePath(name).suffix.lower())


_SUFFIXES = {
    ".md": DocumentFormat.MARKDOWN,
    ".markdown": DocumentFormat.MARKDOWN,
    ".html": DocumentFormat.HTML,
    ".htm": DocumentFormat.HTML,
    ".txt": DocumentFormat.PLAIN,
    ".json": DocumentFormat.JSON,
    ".csv": DocumentFormat.CSV,
    ".svg": DocumentFormat.CARD,
}


def refuse_name(name: str, advice: str) -> ReaderError:
    """Return the error that the name of a file is empty, names no format, or a folder.

    Args:
        name: the file.
        advice: the advice to the user where its suffix names no format.
    """
    if not name:
        return ReaderError("the name of the file is empty; name a file, as story.md")
    if name.endswith(("/", os.sep)) or os.path.isdir(name):
        example = f"{name.rstrip('/')}/story.md"
        return ReportFileError(f"{name} is a folder; name a file in it, as {example}")
    known = ", ".join(f".{each.value}" for each in DocumentFormat)
    suffix = PurePath(name).suffix
    what = f"is no format of a report: {suffix}" if suffix else "has no suffix that names a format"
    return ReaderError(f"{name} {what} ({known}); {advice}")


def format_document(
    report: Report, form: DocumentFormat, parts: Collection[ReportPart] | None = None
) -> Iterator[str]:
    """Yield the lines of a report in a format, without line ends.

    Args:
        report: the report.
        form: the format.
        parts: the parts that are wanted; those that the format usually has if None.

    Raises:
        ReaderError: the report has nothing that the format shows, or is several tables.
    """
    if form is DocumentFormat.CSV:
        tables = list(_list_tables(report, parts).values())
        if len(tables) > 1:
            raise ReaderError("CSV has several tables: name a file, or choose with --only")
        return tables[0]
    if form is DocumentFormat.PLAIN:
        from reader.reports.documents.plain_report import format_report_as_plain

        return format_report_as_plain(report, parts)
    if form is DocumentFormat.HTML:
        from reader.reports.documents.html_report import format_report_as_html

        return format_report_as_html(report, parts)
    if form is DocumentFormat.CARD:
        from reader.reports.documents.quote_card import format_report_as_card

        return format_report_as_card(report)
    if form is DocumentFormat.JSON:
        from reader.reports.documents.json_report import format_report_as_json

        return format_report_as_json(report, parts)
    from reader.reports.documents.markdown_report import format_report_as_markdown

    return format_report_as_markdown(report, parts)


def list_documents(
    name: str,
    report: Report,
    form: DocumentFormat,
    parts: Collection[ReportPart] | None = None,
) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the files of a report, each with its lines: one file, or one for each table.

    The tables of `ferry.csv` are `ferry-links.csv` and so on; one alone is `ferry.csv`.

    Raises:
        ReaderError: as `format_document`; or several tables cannot be beside a file of that name.
    """
    if form is DocumentFormat.CSV:
        tables = _list_tables(report, parts)
        if len(tables) > 1:
            _check_name_of_tables(name)
            path = PurePath(name)
            for table, lines in tables.items():
                yield str(path.with_name(f"{path.stem}-{table}{path.suffix}")), lines
            return
    yield name, format_document(report, form, parts)


def _check_name_of_tables(name: str) -> None:
    if not PurePath(name).name or name.endswith(".."):
        raise ReportFileError(f"{name or 'the current folder'} is a folder; name a file in it")
    if is_stream(name):
        raise ReaderError(f"CSV has several tables, {name} takes one: choose it with --only")


def _list_tables(report: Report, parts: Collection[ReportPart] | None) -> dict[str, Iterator[str]]:
    from reader.reports.documents.csv_tables import format_tables

    tables = format_tables(report, parts)
    if not tables:
        raise ReaderError("CSV has tables of differences, quotes, people, copy and matrix only")
    return tables
