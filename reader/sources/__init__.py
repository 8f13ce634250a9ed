"""Input of articles: files, folders, standard input, addresses, feeds, pasted text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

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

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"reader.sources.{_MODULES[name]}"), name)
