"""Opening the original of an article, its page or file, with the programs of the desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_ADDRESSES = ("http://", "https://")


def locate_original(source: str) -> str:
    """Return the address or the absolute path of an article's source; empty where it has none.

    Args:
        source: where the article came from; pasted text and the standard input have no place.
    """
    if source.startswith(_ADDRESSES):
        return source
    path = Path(source)
    try:
        return str(path.absolute()) if path.is_file() else ""
    except (OSError, ValueError):
        return ""


def open_original(original: str) -> bool:
    """Open an address or a file with the program that the desktop has for it.

    Returns:
        False where there is no desktop, as over ssh, or the program cannot be started.
    """
    try:
        if sys.platform == "win32":
            os.startfile(original)
            return True
        command = _find_opener()
        if command is None:
            return False
        # Detached and silent: what it prints would be painted into the screen.
        subprocess.Popen(
            [command, original],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _find_opener() -> str | None:
    if sys.platform == "darwin":
        return shutil.which("open") if "SSH_CONNECTION" not in os.environ else None
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open")
