"""What the linker reads of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles import Article, ParagraphKind


@dataclass(frozen=True, slots=True)
class LinkerInput:
    """The words of one article, without layout and metadata."""

    paragraph_count: int
    """Of all kinds, furniture too."""
    language: str | None
    """ISO 639-1 code, None if unknown."""
    texts: tuple[tuple[int, str, bool], ...]
    """Position, text, and whether it is a heading, of every paragraph that may be linked."""


def linker_input(article: Article) -> LinkerInput:
    """The linkable paragraphs of an article: all but its furniture."""
    return LinkerInput(
        paragraph_count=len(article.paragraphs),
        language=article.language,
        texts=tuple(
            (position, paragraph.text, paragraph.kind is ParagraphKind.HEADING)
            for position, paragraph in enumerate(article.paragraphs)
            if paragraph.kind is not ParagraphKind.FURNITURE
        ),
    )


def canonical_order(inputs: Sequence[LinkerInput]) -> list[int]:
    """The positions of articles sorted by their texts.

    Sums of floats depend on their order. Articles that are always compared in this order get
    the same scores however they are listed.
    """
    return sorted(range(len(inputs)), key=lambda position: inputs[position].texts)
