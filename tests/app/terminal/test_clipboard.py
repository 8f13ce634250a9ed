"""The message about a copied text, and the file with the last one."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from reader.app.terminal import clipboard

TEXT = "“Nobody asked us,” the warden said. — 会談"


class Terminal:
    """Stores the copied text, as an application does."""

    def __init__(self) -> None:
        self.copied = ""

    def copy_to_clipboard(self, text: str) -> None:
        self.copied = text


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def put_tmux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """`put_tmux("exit 1")`: a program called tmux that does this, inside which we run."""

    def put(script: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "tmux"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
        return tmp_path / "buffer"

    return put


async def test_a_terminal_that_does_not_answer_is_not_said_to_have_copied() -> None:
    terminal = Terminal()
    message = await clipboard.copy_text(terminal, TEXT, "¶3")  # type: ignore[arg-type]
    assert terminal.copied == TEXT
    assert message.startswith("Sent ¶3 to the terminal’s clipboard")
    assert ":copied" in message


async def test_inside_tmux_its_buffer_has_the_text(put_tmux) -> None:
    buffer = put_tmux('[ "$1 $2 $3" = "load-buffer -w -" ] && cat > "$(dirname "$0")/../buffer"')
    message = await clipboard.copy_text(Terminal(), TEXT, "¶3")  # type: ignore[arg-type]
    assert buffer.read_text(encoding="utf-8") == TEXT
    assert message == "Copied ¶3 into tmux’s buffer: prefix ] pastes it."


@pytest.mark.parametrize("script", ["exit 1", "cat >/dev/null; exit 2"])
async def test_a_tmux_that_does_not_take_it_is_told_how(put_tmux, script: str) -> None:
    put_tmux(script)
    message = await clipboard.copy_text(Terminal(), TEXT, "¶3")  # type: ignore[arg-type]
    assert message.startswith("Sent ¶3")
    assert "set -s set-clipboard on" in message


async def test_without_a_tmux_program_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMUX", "x")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Sent" in await clipboard.copy_text(Terminal(), TEXT, "¶3")  # type: ignore[arg-type]


async def test_screen_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STY", "1.pts")
    assert "screen may not" in await clipboard.copy_text(
        Terminal(),  # type: ignore[arg-type]
        TEXT,
        "¶3",
    )


async def test_the_last_copy_is_in_a_file_of_the_users_own() -> None:
    assert "Nothing has been copied" in clipboard.explain_last_copy()
    await clipboard.copy_text(Terminal(), "first", "¶1")  # type: ignore[arg-type]
    await clipboard.copy_text(Terminal(), TEXT, "¶3")  # type: ignore[arg-type]
    path = clipboard.copied_path()
    assert path.read_text(encoding="utf-8") == TEXT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert str(path) in clipboard.explain_last_copy()


async def test_where_no_file_can_be_written_the_copy_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    terminal = Terminal()
    message = await clipboard.copy_text(terminal, TEXT, "¶3")  # type: ignore[arg-type]
    assert terminal.copied == TEXT
    assert ":copied" not in message
