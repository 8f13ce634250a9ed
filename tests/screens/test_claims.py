"""Claims rejected and links added: counts, moments and lists follow, and undo takes each back."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual import events

from reader.app.differences.difference_screen import DifferenceScreen
from reader.app.ladder.ladder_screen import LadderScreen
from reader.articles import Place
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


def total(reader) -> int:  # type: ignore[no-untyped-def]
    count: int = reader.screen.state.visible_links.totals().all
    return count


def ends(reader) -> set[frozenset[Place]]:  # type: ignore[no-untyped-def]
    coverage = reader.screen.state.visible_links.coverage
    return {frozenset((link.here.place, link.there.place)) for link in coverage.links()}


async def test_x_rejects_a_link_and_everything_follows(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        state, before, links = reader.screen.state, total(reader), ends(reader)
        rejected = state.links[0]
        pair = frozenset((rejected.here.place, rejected.there.place))
        await reader.press("x")
        assert "Reject which link" in "\n".join(reader.text())
        await reader.press("enter")
        await settle(reader, lambda: total(reader) == before - 1)
        assert ends(reader) == links - {pair}
        await settle(reader, lambda: "U takes it back" in reader.text()[-1])
        [entry] = notebook.read_entries()
        assert (entry.kind, entry.subject) == (EntryKind.REJECTED, Subject.LINK)
        assert any("✗" in row for row in reader.text())
        assert "rejected by you" in "\n".join(reader.text()), "the drawer says so"
        await reader.press("U")
        await settle(reader, lambda: total(reader) == before)
        assert ends(reader) == links
        await settle(reader, lambda: notebook.read_entries() == ())


async def test_a_marked_here_and_there_links_the_two(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        before = total(reader)
        await reader.press("colon", *"1:1", "enter", "a")
        assert "Marked [1] ¶1" in reader.text()[-1]
        await reader.press("colon", *"2:1", "enter", "a")
        await settle(reader, lambda: total(reader) == before + 1)
        links = reader.screen.state.links
        assert any(link.there.place == Place(0, 0) for link in links)
        coverage = reader.screen.state.visible_links.coverage
        [added] = [link for link in links if link.there.place == Place(0, 0)]
        assert coverage.evidence(added).reasons[0] == "added by you"
        await reader.press("U")
        await settle(reader, lambda: total(reader) == before)
        await settle(reader, lambda: notebook.read_entries() == ())


async def test_an_added_link_is_taken_away_by_x(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        before = total(reader)
        await reader.press("colon", *"1:1", "enter", "a", "colon", *"2:1", "enter", "a")
        await settle(reader, lambda: total(reader) == before + 1)
        position = [link.there.place for link in reader.screen.state.links].index(Place(0, 0))
        await reader.press("x", *["j"] * position, "enter")
        await settle(reader, lambda: total(reader) == before)
        await settle(reader, lambda: notebook.read_entries() == ())


async def test_a_mark_moves_within_its_article_and_is_forgotten(open_reader, notebook):
    async with open_reader() as reader:
        await reader.press("g", "a", "j", "a")
        assert "Marked [1] ¶2" in reader.text()[-1]
        await reader.press("a")
        assert "The mark is gone." in reader.text()[-1]
        await reader.press("a", "escape", "2", "a")
        assert "Marked [2]" in reader.text()[-1]
        assert not notebook.exists


async def test_claims_hold_the_next_time_and_for_articles_that_are_removed(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        before = total(reader)
        await reader.press("colon", *"1:1", "enter", "a", "colon", *"2:1", "enter", "a")
        await settle(reader, lambda: notebook.exists and len(notebook.read_entries()) == 1)
    async with open_reader((200, 50)) as reader:
        await settle(reader, lambda: total(reader) == before + 1)
        assert frozenset((Place(0, 0), Place(1, 0))) in ends(reader)
        await reader.press("5", "delete")
        await settle(reader, lambda: not reader.screen.state.visible_links.is_carried)
        await settle(reader, lambda: frozenset((Place(0, 0), Place(1, 0))) in ends(reader))


async def test_a_paragraph_without_a_link_has_none_to_reject(open_reader):
    async with open_reader() as reader:
        await reader.press("right_curly_bracket", "x")
        assert "This paragraph has no link to reject." in reader.text()[-1]


async def open_ladder(reader) -> None:  # type: ignore[no-untyped-def]
    """Open the ladder of a quote that four articles carry."""
    await reader.press("colon", "3", "enter", "c")
    await settle(reader, lambda: isinstance(reader.app.screen, LadderScreen))


async def test_a_note_on_a_quotation_is_written_on_the_ladder(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        await open_ladder(reader)
        await reader.press("e", *"compare", "ctrl+s")
        await settle(reader, lambda: "saved" in reader.text()[-1])
        [entry] = notebook.read_entries()
        assert (entry.kind, entry.subject) == (EntryKind.NOTE, Subject.QUOTATION)
        assert [re.findall("¶[0-9]+ ✎ direct", row) for row in reader.text() if "✎" in row] == [
            [f"{reader.app.screen.state.current.paragraphs} ✎ direct"]
        ]
        await reader.press("escape")
        assert "✎ quotation" in "\n".join(reader.text())


async def test_a_version_is_rejected_on_the_ladder_and_brought_back(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        await open_ladder(reader)
        ladder = reader.app.screen
        count = len(ladder.state.rungs)
        await reader.press("l", "l")
        gone = ladder.state.current.version
        await reader.press("x")
        assert "It is no version of this quote" in "\n".join(reader.text())
        await reader.press("enter")
        await settle(reader, lambda: len(ladder.state.rungs) == count - 1)
        left = [(rung.version.article, rung.version.spans) for rung in ladder.state.rungs]
        assert (gone.article, gone.spans) not in left
        coverage = reader.screen.state.visible_links.coverage
        assert not any(gone.spans == v.spans and gone.article == v.article
                       for quote in coverage.shared_quotes for v in quote.versions)  # fmt: skip
        await reader.press("U")
        assert "Taken back" in reader.text()[-1]
        await settle(reader, lambda: len(ladder.state.rungs) == count)
        await settle(reader, lambda: notebook.read_entries() == ())


async def test_a_speaker_is_named_and_said_to_be_corrected(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        await open_ladder(reader)
        ladder = reader.app.screen
        await reader.press("l", "x", "G", "enter", *"Ida Vance", "ctrl+s")
        await settle(
            reader,
            lambda: any(
                rung.version.speaker and rung.version.speaker.name == "Ida Vance"
                for rung in ladder.state.rungs
            ),
        )
        assert ladder.state.current.version.speaker.name == "Ida Vance"
        assert "said by Ida Vance: corrected by you" in "\n".join(reader.text())
        await settle(reader, lambda: len(notebook.read_entries()) == 1)
        await reader.press("x", "j", "enter")
        await settle(reader, lambda: ladder.state.current.version.speaker is None)
        assert [entry.text for entry in notebook.read_entries()] in ([""], ["Ida Vance"])
        await reader.press("U")
        await settle(
            reader,
            lambda: getattr(ladder.state.current.version.speaker, "name", "") == "Ida Vance",
        )


async def test_enter_takes_the_name_of_a_speaker_and_escape_cancels(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await open_ladder(reader)
        ladder = reader.app.screen
        await reader.press("l", "x", "G", "enter", *"Nobody")
        assert "Enter takes the name · Esc cancels" in "\n".join(reader.text())
        await reader.press("escape")
        assert reader.app.screen is ladder
        assert not notebook.exists or notebook.read_entries() == ()
        await reader.press("x", "G", "enter", *"Ida Vance", "enter")
        await settle(reader, lambda: "Speaker of" in reader.text()[-1])
        assert [entry.text for entry in notebook.read_entries()] == ["Ida Vance"]


async def test_a_name_being_typed_is_kept_as_a_note_until_it_is_given(open_reader, notebook):
    async with open_reader((120, 40)) as reader:
        await open_ladder(reader)
        await reader.press("l", "x", "G", "enter", *"Ida Va")
        session = reader.screen.parts.session
        await asyncio.sleep(0.7)
        await reader.pilot.pause()
        session.save_now()
        [draft] = notebook.path.parent.glob("notebook draft *.json")
        assert "Who said it: Ida Va" in draft.read_text(encoding="utf-8")
        await reader.press("escape")
        await settle(reader, lambda: not draft.exists())
    assert not notebook.exists or notebook.read_entries() == ()


async def test_an_added_link_joins_the_rows_of_the_matrix(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        coverage = reader.screen.state.visible_links.coverage
        row = next(row for row in coverage.matrix.rows if row.is_in_one_article)
        place = row.cells[0].passages[0].place
        other = next(
            each.cells[0].passages[0].place
            for each in coverage.matrix.rows
            if not each.is_in_one_article and each.cell(place.article) is None
        )
        before = len(coverage.matrix.rows)
        for at in (place, other):
            await reader.press("colon", *f"{at.article + 1}:{at.paragraph + 1}", "enter", "a")
        await settle(reader, lambda: reader.screen.state.visible_links.coverage is not coverage)
        corrected = reader.screen.state.visible_links.coverage
        assert len(corrected.matrix.rows) == before - 1
        joined = next(
            row
            for row in corrected.matrix.rows
            if any(passage.place == other for cell in row.cells for passage in cell.passages)
        )
        assert any(passage.place == place for cell in joined.cells for passage in cell.passages)


async def test_undo_on_the_ladder_leaves_the_articles_alone(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("5", "delete")
        await settle(reader, lambda: not reader.screen.state.visible_links.is_carried)
        await reader.press("1")
        await open_ladder(reader)
        await reader.press("U")
        assert "U takes it back there" in reader.text()[-1]
        assert len(reader.screen.state.articles) == 4


async def test_the_link_shown_word_by_word_is_noted_and_rejected(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        before = total(reader)
        await reader.press("W", "e", *"odd", "ctrl+s")
        await settle(reader, lambda: notebook.exists and len(notebook.read_entries()) == 1)
        [note] = notebook.read_entries()
        assert (note.kind, note.subject, len(note.anchors)) == (EntryKind.NOTE, Subject.LINK, 2)
        await reader.press("x")
        assert len(reader.app.screen_stack) == 1
        await settle(reader, lambda: total(reader) == before - 1)


async def test_a_difference_is_noted_rejected_and_brought_back(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        await reader.press("D")
        await settle(reader, lambda: isinstance(reader.app.screen, DifferenceScreen))
        screen = reader.app.screen
        rejected, count = screen.state.selected, len(screen.state.listed)
        await reader.press("e", *"which", "ctrl+s")
        await settle(reader, lambda: "saved" in reader.text()[-1])
        assert [f"✎ {rejected.kind.value}" in row for row in reader.text() if "✎" in row] == [True]
        await reader.press("x")
        await settle(reader, lambda: len(screen.state.listed) == count - 1)
        assert rejected not in screen.state.listed
        assert rejected not in reader.screen.state.visible_links.coverage.differences
        await settle(reader, lambda: len(notebook.read_entries()) == 2)
        assert {(entry.kind, entry.detail) for entry in notebook.read_entries()} == {
            (EntryKind.NOTE, rejected.kind.value),
            (EntryKind.REJECTED, rejected.kind.value),
        }
        await reader.press("U")
        assert "Taken back" in reader.text()[-1], reader.text()[-1]
        await settle(reader, lambda: rejected in screen.state.listed)
        assert screen.state.index in range(count)


async def test_what_is_taken_back_at_once_is_as_it_was(open_reader, notebook):
    async with open_reader((200, 50)) as reader:
        before, links = total(reader), ends(reader)
        for key in ("x", "enter", "U", "x", "enter"):
            reader.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(reader, lambda: total(reader) == before - 1)
        for key in ("U", "j"):
            reader.app.post_message(events.Key(key, key))
        await settle(reader, lambda: total(reader) == before)
        await settle(reader, lambda: notebook.read_entries() == ())
        assert ends(reader) == links


async def test_articles_brought_back_follow_what_was_taken_back_meanwhile(open_reader):
    async with open_reader((200, 50)) as reader:
        before = ends(reader)
        await reader.press("x", "enter")
        await settle(reader, lambda: len(ends(reader)) == len(before) - 1)
        await reader.press("5", "delete")
        await settle(reader, lambda: not reader.screen.state.visible_links.is_carried)
        await reader.press("U", "U")
        await settle(reader, lambda: ends(reader) == before)


async def test_rejecting_the_only_other_version_says_that_none_is_left(
    open_app, make_app, make_article, notebook
):
    from reader import compare

    articles = tuple(
        make_article(
            name,
            "The talks on the harbour ended on Monday.",
            f"“{said},” the harbour master Ida Vance said.",
            "“Nobody was hurt when the wave broke the ramp,” the mayor Tom Reed said.",
        )
        for name, said in (
            ("one", "The ferry will sail again in May whatever the weather does to us"),
            ("two", "The ferry will sail again in May"),
        )
    )
    async with open_app(make_app(articles, compare(articles)), (120, 40)) as reader:
        await reader.press("colon", "2", "enter", "c")
        await settle(reader, lambda: isinstance(reader.app.screen, LadderScreen))
        ladder = reader.app.screen
        assert len(ladder.state.rungs) == 2
        await reader.press("l", "x", "enter")
        await settle(reader, lambda: len(ladder.state.rungs) == 1)
        await settle(reader, lambda: "no other version is left" in reader.text()[-1])
        assert ladder.state.shared in ladder.state.quotes, "it is in the list"
        assert "The ferry will sail" in "\n".join(reader.text())
        await reader.press("U")
        await settle(reader, lambda: len(ladder.state.rungs) == 2)
