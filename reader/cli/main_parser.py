"""The arguments, help and examples of the program without the name of a command."""

from __future__ import annotations

from argparse import Namespace

from reader import __version__
from reader.cli.argument_types import parse_place
from reader.cli.command_names import COMMANDS
from reader.cli.options import Parser, PrintVersion, add_articles

MAIN_DESCRIPTION = """\
Compare how several outlets report one event: articles side by side, the
paragraphs that report the same moment linked. Without a terminal, or with
--plain, the comparison is written as plain text."""
MAIN_NOTES = """\
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

Keys: ? on the screen. Settings, and keys of your own: reader config. Set
NO_COLOR for a screen without colours, READER_ASCII for signs in ASCII.

Exit code: 0 done, 1 done without a source that could not be read, 2 wrong
usage, nothing to read or a missing package, 70 a fault of the program, 74 the
output could not be written, or a note is not in the notebook, 130 interrupted.""".format(
    commands="\n".join(f"  reader {name:<13}{summary}" for name, summary in COMMANDS.items())
)


def add_main(parser: Parser) -> None:
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
        "--clear-cache", action="store_true", help="remove all cached pages, articles and links"
    )
    parser.set_defaults(run=_run_main)


def _run_main(arguments: Namespace) -> int:
    from reader.cli.side_by_side import show_side_by_side

    return show_side_by_side(arguments)
