"""Finds regions of a page that are marked as furniture, and classifies paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from reader.articles.furniture.boilerplate import is_boilerplate
from reader.articles.furniture.prose import (
    count_words,
    ends_sentence,
    ends_signed_sentence,
    visual_width,
)
from reader.articles.furniture.site_appeals import is_about_site
from reader.articles.furniture.writer_lines import presents_writer
from reader.sources.formats.page_alignment import LocatedPiece, StatedWords
from reader.sources.formats.page_blocks import REMEMBERED_TEXTS, PageBlock, PageTree, compact

BODY_KINDS = ("body", "item", "row")
"""The kinds of paragraphs that make up a story."""

# A region with a greater share of the story's characters is no furniture.
_LARGEST_REGION_SHARE = 0.15
_LARGEST_SHARE_AFTER = 0.5
# Nor are regions of one name that have a greater share together, as the entries of a live blog.
_LARGEST_GROUP_SHARE = 0.3
# The share of a story in elements of one name after which nothing else of it is expected.
_LEAST_END_SHARE = 0.25
_FEWEST_PROSE_WORDS = 5
SHORTEST_STORY_PROSE = 100
"""Columns of a paragraph by which a region is the story's: labels and blurbs are shorter."""
# Paragraphs in one element that no list of stories has.
_FEWEST_TOLD_PARAGRAPHS = 4
_FEWEST_HEADLINE_WORDS = 4
# A paragraph with a greater share of its letters in links is a link.
_LINK_SHARE = 0.8
# The same for one that is no sentence: `Read also: <a>…</a>`.
_LINK_SHARE_OF_LABEL = 0.5
# Links of a list of names, and columns of each.
_FEWEST_NAMES = 2
_LONGEST_NAME = 18
_ADDRESS = re.compile(r"https?://\S{3,500}|(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}(?:/\S{0,500})?")


def find_furniture(
    pieces: Sequence[LocatedPiece], tree: PageTree, linked: StatedWords | None = None
) -> set[str]:
    """Return the texts that are in regions of furniture, and nowhere else in the page."""
    regions = furniture_regions(pieces, tree, linked)
    texts = {piece.text for piece in pieces}
    inside: set[str] = set()
    outside: set[str] = set()
    for block in tree.blocks:
        if block.text in texts:
            (outside if regions.isdisjoint(block.regions) else inside).add(block.text)
    return inside - outside


def furniture_regions(
    pieces: Sequence[LocatedPiece], tree: PageTree, linked: StatedWords | None = None
) -> set[int]:
    """Return the regions marked as furniture that hold no part of the story.

    A region is the story's where it holds more than a share of it, alone or with those of its
    name; where its paragraphs are in the JSON-LD; or where it is inside of the story and
    has long paragraphs without a heading, a link or a word of the site.

    Args:
        pieces: the story.
        tree: the page.
        linked: the words of the story in the JSON-LD, None without them.
    """
    return _RegionReader(pieces, tree, linked).find()


class _RegionReader:
    """Finds the regions of furniture of one page."""

    def __init__(
        self, pieces: Sequence[LocatedPiece], tree: PageTree, linked: StatedWords | None
    ) -> None:
        self._tree = tree
        self._linked = linked
        self._texts = {piece.text for piece in pieces}
        self._total = max(sum(map(len, self._texts)), 1)
        main = find_main_positions(pieces, tree)
        self._end = main[-1] if main else len(tree.blocks)
        self._holders = {tree.holder(tree.blocks[position]) for position in main}
        self._sizes: Counter[int] = Counter()
        self._starts: dict[int, int] = {}
        # The paragraphs of each region that are in no region inside of it.
        self._own: dict[int, list[PageBlock]] = {}
        for position, block in enumerate(tree.blocks):
            for region in block.regions:
                self._starts.setdefault(region, position)
                if block.text in self._texts:
                    self._sizes[region] += len(block.text)
            if block.regions:
                self._own.setdefault(block.regions[-1], []).append(block)

    def find(self) -> set[int]:
        groups: Counter[int] = Counter()
        for region, size in self._sizes.items():
            groups[self._tree.elements[region].signature] += size
        return {
            region
            for region, start in self._starts.items()
            if self._is_small(region, start, groups) and not self._is_of_story(region)
        }

    def _is_small(self, region: int, start: int, groups: Counter[int]) -> bool:
        if start > self._end:
            return self._sizes[region] < self._total * _LARGEST_SHARE_AFTER
        group = groups[self._tree.elements[region].signature]
        return (
            self._sizes[region] < self._total * _LARGEST_REGION_SHARE
            and group < self._total * _LARGEST_GROUP_SHARE
        )

    def _is_of_story(self, region: int) -> bool:
        own = self._own.get(region, [])
        prose = [block.text for block in own if is_told_at_length(block.text)]
        if self._linked and prose and all(text in self._linked for text in prose):
            return self._tree.elements[region].may_hold_story or all(map(is_told, prose))
        return (
            self._tree.elements[region].may_hold_story
            and self._is_inside_story(region)
            and len(prose) > 0
            and not any(self._is_foreign(block) for block in own)
            and all(map(is_told, prose))
        )

    def _is_inside_story(self, region: int) -> bool:
        outer = self._tree.elements[region].parent
        return any(number in self._holders for number in self._tree.ancestors(outer))

    def _is_foreign(self, block: PageBlock) -> bool:
        """Return whether it is a heading, a link, a caption or a button, as boxes have them."""
        return (
            self._tree.heading_level(block) > 0
            or block.is_caption
            or is_link(block)
            or self._tree.tag(block) in ("button", "form", "li")
        )


