"""Input of articles: files, folders, standard input, addresses, feeds, pasted text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.sources.opening import article_from_text, open_articles
    from reader.sources.web.fetch_values import FetchProgress, FetchState

__all__ = ["FetchProgress", "FetchState", "article_from_text", "open_articles"]

_MODULES = {
    "FetchProgress": "web.fetch_values",
    "FetchState": "web.fetch_values",
    "article_from_text": "opening",
    "open_articles": "opening",
}

# Imported at the first use: an archive reads articles without opening any. A type checker takes
# the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
