"""What an article has one speaker say at once, and the paragraphs in which people speak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.articles import Article, Paragraph, ParagraphKind
from reader.quote_versions import VersionForm
from reader.quotes import Cue, Speaker
from reader.text.words import word_spans

Span = tuple[int, int]

STORY_KINDS = frozenset((ParagraphKind.BODY, ParagraphKind.HEADING))
"""Kinds of paragraphs in which people are named and heard: a byline is nobody of the story."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What an article has one speaker say at once. Spans are offsets in its whole text."""

    form: VersionForm
    spans: tuple[Span, ...]
    """The words between marks, or the clause of indirect speech."""
    words: int
    """Of the spans; 0 where it is not sure where a clause ends, so that they are not counted."""
    speaker: Speaker | None
    cue: Cue | None


def story_paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield the paragraphs of the story: body and headings, no furniture."""
    return (each for each in article.paragraphs if each.kind in STORY_KINDS)


def count_words(text: str, span: Span) -> int:
    """Return how many words a span of a text has."""
    return sum(1 for _ in word_spans(text, *span))
