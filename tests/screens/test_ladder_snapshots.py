"""Snapshots of the ladder; test_snapshots.py says how to update them."""

from __future__ import annotations

import pytest

from reader.app.ladder.quote_ladders import find_quote_ladders
from reader.linking import Place
from reader.quote_versions import ArticleQuotes

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]
ENGAGEMENT = Place(3, 11)
"""¶12 of the fourth article: “I think it’s important to underscore the value …”."""


@pytest.fixture(scope="session")
def seeds_quotes(seeds):
    return find_quote_ladders(ArticleQuotes(seeds))


@pytest.fixture
def picture(snap_compare, seeds, seeds_coverage, seeds_quotes, make_app):
    """`picture(size, "c", "z")`: whether the screen after these keys equals the stored one."""

    def compare(size, *keys, theme="reader-dark"):
        async def press(pilot):
            pilot.app.theme = theme
            screen = pilot.app.screen
            screen.parts.coverage_screens.quotes.use_quotes(seeds_quotes)
            screen.state.go_to(ENGAGEMENT)
            for key in keys:
                await pilot.press(key)
            await pilot.pause()

        app = make_app(seeds, seeds_coverage)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_ladder(picture, size):
    assert picture(size, "c")


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_pair(picture, size):
    assert picture(size, "c", "z")


def test_word_under_word(picture):
    assert picture((120, 40), "c", "W")


def test_list_alone(picture):
    assert picture((80, 24), "Q")


def test_light(picture):
    assert picture((120, 40), "c", theme="reader-light")


def test_without_colour(picture, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture((80, 24), "c")
