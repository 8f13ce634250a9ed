"""The article as a value, and the parser that builds it from raw text.

`parse_article` and `show_date` are imported at their first use: a start that finds its articles
parsed needs neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.article import (
    Article,
    Paragraph,
    ParagraphKind,
    list_dates,
    replace_kinds,
)
from reader.articles.display_names import name_articles
from reader.articles.passage import Passage, Place
from reader.lazy_names import import_at_first_use
from reader.text.cleaning import Clean, clean, clean_line

if TYPE_CHECKING:
    from reader.articles.metadata.date_forms import show_date
    from reader.articles.parsing import parse_article

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

_MODULES = {
    "parse_article": "parsing",
    "show_date": "metadata.date_forms",
}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
