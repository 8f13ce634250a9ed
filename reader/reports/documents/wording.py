"""Phrases that all formats of a report share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from reader.articles import Article, Passage
from reader.reports.documents.report import Exclusivity
from reader.reports.place_names import name_article
from reader.story import Difference, DifferenceSide, MatrixRow

NOT_JUDGED = "They differ; which is right is not known."

_NUMBERS = "The numbers between are of what one article alone has: reader matrix lists all."

EXCLUSIVITY_WORDS = {
    Exclusivity.ONLY_HERE: "Only here",
    Exclusivity.PERHAPS: "Perhaps only here: it may be elsewhere in other words",
    Exclusivity.RELATED: "Linked to related passages, in no moment of several articles",
}
"""Headings of the paragraphs that one article alone reports."""

MOST_PLACES = 12
"""Articles whose places are named in one line."""


def explain_numbers(moments: Sequence[MatrixRow]) -> str:
    """Return why the numbers of moments leave some out; empty where they do not."""
    is_whole = all(row.number == number for number, row in enumerate(moments, 1))
    return "" if is_whole else _NUMBERS


def count(number: int, noun: str) -> str:
    """Return a number and a noun in the singular or plural: `1 moment`, `3 moments`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def excerpt_words(text: str, words: int) -> str:
    """Return the first words of a text, with an ellipsis where it is cut."""
    split = text.split(None, words)
    return " ".join(split[:words]) + (" …" if len(split) > words else "")


def name_outlets(articles: Sequence[Article]) -> str:
    """Return the numbers and labels of the first articles: `[1] Herald; [2] Courier`."""
    return "; ".join(f"{name_article(at)} {article.label}" for at, article in enumerate(articles))


def name_sides(sides: Sequence[DifferenceSide]) -> str:
    """Return one statement of some articles, in the words of each, with their places."""
    worded: dict[str, list[Passage]] = {}
    for side in sides:
        worded.setdefault(side.passage.text.casefold(), []).append(side.passage)
    named = (f"“{passages[0].text}” {name_places(passages)}" for passages in worded.values())
    return ", ".join(islice(named, MOST_PLACES))


def describe_difference(difference: Difference) -> str:
    """Return the kind of a difference and what it is about."""
    words = f"{difference.kind.value}, sure {difference.certainty:.2f}"
    return f"{words}: {difference.about}" if difference.about else words


def name_places(passages: Sequence[Passage]) -> str:
    """Return passages by article: `[1] ¶2 ¶5, [3] ¶1`; of many, the first and how many more."""
    numbers: dict[int, list[str]] = {}
    for passage in passages:
        named = numbers.setdefault(passage.article_position, [])
        if f"¶{passage.number}" not in named:
            named.append(f"¶{passage.number}")
    places = [f"{name_article(at)} {' '.join(named)}" for at, named in numbers.items()]
    more = len(places) - MOST_PLACES
    if more <= 1:
        return ", ".join(places)
    return f"{', '.join(places[:MOST_PLACES])} and {more} more"
