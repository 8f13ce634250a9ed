"""HTML elements that quote, written in a Markdown or plain text: tags become quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles.block_quotes import (
    CLOSING_MARK,
    OPENING_MARK,
    begins_attribution,
    mark_block,
)
from reader.text.quote_signs import QUOTE_SIGNS

_QUOTING = re.compile(r"<(?:blockquote|q)(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(
    r"(?P<comment><!--.{0,4000}?-->)"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9]{0,15})(?=[\s/>])[^<>]{0,400}>",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]{1,400}\1(?!`)")
_FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,20}|~{3,20})")
_BLANK_LINE = re.compile(r"\n[ \t]{0,200}\n")
_QUOTED_LINE = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
_INNER_MARKS = "‘", "’"
_SIGNING = frozenset({"cite", "footer", "figcaption"})
_APART = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "figure",
        "section",
        "article",
        "aside",
        "header",
        "main",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "em",
        "font",
        "i",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    ]
)
_PAGE_BREAK = "\f"
"""The character before the first line of a page; a clean text has none."""
_BREAK = "\n\n"
_MOST_PARAGRAPHS = 30
"""A block with more is the frame of a page and no quotation."""


class _Tag(NamedTuple):
    """A tag, or a place where an element that was left open ends."""

    start: int
    stop: int
    name: str
    is_end: bool


def mark_quote_tags(
    lines: list[str], page_starts: list[int], *, markdown: bool
) -> tuple[list[str], list[int]]:
    """Return the lines with quotation marks instead of elements that quote, and the page starts.

    A block becomes paragraphs of its own, and its `<cite>`, `<footer>` or caption a line below it
    that begins with a dash. Other tags of such a text are left out; code is left as it is. A text
    without elements that quote is returned as it is.

    Args:
        lines: the lines of a clean text.
        page_starts: the lines with which pages after the first begin.
        markdown: whether marks of Markdown set code apart.
    """
    if not any(_QUOTING.search(line) for line in lines if "<" in line):
        return lines, page_starts
    starts = frozenset(page_starts)
    text = "\n".join(
        f"{_PAGE_BREAK}{line}" if number in starts else line for number, line in enumerate(lines)
    )
    code = _find_code(text) if markdown else []
    marked = _TagReader(text, _read_tags(text, code)).read().split("\n")
    return (
        [line.replace(_PAGE_BREAK, "") for line in marked],
        [number for number, line in enumerate(marked) if line.startswith(_PAGE_BREAK)],
    )


def _find_code(text: str) -> list[tuple[int, int]]:
    """Return the spans of a Markdown text that are fenced or inline code."""
    spans = [found.span() for found in _INLINE_CODE.finditer(text)]
    fence, begin, position = "", 0, 0
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence, begin = found["fence"], position
        elif found and found["fence"].startswith(fence):
            spans.append((begin, position + len(line)))
            fence = ""
        position += len(line) + 1
    if fence:
        spans.append((begin, len(text)))
    return sorted(spans)


def _read_tags(text: str, code: Sequence[tuple[int, int]]) -> list[_Tag]:
    """Return the tags outside of code, in order, with the ends of elements that have none."""
    tags: list[_Tag] = []
    spans = iter(code)
    span = next(spans, None)
    for found in _TAG.finditer(text):
        while span is not None and span[1] <= found.start():
            span = next(spans, None)
        if found["comment"] or (span is not None and span[0] <= found.start()):
            continue
        tags.append(_Tag(*found.span(), found["name"].lower(), bool(found["end"])))
    return sorted((*tags, *_missing_ends(text, tags)))


def _missing_ends(text: str, tags: Sequence[_Tag]) -> Iterator[_Tag]:
    """Yield an end, at the end of its paragraph, for each element that quotes and has none."""
    is_open: dict[str, list[_Tag]] = {"q": [], "blockquote": []}
    for tag in tags:
        opened = is_open.get(tag.name)
        if opened is None:
            continue
        if not tag.is_end:
            opened.append(tag)
        elif opened and (tag.name != "q" or tag.start <= _paragraph_end(text, opened[-1].stop)):
            opened.pop()
    for opened in is_open.values():
        for tag in opened:
            end = _paragraph_end(text, tag.stop)
            yield _Tag(end, end, tag.name, is_end=True)


def _paragraph_end(text: str, position: int) -> int:
    """Return the end of the paragraph whose words begin at or after a position."""
    while position < len(text) and text[position].isspace():
        position += 1
    found = _BLANK_LINE.search(text, position)
    return found.start() if found else len(text)


class _TagReader:
    """One pass over the tags of a text."""

    def __init__(self, text: str, tags: Sequence[_Tag]) -> None:
        self._text = text
        self._tags = tags
        self._out: list[str] = []
        self._block: list[str] = []
        self._depth = 0
        self._closing_marks: list[str] = []
        # The words of the element that names the speaker, and how many such elements are open.
        self._signer: list[str] = []
        self._signer_depth = 0
        self._is_below_block = False

    def read(self) -> str:
        """Return the text with marks instead of tags."""
        position = 0
        for tag in self._tags:
            self._add(self._text[position : tag.start])
            self._enter(tag)
            position = max(position, tag.stop)
        self._add(self._text[position:])
        if self._depth:
            self._close_block()
        self._write_signer()
        return "".join(self._out)

    def _add(self, words: str) -> None:
        if self._signer_depth:
            self._signer.append(words)
            return
        if not words.strip():
            self._target.append(words)
            return
        if self._depth and self._signer:
            # What words follow was no signature but part of them.
            self._block.extend(self._signer)
            self._signer.clear()
        self._is_below_block = False
        self._target.append(words.lstrip(" \t") if self._target[-1:] == [_BREAK] else words)

    @property
    def _target(self) -> list[str]:
        return self._block if self._depth else self._out

    def _enter(self, tag: _Tag) -> None:
        if tag.name == "blockquote":
            self._enter_block(tag)
        elif tag.name == "q":
            self._enter_inline(tag)
        elif tag.name in _SIGNING:
            self._enter_signer(tag)
        elif tag.name == "br":
            (self._signer if self._signer_depth else self._target).append("\n")
        elif tag.name in _APART:
            (self._signer if self._signer_depth else self._target).append(_BREAK)
        elif tag.name not in _INLINE:
            self._add(self._text[tag.start : tag.stop])

    def _enter_block(self, tag: _Tag) -> None:
        if not tag.is_end:
            self._signer_depth = 0
            self._target.append(_BREAK)
            self._depth += 1
        elif self._depth:
            self._depth -= 1
            if not self._depth:
                self._close_block()

    def _close_block(self) -> None:
        self._depth = 0
        words = _QUOTED_LINE.sub("", "".join(self._block))
        self._block.clear()
        paragraphs = list(_split_paragraphs(words))
        if len(paragraphs) <= _MOST_PARAGRAPHS:
            paragraphs = mark_block(paragraphs)
        self._out.append(f"{_BREAK}{_BREAK.join(paragraphs)}")
        self._out.append(_BREAK)
        self._signer_depth = 0
        self._write_signer()
        self._is_below_block = True

    def _enter_inline(self, tag: _Tag) -> None:
        target = self._signer if self._signer_depth else self._target
        if tag.is_end:
            if self._closing_marks:
                if target:
                    target[-1] = target[-1].rstrip()
                target.append(self._closing_marks.pop())
            return
        before = "".join(target[-1:])[-1:]
        after = self._text[tag.stop : tag.stop + 20].lstrip()[:1]
        if before in tuple(QUOTE_SIGNS) or after in tuple(QUOTE_SIGNS):
            self._closing_marks.append("")
            return
        opening, closing = _INNER_MARKS if self._closing_marks else (OPENING_MARK, CLOSING_MARK)
        target.append(opening)
        self._closing_marks.append(closing)

    def _enter_signer(self, tag: _Tag) -> None:
        if tag.is_end:
            self._signer_depth = max(0, self._signer_depth - 1)
            if not self._signer_depth and not self._depth:
                self._write_signer()
        elif self._depth or self._is_below_block or self._signer_depth:
            self._signer_depth += 1

    def _write_signer(self) -> None:
        words = " ".join("".join(self._signer).split())
        self._signer.clear()
        if not words:
            return
        self._out.append(words if begins_attribution(words) else f"— {words}")
        self._out.append(_BREAK)


def _split_paragraphs(words: str) -> Iterator[str]:
    """Yield the paragraphs of a block; a line with a dash and a name is one of its own."""
    for part in _BLANK_LINE.split(words):
        lines: list[str] = []
        for line in filter(None, (" ".join(line.split()) for line in part.split("\n"))):
            if lines and begins_attribution(line):
                yield " ".join(lines)
                lines = []
            lines.append(line)
        if lines:
            yield " ".join(lines)
