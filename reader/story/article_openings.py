"""What each article begins with: headline, standfirst, first paragraph, and the moments in it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.articles import Article, Passage
from reader.story.collated.collated_story import CollatedMoment

TextSpan = tuple[int, int]
"""The first character of some words in their text, and the one after the last."""


@dataclass(frozen=True, slots=True)
class LeadMoment:
    """A moment in the first paragraph of an article, and where the others have it."""

    moment: CollatedMoment
    places: tuple[tuple[int, int], ...]
    """Of each other article that has it, by position, the rank among its paragraphs of the story,
    from 1, of the first that has it."""
    sure: frozenset[int] = frozenset()
    """Those of these articles, by position, whose paragraph of that rank is *same* as this one."""


@dataclass(frozen=True, slots=True)
class ArticleOpening:
    """What an article begins with."""

    position: int
    """That of the article, from 0."""
    article: Article
    own_words: tuple[TextSpan, ...]
    """The words of its headline that no other headline has, in any form; stop words left out."""
    first: Passage | None
    """The first paragraph of the story; None without one."""
    paragraph_count: int
    """Of the story."""
    leads: tuple[LeadMoment, ...]
    """The moments in the first paragraph, in its order."""
