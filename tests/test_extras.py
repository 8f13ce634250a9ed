"""The command that installs an extra for the Python that runs the program."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from reader import extras


def test_an_extra_of_a_checkout_is_installed_from_it() -> None:
    words = shlex.split(extras.extra_command("web"))
    assert words[:6] == ["python3", "-m", "pip", "--python", sys.executable, "install"]
    assert words[6:] == ["-e", f"{Path(__file__).parent.parent}[web]"]


def test_an_extra_of_an_installed_program_is_installed_by_name(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(extras, "__file__", str(tmp_path / "reader" / "extras.py"))
    assert shlex.split(extras.extra_command("pdf"))[6:] == ["coverage-reader[pdf]"]
