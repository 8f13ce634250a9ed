"""The commands of the program with their arguments, help and examples.

`reader ARTICLE…` is a command like the others, but has no name that could be typed: its parser
gets all arguments that do not begin with the name of another command.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence

from reader import __version__
from reader.cli.archive_parser import ARCHIVE_DESCRIPTION, ARCHIVE_NOTES, add_archive
from reader.cli.argument_types import parse_place, parse_score
from reader.cli.collate_parser import COLLATE_DESCRIPTION, COLLATE_NOTES, add_collate
from reader.cli.console import print_message
from reader.cli.events_parser import EVENTS_DESCRIPTION, EVENTS_NOTES, add_events
from reader.cli.find_parser import FIND_DESCRIPTION, FIND_NOTES, add_find
from reader.cli.notes_parser import NOTES_DESCRIPTION, NOTES_NOTES, add_notes
from reader.cli.options import AppendInputs, Parser, PrintVersion, add_articles, add_opening
from reader.cli.people_parser import PEOPLE_DESCRIPTION, PEOPLE_NOTES, add_people
from reader.cli.report_parser import REPORT_DESCRIPTION, REPORT_NOTES, add_report
from reader.cli.save_parser import SAVE_DESCRIPTION, SAVE_NOTES, add_save
from reader.cli.story_options import STORIES_NOTES, add_stories
from reader.cli.versions_parser import VERSIONS_DESCRIPTION, VERSIONS_NOTES, add_versions

COMMANDS = {
    "links": "list the links themselves",
    "matrix": "list which article reports which moment",
    "differences": "list what they state otherwise",
    "collate": "read the story once, each moment in its fullest words",
    "copy": "list the copy that they share, and whose it is",
    "versions": "list the versions of one text, and what changed",
    "people": "list who is named and who is heard",
    "quotes": "list who is quoted with what",
    "articles": "show what each text says of itself",
    "report": "write the comparison to a file",
    "save": "save articles with your notes in one file",
    "check": "check the quotations of a draft",
    "archive": "keep many articles, to be asked",
    "find": "ask the archive: this event, this quotation, this copy",
    "events": "list the events in the archive that several outlets report",
    "notes": "list, export or merge your notes",
    "config": "show or edit the settings",
}
"""The commands that are called by name, each with a line for the list of all."""

_MAIN_COMMAND = "side-by-side"

_MAIN_DESCRIPTION = """\
Compare how several outlets tell one event: articles side by side, the
paragraphs that tell the same moment linked. Without a terminal, or with
--plain, the comparison is written as plain text."""
_MAIN_NOTES = """\
commands, each with its own --help:
{commands}

examples:
  reader                               the five articles that come along
  reader herald.txt courier.md         two files, side by side
  reader interviews/ https://example.org/story
  reader --feed https://example.org/rss --pick 1,3-5
  pbpaste | reader - herald.txt
  reader --linear herald.txt courier.md
  reader seeds/ --at 2:6 --lens q      opens at a paragraph, quotations marked
  reader -- links                      a file named as a command is

Exit code: 0 done, 2 wrong usage, nothing to read or a missing package, 70 a
fault of the program, 74 the output could not be written, 130 interrupted.""".format(
    commands="\n".join(f"  reader {name:<13}{summary}" for name, summary in COMMANDS.items())
)

_LINKS_DESCRIPTION = """\
List the links between the paragraphs of several articles: a table on a
terminal, else one line each."""
_LINKS_NOTES = (
    """\
examples:
  reader links herald.txt courier.md
  reader links seeds/ --floor 0.7
  reader links seeds/ --json > links.jsonl
  reader links --each stories/ --json --output links.jsonl

"""
    + STORIES_NOTES
)

_MATRIX_DESCRIPTION = """\
List which article reports which moment, in which form (quoted, indirect,
reported, planned, …) and where, what is in one article only, who leaves what out, and
what differs: tables on a terminal, else one line each. In the story's order,
found from those of all articles."""
_MATRIX_NOTES = (
    """\
examples:
  reader matrix herald.txt courier.md
  reader matrix seeds/ --json > matrix.jsonl
  reader matrix --each stories/ --csv --output matrix.csv

A label is printed words of one of the articles. "left out" is said where
nothing in an article is alike; otherwise the moment is "perhaps" in it.

