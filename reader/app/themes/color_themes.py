"""The program's own colour themes, and the colours it adds to other themes.

One hue per article, the same everywhere. The hues start from the set of Okabe and Ito (Color
Universal Design, 2008), lightened or darkened for their background; no state is shown by hue
alone.
"""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

_HUES_ON_DARK = (
    "#e69f00", "#56b4e9", "#2fc0a0", "#f0e442", "#da8fc0",
    "#f0793a", "#7fa6ff", "#cfc4a8", "#b7a1f5", "#7fdde9",
)  # fmt: skip
_HUES_ON_LIGHT = (
    "#8f5400", "#0a659e", "#00694f", "#6e6000", "#98407a",
    "#ab4300", "#2546c4", "#5e5641", "#6a45b8", "#006a77",
)  # fmt: skip
_HUES_ON_BLACK = (
    "#ffb733", "#7cc8ff", "#3fe0bc", "#fff04d", "#ffa6dd",
    "#ff8f57", "#9dbbff", "#e6dcc0", "#cdbcff", "#98f0fb",
)  # fmt: skip


_GROUNDS = (
    "reading_ground",
    "same_ground",
    "related_ground",
    "shared_ground",
    "rail",
    "found_ground",
)


def _variables(hues: tuple[str, ...], **grounds: str) -> dict[str, str]:
    variables = {f"article-{number}": hue for number, hue in enumerate(hues)}
    variables |= {name.replace("_", "-"): colour for name, colour in grounds.items()}
    return variables


DARK = Theme(
    name="reader-dark",
    dark=True,
    primary="#56b4e9",
    secondary="#da8fc0",
    accent="#e69f00",
    warning="#f0b429",
    error="#f0793a",
    success="#2fc0a0",
    foreground="#d6d9de",
    background="#14171b",
    surface="#1a1e24",
    panel="#232830",
    variables=_variables(
        _HUES_ON_DARK,
        reading_ground="#262b33",
        same_ground="#1b2935",
        related_ground="#1b1f25",
        shared_ground="#2d506b",
        quiet="#9299a4",
        rail="#343b46",
        found_ground="#7a5a00",
    ),
)

LIGHT = Theme(
    name="reader-light",
    dark=False,
    primary="#0a659e",
    secondary="#98407a",
    accent="#8f5400",
    warning="#8f5400",
    error="#ab4300",
    success="#00694f",
    foreground="#23262b",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e8e5db",
    variables=_variables(
        _HUES_ON_LIGHT,
        reading_ground="#ece8dc",
        same_ground="#e4eef6",
        related_ground="#f3f2ec",
        shared_ground="#bcd9ee",
        quiet="#5e6269",
        rail="#cfcabd",
        found_ground="#ffe08a",
    ),
)

CONTRAST = Theme(
    name="reader-contrast",
    dark=True,
    primary="#7cc8ff",
    secondary="#ffa6dd",
    accent="#ffb733",
    warning="#ffb733",
    error="#ff8f57",
    success="#3fe0bc",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    variables=_variables(
        _HUES_ON_BLACK,
        reading_ground="#303030",
        same_ground="#002a44",
        related_ground="#161616",
        shared_ground="#005a92",
        quiet="#c4c4c4",
        rail="#6e6e6e",
        found_ground="#806000",
    ),
)

OWN_THEMES = (DARK, LIGHT, CONTRAST)


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Return the program's variables for a theme that does not define them.

    They are mixed from the colours of the theme.
    """
    if theme.name in {own.name for own in OWN_THEMES}:
        return {}
    hues = _HUES_ON_DARK if theme.dark else _HUES_ON_LIGHT
    if theme.name.startswith("ansi"):
        # The terminal's own colours cannot be mixed; signs, bold and underline carry the states.
        return _variables(hues, **dict.fromkeys((*_GROUNDS, "quiet", "rail"), "ansi_default"))
    colours = theme.to_color_system().generate()
    ground, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])
    primary, warning = Color.parse(colours["primary"]), Color.parse(colours["warning"])
    return _variables(
        hues,
        reading_ground=ground.blend(text, 0.12).hex,
        same_ground=ground.blend(primary, 0.15).hex,
        related_ground=ground.blend(text, 0.05).hex,
        shared_ground=ground.blend(primary, 0.4).hex,
        quiet=ground.blend(text, 0.65).hex,
        rail=ground.blend(text, 0.25).hex,
        found_ground=ground.blend(warning, 0.5).hex,
    )
