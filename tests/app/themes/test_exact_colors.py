"""The own themes on a terminal of 256 colours."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from reader.app.themes.color_themes import OWN_THEMES
from reader.app.themes.exact_colors import use_exact_colors

_GROUNDS = ("reading-ground", "same-ground", "related-ground", "shared-ground", "found-ground")
_NEAR = 10
"""Steps of a colour, of 255, that nobody sees."""


@pytest.mark.parametrize("theme", OWN_THEMES, ids=lambda theme: theme.name)
def test_grounds_and_greys_are_shown_nearly_as_they_are(theme) -> None:
    exact = use_exact_colors(theme)
    plain = [exact.foreground, exact.background, exact.surface, exact.panel]
    for value in (*plain, *(exact.variables[name] for name in (*_GROUNDS, "quiet", "rail"))):
        shown = Color.parse(value).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
        meant = Color.parse(value).get_truecolor()
        assert all(abs(a - b) <= _NEAR for a, b in zip(shown, meant, strict=True)), value


def test_the_hues_of_the_articles_stay() -> None:
    for theme in OWN_THEMES:
        exact = use_exact_colors(theme)
        assert exact.name == theme.name
        assert exact.variables["article-3"] == theme.variables["article-3"]
