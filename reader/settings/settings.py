"""The settings and their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Settings(NamedTuple):
    """The user's settings; None where the program may choose, or remember the last choice."""

    theme: str | None = None
    """The name of a theme: one of the program's, one of Textual's, or one of a theme file."""
    follow: bool | None = None
    """Whether the other panes follow the paragraph being read."""
    threshold: float | None = None
    """The lowest score of a link shown, 0.05 to 0.95."""
    panes: int | None = None
    """How many panes are side by side at most, from 1."""
    ascii: bool = False
    """Whether the signs are ASCII."""
    keep_places: bool = True
    """Whether the reading places and the state of the screen are saved for the next start."""
    keep_copies: bool = True
    """Whether the last copied text is also written to a file."""
    keep_links: bool = True
    """Whether articles and links are cached, so that the same articles are not compared again."""
    archive: str | None = None
    """The default folder of the archive; `~` is the user's folder."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys by the name of their meaning: `{"next": "j,down"}`."""


DEFAULTS = Settings()
EXPLANATIONS = {
    "theme": "reader-dark, reader-light, reader-contrast, ansi-dark, …, or a file in themes/",
    "follow": "whether the other panes come level",
    "threshold": "the lowest score of a link shown, 0.05 to 0.95",
    "panes": "how many panes are side by side at most",
    "ascii": "whether the signs are ASCII",
    "keep_places": "whether places and the look of the screen are saved for the next start",
    "keep_copies": "whether the last copied text is saved in a file",
    "archive": "the folder of the archive that is asked where none is named",
    "keep_links": "whether articles and links are cached, so that the same are not compared again",
}
"""The meaning of each setting, in the order in which they are listed."""
