"""The loader of the word lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.text.word_lists import WordLists

_TEXT = """# A comment.
before one

[first]
# Another comment.
two words
  indented
[second]
three
[first]
again
"""


@pytest.fixture
def lists(tmp_path: Path) -> WordLists:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sample.txt").write_text(_TEXT, encoding="utf-8")
    return WordLists(str(tmp_path / "module.py"), "sample")


def test_entries_keep_their_order_and_section(lists: WordLists) -> None:
    assert lists.lines == {
        "": ("before one",),
        "first": ("two words", "indented", "again"),
        "second": ("three",),
    }


def test_words_are_the_parts_of_entries(lists: WordLists) -> None:
    assert lists.words["first"] == {"two", "words", "indented", "again"}


def test_groups_are_the_entries_of_all_sections(lists: WordLists) -> None:
    assert lists.groups == (
        ("before", "one"), ("two", "words"), ("indented",), ("again",), ("three",),
    )  # fmt: skip


def test_a_file_is_read_at_first_use_and_once(tmp_path: Path) -> None:
    path = tmp_path / "data" / "late.txt"
    lists = WordLists(str(tmp_path / "module.py"), "late")
    path.parent.mkdir()
    path.write_text("word", encoding="utf-8")
    assert lists.words[""] == {"word"}
    path.unlink()
    assert lists.words[""] == {"word"}


def test_a_section_that_is_not_there_is_an_error(lists: WordLists) -> None:
    with pytest.raises(KeyError):
        lists.words["third"]
