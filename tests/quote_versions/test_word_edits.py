"""The words of a quote and the differences between two versions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.word_edits import EditKind, build_edit_script, find_same_runs


def keys(text: str) -> list[str]:
    return [word.key for word in read_quote_words(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s face-to-face", "its face to face"),
        ("don ’ t", "don't"),
        ("the U.S. side", "the US side"),
        ("1,000 people", "1000 people"),
        ("Café “Müller”", "cafe muller"),
        ("now – in fact – yes", "now, in fact, yes"),
    ],
)
def test_typography_is_no_part_of_a_word(one: str, other: str) -> None:
    assert keys(one) == keys(other)


def test_ellipses_brackets_and_parts_are_kept_beside_the_words() -> None:
    text = "We … want [the US] it ... now | soon"
    bar = text.index("|")
    words = read_quote_words(text, [(0, bar), (bar + 1, len(text))])
    assert [word.key for word in words if word.after_ellipsis] == ["want", "now"]
    assert [word.key for word in words if word.bracketed] == ["the", "us"]
    assert [word.part for word in words] == [0] * 6 + [1]


FULL = (
    "We had a plan. In his words it is in his blood to stay in prison. We look to a life in prison."
)


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("In his words it is in his blood to stay in prison", ["start", "end"]),
        ("We look to a life in prison", ["start"]),
        ("We had a plan", ["end"]),
        ("it is in … blood to stay in prison", ["start", "inside, signed", "end"]),
        ("In his words it is to stay in prison", ["start", "inside", "end"]),
    ],
)
def test_words_that_stand_twice_are_taken_where_the_others_are(
    version: str, expected: list[str]
) -> None:
    base = read_quote_words(FULL, [(0, len(FULL))])
    edits = build_edit_script(base, read_quote_words(version, [(0, len(version))]))
    dropped = [edit for edit in edits if edit.kind is not EditKind.SAME]
    assert all(edit.kind is EditKind.DROPPED for edit in dropped)
    assert [e.place.value + (", signed" if e.signed else "") for e in dropped] == expected


def test_a_drop_lies_where_the_ellipsis_stands() -> None:
    base, version = "permitted to continue to serve here", "permitted to … serve here"
    edits = build_edit_script(
        read_quote_words(base, [(0, len(base))]), read_quote_words(version, [(0, len(version))])
    )
    assert [(e.kind.value, e.signed) for e in edits][1] == ("dropped", True)


WORDS = st.lists(
    st.sampled_from(["a", "the", "harbour", "bridge", "and", "old", "town", "we", "will"]),
    max_size=25,
)


@given(WORDS, WORDS)
def test_a_script_covers_both_versions_in_order(one: list[str], other: list[str]) -> None:
    here, there = " ".join(one), " ".join(other)
    base = read_quote_words(here, [(0, len(here))])
    version = read_quote_words(there, [(0, len(there))])
    edits = build_edit_script(base, version)
    assert [i for e in edits for i in range(e.base.start, e.base.stop)] == list(range(len(base)))
    assert [i for e in edits for i in range(e.version.start, e.version.stop)] == list(
        range(len(version))
    )
    for edit in edits:
        if edit.kind is EditKind.SAME:
            assert "".join(w.key for w in base[edit.base]) == "".join(
                w.key for w in version[edit.version]
            )


@given(WORDS, WORDS)
def test_the_same_runs_are_those_of_the_edit_script(one: list[str], other: list[str]) -> None:
    base, version = (
        read_quote_words(text, [(0, len(text))]) for text in (" ".join(one), " ".join(other))
    )
    edits = build_edit_script(base, version)
    same = [(edit.base, edit.version) for edit in edits if edit.kind is EditKind.SAME]
    assert find_same_runs(base, version) == same


@given(WORDS)
def test_equal_versions_have_no_difference(one: list[str]) -> None:
    text = " ".join(one)
    words = read_quote_words(text, [(0, len(text))])
    kinds = {edit.kind for edit in build_edit_script(words, words)}
    assert kinds == ({EditKind.SAME} if words else set())


def test_a_possessive_ending_that_only_one_version_has_is_a_change() -> None:
    base, version = (
        read_quote_words(text, [(0, len(text))])
        for text in ("the minister’s friend paid", "the minister friend paid")
    )
    edits = build_edit_script(base, version)
    assert [word.key for word in base] == [word.key for word in version]
    assert [edit.kind for edit in edits] == [EditKind.SAME, EditKind.CHANGED, EditKind.SAME]
