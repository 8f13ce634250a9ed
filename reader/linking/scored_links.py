"""Links with all that is stored of them, one by one or as columns, before they are a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reader.articles import Place
from reader.linking.links import PROBABLY_FLOOR, SAME_FLOOR

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    IntegerColumn = NDArray[np.integer[Any]]
    FloatColumn = NDArray[np.floating[Any]]

SCORE_STEPS = 10_000
"""Scores are stored in steps of 1 / `SCORE_STEPS`, finer than their calibration."""
BELOW_SAME = SAME_FLOOR - 1 / SCORE_STEPS
"""The highest score of a link that is only *probably* the same."""
BELOW_PROBABLY = PROBABLY_FLOOR - 1 / SCORE_STEPS
"""The highest score of a link that is only related."""
PART_STEPS = 32
"""The parts of a score are stored in steps of 1 / `PART_STEPS`."""
UNKNOWN_SENTENCE = 255
"""The sentence position that means "unknown"; also that of all beyond the range of one byte."""


class ScoredPair(NamedTuple):
    """A link from an article to a later one, with all that a `LinkTable` stores of it."""

    here: Place
    there: Place
    score: float
    sentence_here: int = UNKNOWN_SENTENCE
    """Position (from 0) of the best matching sentence, or `UNKNOWN_SENTENCE`."""
    sentence_there: int = UNKNOWN_SENTENCE
    parts: bytes = b""
    """What each feature added to the score, in steps of 1 / `PART_STEPS`; features that are
    not of shared words, beyond what they add to the average pair. Empty if unknown."""
    conflicts: int = 0
    """The bits of the kinds of conflict that make the two ends two moments."""
    lowered: int = 0
    """The `Lowering` of the score, as a number."""


class LinkColumns(NamedTuple):
    """Links as NumPy columns of one length, each link once and in either direction."""

    article_here: IntegerColumn
    paragraph_here: IntegerColumn
    article_there: IntegerColumn
    paragraph_there: IntegerColumn
    score: FloatColumn
    sentence_here: IntegerColumn
    sentence_there: IntegerColumn
    parts: NDArray[np.uint8]
    """One row for each link, as in `ScoredPair.parts`."""
    conflicts: NDArray[np.uint8]
    """As `ScoredPair.conflicts`."""
    lowered: NDArray[np.uint8]
    """As `ScoredPair.lowered`."""
