"""How a paragraph looks: plain values that say everything visible about it but its words."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

Span = tuple[int, int]


class Mark(NamedTuple):
    """Characters that a lens marks, and in which of its styles."""

    start: int
    end: int
    style: str


class Role(Enum):
    """What a paragraph is to the paragraph being read."""

    PLAIN = "plain"
    READING = "reading"
    SAME = "same"
    RELATED = "related"


class Tone(Enum):
    """How the text of a paragraph is set."""

    BODY = "body"
    HEADING = "heading"
    FURNITURE = "furniture"


class OtherArticle(NamedTuple):
    """Another article that has this moment, as the gutter shows it."""

    mark: str
    """Its one-character mark; the weak form where the link is only *related*."""
    hue: int
    same: bool


class Look(NamedTuple):
    """Everything that decides how a paragraph is painted, but its text and the width."""

    tone: Tone = Tone.BODY
    role: Role = Role.PLAIN
    hue: int = 0
    """Whose colour the sign has."""
    number: str = ""
    """Empty: numbers are off."""
    others: tuple[OtherArticle, ...] = ()
    shared: tuple[Span, ...] = ()
    """Words that both sides of the link have."""
    marked: tuple[Mark, ...] = ()
    """What the lens marks."""
    found: tuple[Span, ...] = ()
    """Hits of the search."""
    current: Span | None = None
    """The hit that the search stands on."""
    selected: Span | None = None
    """Characters selected with the mouse; an end of -1 is the end of the paragraph."""


class Lit(NamedTuple):
    """A paragraph that stands out: the one being read, or one linked to it."""

    role: Role
    hue: int
    shared: tuple[Span, ...] = ()


class Found(NamedTuple):
    """Search hits of one paragraph, and the one the search stands on."""

    spans: tuple[Span, ...]
    current: Span | None = None
