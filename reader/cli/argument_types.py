"""The types of the values of options."""

from __future__ import annotations

from argparse import ArgumentTypeError

_MOST_DIGITS = 10
"""A number of an article or a paragraph with so many digits exists in no text."""


ALL_DAYS = -1
"""The value of `all` as a number of days."""


def parse_place(text: str) -> tuple[int, int]:
    """Parse `2:6`: the number of an article and of its paragraph, both from 1."""
    article, colon, paragraph = text.partition(":")
    numbers = (article, paragraph) if colon else ("1", article)
    if not all(number.isdecimal() and len(number) < _MOST_DIGITS for number in numbers):
        raise ArgumentTypeError("must be an article and a paragraph, such as 2:6")
    return int(numbers[0]), int(numbers[1])


def parse_number(text: str) -> int:
    """Parse a number from 1."""
    if not text.isdecimal() or len(text) >= _MOST_DIGITS or int(text) == 0:
        raise ArgumentTypeError("must be a number from 1")
    return int(text)


def parse_score(text: str) -> float:
    """Parse a score, 0..1."""
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:
        raise ArgumentTypeError("must be a number from 0 to 1")
    return score
