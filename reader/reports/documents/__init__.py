"""A whole comparison as one document: Markdown, HTML, plain text, JSON, CSV, a card.

`build_report` builds the one value, a `Report`, that all forms print; the same articles give the
same bytes. `documents` are written by `report_files`.
"""

from reader.reports.documents.report import (
    ExclusiveParagraph,
    Exclusivity,
    Report,
    ReportedQuote,
    ReportedVersion,
    ReportPart,
    UnlinkedParagraph,
    build_report,
    list_passages,
)

__all__ = [
    "ExclusiveParagraph",
    "Exclusivity",
    "Report",
    "ReportPart",
    "ReportedQuote",
    "ReportedVersion",
    "UnlinkedParagraph",
    "build_report",
    "list_passages",
]
