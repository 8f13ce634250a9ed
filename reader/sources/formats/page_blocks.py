"""Every paragraph of a page with the marks it stands in: to tell captions and boxes in a story.

The library gives the words of a story without saying where they stood. Set beside all
paragraphs of the page, in their order, it shows which of them stood in a box of links, a
slide show or a form, which captions belong to it, and what stood between its paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Piece = tuple[str, str]
"""The kind of a paragraph and its words."""

# Words in the class or id of an element that holds no part of the story. Each was kept only
# where it told furniture on real pages, and no region that holds more than a share of the
# story counts: a wrapper may be called `sidebar__main`.
_MARKS = frozenset({
    "author", "authors", "carousel", "copyright", "cta", "disclaimer", "dropdown", "jwplayer",
    "linkbox", "navbar", "navi", "navigation", "newsletter", "outbrain", "promo", "publisher",
    "recirc", "recommendations", "recommended", "related", "sharedaddy", "sidebar", "signup",
    "slick", "slides", "sponsored", "subscribe", "swiper", "taboola", "toggle", "trending", "vjs",
})  # fmt: skip
_TAGS = frozenset({"aside", "nav", "dialog"})
_ROLES = frozenset({"dialog", "alertdialog", "navigation", "search", "button"})
_WRAPPERS = frozenset({"html", "body", "main", "article"})
_UNSEEN = frozenset({"script", "style", "noscript", "head", "template", "select", "textarea"})
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_MARK = 200
_LARGEST_SHARE = 0.15
_OPENING = 60
_JOINT = 12
_RUN = 6
_TOLD_SHARE = 0.7
_MOST_TRIES = 4
_SHORTEST_PROSE = 80
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_CLOSERS = "\"'”’»)] "


class Block(NamedTuple):
    """One paragraph of the page."""

    text: str
    is_caption: bool
    regions: tuple[int, ...]
    """The elements around it whose marks are those of furniture, by their order."""


def page_blocks(root: HtmlElement) -> list[Block]:
    """The paragraphs of a page in order, without scripts and the like."""
    return list(_Walk(root).blocks())


def told_apart(story: Sequence[Piece], blocks: Sequence[Block]) -> list[Piece]:
    """The story with its furniture marked, and with what stood between its paragraphs.

    Nothing of the story is taken away. Captions are added, and sentences that the library
    left out: above the first paragraph as the story's, whose lead they mostly are, below it
    as furniture, so that nobody has to read them and nobody misses them.
    """
    story = _joined(story, blocks)
    furniture = _in_furniture(story, blocks)
    captions = {block.text for block in blocks if block.is_caption}
    between = _between(story, blocks)
    told = []
    for kind, text in story:
        if kind != "title" and text in furniture:
            kind = "chrome"
        elif text in captions:
            kind = "caption"
        told.append((kind, text))
        told.extend(between.pop(text, ()))
    return told


def _joined(story: Sequence[Piece], blocks: Sequence[Block]) -> list[Piece]:
    """The story with the paragraphs whole that the library has cut at a word set as code."""
    known = {text for _, text in story}
    bare = [_without_spaces(text) for _, text in story]
    starts = list(accumulate(map(len, bare), initial=0))
    position_at = {offset: position for position, offset in enumerate(starts)}
    words = "".join(bare)
    openings: dict[str, list[int]] = {}
    for offset in starts[:-1]:
        openings.setdefault(words[offset : offset + _JOINT], []).append(offset)
    joined: list[Piece] = []
    done = 0
    for block in blocks:
        if block.text in known or len(block.text) < _JOINT:
            continue
        whole = _without_spaces(block.text)
        possible = openings.get(whole[:_JOINT], [])
        first = bisect_left(possible, starts[done])
        for offset in possible[first : first + _MOST_TRIES]:
            begin, end = position_at[offset], position_at.get(offset + len(whole))
            if end is None or not words.startswith(whole, offset):
                continue
            kinds = {kind for kind, _ in story[begin:end]}
            cut = any(not _ends_sentence(text) for _, text in story[begin : end - 1])
            if cut and kinds <= {"body", "item"}:
                joined.extend(story[done:begin])
                joined.append(("item" if kinds == {"item"} else "body", block.text))
                done = end
                break
    return [*joined, *story[done:]]


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _between(story: Sequence[Piece], blocks: Sequence[Block]) -> dict[str, list[Piece]]:
    """What the page has between paragraphs of the story, by the paragraph before it."""
    known = {text for _, text in story}
    openings = {text[:_OPENING] for text in known}
    runs = {run for text in known for run in _runs_of_words(text)}
    last = max((at for at, block in enumerate(blocks) if block.text in known), default=-1)
    between: dict[str, list[Piece]] = {}
    added: set[str] = set()
    lead = {text for _, text in story[: _lead_end(story)]}
    before: str | None = None
    for block in blocks[: max(last, 0)]:
        if block.text in known:
            before = block.text
        elif before and block.text not in added and block.text[:_OPENING] not in openings:
            kind = "caption" if block.is_caption else ("body" if before in lead else "chrome")
            left_out = _is_prose(block.text) and not block.regions
            if block.is_caption or (left_out and not _is_told(block.text, runs)):
                added.add(block.text)
                between.setdefault(before, []).append((kind, block.text))
    return between


def _lead_end(story: Sequence[Piece]) -> int:
    """How many pieces stand before the first paragraph of the story."""
    return next(
        (at for at, (kind, text) in enumerate(story) if kind == "body" and _is_prose(text)), 0
    )


def _is_told(text: str, runs: set[str]) -> bool:
    """Are its words in the story already, in paragraphs that were cut in other places?"""
    own = _runs_of_words(text)
    return sum(run in runs for run in own) > _TOLD_SHARE * len(own)


def _runs_of_words(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1))]


def _is_prose(text: str) -> bool:
    return len(text) >= _SHORTEST_PROSE and _ends_sentence(text)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def _in_furniture(story: Sequence[Piece], blocks: Sequence[Block]) -> set[str]:
    """The texts that stand in furniture, and nowhere else in the page."""
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
        small = any(sizes[region] < _LARGEST_SHARE * total for region in block.regions)
        (inside if small else outside).add(block.text)
    return inside - outside


class _Walk:
    """One walk over a page."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._words: list[str] = []
        self._regions: list[int] = []
        self._captions = 0
        self._unseen = 0
        self._count = 0

    def blocks(self) -> Iterator[Block]:
        from lxml.etree import iterwalk

        for event, element in iterwalk(self._root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if element.tag not in _INLINE:
                yield from self._finished()
            if event == "start":
                self._enter(element)
                self._add(element.text)
            else:
                self._leave(element)
                self._add(element.tail)
        yield from self._finished()

    def _add(self, text: str | None) -> None:
        if text and not self._unseen:
            self._words.append(text)

    def _finished(self) -> Iterator[Block]:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            regions = tuple(region for region in self._regions if region)
            yield Block(text, self._captions > 0, regions)

    def _enter(self, element: HtmlElement) -> None:
        self._count += 1
        self._captions += element.tag == "figcaption"
        self._unseen += element.tag in _UNSEEN
        if element.tag not in _INLINE:
            self._regions.append(self._count if _is_marked(element) else 0)

    def _leave(self, element: HtmlElement) -> None:
        self._captions -= element.tag == "figcaption"
        self._unseen -= element.tag in _UNSEEN
        if element.tag not in _INLINE:
            self._regions.pop()


def _is_marked(element: HtmlElement) -> bool:
    if element.tag in _WRAPPERS:
        return False
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if value and any(word.lower() in _MARKS for word in _WORD.findall(value[:_LONGEST_MARK])):
            return True
    return False
