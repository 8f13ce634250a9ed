"""Which passages of several articles tell the same moment, and why.

The linker itself is imported when first used: a screen that gets its links from
another process never needs it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.linking.coverage import (
    RELATED_FLOOR,
    SAME_FLOOR,
    Coverage,
    Evidence,
    Level,
    Link,
    LinkTable,
    Moment,
    Place,
)

if TYPE_CHECKING:
    from reader.linking.comparing import compare
    from reader.linking.scoring import link_sentences

__all__ = [
    "RELATED_FLOOR",
    "SAME_FLOOR",
    "Coverage",
    "Evidence",
    "Level",
    "Link",
    "LinkTable",
    "Moment",
    "Place",
    "compare",
    "link_sentences",
]

_LATER = {"compare": "reader.linking.comparing", "link_sentences": "reader.linking.scoring"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
