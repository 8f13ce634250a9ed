"""The memory between two readings."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from reader.settings import Memory, Remembered
from reader.settings.memory import add_places


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state" / "remembered.json")
    assert memory.read() == Remembered()
    remembered = Remembered("reader-light", False, 0.4, "whole", True, {"abc": 3, "def": 12})
    assert memory.write(remembered)
    assert memory.read() == remembered
    assert list(memory.read().places) == ["abc", "def"]
    mode = (tmp_path / "state" / "remembered.json").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["remembered.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b"\xff", b"[" * 100_000, b'{"theme": 3, "places": [1]}']
)
def test_a_file_that_is_no_good_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "remembered.json"
    path.write_bytes(content)
    assert Memory(path).read() == Remembered()


def test_only_values_of_the_right_kind_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "remembered.json"
    path.write_text('{"follow": "no", "threshold": 1, "places": {"a": 2, "b": true, "c": "3"}}')
    assert Memory(path).read() == Remembered(threshold=1.0, places={"a": 2})


def test_the_oldest_places_are_forgotten_first(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "remembered.json")
    memory.write(Remembered(places={str(number): number for number in range(5000)}))
    places = memory.read().places
    assert len(places) == 2000
    assert list(places)[-1] == "4999"


def test_places_of_this_reading_come_last() -> None:
    assert list(add_places({"a": 1, "b": 2}, [("a", 4), ("c", 5)])) == ["b", "a", "c"]


def test_where_nothing_can_be_written_nothing_breaks(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    memory = Memory(blocked / "remembered.json")
    assert not memory.write(Remembered())
    assert memory.read() == Remembered()
    memory.forget()
