"""Snapshots of the lenses; test_snapshots.py says how to update them."""

from __future__ import annotations

import pytest

from tests.screens.rest import rest

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]


@pytest.fixture
def picture(snap_compare, seeds, seeds_coverage, make_app):
    """`picture(size, "v", "o")`: whether the texts after these keys equal the stored picture."""

    def compare(size, *keys, **options):
        async def press(pilot):
            pilot.app.theme = "reader-dark"
            for key in keys:
                await pilot.press(key)
            await rest(pilot)

        app = make_app(seeds, seeds_coverage, **options)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_shared_copy(picture, size):
    assert picture(size, "3", "g", "v", "w")


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_only_here(picture, size):
    assert picture(size, "1", "g", "v", "o")


def test_numbers_in_ascii(picture, monkeypatch):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture((120, 40), "v", "n")


@pytest.mark.parametrize("lens", ["o", "w"])
def test_ascii(picture, monkeypatch, lens):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture((80, 24), "3", "v", lens)


@pytest.mark.parametrize("lens", ["o", "w"])
def test_without_colour(picture, monkeypatch, lens):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture((80, 24), "3", "v", lens)
