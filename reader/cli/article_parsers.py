"""The arguments, help and examples of `reader quotes` and `reader articles`."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.options import Parser, add_articles
from reader.cli.story_options import STORIES_NOTES, add_stories

QUOTES_DESCRIPTION = """\
List the quotes of articles with speaker and verb: a table on a terminal, else
one line each."""
QUOTES_NOTES = (
    """\
examples:
  reader quotes herald.txt
  reader quotes --shared seeds/
  reader quotes --shared --json herald.txt https://example.org/story
  reader quotes --each stories/ --json --output quotes.jsonl

"""
    + STORIES_NOTES
)
ARTICLE_FACTS_DESCRIPTION = """\
Show the metadata of each article, and how its paragraphs were classified:
tables on a terminal, else lines."""
ARTICLE_FACTS_NOTES = """\
examples:
  reader articles page.html
  reader articles --text page.html
  reader articles --json https://example.org/story > saved.jsonl"""


def add_quotes(parser: Parser) -> None:
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


def add_article_facts(parser: Parser) -> None:
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
