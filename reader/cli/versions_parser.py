"""The arguments, help and examples of `reader versions`."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.options import Parser, add_articles, add_output_forms
from reader.cli.story_options import STORIES_NOTES, add_stories

VERSIONS_DESCRIPTION = """\
List the articles that are versions of one text of one outlet, corrected,
updated or shortened, from the earliest to the latest as far as their dates
and notes show, and what changed: facts, then quotations, then wording."""
VERSIONS_NOTES = (
    """\
examples:
  reader versions monday.html tuesday.html
  reader versions stories/ferry/ --json > versions.jsonl
  reader versions --each stories/ --csv --output versions.csv

Two outlets with the same words share copy: reader copy. How a quotation came
out in each article: reader quotes --shared.

"""
    + STORIES_NOTES
)


def add_versions(parser: Parser) -> None:
    """Add the arguments of `reader versions`."""
    add_articles(parser)
    add_stories(parser)
    add_output_forms(parser, csv="one row for each change")
    parser.set_defaults(run=_run_versions)


def _run_versions(arguments: Namespace) -> int:
    from reader.cli.commands import list_versions

    return list_versions(arguments)
