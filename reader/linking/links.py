"""Links between paragraphs: where they are, how strong, at which level."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.articles import Place

SAME_FLOOR = 0.60
"""The lowest score, 0..1, of a *same* link."""
RELATED_FLOOR = 0.30
"""The lowest score, 0..1, of the links that are shown unless the reader moves the line: from this
score on most links are right, on the labelled articles where they were judged and on the seeds."""
LOWEST_FLOOR = 0.05
"""Links with a lower score are dropped."""


class Level(str, Enum):
    """How sure a link is."""

    SAME = "same"
    """Both report the same moment, and it is the main content of at least one of them."""
    RELATED = "related"
    """Same occasion, other content; or too little in common to be sure."""


class Link(NamedTuple):
    """Two paragraphs of different articles that report the same moment."""

    here: Place
    there: Place
    score: float
    """Calibrated, in 0..1: about this share of the links with this score is right."""
    level: Level
