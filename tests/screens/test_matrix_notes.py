"""Notes and rejections on the matrix, and the list of all notes on every screen."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.app.collated.collated_screen import CollatedScreen
from reader.app.dialogs.choice_dialog import ChoiceDialog
from reader.app.dialogs.note_dialog import NoteDialog
from reader.app.dialogs.notes_dialog import NotesDialog
from reader.app.differences.difference_screen import DifferenceScreen
from reader.app.headlines.headline_screen import HeadlineScreen
from reader.app.ladder.ladder_screen import LadderScreen
from reader.app.matrix.matrix_screen import MatrixScreen
from reader.app.reading.reading_screen import ReadingScreen
from reader.notebook import Notebook
from reader.notebook.entry_kinds import EntryKind, Subject


@pytest.fixture(autouse=True)
def notebook(monkeypatch, tmp_path: Path) -> Notebook:
    """The notebook of this test alone."""
    path = tmp_path / "state" / "notebook.sqlite3"
    monkeypatch.setattr("reader.notebook.notebook_file.default_path", lambda: path)
    return Notebook(path)


async def settle(reader, done) -> None:  # type: ignore[no-untyped-def]
    """Wait until something that happens in a thread is so."""
    for _ in range(600):
        await reader.pilot.pause()
        if done():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen:\n" + "\n".join(reader.text()))


async def open_matrix(reader) -> None:  # type: ignore[no-untyped-def]
    await reader.pilot.press("m")
    await settle(reader, lambda: isinstance(reader.app.screen, MatrixScreen))


async def is_said(reader, words: str) -> None:  # type: ignore[no-untyped-def]
    await settle(reader, lambda: words in reader.text()[-1])


def selected_line(reader) -> str:  # type: ignore[no-untyped-def]
    return next(line for line in reader.text()[2:] if line.startswith("▶"))


async def test_e_notes_the_paragraph_of_the_cell_and_the_row_gets_a_sign(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await open_matrix(reader)
        place = reader.app.screen.state.cell.passages[0].place
        await reader.press("e")
        assert isinstance(reader.app.screen, NoteDialog)
        await reader.press(*"look", "ctrl+s")
        await is_said(reader, "saved. U takes it back.")
        [entry] = notebook.read_entries()
        assert (entry.text, entry.subject) == ("look", Subject.PARAGRAPH)
        assert "✎" in selected_line(reader)
        assert any(f"✎ [{place.article + 1}] ¶" in line for line in reader.text())
        await reader.press("U")
        await settle(reader, lambda: notebook.read_entries() == ())
        assert "✎" not in "\n".join(reader.text())
        await reader.press("escape")
        assert isinstance(reader.app.screen, ReadingScreen)


async def test_e_says_where_there_is_nothing_to_note(open_reader):
    async with open_reader((120, 40)) as reader:
        await open_matrix(reader)
        state = reader.app.screen.state
        absent = next(each for each in range(5) if state.row.cell(each) is None)
        await reader.press(str(absent + 1), "e")
        assert isinstance(reader.app.screen, MatrixScreen)
        assert f"[{absent + 1}]" in reader.text()[-1]


async def test_x_asks_what_of_the_moment_to_reject_and_the_matrix_follows(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await open_matrix(reader)
        before = reader.app.screen.state.rows.matrix
        await reader.press("x")
        assert isinstance(reader.app.screen, ChoiceDialog)
        assert "Reject what of this moment?" in "\n".join(reader.text())
        await reader.press("enter")
        await settle(reader, lambda: notebook.read_entries() != ())
        [entry] = notebook.read_entries()
        assert (entry.kind, entry.subject) == (EntryKind.REJECTED, Subject.LINK)
        await settle(reader, lambda: reader.app.screen.state.rows.matrix is not before)
        assert any("✗" in line[:80] for line in reader.text())
        await reader.press("U")
        await settle(reader, lambda: notebook.read_entries() == ())


async def test_x_rejects_a_difference_of_the_moment(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await open_matrix(reader)
        screen = reader.app.screen
        row = next(row for row in screen.state.rows.matrix.rows if row.differences)
        screen.open(screen.state.select_row(row))
        absent = next((each for each in range(5) if row.cell(each) is None), None)
        assert absent is not None
        screen.open(screen.state.select_article(absent))
        await reader.press("x")
        if isinstance(reader.app.screen, ChoiceDialog):
            await reader.press("enter")
        await settle(reader, lambda: notebook.read_entries() != ())
        [entry] = notebook.read_entries()
        assert (entry.kind, entry.subject) == (EntryKind.REJECTED, Subject.DIFFERENCE)


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("m", MatrixScreen),
        ("D", DifferenceScreen),
        ("Q", LadderScreen),
        ("C", CollatedScreen),
        ("H", HeadlineScreen),
    ],
)
async def test_capital_e_lists_all_notes_on_every_screen(open_reader, key, screen):
    async with open_reader((120, 40)) as reader:
        number = reader.number
        await reader.press("e", *"look", "ctrl+s")
        await is_said(reader, "saved")
        await reader.press("G", key)
        await settle(reader, lambda: isinstance(reader.app.screen, screen))
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        await reader.press("escape")
        await settle(reader, lambda: isinstance(reader.app.screen, screen))
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        await reader.press("enter")
        await settle(reader, lambda: isinstance(reader.app.screen, ReadingScreen))
        assert reader.number == number


async def test_capital_e_says_that_there_is_no_note(open_reader):
    async with open_reader((120, 40)) as reader:
        await open_matrix(reader)
        await reader.press("E")
        await is_said(reader, "The notebook is empty: e writes a note.")
