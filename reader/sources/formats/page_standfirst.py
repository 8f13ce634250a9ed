"""The standfirst of a page: the text between its headline and its story.

It is found by the names of its element, by what the head of the page says of the story, or
by its place below the headline. What is in the head of the page only is no standfirst.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.articles.furniture.boilerplate import is_boilerplate
from reader.articles.furniture.captions import is_caption
from reader.articles.furniture.prose import count_words, visual_width
from reader.articles.furniture.site_appeals import is_about_site
from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.post_times import has_time_of_day, is_post_time
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageBlock, PageTree, compact
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    explains_link,
    find_main_positions,
    furniture_regions,
    is_link,
    is_prose,
)

# Paragraphs of the story among which the standfirst may be, and paragraphs of the page before
# the story among which it is searched.
_STORY_REACH = 4
_HEADER_REACH = 60
# Elements around a paragraph that may be named as the standfirst, the innermost first.
_NAME_REACH = 4
_FRAME_REACH = 6
_PAGE_TAGS = frozenset({"", "html", "body"})
# Columns of a standfirst.
_SHORTEST = 20
_LONGEST = 1500
_FEWEST_HEADING_WORDS = 5
_FEWEST_PROSE_WORDS = 8
# Paragraphs of one standfirst: some have it as a list.
_MOST_PARAGRAPHS = 5
# Plain paragraphs for each in a row of a table by which they are the story, and not the table.
_LEAST_PLAIN_SHARE = 0.25
# Letters by which a description is the beginning of a paragraph, or the other way round.
_OPENING = 60
# Letters of a paragraph that is a part of a description.
_SHORTEST_PART = 12


def mark_standfirst(
    pieces: Sequence[LocatedPiece],
    tree: PageTree,
    descriptions: Sequence[str],
    title: str | None,
) -> list[LocatedPiece]:
    """Return the story with its standfirst first, of the kind `standfirst`.

    Args:
        pieces: the story.
        tree: the page.
        descriptions: the descriptions of the story in the head of the page.
        title: of the story.
    """
    finder = _Finder(pieces, tree, descriptions, title)
    found = finder.find()
    if not found:
        return list(pieces)
    lead = finder.find_lead(found)
    texts = {compact(tree.blocks[position].text) for position in found}
    positions = set(found)
    standfirst = [
        LocatedPiece("standfirst", tree.blocks[position].text, position) for position in found
    ]
    standfirst += [LocatedPiece("body", tree.blocks[position].text, position) for position in lead]
    rest = [
        piece
        for piece in pieces
        if piece.position not in positions and compact(piece.text) not in texts
    ]
    at = next((at for at, piece in enumerate(rest) if piece.kind != "title"), len(rest))
    if any(piece.kind == "title" for piece in rest[:_STORY_REACH]):
        titles = [at for at, piece in enumerate(rest[:_STORY_REACH]) if piece.kind == "title"]
        at = titles[-1] + 1
    return [*rest[:at], *standfirst, *rest[at:]]


class _Finder:
    """Looks for the standfirst of one page."""

    def __init__(
        self,
        pieces: Sequence[LocatedPiece],
        tree: PageTree,
        descriptions: Sequence[str],
        title: str | None,
    ) -> None:
        self._tree = tree
        self._located = {piece.position for piece in pieces}
        self._descriptions = [compact(text) for text in descriptions]
        self._titles = {compact(title or "")}
        # A story in a list has no other paragraphs, one in a table few.
        rows, plain = _find_prose(pieces, ("row",)), _find_prose(pieces, ("body",))
        is_plain = len(plain) > _LEAST_PLAIN_SHARE * len(rows)
        prose = plain if plain and is_plain else _find_prose(pieces, BODY_KINDS)
        self._prose = prose
        self._first = prose[0] if prose else len(tree.blocks)
        self._start = self._headline()
        main = find_main_positions(pieces, tree)
        self._own = {tree.holder(tree.blocks[at]) for at in main}
        if self._start >= 0:
            self._own.add(tree.blocks[self._start].element)
        around = tree.blocks[self._start].regions if self._start >= 0 else ()
        self._regions = furniture_regions(pieces, tree) - set(around)
        self._sizes = self._measure_elements()

    def find(self) -> list[int]:
        """Return the positions of its paragraphs in the page, [] where there is none.

        A heading right below the headline, in one element with it, is of the standfirst even
        where a paragraph below it is marked as that.
        """
        found = self._find_paragraphs()
        between = range(self._start + 1, found[0]) if found else ()
        return [*filter(self._is_below_headline_in_element, between), *found]

    def _is_below_headline_in_element(self, position: int) -> bool:
        blocks = self._tree.blocks
        return (
            self._level(position) > 1
            and self._level(self._start) > 0
            and self._tree.holder(blocks[position]) == self._tree.holder(blocks[self._start])
            and self._may_be(position)
            and self._is_below_headline(position)
            and self._is_of_no_site(position)
        )

    def _find_paragraphs(self) -> list[int]:
        start = self._start
        end = self._prose[:_STORY_REACH][-1] if self._prose else self._first
        positions = [at for at in range(start + 1, end) if self._may_be(at)]
        described = [
            at
            for at in positions
            if self._is_described(at) and (at != self._first or self._is_apart(at))
        ]
        named = [at for at in positions if self._is_named(at) and at <= self._first]
        if described:
            lines = [at for at in positions if described[0] < at < self._first]
            return self._group([*described[:1], *filter(self._is_part, lines)])
        if named:
            return self._group(named)
        parts = [at for at in positions if at < self._first and self._is_part(at)]
        if len(parts) > 1:
            return self._group(parts)
        above = [at for at in range(max(start - _STORY_REACH, 0), start) if self._may_be(at)]
        named_above = [at for at in above if self._is_named(at)]
        if named_above:
            return self._group(named_above)
        above_story = [at for at in positions if at < self._first]
        if stacked := self._find_stacked(above_story):
            return self._group(stacked)
        near = [at for at in above_story if self._is_near(at)]
        prose = [at for at in near if self._reads_like_story(at)]
        if prose:
            return self._group(prose)
        if points := [at for at in near if self._is_point(at)][:_MOST_PARAGRAPHS]:
            return self._group(points) if len(points) > 1 else []
        lines = [at for at in near if self._is_below_headline(at) or self._is_summary(at)]
        right_above = [at for at in above if at == start - 1 and self._level(at) > 1]
        return lines[:1] or [at for at in right_above if self._is_summary(at)]

    def find_lead(self, found: Sequence[int]) -> list[int]:
        """Return paragraphs below the standfirst that look like the story and are not in it yet."""
        return [
            at
            for at in range(found[-1] + 1, self._first)
            if at not in self._located
            and self._may_be(at)
            and self._level(at) == 0
            and self._reads_like_story(at)
            and self._is_near(at)
        ]

    def _headline(self) -> int:
        """Return the position of the headline above the story, -1 where there is none."""
        blocks = self._tree.blocks
        begin = max(self._first - _HEADER_REACH, 0)
        levels = [at for at in range(begin, self._first) if self._level(at) == 1]
        by_title = [
            at for at in range(begin, self._first) if compact(blocks[at].text) in self._titles
        ]
        stated = [at for at in levels if at in by_title]
        found = stated[:1] or levels[-1:] or by_title[-1:]
        return found[0] if found else begin - 1

    def _level(self, position: int) -> int:
        return self._tree.heading_level(self._tree.blocks[position])

    def _may_be(self, position: int) -> bool:
        block = self._tree.blocks[position]
        return (
            _SHORTEST <= visual_width(block.text) <= _LONGEST
            and not block.is_hidden
            and not is_link(block)
            and self._regions.isdisjoint(block.regions)
            and compact(block.text) not in self._titles
            and not is_post_time(block.text)
            and not _is_byline(block)
            and not self._is_quoted(block)
            and (not block.is_caption or self._is_stated(position))
            and (not explains_link(block, self._tree, self._own) or self._is_known(position))
        )

    def _is_stated(self, position: int) -> bool:
        """Return whether it is a sentence without a credit that the head of the page has.

        Some sites set the standfirst below the picture, in the element for its caption.
        """
        text = self._tree.blocks[position].text
        return is_prose(text) and not is_caption(text) and self._is_described(position)

    def _is_known(self, position: int) -> bool:
        """Return whether its element is named as the standfirst, or the head of the page has it."""
        return self._is_described(position) or self._is_named(position)

    def _is_quoted(self, block: PageBlock) -> bool:
        """Return whether it is in an element for quotations: words of somebody in the story."""
        around = self._tree.ancestors(block.element)
        return any(self._tree.elements[at].tag == "blockquote" for at in around)

    def _is_named(self, position: int) -> bool:
        """Return whether an element around it is named as the standfirst, and holds little more.

        A summary and the buttons beside it are often in elements of one name.
        """
        block = self._tree.blocks[position]
        if is_boilerplate(block.text, in_story=True) or is_caption(block.text):
            return False
        return any(
            self._tree.elements[number].is_marked_standfirst
            and self._sizes.get(number, 0) <= _LONGEST
            for number in self._tree.ancestors(block.element, _NAME_REACH)
        )

    def _find_stacked(self, positions: Sequence[int]) -> list[int]:
        """Return the first headings of one rank in a row: nothing is below any but the last."""
        run: list[int] = []
        for at in positions:
            follows = bool(run) and at == run[-1] + 1 and self._is_beside(run[-1], at)
            if not follows and len(run) > 1:
                break
            run = [*run, at] if follows else [at] if self._level(at) > 1 else []
        return run if len(run) > 1 else []

    def _is_beside(self, one: int, other: int) -> bool:
        """Return whether two paragraphs are headings of one rank in one element."""
        blocks = self._tree.blocks
        return self._level(one) == self._level(other) and self._tree.holder(
            blocks[one]
        ) == self._tree.holder(blocks[other])

    def _is_described(self, position: int) -> bool:
        """Return whether it begins as a description does, maybe after a place."""
        text = compact(self._tree.blocks[position].text)
        return any(
            text == description
            or (len(description) >= _OPENING and description[:_OPENING] in text[: 2 * _OPENING])
            or (len(text) >= _OPENING and description.startswith(text[:_OPENING]))
            for description in self._descriptions
        )

    def _is_part(self, position: int) -> bool:
        """Return whether it is one of several lines that a description joins."""
        text = compact(self._tree.blocks[position].text)
        return len(text) >= _SHORTEST_PART and any(text in each for each in self._descriptions)

    def _is_apart(self, position: int) -> bool:
        """Return whether it is a heading, or in another element than the paragraph below it."""
        block = self._tree.blocks[position]
        following = self._prose[1:2]
        if self._level(position) or not following:
            return self._level(position) > 0
        below = self._tree.blocks[following[0]]
        elements = self._tree.elements
        return (
            self._tree.holder(block) != self._tree.holder(below)
            and elements[self._tree.holder(block)].signature
            != elements[self._tree.holder(below)].signature
        )

    def _is_below_headline(self, position: int) -> bool:
        """Return whether it is a sentence or a long heading right below the headline."""
        headline = self._start
        if headline < 0 or position > headline + 2:
            return False
        block = self._tree.blocks[position]
        words = count_words(block.text)
        if self._level(position):
            return words >= _FEWEST_HEADING_WORDS
        if position in self._prose[:1] or is_boilerplate(block.text, in_story=True):
            return False
        holder = self._tree.holder(self._tree.blocks[headline])
        is_beside = holder in (self._tree.holder(block), self._tree.elements[block.element].parent)
        return is_prose(block.text) and is_beside

    def _is_summary(self, position: int) -> bool:
        """Return whether it is a line, of more words than labels have, outside of the story."""
        block = self._tree.blocks[position]
        holders = {self._tree.holder(self._tree.blocks[at]) for at in self._prose}
        fewest = _FEWEST_HEADING_WORDS if self._level(position) > 1 else _FEWEST_PROSE_WORDS
        return (
            count_words(block.text) >= fewest
            and self._is_of_no_site(position)
            and self._tree.holder(block) not in holders
            and find_date(block.text) is None
            and (self._level(position) > 1 or not _has_mostly_capitals(block.text))
        )

    def _is_point(self, position: int) -> bool:
        """Return whether it is an item of a list: some give their summary in points."""
        block = self._tree.blocks[position]
        return (
            self._tree.tag(block) == "li"
            and count_words(block.text) >= _FEWEST_HEADING_WORDS
            and block.link_count == 0
            and self._is_of_no_site(position)
        )

    def _is_near(self, position: int) -> bool:
        """Return whether an element close around it is around the headline or the story too."""
        blocks = self._tree.blocks
        if self._start < 0:
            article = self._tree.article_of(blocks[position].element)
            first = self._prose[:1]
            return article > 0 and any(
                article == self._tree.article_of(blocks[at].element) for at in first
            )
        own = set(self._tree.ancestors(blocks[position].element, _FRAME_REACH))
        return any(
            self._tree.elements[at].tag not in _PAGE_TAGS and at in own
            for other in (self._start, *self._prose[:1])
            for at in self._tree.ancestors(blocks[other].element, _FRAME_REACH)
        )

    def _reads_like_story(self, position: int) -> bool:
        text = self._tree.blocks[position].text
        return (
            is_prose(text)
            and count_words(text) >= _FEWEST_PROSE_WORDS
            and self._is_of_no_site(position)
        )

    def _is_of_no_site(self, position: int) -> bool:
        """Return whether it has no words of a site, a caption or a time."""
        text = self._tree.blocks[position].text
        return (
            not is_boilerplate(text, in_story=True)
            and not is_about_site(text, near_boilerplate=True, in_story=True)
            and not is_caption(text)
            and not has_time_of_day(text)
        )

    def _group(self, positions: Sequence[int]) -> list[int]:
        """Return the first of the positions, and those beside it in one element."""
        first = self._tree.blocks[positions[0]]
        holder = self._tree.holder(first)
        if self._tree.tag(first) != "li":
            grandparent = self._tree.elements[first.element].parent
            return [
                at
                for at in positions[:_MOST_PARAGRAPHS]
                if self._tree.elements[self._tree.blocks[at].element].parent == grandparent
            ]
        return [
            at
            for at in positions[:_MOST_PARAGRAPHS]
            if self._tree.holder(self._tree.blocks[at]) == holder
        ]

    def _measure_elements(self) -> dict[int, int]:
        """Return the characters in the elements around the paragraphs of the page's head."""
        sizes: dict[int, int] = {}
        for block in self._tree.blocks[max(self._first - _HEADER_REACH, 0) :]:
            for number in self._tree.ancestors(block.element, _NAME_REACH):
                sizes[number] = sizes.get(number, 0) + len(block.text)
        return sizes


def _find_prose(pieces: Sequence[LocatedPiece], kinds: Collection[str]) -> list[int]:
    """Return the positions of the sentences of some kinds."""
    return [
        piece.position
        for piece in pieces
        if piece.position is not None and piece.kind in kinds and is_prose(piece.text)
    ]


def _has_mostly_capitals(text: str) -> bool:
    """Return whether more than half of its words begin with a capital, as names do."""
    words = text.split()
    return sum(word[0].isupper() for word in words) > len(words) / 2


def _is_byline(block: PageBlock) -> bool:
    date = find_date(block.text)
    if date and date.is_alone:
        return True
    # What ends with the stop of "a.m." is no sentence.
    may_be_signed = date is not None or not is_prose(block.text)
    return may_be_signed and find_byline(block.text) is not None
