"""The roles that paragraphs play in a page."""

from __future__ import annotations

from enum import Enum, auto

from reader.articles.article import ParagraphKind


class PageRole(Enum):
    """The role of a paragraph in its page; finer than its kind, for finding the metadata."""

    BODY = auto()
    HEADING = auto()
    STANDFIRST = auto()
    """What the outlet prints between its headline and its story."""
    ENTRY_TIME = auto()
    """The time of an entry of a live blog, printed before it."""
    TITLE = auto()
    BYLINE = auto()
    DATE = auto()
    CREDIT = auto()
    CAPTION = auto()
    HEADER_FIELD = auto()
    """A field of a header: `Author: Simon Lewis`."""
    BOILERPLATE = auto()
    """A part of the site: navigation, buttons, labels, appeals, links to other stories."""

    @property
    def kind(self) -> ParagraphKind:
        """The kind of a paragraph with this role."""
        if self in (PageRole.BODY, PageRole.STANDFIRST):
            return ParagraphKind.BODY
        if self is PageRole.HEADING:
            return ParagraphKind.HEADING
        return ParagraphKind.FURNITURE
