"""From features to scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking.score_model import apply_different_event_discount, raise_for_statements


@given(st.floats(-12, 12), st.floats(0, 1))
def test_the_discount_multiplies_the_probability(odds: float, same_event: float) -> None:
    probability = 1 / (1 + np.exp(-odds)) * min(1.0, 2 * max(same_event, 5e-10))
    discounted = apply_different_event_discount(np.array([odds]), np.array([same_event]))[0]
    assert 1 / (1 + np.exp(-discounted)) == pytest.approx(probability, rel=1e-6)


def test_a_statement_makes_a_score_never_smaller_and_as_sure_as_it_is_itself() -> None:
    odds = np.array([-5.0, -5.0, -5.0, 6.0])
    found = 1 / (1 + np.exp(-raise_for_statements(odds, np.array([0.0, 0.5, 1.0, 1.0]))))
    np.testing.assert_allclose(found[:3], [1 / (1 + np.exp(5.0)), 0.45, 0.9])
    assert found[3] == pytest.approx(1 / (1 + np.exp(-6.0)))
