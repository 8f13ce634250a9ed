"""`A`: the coverage of an article and the versions of a quotation, from an archive."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import compare
from reader.app.dialogs.archive_dialog import ArchiveDialog
from reader.app.ladder.ladder_screen import LadderScreen
from reader.app.reading.archive_controller import ArchiveController
from reader.articles import Clean

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]


@pytest.fixture(scope="module")
def opened(asked_archive):
    """Two articles on one event, of which the second is in the archive."""
    first = replace(asked_archive.article(1), source=Clean("herald.txt"))
    return first, asked_archive.article(3)


@pytest.fixture(scope="module")
def opened_coverage(opened):
    return compare(opened)


@pytest.fixture
def archive_app(monkeypatch, asked_archive, opened, opened_coverage, make_app):
    """An app whose user's archive is the one of the tests."""
    monkeypatch.setattr(
        "reader.archive.archive_folder.default_archive_path", lambda: asked_archive.path
    )
    return make_app(opened, opened_coverage)


async def wait_for(pilot, is_done):
    for _ in range(600):
        if is_done():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come")


async def look(pilot) -> ArchiveDialog:
    """Press `A` and wait for the answer."""
    await pilot.press("A")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, ArchiveDialog))
    dialog = pilot.app.screen
    await wait_for(pilot, lambda: dialog.is_answered)
    return dialog


async def test_coverage_is_found_marked_and_added(archive_app):
    async with archive_app.run_test(size=(120, 40)) as pilot:
        dialog = await look(pilot)
        by_outlet = {hit.article.outlet: hit for hit in dialog.hits}
        assert by_outlet["The Mail"].is_open
        courier = by_outlet["The Courier"]
        assert not courier.is_open
        assert "2031-05-05 stated · The Courier" in courier.head
        assert any("both have" in line for line in courier.lines)
        await pilot.press("plus", "enter")
        screen = pilot.app.screen_stack[0]
        await wait_for(pilot, lambda: len(screen.state.articles) == 3)
        assert screen.state.articles[2].outlet == "The Courier"


async def test_an_article_that_is_open_is_not_added_again(archive_app):
    async with archive_app.run_test(size=(120, 40)) as pilot:
        dialog = await look(pilot)
        opened = next(at for at, hit in enumerate(dialog.hits) if hit.is_open)
        await pilot.press("g", *["j"] * opened, "plus", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArchiveDialog)
        await pilot.press("escape")
        assert len(pilot.app.screen_stack[0].state.articles) == 2


async def test_a_again_searches_all_days(archive_app):
    async with archive_app.run_test(size=(120, 40)) as pilot:
        dialog = await look(pilot)
        before = len(dialog.hits)
        await pilot.press("A")
        await wait_for(pilot, lambda: dialog.is_answered and "all days" in dialog.words)
        assert len(dialog.hits) >= before


async def test_the_ladder_gets_rungs(archive_app):
    async with archive_app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", "2", "enter", "c")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, LadderScreen))
        ladder = pilot.app.screen
        assert len(ladder.state.rungs) == 2
        dialog = await look(pilot)
        assert [hit.head for hit in dialog.hits] == [
            "2031-05-04 stated · The Herald",
            "2031-05-05 stated · The Courier",
            "no date · The Mail",
        ]
        assert [hit.is_open for hit in dialog.hits] == [True, False, True]
        await pilot.press("enter")
        await wait_for(pilot, lambda: len(ladder.state.rungs) == 3)
        assert pilot.app.screen is ladder


async def test_without_an_archive_a_line_says_so(
    monkeypatch, tmp_path, opened, opened_coverage, make_app
):
    monkeypatch.setattr("reader.archive.archive_folder.default_archive_path", lambda: tmp_path)
    async with make_app(opened, opened_coverage).run_test(size=(120, 40)) as pilot:
        await pilot.press("A")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ArchiveDialog))
        await wait_for(pilot, lambda: "there is no archive here" in pilot.app.screen.words)
        await pilot.press("escape")
        assert pilot.app.screen is pilot.app.screen_stack[0]


async def test_without_the_extra_a_line_says_so(archive_app, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "tantivy", None)
    async with archive_app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ArchiveDialog))
        await wait_for(pilot, lambda: "[archive]" in pilot.app.screen.words)


async def test_a_fault_is_no_end_of_the_program(archive_app, monkeypatch):
    def fail(self):
        raise RuntimeError("broken")

    monkeypatch.setattr(ArchiveController, "open_archive", fail)
    async with archive_app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ArchiveDialog))
        await wait_for(pilot, lambda: "could not be asked: RuntimeError" in pilot.app.screen.words)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("keys", [[], ["colon", "2", "enter", "c"]], ids=["coverage", "quotation"])
def test_the_list(snap_compare, archive_app, size, keys):
    async def show(pilot):
        await pilot.press(*keys)
        if keys:
            await wait_for(pilot, lambda: isinstance(pilot.app.screen, LadderScreen))
        await look(pilot)
        await pilot.press("plus", "k")
        await pilot.pause()

    assert snap_compare(archive_app, terminal_size=size, run_before=show)


def test_the_list_in_ascii_without_colours(
    snap_compare, monkeypatch, asked_archive, opened, opened_coverage, make_app
):
    from reader.settings import Settings

    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(
        "reader.archive.archive_folder.default_archive_path", lambda: asked_archive.path
    )
    app = make_app(opened, opened_coverage, settings=Settings(ascii=True))

    async def show(pilot):
        await look(pilot)

    assert snap_compare(app, terminal_size=(80, 24), run_before=show)
