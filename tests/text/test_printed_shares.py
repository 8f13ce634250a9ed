"""Shares in words."""

from __future__ import annotations

import pytest

from reader.text.printed_shares import print_share


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (0.0, "0%"), (0.001, "<1%"), (0.006, "<1%"), (0.01, "1%"), (0.454, "45%"), (0.99, "99%"),
        (0.9999, "99%"), (1.0, "100%"),
    ],
)  # fmt: skip
def test_nearly_all_is_not_all_and_little_is_not_nothing(share: float, printed: str) -> None:
    assert print_share(share) == printed
