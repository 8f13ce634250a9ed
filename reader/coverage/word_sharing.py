"""Which words of an article other articles have too, and which only it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.articles import Article, ParagraphKind
from reader.text.stop_words import is_stop_word
from reader.text.words import stem_word, word_spans

TextSpan = tuple[int, int]
"""The first character of a word in its paragraph, and the one after its last."""


class WordSharing:
    """The words of several articles by their stems; stop words are left out.

    Args:
        articles: the articles; their furniture is left out.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._stems = [
            {stem for _, words in _read_words(article) for _, stem in words} for article in articles
        ]

    def find_words(self, article: int, *, is_shared: bool) -> dict[int, tuple[TextSpan, ...]]:
        """Return words of an article by the position of their paragraph, in order.

        Args:
            article: its position.
            is_shared: whether to return those that another article has as well, in any form, or
                those that no other article has.
        """
        others = set().union(
            *(stems for position, stems in enumerate(self._stems) if position != article)
        )
        found = (
            (paragraph, tuple(span for span, stem in words if (stem in others) is is_shared))
            for paragraph, words in _read_words(self._articles[article])
        )
        return {paragraph: spans for paragraph, spans in found if spans}


def _read_words(article: Article) -> Iterable[tuple[int, list[tuple[TextSpan, str]]]]:
    """Yield the position of every paragraph of the story with its (span, stem) pairs."""
    for position, paragraph in enumerate(article.paragraphs):
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        text = paragraph.text
        yield (
            position,
            [
                ((start, end), stem_word(text[start:end], article.language))
                for start, end in word_spans(text)
                if not is_stop_word(text[start:end], article.language)
            ],
        )
