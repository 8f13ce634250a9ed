"""All paragraphs of a page with the elements around them, to find the furniture of its story.

The library returns the words of a story without their place in the page. Compared with all
paragraphs of the page, in their order, the story shows which of its paragraphs are inside a
box of links, a slide show or a form, which captions belong to it, and what is missing
between its paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.sources.formats.tag_stripping import PagePiece
from reader.text.quote_signs import CLOSING_SIGNS, STRAIGHT_SIGNS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Words in the class or id of an element that holds no part of the story. Each is listed only
# because it marked furniture on real pages, and no region that holds more than a share of the
# story counts: a wrapper may be called `sidebar__main`.
_FURNITURE_WORDS = frozenset({
    "author", "authors", "carousel", "copyright", "cta", "disclaimer", "dropdown", "jwplayer",
    "linkbox", "navbar", "navi", "navigation", "newsletter", "outbrain", "promo", "publisher",
    "recirc", "recommendations", "recommended", "related", "sharedaddy", "sidebar", "signup",
    "slick", "slides", "sponsored", "subscribe", "swiper", "taboola", "toggle", "trending", "vjs",
})  # fmt: skip
_FURNITURE_ELEMENTS = frozenset({"aside", "nav", "dialog"})
_FURNITURE_ROLES = frozenset({"dialog", "alertdialog", "navigation", "search", "button"})
_WRAPPER_ELEMENTS = frozenset({"html", "body", "main", "article"})
_HIDDEN_ELEMENTS = frozenset({
    "script", "style", "noscript", "head", "template", "select", "textarea",
})  # fmt: skip
_INLINE_ELEMENTS = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# Characters of a class or an id.
_LONGEST_ATTRIBUTE = 200
# A region with a greater share of the story's characters is no furniture.
_LARGEST_REGION_SHARE = 0.15
# Characters: by which paragraphs count as the same, by which a cut paragraph is located, and
# of the shortest paragraph that counts as prose.
_OPENING = 60
_KEY_LENGTH = 12
_SHORTEST_PROSE = 80
# Words in a row, and the share of such runs by which a text counts as contained in the story.
_RUN_LENGTH = 6
_CONTAINED_SHARE = 0.7
# Places at which a cut paragraph is searched.
_MOST_TRIES = 4
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_CLOSERS = f" )]{STRAIGHT_SIGNS}{CLOSING_SIGNS}"


class PageBlock(NamedTuple):
    """One paragraph of the page."""

    text: str
    is_caption: bool
    regions: tuple[int, ...]
    """The elements around it that are marked as furniture, by their numbers in the page."""


def read_blocks(root: HtmlElement) -> list[PageBlock]:
    """Return the paragraphs of a page in order, without scripts and the like."""
    return list(_BlockReader(root).blocks())


def mark_furniture(story: Sequence[PagePiece], blocks: Sequence[PageBlock]) -> list[PagePiece]:
    """Return the story with its furniture marked, and with the text between its paragraphs.

    Nothing of the story is removed. Captions are added, and sentences that the library
    left out: above the first paragraph as the story's, whose lead they mostly are; below it
    as boilerplate, which is folded and not lost.

    Args:
        story: its paragraphs as the library returns them.
        blocks: all paragraphs of the page.
    """
    story = _join_cut_paragraphs(story, blocks)
    furniture = _find_furniture(story, blocks)
    captions = {block.text for block in blocks if block.is_caption}
    left_out = _find_left_out(story, blocks)
    pieces = []
    for kind, text in story:
        if kind != "title" and text in furniture:
            kind = "boilerplate"
        elif text in captions:
            kind = "caption"
        pieces.append((kind, text))
        pieces.extend(left_out.pop(text, ()))
    return pieces


def _join_cut_paragraphs(
    story: Sequence[PagePiece], blocks: Sequence[PageBlock]
) -> list[PagePiece]:
    """Join the paragraphs that the library has cut at a word marked as code."""
    known = {text for _, text in story}
    index = _StoryIndex(story)
    joined: list[PagePiece] = []
    done = 0
    for block in blocks:
        if block.text in known or len(block.text) < _KEY_LENGTH:
            continue
        for begin, end in index.find(block.text, done):
            kinds = {kind for kind, _ in story[begin:end]}
            is_cut = any(not _ends_sentence(text) for _, text in story[begin : end - 1])
            if is_cut and kinds <= {"body", "item"}:
                joined.extend(story[done:begin])
                joined.append(("item" if kinds == {"item"} else "body", block.text))
                done = end
                break
    return [*joined, *story[done:]]


class _StoryIndex:
    """The words of a story without spaces, to locate texts that span several paragraphs."""

    def __init__(self, story: Sequence[PagePiece]) -> None:
        pieces = [_without_spaces(text) for _, text in story]
        self._text = "".join(pieces)
        self._starts = list(accumulate(map(len, pieces), initial=0))
        self._position_at = {offset: position for position, offset in enumerate(self._starts)}
        # The paragraphs by their first letters.
        self._offsets: dict[str, list[int]] = {}
        for offset in self._starts[:-1]:
            key = self._text[offset : offset + _KEY_LENGTH]
            self._offsets.setdefault(key, []).append(offset)

    def find(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Yield the first and the next position of paragraphs that make up the text.

        Args:
            text: of a paragraph of the page.
            start: the position from which the story is searched.
        """
        whole = _without_spaces(text)
        offsets = self._offsets.get(whole[:_KEY_LENGTH], [])
        first = bisect_left(offsets, self._starts[start])
        for offset in offsets[first : first + _MOST_TRIES]:
            end = self._position_at.get(offset + len(whole))
            if end is not None and self._text.startswith(whole, offset):
                yield self._position_at[offset], end


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _find_left_out(
    story: Sequence[PagePiece], blocks: Sequence[PageBlock]
) -> dict[str, list[PagePiece]]:
    """Return what the page has between paragraphs of the story, by the paragraph before it."""
    known = {text for _, text in story}
    openings = {text[:_OPENING] for text in known}
    runs = {run for text in known for run in _word_runs(text)}
    last = max((at for at, block in enumerate(blocks) if block.text in known), default=-1)
    lead = {text for _, text in story[: _lead_length(story)]}
    left_out: dict[str, list[PagePiece]] = {}
    added: set[str] = set()
    before: str | None = None
    for block in blocks[: max(last, 0)]:
        if block.text in known:
            before = block.text
        elif before and block.text not in added and block.text[:_OPENING] not in openings:
            kind = _left_out_kind(block, runs, before in lead)
            if kind:
                added.add(block.text)
                left_out.setdefault(before, []).append((kind, block.text))
    return left_out


