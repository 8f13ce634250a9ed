"""Saving and opening a dossier on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app.app import ReaderApp
from reader.notebook import Notebook, apply_corrections
from reader.notebook.held_notes import holding_notes, release_notes
from reader.sources import open_articles
from tests.screens.rest import rest

SUGGESTED = "blinken-to-meet-businesses-in-shanghai.dossier"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    release_notes()


async def save(reader, *keys: str) -> None:
    """Press keys and wait until the file is written."""
    await reader.press(*keys)
    await rest(reader.pilot)
    await reader.pilot.pause()


def shown(reader) -> str:
    return "\n".join(reader.text())


def open_dossier(name: str):
    notices: list[Exception] = []
    articles = open_articles([name], on_dossier=holding_notes(notices.append))
    return apply_corrections(articles, Notebook(), notices.append), notices


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (200, 50)])
async def test_all_that_is_open_is_saved_in_one_file(open_reader, folder, size):
    async with open_reader(size) as reader:
        await save(reader, "ctrl+s")
        assert "Save a dossier" in shown(reader)
        await save(reader, "enter")
        assert "Saved /" in " ".join(line.strip() for line in shown(reader).splitlines())
    assert [path.name for path in folder.iterdir()] == [SUGGESTED]
    articles, notices = open_dossier(SUGGESTED)
    assert len(articles) == 5
    assert notices == []


async def test_notes_corrections_and_the_place_are_there_elsewhere(
    open_reader, open_app, folder, monkeypatch
):
    async with open_reader() as reader:
        await reader.press("2", "colon", "4", "enter", "e", *"ask", "ctrl+s")
        await reader.press("j", "comma", "enter", "colon", "4", "enter")
        await save(reader, "colon", *"save ferry", "enter")
        await save(reader, "enter")
        assert "5 articles, 2 notes" in shown(reader)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "bare"))
    articles, notices = open_dossier("ferry.dossier")
    assert [str(each) for each in notices] == [
        "ferry.dossier: 1 note, 1 corrected paragraph; they are used while it is open "
        "(reader notes import saves them)"
    ]
    async with open_app(ReaderApp(articles=articles, problems=notices)) as reader:
        await save(reader)
        assert reader.reading == (2, 4)
        assert "ferry.dossier: 1 note" in shown(reader)
        assert "ask" in shown(reader)
        await reader.press("e")
        assert "ask" in shown(reader)
        await save(reader, *" again", "ctrl+s")
        await save(reader, "ctrl+s")
        assert "ferry.dossier" in shown(reader)
        await save(reader, "enter")
        assert "ferry.dossier exists" in shown(reader)
        await save(reader, "enter")
        assert "5 articles, 2 notes" in shown(reader)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "third"))
    open_dossier("ferry.dossier")
    assert [entry.text for entry in Notebook().read_entries()] == ["ask again"]


async def test_a_file_that_would_lose_something_says_what(open_reader, folder):
    (folder / "x.dossier").write_text("mine", encoding="utf-8")
    async with open_reader() as reader:
        await save(reader, "ctrl+s", *"x", "enter")
        assert "not known as a dossier" in shown(reader)
        assert (folder / "x.dossier").read_text(encoding="utf-8") == "mine"
        await save(reader, "escape", "s", *"x.dossier", "enter")
        assert "saved with Ctrl+s" in shown(reader)
    assert (folder / "x.dossier").read_text(encoding="utf-8") == "mine"
