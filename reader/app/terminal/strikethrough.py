"""Whether the terminal is known to draw a line through words (SGR 9)."""

from __future__ import annotations

from collections.abc import Mapping

_TERM_NAMES = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "mintty",
               "konsole", "vte-", "gnome-", "rio")  # fmt: skip
"""Values of TERM, or their beginnings, that name one program each."""
_PROGRAMS = frozenset(
    ("iTerm.app", "WezTerm", "ghostty", "vscode", "WarpTerminal", "mintty", "rio", "Hyper")
)
"""Values of TERM_PROGRAM."""
_VARIABLES = (
    "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WEZTERM_PANE", "VTE_VERSION", "KONSOLE_VERSION",
    "WT_SESSION", "XTERM_VERSION", "GHOSTTY_RESOURCES_DIR",
)  # fmt: skip
"""Variables that only one program, or one library for programs, sets."""
_MANY_COLORS = ("256", "truecolor")
"""Color systems, by the names that rich gives them."""


def draws_strikethrough(environment: Mapping[str, str], color_system: str | None) -> bool:
    """Whether it is known that the terminal draws a line through words.

    `TERM=xterm-256color` alone says nothing: macOS's Terminal calls itself so and draws none. In
    screen and tmux the variables are those of another terminal, perhaps of one that is gone.

    Args:
        environment: the environment variables.
        color_system: `standard` for 16 colors, `256`, `truecolor`; None for no color.
    """
    term = environment.get("TERM", "")
    is_nested = environment.get("TMUX") or environment.get("STY")
    if is_nested or term.startswith(("screen", "tmux")) or term in ("linux", "dumb"):
        return False
    if color_system not in _MANY_COLORS:
        return False
    if term.startswith(_TERM_NAMES) or environment.get("TERM_PROGRAM") in _PROGRAMS:
        return True
    return any(environment.get(name) for name in _VARIABLES)
