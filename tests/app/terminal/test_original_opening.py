"""The page or file that an article came from."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from reader.app.terminal.original_opening import locate_original, open_original

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="of other desktops")


def test_addresses_and_files_are_found_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "mill.txt"
    file.write_text("The mill burned.", encoding="utf-8")
    assert locate_original("https://example.org/mill") == "https://example.org/mill"
    assert locate_original(str(file)) == str(file)
    assert locate_original("pasted text 1") == ""
    assert locate_original("javascript:alert(1)") == ""
    assert locate_original("\0") == ""


def test_without_a_desktop_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not open_original("https://example.org/mill")


def test_the_program_of_the_desktop_gets_the_address_and_prints_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    opener, taken = tmp_path / "xdg-open", tmp_path / "taken"
    opener.write_text(
        f'#!/bin/sh\necho noise\nprintf %s "$1" > {taken}.part\nmv {taken}.part {taken}\n'
    )
    opener.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("DISPLAY", ":0")
    assert open_original("https://example.org/mill?a=1&b=2")
    end = time.monotonic() + 20
    while not taken.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert taken.read_text() == "https://example.org/mill?a=1&b=2"
    assert capfd.readouterr().out == ""
