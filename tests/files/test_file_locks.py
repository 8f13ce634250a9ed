"""Locks of open files, between processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reader.files.file_locks import is_file_at, try_lock

_HOLDER = (
    "import os, sys\n"
    "from reader.files.file_locks import try_lock\n"
    "print(try_lock(os.open(sys.argv[1], os.O_RDWR)), flush=True)\n"
    "sys.stdin.read()\n"
)


def test_a_lock_is_held_until_its_process_ends(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"")
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        descriptor = os.open(path, os.O_RDWR)
        assert not try_lock(descriptor)
        holder.kill()
    assert try_lock(descriptor)
    os.close(descriptor)


def test_a_file_that_was_replaced_is_another(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"")
    descriptor = os.open(path, os.O_RDWR)
    assert is_file_at(descriptor, path)
    path.rename(tmp_path / "moved")
    assert not is_file_at(descriptor, path)
    path.write_bytes(b"")
    assert not is_file_at(descriptor, path)
    os.close(descriptor)
