"""The command that installs an extra for the Python that runs the program."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from reader import extras


def test_an_extra_of_a_checkout_is_installed_from_it(monkeypatch) -> None:
    monkeypatch.setattr(extras.shutil, "which", lambda _: "/usr/bin/python3")
    words = shlex.split(extras.extra_command("web"))
    assert words[:6] == ["python3", "-m", "pip", "--python", sys.executable, "install"]
    assert words[6:] == ["-e", f"{Path(__file__).parent.parent}[web]"]


def test_an_extra_of_an_installed_program_is_installed_by_name(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(extras, "__file__", str(tmp_path / "reader" / "extras.py"))
    assert shlex.split(extras.extra_command("pdf"))[6:] == ["coverage-reader[pdf]"]


def test_an_environment_that_is_first_on_the_path_is_not_asked_for_pip(
    monkeypatch, tmp_path
) -> None:
    base = tmp_path / "base"
    (base / "bin").mkdir(parents=True)
    (base / "bin" / "python3").touch()
    monkeypatch.setattr(extras.sys, "prefix", str(tmp_path / "own"))
    monkeypatch.setattr(extras.sys, "base_prefix", str(base))
    monkeypatch.setattr(extras.shutil, "which", lambda _: str(tmp_path / "own/bin/python3"))
    assert shlex.split(extras.extra_command("web"))[0] == str(base / "bin" / "python3")
