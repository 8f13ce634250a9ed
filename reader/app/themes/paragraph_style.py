"""How a paragraph looks: plain values that say everything visible about it but its words."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.articles import ParagraphKind

Span = tuple[int, int]


class LensMark(NamedTuple):
    """Characters that a lens marks, and in which of its styles."""

    start: int
    end: int
    style: str


class ParagraphRole(Enum):
    """What a paragraph is to the paragraph being read."""

    PLAIN = "plain"
    READING = "reading"
    SAME = "same"
    RELATED = "related"


class OtherArticle(NamedTuple):
    """Another article that has this moment, as the gutter shows it."""

    mark: str
    """Its one-character mark; the weak form where the link is only *related*."""
    hue: int
    same: bool


class ParagraphStyle(NamedTuple):
    """Everything that decides how a paragraph is painted, but its text and the width."""

    kind: ParagraphKind = ParagraphKind.BODY
    role: ParagraphRole = ParagraphRole.PLAIN
    hue: int = 0
    """Whose colour the sign has."""
    number: str = ""
    """Empty: numbers are off."""
    others: tuple[OtherArticle, ...] = ()
    shared: tuple[Span, ...] = ()
    """Words that both sides of the link have."""
    marked: tuple[LensMark, ...] = ()
    """What the lens marks."""
    found: tuple[Span, ...] = ()
    """Hits of the search."""
    current: Span | None = None
    """The hit that the search stands on."""
    selected: Span | None = None
    """Characters selected with the mouse; an end of -1 is the end of the paragraph."""


class Highlight(NamedTuple):
    """A paragraph that stands out: the one being read, or one linked to it."""

    role: ParagraphRole
    hue: int
    shared: tuple[Span, ...] = ()


class ParagraphHits(NamedTuple):
    """Search hits of one paragraph, and the one the search stands on."""

    spans: tuple[Span, ...]
    current: Span | None = None
