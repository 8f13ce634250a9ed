"""The articles that may report a moment, by how likely they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from reader.linking.links import Level


class PossiblyReported(Protocol):
    """A moment that articles may report of which it is not known."""

    @property
    def perhaps_in(self) -> tuple[int, ...]:
        """The articles, by position, that may report it."""

    @property
    def probably_in(self) -> tuple[int, ...]:
        """Those of them with a passage that is probably the same."""


def list_possible(moment: PossiblyReported) -> list[tuple[Level, tuple[int, ...]]]:
    """Return the articles that probably report a moment, and those that perhaps do.

    Returns:
        `PROBABLY` or `PERHAPS`, and positions of articles; no part without any.
    """
    likely = moment.probably_in
    others = tuple(article for article in moment.perhaps_in if article not in likely)
    return [
        (level, part) for level, part in ((Level.PROBABLY, likely), (Level.PERHAPS, others)) if part
    ]


def describe_possible(
    moment: PossiblyReported, name_article: Callable[[int], str], beside: str = "in"
) -> str:
    """Return which articles may report a moment: `probably in [1], perhaps in [2] [3]`.

    Args:
        moment: the moment.
        name_article: returns the name of an article by its position.
        beside: the words before the articles.
    """
    return ", ".join(
        f"{level.value} {beside} {_name_all(articles, name_article)}"
        for level, articles in list_possible(moment)
    )


def _name_all(articles: Sequence[int], name_article: Callable[[int], str]) -> str:
    return " ".join(map(name_article, articles))
