from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich._wrap import divide_line
from rich.cells import cell_len, split_graphemes

from reader.app.widgets.text_wrapping import wrap
from reader.text.cleaning import clean

NEWS = "abcdefgh ijklm,nop. “quoted” – it’s … é"
SCRIPTS = [
    "The talks ended – “without a result”, he said …",
    "会談は成果なく終わった、と大臣は述べた。「来週また話す」と付け加えた。",
    "회담은 결과 없이 끝났다고 장관이 말했다.",
    "انتهت المحادثات دون نتيجة، قال الوزير",
    "वार्ता बिना नतीजे के समाप्त हुई",
    "การเจรจาสิ้นสุดลงโดยไม่มีผล",
    "Cafe\u0301 re\u0301sume\u0301 na\u0131\u0308ve Zu\u0308rich",
    "👩‍👩‍👧 🇫🇷 👍🏽 ❤️ 1️⃣ end of the line 🏴‍☠️",
    "a" * 5000,
    "漢" * 500,
    "word " * 300,
]

cleaned = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=NEWS, max_size=300),
    st.text(alphabet="漢字カナ、。 ab", max_size=120),
    st.text(alphabet="e\u0301\u0302 x\u200d👩👧🇫🇷️", max_size=60),
).map(lambda text: clean(text).replace("\n", " "))


def shown(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@given(cleaned, st.integers(2, 90))
@example("e\u0301" * 30, 7)
@example("   漢", 2)
def test_no_line_is_wider_than_the_width(text, width):
    lines = shown(text, width)
    assert bool(lines)
    assert all(cell_len(line) <= width for line in lines)


@given(cleaned, st.integers(1, 90))
def test_nothing_but_spaces_is_lost_and_nothing_comes_twice(text, width):
    lines = wrap(text, width)
    assert lines
    place = 0
    for start, end in lines:
        assert place <= start <= end
        assert not text[place:start].strip(" "), "what lies between two lines is white"
        place = end
    assert not text[place:].strip(" ")


@given(cleaned, st.integers(1, 40))
def test_a_line_ends_only_between_graphemes(text, width):
    borders = {0, len(text), *(start for start, _, _ in split_graphemes(text)[0])}
    assert wrap(text, width)
    for start, end in wrap(text, width):
        assert {start, end} <= borders


@given(
    st.lists(st.text(alphabet="abcdefé’“”—.,", min_size=1, max_size=12), max_size=60),
    st.integers(12, 60),
)
def test_lines_break_where_rich_would_break_them(words, width):
    text = " ".join(words)
    breaks = divide_line(text, width)
    expected = [
        text[start:end].rstrip(" ")
        for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True)
    ]
    assert [line.rstrip(" ") for line in shown(text, width)] == expected


@pytest.mark.parametrize("text", SCRIPTS, ids=lambda text: text[:8])
@pytest.mark.parametrize("width", [2, 3, 7, 20, 38, 80])
def test_every_script_fits_and_keeps_its_letters(text, width):
    lines = shown(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["a" * 5000, "漢" * 500])
def test_a_word_longer_than_the_line_fills_its_lines(text):
    lines = shown(text, 40)
    assert len(lines) == -(-cell_len(text) // 40)


def test_an_empty_paragraph_has_one_line():
    assert wrap("", 10) == [(0, 0)]


@pytest.mark.parametrize("width", [0, -3, 1])
def test_a_width_below_one_is_one(width):
    assert shown("abc", width) == ["a", "b", "c"]


def test_a_japanese_line_does_not_begin_with_a_full_stop():
    text = "会談は成果なく終わった。" * 6
    for width in range(6, 40):
        assert not any(line.startswith("。") for line in shown(text, width)[1:])
