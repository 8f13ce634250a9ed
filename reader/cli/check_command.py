"""`reader check`: checks quotations of drafts, of the command line or of lines against sources."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.console import (
    output_is_terminal,
    print_lines,
    print_message,
    print_problems,
    print_tables,
)
from reader.cli.input_options import STANDARD_INPUT, InputOptions, input_options
from reader.errors import NothingToReadError, ReaderError

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.quote_check import QuoteCheck
    from reader.reports.check_records import DraftChecks

EXIT_NEEDS_REVIEW = 1
EXIT_BAD_INPUT = 2
EXIT_NO_QUOTATION = 3


def check(arguments: Namespace) -> int:
    """Check quotations against sources.

    Returns:
        0 where nothing needs a look, 1 where a quotation does, 2 where a draft, a source or a line
        is no good, 3 where there is no quotation to check.

    Raises:
        ReaderError: no draft or no source can be opened.
    """
    if arguments.jsonl:
        return check_lines(arguments)
    if arguments.quote is not None:
        return check_one(arguments)
    return check_drafts(arguments)


def check_drafts(arguments: Namespace) -> int:
    """Check every quotation of the drafts."""
    from reader.quote_check import QuoteSources
    from reader.reports.check_records import DraftChecks

    options = input_options(arguments)
    drafts, problems = _open_drafts(arguments.drafts, options)
    sources, source_problems = _open_sources(options)
    sources = _without_copies(_without_drafts(sources, [draft.source for draft in drafts]), drafts)
    index = QuoteSources(sources)
    checked = [DraftChecks(draft, index.check_quotes(draft)) for draft in drafts]
    _print_drafts(arguments, checked, sources, (len(problems), len(source_problems)))
    for draft, checks in checked:
        if not checks:
            print_message(f"{draft.source}: no quotation in it to check")
    if problems or source_problems:
        return EXIT_BAD_INPUT
    return _choose_exit_code(checks for _, checks in checked)


def check_one(arguments: Namespace) -> int:
    """Check the quotation that the command line gives."""
    from reader.articles import clean, clean_line
    from reader.quote_check import QuoteSources
    from reader.reports.check_report import build_answer_table, format_answer_as_text
    from reader.reports.check_summary import UnreadInputs, summarize_checks

    quote = " ".join(clean(arguments.quote).split())
    sources, problems = _open_sources(input_options(arguments))
    speaker = None if arguments.speaker is None else clean_line(arguments.speaker)
    try:
        found = QuoteSources(sources).check_quote(quote, speaker)
    except ValueError as error:
        raise ReaderError(f"--quote: {error}") from error
    unread = UnreadInputs(sources=len(problems))
    if arguments.format == "json":
        import json

        from reader.reports.check_records import SourceRecords

        asked = {"quote": quote, "speaker": speaker}
        answer = SourceRecords(sources).build_answer(found, quote)
        print_lines([json.dumps({**asked, **answer})])
    elif arguments.format == "github":
        from reader.reports.check_annotations import format_annotation

        annotations = [format_annotation(found)] if found.needs_review else []
        print_lines([*annotations, summarize_checks([found], unread)])
    elif output_is_terminal():
        print_tables([build_answer_table(found, quote, sources, unread)])
    else:
        print_lines(format_answer_as_text(found, quote, sources, unread))
    return EXIT_BAD_INPUT if problems else _choose_exit_code([[found]])


def check_lines(arguments: Namespace) -> int:
    """Check the quotation in each line, a JSON object, of the standard input or of files."""
    from reader.cli.check_lines import LineChecker, open_lines
    from reader.cli.line_sharing import LineSharing

    options = input_options(arguments)
    names = arguments.drafts or [STANDARD_INPUT]
    if STANDARD_INPUT in names and options.reads_standard_input:
        raise ReaderError("the standard input holds either the lines or a source, not both")
    sources, problems = _open_sources(options) if options.inputs else (None, [])
    checker = LineChecker(sources, options)
    with LineSharing(checker) as sharing:
        is_complete = print_lines(sharing.answer(open_lines(names)), at_once=True)
    if problems or sharing.has_errors:
        return EXIT_BAD_INPUT
    if not sharing.count:
        print_message("no line to check")
        return EXIT_NO_QUOTATION
    # The lines after the one at which the pipe was closed were not checked.
    return EXIT_NEEDS_REVIEW if sharing.needs_review or not is_complete else 0


def _choose_exit_code(results: Iterable[Sequence[QuoteCheck]]) -> int:
    listed = list(results)
    if any(check.needs_review for checks in listed for check in checks):
        return EXIT_NEEDS_REVIEW
    return 0 if all(listed) else EXIT_NO_QUOTATION


def _print_drafts(
    arguments: Namespace,
    drafts: Sequence[DraftChecks],
    sources: Sequence[Article],
    problems: tuple[int, int],
) -> None:
    """Print the checks; `problems` are how many drafts and sources could not be read."""
    from reader.reports.check_summary import UnreadInputs

    unread = UnreadInputs(*problems)
    if arguments.format == "json":
        from reader.reports.check_records import format_checks_as_json

        print_lines(format_checks_as_json(drafts, sources))
    elif arguments.format == "github":
        from reader.reports.check_annotations import format_checks_for_github

        texts: dict[str, str] = {}
        for draft, _ in drafts:
            text = _read_text(draft.source)
            if text is not None:
                texts[draft.source] = text
        print_lines(format_checks_for_github(drafts, texts, unread))
    elif output_is_terminal():
        from reader.reports.check_report import build_check_tables

        print_tables(build_check_tables(drafts, sources, unread))
    else:
        from reader.reports.check_report import format_checks_as_text

        print_lines(format_checks_as_text(drafts, sources, unread))


def _read_text(source: str) -> str | None:
    """Return the unchanged text of a draft's file, None where it is in no file."""
    from pathlib import Path

    from reader.errors import SourceError
    from reader.sources.files import read_file
    from reader.sources.formats.decoding import decode

    try:
        return decode(read_file(Path(source)).data).text
    except SourceError:
        return None


