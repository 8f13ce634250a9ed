from __future__ import annotations

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.app.app import ReaderApp
from reader.app.reading.reading_view import ReadingView
from reader.app.themes.color_themes import OWN_THEMES
from reader.app.themes.styles import HUES, STYLE_NAMES

READABLE = 4.5
"""The contrast that WCAG 2.2, 1.4.3, asks of text."""

own = pytest.mark.parametrize("theme", OWN_THEMES, ids=lambda theme: theme.name)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grounds(theme, *names: str) -> dict[str, str]:
    frame = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    return {name: frame.get(name) or theme.variables[name] for name in names}


def test_contrast_is_computed_as_defined():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@own
def test_text_is_readable_on_every_ground(theme):
    names = ("background", "surface", "panel", "reading-ground", "same-ground", "related-ground",
             "shared-ground", "found-ground")  # fmt: skip
    ratios = {
        name: contrast(theme.foreground, ground) for name, ground in grounds(theme, *names).items()
    }
    assert {name: ratio for name, ratio in ratios.items() if ratio < READABLE} == {}


@own
def test_article_hues_are_readable_on_their_backgrounds(theme):
    names = ("background", "surface", "panel", "reading-ground", "same-ground", "related-ground")
    weak = {
        (hue, name): round(ratio, 2)
        for hue in range(HUES)
        for name, ground in grounds(theme, *names).items()
        if (ratio := contrast(theme.variables[f"article-{hue}"], ground)) < READABLE
    }
    assert weak == {}


@own
def test_quiet_text_is_readable_on_its_backgrounds(theme):
    names = ("background", "surface", "panel", "reading-ground", "same-ground", "related-ground")
    weak = {
        name: round(ratio, 2)
        for name, ground in grounds(theme, *names).items()
        if (ratio := contrast(theme.variables["quiet"], ground)) < READABLE
    }
    assert weak == {}


@own
@pytest.mark.parametrize("name", ["accent", "warning", "primary"])
def test_keys_warnings_and_signs_are_readable_on_the_bars(theme, name):
    named = grounds(theme, "background", "surface", "panel")
    assert len(named) == 3
    assert all(contrast(getattr(theme, name), ground) >= READABLE for ground in named.values())


@own
def test_hues_differ(theme):
    assert len({theme.variables[f"article-{hue}"] for hue in range(HUES)}) == HUES


def test_the_program_has_a_dark_a_light_and_a_high_contrast_theme():
    assert {theme.dark for theme in OWN_THEMES} == {True, False}
    assert contrast(OWN_THEMES[2].foreground, OWN_THEMES[2].background) > 18


@pytest.mark.slow
async def test_every_theme_builds_with_the_styles_of_the_program(make_article):
    """All of Textual's own themes in one app: each has all styles, and text that can be seen."""
    app = ReaderApp(articles=[make_article("First.", "Second."), make_article("First.")])
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for name in [*(theme.name for theme in OWN_THEMES), *BUILTIN_THEMES]:
            app.theme = name
            await pilot.pause()
            assert_styles_can_be_seen(app, name)


def assert_styles_can_be_seen(app: App[int], theme: str) -> None:
    styles = app.screen.query_one(ReadingView).current_styles()
    for name in STYLE_NAMES:
        style = styles.style(name)
        assert style, f"{name} looks like plain text in {theme}"
        if style.color is not None and style.bgcolor is not None and not style.reverse:
            assert style.color != style.bgcolor, f"{name} cannot be seen in {theme}"
