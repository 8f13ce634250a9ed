"""Fitting few bounded weights to examples: the losses, and how their sum is brought down.

Every loss takes weights with an offset as the last entry, and gives its value, its slope
and a bound of its curvature. The offset is what the other weights leave open; a loss that
only compares has none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Loss = Callable[[Any], tuple[float, Any, Any]]

NEWTON_STEPS = 200
SMALLEST_STEP = 1e-6


def logistic_loss(x: Any, y: Any, say: Any) -> Loss:
    """How badly weighted sums tell, example by example, whether each is right (log loss).

    Args:
        x: a row of measures for each example.
        y: 1.0 where it is right, else 0.0.
        say: how much each example counts; only the proportions matter.
    """
    say = say / say.sum()
    x = np.column_stack([x, np.ones(len(x))])

    def loss(weights: Any) -> tuple[float, Any, Any]:
        sums = x @ weights
        likely = 1.0 / (1.0 + np.exp(-sums))
        value = float(say @ (np.logaddexp(0.0, sums) - y * sums))
        bend = (x * (say * likely * (1 - likely))[:, None]).T @ x
        return value, x.T @ (say * (likely - y)), bend

    return loss


def ranking_loss(x: Any, question: Any, right: Any, say: Any) -> Loss:
    """How badly weighted sums put the right ones of each question first.

    The negative logarithm of the share that the right ones have of the softmax over all
    candidates of a question (ListNet with one place; Cao and others 2007).

    Args:
        x: a row of measures for each candidate.
        question: the question of each candidate, from 0, in rising order.
        right: which candidates are right; at least one of every question.
        say: how much each question counts; only the proportions matter.
    """
    begin = np.flatnonzero(np.diff(question, prepend=-1))
    say = (say / say.sum())[question]

    def shares(sums: Any, among: Any) -> tuple[Any, Any]:
        each = np.where(among, np.exp(sums), 0.0)
        whole = np.add.reduceat(each, begin)
        return whole, each / whole[question]

    def loss(weights: Any) -> tuple[float, Any, Any]:
        sums = x @ weights[:-1]
        sums = sums - np.maximum.reduceat(sums, begin)[question]
        whole, share = shares(sums, True)
        part, share_of_right = shares(sums, right)
        value = float(say[begin] @ (np.log(whole) - np.log(part)))
        mean = np.add.reduceat(x * share[:, None], begin)
        # The curvature of the first logarithm alone: the whole is no longer convex.
        bend = (x * (say * share)[:, None]).T @ x - (mean * say[begin][:, None]).T @ mean
        slope = x.T @ (say * (share - share_of_right))
        return value, np.append(slope, 0.0), np.pad(bend, (0, 1))

    return loss


def fitted(loss: Loss, *, towards: Any, least: Any, most: Any, pull: float) -> Any:
    """The weights with the least loss, by projected Newton steps (Bertsekas 1982).

    Args:
        towards: weights to which they are drawn, and the first guess.
        least, most: bounds of the weights.
        pull: how strongly they are drawn.

    Returns the weights and an offset, which is free, as the last entry.
    """
    low, high = np.append(least, -np.inf), np.append(most, np.inf)
    towards = np.append(towards, 0.0)
    pulls = np.append(np.full(len(most), pull), 0.0)

    def whole(weights: Any) -> tuple[float, Any, Any]:
        value, slope, bend = loss(weights)
        away = weights - towards
        return value + pulls @ away**2, slope + 2 * pulls * away, bend + np.diag(2 * pulls + 1e-9)

    weights = towards.copy()
    value, slope, bend = whole(weights)
    for _ in range(NEWTON_STEPS):
        free = ~(((weights <= low) & (slope > 0)) | ((weights >= high) & (slope < 0)))
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        length = 1.0
        tried = np.clip(weights - step, low, high)
        found = whole(tried)
        while found[0] > value and length > SMALLEST_STEP:
            length /= 2
            tried = np.clip(weights - length * step, low, high)
            found = whole(tried)
        if found[0] > value:
            break
        moved = np.abs(tried - weights).max()
        weights, (value, slope, bend) = tried, found
        if moved < SMALLEST_STEP:
            break
    return weights
