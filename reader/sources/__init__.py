"""Input of articles: files, folders, standard input, addresses, feeds, pasted text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reader.sources.opening import article_from_text, open_articles

if TYPE_CHECKING:
    from reader.sources.web.fetch_values import FetchProgress, FetchState

__all__ = ["FetchProgress", "FetchState", "article_from_text", "open_articles"]

# Imported at the first use: where no address is opened they are not needed. A type checker takes
# the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in ("FetchProgress", "FetchState"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module("reader.sources.web.fetch_values"), name)
