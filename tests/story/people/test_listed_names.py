"""Lists of names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.story.people import listed_names
from reader.story.people.listed_names import find_name_lists

WORD = r"[A-Z][a-z’'-]*[A-Za-z]"
ITEM = rf"{WORD}(?: [A-Z]\.)?(?: {WORD}){{1,2}}(?: \([^()\n]{{2,14}}\))?"
WHOLE_LIST = re.compile(rf"(?<![\w’'.-]){ITEM}(?:, {ITEM})+,? and {ITEM}(?![\w’'-])")
PARTS = ("Ida Vrel", "Ned Q. Ostrap", "Xerl", "Tam Brodt (Ohio)", "Lu Vann Mork", "said")
JOINTS = (", ", ", ", ", ", " and ", ", and ", " ", ". ", "’s ", "\n")


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(JOINTS)), max_size=14))
def test_lists_are_those_of_one_pattern(parts: list[tuple[str, str]]) -> None:
    text = "".join(name + joint for name, joint in parts)
    assert list(find_name_lists(text)) == [each.span() for each in WHOLE_LIST.finditer(text)]


class CountingPattern:
    """A pattern that counts the characters of its matches."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.read = 0

    def search(self, text: str, position: int) -> re.Match[str] | None:
        """Search, and count."""
        found = self.pattern.search(text, position)
        self.read += len(found.group()) if found else 0
        return found


def test_a_long_list_without_an_end_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = CountingPattern(vars(listed_names)["_CHAIN"])
    monkeypatch.setattr(listed_names, "_CHAIN", counting)
    text = ", ".join(["Ida Vrel"] * 4000) + " and said so."
    assert list(find_name_lists(text)) == []
    assert counting.read <= len(text)
