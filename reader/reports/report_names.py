"""The title of a report, and the name of its file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.articles import Article, Clean

_WORDS = 6
"""Words of a title in the name of a file."""
_LONGEST_NAME = 60
"""Characters of the name of a file, without its suffix."""
_NOT_IN_NAMES = re.compile(r"[\W_]+")


def name_story(articles: Sequence[Article]) -> Clean:
    """Return the title of the first article that has one, else the first words of the first."""
    titles = [article.title for article in articles if article.title]
    return titles[0] if titles else articles[0].heading


def suggest_file_name(articles: Sequence[Article], suffix: str = ".md") -> str:
    """Return a name for the file of a report, of letters, digits and dashes: `bridge-opens.md`."""
    words = _NOT_IN_NAMES.sub(" ", name_story(articles).casefold()).split()[:_WORDS]
    name = "-".join(words)[:_LONGEST_NAME].strip("-")
    return f"{name or 'report'}{suffix}"
