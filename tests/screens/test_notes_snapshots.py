"""Pictures of notes: beside the text, in the dialog and in the list, at several sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.matrix.matrix_screen import MatrixScreen
from reader.articles import Clean, Passage, Place
from reader.notebook import Notebook
from reader.notebook.entries import Entry
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_index import TextIndex

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]
NOON = 1_796_040_000_000
"""Milliseconds since 1970 of the last day of November 2026, at noon."""


@pytest.fixture(autouse=True)
def notebook(monkeypatch, tmp_path: Path, seeds) -> Notebook:
    """A notebook with a note on the first paragraph read, and a rejected link of the second."""
    path = tmp_path / "notebook.sqlite3"
    monkeypatch.setattr("reader.notebook.notebook_file.default_path", lambda: path)
    monkeypatch.setenv("TZ", "UTC")
    index = TextIndex(seeds)

    def write(number: str, kind: EntryKind, subject: Subject, text: str, *places: Place) -> Entry:
        entry = Entry(number * 32, kind, subject, (), Clean(text), created=NOON)
        return index.make_entry(entry, [Passage.of_paragraph(seeds, place) for place in places])

    notebook = Notebook(path)
    notebook.write_entries(
        [
            write("a", EntryKind.NOTE, Subject.PARAGRAPH, "Is this the whole\nsentence? [sic] ▲ ☃",
                  Place(0, 2)),
            write("b", EntryKind.REJECTED, Subject.LINK, "", Place(0, 3), Place(1, 3)),
            write("c", EntryKind.ADDED, Subject.LINK, "", Place(0, 0), Place(2, 0)),
            write("d", EntryKind.SPEAKER, Subject.SPEAKER, "Ida Vance", Place(0, 2)),
        ],
        articles=index.describe_articles(),
    )  # fmt: skip
    return notebook


@pytest.fixture
def make_seeds_app(seeds, seeds_coverage, make_app):
    return lambda: make_app(seeds, seeds_coverage)


async def wait_for_notes(pilot) -> None:  # type: ignore[no-untyped-def]
    """Wait until what the notebook has is on the screen, and put into effect."""
    screen = pilot.app.screen_stack[0]
    for _ in range(600):
        await pilot.pause(0.02)
        links = screen.state.visible_links
        if screen.state.notes and any(
            links.coverage.evidence(link).reasons[:1] == ("added by you",)
            for link in links.coverage.links_from(Place(0, 0))
        ):
            return
    raise AssertionError("the notes did not come")


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("keys", [[], ["e"], ["E"]], ids=["text", "note", "list"])
def test_notes(snap_compare, make_seeds_app, size, keys):
    async def show(pilot):
        await wait_for_notes(pilot)
        await pilot.press("colon", "3", "enter", *keys)
        for _ in range(600):
            if len(pilot.app.screen_stack) == 1 + bool(keys):
                break
            await pilot.pause(0.02)
        await pilot.pause()

    assert snap_compare(make_seeds_app(), terminal_size=size, run_before=show)


def test_notes_in_ascii(snap_compare, make_seeds_app, monkeypatch):
    monkeypatch.setenv("READER_ASCII", "1")

    async def show(pilot):
        await wait_for_notes(pilot)
        await pilot.press("colon", "3", "enter")

    assert snap_compare(make_seeds_app(), terminal_size=(120, 40), run_before=show)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("signs", ["unicode", "ascii", "no-colour"])
def test_notes_in_the_matrix(snap_compare, make_seeds_app, monkeypatch, size, signs):
    if signs == "ascii":
        monkeypatch.setenv("READER_ASCII", "1")
    if signs == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")

    async def show(pilot):
        await wait_for_notes(pilot)
        await pilot.press("colon", "3", "enter", "m")
        for _ in range(600):
            if isinstance(pilot.app.screen, MatrixScreen):
                break
            await pilot.pause(0.02)
        await pilot.pause()

    assert snap_compare(make_seeds_app(), terminal_size=size, run_before=show)
