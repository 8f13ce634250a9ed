"""Notes: written, shown, edited, taken back, listed over all stories."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from reader.app.dialogs.note_dialog import NoteDialog
from reader.app.dialogs.notes_dialog import NotesDialog
from reader.app.ladder.ladder_screen import LadderScreen
from reader.app.reading.reading_screen import ReadingScreen
from reader.articles import Clean, Passage, Place
from reader.notebook import Notebook
from reader.notebook.entries import LONGEST_NOTE, Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.journals import Journal, JournalKind
from reader.notebook.notebook_changes import NotebookChange
from reader.notebook.text_index import TextIndex

FERRY = """Ferry stopped

The ferry to Ainaži stopped on Tuesday after a wave broke its ramp.

It will sail again in May, the harbour said.
"""


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


async def is_said(reader, words: str) -> None:  # type: ignore[no-untyped-def]
    await settle(reader, lambda: words in reader.text()[-1])


def is_noted(reader, number: int) -> bool:  # type: ignore[no-untyped-def]
    """Whether the sign of a note is beside the number of a paragraph."""
    return any(re.search(rf"✎ +{number} ", row) for row in reader.text())


async def write(reader, *keys: str) -> None:  # type: ignore[no-untyped-def]
    """Write a note on the paragraph being read, and wait until it is saved."""
    await reader.press("e", *keys, "ctrl+s")
    await is_said(reader, "saved")


def texts(notebook: Notebook) -> list[str]:
    return [entry.text for entry in notebook.read_entries()]


async def test_e_writes_a_note_of_several_lines(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        place = reader.screen.state.place
        await reader.press("e", *"one", "enter", *"two", "ctrl+s")
        await is_said(reader, "saved. U takes it back.")
        assert texts(notebook) == ["one\ntwo"]
        assert reader.screen.state.place == place
        assert "✎ one two" in "\n".join(reader.text()), "the drawer has it"
        assert len(reader.app.screen_stack) == 1


async def test_e_writes_a_note_before_the_first_frame_is_complete(
    open_reader, notebook, monkeypatch
):
    monkeypatch.setattr(ReadingScreen, "_end_first_frame", lambda self: None)
    async with open_reader((120, 40)) as reader:
        await write(reader, *"soon")
        assert texts(notebook) == ["soon"]
        assert is_noted(reader, reader.number)


async def test_the_sign_of_a_note_is_in_the_gutter_and_on_the_map(open_reader):
    async with open_reader((160, 45)) as reader:
        number = reader.number
        await write(reader, *"look")
        assert is_noted(reader, number)
        await reader.press("G")
        assert [row for row in reader.text() if "✎" in row[140:]], "on the map"


async def test_a_note_does_not_hide_that_a_paragraph_differs(open_app, make_app, make_article):
    from reader import compare

    articles = tuple(
        make_article(
            name,
            "The harbour bridge at Velmar reopened on Monday after nine years of repairs.",
            f"The work cost {cost} million crowns, a third more than the council had planned.",
        )
        for name, cost in (("one", 84), ("two", 92))
    )
    async with open_app(make_app(articles, compare(articles)), (120, 40)) as reader:
        await settle(reader, lambda: any("▲" in row for row in reader.text()))
        await reader.press("colon", "2", "enter", "e", *"look", "ctrl+s")
        await settle(reader, lambda: any(re.search("✎▲ *2 |✎ *2▲", row) for row in reader.text()))


async def test_the_drawer_says_that_there_are_more_notes(open_reader):
    async with open_reader((120, 24)) as reader:
        await reader.press("colon", "3", "enter")
        await write(reader, *"paragraph")
        await reader.press("c")
        await settle(reader, lambda: isinstance(reader.app.screen, LadderScreen))
        await write(reader, *"quotation")
        await reader.press("escape")
        shown = "\n".join(reader.text())
        assert "2 notes: w shows both" in shown
        await reader.press("w")
        shown = "\n".join(reader.text())
        assert "✎ paragraph" in shown
        assert "quotation : quotation" in shown
        assert "2 notes" not in shown


async def test_escape_saves_too_and_nothing_typed_is_lost(open_reader, notebook):
    async with open_reader() as reader:
        await reader.press("e", *"quick", "escape")
        await is_said(reader, "saved")
        assert texts(notebook) == ["quick"]


async def test_a_note_is_cancelled_once_that_is_asked_twice(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await write(reader, *"one")
        await reader.press("e", *"two", "ctrl+g")
        assert "Drop what you typed? Ctrl+g drops it" in "\n".join(reader.text())
        await reader.press("x", "backspace", "q")
        assert "Drop what you typed?" in "\n".join(reader.text()), "other keys are held back"
        await reader.press("enter", "x")
        assert reader.app.focused.text == "onetwox"
        assert "Ctrl+g cancels" in "\n".join(reader.text()), "it goes on"
        await reader.press("ctrl+g", "ctrl+g")
        assert not isinstance(reader.app.screen, NoteDialog)
        await reader.press("e", "ctrl+g")
        assert not isinstance(reader.app.screen, NoteDialog), "nothing was typed"
        assert texts(notebook) == ["one"]


async def test_a_note_that_is_not_changed_is_not_written(open_reader, notebook):
    async with open_reader() as reader:
        await reader.press("e", "escape")
        await reader.pilot.pause()
        assert not notebook.exists
        assert len(reader.app.screen_stack) == 1


async def test_a_note_is_edited_and_an_empty_one_removed(open_reader, notebook):
    async with open_reader() as reader:
        await write(reader, *"one")
        await write(reader, *"more")
        assert texts(notebook) == ["onemore"]
        await reader.press("e", *["backspace"] * 7, "ctrl+s")
        await is_said(reader, "removed. U brings it back.")
        assert texts(notebook) == []
        assert not any("✎" in row for row in reader.text())


async def test_undo_takes_every_change_back_in_order(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await write(reader, *"one")
        await write(reader, *"two")
        await reader.press("j")
        await write(reader, *"three")
        await reader.press("delete")
        assert len(reader.screen.state.articles) == 4
        said = []
        for _ in range(4):
            await reader.press("U")
            said.append(reader.text()[-1].strip())
        assert [line.split()[2] for line in said][1:] == ["note"] * 3
        assert "removed" in said[0]
        assert len(reader.screen.state.articles) == 5
        await settle(reader, lambda: texts(notebook) == [])
        await reader.press("U")
        assert "nothing to take back since the start: Del in E" in reader.text()[-1]


async def test_a_note_taken_back_to_what_it_was_says_that(open_reader, notebook):
    async with open_reader() as reader:
        await write(reader, *"one")
        await write(reader, *"two")
        await reader.press("U")
        await settle(reader, lambda: texts(notebook) == ["one"])
        await reader.press("e")
        assert "one" in "\n".join(reader.text())


async def test_keys_typed_ahead_are_the_note(open_reader, notebook):
    async with open_reader() as reader:
        for key in "eqx j":
            reader.app.post_message(events.Key("space" if key == " " else key, key))
        reader.app.post_message(events.Key("ctrl+s", None))
        reader.app.post_message(events.Key("g", "g"))
        await settle(reader, lambda: texts(notebook) == ["qx j"])
        assert reader.number == 1
        assert reader.app.is_running


async def test_what_is_pasted_is_harmless(open_reader, notebook):
    async with open_reader() as reader:
        await reader.press("e")
        reader.app.screen.query_one("TextArea").post_message(
            events.Paste("[/b] \x1b]52;c;Zm9v\x07 and \u202e turned")
        )
        await reader.pilot.pause()
        await reader.press("ctrl+s")
        await is_said(reader, "saved")
        [text] = texts(notebook)
        shown = "\n".join(reader.text())
        assert "[/b]" in shown
        for part in (text, shown):
            assert "\x1b" not in part
            assert "\u202e" not in part


async def test_the_end_of_a_long_paste_is_not_dropped_in_silence(open_reader, notebook):
    async with open_reader() as reader:
        await reader.press("e")
        area = reader.app.screen.query_one("TextArea")
        area.post_message(events.Paste("x" * (LONGEST_NOTE + 13)))
        await settle(reader, lambda: len(area.text) == LONGEST_NOTE)
        assert "the end was not pasted" in "\n".join(reader.text())


async def test_notes_are_there_the_next_time_and_where_the_file_was_moved_and_edited(
    open_app, make_app, tmp_path, notebook
):
    from reader import compare, open_articles

    def open_again(path: Path, text: str):  # type: ignore[no-untyped-def]
        path.write_text(text)
        other = tmp_path / "other.txt"
        other.write_text(FERRY.replace("Tuesday", "Monday"))
        articles = open_articles([path, other])
        return make_app(articles, compare(articles))

    async with open_app(open_again(tmp_path / "a.txt", FERRY)) as reader:
        await reader.press("colon", "2", "enter")
        await write(reader, *"who")
    (tmp_path / "a.txt").unlink()
    (tmp_path / "moved").mkdir()
    edited = FERRY + "\nA bus goes in its place.\n"
    async with open_app(open_again(tmp_path / "moved" / "b.txt", edited)) as reader:
        await settle(reader, lambda: bool(reader.screen.state.notes))
        await reader.press("g")
        assert is_noted(reader, 2)


async def test_a_note_that_lost_its_paragraph_is_said_once_and_replaces_nothing(
    open_app, make_app, tmp_path, notebook
):
    from reader import compare, open_articles

    for folder, day in (("old", "Tuesday"), ("new", "Thursday")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(FERRY.replace("Tuesday", day))
        (tmp_path / folder / "b.txt").write_text("A horse\n\nA horse swam across the bay.\n")

    def open_folder(name: str):  # type: ignore[no-untyped-def]
        articles = open_articles([tmp_path / name])
        return make_app(articles, compare(articles))

    async with open_app(open_folder("old")) as reader:
        await reader.press("colon", "2", "enter")
        await write(reader, *"who")
    async with open_app(open_folder("new"), (160, 40)) as reader:
        articles = reader.screen.state.articles
        await is_said(reader, "1 note has lost its paragraph: E lists it.")
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        await settle(reader, lambda: "  has lost its paragraph" in "\n".join(reader.text()))
        await reader.press("enter")
        await is_said(reader, "does not have the paragraph any more: “The ferry to Ainaži")
        assert reader.screen.state.articles is articles
        await reader.press("2", "delete")
        await settle(reader, lambda: len(reader.screen.state.articles) == 1)
        await settle(reader, lambda: bool(reader.screen.parts.session.lost))
        assert "lost its paragraph" not in reader.text()[-1], "it was said before"


async def test_all_notes_are_listed_and_searched_and_gone_to(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        first = reader.reading
        await write(reader, *"bridges")
        await reader.press("2", "g", "j")
        await write(reader, *"ferries")
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        shown = "\n".join(reader.text())
        assert shown.index("ferries") < shown.index("bridges"), "the latest first"
        listed = reader.app.screen.query_one("OptionList")
        await reader.press("slash", *"bridg", "enter")
        assert "Notes: 1 of 2 with “bridg”" in "\n".join(reader.text())
        assert listed.option_count == 1
        await reader.press("escape")
        assert listed.option_count == 2
        await reader.press("j", "enter")
        assert reader.reading == first
        await reader.press("backspace")
        assert reader.reading[0] == 2


async def test_a_note_is_removed_in_the_list_and_brought_back(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await write(reader, *"one")
        await reader.press("j")
        await write(reader, *"two")
        await reader.press("E", "delete")
        await settle(reader, lambda: texts(notebook) == ["one"])
        assert "Notes: 1" in "\n".join(reader.text())
        await reader.press("escape", "U")
        await settle(reader, lambda: sorted(texts(notebook)) == ["one", "two"])


async def test_enter_opens_the_story_of_a_note_and_undo_brings_the_others_back(
    open_reader, open_app, make_app, tmp_path, seeds
):
    from reader import compare, open_articles

    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(FERRY + f"\nIn {name} alone.\n")
    articles = open_articles([tmp_path / "a.txt", tmp_path / "b.txt"])
    async with open_app(make_app(articles, compare(articles))) as reader:
        await reader.press("2", "colon", "3", "enter")
        await write(reader, *"when")
    async with open_reader((120, 40)) as reader:
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        await reader.press("enter")
        await settle(reader, lambda: len(reader.screen.state.articles) == 2)
        assert reader.reading == (2, 3)
        assert reader.screen.state.articles == articles
        await settle(reader, lambda: is_noted(reader, 3))
        await reader.press("U")
        assert reader.screen.state.articles == seeds


async def test_an_empty_notebook_says_how_to_begin(open_reader):
    async with open_reader() as reader:
        await reader.press("E")
        await is_said(reader, "The notebook is empty: e writes a note.")


async def test_a_story_that_cannot_be_opened_is_said(open_app, make_app, tmp_path, open_reader):
    from reader import compare, open_articles

    path = tmp_path / "gone.txt"
    path.write_text(FERRY)
    articles = open_articles([path])
    async with open_app(make_app(articles, compare(articles))) as reader:
        await write(reader, *"gone")
    path.unlink()
    async with open_reader((160, 40)) as reader:
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        await reader.press("enter")
        await is_said(reader, "no such file")
        assert len(reader.screen.state.articles) == 5


async def test_a_locked_notebook_makes_no_key_wait(open_reader, notebook, monkeypatch):
    monkeypatch.setattr("reader.notebook.database.WRITE_TIMEOUT_SECONDS", 30.0)
    async with open_reader() as reader:
        await write(reader, *"one")
        holder = sqlite3.connect(notebook.path, isolation_level=None, check_same_thread=False)
        holder.execute("BEGIN IMMEDIATE")
        number = reader.number
        await reader.press("j", "e", *"two", "ctrl+s", "j")
        assert reader.number == number + 2, "reading goes on"
        assert texts(notebook) == ["one"]
        holder.execute("ROLLBACK")
        holder.close()
        await is_said(reader, "saved")
        assert texts(notebook) == ["one", "two"]


async def test_a_notebook_that_cannot_be_written_is_said_and_the_note_lasts(
    open_reader, tmp_path, monkeypatch
):
    (tmp_path / "state").write_text("no folder")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with open_reader((200, 50)) as reader:
        await reader.press("e", *"one", "ctrl+s")
        await is_said(reader, "when you quit, what you add is saved in")
        await reader.press("j")
        assert any("✎" in row for row in reader.text())
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        assert "one" in "\n".join(reader.text())


async def test_a_note_is_saved_although_the_program_is_left_at_once(open_reader, notebook):
    async with open_reader() as reader:
        for key in "eone":
            reader.app.post_message(events.Key(key, key))
        reader.app.post_message(events.Key("ctrl+s", None))
        reader.app.post_message(events.Key("ctrl+q", None))
        while not reader.app.is_leaving:
            await asyncio.sleep(0.02)
    assert texts(notebook) == ["one"]


async def test_what_is_being_written_is_saved_where_the_program_is_left(open_reader, notebook):
    async with open_reader() as reader:
        await reader.press("e", *"half a tho", "ctrl+q")
    assert texts(notebook) == ["half a tho"]


async def test_the_dialog_is_closed_without_a_word(open_reader):
    async with open_reader() as reader:
        await reader.press("e")
        assert isinstance(reader.app.screen, NoteDialog)
        await reader.press("escape")
        assert not isinstance(reader.app.screen, NoteDialog)


async def test_an_address_in_the_notes_of_somebody_else_is_not_fetched_unasked(
    open_reader, notebook, make_article, monkeypatch
):
    fetched: list[str] = []
    monkeypatch.setattr("reader.sources.open_articles", lambda names, **_: fetched.extend(names))
    article = replace(make_article("a", "One two three."), source=Clean("https://example.org/a"))
    piped = replace(make_article("b", "Four five six."), source=Clean("-"))
    index = TextIndex([article, piped])
    entry = Entry(new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean("look"))
    passage = Passage.of_paragraph(index.articles, Place(0, 0))
    notebook.write_entries([index.make_entry(entry, [passage])], articles=index.describe_articles())
    async with open_reader((120, 40)) as reader:
        await reader.press("E")
        await settle(reader, lambda: isinstance(reader.app.screen, NotesDialog))
        await reader.press("enter")
        shown = "\n".join(reader.text())
        assert "Fetch 1 address" in shown
        assert "https://example.org/a" in shown
        await reader.press("escape")
        assert fetched == []
        assert len(reader.screen.state.articles) == 5


async def test_e_goes_on_with_a_note_that_was_being_typed_wherever_one_reads(
    open_reader, notebook, seeds
):
    index = TextIndex(seeds)
    passage = Passage.of_paragraph(seeds, Place(2, 8))
    entry = Entry(new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean("half a tho"))
    entry = index.make_entry(entry, [passage])
    journal = Journal(notebook.path, JournalKind.DRAFT)
    journal.write(NotebookChange((entry,), index.describe_articles()))
    journal.leave()
    async with open_reader((120, 40)) as reader:
        await is_said(reader, f"The note you were writing on [3] ¶{passage.number} is there")
        assert reader.reading[0] == 1
        await reader.press("e", *"ught", "ctrl+s")
        await is_said(reader, "saved")
        assert "half a thought" in texts(notebook)
        assert reader.reading == (3, passage.number)
        await reader.press("1", "j", "e", *"other", "ctrl+s")
        await is_said(reader, "Note on [1]")


async def test_a_correction_made_on_the_copy_of_another_outlet_is_said(
    open_reader, notebook, seeds
):
    index = TextIndex(seeds)
    passage = Passage.of_paragraph(seeds, Place(2, 8))
    template = Entry(new_entry_id(), EntryKind.SPEAKER, Subject.SPEAKER, (), Clean("Ida Vance"))
    known = [
        replace(each, label=Clean("The Port Courier"), source=Clean("/courier.txt"))
        for each in index.describe_articles()
    ]
    notebook.write_entries([index.make_entry(template, [passage])], articles=known)
    async with open_reader((120, 40)) as reader:
        await is_said(reader, "1 entry here was written on The Port Courier: E lists all.")
