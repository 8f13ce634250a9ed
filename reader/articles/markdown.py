"""Markdown as plain paragraphs: marks removed; words, link texts and lists preserved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.block_quotes import begins_attribution, mark_block

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEP_QUOTE = re.compile(r"^(?:[ \t]{0,3}>){6,}", re.MULTILINE)
_QUOTE_MARKS = "> > > > > >"
"""What replaces deeper nesting: nobody quotes a quote of a quote further down."""
# Lines.
_LONGEST_FRONT_MATTER = 60


class MarkdownElement(Enum):
    """The parts of a Markdown text whose marks say more than its words."""

    HEADING = auto()
    FRONT_MATTER = auto()


class MarkdownParagraph(NamedTuple):
    """A paragraph without its marks; raw again, since entities in it were decoded."""

    text: str
    element: MarkdownElement | None = None


def parse_markdown(text: str) -> Iterator[MarkdownParagraph]:
    """Yield the paragraphs of a CommonMark text (with tables), in order.

    Each item of a list and each row of a table is a paragraph, and so is each line of a
    front matter between `---`. HTML that is left in it is shown as text, not interpreted.
    """
    from markdown_it import MarkdownIt

    front_matter, body = _split_front_matter(text)
    for line in front_matter:
        yield MarkdownParagraph(line, MarkdownElement.FRONT_MATTER)
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    # The parser drops what is nested deeper than it goes.
    flat = _DEEP_QUOTE.sub(_QUOTE_MARKS, body)
    yield from _TokenReader(parser.parse(flat)).paragraphs()


def _split_front_matter(text: str) -> tuple[list[str], str]:
    """Return the lines of the front matter that are not empty, and the text after it."""
    if not text.startswith("---\n"):
        return [], text
    lines = text[4:].split("\n", _LONGEST_FRONT_MATTER)
    for position, line in enumerate(lines[:_LONGEST_FRONT_MATTER]):
        if line.rstrip() in ("---", "..."):
            front_matter = [entry.strip() for entry in lines[:position] if entry.strip()]
            return front_matter, "\n".join(lines[position + 1 :])
    return [], text


class _TokenReader:
    """One pass over the tokens of a document."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        # Of each open list, from the outermost: the number of the next item, None without numbers.
        self._list_numbers: list[int | None] = []
        self._list_mark = ""
        # The cells of the open row of a table.
        self._cells: list[str] | None = None
        self._element: MarkdownElement | None = None
        self._quote_depth = self._quotes = 0

    @property
    def _quote_number(self) -> int | None:
        """The number of the quotation that is set as a block, None outside of them."""
        return self._quotes if self._quote_depth else None

    def paragraphs(self) -> Iterator[MarkdownParagraph]:
        """Yield the paragraphs; those of a block that quotes have quotation marks."""
        for number, run in groupby(self._read(), key=lambda _: self._quote_number):
            paragraphs = list(run)
            yield from paragraphs if number is None else _mark_block(paragraphs)

    def _read(self) -> Iterator[MarkdownParagraph]:
        for token in self._tokens:
            if token.type == "inline":
                lines = _read_lines(token)
                if self._cells is not None:
                    self._cells.append(" ".join(lines))
                    continue
                signed = self._quote_depth > 0 and begins_attribution(lines[-1])
                paragraphs = (lines[:-1], lines[-1:]) if signed else ((), lines)
                for parts in filter(None, paragraphs):
                    text = self._take_list_mark() + " ".join(parts)
                    yield MarkdownParagraph(text, self._element)
            elif token.type in ("fence", "code_block"):
                yield MarkdownParagraph(self._take_list_mark() + token.content)
            elif token.type == "tr_close":
                yield MarkdownParagraph(" | ".join(filter(None, self._cells or [])))
                self._cells = None
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        """Update the state for a token that opens or closes a block."""
        if token.type in ("heading_open", "heading_close"):
            opens = token.type == "heading_open"
            self._element = MarkdownElement.HEADING if opens else None
        elif token.type == "bullet_list_open":
            self._list_numbers.append(None)
        elif token.type == "ordered_list_open":
            self._list_numbers.append(int(token.attrGet("start") or 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._list_numbers.pop()
        elif token.type == "list_item_open":
            number = self._list_numbers[-1]
            self._list_mark = "• " if number is None else f"{number}. "
            if number is not None:
                self._list_numbers[-1] = number + 1
        elif token.type == "tr_open":
            self._cells = []
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quotes += token.nesting > 0 and not self._quote_depth
            self._quote_depth += token.nesting

    def _take_list_mark(self) -> str:
        mark, self._list_mark = self._list_mark, ""
        return mark


def _mark_block(block: list[MarkdownParagraph]) -> Iterator[MarkdownParagraph]:
    texts = mark_block([paragraph.text for paragraph in block])
    for paragraph, text in zip(block, texts, strict=True):
        yield paragraph._replace(text=text)


def _read_lines(token: Token) -> list[str]:
    """Return the words of each line of an inline token, descriptions of pictures included."""
    lines = [""]
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            lines.append("")
        elif child.type == "image":
            lines[-1] += " ".join(_read_lines(child))
        else:
            lines[-1] += child.content
    return lines
