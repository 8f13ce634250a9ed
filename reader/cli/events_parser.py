"""The arguments, help and examples of `reader events`."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.archive_parser import add_archive_option, parse_date
from reader.cli.argument_types import parse_number
from reader.cli.options import Parser

EVENTS_DESCRIPTION = """\
List the events in an archive that several outlets report, those of most
outlets first: printed words that name it, days, articles, outlets, and how
many origins their copy has. reader archive add fills the archive."""
EVENTS_NOTES = """\
examples:
  reader events --since 2031-05-01
  reader events --since 2031-05-01 --until 2031-05-07 --outlets 5
  reader events --since 2031-05-01 --open 3      the third, side by side
  reader events --since 2031-05-01 --json > events.jsonl

Articles that report one event are at most three days apart and in one language.
Those without a date are in no event. A label is the heading of the article that
is most like the others; an origin is one outlet's or one agency's copy.

Exit code: 0, also where there is no event; 2 wrong usage, no archive, a damaged
one, or the extra archive is not installed; 130 stopped."""


def add_events(parser: Parser) -> None:
    """Add the arguments of `reader events`."""
    parser.add_argument(
        "--since",
        type=parse_date,
        required=True,
        metavar="DATE",
        help="from this day on, such as 2031-05-04",
    )
    parser.add_argument("--until", type=parse_date, metavar="DATE", help="up to this day")
    parser.add_argument(
        "--outlets", type=parse_number, default=3, metavar="N", help="of N outlets or more (3)"
    )
    parser.add_argument(
        "--top", type=parse_number, default=20, metavar="K", help="at most so many (20)"
    )
    add_archive_option(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument(
        "--open",
        type=parse_number,
        metavar="NUMBER",
        help="open the articles of an event of the list side by side",
    )
    parser.set_defaults(run=_run_events)


def _run_events(arguments: Namespace) -> int:
    from reader.cli.events_command import list_events

    return list_events(arguments)
