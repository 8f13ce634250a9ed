"""What the linker reads of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

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
    furniture: tuple[tuple[int, str], ...] = ()
    """Position and text of the other paragraphs: quotes are found in them too, and they name
    speakers."""

    def join_paragraphs(self) -> str:
        """Join all paragraphs, as `reader.quotes.join_paragraphs` does for the article."""
        return "\n".join(self._lines())

    def paragraph_starts(self) -> list[int]:
        """Return the offset of every paragraph in the joined text."""
        return list(accumulate((len(line) + 1 for line in self._lines()[:-1]), initial=0))

    def _lines(self) -> list[str]:
        lines = [""] * self.paragraph_count
        for position, text, _ in self.texts:
            lines[position] = text.replace("\n", " ")
        for position, text in self.furniture:
            lines[position] = text.replace("\n", " ")
        return lines


def linker_input(article: Article) -> LinkerInput:
    """The words of an article, those of its furniture apart."""
    numbered = list(enumerate(article.paragraphs))
    return LinkerInput(
        paragraph_count=len(article.paragraphs),
        language=article.language,
        texts=tuple(
            (position, paragraph.text, paragraph.kind is ParagraphKind.HEADING)
            for position, paragraph in numbered
            if paragraph.kind is not ParagraphKind.FURNITURE
        ),
        furniture=tuple(
            (position, paragraph.text)
            for position, paragraph in numbered
            if paragraph.kind is ParagraphKind.FURNITURE
        ),
    )


def canonical_order(inputs: Sequence[LinkerInput]) -> list[int]:
    """The positions of articles sorted by their texts.

    Sums of floats depend on their order. Articles that are always compared in this order get
    the same scores however they are listed.
    """
    return sorted(range(len(inputs)), key=lambda position: inputs[position].texts)
