"""The arguments, help and examples of `reader collate`."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from reader.cli.argument_types import parse_number
from reader.cli.options import Parser, add_articles, add_output_forms
from reader.cli.story_options import STORIES_NOTES, add_stories

STORY_ORDER = 0
"""The value of `--order story`; an article is given by its number."""

COLLATE_DESCRIPTION = """\
Read a story once: each moment in its fullest version as printed, who reports
it, and how the others differ. No word is added. What one article alone
has is counted in its place; --all prints it. Of the other versions of a moment
only the words are printed that the fullest does not have."""
COLLATE_NOTES = (
    """\
examples:
  reader collate herald.txt courier.md
  reader collate seeds/ --all | less
  reader collate seeds/ --order 4          as article 4 has it
  reader collate seeds/ --json > story.jsonl
  reader collate --each stories/ --csv --output story.csv

"""
    + STORIES_NOTES
)


def add_collate(parser: Parser) -> None:
    """Add the arguments of `reader collate`."""
    add_articles(parser)
    add_stories(parser)
    parser.add_argument(
        "--order",
        type=_parse_order,
        default=STORY_ORDER,
        metavar="ORDER",
        help="story: the order of most articles; or the number of an article: its order",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="print also what one article alone has; --json and --csv always do",
    )
    add_output_forms(parser, csv="one row for each passage of each moment")
    parser.set_defaults(run=_run_collate)


def _run_collate(arguments: Namespace) -> int:
    from reader.cli.commands import list_collated

    return list_collated(arguments)


def _parse_order(text: str) -> int:
    """Parse `story` or the number of an article, from 1."""
    if text == "story":
        return STORY_ORDER
    try:
        return parse_number(text)
    except ArgumentTypeError as error:
        raise ArgumentTypeError("must be story or the number of an article") from error
