"""Snapshots of the people screen; test_snapshots.py says how to update them."""

from __future__ import annotations

import pytest

from reader.articles import Place
from tests.screens.rest import rest

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]
START = Place(0, 2)


@pytest.fixture
def picture(snap_compare, seeds, seeds_coverage, make_app):
    """`picture(size, "j")`: whether the screen after these keys equals the stored one."""

    def compare(size, *keys, theme="reader-dark"):
        async def press(pilot):
            pilot.app.theme = theme
            pilot.app.screen.state.go_to(START)
            await pilot.press("P")
            await rest(pilot)
            for key in keys:
                await pilot.press(key)
            await pilot.pause()

        app = make_app(seeds, seeds_coverage)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_people(picture, size):
    assert picture(size)


def test_one_article_first(picture):
    assert picture((120, 40), "S", "S", "j", "2")


def test_filtered(picture):
    assert picture((80, 24), "slash", *"minister", "enter")


def test_ascii(picture, monkeypatch):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture((80, 24))


def test_without_colour(picture, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture((80, 24))


def test_light(picture):
    assert picture((120, 40), theme="reader-light")
