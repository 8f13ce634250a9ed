"""The words that all forms of a report have in common."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles import Article, Passage
from reader.reports.place_names import name_article, name_paragraph
from reader.story import Difference, DifferenceSide

NOT_JUDGED = "They differ; which is right is not known."
SIGNS_OF_CHANGE = "What the fullest version has besides is struck out, what it lacks is marked."


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


def name_side(side: DifferenceSide) -> str:
    """Return what one article states, with its place: `[1] ¶2 “twelve”`."""
    return f"{name_paragraph(side.passage)} “{side.passage.text}”"


def describe_difference(difference: Difference) -> str:
    """Return the kind of a difference and what it is about."""
    words = f"{difference.kind.value}, sure {difference.certainty:.2f}"
    return f"{words}: {difference.about}" if difference.about else words


def name_places(passages: Sequence[Passage]) -> str:
    """Return passages by article: `[1] ¶2 ¶5, [3] ¶1`."""
    numbers: dict[int, list[str]] = {}
    for passage in passages:
        named = numbers.setdefault(passage.article_position, [])
        if f"¶{passage.number}" not in named:
            named.append(f"¶{passage.number}")
    return ", ".join(f"{name_article(at)} {' '.join(named)}" for at, named in numbers.items())
