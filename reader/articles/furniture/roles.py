"""What paragraphs do, and one article's paragraphs while this is being found out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from reader.articles.article import ParagraphKind
from reader.articles.furniture import boilerplate, prose

LONGEST_FURNITURE = 600


class Role(Enum):
    """What a paragraph does; finer than its kind, for finding the metadata."""

    BODY = auto()
    HEADING = auto()
    TITLE = auto()
    BYLINE = auto()
    DATE = auto()
    CREDIT = auto()
    CAPTION = auto()
    LABEL = auto()
    """A field of a header: `Author: Simon Lewis`."""
    CHROME = auto()

    @property
    def kind(self) -> ParagraphKind:
        if self is Role.BODY:
            return ParagraphKind.BODY
        if self is Role.HEADING:
            return ParagraphKind.HEADING
        return ParagraphKind.FURNITURE


class Layout:
    """The paragraphs of one article and the roles found so far; BODY until shown otherwise."""

    def __init__(
        self, paragraphs: Sequence[str], marked: Mapping[int, Role], *, in_story: bool = False
    ) -> None:
        self.texts = paragraphs
        self.in_story = in_story
        """Has something else told the paragraphs to be a story's?"""
        self.marked = marked
        """The roles that the source itself gives, by position."""
        self.roles = [Role.BODY] * len(paragraphs)
        self.prose = [
            position not in marked and prose.is_prose(text)
            for position, text in enumerate(paragraphs)
        ]
        self._repeated = boilerplate.repeated(paragraphs)
        self.only_repeated: set[int] = set()
        """Positions of what is furniture for being repeated and for nothing else."""
        self.writers: set[str] = set()
        """Names in the byline, in lower case."""
        self.start = 0
        """Where the story begins."""
        self.end = len(paragraphs)
        """Where it has ended."""

    def is_repeated(self, text: str) -> bool:
        """Does this short line stand more than once?"""
        return bool(self._repeated) and boilerplate.bare(text) in self._repeated

    def is_free(self, position: int) -> bool:
        """Is it still taken for the story, and of a length that furniture may have?"""
        return self.roles[position] is Role.BODY and len(self.texts[position]) <= LONGEST_FURNITURE

    def is_chrome(self, position: int) -> bool:
        """Is there a paragraph at this position, and is it the site's?"""
        return 0 <= position < len(self.roles) and self.roles[position] is Role.CHROME
