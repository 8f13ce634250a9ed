"""How faults are told that no error of the program describes."""

from __future__ import annotations

import pytest

from reader.errors import describe_fault


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (RecursionError("maximum recursion depth exceeded"), "nested too deep"),
        (ValueError("no number\nin line 3"), "ValueError: no number in line 3"),
        (KeyError(), "KeyError"),
    ],
)
def test_a_fault_is_told_in_one_line(fault, words):
    assert describe_fault(fault) == words
