from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from reader.archive.copy_prints import PRINT_WORDS, WINDOW, prints_of_words, read_prints

WORDS = st.lists(st.integers(0, 30).map(str), max_size=60)
SHARED = st.lists(
    st.integers(100, 999).map(str), min_size=PRINT_WORDS + WINDOW - 1, max_size=PRINT_WORDS + 20
)


@given(WORDS, WORDS, WORDS, WORDS, SHARED)
def test_a_shared_run_gives_a_shared_print(before, after, other_before, other_after, shared):
    one = prints_of_words(before + shared + after)
    other = prints_of_words(other_before + shared + other_after)
    assert set(one) & set(other)


@given(WORDS)
def test_prints_are_distinct_numbers_of_32_bits_in_order(words):
    prints = prints_of_words(words)
    assert list(prints) == sorted(set(prints))
    assert all(0 <= each < 1 << 32 for each in prints)
    assert bool(prints) == (len(words) >= PRINT_WORDS)


def test_about_two_in_seven_runs_are_prints():
    words = [str(number) for number in range(7000)]
    assert 1700 < len(prints_of_words(words)) < 2300


def test_prints_are_the_same_in_every_process():
    code = (
        "from reader.archive.copy_prints import prints_of_words\n"
        "print(prints_of_words('the ferry left the harbour of the town at noon today'.split()))"
    )
    here = prints_of_words(
        ["the", "ferry", "left", "the", "harbour", "of", "the", "town", "at", "noon", "today"]
    )
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert there.stdout.strip() == str(here)


def test_furniture_has_no_prints(make_article):
    line = "Sign up for our letter and read all about it every morning"
    assert read_prints(make_article("a", line, furniture=(1,))) == ()
    assert read_prints(make_article("a", line))
