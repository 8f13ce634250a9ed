"""Passages with their words and quotes, made of plain texts."""

from __future__ import annotations

from reader.articles import Passage, Place, parse_article
from reader.quote_versions import ArticleQuotes
from reader.quotes import Quote
from reader.story.moment_words import PassageReader, WordedPassage
from reader.text.word_alignment import find_words


def read_passage(text: str) -> tuple[WordedPassage, tuple[Quote, ...]]:
    """Return a paragraph of an article of its own with its words and its quotes."""
    articles = (parse_article(text, source="a.txt", name="a"),)
    paragraphs = articles[0].paragraphs
    words = PassageReader(articles, lambda place: find_words(paragraphs[place.paragraph].text))
    (quotes,) = ArticleQuotes(articles).quotes
    return words.read(Passage.of_paragraph(articles, Place(0, 0))), quotes
