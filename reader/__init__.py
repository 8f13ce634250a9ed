"""Compare how several outlets tell one event, paragraph by paragraph and quote by quote.

The names below are the public interface; each is imported when first used, so
that `import reader` costs nothing and never loads the terminal interface.

    from reader import compare, open_articles
    coverage = compare(open_articles(["a.txt", "b.txt"]))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.articles import Article, Paragraph, ParagraphKind
    from reader.coverage import Coverage, Evidence, compare
    from reader.errors import ReaderError
    from reader.linking import Level, Link, Place
    from reader.sources import open_articles
    from reader.story import Moment

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Coverage",
    "Evidence",
    "Level",
    "Link",
    "Moment",
    "Paragraph",
    "ParagraphKind",
    "Place",
    "ReaderError",
    "__version__",
    "compare",
    "open_articles",
]

_ROOMS = {
    "Article": "reader.articles",
    "Coverage": "reader.coverage",
    "Evidence": "reader.coverage",
    "Level": "reader.linking",
    "Link": "reader.linking",
    "Moment": "reader.story",
    "Paragraph": "reader.articles",
    "ParagraphKind": "reader.articles",
    "Place": "reader.linking",
    "ReaderError": "reader.errors",
    "compare": "reader.coverage",
    "open_articles": "reader.sources",
}


def __getattr__(name: str) -> Any:
    try:
        room = _ROOMS[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    return getattr(import_module(room), name)


def __dir__() -> list[str]:
    return sorted(__all__)
