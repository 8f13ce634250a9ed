"""Reading `settings.toml`: an invalid value is reported with its line, and the default is used."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.settings.settings import DEFAULTS, EXPLANATIONS, Settings
from reader.text.cleaning import clean_line

_MOST_BYTES = 100_000
_THRESHOLDS = (0.05, 0.95)
_MOST_PANES = 20
_LONGEST_NAME = 60
_LONGEST_PATH = 4096
_LEAST_SIMILAR = 0.7
"""How similar, 0..1, a name must be to be suggested (difflib's ratio)."""
_MOST_WRONG_LINES = 20
"""Of a file with more lines that are no TOML nothing is read."""
_AT_THE_END = " (at end of document)"
_ERROR_LINE = re.compile(r" *\(at line (\d{1,6}), column \d{1,6}\)")


class SettingsError(ReaderError):
    """A setting is not valid; its default is used.

    Args:
        message: what is wrong, with the file and the line.
        line: the line of the file; 0 where it is not known.
    """

    exit_code = 2

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def settings_path() -> Path:
    """Return the file of the settings, in the user's folder for such files."""
    # Imported here, so that a start without a settings file does not pay for it twice.
    from platformdirs import user_config_path

    return user_config_path("reader", appauthor=False) / "settings.toml"


def themes_path() -> Path:
    """Return the folder of the user's own themes."""
    return settings_path().parent / "themes"


def read_settings(
    on_problem: Callable[[SettingsError], None], path: Path | None = None
) -> Settings:
    """Return the user's settings; the defaults where there is no file.

    Args:
        on_problem: called with each invalid value.
        path: the file; that of `settings_path` if None.
    """
    path = settings_path() if path is None else path
    try:
        if path.is_fifo():
            raise OSError(0, "a named pipe, not a file")
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return DEFAULTS
    except OSError as error:
        on_problem(SettingsError(f"{_printed(path)}: cannot be read ({error.strerror})"))
        return DEFAULTS
    try:
        if len(data) > _MOST_BYTES:
            raise ValueError("it is too large")
        text = data.decode("utf-8-sig")
        values, problems = _parse_lines(path, text)
    except ValueError as error:
        is_coding = isinstance(error, UnicodeDecodeError)
        reason = "not written in UTF-8" if is_coding else clean_line(str(error), 200)
        on_problem(SettingsError(f"{_printed(path)}: not read ({reason}); the defaults hold"))
        return DEFAULTS
    settings = _SettingsParser(path, text, problems.append).parse(values)
    for problem in sorted(problems, key=lambda each: each.line):
        on_problem(problem)
    return settings


def suggest_name(name: str, names: Iterable[str]) -> str:
    """Return a question after the most similar name, for a message: ` (did you mean theme?)`.

    Args:
        name: a name that does not exist.
        names: those that do.
    """
    from difflib import get_close_matches

    similar = get_close_matches(name[:_LONGEST_NAME], [*names], n=1, cutoff=_LEAST_SIMILAR)
    return f" (did you mean {similar[0]}?)" if similar else ""


def _parse_lines(path: Path, text: str) -> tuple[Mapping[str, Any], list[SettingsError]]:
    """Parse a file without the lines that are no TOML, and return those as problems.

    Raises:
        ValueError: more than some lines are wrong, or it is not known which.
    """
    problems: list[SettingsError] = []
    lines = text.splitlines()
    while True:
        try:
            return parse_toml("\n".join(lines)), problems
        except ValueError as error:
            number = _find_line(str(error), lines)
            is_known = 0 < number <= len(lines) and bool(lines[number - 1].strip())
            if not is_known or len(problems) == _MOST_WRONG_LINES:
                raise
            lines[number - 1] = ""
            reason = clean_line(_ERROR_LINE.sub("", str(error)).replace(_AT_THE_END, ""), 200)
            problem = f"{_printed(path)}, line {number}: {reason}; the line is left out"
            problems.append(SettingsError(problem, number))


def _find_line(message: str, lines: Sequence[str]) -> int:
    """Return the number of the line that an error names, from 1; 0 where it names none."""
    found = _ERROR_LINE.search(message)
    if found:
        return int(found[1])
    if _AT_THE_END not in message:
        return 0
    return max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)


