"""The article as a value, and the parser that builds it from raw text."""

from reader.articles.article import (
    Article,
    Paragraph,
    ParagraphKind,
    list_dates,
    replace_kinds,
)
from reader.articles.display_names import name_articles
from reader.articles.metadata.date_forms import show_date
from reader.articles.parsing import parse_article
from reader.articles.passage import Passage, Place
from reader.text.cleaning import Clean, clean, clean_line

__all__ = [
    "Article",
    "Clean",
    "Paragraph",
    "ParagraphKind",
    "Passage",
    "Place",
    "clean",
    "clean_line",
    "list_dates",
    "name_articles",
    "parse_article",
    "replace_kinds",
    "show_date",
]
