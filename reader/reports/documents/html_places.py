"""Names of paragraphs on a page, and links to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.articles import ParagraphKind, Passage, Place
from reader.reports.documents.wording import MOST_PLACES
from reader.reports.place_names import name_paragraph

HUES = 10
"""Colours of articles; those from the eleventh on have the colours of the first ones again."""


class PagePassage(NamedTuple):
    """A passage with the place on the page where it is read."""

    name: str
    """`[2] ¶5`."""
    number: int
    label: str
    hue: str
    text: str
    anchor: str
    """The id of its paragraph; empty where the page does not show it."""


class Places(NamedTuple):
    """Passages that are named one after the other."""

    named: tuple[PagePassage, ...] = ()
    more: int = 0
    """Articles that are only counted."""


class PlaceNamer:
    """Names passages.

    Args:
        has_texts: whether the page shows whole articles, so that links can lead there.
    """

    def __init__(self, *, has_texts: bool) -> None:
        self._has_texts = has_texts

    def name(self, passage: Passage) -> PagePassage:
        """Return a passage as the page names it."""
        return PagePassage(
            name_paragraph(passage),
            passage.number,
            passage.article.label,
            name_hue(passage.article_position),
            passage.text,
            name_anchor(passage.place) if self._has_texts and is_on_page(passage) else "",
        )

    def name_all(self, passages: Sequence[Passage]) -> Places:
        """Return the first passage of each article, of many articles the first ones."""
        firsts: dict[int, Passage] = {}
        for passage in passages:
            firsts.setdefault(passage.article_position, passage)
        named = [self.name(passage) for passage in firsts.values()]
        more = len(named) - MOST_PLACES
        return Places(tuple(named[:MOST_PLACES]), more) if more > 1 else Places(tuple(named))


def name_hue(article: int) -> str:
    """Return the class of the colour of an article (position)."""
    return f"a{article % HUES + 1}"


def name_anchor(place: Place) -> str:
    """Return the id of a paragraph in the page: `p2-5` is paragraph 5 of article 2."""
    return f"p{place.article + 1}-{place.paragraph + 1}"


def is_on_page(passage: Passage) -> bool:
    """Whether the page shows the paragraph of a passage; not if it is furniture."""
    return passage.paragraph.kind is not ParagraphKind.FURNITURE