def find_story_end(
    pieces: Sequence[LocatedPiece], tree: PageTree, least_share: float = _LEAST_END_SHARE
) -> int:
    """Return the last position in elements of a name that hold more than a share of the story."""
    groups = _group_prose(pieces, tree)
    total = sum(sum(sizes) for _, sizes in groups.values())
    return max(
        (
            positions[-1]
            for positions, sizes in groups.values()
            if sum(sizes) >= least_share * total
        ),
        default=len(tree.blocks),
    )


def find_main_positions(pieces: Sequence[LocatedPiece], tree: PageTree) -> list[int]:
    """Return the positions of the prose in the elements of one name that hold most of it.

    Items of a list with a sentence each are blurbs of other stories where several paragraphs of
    prose stand in one element.
    """
    groups = _group_prose(pieces, tree).values()
    ordered = sorted(groups, key=lambda group: sum(group[1]), reverse=True)
    told = [at for at, _ in ordered if not _are_blurbs(at, tree)]
    is_listed = bool(ordered) and _are_blurbs(ordered[0][0], tree)
    if is_listed and told and len(told[0]) >= _FEWEST_TOLD_PARAGRAPHS:
        return told[0]
    return ordered[0][0] if ordered else []


def _are_blurbs(positions: Sequence[int], tree: PageTree) -> bool:
    """Return whether each of several paragraphs is alone in its element, in an item with a link."""
    holders = {tree.holder(tree.blocks[at]) for at in positions}
    if not 1 < len(holders) == len(positions):
        return False
    items = find_linked_items(tree)
    return all(item_of(tree.blocks[at], tree) in items for at in positions)


def find_linked_items(tree: PageTree) -> set[int]:
    """Return the items of lists that have a headline that is a link: those of other stories."""
    return {
        item
        for block in tree.blocks
        if is_link(block)
        and (tree.heading_level(block) or count_words(block.text) >= _FEWEST_HEADLINE_WORDS)
        and (item := item_of(block, tree))
    }


def explains_link(block: PageBlock, tree: PageTree, own: set[int]) -> bool:
    """Return whether it is inside an item of a list of links, as the texts of a menu are.

    A list without links above a story may be its summary in points, and so may one inside an
    element of the story, unless the item has a link apart from the text.

    Args:
        block: the paragraph.
        tree: the page.
        own: the elements that hold the story, which no menu does.
    """
    item = item_of(block, tree)
    if not item or any(item in tree.ancestors(holder) for holder in own):
        return False
    is_apart = own.isdisjoint(tree.ancestors(block.element))
    menu = tree.elements[item].parent if is_apart else item
    return any(is_link(each) and menu in tree.ancestors(each.element) for each in tree.blocks)


def item_of(block: PageBlock, tree: PageTree) -> int:
    """Return the item of a list that a paragraph is inside of, 0 where it is in none."""
    around = tree.ancestors(block.element)
    return next((at for at in around if tree.elements[at].tag == "li" and at != block.element), 0)


def _group_prose(
    pieces: Sequence[LocatedPiece], tree: PageTree
) -> dict[int, tuple[list[int], list[int]]]:
    """Return the positions and lengths of the prose by the signature of the element it is in."""
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.position or 0):
        if piece.position is not None and piece.kind in BODY_KINDS and is_prose(piece.text):
            signature = tree.elements[tree.holder(tree.blocks[piece.position])].signature
            positions, sizes = groups.setdefault(signature, ([], []))
            positions.append(piece.position)
            sizes.append(len(piece.text))
    return groups


def forget_texts() -> None:
    """Drop what is remembered of the paragraphs of a page, which may be large."""
    for remembered in (is_told, is_prose, compact):
        remembered.cache_clear()


def is_told_at_length(text: str) -> bool:
    """Return whether it is a sentence, and longer than labels and blurbs are."""
    return is_prose(text) and visual_width(text) >= SHORTEST_STORY_PROSE


@lru_cache(maxsize=REMEMBERED_TEXTS)
def is_told(text: str) -> bool:
    """Return whether a paragraph is neither of the site nor of its writer."""
    return not (
        is_boilerplate(text, in_story=True)
        or is_about_site(text, near_boilerplate=True, in_story=True)
        or presents_writer(text)
    )


@lru_cache(maxsize=REMEMBERED_TEXTS)
def is_prose(text: str) -> bool:
    """Return whether it is a sentence of some words."""
    return ends_signed_sentence(text) and count_words(text) >= _FEWEST_PROSE_WORDS


def is_link(block: PageBlock) -> bool:
    """Return whether nearly all of a paragraph is a link, or all but a label before one link."""
    if block.link_share > _LINK_SHARE:
        return True
    return (
        block.link_share > _LINK_SHARE_OF_LABEL
        and block.link_count == 1
        and not ends_sentence(block.text)
    )


def is_list_of_names(block: PageBlock) -> bool:
    """Return whether it is of several links, each no longer than a name: places, not stories."""
    return (
        block.link_count >= _FEWEST_NAMES
        and visual_width(block.text) <= block.link_count * _LONGEST_NAME
        and is_told(block.text)
    )


def leads_to_source(block: PageBlock, tree: PageTree) -> bool:
    """Return whether it is a line that links to other sites: lists of stories lead to their own."""
    return block.leads_out and tree.tag(block) in ("p", "li") and is_told(block.text)


def is_address(text: str) -> bool:
    """Return whether it is an address and nothing else: a source of the story, no other story."""
    return _ADDRESS.fullmatch(text) is not None
