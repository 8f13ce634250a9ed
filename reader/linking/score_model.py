"""From the measures of two sentences to a calibrated score.

A score is a logistic function of the weighted measures. No weight is negative: a pair that
shares more never scores less. The weights are data (`weights.json`), fitted but held close to
an unfitted even mix.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from os.path import dirname, join
from typing import Any

from reader.linking.features import FEATURES

PARTS = (*FEATURES, "statement")
"""What a score is made of: the weighed measures, and what a statement in common adds."""

STATED = 0.9
"""The least score of two sentences that surely report one statement; less where it is less sure."""
SURELY_STATED = 0.9
"""From this certainty on a statement is the same whatever else the two articles tell."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What `weights.json` holds: numbers a person can read and change."""

    weights: dict[str, float]
    """For each of `FEATURES`, never negative."""
    offset: float
    slope: float
    """Of the calibration, which turns the weighted sum into a share of right links."""
    shift: float
    event: tuple[float, float]
    """The weight of how alike two articles are beyond the usual, and an offset."""


@lru_cache(maxsize=1)
def fitted() -> Weights:
    """The weights the program is shipped with."""
    with open(join(dirname(__file__), "weights.json"), encoding="utf-8") as file:
        data = json.load(file)
    return Weights(
        weights=data["weights"],
        offset=data["offset"],
        slope=data["calibration"]["slope"],
        shift=data["calibration"]["shift"],
        event=(data["event"]["beyond"], data["event"]["offset"]),
    )


def doubted(sums: Any, one_event: Any) -> Any:
    """Weighted sums of pairs, less where their articles probably do not report one event.

    Two sentences hardly tell the same if their articles report two events: the probability
    that a sum stands for is multiplied by twice that of one event, where this is below even.
    """
    import numpy as np

    log_share = np.log(np.clip(2.0 * one_event, 1e-9, 1.0))
    # The log odds of share * p, where p has the log odds given.
    return sums + log_share - np.log1p(np.exp(np.minimum(sums, 500.0)) * -np.expm1(log_share))


def with_statements(odds: Any, stated: Any) -> Any:
    """Log odds of calibrated scores, more where two sentences report one statement.

    `stated` says how sure that is, 0..1; what they have in common cannot make it less so.
    """
    import numpy as np

    least = np.clip(STATED * stated, 1e-9, STATED)
    return np.maximum(odds, np.log(least / (1.0 - least)))
