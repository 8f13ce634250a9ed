"""Galleries inside of a story: pictures whose texts count themselves, `3/50 A harbour`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageTree
from reader.sources.formats.page_regions import BODY_KINDS, is_prose

_COUNTED = re.compile(r"(\d{1,3})\s?(?:/|of|von|de|di|sur|van)\s?(\d{1,3})[\s:.–-]+\w")
_FEWEST_PICTURES = 3
# Paragraphs of prose outside of the gallery: a page that is a gallery has fewer.
_FEWEST_OUTSIDE = 4


def mark_galleries(pieces: Sequence[LocatedPiece], tree: PageTree) -> list[LocatedPiece]:
    """Return the story with galleries inside of it marked as boilerplate.

    A gallery is the element around titles that count 1, 2, 3 of one number, between paragraphs
    of a story that it holds none of. A count without a title may be that of the steps of a guide.

    Args:
        pieces: the story.
        tree: the page.
    """
    counted = _find_counted(tree)
    if not counted:
        return list(pieces)
    gallery = _common_element(counted, tree)
    inside = {
        at for at, block in enumerate(tree.blocks) if gallery in tree.ancestors(block.element)
    }
    outside = [
        piece.position
        for piece in pieces
        if piece.position is not None
        and piece.position not in inside
        and piece.kind in BODY_KINDS
        and is_prose(piece.text)
    ]
    if len(outside) < _FEWEST_OUTSIDE:
        return list(pieces)
    return [
        piece._replace(kind="boilerplate")
        if piece.position in inside and piece.kind in (*BODY_KINDS, "heading")
        else piece
        for piece in pieces
    ]


def _find_counted(tree: PageTree) -> list[int]:
    """Return the positions of the titles that count all pictures of one number, [] without any."""
    runs: dict[str, list[int]] = {}
    for position, block in enumerate(tree.blocks):
        match = _COUNTED.match(block.text) if block.text[:1].isdigit() else None
        if match and int(match[1]) == len(runs.get(match[2], ())) + 1:
            runs.setdefault(match[2], []).append(position)
    return next(
        (run for total, run in runs.items() if len(run) == int(total) >= _FEWEST_PICTURES), []
    )


def _common_element(positions: Sequence[int], tree: PageTree) -> int:
    """Return the innermost element around all of some paragraphs."""
    around = [set(tree.ancestors(tree.blocks[at].element)) for at in positions]
    common = set.intersection(*around)
    return next(at for at in tree.ancestors(tree.blocks[positions[0]].element) if at in common)
