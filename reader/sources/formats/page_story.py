"""The story of a page, complete and in the order of the page.

The library finds most of a story. What it leaves out is found again by the paragraphs that it
did find: the story goes on in elements that are named as theirs are, and between them. What
reads like the story is body; what may be of the story is folded, and a note counts it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reader.articles.furniture.prose import ends_sentence, is_long_prose, visual_width
from reader.sources.formats.page_alignment import (
    LocatedPiece,
    StatedWords,
    join_cut_paragraphs,
    locate_story,
    merge_pieces,
    position_or_before,
    split_joined_paragraphs,
)
from reader.sources.formats.page_blocks import PageBlock, PageTree, compact
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    SHORTEST_STORY_PROSE,
    find_furniture,
    furniture_regions,
    is_address,
    is_link,
    is_prose,
    is_told,
    is_told_at_length,
)
from reader.sources.formats.tag_stripping import PagePiece

# An element with a greater share of the story's characters is the story's own.
_LEAST_HOLDER_SHARE = 0.1
_FEWEST_LETTERS = 3
# Paragraphs below a heading among which its text is searched.
_HEADING_REACH = 3
# Paragraphs between which a heading may be.
_BESIDE_REACH = 2
# Paragraphs after the story that are folded.
_MOST_AFTER = 12
# Characters of a heading, and lines of one name, that are not marked as headings.
_LONGEST_HEADING = 100
_FEWEST_HEADINGS = 2
_PAGE_TAGS = frozenset({"html", "body", "main"})
_ASIDE_TAGS = frozenset({"li", "form", "header", "footer", "button", "dd", "td"})


class CompleteStory(NamedTuple):
    """The paragraphs of a story, and the doubtful ones."""

    pieces: list[LocatedPiece]
    doubts: list[int]
    """The positions in the page of paragraphs that may be the story's, and are folded."""


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
    guard = _Guard(locate_story(story, tree.blocks), tree, linked_texts)
    added = guard.find_left_out()
    pieces = _mark_pieces(guard, tree)
    return CompleteStory(merge_pieces(pieces, added), guard.doubts)


