"""The arguments, help and examples of `reader people`."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.options import Parser, add_articles, add_output_forms
from reader.cli.story_options import STORIES_NOTES, add_stories

PEOPLE_DESCRIPTION = """\
List who is named and who is heard in each article: how often and with how many
words each is quoted, directly, in part, or in indirect speech, with which
verbs, under which title and description; who speaks in one article only, and
who is named and never heard. Bodies, groups, documents and persons without a
name are listed apart."""
PEOPLE_NOTES = (
    """\
examples:
  reader people herald.txt courier.md
  reader people seeds/ --json > people.jsonl
  reader people --each stories/ --csv --output people.csv

Two names are one person's only where given name, surname and title do not
contradict. A quotation whose speaker the article does not state is counted as
"not stated"; where it hints at somebody, also as "perhaps" at the name.

"""
    + STORIES_NOTES
)


def add_people(parser: Parser) -> None:
    """Add the arguments of `reader people`."""
    add_articles(parser)
    add_stories(parser)
    add_output_forms(
        parser,
        json="one JSON object a line, one a person",
        csv="one row for each article of each person",
    )
    parser.set_defaults(run=_run_people)


def _run_people(arguments: Namespace) -> int:
    from reader.cli.commands import list_people

    return list_people(arguments)
