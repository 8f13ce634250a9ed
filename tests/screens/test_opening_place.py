"""Where the screen opens, chosen by the program or named on the command line."""

from __future__ import annotations

import pytest
from textual._compositor import Compositor

from reader.app.app import ReaderApp
from tests.screens.rest import rest


@pytest.fixture
def open_at(seeds, seeds_coverage, make_app, open_app):
    """`async with open_at((2, 6), "q") as reader:` the seeds, opened at a paragraph."""

    def opened(at=None, lens="", size=(120, 40)):
        return open_app(make_app(seeds, seeds_coverage, at=at, lens=lens), size)

    return opened


async def test_the_named_paragraph_is_read_beside_its_matches(open_at):
    async with open_at((4, 12)) as reader:
        assert reader.reading == (4, 12)
        assert reader.shown == [1, 4, 5]


async def test_a_paragraph_that_is_not_there_is_named(open_at):
    async with open_at((7, 3)) as reader:
        assert reader.reading[0] == 1
        assert "There is no article 7: 5 are open." in reader.text()[-1]
    async with open_at((2, 300)) as reader:
        assert "[2] has no paragraph 300." in reader.text()[-1]


async def test_back_does_not_lead_to_where_it_would_have_opened(open_at):
    async with open_at((2, 6)) as reader:
        await reader.press("backspace")
        assert reader.reading == (2, 6)


async def test_the_lens_named_is_looked_through(open_at):
    async with open_at(None, "q") as reader:
        await rest(reader.pilot)
        assert "lens: quotations" in reader.text()[0]


async def test_the_whole_screen_is_painted_once_at_the_start(
    seeds, seeds_coverage, open_app, monkeypatch
):
    painted = []
    paint = Compositor.render_full_update

    def count(compositor, **options):
        painted.append(compositor)
        return paint(compositor, **options)

    monkeypatch.setattr(Compositor, "render_full_update", count)
    async with open_app(ReaderApp(articles=seeds, coverage=seeds_coverage), (120, 40)) as reader:
        assert len(painted) == 1
        assert reader.app.screen_stack == [reader.screen]
        before = reader.text()
        await reader.press("j")
        assert reader.text() != before
        reader.app.theme = "textual-light"
        await reader.pilot.pause()
        assert len(painted) > 1
