"""Prose beside a story that is folded: boxes of facts, explanations, notes of its writers.

A box may be a part of what an outlet reports. So none is left out without a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from reader.articles.furniture.captions import is_caption
from reader.sources.formats.page_alignment import LocatedPiece, StatedWords, merge_pieces
from reader.sources.formats.page_blocks import PageBlock, PageTree
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    find_main_positions,
    is_link,
    is_prose,
    is_told,
    is_told_at_length,
)

_PAGE_TAGS = frozenset({"html", "body", "main", "article"})
_TOOL_TAGS = frozenset({"form", "button", "nav", "menu", "dialog", "figure", "label"})


class AsideFinder:
    """Finds the prose beside the story of one page.

    Args:
        pieces: the story, with what is folded in it.
        tree: the page.
        others: the positions of what belongs to other stories.
    """

    def __init__(
        self, pieces: Sequence[LocatedPiece], tree: PageTree, others: Collection[int]
    ) -> None:
        self._tree = tree
        self._others = others
        told = [
            piece
            for piece in pieces
            if piece.kind in (*BODY_KINDS, "standfirst") and is_prose(piece.text)
        ]
        self._words = StatedWords([piece.text for piece in told])
        places = [piece.position for piece in told if piece.position is not None]
        self._first = min(places, default=0)
        self._last = max(places, default=-1)
        self._articles = {tree.article_of(tree.blocks[at].element) for at in places}
        # The elements that hold most of the story, but those that hold all of a page.
        self._holders = {
            holder
            for at in find_main_positions(pieces, tree)
            if tree.elements[holder := tree.holder(tree.blocks[at])].tag not in _PAGE_TAGS
        }
        self._counts = Counter(block.text for block in tree.blocks)

    def find(self) -> list[int]:
        """Return the positions of the long paragraphs among the story's that are not its own."""
        return [
            at
            for at in range(self._first, len(self._tree.blocks))
            if at not in self._others
            and (at < self._last or self._is_inside(self._tree.blocks[at]))
            and self._is_aside(self._tree.blocks[at])
        ]

    def _is_inside(self, block: PageBlock) -> bool:
        """Return whether it is in an element that holds most of the story."""
        return not self._holders.isdisjoint(self._tree.ancestors(block.element))

    def _is_aside(self, block: PageBlock) -> bool:
        return (
            is_told_at_length(block.text)
            and is_told(block.text)
            and not (block.is_hidden or block.is_caption or is_caption(block.text))
            and not is_link(block)
            and self._counts[block.text] == 1
            and self._tree.article_of(block.element) in self._articles
            and not self._is_in_tool(block)
            and block.text not in self._words
        )

    def _is_in_tool(self, block: PageBlock) -> bool:
        tags = (self._tree.elements[at].tag for at in self._tree.ancestors(block.element))
        return not _TOOL_TAGS.isdisjoint(tags)


def add_asides(
    pieces: Sequence[LocatedPiece], tree: PageTree, positions: Collection[int]
) -> list[LocatedPiece]:
    """Return the story with what is beside it folded in it, in the order of the page."""
    known = {piece.position for piece in pieces}
    added = [
        LocatedPiece("boilerplate", tree.blocks[at].text, at) for at in positions if at not in known
    ]
    return merge_pieces(pieces, added) if added else list(pieces)
