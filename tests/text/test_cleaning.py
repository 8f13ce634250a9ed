"""Cleaning of text from outside."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning import MARKS_PER_BASE, TAB, clean, clean_counted, clean_line

ANYTHING = st.text(st.characters(codec=None), max_size=200)
NASTY = st.text(
    st.sampled_from(
        "aé本\u0301\u0308\u0489\u200c\u200d\u200b\u00ad\u202e\u2066\x1b\x9b\x07\x00\x7f\r\n\t "
        "\u2028\ufe0f\ufe0e\U000e0041👩🏽\u0639\u0915\u094d\u115f\u3164\ufffe\ud800\u061c\u2064\x85\x0b"
    ),
    max_size=60,
)


def is_forbidden(character: str) -> bool:
    code = ord(character)
    if character == "\n":
        return False
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return True
    return (
        code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
        or code in (0xAD, 0x200B, 0x2060, 0xFEFF, 0x34F, 0x61C, 0x200E, 0x200F)
        or code in (0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5)
        or 0x202A <= code <= 0x202E
        or 0x2061 <= code <= 0x206F
        or 0xFFF0 <= code <= 0xFFFB
        or 0x180B <= code <= 0x180F
        or 0xFE00 <= code <= 0xFE0D
        or 0xE0000 <= code <= 0xE0FFF
    )


@given(st.one_of(ANYTHING, NASTY))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_counted(text)
    assert clean_counted(once.text) == (once.text, 0, 0)


@given(st.one_of(ANYTHING, NASTY))
def test_nothing_forbidden_is_left_and_little_is_added(text: str) -> None:
    cleaned = clean(text)
    assert not [character for character in cleaned if is_forbidden(character)]
    assert len(cleaned) <= len(text) + text.count("\t")


@given(st.one_of(ANYTHING, NASTY))
def test_no_base_carries_a_flood_of_marks(text: str) -> None:
    marks = 0
    assert clean("e\u0301") == "e\u0301"
    for character in clean(text):
        if unicodedata.category(character)[0] == "M":
            marks += 1
        elif character not in "\u200c\u200d":
            marks = 0
        assert marks <= MARKS_PER_BASE


@given(st.one_of(ANYTHING, NASTY))
def test_letters_and_digits_are_untouched(text: str) -> None:
    def letters(words: str) -> list[str]:
        return [
            character
            for character in words
            if unicodedata.category(character)[0] in "LN" and not is_forbidden(character)
        ]

    assert letters(clean(text)) == letters(text)


@given(st.one_of(ANYTHING, NASTY), st.integers(1, 40))
def test_a_line_is_one_short_line_and_stays_so(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert line == line.strip()
    assert "  " not in line
    assert clean_line(line, limit) == line


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("bell\x07 nul\x00 del\x7f", "bell␇ nul␀ del␡"),
        ("one\r\ntwo\rthree\u2028four\x85five\x0bsix\x0cseven\x1ceight", "\n".join(
            ["one", "two", "three", "four", "five", "six", "seven", "eight"]
        )),
        ("so\u00adft\u200b hy\u2060phen\ufeff", "soft hyphen"),
        ("evil\u202etxt.exe", "evil�txt.exe"),
        ("\x9b2J", "�2J"),
        ("a\tb", f"a{TAB}b"),
        ("x\ud800y", "x�y"),
        ("tag\U000e0041\U000e0042", "tag��"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("pass\u200dword", "password"),
        ("می\u200c\u200cخ", "میخ"),
        ("no\u00a0break", "no\u00a0break"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("☎\ufe0e", "☎\ufe0e"),
    ],
)  # fmt: skip
def test_each_class_of_character_is_shown_as_it_should_be(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_what_was_replaced_and_unstacked_is_counted() -> None:
    assert clean_counted("a\x1b\x1b\u202e" + "e" + "\u0301" * 9) == (
        "a␛␛�e" + "\u0301" * 5,
        3,
        4,
    )


def test_many_kinds_of_hidden_characters_are_counted_too() -> None:
    text = "".join(map(chr, range(0x80, 0x85))) + "".join(map(chr, range(0xE0000, 0xE0100)))
    assert clean_counted(text) == ("�" * 261, 261, 0)


def test_a_long_line_is_cut_with_an_ellipsis() -> None:
    assert clean_line("word " * 100, 12) == "word word w…"
