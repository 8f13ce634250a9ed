"""The story of a page, complete and in the order of the page.

The library finds most of a story. What it leaves out is found again by the paragraphs that it
did find: the story goes on in elements that are named as theirs are, and between them. What
reads like the story is body; what may be of the story is folded, and a note counts it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.articles.furniture.prose import count_words
from reader.sources.formats.page_alignment import (
    LocatedPiece,
    join_cut_paragraphs,
    locate_story,
    merge_pieces,
    position_or_before,
    split_joined_paragraphs,
)
from reader.sources.formats.page_blocks import PageBlock, PageTree, compact
from reader.sources.formats.page_headings import HeadingFinder
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    find_furniture,
    is_address,
    is_link,
    is_list_of_names,
    is_prose,
    leads_to_source,
)
from reader.sources.formats.page_story_elements import StoryElements
from reader.sources.formats.tag_stripping import PagePiece

_FEWEST_LETTERS = 3
# Paragraphs above and below among which one of the story makes a sentence one that is beside it.
_BESIDE_REACH = 2
# Paragraphs after the story that are folded.
_MOST_AFTER = 12
# Words of a line right after the story that is mentioned, though no sentence.
_FEWEST_LINE_WORDS = 4


class CompleteStory(NamedTuple):
    """The paragraphs of a story, and the doubtful ones."""

    pieces: list[LocatedPiece]
    doubts: list[int]
    """The positions in the page of paragraphs that may be the story's, and are folded."""
    hidden: list[int]
    """The positions of those among the story's that the page hides, and are folded."""


def complete_story(
    story: Sequence[PagePiece], tree: PageTree, linked_texts: Sequence[str] = ()
) -> CompleteStory:
    """Return the story with the paragraphs that the library left out, in the order of the page.

    Nothing of the story is removed; its furniture is marked.

    Args:
        story: its paragraphs as the library returns them.
        tree: the page.
        linked_texts: the paragraphs of the story in the JSON-LD of the page.
    """
    story = join_cut_paragraphs(split_joined_paragraphs(story, tree.blocks), tree.blocks)
    elements = StoryElements(locate_story(story, tree.blocks), tree, linked_texts)
    guard = _Guard(elements, tree)
    added = guard.find_left_out()
    pieces = _mark_pieces(elements, tree)
    hidden = sorted({*guard.hidden, *elements.find_hidden()})
    return CompleteStory(merge_pieces(pieces, added), guard.doubts, hidden)


