"""The styles of the ladder: those of the reading screen and three of its own."""

from __future__ import annotations

import os
from collections.abc import Callable

from rich.style import Style
from textual.app import App

from reader.app.terminal.strikethrough import draws_strikethrough
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles

_OWN_STYLES = {
    "dropped": ("muted", Style(strike=True)),
    "edit-sign": ("muted", Style()),
    "added": ("here", Style(bold=True, underline=True)),
}
"""For each style of the ladder alone: the style that gives its colour, and the line added.

Not in a style sheet: it would be parsed while the user waits for the first ladder.
"""


class LadderStyles:
    """The styles of the present theme.

    Args:
        reading_styles: returns the styles of the reading screen.
    """

    def __init__(self, reading_styles: Callable[[], Styles]) -> None:
        self._reading_styles = reading_styles
        self._styles: Styles | None = None

    def current(self) -> Styles:
        """Return the styles, built once for each theme."""
        if self._styles is None:
            self._styles = Styles(self._build)
        return self._styles

    def reset(self) -> None:
        """Build the styles again when they are needed: the theme changed."""
        self._styles = None

    def _build(self, name: str) -> Style:
        if name not in _OWN_STYLES:
            return self._reading_styles().style(name)
        coloured_by, line = _OWN_STYLES[name]
        return Style(color=self._reading_styles().style(coloured_by).color) + line


def needs_brackets(app: App[object], signs: Signs) -> bool:
    """Return whether words that differ are in brackets: unless they are surely struck out."""
    has_terminal_colours = app.theme.startswith("ansi")
    if app.no_color or has_terminal_colours or not signs.unicode:
        return True
    return not draws_strikethrough(os.environ, app.console.color_system)
