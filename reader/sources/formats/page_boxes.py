"""Boxes inside a story: elements with their own heading, after which the story continues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.articles.furniture.boilerplate import is_boilerplate, is_link_list_label
from reader.articles.furniture.site_appeals import is_about_site
from reader.sources.formats.page_alignment import LocatedPiece, StatedWords
from reader.sources.formats.page_blocks import PageTree
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    find_main_positions,
    is_prose,
    is_told_at_length,
)

# An element with a greater share of the story's characters is a section of it, and so are
# several of one name with such a share together.
_LARGEST_BOX_SHARE = 0.35
_LARGEST_GROUP_SHARE = 0.15
# The share of the prose of a box that makes it an appeal, all of it.
_LEAST_APPEAL_SHARE = 0.4
# Long paragraphs of a section.
_FEWEST_SECTION_PARAGRAPHS = 2


def mark_boxes(
    pieces: Sequence[LocatedPiece], tree: PageTree, linked_texts: Sequence[str] = ()
) -> list[LocatedPiece]:
    """Return the story with its boxes marked as boilerplate.

    Most of a story is in elements of one name. A box is an element without any of those in it,
    between their paragraphs, that begins with a heading or is for a good part an appeal of the
    site, and is named as no larger part of the story is. What the JSON-LD has as the story is
    no box, nor is an unnamed `<section>`, nor are several long paragraphs in an element without
    a name that has a heading below it.

    Args:
        pieces: the story.
        tree: the page.
        linked_texts: the paragraphs of the story in the JSON-LD of the page.
    """
    main = find_main_positions(pieces, tree)
    if not main:
        return list(pieces)
    reader = _BoxReader(pieces, tree, main, linked_texts)
    folded = reader.find_folded()
    return [
        piece._replace(kind="boilerplate")
        if number in folded and piece.kind in (*BODY_KINDS, "heading")
        else piece
        for number, piece in enumerate(pieces)
    ]


class _BoxReader:
    """Distinguishes boxes between the paragraphs of one story from its sections."""

    def __init__(
        self,
        pieces: Sequence[LocatedPiece],
        tree: PageTree,
        main: Sequence[int],
        linked_texts: Sequence[str],
    ) -> None:
        self._pieces = pieces
        self._tree = tree
        self._linked = StatedWords(linked_texts) if linked_texts else None
        # The paragraphs of each element between those of the story.
        self._numbers = self._group(main)
        self._total = sum(len(piece.text) for piece in pieces if piece.kind in BODY_KINDS)
        self._counts = Counter(tree.elements[box].signature for box in self._numbers)
        self._sizes: Counter[int] = Counter()
        for box, numbers in self._numbers.items():
            size = sum(len(pieces[at].text) for at in numbers)
            self._sizes[tree.elements[box].signature] += size
        self._heads = _first_positions(tree, self._numbers)

    def find_folded(self) -> set[int]:
        """Return the numbers of the paragraphs in boxes."""
        return {
            number
            for box, numbers in self._numbers.items()
            if self._is_box(box, numbers)
            for number in numbers
        }

    def _group(self, main: Sequence[int]) -> dict[int, list[int]]:
        blocks = self._tree.blocks
        around = {at for position in main for at in self._tree.ancestors(blocks[position].element)}
        groups: dict[int, list[int]] = {}
        for number, piece in enumerate(self._pieces):
            if piece.position is not None and main[0] < piece.position < main[-1]:
                box = _outermost_outside(self._tree, blocks[piece.position].element, around)
                if box is not None:
                    groups.setdefault(box, []).append(number)
        return groups

    def _is_box(self, box: int, numbers: Sequence[int]) -> bool:
        signature = self._tree.elements[box].signature
        share = _LARGEST_BOX_SHARE if self._counts[signature] == 1 else _LARGEST_GROUP_SHARE
        if self._sizes[signature] > share * self._total:
            return False
        prose = [self._pieces[at].text for at in numbers if self._is_told_in(at)]
        if self._linked and all(text in self._linked for text in prose):
            return False
        head = self._tree.blocks[self._heads[box]]
        element = self._tree.elements[box]
        if element.tag == "section" and not element.is_named:
            return False
        if is_link_list_label(head.text):
            return True
        if element.tag != "blockquote" and _is_appeal(prose):
            return True
        if not prose or self._tree.heading_level(head) == 0:
            return False
        return element.is_named or not self._is_section(numbers)

    def _is_section(self, numbers: Sequence[int]) -> bool:
        """Return whether it has several long paragraphs, and a heading right below it.

        A box interrupts a text, which goes on below it, and sites name the elements of boxes.
        """
        told = [
            at
            for at in numbers
            if self._is_told_in(at) and is_told_at_length(self._pieces[at].text)
        ]
        below = self._pieces[numbers[-1] + 1 :]
        following = next((piece for piece in below if piece.kind in (*BODY_KINDS, "heading")), None)
        return (
            len(told) >= _FEWEST_SECTION_PARAGRAPHS
            and following is not None
            and following.kind == "heading"
        )

    def _is_told_in(self, number: int) -> bool:
        piece = self._pieces[number]
        block = self._tree.blocks[piece.position or 0]
        return is_prose(piece.text) and not self._tree.heading_level(block)


def _is_appeal(prose: Sequence[str]) -> bool:
    """Return whether a good part of some paragraphs is certainly an appeal of the site."""
    appeals = (
        text
        for text in prose
        if not text.endswith(":")
        and (is_boilerplate(text, in_story=True) or is_about_site(text, in_story=True))
    )
    return sum(map(len, appeals)) > _LEAST_APPEAL_SHARE * sum(map(len, prose))


def _outermost_outside(tree: PageTree, number: int, around: set[int]) -> int | None:
    """Return the outermost element around another one that is around none of the story."""
    found = None
    for at in tree.ancestors(number):
        if at in around:
            return found
        found = at
    return found


def _first_positions(tree: PageTree, elements: dict[int, list[int]]) -> dict[int, int]:
    """Return for some elements the position of their first paragraph."""
    first: dict[int, int] = {}
    for position, block in enumerate(tree.blocks):
        for at in tree.ancestors(block.element):
            if at in elements:
                first.setdefault(at, position)
    return first
