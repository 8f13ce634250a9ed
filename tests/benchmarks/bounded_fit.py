"""Fitting few bounded weights to examples: losses and their minimisation.

Every loss takes weights with an offset as the last entry, and gives its value, its gradient
and a bound of its curvature. A loss that only compares examples leaves the offset open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Loss = Callable[[Any], tuple[float, Any, Any]]

NEWTON_STEPS = 200
SMALLEST_STEP = 1e-6


def logistic_loss(x: Any, y: Any, importance: Any) -> Loss:
    """The log loss of weighted sums as log odds that each example is right.

    Args:
        x: a row of features for each example.
        y: 1.0 where it is right, else 0.0.
        importance: of each example; only the proportions matter.
    """
    importance = importance / importance.sum()
    x = np.column_stack([x, np.ones(len(x))])

    def loss(weights: Any) -> tuple[float, Any, Any]:
        sums = x @ weights
        likely = 1.0 / (1.0 + np.exp(-sums))
        value = float(importance @ (np.logaddexp(0.0, sums) - y * sums))
        curvature = (x * (importance * likely * (1 - likely))[:, None]).T @ x
        return value, x.T @ (importance * (likely - y)), curvature

    return loss


def ranking_loss(x: Any, question: Any, right: Any, importance: Any) -> Loss:
    """The loss of weighted sums as scores that put the right candidate of each question first.

    The negative logarithm of the share that the right ones have of the softmax over all
    candidates of a question (ListNet with one place; Cao and others 2007).

    Args:
        x: a row of features for each candidate.
        question: the question of each candidate, from 0, in rising order.
        right: which candidates are right; at least one of every question.
        importance: of each question; only the proportions matter.
    """
    begin = np.flatnonzero(np.diff(question, prepend=-1))
    importance = (importance / importance.sum())[question]

    def shares(sums: Any, among: Any) -> tuple[Any, Any]:
        each = np.where(among, np.exp(sums), 0.0)
        whole = np.add.reduceat(each, begin)
        return whole, each / whole[question]

    def loss(weights: Any) -> tuple[float, Any, Any]:
        sums = x @ weights[:-1]
        sums = sums - np.maximum.reduceat(sums, begin)[question]
        whole, share = shares(sums, True)
        part, share_of_right = shares(sums, right)
        value = float(importance[begin] @ (np.log(whole) - np.log(part)))
        mean = np.add.reduceat(x * share[:, None], begin)
        # The curvature of the first logarithm alone: the whole is no longer convex.
        curvature = (x * (importance * share)[:, None]).T @ x
        curvature -= (mean * importance[begin][:, None]).T @ mean
        gradient = x.T @ (importance * (share - share_of_right))
        return value, np.append(gradient, 0.0), np.pad(curvature, (0, 1))

    return loss


def fit_weights(loss: Loss, *, towards: Any, least: Any, most: Any, pull: float) -> Any:
    """Find the weights with the least loss, by projected Newton steps (Bertsekas 1982).

    Args:
        loss: of weights and an offset.
        towards: the weights to which they are drawn, and the first guess.
        least: the lower bounds of the weights.
        most: the upper bounds.
        pull: how strongly they are drawn.

    Returns:
        The weights and an offset, which is not bounded, as the last entry.
    """
    low, high = np.append(least, -np.inf), np.append(most, np.inf)
    towards = np.append(towards, 0.0)
    pulls = np.append(np.full(len(most), pull), 0.0)

    def whole(weights: Any) -> tuple[float, Any, Any]:
        value, gradient, curvature = loss(weights)
        away = weights - towards
        gradient = gradient + 2 * pulls * away
        return value + pulls @ away**2, gradient, curvature + np.diag(2 * pulls + 1e-9)

    weights = towards.copy()
    value, gradient, curvature = whole(weights)
    for _ in range(NEWTON_STEPS):
        free = ~(((weights <= low) & (gradient > 0)) | ((weights >= high) & (gradient < 0)))
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve(curvature[np.ix_(free, free)], gradient[free])
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
        weights, (value, gradient, curvature) = tried, found
        if moved < SMALLEST_STEP:
            break
    return weights