def _open_drafts(
    names: Sequence[str], options: InputOptions
) -> tuple[tuple[Article, ...], list[ReaderError]]:
    """The drafts, and what could not be opened, which is printed where others could."""
    from reader.cli.inputs import open_names

    if len(names) == 1:
        return open_names(names, options), []
    problems: list[ReaderError] = []
    try:
        drafts = open_names(names, options, on_problem=problems.append)
    finally:
        print_problems(problems)
    return drafts, problems


def _open_sources(options: InputOptions) -> tuple[tuple[Article, ...], list[ReaderError]]:
    """The sources, and what could not be opened, which is printed."""
    from reader.cli.inputs import InputResolver, open_names

    inputs = InputResolver(options).resolve()
    problems = list(inputs.problems)
    try:
        sources = open_names(inputs.names, options, on_problem=problems.append)
    finally:
        print_problems(problems)
    return sources, problems


def _without_drafts(sources: tuple[Article, ...], drafts: Sequence[str]) -> tuple[Article, ...]:
    """The sources but for the drafts themselves, in which all quotations would be exact."""
    others = tuple(
        source
        for source in sources
        if not any(_is_same_file(source.source, draft) for draft in drafts)
    )
    if not others:
        name = drafts[0] if len(drafts) == 1 else "the drafts"
        raise NothingToReadError(f"{name}: the draft cannot be its own source: name another")
    if len(others) < len(sources):
        names = ", ".join(drafts)
        print_message(f"{names}: the draft itself is left out of the sources")
    return others


def _without_copies(sources: tuple[Article, ...], drafts: Sequence[Article]) -> tuple[Article, ...]:
    """The sources but for those that are a draft word for word, where there are others."""
    texts = {tuple(part.text for part in draft.paragraphs): draft.source for draft in drafts}
    copies = {
        source.source: texts[text]
        for source in sources
        if (text := tuple(part.text for part in source.paragraphs)) in texts
    }
    others = tuple(source for source in sources if source.source not in copies)
    for copy, draft in copies.items():
        what = "left out of the sources" if others else "every quotation is compared with itself"
        print_message(f"{copy}: the same text as {draft}: {what}")
    return others or sources


def _is_same_file(one: str, other: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(one, other)
    return False
