"""Claims rejected and links added: counts, moments and lists follow, and undo takes each back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.articles import Place
from reader.notebook import Notebook
from reader.notebook.entries import EntryKind, Subject


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
