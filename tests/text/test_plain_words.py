"""The form of words that is the same for two printings of a text."""

from __future__ import annotations

import pytest

from reader.text.plain_words import plain_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s over,”  he said.", '"it\'s over", he said'),
        ("Ainaži – a port", "AINAZI - a port"),
        ("ﬁve\u00a0ferries", "five ferries"),
    ],
)
def test_typography_makes_no_difference(one: str, other: str) -> None:
    assert plain_words(one) == plain_words(other) != ""


def test_words_do_and_signs_alone_stay() -> None:
    assert plain_words("12 ferries") != plain_words("14 ferries")
    assert plain_words("* * *") == "* * *"
