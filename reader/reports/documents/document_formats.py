"""The formats of a report, by name and by the suffix of a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum
from pathlib import PurePath

from reader.reports.documents.report import Report, ReportPart


class DocumentFormat(str, Enum):
    """A form in which a report is written. The values are stable: users type them."""

    MARKDOWN = "md"
    HTML = "html"
    PLAIN = "txt"
    JSON = "json"
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
    ".svg": DocumentFormat.CARD,
}


def format_document(
    report: Report, form: DocumentFormat, parts: Collection[ReportPart] | None = None
) -> Iterator[str]:
    """Yield the lines of a report in a format, without line ends.

    Args:
        report: the report.
        form: the format.
        parts: the parts that are wanted; those that the format usually has if None.
    """
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
