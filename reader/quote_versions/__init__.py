"""Several articles: which quotes are one utterance, and its versions.

The names below are imported from their modules at their first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.quote_versions.article_quotes import ArticleQuotes, TextQuotes, shared_quotes
    from reader.quote_versions.check_reasons import CheckReason, ReasonCode
    from reader.quote_versions.quote_words import QuoteWord
    from reader.quote_versions.shared_quote_finder import (
        ReportStep,
        find_versions,
        shared_quotes_of_texts,
    )
    from reader.quote_versions.versions import SharedQuote, Version, VersionForm
    from reader.quote_versions.word_edits import Edit, EditKind, EditPlace
    from reader.quote_versions.word_weights import is_content_word, stem_words

_MODULES = {
    "ArticleQuotes": "article_quotes",
    "CheckReason": "check_reasons",
    "Edit": "word_edits",
    "EditKind": "word_edits",
    "EditPlace": "word_edits",
    "QuoteWord": "quote_words",
    "ReasonCode": "check_reasons",
    "ReportStep": "shared_quote_finder",
    "SharedQuote": "versions",
    "TextQuotes": "article_quotes",
    "Version": "versions",
    "VersionForm": "versions",
    "find_versions": "shared_quote_finder",
    "is_content_word": "word_weights",
    "shared_quotes": "article_quotes",
    "shared_quotes_of_texts": "shared_quote_finder",
    "stem_words": "word_weights",
}

__all__ = [
    "ArticleQuotes",
    "CheckReason",
    "Edit",
    "EditKind",
    "EditPlace",
    "QuoteWord",
    "ReasonCode",
    "ReportStep",
    "SharedQuote",
    "TextQuotes",
    "Version",
    "VersionForm",
    "find_versions",
    "is_content_word",
    "shared_quotes",
    "shared_quotes_of_texts",
    "stem_words",
]

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
