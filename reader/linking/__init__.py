"""Which passages of several articles tell the same moment.

`link_sentences` is imported when first used: a screen that gets its links from
another process never needs it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.articles import Place
from reader.linking.link_table import LinkTable
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR, Level, Link

if TYPE_CHECKING:
    from reader.linking.sentence_linking import link_sentences

__all__ = [
    "RELATED_FLOOR",
    "SAME_FLOOR",
    "Level",
    "Link",
    "LinkTable",
    "Place",
    "link_sentences",
]


def __getattr__(name: str) -> Any:
    if name != "link_sentences":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("reader.linking.sentence_linking").link_sentences