"""
    + STORIES_NOTES
)

_COPY_DESCRIPTION = """\
List the runs of words that articles share beside what they quote, the share of
each article's words, and the origins: which articles carry one agency's or one
outlet's copy. Who had the words first is said only where a credit says so."""
_COPY_NOTES = (
    """\
examples:
  reader copy herald.txt courier.md
  reader copy seeds/ --json > copy.jsonl
  reader copy --each stories/ --csv --output copy.csv

"""
    + STORIES_NOTES
)

_DIFFERENCES_DESCRIPTION = """\
List what several articles state otherwise of one thing: numbers, sums, dates,
times, names, roles, negations, how sure something is, opposites, then other
words in the same place. Facts first. Which is right is not known. English."""
_DIFFERENCES_NOTES = (
    """\
examples:
  reader differences herald.txt courier.md
  reader differences seeds/ --json > differences.jsonl
  reader differences herald.txt courier.md --csv > differences.csv
  reader differences --each stories/ --csv --output differences.csv

"""
    + STORIES_NOTES
)

_QUOTES_DESCRIPTION = """\
List the quotes of articles with speaker and verb: a table on a terminal, else
one line each."""
_QUOTES_NOTES = (
    """\
examples:
  reader quotes herald.txt
  reader quotes --shared seeds/
  reader quotes --shared --json herald.txt https://example.org/story
  reader quotes --each stories/ --json --output quotes.jsonl

"""
    + STORIES_NOTES
)

_ARTICLES_DESCRIPTION = """\
Show what each article says of itself, and how its paragraphs were told apart:
tables on a terminal, else lines."""
_ARTICLES_NOTES = """\
examples:
  reader articles page.html
  reader articles --text page.html
  reader articles --json https://example.org/story > kept.jsonl"""

_CHECK_DESCRIPTION = """\
Check every quotation of drafts against their sources, word by word, or one
quotation, or one a line. Exit code 0 means that none needs a look: a number,
a negation, a condition or a speaker that is not as in the source does."""
_CHECK_NOTES = """\
examples:
  reader check draft.md --against herald.txt courier.md
  reader check drafts/*.md --against seeds/ --format github
  reader check --quote "we have an obligation" --speaker Blinken --against a.txt
  reader check --jsonl --against herald.txt < quotes.jsonl > answers.jsonl
  pbpaste | reader check - --from sources.list

A line of --jsonl is {"quote": …, "speaker": …, "source": …}, the last two if
they are known; the answer has the same and verdict, reasons and place. Without
--against every line names its source, a file. Verdicts, codes of reasons and
an example for GitHub are in docs/check.md.

Exit code: 0 nothing needs a look, 1 a quotation does, 2 wrong usage, or a
draft, a source or a line is no good, 3 there is no quotation to check."""


_CONFIG_DESCRIPTION = """\
Print the file of the settings and every setting in force: colours, panes,
threshold, keys, what is kept."""
_CONFIG_NOTES = """\
examples:
  reader config
  reader config --edit
  reader config > settings.toml        a file with all of them, to begin with

Exit code: 0, or 2 where something in the file is not valid; its default holds."""


def parse_arguments(arguments: Sequence[str]) -> Namespace:
    """Parse a command line.

    Returns:
        The arguments, among them `command`, the name of the command, and `run`, a function that
        takes them, carries out the command and returns its exit code.

    Raises:
        SystemExit: after `--help` and `--version`, and where the arguments are wrong.
    """
    if arguments and arguments[0] in COMMANDS:
        _warn_of_shadowed_file(arguments[0])
    else:
        arguments = [_MAIN_COMMAND, *arguments]
    return _build_parser().parse_args(arguments)


def list_help_texts() -> dict[str, str]:
    """Return the help of every command by its name, 80 columns wide; that of the main one is ""."""
    commands = _add_commands(Parser(prog="reader", add_help=False))
    return {
        "" if name == _MAIN_COMMAND else name: parser.describe(width=80)
        for name, parser in commands.items()
    }


def _build_parser() -> Parser:
    parser = Parser(prog="reader", add_help=False)
    _add_commands(parser)
    return parser


