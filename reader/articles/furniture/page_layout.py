"""The paragraphs of one page, with the roles assigned to them so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.articles.furniture.boilerplate import find_repeated_lines
from reader.articles.furniture.line_text import normalize_line
from reader.articles.furniture.prose import is_prose
from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.bylines import find_byline

LONGEST_FURNITURE = 600
"""Characters. A longer paragraph is part of the story, unless the source marks it."""


class PageLayout:
    """The paragraphs of one page and their roles: BODY until a rule assigns another.

    Args:
        texts: the words of the paragraphs.
        given_roles: the roles that the source itself marks, by position.
        in_story: whether the source itself marks the paragraphs as those of a story.
    """

    def __init__(
        self,
        texts: Sequence[str],
        given_roles: Mapping[int, PageRole],
        *,
        in_story: bool = False,
    ) -> None:
        self.texts = texts
        self.in_story = in_story
        self.given_roles = given_roles
        self.roles = [PageRole.BODY] * len(texts)
        self.is_prose = [
            position not in given_roles and is_prose(text) and not _is_signed_at_time(text)
            for position, text in enumerate(texts)
        ]
        """For each paragraph whether it is running text."""
        self._repeated_lines = find_repeated_lines(texts)
        self.only_repeated: set[int] = set()
        """Positions of paragraphs that are furniture for being repeated and for nothing else."""
        self.writers: set[str] = set()
        """Names in the byline, in lower case."""
        self.story_start = 0
        """Position of the first paragraph of the story."""
        self.story_end = len(texts)
        """Position after the last paragraph of the story."""

    def is_repeated(self, text: str) -> bool:
        """Return whether this short line occurs more than once."""
        return bool(self._repeated_lines) and normalize_line(text) in self._repeated_lines

    def is_undecided(self, position: int) -> bool:
        """Return whether it has no other role yet, and a length that furniture may have."""
        return (
            self.roles[position] is PageRole.BODY and len(self.texts[position]) <= LONGEST_FURNITURE
        )

    def is_boilerplate(self, position: int) -> bool:
        """Return whether there is a paragraph at this position, and it is boilerplate."""
        return 0 <= position < len(self.roles) and self.roles[position] is PageRole.BOILERPLATE

    def is_beside_boilerplate(self, position: int) -> bool:
        """Return whether a neighbour of the paragraph is boilerplate."""
        return self.is_boilerplate(position - 1) or self.is_boilerplate(position + 1)


def _is_signed_at_time(text: str) -> bool:
    """Return whether it is a byline with a time, whose "a.m." ends no sentence."""
    return text.endswith(("a.m.", "p.m.")) and find_byline(text) is not None
