"""Escapes in a paste, whatever the pieces in which the terminal sends it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.terminal.pasting import BEGIN, END, PASTE_LIMIT, PasteFilter

SENT = f"j\x1b[A\x1b{BEGIN}one\x1b[6~ \x1bq {BEGIN} two\x1b[201{END}k\x1b{BEGIN}{END}\x1b"
READ = f"j\x1b[A\x1b{BEGIN}one␛[6~ ␛q ␛[200~ two␛[201{END}k\x1b{BEGIN}{END}\x1b"


@given(st.lists(st.integers(0, len(SENT)), max_size=12))
def test_pieces_of_any_length_are_read_alike(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(SENT)]
    guard = PasteFilter()
    assert "".join(guard.filter(SENT[a:b]) for a, b in pairwise(edges)) == READ


def test_an_escape_that_is_typed_is_read_at_once() -> None:
    guard = PasteFilter()
    assert [guard.filter(key) for key in ("\x1b", "[", "2", "j")] == ["\x1b", "[", "2", "j"]


@pytest.mark.parametrize("length", [PASTE_LIMIT // 2, PASTE_LIMIT * 3])
def test_a_paste_without_an_end_is_bounded(length: int) -> None:
    guard = PasteFilter()
    taken = guard.filter(BEGIN) + "".join(guard.filter("x" * 1000) for _ in range(length // 1000))
    assert len(taken) == len(BEGIN) + min(length, PASTE_LIMIT)
    assert guard.filter(END + "j") == END + "j"
    assert guard.filter(f"{BEGIN}x{END}") == f"{BEGIN}x{END}"
