"""The options by which a command goes through many stories, each a folder of articles."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.options import Parser

STORIES_NOTES = """\
With --each every folder in FOLDER is a story, and its rows begin with its
name. With --output a run that ends early goes on where it was: stories that
are written are not compared again, and those whose files were changed since
are said; delete FILE and FILE.stories to begin anew.

Exit code: as reader --help; with --each 1 where a story could not be compared."""


def add_stories(parser: Parser) -> None:
    """Add the options about many stories."""
    group = parser.add_argument_group("many stories")
    group.add_argument(
        "--each",
        metavar="FOLDER",
        help="one table over all stories, each a folder in FOLDER with its articles",
    )
    group.add_argument(
        "--output",
        metavar="FILE",
        help="with --each, and --json or --csv: add to a file the stories that are not in it yet",
    )
    parser.add_check(_stories_problem)


def _stories_problem(arguments: Namespace) -> str | None:
    if arguments.each is None:
        return "--output belongs to --each" if arguments.output is not None else None
    if arguments.inputs:
        return "--each takes its articles from the folders: name no others"
    if arguments.output is not None and not (arguments.json or getattr(arguments, "csv", False)):
        return "--output writes JSON lines or CSV: give --json or --csv"
    return None
