"""Snapshots of the screen of differences; test_snapshots.py says how to update them."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare
from tests.screens.rest import rest

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]
FERRY = """Ferry aground off Velmont

The ferry Amelie ran aground off Velmont with 212 passengers on board on Tuesday morning.

The company will pay for the repair of the hull and of the rudder, its director Ines Kolbe said.

“We will tow the ship to the yard of Velmont before the winter storms begin,” Kolbe said.

The coast guard plans to moor the ship at the sandbank near the yard of Velmont at high tide.
"""
OTHER = (
    FERRY.replace("212", "221")
    .replace("will pay", "will not pay")
    .replace("to the yard of Velmont before", "before")
    .replace("sandbank", "reef")
)
SILENT = FERRY.replace(" with 212 passengers on board", "")


@pytest.fixture
def picture(snap_compare, make_app):
    """`picture(size, "j")`: whether the screen after these keys equals the stored one."""

    def compare_pictures(size, *keys, **options):
        async def press(pilot):
            await pilot.press("D")
            await rest(pilot)
            for key in keys:
                await pilot.press(key)
            await pilot.pause()

        articles = [
            article_from_text(text, name=name)
            for text, name in ((FERRY, "herald"), (OTHER, "courier"), (SILENT, "post"))
        ]
        coverage = compare(articles)
        app = make_app(coverage.articles, coverage, **options)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare_pictures


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_differences(picture, size):
    assert picture(size)


def test_wording_opens_when_selected(picture):
    assert picture((80, 24), "G")


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_ascii(picture, monkeypatch, size):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture(size)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_without_colour(picture, monkeypatch, size):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(size)


def test_gutter_and_drawer(picture):
    assert picture((80, 24), "escape", "colon", "2", "enter")
