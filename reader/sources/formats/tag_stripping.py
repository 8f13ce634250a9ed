"""Plain extraction: the text between the tags of a page, in one pass, whatever the page is like.

For pages that the library makes nothing of: nested too deep, broken on purpose, too
large for the time allowed. Nothing here looks back or searches the same stretch twice,
so that the time grows with the length and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

Piece = tuple[str, str]
"""The kind of a paragraph (`body`, `heading`, `title`, `caption`, `chrome`) and its words."""

_LONGEST_TAG = 64 * 1024
_TAG_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,20}")
_SIGNS_OF_LESS = re.compile(r"<+(?=<)|<")
_ENDS_OR_QUOTES = re.compile(r"[>\"']")
_UNSEEN = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "textarea",
    "select", "title", "video", "audio", "canvas", "noembed", "xmp",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "rb", "rp", "rt",
})  # fmt: skip
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_AROUND = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog"})
_KINDS = {"h1": "title", "figcaption": "caption"} | dict.fromkeys(_HEADINGS, "heading")
_LEAST_STORY_SHARE = 0.1
# No page has so many; from there on everything is one paragraph.
_MOST_PIECES = 100_000


def strip_tags(page: str) -> list[Piece]:
    """The paragraphs of a page given as text, in order.

    Every word outside of scripts, styles and the like is in one of them; what stands
    in navigation, forms and footers is `chrome`, unless nearly everything does.
    """
    pieces = list(_Stripper(page).pieces())
    total = sum(len(text) for _, text in pieces)
    story = sum(len(text) for kind, text in pieces if kind != "chrome")
    if story < _LEAST_STORY_SHARE * total:
        return [("body" if kind == "chrome" else kind, text) for kind, text in pieces]
    return pieces


class _Stripper:
    """One pass over a page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._words: list[str] = []
        self._around: dict[str, int] = {}
        self._kind = "body"
        self._breaks = 0
        self._found = 0
        self._next_end = -2
        self._quotes_count = True
        self._never_closed: set[str] = set()

    def pieces(self) -> Iterator[Piece]:
        page, position = self._page, 0
        while (start := page.find("<", position)) >= 0:
            self._take(page[position:start])
            end, name = self._tag(start)
            if name is None:
                self._take(page[start:end])
            elif self._is_break(name):
                if self._found < _MOST_PIECES:
                    yield from self._finish()
                    self._enter(name)
                else:
                    self._words.append("\n")
            position = end
        self._take(page[position:])
        yield from self._finish()

    def _take(self, text: str) -> None:
        if text:
            self._words.append(text)
            if self._breaks and not text.isspace():
                self._breaks = 0

    def _finish(self) -> Iterator[Piece]:
        # Entities are read once the paragraph is whole: a tag may stand inside of none.
        text = " ".join(unescape("".join(self._words)).split())
        self._words = []
        if text:
            self._found += 1
            yield ("chrome" if any(self._around.values()) else self._kind), text

    def _is_break(self, name: str) -> bool:
        """Does the tag begin or end a paragraph? Two line breaks do, one is a space."""
        if name == "br":
            self._breaks += 1
            self._words.append("\n")
            return self._breaks == 2
        return bool(name) and name.lstrip("/") not in _INLINE

    def _enter(self, name: str) -> None:
        self._breaks = 0
        bare = name.lstrip("/")
        if bare in _AROUND:
            count = self._around.get(bare, 0) + (-1 if name.startswith("/") else 1)
            self._around[bare] = max(count, 0)
        if bare in _KINDS:
            self._kind = "body" if name.startswith("/") else _KINDS[bare]

    def _tag(self, start: int) -> tuple[int, str | None]:
        """Where the tag at `start` ends, and its lower-case name.

        None: it is no tag but text up to there. Empty: something without a name.
        """
        page = self._page
        if page.startswith("<!--", start):
            end = self._find_once("-->", start + 4)
            return (end + 3, "") if end >= 0 else (start + 4, "")
        if page[start + 1 : start + 2] in ("!", "?"):
            closed = self._end_of_tag(start)
            return (closed, "") if closed else (start + 1, None)
        match = _TAG_NAME.match(page, start + 1)
        if not match:
            return _end_of_run(page, start), None
        closed = self._end_of_tag(match.end())
        if not closed:
            # Where no tag ends any more there are none.
            return (len(page) if self._next_end < 0 else start + 1), None
        name = match.group().lower()
        if name in _UNSEEN and page[closed - 2] != "/":
            closed = self._after_element(name, closed)
        return closed, name

    def _end_of_tag(self, position: int) -> int | None:
        """The position after the `>` that ends the tag; one inside a quoted value does not."""
        page = self._page
        if self._next_end != -1 and self._next_end < position:
            self._next_end = page.find(">", position)
        if self._next_end < 0 or self._next_end - position > _LONGEST_TAG:
            return None
        if not self._quotes_count:
            return self._next_end + 1
        limit = position + _LONGEST_TAG
        here = position
        while match := _ENDS_OR_QUOTES.search(page, here, limit):
            if match.group() == ">":
                return match.end()
            here = match.end()
            if page[match.start() - 1] == "=":
                closing = page.find(match.group(), here, limit)
                here = closing + 1 if closing >= 0 else here
        # Going on to count quotes could mean walking this stretch from each of its tags.
        self._quotes_count = False
        return self._next_end + 1

    def _after_element(self, name: str, position: int) -> int:
        """Where the content of an element that is not shown ends; nothing is nested in it."""
        if name in self._never_closed:
            return position
        closing = re.compile(f"</{name}", re.IGNORECASE).search(self._page, position)
        if not closing:
            self._never_closed.add(name)
            return position
        return self._end_of_tag(closing.end()) or closing.end()

    def _find_once(self, mark: str, position: int) -> int:
        if mark in self._never_closed:
            return -1
        found = self._page.find(mark, position)
        if found < 0:
            self._never_closed.add(mark)
        return found


def _end_of_run(page: str, start: int) -> int:
    """Past all but the last of the signs that follow on each other, which may open a tag."""
    run = _SIGNS_OF_LESS.match(page, start)
    return run.end() if run else start + 1