class _Guard:
    """Finds the paragraphs of one story that the library left out."""

    def __init__(self, story: StoryElements, tree: PageTree) -> None:
        self.doubts: list[int] = []
        self.hidden: list[int] = []
        self._story = story
        self._tree = tree

    def find_left_out(self) -> list[LocatedPiece]:
        """Return the paragraphs that the library left out and that are or may be the story's."""
        added: list[LocatedPiece] = []
        located = {piece.position for piece in self._story.pieces}
        known = {compact(piece.text) for piece in self._story.pieces}
        for position, block in enumerate(self._tree.blocks):
            key = compact(block.text)
            if position in located or len(key) < _FEWEST_LETTERS or key in known:
                continue
            kind = self._kind(position, block)
            if kind:
                known.add(key)
                added.append(LocatedPiece(kind, block.text, position))
                if kind in BODY_KINDS:
                    self._story.prose.add(position)
        finder = HeadingFinder(self._story, self._tree)
        headings = finder.find(located | {piece.position for piece in added}, known)
        return sorted([*added, *headings, *self._after(known)], key=position_or_before)

    def _kind(self, position: int, block: PageBlock) -> str | None:
        """Return the kind of a paragraph that was left out, None where it is not the story's."""
        story = self._story
        is_between = story.first < position < story.last
        if block.is_caption:
            return "caption" if is_between else None
        is_within = is_between or story.is_inside(block)
        if is_within and story.is_told_aside(block):
            return "boilerplate"
        if is_within and story.is_hidden_beside(block):
            self.hidden.append(position)
            return "boilerplate"
        if is_within and story.is_hidden_story(block):
            self.doubts.append(position)
            return "boilerplate"
        if story.is_unfit(block) or block.text in story.words:
            return None
        if is_between and story.heads_section(position, block):
            return "heading"
        return self._kind_by_place(position, block) or self._kind_of_prose(position, block)

    def _kind_by_place(self, position: int, block: PageBlock) -> str | None:
        """Return the kind of a paragraph that is the story's by the element it is in."""
        story = self._story
        is_between = story.first < position < story.last
        is_near = is_between or self._is_beside(position, block)
        if is_near and self._tree.holder(block) in story.holders:
            return self._kind_of_sibling(block, is_between=is_between)
        if is_between and leads_to_source(block, self._tree) and story.is_named_as_story(block):
            return "body"
        if is_between and story.is_in_own_list(block):
            return "item"
        if is_between and story.is_in_quotation(position):
            return "body"
        if story.is_line_of_story(block) or (is_near and story.is_plain(block)):
            return "body"
        return "body" if position > story.last and story.is_source(block) else None

    def _kind_of_prose(self, position: int, block: PageBlock) -> str | None:
        """Return the kind of a paragraph in another element, by its words and names."""
        story = self._story
        is_between = story.first < position < story.last
        is_beside = self._is_beside(position, block)
        if not is_prose(block.text) or (is_link(block) and not (is_between or is_beside)):
            return None
        if story.is_of_story(block):
            return "body"
        if is_between and not is_link(block):
            if story.reads_like_story(block):
                return "body"
            if not story.is_aside(block):
                self.doubts.append(position)
            return "boilerplate"
        is_of_article = self._tree.article_of(block.element) in story.articles
        return "boilerplate" if is_beside and is_of_article else None

    def _is_beside(self, position: int, block: PageBlock) -> bool:
        """Return whether it is a sentence next to a paragraph of the story."""
        reach = range(position - _BESIDE_REACH, position + _BESIDE_REACH + 1)
        return is_prose(block.text) and not self._story.prose.isdisjoint(reach)

    def _kind_of_sibling(self, block: PageBlock, *, is_between: bool) -> str:
        """Return the kind of a paragraph beside those of the story: a mere link is folded."""
        is_told = is_prose(block.text) or is_address(block.text)
        is_told = is_told or (is_between and leads_to_source(block, self._tree))
        names_places = is_between and self._tree.tag(block) == "p" and is_list_of_names(block)
        if is_link(block) and not (is_told or names_places):
            return "boilerplate"
        return "item" if self._tree.tag(block) == "li" else "body"

    def _is_last_line(self, block: PageBlock) -> bool:
        """Return whether it is a line of some words beside the story's paragraphs."""
        return (
            self._tree.tag(block) == "p"
            and self._tree.holder(block) in self._story.holders
            and count_words(block.text) >= _FEWEST_LINE_WORDS
        )

    def _after(self, known: set[str]) -> list[LocatedPiece]:
        """Return the prose right after the story in its `<article>` or `<main>`, to be folded."""
        found: list[LocatedPiece] = []
        blocks = self._tree.blocks
        start = self._story.last + 1
        for position in range(start, min(start + _MOST_AFTER, len(blocks))):
            block = blocks[position]
            is_inside = any(
                self._tree.elements[at].tag in ("article", "main")
                for at in self._tree.ancestors(block.element)
            )
            if not is_inside or self._tree.heading_level(block):
                break
            key = compact(block.text)
            if (
                (is_prose(block.text) or self._is_last_line(block))
                and key not in known
                and not is_link(block)
                and not self._story.is_furniture(block)
                and not block.is_hidden
            ):
                known.add(key)
                found.append(LocatedPiece("boilerplate", block.text, position))
        return found


def _mark_pieces(story: StoryElements, tree: PageTree) -> list[LocatedPiece]:
    """Return the story's own paragraphs, those in regions of furniture marked."""
    furniture = find_furniture(story.pieces, tree, story.linked)
    captions = {block.text for block in tree.blocks if block.is_caption}
    hidden = set(story.find_hidden())
    pieces = []
    for piece in story.pieces:
        if piece.kind != "title" and (piece.text in furniture or piece.position in hidden):
            piece = piece._replace(kind="boilerplate")
        elif piece.text in captions:
            piece = piece._replace(kind="caption")
        pieces.append(piece)
    return pieces
