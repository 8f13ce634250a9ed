"""Textual is loaded without its palette and without TLS, and both can be imported afterwards."""

from __future__ import annotations

import subprocess
import sys

_LATER = ("textual.command", "textual.types", "textual.widgets._input", "ssl")


def run_python(code: str) -> str:
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_application_is_imported_without_palette_and_tls() -> None:
    loaded = run_python(
        "from reader.app.terminal.textual_loading import load_textual; load_textual()\n"
        "import sys, reader.app.app\n"
        f"print([name for name in {_LATER!r} if name in sys.modules])"
    )
    assert loaded == "[]"


def test_both_are_the_real_ones_once_they_are_imported() -> None:
    found = run_python(
        "from reader.app.terminal.textual_loading import load_textual; load_textual()\n"
        "import ssl, textual.command\n"
        "from textual.screen import Screen\n"
        "print(ssl.SSLContext.__module__, issubclass(textual.command.CommandPalette, Screen))"
    )
    assert found == "ssl True"


def test_what_is_imported_already_stays() -> None:
    found = run_python(
        "import ssl, textual.command as first\n"
        "from reader.app.terminal.textual_loading import load_textual; load_textual()\n"
        "import sys, textual.app\n"
        "print(sys.modules['ssl'] is ssl, textual.app.CommandPalette is first.CommandPalette)"
    )
    assert found == "True True"


_OPEN_PALETTE = """
import asyncio
from reader.app.terminal.textual_loading import load_textual
load_textual()
from reader.app.app import ReaderApp
from reader.sources import article_from_text

async def main():
    articles = [article_from_text(f"A bridge closed on day {n}.", name=f"t{n}") for n in (1, 2)]
    app = ReaderApp(articles=articles)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        print(type(app.screen).__name__)
        await pilot.press(*"theme")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.5)
        print(type(app.screen).__name__)

asyncio.run(main())
"""


def test_the_palette_opens_and_runs_a_command() -> None:
    assert run_python(_OPEN_PALETTE).split() == ["ClosingPalette", "ChoiceDialog"]
