"""The arguments, help and examples of `reader report`."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from reader.cli.argument_types import parse_number, parse_score
from reader.cli.options import Parser, add_articles

_FORMATS = ("md", "html", "txt", "json", "csv", "svg")
"""The values of `DocumentFormat`, whose module takes long to import."""
_PARTS = (
    "summary",
    "differences",
    "quotes",
    "people",
    "copy",
    "matrix",
    "story",
    "only",
    "notes",
    "sources",
    "method",
)
"""The values of `ReportPart`, whose module takes long to import."""

REPORT_DESCRIPTION = """\
Write the whole comparison as a document: a summary in ten lines, then what
differs, quotations, moments, what only one has, and the sources."""
REPORT_NOTES = """\
examples:
  reader report herald.txt courier.md -o ferry.html -o ferry.md
  reader report herald.txt courier.md --quote 1 -o quote.svg
  reader report seeds/ -o ferry.csv    ferry-links.csv, ferry-quotes.csv, …
  reader report seeds/ --only summary,differences
  reader report seeds/ --moment 3

An earlier report is replaced, once the new one is whole; any other file only
with --force, and what is read never.
Exit code: 0, 1 a source could not be read, 2 wrong usage or nothing to read,
74 a file could not be written."""


def add_report(parser: Parser) -> None:
    """Add the arguments of `reader report`."""
    add_articles(parser)
    group = parser.add_argument_group("what is written")
    group.add_argument(
        "-o",
        "--output",
        action="append",
        dest="outputs",
        metavar="FILE",
        help="the file, in the format of its suffix, or - for the standard output; may be repeated",
    )
    group.add_argument(
        "--format",
        choices=_FORMATS,
        help="the format, where the suffix names none or is to be another",
    )
    group.add_argument(
        "--force", action="store_true", help="replace a file that is no report of this program"
    )
    group.add_argument(
        "--only",
        type=_parse_parts,
        metavar="PART,PART",
        help=f"these parts only: {', '.join(_PARTS)}",
    )
    group.add_argument(
        "--moment",
        type=parse_number,
        metavar="N",
        help="only what is about this moment, by its number in reader matrix",
    )
    group.add_argument(
        "--quote",
        type=parse_number,
        metavar="N",
        help="only this quotation, by the number of reader quotes --shared",
    )
    group.add_argument(
        "--notes",
        action="store_true",
        help="with what you noted, rejected and corrected, as reader notes lists it",
    )
    group.add_argument(
        "--floor", type=parse_score, metavar="F", help="the lowest score of a link, 0 to 1"
    )
    group.add_argument(
        "--all-copies",
        action="store_true",
        help="of more than ten articles compare near copies with all others, too",
    )
    parser.add_check(_report_problem)
    parser.set_defaults(run=_run_report)


def _run_report(arguments: Namespace) -> int:
    from reader.cli.report_command import write_reports

    return write_reports(arguments)


def _report_problem(arguments: Namespace) -> str | None:
    if arguments.moment is not None and arguments.quote is not None:
        return "--moment and --quote: give one of them"
    return None


def _parse_parts(text: str) -> tuple[str, ...]:
    """Parse the names of parts of a report, separated by commas."""
    names = tuple(name for name in map(str.strip, text.split(",")) if name)
    unknown = [name for name in names if name not in _PARTS]
    if unknown or not names:
        problem = f"{unknown[0]} is not one of them" if unknown else "none is named"
        raise ArgumentTypeError(f"must be some of {', '.join(_PARTS)}: {problem}")
    return names
