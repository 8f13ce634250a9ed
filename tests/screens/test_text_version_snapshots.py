"""Snapshots of the text versions; test_snapshots.py says how to update them."""

from __future__ import annotations

import pytest

from reader import compare
from tests.screens.rest import rest
from tests.story.worded_versions import FIRST, SECOND, make_version

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]


@pytest.fixture(scope="module")
def versions():
    early = make_version(FIRST, published="4 May 2031")
    return compare([early, make_version(SECOND, published="4 May 2031", updated="5 May 2031")])


@pytest.fixture
def picture(snap_compare, versions, make_app):
    """`picture(size, "W")`: whether the versions after these keys equal the stored picture."""

    def compare_pictures(size, *keys):
        async def press(pilot):
            pilot.app.theme = "reader-dark"
            await pilot.press("V")
            await rest(pilot)
            for key in keys:
                await pilot.press(key)
            await pilot.pause()

        app = make_app(versions.articles, versions)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare_pictures


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_changes(picture, size):
    assert picture(size)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_whole_text(picture, size):
    assert picture(size, "W")


def test_ascii(picture, monkeypatch):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture((80, 24), "j")


def test_without_colour(picture, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture((80, 24), "j")
