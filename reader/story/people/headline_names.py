"""Full names in the headline of an article, for persons whom the story does not name in full."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from reader.quotes import ArticleText
from reader.quotes.title_lines import TitleLines
from reader.story.people.printed_names import PrintedNames
from reader.story.people.same_person import NameWords, is_full
from reader.text.values import PersonName, parse_person_name

_MOST_PARAGRAPHS = 20
"""Paragraphs from the start of an article among which its headline is looked for."""


def find_headline_names(text: ArticleText, known: Collection[NameWords]) -> Iterator[PersonName]:
    """Yield the full names of persons in a headline.

    In title case they are only those that are known: other words have capitals there, too.

    Args:
        text: the article.
        known: the words of names that are known to be persons'.
    """
    title = text.article.title
    first = text.article.paragraphs[:_MOST_PARAGRAPHS]
    headline = next((each for each in first if title and each.text == title), None)
    if headline is None:
        return
    line, begin = headline.text, text.start_of(headline)
    found = _find_known(line, known) if TitleLines(line).has(0) else _find_printed(line, known)
    for name in found:
        yield replace(name, start=name.start + begin, end=name.end + begin)


def _find_printed(line: str, known: Collection[NameWords]) -> Iterator[PersonName]:
    return (name for name in PrintedNames(line, ()).find(known) if is_full(name))


def _find_known(line: str, known: Collection[NameWords]) -> Iterator[PersonName]:
    for words in known:
        name = " ".join(words)
        if len(words) < 2 or name not in line:
            continue
        match = re.search(rf"(?<![\w’'.-]){re.escape(name)}(?![\w-])", line)
        read = parse_person_name(name) if match else None
        if match and read and is_full(read):
            yield replace(read, start=match.start(), end=match.end())
