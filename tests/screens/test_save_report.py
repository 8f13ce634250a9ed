"""Saving a report from the screen (`s`): of all, of a moment, of a quotation."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input
from textual.worker import WorkerCancelled

from reader.errors import ReaderError
from tests.screens.rest import rest

SUGGESTED = "blinken-to-meet-businesses-in-shanghai.md"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def save(reader, *keys: str) -> None:
    """Press keys and wait until the report is written."""
    await reader.press(*keys)
    # The dialog is closed by its worker, which may be cancelled with it once it has written.
    with suppress(WorkerCancelled):
        await rest(reader.pilot)
    await reader.pilot.pause()


def shown(reader) -> str:
    return "\n".join(reader.text())


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (200, 50)])
async def test_a_name_from_the_story_is_suggested_and_enter_saves(open_reader, folder, size):
    async with open_reader(size) as reader:
        await reader.press("s")
        assert "Save a report" in shown(reader)
        assert SUGGESTED[-14:] in shown(reader)
        await save(reader, "enter")
        assert len(reader.app.screen_stack) == 1
        assert "Saved /" in " ".join(line.strip() for line in shown(reader).splitlines())
    text = (folder / SUGGESTED).read_text(encoding="utf-8")
    assert text.startswith("# Blinken to meet businesses in Shanghai")
    assert "## Who has what" in text


async def test_what_is_typed_replaces_the_name_and_its_suffix_is_the_format(open_reader, folder):
    async with open_reader() as reader:
        await save(reader, "s", *"x.json", "enter")
    document = json.loads((folder / "x.json").read_text(encoding="utf-8"))
    assert document["version"] == 1
    assert [path.name for path in folder.iterdir()] == ["x.json"]


async def test_a_name_without_a_format_is_markdown(open_reader, folder):
    async with open_reader() as reader:
        await save(reader, "s", *"notes", "enter")
    assert (folder / "notes.md").exists()


async def test_a_file_that_exists_is_replaced_only_when_asked_twice(open_reader, folder):
    (folder / "x.txt").write_text("mine", encoding="utf-8")
    async with open_reader() as reader:
        await save(reader, "s", *"x.txt", "enter")
        assert "x.txt exists: Enter again replaces it" in shown(reader)
        assert (folder / "x.txt").read_text(encoding="utf-8") == "mine"
        await save(reader, "enter")
        assert len(reader.app.screen_stack) == 1
    assert (folder / "x.txt").read_text(encoding="utf-8").startswith("5 articles compared")


async def test_another_name_has_to_be_confirmed_anew(open_reader, folder):
    for name in ("x.txt", "x.txt1.txt"):
        (folder / name).write_text("mine", encoding="utf-8")
    async with open_reader() as reader:
        await save(reader, "s", *"x.txt", "enter")
        await save(reader, *"1.txt", "enter")
        assert "x.txt1.txt exists" in shown(reader)
    assert (folder / "x.txt1.txt").read_text(encoding="utf-8") == "mine"


async def test_tab_narrows_it_to_the_moment_and_the_quotation(open_reader, folder):
    async with open_reader() as reader:
        await reader.press(*":3", "enter", "s", "tab")
        assert "this moment" in shown(reader)
        await save(reader, *"m.md", "enter")
        await reader.press("s", "tab", "tab")
        assert "this quotation" in shown(reader)
        await save(reader, *"q.svg", "enter")
    moment = (folder / "m.md").read_text(encoding="utf-8")
    assert ": moment " in moment.splitlines()[0]
    assert "## Only in one" not in moment
    card = (folder / "q.svg").read_text(encoding="utf-8")
    assert "of sustained engagement" in card


async def test_on_the_ladder_it_is_the_quotation(open_reader, folder):
    async with open_reader() as reader:
        await reader.press(*":3", "enter", "c")
        await rest(reader.pilot)
        await reader.press("s")
        assert "this quotation" in shown(reader)
        await save(reader, *"q.svg", "enter")
        assert len(reader.app.screen_stack) == 2
        assert "Saved /" in " ".join(line.strip() for line in shown(reader).splitlines())
    assert (folder / "q.svg").read_text(encoding="utf-8").startswith("<svg ")


async def test_on_the_matrix_it_is_the_moment(open_reader, folder):
    async with open_reader() as reader:
        await reader.press("m")
        await rest(reader.pilot)
        await reader.press("s")
        assert "this moment" in shown(reader)
        await save(reader, *"m.md", "enter")
    assert ": moment " in (folder / "m.md").read_text(encoding="utf-8").splitlines()[0]


async def test_what_cannot_be_written_is_said_and_another_name_can_be_given(open_reader, folder):
    async with open_reader() as reader:
        await save(reader, "s", *"nowhere/x.md", "enter")
        assert "could not be written" in shown(reader)
        await save(reader, "ctrl+a", "ctrl+k", "enter")
        assert "Name the file." in shown(reader)
        await save(reader, *"x.md", "enter")
        assert len(reader.app.screen_stack) == 1
    assert (folder / "x.md").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [("x.pdf", "x.pdf is no format of a report: .pdf"), ("sv/", "sv/ is a folder"),
     ("sv", "sv is a folder"), ("nowhere/x", "there is no folder nowhere")],
)  # fmt: skip
async def test_a_name_that_is_no_report_is_refused_in_words(open_reader, folder, name, words):
    (folder / "sv").mkdir()
    async with open_reader((120, 40)) as reader:
        await save(reader, "s", *name, "enter")
        assert words in shown(reader)
        assert len(reader.app.screen_stack) == 2
    assert [path.name for path in folder.rglob("*")] == ["sv"]


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_parts_are_chosen_below_the_name_and_kept_for_the_next_report(
    open_reader, folder, size
):
    async with open_reader(size) as reader:
        await reader.press("s", *"x.md", "down")
        assert "[x] all parts" in shown(reader)
        assert "[ ] your notes" in shown(reader)
        # None, then the differences.
        await reader.press("j", "space", "enter")
        assert "Choose a part" in shown(reader)
        await reader.press("j", "j", "space")
        await save(reader, "enter")
        assert len(reader.app.screen_stack) == 1
        await reader.press("s")
        words = " ".join(line.strip(" │") for line in reader.text())
        assert "differences; without notes" in words
        await reader.press("down", "escape", "escape")
        assert len(reader.app.screen_stack) == 1
    text = (folder / "x.md").read_text(encoding="utf-8")
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == ["## Differences"]


async def test_notes_are_in_the_report_where_they_are_chosen(open_reader, folder):
    async with open_reader() as reader:
        await reader.press("e", *"asked", "ctrl+s")
        await save(reader, "s", *"without.md", "enter")
        await save(reader, "s", *"x.md", "down", "space", "enter")
    assert "asked" not in (folder / "without.md").read_text(encoding="utf-8")
    assert "  > asked" in (folder / "x.md").read_text(encoding="utf-8")


async def test_escape_saves_nothing(open_reader, folder):
    async with open_reader() as reader:
        await reader.press("s", "escape")
        assert len(reader.app.screen_stack) == 1
    assert list(folder.iterdir()) == []


async def test_keys_that_arrive_in_one_burst_go_into_the_name(open_reader, folder):
    async with open_reader() as reader:
        for key in ("s", *"qqxj", "full_stop", *"txt", "enter"):
            printed = {"full_stop": ".", "enter": None}.get(key, key)
            reader.app.post_message(events.Key(key, printed))
        for _ in range(4):
            await reader.pilot.pause()
        await save(reader)
        assert reader.app.is_running
    assert [path.name for path in folder.iterdir()] == ["qqxj.txt"]


async def test_keys_typed_while_it_is_saved_do_not_go_into_the_name(
    open_reader, folder, monkeypatch
):
    begun, go_on = threading.Event(), threading.Event()

    def refuse(*_: object) -> str:
        begun.set()
        go_on.wait(60)
        raise ReaderError("there is no room")

    monkeypatch.setattr("reader.app.report_saving.save_report", refuse)
    async with open_reader() as reader:
        await reader.press("s", *"x.md", "enter")
        while not begun.is_set():
            await reader.pilot.pause(0.02)
        await reader.press("j", "k", "tab", "down", "backspace")
        go_on.set()
        while "there is no room" not in shown(reader):
            await reader.pilot.pause(0.02)
        await reader.press("2")
        assert reader.app.screen.query_one(Input).value == "x.md2"
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1
        assert list(folder.iterdir()) == []


async def test_the_parts_of_a_report_that_was_not_saved_are_forgotten(open_reader, folder):
    (folder / "x.md").write_text("of the mill", encoding="utf-8")
    async with open_reader() as reader:
        await save(reader, "s", *"x.md", "down", "down", "down", "space", "enter")
        assert "x.md" in shown(reader)
        await reader.press("escape", "escape")
        await reader.pilot.pause()
        assert len(reader.app.screen_stack) == 1
        await reader.press("s")
        assert "All parts" in shown(reader)
    assert (folder / "x.md").read_text(encoding="utf-8") == "of the mill"


def test_the_dialog_opens_without_loading_what_writes_a_report() -> None:
    program = (
        "import sys; from reader.app.reading.report_controller import ReportController; "
        "import reader.app.dialogs.save_report, reader.app.report_saving; "
        "from reader.reports.report_names import suggest_file_name; "
        "sys.exit(any(name.startswith('reader.reports.documents') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
