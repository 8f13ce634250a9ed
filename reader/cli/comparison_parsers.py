"""The arguments, help and examples of the commands that list parts of a comparison."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.argument_types import parse_score
from reader.cli.options import Parser, add_articles, add_output_forms
from reader.cli.story_options import STORIES_NOTES, add_stories

LINKS_DESCRIPTION = """\
List the links between the paragraphs of several articles: a table on a
terminal, else one line each."""
LINKS_NOTES = (
    """\
examples:
  reader links herald.txt courier.md
  reader links seeds/ --floor 0.7
  reader links seeds/ --json > links.jsonl
  reader links --each stories/ --json --output links.jsonl

"""
    + STORIES_NOTES
)
MATRIX_DESCRIPTION = """\
List which article reports which moment, in which form (quoted, indirect,
reported, planned, …) and where, what is in one article only, who leaves what
out, and what differs: tables on a terminal, else one line each. In the story's
order, found from those of all articles."""
MATRIX_NOTES = (
    """\
examples:
  reader matrix herald.txt courier.md
  reader matrix seeds/ --json > matrix.jsonl
  reader matrix --each stories/ --csv --output matrix.csv

A label is printed words of one of the articles. "left out" is said where
nothing in an article is alike; otherwise the moment is "perhaps" in it, or
"probably" where a link says so.

"""
    + STORIES_NOTES
)
COPY_DESCRIPTION = """\
List the runs of words that articles share beside what they quote, the share of
each article's words, and the origins: which articles carry one agency's or one
outlet's copy. Who had the words first is said only where a credit says so."""
COPY_NOTES = (
    """\
examples:
  reader copy herald.txt courier.md
  reader copy seeds/ --json > copy.jsonl
  reader copy --each stories/ --csv --output copy.csv

"""
    + STORIES_NOTES
)
DIFFERENCES_DESCRIPTION = """\
List what several articles state otherwise of one thing: numbers, sums, dates,
times, names, roles, negations, how sure something is, opposites, then other
words in the same place. Facts first. Which is right is not known. English."""
DIFFERENCES_NOTES = (
    """\
examples:
  reader differences herald.txt courier.md
  reader differences seeds/ --json > differences.jsonl
  reader differences herald.txt courier.md --csv > differences.csv
  reader differences --each stories/ --csv --output differences.csv

"""
    + STORIES_NOTES
)


def add_links(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line, for every link scored"
    )
    parser.add_argument(
        "--floor",
        type=parse_score,
        metavar="F",
        help="the lowest score listed, 0 to 1 (with --json all that are stored, else those "
        "that the screen shows)",
    )
    parser.set_defaults(run=_run_links)


def _run_links(arguments: Namespace) -> int:
    from reader.cli.commands import list_links

    return list_links(arguments)


def add_matrix(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    add_output_forms(parser, csv="one row for each article of each moment")
    parser.set_defaults(run=_run_matrix)


def _run_matrix(arguments: Namespace) -> int:
    from reader.cli.commands import list_matrix

    return list_matrix(arguments)


def add_differences(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    add_output_forms(parser, csv="one row for each article's words")
    parser.set_defaults(run=_run_differences)


def _run_differences(arguments: Namespace) -> int:
    from reader.cli.commands import list_differences

    return list_differences(arguments)


def add_copy(parser: Parser) -> None:
    add_articles(parser)
    add_stories(parser)
    add_output_forms(parser, csv="one row for each run of shared words")
    parser.set_defaults(run=_run_copy)


def _run_copy(arguments: Namespace) -> int:
    from reader.cli.commands import list_copy

    return list_copy(arguments)
