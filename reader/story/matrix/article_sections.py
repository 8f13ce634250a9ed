"""Where in their articles passages stand: headline, standfirst, or which third of the story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reader.articles import Article, ParagraphKind, Passage
from reader.story.matrix.coverage_matrix import ArticleSection

_THIRDS = (
    ArticleSection.FIRST_THIRD,
    ArticleSection.MIDDLE_THIRD,
    ArticleSection.LAST_THIRD,
)


class SectionFinder:
    """Finds the section of passages; the thirds are those of the characters of a story."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._lengths: dict[int, list[int]] = {}
        """By article, the characters of the story before every paragraph, and of all of it."""

    def find(self, passage: Passage) -> ArticleSection:
        """Return the section in which a passage begins."""
        article, text = passage.article, passage.paragraph.text
        if text == article.title:
            return ArticleSection.HEADLINE
        if text == article.standfirst:
            return ArticleSection.STANDFIRST
        lengths = self._read_lengths(passage.article_position)
        begin = lengths[passage.place.paragraph] + passage.start
        return _THIRDS[min(3 * begin // max(1, lengths[-1]), 2)]

    def _read_lengths(self, article: int) -> list[int]:
        lengths = self._lengths.get(article)
        if lengths is None:
            paragraphs = self._articles[article].paragraphs
            own = (len(p.text) if p.kind is ParagraphKind.BODY else 0 for p in paragraphs)
            lengths = self._lengths[article] = list(accumulate(own, initial=0))
        return lengths
