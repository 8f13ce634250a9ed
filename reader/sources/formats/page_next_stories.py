"""Further stories below the end of this one, as sites load them while the reader scrolls."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.dates import find_date
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageTree, compact
from reader.sources.formats.page_other_articles import describe_others
from reader.sources.formats.page_regions import BODY_KINDS, is_link, is_prose

_PAGE_TAGS = frozenset({"html", "body", "main"})
# Paragraphs of prose below a headline that are a story; a card has a blurb.
_FEWEST_PARAGRAPHS = 2
# Paragraphs of this story in one element: the parts of a list have fewer.
_FEWEST_TOLD = 4
# Lines above a text among which its headline is.
_HEAD_REACH = 6
# Lines below a headline among which its byline or its date is.
_BYLINE_REACH = 3


class NextStories(NamedTuple):
    """The story, with those that follow it marked as boilerplate."""

    pieces: list[LocatedPiece]
    positions: set[int]
    """The positions in the page of what belongs to the others."""
    note: str | None
    """Names their headlines."""


def mark_next_stories(
    pieces: Sequence[LocatedPiece], tree: PageTree, title: str | None
) -> NextStories:
    """Mark the stories that follow this one in elements like its own, or under a signed headline.

    One element beside that of this story's headline, named as it is, with a headline of the same
    rank and several paragraphs, is another story. So is what follows a second headline of the
    first rank with a byline or a date below it. Headings of lower ranks need a byline or a date
    in each element, because sections of a story have headings, too. An element named as the one
    with the text of this story, below a linked headline or one of the first rank, needs none.

    Args:
        pieces: the story.
        tree: the page.
        title: of the story.
    """
    finder = _NextStoryFinder(pieces, tree, title)
    heads = list(finder.find())
    if not heads:
        return NextStories(list(pieces), set(), None)
    others = {at for _, end, start in heads for at in range(start, end)}
    marked = [
        piece._replace(kind="boilerplate")
        if piece.position in others and piece.kind in (*BODY_KINDS, "heading", "title")
        else piece
        for piece in pieces
    ]
    return NextStories(
        marked, others, describe_others([tree.blocks[head].text for head, _, _ in heads])
    )


class _NextStoryFinder:
    """Finds the headlines of the stories that follow in one page."""

    def __init__(self, pieces: Sequence[LocatedPiece], tree: PageTree, title: str | None) -> None:
        self._tree = tree
        self._title = compact(title or "")
        self._told = sorted(
            piece.position
            for piece in pieces
            if piece.position is not None and piece.kind in BODY_KINDS and is_prose(piece.text)
        )

    @cached_property
    def _prose(self) -> list[int]:
        """The positions of all prose that the page shows, of this story or of another one."""
        return [
            at
            for at, block in enumerate(self._tree.blocks)
            if not (block.is_hidden or block.regions or is_link(block)) and is_prose(block.text)
        ]

    def find(self) -> Iterator[tuple[int, int, int]]:
        """Yield for each the position of its headline, its end and its start."""
        own = self._find_own_headline()
        if own is None or not self._told:
            return
        for find in (self._find_beside, self._find_below, self._find_repeated):
            if found := list(find(own)):
                yield from found
                return

    def _find_own_headline(self) -> int | None:
        """Return the position of the title above the story."""
        last = self._told[-1] if self._told else 0
        return next(
            (
                at
                for at, block in enumerate(self._tree.blocks[:last])
                if self._title
                and self._tree.heading_level(block)
                and compact(block.text) == self._title
            ),
            None,
        )

    def _find_beside(self, own: int) -> Iterator[tuple[int, int, int]]:
        """Yield the stories in elements beside the one of this story that are named as it is."""
        tree = self._tree
        level = tree.heading_level(tree.blocks[own])
        for home in tree.ancestors(tree.blocks[own].element):
            element = tree.elements[home]
            start, end = self._extent(home)
            if element.tag in _PAGE_TAGS:
                return
            if _count(self._told, start, end) < _FEWEST_PARAGRAPHS:
                continue
            if level > 1 and not self._is_signed(start, end):
                continue
            siblings = [
                at
                for at in range(home + 1, len(tree.elements))
                if tree.elements[at].parent == element.parent
                and tree.elements[at].signature == element.signature
            ]
            found = [story for at in siblings if (story := self._read_sibling(at, level))]
            if found:
                yield from found
                return

    def _read_sibling(self, element: int, level: int) -> tuple[int, int, int] | None:
        start, end = self._extent(element)
        head = self._find_headline(start, end, level)
        if head is None or _count(self._prose, head, end) < _FEWEST_PARAGRAPHS:
            return None
        if _count(self._prose, start, head) or (level > 1 and not self._is_signed(start, end)):
            return None
        return head, end, start

    def _find_below(self, own: int) -> Iterator[tuple[int, int, int]]:
        """Yield the story under the next headline of the first rank that is signed."""
        tree = self._tree
        if tree.heading_level(tree.blocks[own]) != 1:
            return
        for at in range(self._told[0], self._told[-1]):
            block = tree.blocks[at]
            if tree.heading_level(block) != 1 or compact(block.text) == self._title:
                continue
            is_signed = self._is_signed(at + 1, min(at + 1 + _BYLINE_REACH, len(tree.blocks)))
            if is_signed and _count(self._told, at, len(tree.blocks)) >= _FEWEST_PARAGRAPHS:
                yield at, len(tree.blocks), at
                return

    def _find_repeated(self, own: int) -> Iterator[tuple[int, int, int]]:
        """Yield the stories in elements named as the one with the text of this story.

        Each has a headline right above it, which is of the first rank or a link within the site,
        and of a rank that this story has no heading of.
        """
        tree = self._tree
        holders = Counter(tree.holder(tree.blocks[at]) for at in self._told)
        home, count = holders.most_common(1)[0]
        end = self._extent(home)[1]
        if count < _FEWEST_TOLD or tree.elements[home].tag in _PAGE_TAGS:
            return
        ranks = {tree.heading_level(block) for block in tree.blocks[own + 1 : end]}
        signature = tree.elements[home].signature
        for at in range(home + 1, len(tree.elements)):
            start, after = self._extent(at)
            if tree.elements[at].signature != signature or start < end:
                continue
            head = self._find_head_above(start, end, ranks)
            if head is not None and _count(self._prose, start, after) >= _FEWEST_PARAGRAPHS:
                yield head, after, head

    def _find_head_above(self, start: int, end: int, ranks: set[int]) -> int | None:
        """Return the position of the headline above a text, None where there is none."""
        reach = max(end, start - _HEAD_REACH)
        for at in range(start - 1, reach - 1, -1):
            block = self._tree.blocks[at]
            level = self._tree.heading_level(block)
            if level:
                is_headline = level == 1 or (is_link(block) and not block.leads_out)
                is_other = compact(block.text) != self._title and level not in ranks
                return at if is_headline and is_other else None
        return None

    def _find_headline(self, start: int, end: int, level: int) -> int | None:
        return next(
            (
                at
                for at in range(start, end)
                if self._tree.heading_level(self._tree.blocks[at]) == level
                and compact(self._tree.blocks[at].text) != self._title
            ),
            None,
        )

    def _extent(self, element: int) -> tuple[int, int]:
        """Return the positions of the first paragraph in an element and of that after its last."""
        return self._extents.get(element, (0, 0))

    @cached_property
    def _extents(self) -> dict[int, tuple[int, int]]:
        extents: dict[int, tuple[int, int]] = {}
        for position, block in enumerate(self._tree.blocks):
            for at in self._tree.ancestors(block.element):
                extents[at] = (extents.get(at, (position,))[0], position + 1)
        return extents

    def _is_signed(self, start: int, end: int) -> bool:
        """Return whether one of the lines is a byline or a date."""
        for block in self._tree.blocks[start:end]:
            if is_prose(block.text):
                continue
            date = find_date(block.text)
            if find_byline(block.text) or (date and date.is_alone):
                return True
        return False


def _count(positions: Sequence[int], start: int, end: int) -> int:
    """Return how many of some sorted positions are between two others."""
    return bisect_left(positions, end) - bisect_left(positions, start)
