"""Markdown as readable paragraphs: marks taken away, words, link texts and lists kept."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

_LONGEST_FRONT_MATTER = 60


class Mark(Enum):
    """What the source itself says a paragraph is."""

    HEADING = auto()
    FRONT_MATTER = auto()


class MarkedParagraph(NamedTuple):
    """A paragraph without its marks; raw again, since entities in it were decoded."""

    text: str
    mark: Mark | None = None


def markdown_paragraphs(text: str) -> Iterator[MarkedParagraph]:
    """The paragraphs of a CommonMark text (with tables), in order.

    Each item of a list and each row of a table is a paragraph; the lines of a front
    matter between `---` are paragraphs as they stand. HTML is shown, not read.
    """
    from markdown_it import MarkdownIt

    front, body = _front_matter(text)
    for line in front:
        yield MarkedParagraph(line, Mark.FRONT_MATTER)
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    yield from _Paragraphs(parser.parse(body)).walk()


def _front_matter(text: str) -> tuple[list[str], str]:
    if not text.startswith("---\n"):
        return [], text
    lines = text[4:].split("\n", _LONGEST_FRONT_MATTER)
    for position, line in enumerate(lines[:_LONGEST_FRONT_MATTER]):
        if line.rstrip() in ("---", "..."):
            front = [entry.strip() for entry in lines[:position] if entry.strip()]
            return front, "\n".join(lines[position + 1 :])
    return [], text


class _Paragraphs:
    """One walk over the tokens of a document."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._numbers: list[int | None] = []
        self._mark = ""
        self._cells: list[str] | None = None
        self._heading: Mark | None = None

    def walk(self) -> Iterator[MarkedParagraph]:
        for token in self._tokens:
            if token.type == "inline":
                text = _inline_text(token)
                if self._cells is not None:
                    self._cells.append(text)
                else:
                    yield MarkedParagraph(self._take_mark() + text, self._heading)
            elif token.type in ("fence", "code_block"):
                yield MarkedParagraph(self._take_mark() + token.content)
            elif token.type == "tr_close":
                yield MarkedParagraph(" | ".join(filter(None, self._cells or [])))
                self._cells = None
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        if token.type in ("heading_open", "heading_close"):
            self._heading = Mark.HEADING if token.type == "heading_open" else None
        elif token.type == "bullet_list_open":
            self._numbers.append(None)
        elif token.type == "ordered_list_open":
            self._numbers.append(int(token.attrGet("start") or 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._numbers.pop()
        elif token.type == "list_item_open":
            number = self._numbers[-1]
            self._mark = "• " if number is None else f"{number}. "
            if number is not None:
                self._numbers[-1] = number + 1
        elif token.type == "tr_open":
            self._cells = []

    def _take_mark(self) -> str:
        mark, self._mark = self._mark, ""
        return mark


def _inline_text(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(_inline_text(child))
        else:
            parts.append(child.content)
    return "".join(parts)