def _add_commands(parser: Parser) -> dict[str, Parser]:
    commands = parser.add_subparsers(prog="reader", dest="command", parser_class=Parser)
    commands.add_parser(
        _MAIN_COMMAND,
        prog="reader",
        description=_MAIN_DESCRIPTION,
        epilog=_MAIN_NOTES,
        add_arguments=_add_main,
        in_order=True,
    )
    commands.add_parser(
        "links",
        description=_LINKS_DESCRIPTION,
        epilog=_LINKS_NOTES,
        add_arguments=_add_links,
        in_order=True,
    )
    commands.add_parser(
        "matrix",
        description=_MATRIX_DESCRIPTION,
        epilog=_MATRIX_NOTES,
        add_arguments=_add_matrix,
        in_order=True,
    )
    commands.add_parser(
        "differences",
        description=_DIFFERENCES_DESCRIPTION,
        epilog=_DIFFERENCES_NOTES,
        add_arguments=_add_differences,
        in_order=True,
    )
    commands.add_parser(
        "copy",
        description=_COPY_DESCRIPTION,
        epilog=_COPY_NOTES,
        add_arguments=_add_copy,
        in_order=True,
    )
    commands.add_parser(
        "collate",
        description=COLLATE_DESCRIPTION,
        epilog=COLLATE_NOTES,
        add_arguments=add_collate,
        in_order=True,
    )
    commands.add_parser(
        "versions",
        description=VERSIONS_DESCRIPTION,
        epilog=VERSIONS_NOTES,
        add_arguments=add_versions,
        in_order=True,
    )
    commands.add_parser(
        "people",
        description=PEOPLE_DESCRIPTION,
        epilog=PEOPLE_NOTES,
        add_arguments=add_people,
        in_order=True,
    )
    commands.add_parser(
        "quotes",
        description=_QUOTES_DESCRIPTION,
        epilog=_QUOTES_NOTES,
        add_arguments=_add_quotes,
        in_order=True,
    )
    commands.add_parser(
        "articles",
        description=_ARTICLES_DESCRIPTION,
        epilog=_ARTICLES_NOTES,
        add_arguments=_add_articles,
        in_order=True,
    )
    commands.add_parser(
        "report",
        description=REPORT_DESCRIPTION,
        epilog=REPORT_NOTES,
        add_arguments=add_report,
        in_order=True,
    )
    commands.add_parser(
        "save",
        description=SAVE_DESCRIPTION,
        epilog=SAVE_NOTES,
        add_arguments=add_save,
        in_order=True,
    )
    commands.add_parser(
        "check",
        description=_CHECK_DESCRIPTION,
        epilog=_CHECK_NOTES,
        add_arguments=_add_check,
        in_order=True,
    )
    commands.add_parser(
        "archive",
        description=ARCHIVE_DESCRIPTION,
        epilog=ARCHIVE_NOTES,
        add_arguments=add_archive,
        in_order=True,
    )
    commands.add_parser(
        "find",
        description=FIND_DESCRIPTION,
        epilog=FIND_NOTES,
        add_arguments=add_find,
    )
    commands.add_parser(
        "events",
        description=EVENTS_DESCRIPTION,
        epilog=EVENTS_NOTES,
        add_arguments=add_events,
    )
    commands.add_parser(
        "notes",
        description=NOTES_DESCRIPTION,
        epilog=NOTES_NOTES,
        add_arguments=add_notes,
        in_order=True,
    )
    commands.add_parser(
        "config",
        description=_CONFIG_DESCRIPTION,
        epilog=_CONFIG_NOTES,
        add_arguments=_add_config,
    )
    return dict(commands.choices)


def _warn_of_shadowed_file(name: str) -> None:
    if os.path.lexists(name):
        kind = "folder" if os.path.isdir(name) else "file"
        print_message(
            f"{name} is a command here; the {kind} of that name opens with "
            f"reader {os.path.join(os.curdir, name)} or reader -- {name}"
        )


def _add_main(parser: Parser) -> None:
    parser.add_argument("--plain", action="store_true", help="write plain text, open no screen")
    parser.add_argument(
        "--linear",
        action="store_true",
        help="read by typed commands that are answered in plain lines, without a full screen: for "
        "screen readers and slow lines",
    )
    parser.add_argument(
        "--version",
        action=PrintVersion,
        const=f"reader {__version__}",
        help="show program's version number and exit",
    )
    add_articles(parser)
    group = parser.add_argument_group("where the screen opens")
    group.add_argument(
        "--at",
        type=parse_place,
        metavar="N:N",
        help="at a paragraph: 2:6 is paragraph 6 of article 2 (6 alone, of the first)",
    )
    group.add_argument(
        "--lens",
        choices=("a", "o", "w", "q", "n", "s", "u"),
        default="",
        help="with a lens: o marks what only one article has, w shared copy, q quotations, n "
        "numbers and dates, s shared words, u words of one article only; a is the plain text",
    )
    parser.add_argument(
        "--clear-cache", action="store_true", help="remove all kept pages, articles and links"
    )
    parser.set_defaults(run=_run_main)


