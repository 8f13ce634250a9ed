"""A report as one JSON object, in ASCII, so that no encoding can misread it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from importlib.resources import files

from reader.reports.documents.report import Report, ReportPart
from reader.reports.documents.report_records import VERSION, build_report_record


def format_report_as_json(
    report: Report, parts: Collection[ReportPart] | None = None
) -> Iterator[str]:
    """Yield the lines of a report; `build_report_record` says what it holds.

    Args:
        report: the report.
        parts: the parts that are wanted; all if None.
    """
    yield from json.dumps(build_report_record(report, parts), indent=1).splitlines()


def read_schema() -> str:
    """Return the JSON Schema that every report of this version fits."""
    name = f"report_schema_v{VERSION}.json"
    return (files("reader.reports.documents") / name).read_text(encoding="utf-8")
