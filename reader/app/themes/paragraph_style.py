"""The appearance of a paragraph, apart from its words, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from reader.articles import ParagraphKind
from reader.linking.links import Level

Span = tuple[int, int]
"""The first character of a stretch of text, and the one after its last."""


class LensMark(NamedTuple):
    """Characters that a lens marks, and the name of their style."""

    start: int
    end: int
    style: str


class LensSign(Enum):
    """A sign of a lens in the gutter."""

    ONLY_HERE = "only here"
    COPY = "copy"


class LensParagraphs(NamedTuple):
    """The findings of a lens in an article, by the position of the paragraph."""

    marks: Mapping[int, tuple[LensMark, ...]] = {}
    dimmed: frozenset[int] = frozenset()
    signs: Mapping[int, LensSign] = {}


class HighlightRole(Enum):
    """The relation of a paragraph to the paragraph being read."""

    PLAIN = "plain"
    READING = "reading"
    SAME = "same"
    PROBABLY = "probably"
    RELATED = "related"
    PERHAPS = "perhaps"

    @classmethod
    def of_level(cls, level: Level) -> HighlightRole:
        """Return the role of the other side of a link."""
        return cls(level.value)

    @property
    def level(self) -> Level | None:
        """The level of the link to the paragraph; None where there is none."""
        return None if self in (HighlightRole.PLAIN, HighlightRole.READING) else Level(self.value)


class OtherArticle(NamedTuple):
    """The place of an article in the gutter: whether it has this moment."""

    mark: str
    """Its one-character mark, as `Signs.place_mark` has it for the level; a dot where it does not
    have the moment."""
    hue: int | None
    """The article whose colour the mark has; None for a dot."""
    level: Level | None = None
    """The level of the strongest link to it; None for a dot."""


class ParagraphStyle(NamedTuple):
    """All values that determine how a paragraph is painted, apart from its text and the width."""

    kind: ParagraphKind = ParagraphKind.BODY
    role: HighlightRole = HighlightRole.PLAIN
    hue: int = 0
    """The article whose colour the sign has."""
    number: str = ""
    """The number in the gutter; empty: numbers are off."""
    note: str = ""
    """The sign of a note or a rejection in the gutter; empty: none."""
    others: tuple[OtherArticle, ...] = ()
    """The places in the gutter; empty: no other article has this moment."""
    shared: tuple[Span, ...] = ()
    """Words that both sides of the link have."""
    marked: tuple[LensMark, ...] = ()
    """The words that the lens marks."""
    lens_sign: LensSign | None = None
    """The sign of the lens in the gutter."""
    is_dimmed: bool = False
    """Whether it is dimmed because the lens found nothing in it."""
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
