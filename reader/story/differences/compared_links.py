"""Which links are read for differences, and who else states what was found.

Among many articles every paragraph is linked to nearly every article, so that comparing all pairs
grows with the square of their number. There each paragraph is compared with those of the first
articles that have it; who says the same as one of the sides is found by its words alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.linking.links import PROBABLY_FLOOR
from reader.story.differences.difference import Difference, DifferenceSide

if TYPE_CHECKING:
    from reader.articles import Passage, Place
    from reader.linking.links import Link

FEW_ARTICLES = 12
"""Articles up to which all linked passages are compared."""
_COMPARED_WITH = 4
"""Of more articles, the first so many that have a paragraph are compared with it."""
_WORDS_BESIDE = 2
"""Words on each side of what is stated that are the same where an article says the same."""


def choose_compared(links: Sequence[Link]) -> list[Link]:
    """Return the links whose passages are compared, in their order.

    Args:
        links: all links, `here` in the earlier article.
    """
    if len(_list_articles(links)) <= FEW_ARTICLES:
        return list(links)
    earlier: dict[Place, set[int]] = defaultdict(set)
    for link in links:
        earlier[link.there.place].add(link.here.article_position)
    compared = {
        place: frozenset(sorted(articles)[:_COMPARED_WITH]) for place, articles in earlier.items()
    }
    return [link for link in links if link.here.article_position in compared[link.there.place]]


class EqualWordings:
    """Finds the articles that state the same as one of the sides of a difference.

    Args:
        links: all links.
    """

    def __init__(self, links: Sequence[Link]) -> None:
        self._linked: dict[Place, list[Passage]] = defaultdict(list)
        if len(_list_articles(links)) > FEW_ARTICLES:
            for link in links:
                if link.score >= PROBABLY_FLOOR:
                    self._linked[link.here.place].append(link.there)
                    self._linked[link.there.place].append(link.here)

    def complete(self, difference: Difference) -> Difference:
        """Return a difference with the sides of the articles that have the same words there.

        They have them between the same words in a paragraph that is linked to the side.
        """
        sides = {side.passage.article_position: side for side in difference.sides}
        for side in difference.sides:
            linked = self._linked.get(side.passage.place, ())
            words, offset = _widen(side.passage)
            for passage in linked:
                if passage.article_position in sides:
                    continue
                start = passage.paragraph.text.find(words)
                if start < 0:
                    continue
                length = side.passage.end - side.passage.start
                stated = replace(passage, start=start + offset, end=start + offset + length)
                sides[passage.article_position] = DifferenceSide(stated, side.value)
        if len(sides) == len(difference.sides):
            return difference
        return replace(difference, sides=tuple(sides[article] for article in sorted(sides)))


def _list_articles(links: Iterable[Link]) -> set[int]:
    return {passage.article_position for link in links for passage in link.passages}


def _widen(passage: Passage) -> tuple[str, int]:
    """Return the words of a passage with those beside it, and where its own begin in them."""
    text, first, last = passage.paragraph.text, passage.start, passage.end
    for _ in range(_WORDS_BESIDE):
        first = text.rfind(" ", 0, max(0, first - 1)) + 1
        end = text.find(" ", last + 1)
        last = len(text) if end < 0 else end
    return text[first:last], passage.start - first
