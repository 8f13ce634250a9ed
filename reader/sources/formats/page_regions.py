"""Regions of a page that are marked as furniture, and what its paragraphs look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.articles.furniture.prose import count_words, ends_sentence
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageBlock, PageTree

# A region with a greater share of the story's characters is no furniture.
_LARGEST_REGION_SHARE = 0.15
_LARGEST_SHARE_AFTER = 0.5
_FEWEST_PROSE_WORDS = 5
# A paragraph with a greater share of its letters in links is a link.
_LINK_SHARE = 0.8


def find_furniture(pieces: Sequence[LocatedPiece], tree: PageTree) -> set[str]:
    """Return the texts that are in regions of furniture, and nowhere else in the page."""
    small = small_regions(pieces, tree)
    texts = {piece.text for piece in pieces}
    inside: set[str] = set()
    outside: set[str] = set()
    for block in tree.blocks:
        if block.text in texts:
            (outside if small.isdisjoint(block.regions) else inside).add(block.text)
    return inside - outside


def small_regions(pieces: Sequence[LocatedPiece], tree: PageTree) -> set[int]:
    """Return the regions marked as furniture that hold no more than a share of the story.

    One that begins after the last paragraph in the story's main elements may hold more.
    """
    texts = {piece.text for piece in pieces}
    total = max(sum(map(len, texts)), 1)
    end = _end_of_main_elements(pieces, tree)
    sizes: Counter[int] = Counter()
    starts: dict[int, int] = {}
    for position, block in enumerate(tree.blocks):
        for region in block.regions:
            starts.setdefault(region, position)
            if block.text in texts:
                sizes[region] += len(block.text)
    return {
        region
        for region, start in starts.items()
        if sizes[region] < total * (_LARGEST_SHARE_AFTER if start > end else _LARGEST_REGION_SHARE)
    }


def _end_of_main_elements(pieces: Sequence[LocatedPiece], tree: PageTree) -> int:
    """Return the last position in the elements of one name that hold most of the story."""
    sizes: Counter[int] = Counter()
    ends: dict[int, int] = {}
    for piece in pieces:
        if piece.position is not None and piece.kind == "body" and is_prose(piece.text):
            signature = tree.elements[tree.holder(tree.blocks[piece.position])].signature
            sizes[signature] += len(piece.text)
            ends[signature] = max(ends.get(signature, 0), piece.position)
    return ends[sizes.most_common(1)[0][0]] if sizes else len(tree.blocks)


def is_prose(text: str) -> bool:
    """Return whether it is a sentence of some words."""
    return ends_sentence(text) and count_words(text) >= _FEWEST_PROSE_WORDS


def is_link(block: PageBlock) -> bool:
    """Return whether nearly all of a paragraph is a link."""
    return block.link_share > _LINK_SHARE
