"""The headings of a story that the library left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageBlock, PageTree, compact
from reader.sources.formats.page_regions import is_link
from reader.sources.formats.page_story_elements import StoryElements

# Paragraphs below a heading among which its text is searched.
_HEADING_REACH = 3


class HeadingFinder:
    """Finds the headings of the paragraphs of one story."""

    def __init__(self, story: StoryElements, tree: PageTree) -> None:
        self._story = story
        self._tree = tree

    def find(self, located: Collection[int | None], known: set[str]) -> list[LocatedPiece]:
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
            is_own = position in located or position in self._story.prose
            has_text = is_own or compact(block.text) in known if level else has_text or is_own
        return found

    def _heads_story(
        self, position: int, block: PageBlock, following: Sequence[int], has_text: bool
    ) -> bool:
        if block.is_hidden or self._story.is_furniture(block):
            return False
        if is_link(block):
            return self._heads_entry(block, following)
        is_between = self._story.first < position < self._story.last
        holder = self._tree.holder(block)
        if (
            has_text
            and (is_between or self._story.is_inside(block))
            and (
                holder in self._story.holders
                or self._tree.elements[holder].signature in self._story.signatures
            )
        ):
            return True
        below = [at for at in following if at in self._story.prose]
        if not below:
            return False
        if self._tree.holder(block) in self._story.holders:
            return True
        own = set(self._tree.ancestors(block.element, 4))
        beside = self._tree.ancestors(self._tree.blocks[below[0]].element, 4)
        return is_between and not own.isdisjoint(beside)

    def _heads_entry(self, block: PageBlock, following: Sequence[int]) -> bool:
        """Return whether it heads one of several elements of one name that hold the story."""
        entry = self._tree.headed(block)
        below = [at for at in following if at in self._story.prose]
        if entry not in self._story.holders or not below:
            return False
        is_inside = entry in self._tree.ancestors(self._tree.blocks[below[0]].element)
        return is_inside and self._story.holder_counts[self._tree.elements[entry].signature] > 1

    def _is_doubtful_heading(self, position: int, block: PageBlock) -> bool:
        """Return whether it is a heading in the story that heads no paragraph of it."""
        return (
            (self._story.first < position < self._story.last or self._story.is_inside(block))
            and not (is_link(block) or block.is_hidden or self._story.is_furniture(block))
            and self._tree.article_of(block.element) in self._story.articles
            and not self._story.is_aside(block)
        )
