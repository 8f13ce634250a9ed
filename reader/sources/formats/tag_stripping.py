"""Plain extraction: the text between the tags of any page, in one pass.

For pages in which the library finds nothing: nested too deep, broken on purpose, too large
for the time limit. No stretch is searched twice, so that the time is linear in the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from reader.text.quote_signs import QUOTE_SIGNS

PagePiece = tuple[str, str]
"""The kind of a paragraph (`body`, `heading`, `title`, `caption`, `boilerplate`; in a story that
was extracted also `item`, `row`, and `story` for what is not to be judged by its words) and its
words."""

# Characters.
_LONGEST_TAG = 64 * 1024
_TAG_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,20}")
_LESS_THAN_RUN = re.compile(r"<+(?=<)|<")
_TAG_END_OR_QUOTE = re.compile(r"[>\"']")
_HIDDEN_ELEMENTS = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "textarea",
    "select", "title", "video", "audio", "canvas", "noembed", "xmp",
})  # fmt: skip
_INLINE_ELEMENTS = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "rb", "rp", "rt",
})  # fmt: skip
_MARKS = tuple(QUOTE_SIGNS)
_LONGEST_ENTITY = 8
"""Characters of an entity of a quotation mark: `&ldquo;`, `&#8220;`."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BOILERPLATE_ELEMENTS = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog"})
_KINDS = {"h1": "title", "figcaption": "caption"} | dict.fromkeys(_HEADINGS, "heading")
# With less of the text outside of boilerplate than this, the markup cannot be right.
_LEAST_STORY_SHARE = 0.1
# No page has more; the rest is one paragraph.
_MOST_PIECES = 100_000


def strip_tags(page: str) -> list[PagePiece]:
    """Return the paragraphs of a page given as text, in order.

    Every word outside of scripts, styles and the like is in one of them. Paragraphs in
    navigation, forms and footers are `boilerplate`, unless nearly all of them are.
    """
    pieces = list(_TagStripper(page).pieces())
    total = sum(len(text) for _, text in pieces)
    story = sum(len(text) for kind, text in pieces if kind != "boilerplate")
    if story < _LEAST_STORY_SHARE * total:
        return [("body" if kind == "boilerplate" else kind, text) for kind, text in pieces]
    return pieces


class _TagStripper:
    """One pass over a page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._words: list[str] = []
        # How many elements of each name are open among those that hold boilerplate.
        self._open_boilerplate: dict[str, int] = {}
        self._kind = "body"
        # How many elements `q` are open, and at which of the words the outermost begins.
        self._quote_depth = self._quote_start = 0
        # Line breaks since the last word.
        self._breaks = 0
        self._piece_count = 0
        # Position of the next `>`; -2 before the first search, -1 where there is none.
        self._next_end = -2
        # Whether a `>` inside a quoted value still does not end a tag.
        self._respects_quotes = True
        # Names of elements, and marks, that are not closed in the rest of the page.
        self._never_closed: set[str] = set()

    def pieces(self) -> Iterator[PagePiece]:
        page, position = self._page, 0
        while (start := page.find("<", position)) >= 0:
            self._add(page[position:start])
            end, name = self._parse_tag(start)
            if name is None:
                self._add(page[start:end])
            elif name in ("q", "/q"):
                self._mark_quote(is_opening=name == "q")
            elif self._ends_paragraph(name):
                if self._piece_count < _MOST_PIECES:
                    yield from self._take_piece()
                    self._enter(name)
                else:
                    self._words.append("\n")
            position = end
        self._add(page[position:])
        yield from self._take_piece()

    def _add(self, text: str) -> None:
        if text:
            self._words.append(text)
            if self._breaks and not text.isspace():
                self._breaks = 0

    def _mark_quote(self, *, is_opening: bool) -> None:
        """Put quotation marks around the words of `<q>`, the outermost one."""
        if is_opening:
            self._quote_depth += 1
            if self._quote_depth == 1:
                self._quote_start = len(self._words)
            return
        self._quote_depth = max(0, self._quote_depth - 1)
        if not self._quote_depth:
            self._close_quote()

    def _close_quote(self) -> None:
        quoted = "".join(self._words[self._quote_start :])
        before = "".join(self._words[max(0, self._quote_start - 1) : self._quote_start])
        words = quoted.strip()
        is_marked = before[-1:] in _MARKS or unescape(words[:_LONGEST_ENTITY])[:1] in _MARKS
        if words and not is_marked:
            self._words[self._quote_start :] = [quoted.replace(words, f"“{words}”", 1)]
        self._quote_start = len(self._words)

    def _take_piece(self) -> Iterator[PagePiece]:
        if self._quote_depth:
            self._close_quote()
            self._quote_depth = 0
        # Entities are decoded once the paragraph is whole: no tag is inside one.
        text = " ".join(unescape("".join(self._words)).split())
        self._words = []
        if text:
            self._piece_count += 1
            yield ("boilerplate" if any(self._open_boilerplate.values()) else self._kind), text

    def _ends_paragraph(self, name: str) -> bool:
        """Return whether the tag ends a paragraph: two line breaks do, one is a space."""
        if name == "br":
            self._breaks += 1
            self._words.append("\n")
            return self._breaks == 2
        return bool(name) and name.lstrip("/") not in _INLINE_ELEMENTS

    def _enter(self, name: str) -> None:
        self._breaks = 0
        bare = name.lstrip("/")
        if bare in _BOILERPLATE_ELEMENTS:
            count = self._open_boilerplate.get(bare, 0) + (-1 if name.startswith("/") else 1)
            self._open_boilerplate[bare] = max(count, 0)
        if bare in _KINDS:
            self._kind = "body" if name.startswith("/") else _KINDS[bare]

    def _parse_tag(self, start: int) -> tuple[int, str | None]:
        """Return where the tag at `start` ends, and its lower-case name.

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
            # Without another `>` there are no more tags.
            return (len(page) if self._next_end < 0 else start + 1), None
        name = match.group().lower()
        if name in _HIDDEN_ELEMENTS and page[closed - 2] != "/":
            closed = self._after_element(name, closed)
        return closed, name

    def _end_of_tag(self, position: int) -> int | None:
        """Return the position after the `>` that ends the tag, None where there is none.

        One inside a quoted value does not end it.
        """
        page = self._page
        if self._next_end != -1 and self._next_end < position:
            self._next_end = page.find(">", position)
        if self._next_end < 0 or self._next_end - position > _LONGEST_TAG:
            return None
        if not self._respects_quotes:
            return self._next_end + 1
        limit = position + _LONGEST_TAG
        current = position
        while match := _TAG_END_OR_QUOTE.search(page, current, limit):
            if match.group() == ">":
                return match.end()
            current = match.end()
            if page[match.start() - 1] == "=":
                closing = page.find(match.group(), current, limit)
                current = closing + 1 if closing >= 0 else current
        # Otherwise this stretch might be searched again from each of its tags.
        self._respects_quotes = False
        return self._next_end + 1

    def _after_element(self, name: str, position: int) -> int:
        """Return where an element that is not shown ends; nothing is nested in it."""
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
    """Return the end of a run of `<` before the last of them, which may open a tag."""
    run = _LESS_THAN_RUN.match(page, start)
    return run.end() if run else start + 1
