"""`reader report`: writes a comparison to files, each in its format."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.cli.console import print_lines, print_message, print_problem, print_problems
from reader.cli.input_options import input_options
from reader.cli.output_guard import OutputGuard
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage import Coverage
    from reader.notebook.placed_entries import PlacedEntries
    from reader.reports.documents import Report, ReportPart
    from reader.reports.documents.document_formats import DocumentFormat
    from reader.story import NearCopy

STANDARD_OUTPUT = "-"
"""The name of the standard output among the files."""

_MEGABYTE = 1_000_000
_LARGE_MEGABYTES = 10
"""Megabytes from which the size of a file is said."""


def write_reports(arguments: Namespace) -> int:
    """Write the report of several articles to every file named, or to the standard output.

    A file that cannot be written is reported in a line, and the others are still written.

    Returns:
        The exit code: that of the first file that could not be written; else 0, or 1 if a source
        could not be read.

    Raises:
        ReaderError: there is nothing to read, or nothing that could be written. The format of every
            file is known before anything is compared.
    """
    from reader.cli.inputs import announce_examples, find_exit_code, open_inputs
    from reader.reports.documents import ReportPart

    outputs = _Outputs(arguments.outputs or [STANDARD_OUTPUT], arguments.format)
    outputs.check(outputs.choose_format)
    parts = [ReportPart(part) for part in arguments.only] if arguments.only else None
    options = input_options(arguments)
    articles, problems = open_inputs(options)
    print_problems(problems)
    if outputs.has_files:
        announce_examples(options)
    guard = OutputGuard(options, articles, may_replace=arguments.force)

    def check_input(name: str) -> None:
        if name != STANDARD_OUTPUT:
            guard.check_input(name)

    outputs.check(check_input)
    outputs.write(_Reports(articles, arguments), parts, guard)
    return outputs.exit_code or find_exit_code(problems)


class _Reports:
    """The reports of some articles: the whole one, and one in which near copies are folded.

    Each is built when it is first asked for. Few articles have no near copies that are folded, nor
    has a report about a part, whose number is that of the whole comparison.
    """

    def __init__(self, articles: Sequence[Article], arguments: Namespace) -> None:
        self._articles = articles
        self._arguments = arguments
        self._whole: Report | None = None
        self._folded: Report | None = None

    def find(self, form: DocumentFormat) -> Report:
        """Return the report for a format: folded where a person reads it, or the whole one."""
        from reader.reports.documents.folded_comparison import folds_near_copies

        arguments = self._arguments
        is_part = arguments.moment is not None or arguments.quote is not None
        folds = folds_near_copies(len(self._articles), form, is_part=is_part)
        if not folds or arguments.all_copies:
            if self._whole is None:
                from reader.cli.inputs import compare_as_corrected

                self._whole = _build(compare_as_corrected(self._articles), arguments)
            return self._whole
        if self._folded is None:
            from reader.cli.inputs import compare_folded_as_corrected

            coverage, copies, _ = compare_folded_as_corrected(self._articles)
            self._folded = _build(coverage, arguments, copies)
            if not copies:
                self._whole = self._folded
        return self._folded


class _Outputs:
    """The files of a report. A failure is reported in a line and does not affect the others.

    Args:
        names: the files.
        form: the chosen format, for suffixes that name none or to override them.
    """

    def __init__(self, names: Sequence[str], form: str | None) -> None:
        self._names = names
        self._chosen = form
        self._formats: dict[str, DocumentFormat] = {}
        self._failures: dict[str, ReaderError] = {}

    @property
    def exit_code(self) -> int:
        """0, or the exit code of the first failure."""
        return next((failure.exit_code for failure in self._failures.values()), 0)

    @property
    def has_files(self) -> bool:
        """Whether anything is written but the standard output."""
        return any(name != STANDARD_OUTPUT for name in self._names)

    def check(self, check: Callable[[str], object]) -> None:
        """Check every file that has not failed.

        Args:
            check: raises ReaderError where nothing can be written to a file.

        Raises:
            ReaderError: of the only file; of several, each failure is reported, and the last one
                is raised if no file is left.
        """
        left = [name for name in self._names if name not in self._failures]
        for name in left:
            try:
                check(name)
            except ReaderError as failure:
                self._failures[name] = failure
        failed = [name for name in left if name in self._failures]
        is_over = all(name in self._failures for name in self._names)
        for name in failed[:-1] if is_over else failed:
            print_problem(self._failures[name])
        if is_over:
            raise self._failures[failed[-1]]

    def choose_format(self, name: str) -> None:
        """Choose the format of a file: by its suffix, or as chosen where there is no such suffix.

        One file alone has the format that is chosen, whatever its suffix.

        Raises:
            ReaderError: nothing names a format.
        """
        from reader.reports.documents.document_formats import DocumentFormat, refuse_name

        usual = DocumentFormat(self._chosen) if self._chosen else None
        form = DocumentFormat.of_name(name)
        if form is None or (usual and len(self._names) == 1):
            form = usual or (DocumentFormat.MARKDOWN if name == STANDARD_OUTPUT else None)
        if form is None or not name:
            raise refuse_name(name, "choose one with --format")
        self._formats[name] = form

    def write(
        self, reports: _Reports, parts: Sequence[ReportPart] | None, guard: OutputGuard
    ) -> None:
        """Write the report to every file, and report each failure."""
        for name in self._names:
            if name in self._failures:
                continue
            try:
                self._write(name, reports.find(self._formats[name]), parts, guard)
            except ReaderError as failure:
                self._failures[name] = failure
                print_problem(failure)

    def _write(
        self, name: str, report: Report, parts: Sequence[ReportPart] | None, guard: OutputGuard
    ) -> None:
        from reader.coverage.deferred_collection import defer_collection
        from reader.reports.documents.document_formats import format_document, list_documents
        from reader.reports.documents.report_files import write_report

        form = self._formats[name]
        if name == STANDARD_OUTPUT:
            with defer_collection():
                print_lines(format_document(report, form, parts))
            return
        with defer_collection():
            documents = [
                (file, list(lines)) for file, lines in list_documents(name, report, form, parts)
            ]
        # All tables are checked before the first is written.
        for file, lines in documents:
            guard.check(file, lines)
        for file, lines in documents:
            write_report(file, lines)
            print_message(f"{file} written{_describe_size(file)}")


def _describe_size(file: str) -> str:
    """Return the size of a file that is too large to be sent about; else nothing."""
    try:
        size = os.stat(file).st_size
    except OSError:
        return ""
    return f" ({size / _MEGABYTE:.0f} MB)" if size >= _LARGE_MEGABYTES * _MEGABYTE else ""


def read_notes(coverage: Coverage) -> PlacedEntries:
    """Return the entries of the notebook about the articles of a comparison.

    Notes whose paragraphs the articles do not have any more come last, without a place.

    Raises:
        NotebookError: the notebook exists but cannot be read.
    """
    from reader.notebook import Notebook
    from reader.notebook.claims import read_entries_about, read_lost_entries
    from reader.notebook.placed_entries import with_lost_notes

    notebook = Notebook()
    placed = read_entries_about(coverage.articles, notebook)
    return with_lost_notes(placed, read_lost_entries(coverage.articles, notebook))


def _build(coverage: Coverage, arguments: Namespace, copies: Sequence[NearCopy] = ()) -> Report:
    from reader.notebook.placed_entries import PlacedEntries
    from reader.reports.documents import build_report

    wants_notes = arguments.notes or "notes" in (arguments.only or ())
    notes = read_notes(coverage) if wants_notes else PlacedEntries()
    report = build_report(coverage, arguments.floor, notes.entries, copies)
    try:
        if arguments.moment is not None:
            return report.of_moment(arguments.moment)
        if arguments.quote is not None:
            return report.of_quote(arguments.quote)
    except ValueError as problem:
        raise ReaderError(str(problem)) from problem
    return report
