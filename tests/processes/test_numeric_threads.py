"""One thread for numeric libraries, unless the user says another number."""

from __future__ import annotations

import os

import pytest

from reader.processes.numeric_threads import THREAD_COUNTS, use_one_thread


def test_a_number_of_the_user_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen, *others = THREAD_COUNTS
    monkeypatch.setenv(chosen, "3")
    for name in others:
        # Set first, so that the variable is removed again after the test.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    use_one_thread()
    assert [os.environ[name] for name in THREAD_COUNTS] == ["3", *["1"] * len(others)]
