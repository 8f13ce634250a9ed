"""The own themes on a terminal of 256 colours."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from reader.app.themes.color_themes import OWN_THEMES
from reader.app.themes.exact_colors import use_exact_colors

_GROUNDS = ("reading-ground", "same-ground", "related-ground", "shared-ground", "found-ground")
_NEAR = 10
"""Steps of a colour, of 255, that nobody sees."""


def is_shown_as_it_is(value: str) -> bool:
    """Whether a terminal of 256 colours shows nearly this colour."""
    shown = Color.parse(value).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    meant = Color.parse(value).get_truecolor()
    return all(abs(one - other) <= _NEAR for one, other in zip(shown, meant, strict=True))


@pytest.mark.parametrize("theme", OWN_THEMES, ids=lambda theme: theme.name)
def test_grounds_and_greys_are_shown_nearly_as_they_are(theme) -> None:
    exact = use_exact_colors(theme)
    plain = [exact.foreground, exact.background, exact.surface, exact.panel]
    values = [*plain, *(exact.variables[name] for name in (*_GROUNDS, "quiet", "rail"))]
    assert len(values) > len(_GROUNDS)
    assert [value for value in values if not is_shown_as_it_is(value)] == []


def test_the_hues_of_the_articles_stay() -> None:
    exact = [use_exact_colors(theme) for theme in OWN_THEMES]
    assert exact[0].name == "reader-dark"
    hues = [theme.variables["article-3"] for theme in OWN_THEMES]
    assert [theme.variables["article-3"] for theme in exact] == hues
