"""Copying to the clipboard, and reporting only what is known about the result.

A terminal does not answer whether it took a text (OSC 52), and tmux by its own defaults drops
what a program sends that way. So inside tmux the text is handed to tmux itself, and the last
copy is always in a file too.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path
from typing import Any

from platformdirs import user_state_path
from textual.app import App

_TMUX_SECONDS = 1.0
"""How long tmux may take to store a buffer."""
_OWNER_ONLY = 0o600


def copied_path() -> Path:
    """Return the file that has the last copy."""
    return user_state_path("reader", appauthor=False) / "copied.txt"


async def copy_text(app: App[Any], text: str, what: str) -> str:
    """Copy a text and return the message about it.

    Args:
        app: the application, whose terminal gets the text.
        text: what to copy.
        what: what it is, in words, such as `¶3 of The Herald with its citation`.
    """
    app.copy_to_clipboard(text)
    is_stored = getattr(app, "keeps_copies", True) and _store(text)
    if os.environ.get("TMUX") and await _store_in_tmux(text):
        return f"Copied {what} into tmux’s buffer: prefix ] pastes it."
    sent = f"Sent {what} to the terminal’s clipboard"
    if os.environ.get("TMUX"):
        return f"{sent}; if nothing comes: tmux set -s set-clipboard on"
    hint = "; :copied names the file that has it too" if is_stored else ""
    if os.environ.get("STY"):
        return f"{sent}, which screen may not pass on{hint}."
    return f"{sent}{hint}."


def explain_last_copy() -> str:
    """Return where the last copy is, as a message."""
    path = copied_path()
    if path.is_file():
        return f"The last copy is in {path}."
    return "Nothing has been copied so far: y copies."


def _store(text: str) -> bool:
    """Write the text where `copied_path` says; return whether it is there."""
    path = copied_path()
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        with open(
            os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY), "wb"
        ) as file:
            file.write(text.encode("utf-8", "replace"))
        beside.replace(path)
        return True
    return False


async def _store_in_tmux(text: str) -> bool:
    """Hand the text to tmux, which passes it on to its clipboard; return whether it took it."""
    try:
        process = await asyncio.create_subprocess_exec(
            "tmux",
            "load-buffer",
            "-w",
            "-",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(text.encode("utf-8", "replace")), _TMUX_SECONDS)
    except asyncio.TimeoutError:
        process.kill()
        return False
    return process.returncode == 0
