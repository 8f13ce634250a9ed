"""Snapshots of the matrix; test_snapshots.py says how to update them."""

from __future__ import annotations

import pytest

from reader.articles import Place
from tests.screens.rest import rest

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]
ENGAGEMENT = Place(3, 11)

pytestmark = pytest.mark.usefixtures("known_matrix")


@pytest.fixture
def picture(snap_compare, seeds, seeds_coverage, make_app):
    """`picture(size, "j")`: whether the matrix after these keys equals the stored one."""

    def compare(size, *keys, theme="reader-dark", **options):
        async def press(pilot):
            pilot.app.theme = theme
            pilot.app.screen.state.go_to(ENGAGEMENT)
            await pilot.press("m")
            await rest(pilot)
            for key in keys:
                await pilot.press(key)
            await pilot.pause()

        app = make_app(seeds, seeds_coverage, **options)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_matrix(picture, size):
    assert picture(size)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_in_one_article(picture, size):
    assert picture(size, "o", "4")


def test_differences_first(picture):
    assert picture((120, 40), "S", "S", "S", "g")


def test_filtered(picture):
    assert picture((80, 24), "slash", *"4 -3", "enter")


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_ascii(picture, monkeypatch, size):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture(size)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_without_colour(picture, monkeypatch, size):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(size)


def test_light(picture):
    assert picture((120, 40), theme="reader-light")
