"""From the features of a pair of sentences to a calibrated score.

A score is a logistic function of the weighted features. No weight is negative: a pair that
shares more never gets a lower score. The weights are data (`weights.json`), fitted but drawn
to an unfitted even mix.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from os.path import dirname, join

import numpy as np

from reader.linking.arrays import Floats

STATEMENT_SCORE = 0.9
"""The least score of two sentences that surely report one statement; lower if less sure."""
LIKELY_STATEMENT = 0.5
"""From this certainty, 0..1, two sentences are tied by a quotation whatever else they state."""
SURE_STATEMENT = 0.9
"""From this certainty, 0..1, a statement is the same whatever else the two articles report."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The contents of `weights.json`: numbers that a person can read and change."""

    weights: dict[str, float]
    """For each of `FEATURES`, never negative."""
    offset: float
    slope: float
    """Of the calibration, which turns the weighted sum into a share of right links."""
    shift: float
    """Of the calibration."""
    same_event: tuple[float, float]
    """The weight of the excess similarity of two articles, and an offset."""


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that the program is shipped with."""
    with open(join(dirname(__file__), "weights.json"), encoding="utf-8") as file:
        data = json.load(file)
    return Weights(
        weights=data["weights"],
        offset=data["offset"],
        slope=data["calibration"]["slope"],
        shift=data["calibration"]["shift"],
        same_event=(data["same_event"]["excess_similarity"], data["same_event"]["offset"]),
    )


def apply_different_event_discount(odds: Floats, same_event: Floats) -> Floats:
    """Lower the log odds of pairs whose articles probably do not report one event.

    Two sentences hardly report the same if their articles report two events: their
    probability is multiplied by twice that of one event, where this is below even.

    Args:
        odds: the log odds of every pair.
        same_event: the probability of one event for every pair, 0..1.
    """
    log_share = np.log(np.clip(2.0 * same_event, 1e-9, 1.0))
    # The log odds of share * p, where p has the log odds given.
    discounted: Floats = (
        odds + log_share - np.log1p(np.exp(np.minimum(odds, 500.0)) * -np.expm1(log_share))
    )
    return discounted


def raise_for_statements(odds: Floats, statement_certainty: Floats) -> Floats:
    """Raise the log odds of pairs of sentences that report one statement; lower none.

    Args:
        odds: the log odds of every calibrated score.
        statement_certainty: how sure it is that the sentences report one statement, 0..1.
    """
    least = np.clip(STATEMENT_SCORE * statement_certainty, 1e-9, STATEMENT_SCORE)
    raised: Floats = np.maximum(odds, np.log(least / (1.0 - least)))
    return raised