def parse_toml(text: str) -> Mapping[str, Any]:
    """Return the content of a TOML file.

    Raises:
        ValueError: it is no TOML; the message has the line.
    """
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    # Dotted keys and nested values may exceed the recursion limit or the memory.
    try:
        content: Mapping[str, Any] = tomllib.loads(text)
        return content
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


class _SettingsParser:
    """Takes the valid settings out of a parsed file."""

    def __init__(self, path: Path, text: str, on_problem: Callable[[SettingsError], None]) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._on_problem = on_problem

    def parse(self, values: Mapping[str, Any]) -> Settings:
        taken: dict[str, Any] = {}
        for name, value in values.items():
            if name == "keys":
                taken["keys"] = self._parse_keys(value)
            elif name not in EXPLANATIONS:
                self._report(name, _no_setting(name))
            elif problem := _find_problem(name, value):
                self._report(name, problem)
            else:
                taken[name] = value
        return Settings(**taken)

    def _parse_keys(self, value: object) -> dict[str, str]:
        if not isinstance(value, dict):
            self._report("keys", "must be a table: [keys]")
            return {}
        keys: dict[str, str] = {}
        for name, typed in value.items():
            parts = typed if isinstance(typed, list) else [typed]
            if all(isinstance(part, str) and _is_key_list(part) for part in parts) and parts:
                keys[name] = ",".join(parts)
            else:
                self._report(name, 'must be keys such as "j,down"')
        return keys

    def _report(self, name: str, problem: str) -> None:
        printed = clean_line(name, _LONGEST_NAME)
        message = f"{printed}: {problem}; the default holds"
        self._on_problem(_locate(self._path, self._lines, name, message))


def find_setting_error(path: Path, name: str, message: str) -> SettingsError:
    """Return an error of one of the settings, with the file and its line before the message."""
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        lines = []
    return _locate(path, lines, name, message)


def _no_setting(name: str) -> str:
    similar = suggest_name(name, ("keys", *EXPLANATIONS))
    return f"there is no such setting{similar or '; reader config lists all'}"


def _locate(path: Path, lines: Sequence[str], name: str, message: str) -> SettingsError:
    pattern = re.compile(rf"\s*(\[\s*)?[\"']?{re.escape(name)}\b")
    line = next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 0)
    where = _printed(path) + (f", line {line}" if line else "")
    return SettingsError(f"{where}: {message}", line)


def _find_problem(name: str, value: object) -> str:
    """Return why a value is invalid; empty where it is valid."""
    is_valid, requirement = _REQUIREMENTS.get(name, (_is_truth_value, "true or false"))
    return "" if is_valid(value) else f"must be {requirement}"


def _is_theme_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME and value.isprintable()


def _is_folder_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_PATH and value.isprintable()


def _is_threshold(value: object) -> bool:
    low, high = _THRESHOLDS
    return _is_number(value) and low <= value <= high  # type: ignore[operator]


def _is_pane_count(value: object) -> bool:
    return isinstance(value, int) and _is_number(value) and 1 <= value <= _MOST_PANES


def _is_truth_value(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


_REQUIREMENTS: dict[str, tuple[Callable[[object], bool], str]] = {
    "theme": (_is_theme_name, "the name of a theme"),
    "archive": (_is_folder_name, "the path of a folder"),
    "threshold": (_is_threshold, f"a number from {_THRESHOLDS[0]} to {_THRESHOLDS[1]}"),
    "panes": (_is_pane_count, f"a whole number from 1 to {_MOST_PANES}"),
}
"""The requirement on each setting that is not simply true or false."""


def _is_key_list(typed: str) -> bool:
    return typed.isprintable() and len(typed) <= _LONGEST_NAME and all(typed.split(","))


def _printed(path: Path) -> str:
    return clean_line(str(path))