def _left_out_kind(block: PageBlock, runs: set[str], is_in_lead: bool) -> str | None:
    """Return the kind of a paragraph between those of the story, None where it is no part of it.

    Args:
        block: the paragraph.
        runs: the runs of words in the story.
        is_in_lead: whether it precedes the first paragraph of prose.
    """
    if block.is_caption:
        return "caption"
    if not _is_prose(block.text) or block.regions or _is_contained(block.text, runs):
        return None
    return "body" if is_in_lead else "boilerplate"


def _lead_length(story: Sequence[PagePiece]) -> int:
    """Return the number of pieces before the first paragraph of prose."""
    return next(
        (at for at, (kind, text) in enumerate(story) if kind == "body" and _is_prose(text)), 0
    )


def _is_contained(text: str, runs: set[str]) -> bool:
    """Return whether its words are in the story, in paragraphs cut in other places."""
    own = _word_runs(text)
    return sum(run in runs for run in own) > _CONTAINED_SHARE * len(own)


def _word_runs(text: str) -> list[str]:
    words = text.split()
    return [
        " ".join(words[at : at + _RUN_LENGTH]) for at in range(max(len(words) - _RUN_LENGTH + 1, 1))
    ]


def _is_prose(text: str) -> bool:
    return len(text) >= _SHORTEST_PROSE and _ends_sentence(text)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def _find_furniture(story: Sequence[PagePiece], blocks: Sequence[PageBlock]) -> set[str]:
    """Return the texts that are in regions of furniture, and nowhere else in the page."""
    texts = {text for _, text in story}
    total = sum(map(len, texts))
    sizes: Counter[int] = Counter()
    for block in blocks:
        if block.text in texts:
            for region in block.regions:
                sizes[region] += len(block.text)
    inside: set[str] = set()
    outside: set[str] = set()
    for block in blocks:
        is_inside = any(sizes[region] < _LARGEST_REGION_SHARE * total for region in block.regions)
        (inside if is_inside else outside).add(block.text)
    return inside - outside


class _BlockReader:
    """One pass over the elements of a page."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._words: list[str] = []
        # For each open element that is not inline its number if it is furniture, else 0.
        self._regions: list[int] = []
        self._open_captions = 0
        self._open_hidden = 0
        self._element_count = 0

    def blocks(self) -> Iterator[PageBlock]:
        from lxml.etree import iterwalk

        for event, element in iterwalk(self._root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if element.tag not in _INLINE_ELEMENTS:
                yield from self._take_block()
            if event == "start":
                self._enter(element)
                self._add(element.text)
            else:
                self._leave(element)
                self._add(element.tail)
        yield from self._take_block()

    def _add(self, text: str | None) -> None:
        if text and not self._open_hidden:
            self._words.append(text)

    def _take_block(self) -> Iterator[PageBlock]:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            regions = tuple(region for region in self._regions if region)
            yield PageBlock(text, self._open_captions > 0, regions)

    def _enter(self, element: HtmlElement) -> None:
        self._element_count += 1
        self._open_captions += element.tag == "figcaption"
        self._open_hidden += element.tag in _HIDDEN_ELEMENTS
        if element.tag not in _INLINE_ELEMENTS:
            self._regions.append(self._element_count if _is_furniture(element) else 0)

    def _leave(self, element: HtmlElement) -> None:
        self._open_captions -= element.tag == "figcaption"
        self._open_hidden -= element.tag in _HIDDEN_ELEMENTS
        if element.tag not in _INLINE_ELEMENTS:
            self._regions.pop()


def _is_furniture(element: HtmlElement) -> bool:
    """Return whether its name, role, class or id marks it as furniture."""
    if element.tag in _WRAPPER_ELEMENTS:
        return False
    if element.tag in _FURNITURE_ELEMENTS or element.get("role") in _FURNITURE_ROLES:
        return True
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if value:
            words = _WORD.findall(value[:_LONGEST_ATTRIBUTE])
            if any(word.lower() in _FURNITURE_WORDS for word in words):
                return True
    return False
