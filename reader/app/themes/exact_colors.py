"""The program's own themes in colours that a terminal of 256 colours nearly has.

Such a terminal shows the nearest of its colours for any other, which makes dark bluish greys
navy and light ones white. Here greys are near those of its ramp.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import Theme

_COLOURS: dict[str, dict[str, str]] = {
    "reader-dark": {
        "foreground": "#dfdfdf",
        "background": "#121212",
        "surface": "#1c1c1c",
        "panel": "#262626",
    },
    "reader-light": {
        "foreground": "#262626",
        "background": "#ffffff",
        "surface": "#f3f3f3",
        "panel": "#e9e9e9",
    },
}
_VARIABLES: dict[str, dict[str, str]] = {
    "reader-dark": {
        "reading-ground": "#303030",
        "same-ground": "#262626",
        "related-ground": "#1c1c1c",
        "shared-ground": "#444444",
        "quiet": "#949494",
        "rail": "#3a3a3a",
        "found-ground": "#875f00",
    },
    "reader-light": {
        "reading-ground": "#dfdfdf",
        "same-ground": "#e9e9e9",
        "related-ground": "#f3f3f3",
        "shared-ground": "#afd7ff",
        "quiet": "#626262",
        "rail": "#bcbcbc",
        "found-ground": "#ffd787",
    },
    "reader-contrast": {
        "reading-ground": "#303030",
        "same-ground": "#262626",
        "related-ground": "#121212",
        "shared-ground": "#005f87",
        "quiet": "#c6c6c6",
        "rail": "#6c6c6c",
        "found-ground": "#875f00",
    },
}


def use_exact_colors(theme: Theme) -> Theme:
    """Return one of the program's own themes with grounds and greys of the 256 colours."""
    variables = theme.variables | _VARIABLES.get(theme.name, {})
    return replace(theme, variables=variables, **_COLOURS.get(theme.name, {}))  # type: ignore[arg-type]
