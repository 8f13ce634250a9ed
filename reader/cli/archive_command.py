"""The actions of `reader archive`: add, status, verify, compact, rebuild, remove, export, spark."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import print_lines, print_message
from reader.errors import NothingToReadError, ReaderError, SourceError, StoppedError
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from reader.archive.adding import AddingResult
    from reader.archive.archive_folder import ArchiveFolder
    from reader.archive.maintenance import ArchiveStatus, ArticleChoice
    from reader.archive.spark.spark_run import SparkResult

_EXIT_DAMAGE = 1
_STANDARD_OUTPUT = "-"
_MOST_LISTED = 1_000_000
"""Names in a list that are used."""
_MOST_LANGUAGES = 12
_MEGABYTE = 1_000_000


def use_archive(arguments: Namespace) -> int:
    """Carry out an action on an archive.

    Raises:
        ReaderError: the archive cannot be used, or nothing could be read.
    """
    from reader.archive.archive_folder import ArchiveFolder

    path = Path(arguments.archive).expanduser() if arguments.archive else None
    folder = ArchiveFolder(path)
    actions = {
        "add": _add,
        "status": _show_status,
        "verify": _verify,
        "compact": _compact,
        "rebuild": _rebuild,
        "remove": _remove,
        "export": _export,
        "spark": _join_on_spark,
    }
    return actions[arguments.action](folder, arguments)


def _add(folder: ArchiveFolder, arguments: Namespace) -> int:
    from reader.archive.adding import add_inputs
    from reader.archive.archive_inputs import ReadingOptions
    from reader.cli.archive_progress import ArchiveProgress, stopping_on_interrupt

    names: list[str | Path] = [*arguments.names, *_read_lists(arguments.lists)]
    options = ReadingOptions(dict(arguments.fields), arguments.again, tuple(arguments.feeds))
    with (
        ArchiveProgress() as progress,
        stopping_on_interrupt(progress.print_line) as is_stopped,
    ):
        result = add_inputs(
            folder,
            names,
            options=options,
            processes=arguments.processes,
            standard_input=sys.stdin.buffer,
            on_problem=progress.print_problem,
            on_progress=progress.show_adding,
            is_cancelled=is_stopped,
        )
    print_lines([_describe_result(result)])
    if result.is_stopped:
        raise StoppedError("stopped; the same command goes on")
    if result.problems and not (result.added or result.duplicates or result.known_inputs):
        raise NothingToReadError("nothing to add: none of the inputs could be read")
    return 0


def _read_lists(lists: list[str]) -> Iterator[str]:
    from reader.sources.list_files import read_list_file

    def report(problem: SourceError) -> None:
        print_message(problem.message)

    for name in lists:
        yield from read_list_file(Path(name), on_problem=report, most_listed=_MOST_LISTED)


def _describe_result(result: AddingResult) -> str:
    marks = [
        _count(count, one, many)
        for count, one, many in (
            (result.versions, "a changed version", "changed versions"),
            (result.near_duplicates, "a near-duplicate", "near-duplicates"),
        )
        if count
    ]
    among = f" ({', '.join(marks)})" if marks else ""
    facts = [f"{_count(result.added, '1 article', 'articles')} added{among}"]
    if result.duplicates:
        facts.append(f"{result.duplicates:,} were there already")
    if result.known_inputs:
        facts.append(f"{_count(result.known_inputs, '1 input', 'inputs')} read before")
    if result.problems:
        facts.append(f"{result.problems:,} could not be read")
    return "; ".join(facts)


def _count(count: int, one: str, many: str) -> str:
    return one if count == 1 else f"{count:,} {many}"


def _show_status(folder: ArchiveFolder, arguments: Namespace) -> int:
    from reader.archive.maintenance import read_status

    status = read_status(folder)
    print_lines([json.dumps(_status_record(status))] if arguments.json else _status_lines(status))
    return 0


def _status_record(status: ArchiveStatus) -> dict[str, object]:
    return {
        "path": clean_line(str(status.path), 4096),
        "articles": status.articles,
        "waiting": status.waiting,
        "removed": status.removed,
        "near_duplicates": status.near_duplicates,
        "versions": status.versions,
        "outlets": status.outlets,
        "first_date": status.first_date.isoformat() if status.first_date else None,
        "last_date": status.last_date.isoformat() if status.last_date else None,
        "date_sources": status.date_sources,
        "languages": status.languages,
        "store_bytes": status.store_bytes,
        "index_bytes": status.index_bytes,
        "index_problem": status.index_problem,
    }


def _status_lines(status: ArchiveStatus) -> Iterator[str]:
    yield f"archive      {clean_line(str(status.path), 4096)}"
    copies = _count(status.near_duplicates, "1 near-duplicate", "near-duplicates")
    marks = f"{copies}, {_count(status.versions, '1 changed version', 'changed versions')}"
    yield f"articles     {status.articles:,} ({marks})"
    yield f"outlets      {status.outlets:,}"
    if status.first_date and status.last_date:
        yield f"dates        {status.first_date} to {status.last_date}"
    sources = ", ".join(f"{count:,} {name}" for name, count in status.date_sources.items())
    yield f"dated by     {sources or 'nothing'}"
    languages = list(status.languages.items())[:_MOST_LANGUAGES]
    shown = ", ".join(f"{count:,} {clean_line(name) or 'unknown'}" for name, count in languages)
    yield f"languages    {shown or 'none'}"
    store, indexes = status.store_bytes / _MEGABYTE, status.index_bytes / _MEGABYTE
    yield f"size         {store:,.1f} MB articles, {indexes:,.1f} MB indexes"
    if status.waiting:
        yield f"not indexed  {status.waiting:,}; the next reader archive add indexes them"
    if status.index_problem:
        yield f"problem      {status.index_problem}"


def _verify(folder: ArchiveFolder, arguments: Namespace) -> int:
    from reader.archive.verification import verify_archive
    from reader.cli.archive_progress import ArchiveProgress

    with ArchiveProgress() as progress:
        found = verify_archive(folder, on_progress=progress.show_articles("verifying"))
    for line in found.damage:
        print_message(line)
    whole = _count(found.articles, "1 article is", "articles are")
    waiting = f"; {found.waiting:,} wait to be indexed" if found.waiting else ""
    print_lines([f"{whole} whole{waiting}; {_count(len(found.damage), '1 problem', 'problems')}"])
    if found.needs_rebuild:
        print_message("reader archive rebuild makes the indexes anew; no article is lost")
    return _EXIT_DAMAGE if found.damage else 0


def _compact(folder: ArchiveFolder, arguments: Namespace) -> int:
    from reader.archive.maintenance import compact_archive
    from reader.cli.archive_progress import ArchiveProgress

    with ArchiveProgress() as progress:
        before, after = compact_archive(
            folder,
            on_problem=print_message,
            on_progress=progress.show_articles("indexing"),
        )
    print_lines([f"{before / _MEGABYTE:,.1f} MB before, {after / _MEGABYTE:,.1f} MB now"])
    return 0


def _rebuild(folder: ArchiveFolder, arguments: Namespace) -> int:
    from reader.archive.maintenance import rebuild_indexes
    from reader.cli.archive_progress import ArchiveProgress

    with ArchiveProgress() as progress:
        count = rebuild_indexes(
            folder,
            processes=arguments.processes,
            on_problem=print_message,
            on_progress=progress.show_articles("indexing"),
        )
    print_lines([f"{_count(count, '1 article', 'articles')} indexed anew"])
    return 0


def _remove(folder: ArchiveFolder, arguments: Namespace) -> int:
    from reader.archive.maintenance import remove_articles

    count = remove_articles(folder, _choice(arguments))
    print_lines([f"{_count(count, '1 article', 'articles')} removed"])
    return 0


def _export(folder: ArchiveFolder, arguments: Namespace) -> int:
    from reader.archive.maintenance import export_records

    records = export_records(folder, _choice(arguments), print_message)
    lines = (json.dumps(record) for record in records)
    if arguments.output in (None, _STANDARD_OUTPUT):
        print_lines(lines)
        return 0
    path = Path(arguments.output)
    if path.is_file() and not arguments.force:
        raise ReaderError(f"{clean_line(arguments.output)}: the file exists; --force replaces it")
    count = _write(path, lines)
    print_message(f"{arguments.output} written: {_count(count, '1 article', 'articles')}")
    return 0


def _write(path: Path, lines: Iterator[str]) -> int:
    """Write lines to a file, which has its old content until all are written; return how many.

    A pipe or a device is written to and not replaced; a link is left, and its file is replaced.
    """
    from reader.reports.documents.report_files import ReportFileError

    path = path.resolve()
    is_special = path.exists() and not path.is_file()
    part = path if is_special else path.with_name(f"{path.name}.part")
    try:
        count = _write_lines(part, lines)
        if not is_special:
            part.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReportFileError(f"{path} could not be written: {reason}") from error
    finally:
        if not is_special:
            part.unlink(missing_ok=True)
    return count


def _write_lines(path: Path, lines: Iterator[str]) -> int:
    count = 0
    with open(path, "w", encoding="utf-8") as file:
        for count, line in enumerate(lines, 1):  # noqa: B007
            file.write(f"{line}\n")
    return count


def _join_on_spark(folder: ArchiveFolder, arguments: Namespace) -> int:
    """Write the joins of some files, which need not be in an archive."""
    from reader.archive.spark.spark_run import SparkOptions, run_spark

    def report(problem: SourceError) -> None:
        print_message(problem.message)

    result = run_spark(
        arguments.inputs,
        arguments.output,
        SparkOptions(dict(arguments.fields), arguments.master, dict(arguments.settings)),
        on_problem=report,
        on_table=lambda name, rows: print_message(f"{name}: {rows:,} rows written"),
    )
    print_lines([_describe_joins(result)])
    return 0


def _describe_joins(result: SparkResult) -> str:
    rows = result.rows
    facts = [
        _count(rows["articles"], "1 article", "articles"),
        f"{rows['quote_pairs']:,} pairs of quotations",
        f"{rows['copy_pairs']:,} pairs with copy",
        f"{rows['events']:,} articles in events",
    ]
    if result.duplicates:
        facts.append(f"{result.duplicates:,} were there twice")
    if result.problems:
        facts.append(f"{result.problems:,} could not be read")
    return "; ".join(facts)


def _choice(arguments: Namespace) -> ArticleChoice:
    from reader.archive.maintenance import ArticleChoice

    return ArticleChoice(tuple(arguments.names), arguments.outlet, arguments.since, arguments.until)
