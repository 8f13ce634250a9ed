"""`reader config`: prints the settings, or edits their file."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.cli.console import print_lines, print_problems
from reader.errors import ReaderError
from reader.settings import DEFAULTS, Memory, Settings, read_settings, settings_path
from reader.settings.settings import EXPLANATIONS
from reader.settings.settings_file import (
    SettingsError,
    find_setting_error,
    suggest_name,
    themes_path,
)
from reader.text.cleaning import clean_line

_TEMPLATE_HEAD = """\
# Settings of reader. A line without # holds; what is missing is chosen by the program, which
# also remembers the last choice. `reader config` prints what is in force.
"""
_EXAMPLES = {
    "theme": '"reader-light"',
    "follow": "true",
    "threshold": "0.30",
    "panes": "3",
    "ascii": "true",
    "archive": '"~/news-archive"',
    "keep_places": "false",
    "keep_copies": "false",
    "keep_links": "false",
}


def show_config(arguments: Namespace) -> int:
    """Print the file of the settings and the values in force, or open it in an editor.

    Returns:
        The exit code: 2 where something in the file is not valid.
    """
    path = settings_path()
    if arguments.edit:
        _edit(path)
    problems: list[ReaderError] = []
    settings = read_settings(problems.append)
    unknown, themes = find_unknown_names(settings, path), list_themes(lambda _: None)
    print_problems(sorted([*problems, *unknown], key=lambda each: getattr(each, "line", 0)))
    problems += unknown
    if settings.theme not in themes:
        settings = settings._replace(theme=None)
    print_lines(list_settings(settings, path))
    return SettingsError.exit_code if problems else 0


def find_unknown_names(settings: Settings, path: Path) -> list[ReaderError]:
    """Return messages about unknown names of themes and keys, which only the screen can check."""
    from reader.app.key_table import KEY_TABLE, find_key_problems

    problems: list[ReaderError] = []
    names = list_themes(problems.append)
    if settings.theme is not None and settings.theme not in names:
        similar = suggest_name(settings.theme, sorted(names))
        message = f"there is no theme {clean_line(settings.theme)}{similar}"
        problems.append(find_setting_error(path, "theme", message))
    for name, problem in find_key_problems(settings.keys):
        similar = "" if name in KEY_TABLE else suggest_name(name, KEY_TABLE)
        problems.append(find_setting_error(path, name, f"{name}: {problem}{similar}"))
    return problems


def list_themes(on_problem: Callable[[ReaderError], None]) -> set[str]:
    """Return the names of all themes.

    Args:
        on_problem: called with each file of a theme that is not valid.
    """
    from textual.theme import BUILTIN_THEMES

    from reader.app.themes.color_themes import OWN_THEMES
    from reader.app.themes.theme_files import read_themes

    own = [*OWN_THEMES, *read_themes(themes_path(), on_problem)]
    return {theme.name for theme in own} | set(BUILTIN_THEMES)


def list_settings(settings: Settings, path: Path) -> Iterator[str]:
    """Yield the settings in force as the lines of a file that has them all."""
    there = "" if path.is_file() else " (not there yet: --edit makes it)"
    yield f"# {clean_line(str(path))}{there}"
    yield f"# themes of your own: {clean_line(str(themes_path()))}{os.sep}NAME.toml"
    remembered = Memory().read()
    for name, explanation in EXPLANATIONS.items():
        value = getattr(settings, name)
        is_set = value != getattr(DEFAULTS, name)
        last = getattr(remembered, name, None)
        value_shown = last if value is None else value
        printed = _EXAMPLES[name] if value_shown is None else json.dumps(value_shown)
        origin = "set" if is_set else "default"
        if value is None:
            origin = "not set; an example" if last is None else "the last choice"
        yield f"{'# ' if value is None else ''}{name} = {printed}  # {origin}: {explanation}"
    yield "[keys]  # by meaning; those commented out are the program's own"
    from reader.app.key_table import KEY_TABLE, find_key_problems

    refused = {name for name, _ in find_key_problems(settings.keys)}
    for name, meaning in KEY_TABLE.items():
        keys = None if name in refused else settings.keys.get(name)
        comment = "# " if keys is None else ""
        yield f"{comment}{name} = {json.dumps(keys or meaning.keys)}  # {meaning.meaning}"


def _edit(path: Path) -> None:
    """Open the file in the user's editor; make it first if it is missing.

    Raises:
        SettingsError: it cannot be made, or the editor cannot be started.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual_editor()
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = [f"# {name} = {value}" for name, value in _EXAMPLES.items()]
            path.write_text(
                _TEMPLATE_HEAD + "\n".join(lines) + '\n\n[keys]\n# next = "j,down"\n',
                encoding="utf-8",
            )
        subprocess.run([*shlex.split(editor, posix=os.name != "nt"), str(path)], check=False)
    except (OSError, ValueError) as error:
        reason = clean_line(getattr(error, "strerror", None) or str(error), 120)
        raise SettingsError(
            f"{clean_line(str(path))}: not opened with {clean_line(editor, 60)} ({reason}); set "
            "EDITOR to your editor"
        ) from error


def _usual_editor() -> str:
    return "notepad" if os.name == "nt" else "vi"
