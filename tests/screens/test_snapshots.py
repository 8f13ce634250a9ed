"""Pictures of the reading screen at several sizes, in dark, light and without colour.

Update them after an intended change with `pytest tests/screens --snapshot-update`,
then look at the report before you commit them.
"""

from __future__ import annotations

import pytest

SIZES = [(40, 15), (80, 24), (120, 40), (200, 50)]
SIZE_NAMES = [f"{columns}x{rows}" for columns, rows in SIZES]


@pytest.fixture
def make_seeds_app(seeds, seeds_coverage, make_app):
    return lambda: make_app(seeds, seeds_coverage)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
def test_first_screen(snap_compare, make_seeds_app, size, theme):
    app = make_seeds_app()

    async def choose_theme(pilot):
        pilot.app.theme = theme
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=choose_theme)


@pytest.mark.parametrize("size", SIZES, ids=SIZE_NAMES)
def test_first_screen_without_colour(snap_compare, make_seeds_app, monkeypatch, size):
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_seeds_app(), terminal_size=size)


def test_high_contrast(snap_compare, make_seeds_app):
    app = make_seeds_app()

    async def choose_theme(pilot):
        pilot.app.theme = "reader-contrast"
        await pilot.pause()

    assert snap_compare(app, terminal_size=(120, 40), run_before=choose_theme)


@pytest.mark.parametrize(
    "keys",
    [
        ["right_curly_bracket"],
        ["slash", *"fentanyl", "enter"],
        ["4", "full_stop", "g"],
        ["enter"],
        ["question_mark"],
        ["i"],
        ["plus", *"herald"],
        ["comma"],
    ],
    ids=["only-here", "search", "furniture", "choose-link", "keys", "about", "add", "correct"],
)
def test_after_keys(snap_compare, make_seeds_app, keys):
    assert snap_compare(make_seeds_app(), press=keys, terminal_size=(120, 40))
