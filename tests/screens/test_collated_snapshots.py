"""Snapshots of the collated story and of headlines; test_snapshots.py says how to update them."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare
from tests.screens.rest import rest

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]
FERRY = """Ferry aground off Velmont

The ferry Amelie ran aground off Velmont with 212 passengers on board on Tuesday morning.

“We heard a bang, and then everything was dark, and nobody told us,” passenger Mara Ohl said.

The coast guard approved the plan to tow the ship from the sandbank to the yard at high tide.
"""
OTHER = """Passengers of stranded ferry kept in the dark

The ferry Amelie ran aground off Velmont with 221 passengers on board on Tuesday morning.

House prices in the old town of Velmont have doubled since the new bridge was opened in spring.

“We heard a bang, and nobody told us,” Mara Ohl said in a school gym.
"""
THIRD = """Velmont ferry to be towed

The coast guard approved the plan to tow the ship from the sandbank to the yard at high tide.

The ferry Amelie ran aground off Velmont on Tuesday morning.
"""


@pytest.fixture
def picture(snap_compare, make_app):
    """`picture(size, "C", "j")`: whether the screen after these keys equals the stored one."""

    def compare_pictures(size, opening, *keys, **options):
        async def press(pilot):
            await pilot.press(opening)
            await rest(pilot)
            for key in keys:
                await pilot.press(key)
            await pilot.pause()

        articles = [
            article_from_text(text, name=name)
            for text, name in ((FERRY, "herald"), (OTHER, "courier"), (THIRD, "post"))
        ]
        coverage = compare(articles)
        app = make_app(coverage.articles, coverage, **options)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare_pictures


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_one_story(picture, size):
    assert picture(size, "C", "g", "j")


def test_all_versions(picture):
    assert picture((120, 40), "C", "g", "j", "j", "enter")


def test_in_one_article_folded(picture):
    assert picture((80, 24), "C", "g", "o")


def test_one_story_ascii(picture, monkeypatch):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture((120, 40), "C", "g", "j")


def test_one_story_without_colour(picture, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture((80, 24), "C", "g", "j")


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_headlines(picture, size):
    assert picture(size, "H")


def test_headlines_ascii(picture, monkeypatch):
    monkeypatch.setenv("READER_ASCII", "1")
    assert picture((120, 40), "H")


def test_headlines_without_colour(picture, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture((80, 24), "H")
