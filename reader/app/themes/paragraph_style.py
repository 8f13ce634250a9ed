"""Everything visible about a paragraph but its words, as plain values."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.articles import ParagraphKind

Span = tuple[int, int]
"""The first character of a stretch of text, and the one after its last."""


class LensMark(NamedTuple):
    """Characters that a lens marks, and the name of their style."""

    start: int
    end: int
    style: str


class HighlightRole(Enum):
    """What a paragraph is to the paragraph being read."""

    PLAIN = "plain"
    READING = "reading"
    SAME = "same"
    RELATED = "related"


class OtherArticle(NamedTuple):
    """The place of an article in the gutter: whether it has this moment."""

    mark: str
    """Its one-character mark; the weak form where the link is only *related*, a dot where it
    does not have the moment."""
    hue: int | None
    """The article whose colour the mark has; None for a dot."""
    same: bool
    """Whether the link is *same*."""


class ParagraphStyle(NamedTuple):
    """Everything that decides how a paragraph is painted, but its text and the width."""

    kind: ParagraphKind = ParagraphKind.BODY
    role: HighlightRole = HighlightRole.PLAIN
    hue: int = 0
    """The article whose colour the sign has."""
    number: str = ""
    """The number in the gutter; empty: numbers are off."""
    others: tuple[OtherArticle, ...] = ()
    """The places in the gutter; empty: no other article has this moment."""
    shared: tuple[Span, ...] = ()
    """Words that both sides of the link have."""
    marked: tuple[LensMark, ...] = ()
    """What the lens marks."""
    found: tuple[Span, ...] = ()
    """Hits of the search."""
    current: Span | None = None
    """The hit the search is at."""
    selected: Span | None = None
    """Characters selected with the mouse; an end of -1 is the end of the paragraph."""


class Highlight(NamedTuple):
    """A highlighted paragraph: the one being read, or one linked to it."""

    role: HighlightRole
    hue: int
    shared: tuple[Span, ...] = ()


class ParagraphHits(NamedTuple):
    """Search hits of one paragraph, and the one the search is at."""

    spans: tuple[Span, ...]
    current: Span | None = None
