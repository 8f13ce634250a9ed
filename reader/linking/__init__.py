"""Which passages of several articles tell the same moment, and why."""

from reader.linking.comparing import compare
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
