"""What `reader report` does: write a comparison to files, each in its format."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from reader.cli.console import print_lines, print_message, print_problems
from reader.cli.input_options import input_options
from reader.cli.output_guard import OutputGuard
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.coverage import Coverage
    from reader.notebook.placed_entries import PlacedEntries
    from reader.reports.documents import Report
    from reader.reports.documents.document_formats import DocumentFormat

STANDARD_OUTPUT = "-"
"""The name of the standard output among the files."""


def write_reports(arguments: Namespace) -> int:
    """Write the report of several articles to every file named, or to the standard output.

    Raises:
        ReaderError: there is nothing to read, or a file can't be written. The format of every file
            is known before anything is compared.
    """
    from reader.cli.inputs import compare_as_corrected, open_inputs
    from reader.reports.documents import ReportPart
    from reader.reports.documents.document_formats import format_document, list_documents
    from reader.reports.documents.report_files import write_report

    outputs = _choose_formats(arguments.outputs or [STANDARD_OUTPUT], arguments.format)
    parts = [ReportPart(part) for part in arguments.only] if arguments.only else None
    options = input_options(arguments)
    articles, problems = open_inputs(options)
    print_problems(problems)
    guard = OutputGuard(options, articles, may_replace=arguments.force)
    names = [name for name, _ in outputs if name != STANDARD_OUTPUT]
    for name in names:
        guard.check_input(name)
    report = _build(compare_as_corrected(articles), arguments)
    documents = {
        name: [(file, list(lines)) for file, lines in list_documents(name, report, form, parts)]
        for name, form in outputs
        if name != STANDARD_OUTPUT
    }
    # All are checked before the first is written.
    for file, lines in chain.from_iterable(documents.values()):
        guard.check(file, lines)
    for name, form in outputs:
        if name == STANDARD_OUTPUT:
            print_lines(format_document(report, form, parts))
            continue
        for file, lines in documents[name]:
            write_report(file, lines)
            print_message(f"{file} written")
    return 0


def read_notes(coverage: Coverage) -> PlacedEntries:
    """Return what the notebook has about the articles of a comparison.

    Notes whose paragraphs the articles do not have any more come last, without a place.

    Raises:
        NotebookError: the notebook exists but cannot be read.
    """
    from reader.notebook import Notebook
    from reader.notebook.claims import read_entries_about, read_lost_entries
    from reader.notebook.entries import EntryKind
    from reader.notebook.placed_entries import PlacedEntries, PlacedEntry

    notebook = Notebook()
    placed = read_entries_about(coverage.articles, notebook)
    lost = read_lost_entries(coverage.articles, notebook)
    notes = (entry for entry in lost if entry.kind is EntryKind.NOTE)
    nowhere = (PlacedEntry(entry, (None,) * len(entry.anchors)) for entry in notes)
    return PlacedEntries((*placed.entries, *nowhere))


def _build(coverage: Coverage, arguments: Namespace) -> Report:
    from reader.notebook.placed_entries import PlacedEntries
    from reader.reports.documents import build_report

    wants_notes = arguments.notes or "notes" in (arguments.only or ())
    notes = read_notes(coverage) if wants_notes else PlacedEntries()
    report = build_report(coverage, arguments.floor, notes.entries)
    try:
        if arguments.moment is not None:
            return report.of_moment(arguments.moment)
        if arguments.quote is not None:
            return report.of_quote(arguments.quote)
    except ValueError as problem:
        raise ReaderError(str(problem)) from problem
    return report


def _choose_formats(names: Sequence[str], chosen: str | None) -> list[tuple[str, DocumentFormat]]:
    """Return every file with its format: by suffix, or as chosen where there is no such suffix.

    One file alone has the format that is chosen, whatever its suffix.
    """
    from reader.reports.documents.document_formats import DocumentFormat

    usual = DocumentFormat(chosen) if chosen else None
    outputs: list[tuple[str, DocumentFormat]] = []
    for name in names:
        form = DocumentFormat.of_name(name)
        if form is None or (usual and len(names) == 1):
            form = usual or (DocumentFormat.MARKDOWN if name == STANDARD_OUTPUT else None)
        if form is None:
            known = ", ".join(f".{each.value}" for each in DocumentFormat)
            raise ReaderError(
                f"{name} has no suffix that names a format ({known}); choose one with --format"
            )
        outputs.append((name, form))
    return outputs
