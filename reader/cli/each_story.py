"""One table over many stories: every folder in a folder is a story with its articles."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import output_is_terminal, print_lines, print_message, print_tables
from reader.cli.input_options import input_options
from reader.errors import NothingToReadError, ReaderError, describe_fault

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.cli.commands import ReportForms
    from reader.cli.input_options import InputOptions
    from reader.cli.stories_file import StoriesFile, StoryIdentity

STORY_FAILED = 1
"""The exit code where a story could not be compared, or an article of one not be read."""
_STANDARD_OUTPUT = "-"

Build = Callable[[tuple["Article", ...]], "ReportForms"]


def report_stories(arguments: Namespace, build: Build, *, one_is_enough: bool) -> int:
    """Print the reports of all stories of a folder, or add them to a file.

    A story that fails is reported in one line, and the next is read.

    Args:
        arguments: those of the command.
        build: returns the report of the articles of a story.
        one_is_enough: whether a story may have one article.

    Raises:
        SourceError: the folder cannot be read.
        NothingToReadError: there is no folder in it.
        ReaderError: the file is not one that may be gone on with.
        OutputError: the output cannot be written.
    """
    stories = find_stories(arguments.each)
    form = "json" if arguments.json else "csv" if getattr(arguments, "csv", False) else ""
    options = input_options(arguments)._replace(inputs=())
    with _open_writer(arguments, form, stories) as writer:
        return _write_stories(writer, stories, options, build, one_is_enough=one_is_enough)


def _write_stories(
    writer: _RowWriter,
    stories: Iterable[Path],
    options: InputOptions,
    build: Build,
    *,
    one_is_enough: bool,
) -> int:
    """Write the rows of the stories that are not written yet; return the exit code."""
    failures = 0
    for folder in stories:
        try:
            if writer.has(folder, options):
                continue
            articles, problems = _open_story(folder, options, one_is_enough=one_is_enough)
            rows = writer.prepare(build(articles))
        except ReaderError as problem:
            _report_failure(folder, problem.message)
            failures += 1
        except (
            Exception
        ) as fault:  # The border of a story: after a fault in one, the others are still written.
            _report_failure(folder, f"a fault of the program: {describe_fault(fault)}")
            failures += 1
        else:
            if problems:
                _report_failure(folder, problems)
                failures += 1
            if not writer.write(folder, rows):
                break
    return STORY_FAILED if failures else 0


def find_stories(name: str) -> list[Path]:
    """Return the folders in a folder by name, hidden ones excepted.

    Raises:
        SourceError: the folder cannot be read.
        NothingToReadError: there is no folder in it.
    """
    from reader.sources.files import format_path, opening_error

    folder = Path(name)
    try:
        found = sorted(
            Path(entry.path)
            for entry in os.scandir(folder)
            if not entry.name.startswith(".") and _may_be_folder(entry)
        )
    except (OSError, ValueError) as problem:
        raise opening_error(folder, problem) from problem
    if not found:
        raise NothingToReadError(f"{format_path(folder)}: no folder in it; each is a story")
    return found


def _may_be_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder, or a link that cannot be followed: that story alone fails."""
    try:
        return entry.is_dir()
    except OSError:
        return True


def _open_story(
    folder: Path, options: InputOptions, *, one_is_enough: bool
) -> tuple[tuple[Article, ...], str]:
    """Return the articles of a story, and what could not be opened of them, in one line.

    Raises:
        ReaderError: there are too few.
    """
    from reader.cli.inputs import open_names

    problems: list[ReaderError] = []
    articles: tuple[Article, ...] = ()
    with suppress(NothingToReadError):
        articles = open_names([str(folder)], options, on_problem=problems.append)
    reasons = [problem.message for problem in problems]
    if len(articles) < (1 if one_is_enough else 2):
        few = "only one article; a story has two or more" if articles else "no article"
        raise ReaderError("; ".join([few, *reasons]))
    return articles, "; ".join(reasons)


def _report_failure(folder: Path, message: str) -> None:
    print_message(f"{_show_name(folder.name)}: {message}")


def _show_name(name: str) -> str:
    from reader.sources.files import format_path

    return format_path(Path(name))