def _run_main(arguments: Namespace) -> int:
    from reader.cli.side_by_side import show_side_by_side

    return show_side_by_side(arguments)


def _add_links(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line, for every link scored"
    )
    parser.add_argument(
        "--floor",
        type=parse_score,
        metavar="F",
        help="the lowest score listed, 0 to 1 (with --json all that are kept, else those "
        "that the screen shows)",
    )
    parser.set_defaults(run=_run_links)


def _run_links(arguments: Namespace) -> int:
    from reader.cli.commands import list_links

    return list_links(arguments)


def _add_matrix(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--csv", action="store_true", help="one row for each article of each moment")
    parser.set_defaults(run=_run_matrix)


def _run_matrix(arguments: Namespace) -> int:
    from reader.cli.commands import list_matrix

    return list_matrix(arguments)


def _add_differences(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--csv", action="store_true", help="one row for each article's words")
    parser.set_defaults(run=_run_differences)


def _run_differences(arguments: Namespace) -> int:
    from reader.cli.commands import list_differences

    return list_differences(arguments)


def _add_copy(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--csv", action="store_true", help="one row for each run of shared words")
    parser.set_defaults(run=_run_copy)


def _run_copy(arguments: Namespace) -> int:
    from reader.cli.commands import list_copy

    return list_copy(arguments)


def _add_quotes(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--shared",
        action="store_true",
        help="list what several articles quote, with every version and how it differs from "
        "the fullest",
    )
    parser.set_defaults(run=_run_quotes)


def _run_quotes(arguments: Namespace) -> int:
    from reader.cli.commands import list_quotes

    return list_quotes(arguments)


def _add_articles(parser: Parser) -> None:
    add_articles(parser)
    parser.add_argument("--text", action="store_true", help="list every paragraph with its kind")
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON object a line, the whole article; reader opens that again",
    )
    parser.set_defaults(run=_run_articles)


def _run_articles(arguments: Namespace) -> int:
    from reader.cli.commands import show_articles

    return show_articles(arguments)


def _add_config(parser: Parser) -> None:
    parser.add_argument(
        "--edit", action="store_true", help="open the file in the editor of VISUAL or EDITOR first"
    )
    parser.set_defaults(run=_run_config)


def _run_config(arguments: Namespace) -> int:
    from reader.cli.config_command import show_config

    return show_config(arguments)


def _add_check(parser: Parser) -> None:
    parser.add_argument(
        "drafts",
        action="extend",
        nargs="*",
        metavar="DRAFT",
        help="what quotes: whatever can be opened; - for the standard input",
    )
    parser.add_argument(
        "--against",
        action=AppendInputs,
        const="article",
        nargs="+",
        metavar="SOURCE",
        help="what is quoted from: whatever can be opened",
    )
    parser.add_argument(
        "--quote",
        metavar="TEXT",
        help="check these words instead of drafts (--quote=TEXT if they begin with a dash)",
    )
    parser.add_argument("--speaker", metavar="NAME", help="who is said to have said --quote")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help="check a quotation a line, of the standard input or of files in the place of drafts",
    )
    add_opening(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text: a table on a terminal, else lines; json: one object a line; github: workflow "
        "commands for what needs a look, at the lines of the drafts",
    )
    parser.add_argument(
        "--json",
        action="store_const",
        const="json",
        dest="format",
        default="text",
        help="the same as --format json",
    )
    parser.add_check(_check_problem)
    parser.set_defaults(run=_run_check)


def _run_check(arguments: Namespace) -> int:
    from reader.cli.check_command import check

    return check(arguments)


def _check_problem(arguments: Namespace) -> str | None:
    """What is wrong with the arguments of a check, together."""
    if arguments.jsonl and arguments.quote is not None:
        return "--jsonl has its quotations in lines: give it or --quote"
    if arguments.speaker is not None and arguments.quote is None:
        return "--speaker belongs to --quote"
    if arguments.jsonl:
        return "--jsonl answers in JSON" if arguments.format == "github" else None
    if arguments.quote is not None and arguments.drafts:
        return "give a draft or --quote"
    if arguments.quote is None and not arguments.drafts:
        return "name the draft, or give the quotation with --quote or --jsonl"
    return None if arguments.inputs else "name what it quotes from: --against SOURCE…"
