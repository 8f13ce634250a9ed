"""The settings as the command line shows them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

POSIX = pytest.mark.skipif(sys.platform != "linux", reason="names the folder of the settings")


@pytest.fixture
def config(run: Run, environment: dict[str, str], tmp_path: Path) -> Callable[..., object]:
    def config(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        own = {**environment, "XDG_CONFIG_HOME": str(tmp_path / "config"), **variables}
        return run("config", *arguments, env=own)

    return config


@POSIX
def test_every_setting_is_listed_with_its_value(config, tmp_path: Path) -> None:
    done = config()
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"# {tmp_path}/config/reader/settings.toml")
    assert "ascii = false  # default: whether the signs are ASCII" in lines
    assert any(line.startswith('# next = "j,down"') for line in lines)


@POSIX
def test_what_is_set_and_what_is_wrong_is_said(config, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "reader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(
        'ascii = true\npanes = "many"\n[keys]\nnext = "n"\nwhy = "Z"\n'
    )
    done = config()
    assert done.returncode == 2
    assert "settings.toml, line 2: panes: must be a whole number" in done.stderr
    assert "ascii = true  # set: whether the signs are ASCII" in done.stdout
    assert '\nwhy = "Z"' in done.stdout
    assert "line 4: next: n is the key of next-hit" in done.stderr
    assert '\n# next = "j,down"' in done.stdout, "what is refused is not in force"


@POSIX
def test_an_unknown_theme_is_not_in_force_and_a_similar_one_is_named(config, tmp_path) -> None:
    folder = tmp_path / "config" / "reader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('theme = "reader-lihgt"\npanes = 0\n')
    done = config()
    first, second = done.stderr.splitlines()
    assert "line 1: there is no theme reader-lihgt (did you mean reader-light?)" in first
    assert "line 2" in second
    assert "lihgt" not in done.stdout


@POSIX
def test_edit_makes_the_file_and_opens_the_editor(config, tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\necho "threshold = 0.5" > "$2"; echo "$1" > "$2.flag"\n')
    editor.chmod(0o755)
    done = config("--edit", EDITOR=f"{editor} --wait", VISUAL="")
    assert done.returncode == 0
    assert "threshold = 0.5  # set" in done.stdout
    file = tmp_path / "config" / "reader" / "settings.toml"
    assert Path(f"{file}.flag").read_text() == "--wait\n"


@POSIX
def test_an_editor_that_there_is_not_is_one_line(config) -> None:
    done = config("--edit", EDITOR="no-such-editor-anywhere", VISUAL="")
    assert done.returncode == 2
    assert "set EDITOR to your editor" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert os.linesep in done.stderr