class _Guard:
    """Finds the paragraphs of one story that the library left out."""

    def __init__(
        self, pieces: Sequence[LocatedPiece], tree: PageTree, linked_texts: Sequence[str]
    ) -> None:
        self.pieces = pieces
        self.doubts: list[int] = []
        self._tree = tree
        self.linked = StatedWords(linked_texts) if linked_texts else None
        self._words = StatedWords([piece.text for piece in pieces])
        self._counts = Counter(block.text for block in tree.blocks)
        # How often a line is the only one in an element of these names.
        self._lines = Counter(tree.elements[block.element].signature for block in tree.blocks)
        self._furniture_regions = furniture_regions(pieces, tree, self.linked)
        prose = [
            piece.position
            for piece in pieces
            if piece.position is not None
            and piece.kind in BODY_KINDS
            and is_prose(piece.text)
            and not self._is_furniture(tree.blocks[piece.position])
        ]
        self._prose = set(prose)
        self._first = min(prose, default=0)
        self._last = max(prose, default=-1)
        self._holders = self._find_holders(prose)
        self._signatures = {
            tree.elements[holder].signature
            for holder in self._holders
            if tree.elements[holder].is_named
        }
        self._block_signatures = {
            tree.elements[tree.blocks[position].element].signature for position in prose
        }
        # The elements around those that hold the story, where they are its own.
        self._frames = {
            tree.elements[holder].parent
            for holder in self._holders
            if tree.elements[tree.elements[holder].parent].tag not in _PAGE_TAGS
        }
        self._articles = {tree.article_of(holder) for holder in self._holders}
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
        self._holder_counts = Counter(tree.elements[holder].signature for holder in self._holders)

    def _find_holders(self, prose: Sequence[int]) -> set[int]:
        """Return the elements that hold a share of the story."""
        sizes: Counter[int] = Counter()
        by_signature: Counter[int] = Counter()
        for position in prose:
            block = self._tree.blocks[position]
            holder = self._tree.holder(block)
            sizes[holder] += len(block.text)
            by_signature[self._tree.elements[holder].signature] += len(block.text)
        total = max(sum(sizes.values()), 1)
        return {
            holder
            for holder in sizes
            if by_signature[self._tree.elements[holder].signature] >= _LEAST_HOLDER_SHARE * total
        }

    def _find_foreign_holders(self) -> set[int]:
        """Return the elements with a title or a link for a heading: other stories."""
        tree = self._tree
        return {
            tree.holder(block)
            for block in tree.blocks
            if (level := tree.heading_level(block)) and (level == 1 or is_link(block))
        } - self._holders

    def _extend(self) -> None:
        """Add the elements in which the story goes on to those that hold it."""
        for position, block in enumerate(self._tree.blocks):
            if (
                position not in self._prose
                and is_prose(block.text)
                and not is_link(block)
                and not self._is_unfit(block)
                and self._is_of_story(block)
                and block.text not in self._words
            ):
                self._prose.add(position)
                self._holders.add(self._tree.holder(block))
                self._first = min(self._first, position)
                self._last = max(self._last, position)

    def find_left_out(self) -> list[LocatedPiece]:
        """Return the paragraphs that the library left out and that are or may be the story's."""
        added: list[LocatedPiece] = []
        located = {piece.position for piece in self.pieces}
        known = {compact(piece.text) for piece in self.pieces}
        for position, block in enumerate(self._tree.blocks):
            key = compact(block.text)
            if position in located or len(key) < _FEWEST_LETTERS or key in known:
                continue
            kind = self._kind(position, block)
            if kind:
                known.add(key)
                added.append(LocatedPiece(kind, block.text, position))
                if kind in BODY_KINDS:
                    self._prose.add(position)
        headings = self._find_headings(located | {piece.position for piece in added}, known)
        return sorted([*added, *headings, *self._after(known)], key=position_or_before)

    def _kind(self, position: int, block: PageBlock) -> str | None:
        """Return the kind of a paragraph that was left out, None where it is not the story's."""
        is_between = self._first < position < self._last
        if block.is_caption:
            return "caption" if is_between else None
        if (is_between or self._is_inside(block)) and self._is_told_aside(block):
            return "boilerplate"
        if self._is_unfit(block) or block.text in self._words:
            return None
        if is_between and self._heads_section(position, block):
            return "heading"
        is_beside = is_prose(block.text) and not self._prose.isdisjoint(
            range(position - _BESIDE_REACH, position + _BESIDE_REACH + 1)
        )
        if (is_between or is_beside) and self._tree.holder(block) in self._holders:
            return self._kind_of_sibling(block)
        if is_between and self._is_in_own_list(block):
            return "item"
        if is_between and self._is_in_quotation(position):
            return "body"
        if self._is_line_of_story(block) or ((is_between or is_beside) and self._is_plain(block)):
            return "body"
        if position > self._last and self._is_source(block):
            return "body"
        if not is_prose(block.text) or (is_link(block) and not (is_between or is_beside)):
            return None
        if self._is_of_story(block):
            return "body"
        if is_between and not is_link(block):
            if self._reads_like_story(block):
                return "body"
            if not self._is_aside(block):
                self.doubts.append(position)
            return "boilerplate"
        is_of_article = self._tree.article_of(block.element) in self._articles
        return "boilerplate" if is_beside and is_of_article else None

    def _is_told_aside(self, block: PageBlock) -> bool:
        """Return whether it belongs to a box with content of its own, such as an explanation."""
        return (
            self._is_furniture(block)
            and block.regions[-1] in self._told_regions
            and not (block.is_hidden or block.is_caption or is_link(block))
            and self._counts[block.text] == 1
            and self._tree.article_of(block.element) in self._articles
            and block.text not in self._words
        )

    def _is_inside(self, block: PageBlock) -> bool:
        """Return whether it is in an element that holds the story, but the whole page."""
        elements = self._tree.elements
        return any(
            at in self._holders and elements[at].tag not in _PAGE_TAGS
            for at in self._tree.ancestors(block.element)
        )

    def _is_line_of_story(self, block: PageBlock) -> bool:
        """Return whether it is a line of an element of which another line is the story's."""
        return (
            block.element in self._begun
            and not is_link(block)
            and self._counts[block.text] == 1
            and is_told(block.text)
        )

    def _is_source(self, block: PageBlock) -> bool:
        """Return whether it is an address beside the story's paragraphs: one of its sources."""
        return is_address(block.text) and self._tree.holder(block) in self._holders

    def _is_plain(self, block: PageBlock) -> bool:
        """Return whether it is a sentence in an element without a name beside the story's."""
        element = self._tree.elements[block.element]
        return (
            element.tag == "div"
            and not element.is_named
            and element.parent in self._holders
            and is_prose(block.text)
            and not is_link(block)
            and self._counts[block.text] == 1
            and is_told(block.text)
        )

    def _heads_section(self, position: int, block: PageBlock) -> bool:
        """Return whether it is a heading that is not marked as one, among others like it.

        It is a line in an element of its own between paragraphs of the story.
        """
        elements, element = self._tree.elements, self._tree.elements[block.element]
        beside = {position - 1, position + 1}
        return (
            element.tag == "div"
            and element.parent in self._holders
            and beside <= self._prose
            and len(block.text) <= _LONGEST_HEADING
            and block.link_share == 0
            and (not ends_sentence(block.text) or block.text.endswith("?"))
            and self._counts[block.text] == 1
            and self._lines[elements[block.element].signature] >= _FEWEST_HEADINGS
        )

    def _is_in_quotation(self, position: int) -> bool:
        """Return whether it is a post or a quotation between the story's paragraphs, or its name.

        One that repeats words of the story is not asked for here.
        """
        block = self._tree.blocks[position]
        quotation = self._quotation(block)
        if quotation is None or self._is_aside(block):
            return False
        if is_prose(block.text):
            return True
        before = self._tree.blocks[position - 1] if position else block
        return block.text.startswith("—") and self._quotation(before) == quotation

    def _quotation(self, block: PageBlock) -> int | None:
        around = self._tree.ancestors(block.element)
        return next((at for at in around if self._tree.elements[at].tag == "blockquote"), None)

    def _is_in_own_list(self, block: PageBlock) -> bool:
        """Return whether it is an item of a plain list in an element that holds the story."""
        elements = self._tree.elements
        if self._tree.tag(block) != "li" or is_link(block):
            return False
        outer = elements[elements[block.element].parent]
        return outer.tag in ("ul", "ol") and outer.parent in self._holders

    def _is_aside(self, block: PageBlock) -> bool:
        """Return whether it is in a list, a form, or twice in the page, where no story is."""
        if self._counts[block.text] > 1:
            return True
        tags = (self._tree.elements[at].tag for at in self._tree.ancestors(block.element))
        return not _ASIDE_TAGS.isdisjoint(tags)

    def _kind_of_sibling(self, block: PageBlock) -> str:
        """Return the kind of a paragraph beside those of the story: a mere link is folded."""
        if is_link(block) and not (is_prose(block.text) or is_address(block.text)):
            return "boilerplate"
        return "item" if self._tree.tag(block) == "li" else "body"

    def _is_unfit(self, block: PageBlock) -> bool:
        """Return whether it is a heading, a caption, hidden or in a region of furniture."""
        return (
            block.is_hidden
            or block.is_caption
            or self._tree.heading_level(block) > 0
            or self._is_furniture(block)
        )

    def _is_of_story(self, block: PageBlock) -> bool:
        if self.linked and block.text in self.linked:
            return True
        return self._is_named_as_story(block) or self._is_beside_story(block)

    def _is_beside_story(self, block: PageBlock) -> bool:
        """Return whether it is a long paragraph in an element beside one that holds the story."""
        elements, holder = self._tree.elements, self._tree.holder(block)
        if self._tree.tag(block) != "p" or not is_long_prose(block.text):
            return False
        return (
            elements[holder].parent in self._frames
            and holder not in self._foreign
            and is_told(block.text)
        )

    def _reads_like_story(self, block: PageBlock) -> bool:
        """Return whether it is a long paragraph in the story's `<article>`, and of no site."""
        around = self._tree.ancestors(block.element)
        return (
            self._tree.tag(block) == "p"
            and (
                is_long_prose(block.text)
                or (is_told_at_length(block.text) and any(at in self._holders for at in around))
            )
            and self._tree.holder(block) not in self._foreign
            and self._tree.article_of(block.element) in self._articles
            and not self._is_aside(block)
            and is_told(block.text)
        )

    def _is_named_as_story(self, block: PageBlock) -> bool:
        """Return whether it is in an element of the names of those that hold the story."""
        elements, holder = self._tree.elements, self._tree.holder(block)
        return (
            elements[holder].signature in self._signatures
            and elements[block.element].signature in self._block_signatures
            and holder not in self._foreign
            and self._tree.article_of(holder) in self._articles
        )

    def _find_headings(
        self, located: Collection[int | None], known: set[str]
    ) -> list[LocatedPiece]:
        """Return the headings of paragraphs of the story."""
        found = []
        following: list[int] = []
        # Whether there is a paragraph of the story above the next heading.
        has_text = False
        for position in range(len(self._tree.blocks) - 1, -1, -1):
            block = self._tree.blocks[position]
            level = self._tree.heading_level(block)
            if level > 1 and position not in located:
                key = compact(block.text)
                heads_story = self._heads_story(position, block, following, has_text)
                if key not in known and (heads_story or self._is_doubtful_heading(position, block)):
                    known.add(key)
                    kind = "heading" if heads_story else "boilerplate"
                    found.append(LocatedPiece(kind, block.text, position))
            following = [position, *following[: _HEADING_REACH - 1]]
            is_own = position in located or position in self._prose
            has_text = is_own or compact(block.text) in known if level else has_text or is_own
        return found

    def _heads_story(
        self, position: int, block: PageBlock, following: Sequence[int], has_text: bool
    ) -> bool:
        if block.is_hidden or self._is_furniture(block):
            return False
        if is_link(block):
            return self._heads_entry(block, following)
        is_between = self._first < position < self._last
        holder = self._tree.holder(block)
        if (
            has_text
            and (is_between or self._is_inside(block))
            and (
                holder in self._holders or self._tree.elements[holder].signature in self._signatures
            )
        ):
            return True
        below = [at for at in following if at in self._prose]
        if not below:
            return False
        if self._tree.holder(block) in self._holders:
            return True
        own = set(self._tree.ancestors(block.element, 4))
        beside = self._tree.ancestors(self._tree.blocks[below[0]].element, 4)
        return is_between and not own.isdisjoint(beside)

    def _heads_entry(self, block: PageBlock, following: Sequence[int]) -> bool:
        """Return whether it heads one of several elements of one name that hold the story."""
        entry = self._tree.headed(block)
        below = [at for at in following if at in self._prose]
        if entry not in self._holders or not below:
            return False
        is_inside = entry in self._tree.ancestors(self._tree.blocks[below[0]].element)
        return is_inside and self._holder_counts[self._tree.elements[entry].signature] > 1

    def _is_doubtful_heading(self, position: int, block: PageBlock) -> bool:
        """Return whether it is a heading in the story that heads no paragraph of it."""
        return (
            (self._first < position < self._last or self._is_inside(block))
            and not (is_link(block) or block.is_hidden or self._is_furniture(block))
            and self._tree.article_of(block.element) in self._articles
            and not self._is_aside(block)
        )

    def _after(self, known: set[str]) -> list[LocatedPiece]:
        """Return the prose right after the story in its `<article>` or `<main>`, to be folded."""
        found: list[LocatedPiece] = []
        blocks = self._tree.blocks
        for position in range(self._last + 1, min(self._last + 1 + _MOST_AFTER, len(blocks))):
            block = blocks[position]
            is_inside = any(
                self._tree.elements[at].tag in ("article", "main")
                for at in self._tree.ancestors(block.element)
            )
            if not is_inside or self._tree.heading_level(block):
                break
            key = compact(block.text)
            if (
                is_prose(block.text)
                and key not in known
                and not is_link(block)
                and not self._is_furniture(block)
                and not block.is_hidden
            ):
                known.add(key)
                found.append(LocatedPiece("boilerplate", block.text, position))
        return found

    def _is_furniture(self, block: PageBlock) -> bool:
        return not self._furniture_regions.isdisjoint(block.regions)


def _mark_pieces(guard: _Guard, tree: PageTree) -> list[LocatedPiece]:
    """Return the story's own paragraphs, those in regions of furniture marked."""
    furniture = find_furniture(guard.pieces, tree, guard.linked)
    captions = {block.text for block in tree.blocks if block.is_caption}
    pieces = []
    for piece in guard.pieces:
        if piece.kind != "title" and piece.text in furniture:
            piece = piece._replace(kind="boilerplate")
        elif piece.text in captions:
            piece = piece._replace(kind="caption")
        pieces.append(piece)
    return pieces
