"""The work for hostile articles grows with their length and not faster.

Calls are counted and not seconds, so that the result is the same on every machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from reader.quote_check import check_quotes
from reader.quotes import find_quotes


def calls_of(work: Callable[[], object]) -> int:
    """How many functions, those written in C included, are called by some work."""
    count = 0

    def count_one(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(count_one)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“a ‘b ",
        "said ",
        "“a b c d e” said said said said ",
        "“We will go,” John Smith said. ",
        "“We will go,” the spokesman said. ",
        "“We will go,” she said.\n",
        "He: “go now”\n",
        "“go,” Ann Lee, author of “Home,” said. ",
        "“never closed\n",
    ],
)
def test_finding_quotes_takes_twice_the_work_for_twice_the_text(unit: str) -> None:
    find_quotes(unit * 10)
    small = calls_of(lambda: find_quotes(unit * 300))
    large = calls_of(lambda: find_quotes(unit * 600))
    assert large < 2.3 * small + 500


def test_checking_repeated_quotations_takes_twice_the_work_for_twice_the_text() -> None:
    quotation = "“We will rebuild the harbour and the old town before winter,” Ann Lee said.\n"
    other = "“They will rebuild the harbour and the bridge before the summer,” Bo Ray said.\n"
    check_quotes(quotation, [quotation])

    def cost(times: int) -> int:
        draft, source = (quotation + other) * times, (other + quotation) * times
        return calls_of(lambda: check_quotes(draft, [source]))

    small, large = cost(60), cost(120)
    assert large < 2.3 * small
