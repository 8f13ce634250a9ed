"""The elements of a page that hold its story, and which paragraphs belong to them.

A story is in elements that are named alike, and between its paragraphs. Where that is follows
from the paragraphs that the library found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from reader.articles.furniture.prose import count_words, ends_sentence, is_long_prose, visual_width
from reader.sources.formats.page_alignment import LocatedPiece, StatedWords
from reader.sources.formats.page_blocks import PageBlock, PageTree
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    SHORTEST_STORY_PROSE,
    furniture_regions,
    is_address,
    is_link,
    is_prose,
    is_told,
    is_told_at_length,
    leads_to_source,
)

# An element with a greater share of the story's characters is the story's own.
_LEAST_HOLDER_SHARE = 0.1
# The share of the paragraphs of a story that a page may hide for good.
_LARGEST_HIDDEN_SHARE = 0.5
# Characters of a heading, and lines of one name, that are not marked as headings.
_LONGEST_HEADING = 100
_FEWEST_HEADINGS = 2
_PAGE_TAGS = frozenset({"html", "body", "main"})
_TOOL_TAGS = frozenset({"form", "button", "nav", "menu", "dialog"})
# Words of a hidden line that is no label, though no sentence.
_FEWEST_HIDDEN_WORDS = 8
_ASIDE_TAGS = frozenset({"li", "form", "header", "footer", "button", "dd", "td"})


class StoryElements:
    """Where in a page its story is.

    Args:
        pieces: the paragraphs that the library found, with their places.
        tree: the page.
        linked_texts: the paragraphs of the story in the JSON-LD of the page.
    """

    def __init__(
        self, pieces: Sequence[LocatedPiece], tree: PageTree, linked_texts: Sequence[str]
    ) -> None:
        self.pieces = pieces
        self.tree = tree
        self.linked = StatedWords(linked_texts) if linked_texts else None
        self.words = StatedWords([piece.text for piece in pieces])
        self.counts = Counter(block.text for block in tree.blocks)
        # How often a line is the only one in an element of these names.
        self._lines = Counter(tree.elements[block.element].signature for block in tree.blocks)
        self._furniture_regions = furniture_regions(pieces, tree, self.linked)
        prose = [
            piece.position
            for piece in pieces
            if piece.position is not None
            and piece.kind in BODY_KINDS
            and is_prose(piece.text)
            and not self.is_furniture(tree.blocks[piece.position])
        ]
        self.prose = set(prose)
        self.first = min(prose, default=0)
        self.last = max(prose, default=-1)
        self.holders = self._find_holders(prose)
        self.signatures = {
            tree.elements[holder].signature
            for holder in self.holders
            if tree.elements[holder].is_named
        }
        self._block_signatures = {
            tree.elements[tree.blocks[position].element].signature for position in prose
        }
        # The elements around those that hold the story, where they are its own.
        self._frames = {
            tree.elements[holder].parent
            for holder in self.holders
            if tree.elements[tree.elements[holder].parent].tag not in _PAGE_TAGS
        }
        self.articles = {tree.article_of(holder) for holder in self.holders}
        self._parts = _find_parts(self.articles, tree)
        # The elements of which at least one line is the story's.
        self._begun = {
            tree.blocks[piece.position].element
            for piece in pieces
            if piece.position is not None and piece.kind in BODY_KINDS
        }
        # The regions of furniture that tell something at length.
        self._told_regions = {
            block.regions[-1]
            for block in tree.blocks
            if block.regions
            and not (block.is_hidden or block.is_caption or is_link(block))
            and visual_width(block.text) >= SHORTEST_STORY_PROSE
        }
        self._foreign = self._find_foreign_holders()
        self._extend()
        self.holder_counts = Counter(tree.elements[holder].signature for holder in self.holders)

    def _find_holders(self, prose: Sequence[int]) -> set[int]:
        """Return the elements that hold a share of the story."""
        sizes: Counter[int] = Counter()
        by_signature: Counter[int] = Counter()
        for position in prose:
            block = self.tree.blocks[position]
            holder = self.tree.holder(block)
            sizes[holder] += len(block.text)
            by_signature[self.tree.elements[holder].signature] += len(block.text)
        total = max(sum(sizes.values()), 1)
        return {
            holder
            for holder in sizes
            if by_signature[self.tree.elements[holder].signature] >= _LEAST_HOLDER_SHARE * total
        }

    def _find_foreign_holders(self) -> set[int]:
        """Return the elements with a title or a link for a heading: other stories."""
        tree = self.tree
        return {
            tree.holder(block)
            for block in tree.blocks
            if (level := tree.heading_level(block)) and (level == 1 or is_link(block))
        } - self.holders

    def _extend(self) -> None:
        """Add the elements in which the story goes on to those that hold it."""
        for position, block in enumerate(self.tree.blocks):
            if (
                position not in self.prose
                and is_prose(block.text)
                and not is_link(block)
                and not self.is_unfit(block)
                and self.is_of_story(block)
                and block.text not in self.words
            ):
                self.prose.add(position)
                self.holders.add(self.tree.holder(block))
                self.first = min(self.first, position)
                self.last = max(self.last, position)

    def is_told_aside(self, block: PageBlock) -> bool:
        """Return whether it belongs to a box with content of its own, such as an explanation."""
        return (
            self.is_furniture(block)
            and block.regions[-1] in self._told_regions
            and not (block.is_hidden or block.is_caption or is_link(block))
            and self.counts[block.text] == 1
            and self.tree.article_of(block.element) in self.articles
            and block.text not in self.words
        )

    def is_hidden_story(self, block: PageBlock) -> bool:
        """Return whether it is a long paragraph that the page hides, as behind a pay wall.

        Boxes that open at a click are hidden, too, so it is never certainly of the story.
        """
        return (
            block.is_hidden
            and self.tree.tag(block) == "p"
            and is_told_at_length(block.text)
            and is_told(block.text)
            and not (is_link(block) or self.is_furniture(block) or self.is_aside(block))
            and block.text not in self.words
        )

    def is_hidden_beside(self, block: PageBlock) -> bool:
        """Return whether it is a text that the page hides among those of the story.

        Labels are shorter, and menus, forms and boxes of the site are no part of it.
        """
        return (
            block.is_hidden
            and (is_prose(block.text) or count_words(block.text) >= _FEWEST_HIDDEN_WORDS)
            and self.is_inside(block)
            and (self.tree.holder(block) in self.holders or not self.is_hidden_story(block))
            and not (is_link(block) or self.is_furniture(block) or self.is_in_tool(block))
            and self.counts[block.text] == 1
            and is_told(block.text)
        )

    def is_in_tool(self, block: PageBlock) -> bool:
        """Return whether it is in a form, a button or a menu."""
        tags = (self.tree.elements[at].tag for at in self.tree.ancestors(block.element))
        return not _TOOL_TAGS.isdisjoint(tags)

    def find_hidden(self) -> list[int]:
        """Return the positions of paragraphs of the story that the page hides.

        Where it hides most of the story, as until its scripts have run, that says nothing.
        """
        located = [piece.position for piece in self.pieces if piece.position is not None]
        hidden = [at for at in located if self.tree.blocks[at].is_hidden]
        return hidden if len(hidden) < _LARGEST_HIDDEN_SHARE * len(located) else []

    def is_inside(self, block: PageBlock) -> bool:
        """Return whether it is in an element that holds the story, but the whole page."""
        elements = self.tree.elements
        return any(
            at in self.holders and elements[at].tag not in _PAGE_TAGS
            for at in self.tree.ancestors(block.element)
        )

    def is_line_of_story(self, block: PageBlock) -> bool:
        """Return whether it is a line of an element of which another line is the story's."""
        return (
            block.element in self._begun
            and not is_link(block)
            and self.counts[block.text] == 1
            and is_told(block.text)
        )

    def is_source(self, block: PageBlock) -> bool:
        """Return whether it is an address beside the story's paragraphs: one of its sources."""
        return is_address(block.text) and self.tree.holder(block) in self.holders

    def is_plain(self, block: PageBlock) -> bool:
        """Return whether it is a sentence in an element without a name beside the story's."""
        element = self.tree.elements[block.element]
        return (
            element.tag == "div"
            and not element.is_named
            and element.parent in self.holders
            and is_prose(block.text)
            and not is_link(block)
            and self.counts[block.text] == 1
            and is_told(block.text)
        )

    def heads_section(self, position: int, block: PageBlock) -> bool:
        """Return whether it is a heading that is not marked as one: named so, or among others.

        It is a line in an element of its own between paragraphs of the story.
        """
        elements, element = self.tree.elements, self.tree.elements[block.element]
        beside = {position - 1, position + 1}
        return (
            element.tag == "div"
            and element.parent in self.holders
            and beside <= self.prose
            and len(block.text) <= _LONGEST_HEADING
            and block.link_share == 0
            and (not ends_sentence(block.text) or block.text.endswith("?"))
            and self.counts[block.text] == 1
            and (
                element.is_marked_standfirst
                or self._lines[elements[block.element].signature] >= _FEWEST_HEADINGS
            )
        )

    def is_in_quotation(self, position: int) -> bool:
        """Return whether it is a post or a quotation between the story's paragraphs, or its name.

        One that repeats words of the story is not asked for here.
        """
        block = self.tree.blocks[position]
        quotation = self._quotation(block)
        if quotation is None or self.is_aside(block):
            return False
        if is_prose(block.text):
            return True
        before = self.tree.blocks[position - 1] if position else block
        return block.text.startswith("—") and self._quotation(before) == quotation

    def _quotation(self, block: PageBlock) -> int | None:
        around = self.tree.ancestors(block.element)
        return next((at for at in around if self.tree.elements[at].tag == "blockquote"), None)

    def is_in_own_list(self, block: PageBlock) -> bool:
        """Return whether it is an item of a plain list in an element that holds the story."""
        elements = self.tree.elements
        if self.tree.tag(block) != "li":
            return False
        if is_link(block) and not leads_to_source(block, self.tree):
            return False
        outer = elements[elements[block.element].parent]
        return outer.tag in ("ul", "ol") and outer.parent in self.holders

    def is_aside(self, block: PageBlock) -> bool:
        """Return whether it is in a list, a form, or twice in the page, where no story is."""
        if self.counts[block.text] > 1:
            return True
        tags = (self.tree.elements[at].tag for at in self.tree.ancestors(block.element))
        return not _ASIDE_TAGS.isdisjoint(tags)

    def is_unfit(self, block: PageBlock) -> bool:
        """Return whether it is a heading, a caption, hidden or in a region of furniture."""
        return (
            block.is_hidden
            or block.is_caption
            or self.tree.heading_level(block) > 0
            or self.is_furniture(block)
        )

    def is_of_story(self, block: PageBlock) -> bool:
        if self.linked and block.text in self.linked:
            return True
        if self._parts and self.tree.article_of(block.element) in self._parts:
            return is_told(block.text)
        return self.is_named_as_story(block) or self._is_beside_story(block)

    def _is_beside_story(self, block: PageBlock) -> bool:
        """Return whether it is a long paragraph in an element beside one that holds the story."""
        elements, holder = self.tree.elements, self.tree.holder(block)
        if self.tree.tag(block) != "p" or not is_long_prose(block.text):
            return False
        return (
            elements[holder].parent in self._frames
            and holder not in self._foreign
            and is_told(block.text)
        )

    def reads_like_story(self, block: PageBlock) -> bool:
        """Return whether it is a long paragraph in the story's `<article>`, and of no site."""
        around = self.tree.ancestors(block.element)
        return (
            self.tree.tag(block) == "p"
            and (
                is_long_prose(block.text)
                or (is_told_at_length(block.text) and any(at in self.holders for at in around))
            )
            and self.tree.holder(block) not in self._foreign
            and self.tree.article_of(block.element) in self.articles
            and not self.is_aside(block)
            and is_told(block.text)
        )

    def is_named_as_story(self, block: PageBlock) -> bool:
        """Return whether it is in an element of the names of those that hold the story."""
        elements, holder = self.tree.elements, self.tree.holder(block)
        return (
            elements[holder].signature in self.signatures
            and elements[block.element].signature in self._block_signatures
            and holder not in self._foreign
            and self.tree.article_of(holder) in self.articles
        )

    def is_furniture(self, block: PageBlock) -> bool:
        return not self._furniture_regions.isdisjoint(block.regions)


def _find_parts(articles: set[int], tree: PageTree) -> set[int]:
    """Return the `<article>` elements in which a story goes on: parts without headline or link.

    They follow the one that holds the story in one element, named as it is; what is behind one
    with a headline or a link is of another story.
    """
    elements = tree.elements
    places = {
        (elements[at].parent, elements[at].signature)
        for at in articles
        if elements[at].tag == "article"
    }
    siblings = [
        at
        for at in range(min(articles, default=0), len(elements))
        if elements[at].tag == "article" and (elements[at].parent, elements[at].signature) in places
    ]
    if len(siblings) <= len(articles):
        return set()
    foreign = {
        tree.article_of(block.element)
        for block in tree.blocks
        if tree.heading_level(block) or is_link(block)
    }
    rest = [at for at in siblings if at not in articles]
    return set(takewhile(lambda at: at not in foreign, rest))
