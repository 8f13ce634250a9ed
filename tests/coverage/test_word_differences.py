"""Passages word by word: what only one of them has."""

from __future__ import annotations

import pytest

from reader.coverage.word_differences import find_word_differences, split_own_words


def own_words(here: str, there: str) -> tuple[list[str], list[str]]:
    differences = find_word_differences(here, there)
    return (
        [words for words, is_own in split_own_words(here, differences.here) if is_own],
        [words for words, is_own in split_own_words(there, differences.there) if is_own],
    )


def test_words_that_only_one_passage_has_are_found_in_both() -> None:
    assert own_words("The old mill burned on Monday.", "The mill burned down, on Monday") == (
        ["old"],
        ["down,"],
    )


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("at 9 a.m. on Monday", "at 9 p.m. on Monday", (["a.m."], ["p.m."])),
        ("The U.S. and the U.N. agreed", "The US and the E.U. agreed", (["U.N."], ["E.U."])),
        ("until 9 a.m.", "until 9 am", ([], [])),
        ("J. R. Marsh spoke", "J.R. Marsh spoke", ([], [])),
        ("Plan A. I went on", "Plan B. I went on", (["A"], ["B"])),
        ("some 3.5 tons", "some 3.6 tons", (["3.5"], ["3.6"])),
    ],
)
def test_letters_with_full_stops_are_one_word(
    here: str, there: str, expected: tuple[list[str], list[str]]
) -> None:
    assert own_words(here, there) == expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("TARNOW (Norwire) — Nine boats", "Nine boats", (["TARNOW (Norwire) —"], [])),
        (
            "TARNOW (Norwire) — Nine boats", "TARNOW — Four boats",
            (["(Norwire) — Nine"], ["— Four"]),
        ),
        ("The mayor, Ola Prenn, said", "The mayor said", ([", Ola Prenn,"], [])),
        ("It burned, on Monday, down", "It burned, down", (["on Monday,"], [])),
        ("“Nobody saw it, and nine left", "“Nine left", (["Nobody saw it, and"], [])),
        ('"Nine left," she said', "“Nine left”, she said then", ([], ["then"])),
        ("at $5 million", "at $6 million", (["5"], ["6"])),
        ("in 9 a.m. light", "in 9 a.m. (summer) light", ([], ["(summer)"])),
    ],
)  # fmt: skip
def test_a_sign_goes_with_the_words_that_it_stands_at(
    here: str, there: str, expected: tuple[list[str], list[str]]
) -> None:
    assert own_words(here, there) == expected