class _RowWriter:
    """Writes the rows of stories to the standard output, as JSON lines or CSV."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._has_heading = False

    def has(self, _folder: Path, _options: InputOptions) -> bool:
        """Whether the story of a folder is written already."""
        return False

    def prepare(self, report: ReportForms) -> list[str]:
        """Return the rows of a report, the heading of CSV first."""
        if self._form == "csv" and report.csv is not None:
            return list(report.csv())
        return list(report.json())

    def write(self, folder: Path, rows: Iterable[str]) -> bool:
        """Write the rows of a story; return whether the output is still open."""
        lines = self._name_rows(_show_name(folder.name), rows, has_heading=self._has_heading)
        self._has_heading = True
        return print_lines(lines, at_once=True)

    def _name_rows(self, name: str, rows: Iterable[str], *, has_heading: bool) -> Iterator[str]:
        if self._form == "json":
            first = json.dumps({"story": name})[:-1]
            yield from (f"{first}, {row[1:]}" for row in rows)
            return
        from reader.reports.csv_rows import format_csv_row

        for at, row in enumerate(rows):
            if at:
                yield f"{format_csv_row((name,))},{row}"
            elif not has_heading:
                yield f"story,{row}"


class _FileWriter(_RowWriter):
    """Adds the rows of stories to a file that knows which are in it."""

    def __init__(self, form: str, file: StoriesFile) -> None:
        super().__init__(form)
        self._file = file
        self._identity: StoryIdentity | None = None
        """Of the story that was looked for last."""

    def has(self, folder: Path, options: InputOptions) -> bool:
        """Whether the file has a story.

        Raises:
            ReaderError: it has the rows of what the story was before.
        """
        self._identity = _identify_story(folder, options)
        return self._file.find(self._identity) is not None

    def write(self, folder: Path, rows: Iterable[str]) -> bool:
        """Add the rows of a story."""
        assert self._identity is not None
        has_heading = not self._file.is_empty
        name = _show_name(self._file.name_story(self._identity))
        self._file.add(self._identity, list(self._name_rows(name, rows, has_heading=has_heading)))
        return True


def _identify_story(folder: Path, options: InputOptions) -> StoryIdentity:
    """Return the identity of a story: its name, its path, and the content of its files."""
    from hashlib import sha256

    from reader.cli.stories_file import StoryIdentity
    from reader.sources.files import MAX_FILE_BYTES
    from reader.sources.folders import find_article_files
    from reader.sources.special_names import SIDECAR

    def ignore(_problem: ReaderError) -> None:
        """Ignore a problem here: opening the story reports it."""

    digest = sha256()
    files = find_article_files(folder, recursive=options.recursive, on_problem=ignore)
    for path in (*files, folder / SIDECAR):
        content = b""
        with suppress(OSError):
            if path.is_file():
                with open(path, "rb") as file:
                    content = file.read(MAX_FILE_BYTES)
        name = os.fsencode(os.path.relpath(path, folder))
        digest.update(b"%d %s %d " % (len(name), name, len(content)))
        digest.update(content)
    return StoryIdentity(folder.name, os.path.realpath(folder), digest.hexdigest())


class _TextRowWriter(_RowWriter):
    """Writes the reports of stories for people: tables on a terminal, else lines."""

    def __init__(self) -> None:
        super().__init__("")
        self._report: ReportForms | None = None

    def prepare(self, report: ReportForms) -> list[str]:
        """Return the lines of a report; on a terminal they are drawn from it later."""
        self._report = report if output_is_terminal() else None
        return [] if self._report else list(report.plain())

    def write(self, folder: Path, rows: Iterable[str]) -> bool:
        """Write the report of a story, its lines after its name and a tab."""
        shown = _show_name(folder.name)
        if self._report is None:
            return print_lines((f"{shown}\t{row}" for row in rows if row), at_once=True)
        from rich.text import Text

        print_tables([Text(f"{shown}\n", style="bold reverse"), *self._report.tables()])
        return True


@contextmanager
def _open_writer(arguments: Namespace, form: str, stories: Iterable[Path]) -> Iterator[_RowWriter]:
    """Yield the writer of the rows.

    Raises:
        ReaderError: the file may not be written.
        OutputError: it cannot be.
    """
    output = arguments.output
    if not form or output in (None, _STANDARD_OUTPUT):
        yield _RowWriter(form) if form else _TextRowWriter()
        return
    from reader.cli.stories_file import StoriesFile

    path = Path(os.path.realpath(output))
    for folder in map(os.path.realpath, stories):
        if path.is_relative_to(folder) and path != Path(folder):
            raise ReaderError(f"{output} is in the folder of a story; name another file")
    with StoriesFile(Path(output), _describe_rows(arguments, form)) as file:
        yield _FileWriter(form, file)


def _describe_rows(arguments: Namespace, form: str) -> str:
    """Return a description of the kind of rows, so that a file never has rows of two kinds."""
    parts = [arguments.command, form]
    if getattr(arguments, "shared", False):
        parts.append("shared")
    if order := getattr(arguments, "order", None):
        parts.append(f"order {order}")
    floor = getattr(arguments, "floor", None)
    return " ".join([*parts, f"floor {floor}"] if floor is not None else parts)
