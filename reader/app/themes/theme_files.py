"""The user's own themes, from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader.errors import ReaderError
from reader.settings.settings_file import SettingsError, parse_toml
from reader.text.cleaning import clean_line

_COLORS = (
    "primary", "secondary", "warning", "error", "success", "accent", "foreground", "background",
    "surface", "panel",
)  # fmt: skip
_MOST_FILES = 50
_MOST_BYTES = 50_000
_LONGEST_NAME = 40


def read_themes(folder: Path, on_problem: Callable[[ReaderError], None]) -> list[Theme]:
    """Return the themes of a folder, one for each `NAME.toml`; none where there is no folder.

    A file has the colours that `reader config` lists, `dark`, and `variables` such as
    `article-0` or `same-ground`. Missing ones are computed from the others.

    Args:
        folder: the folder.
        on_problem: called with each file that is not valid.
    """
    themes = []
    for path in sorted(folder.glob("*.toml"))[:_MOST_FILES]:
        try:
            themes.append(_read_theme(path))
        except (OSError, ValueError) as error:
            reason = clean_line(str(error), 200)
            on_problem(SettingsError(f"{clean_line(str(path))}: no theme ({reason})"))
    return themes


def _read_theme(path: Path) -> Theme:
    name = path.stem
    if not name.isprintable() or len(name) > _LONGEST_NAME:
        raise ValueError("its name is too long")
    with open(path, "rb") as file:
        values = dict(parse_toml(file.read(_MOST_BYTES).decode("utf-8-sig")))
    dark, variables = values.pop("dark", True), values.pop("variables", {})
    if not isinstance(dark, bool) or not isinstance(variables, dict):
        raise ValueError("dark must be true or false, variables a table")
    if unknown := sorted(values.keys() - set(_COLORS)):
        raise ValueError(f"there is no colour {unknown[0]}")
    if "primary" not in values:
        raise ValueError("it needs a primary colour")
    colors: dict[str, Any] = {key: _color(key, value) for key, value in values.items()}
    own = {str(key): _color(str(key), value) for key, value in variables.items()}
    return Theme(name=name, dark=dark, variables=own, **colors)


def _color(name: str, value: object) -> str:
    try:
        return Color.parse(str(value)).hex
    except ColorParseError:
        raise ValueError(f"{name} is no colour: {value}") from None
