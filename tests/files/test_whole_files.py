"""Files that are replaced as a whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader.files.file_locks import try_lock
from reader.files.whole_files import replace_file, replace_locked_file


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    replace_file(path, b"new", 0o640)
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["file"]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o640


def test_where_it_cannot_be_written_the_old_content_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be renamed there")
def test_a_locked_file_is_locked_as_soon_as_it_is_there(tmp_path: Path) -> None:
    path = tmp_path / "file"
    first = replace_locked_file(path, b"one")
    second = replace_locked_file(path, b"two")
    os.close(first)
    other = os.open(path, os.O_RDWR)
    assert not try_lock(other)
    os.close(second)
    assert try_lock(other)
    os.close(other)
