"""What an article is, and how raw text becomes one."""

from reader.articles.article import Article, Paragraph, ParagraphKind, with_kinds
from reader.articles.parsing import parse_article
from reader.text.cleaning import Clean, clean, clean_line

__all__ = [
    "Article",
    "Clean",
    "Paragraph",
    "ParagraphKind",
    "clean",
    "clean_line",
    "parse_article",
    "with_kinds",
]
