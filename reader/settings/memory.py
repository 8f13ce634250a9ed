"""The memory between two readings: the state of the screen, and the reading places.

It is a file of JSON in the user's folder for such files, written when the reader is left. A
place belongs to the words of an article and not to its path. A file that cannot be read is
taken for an empty one: nothing in it was made by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

_MOST_PLACES = 2000
"""Articles whose place is remembered; the oldest are forgotten first."""
_MOST_BYTES = 2_000_000
_MOST_OPENINGS = 100
"""Folders and lists whose content is remembered; the oldest are forgotten first."""
_MOST_OPENED = 200
"""Most articles remembered of each."""
_LONGEST_OPENED = 300
"""Characters of a source or a label."""


class OpenedArticle(NamedTuple):
    """An article as it was opened with others."""

    source: str
    text_key: str
    """The key of its text (`hash_text`)."""
    label: str


class Remembered(NamedTuple):
    """The state of the screen; None where nothing is remembered."""

    theme: str | None = None
    follow: bool | None = None
    threshold: float | None = None
    why: str | None = None
    """The size of the drawer by its name."""
    has_map: bool | None = None
    places: Mapping[str, int] = MappingProxyType({})
    """The number of the paragraph by the key of the article's text (`hash_text`), the one read
    last at the end."""
    openings: Mapping[str, tuple[OpenedArticle, ...]] = MappingProxyType({})
    """The articles opened last, by the key of the inputs, the last at the end."""


class Memory:
    """The file of the memory.

    Args:
        path: the file; one in the user's state folder if None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or _default_path()

    def read(self) -> Remembered:
        """Return the memory; an empty one if the file is missing or invalid."""
        values: Any = None
        with suppress(OSError, ValueError, RecursionError), open(self._path, "rb") as file:
            # Imported here, so that a first start does not pay for it.
            import json

            values = json.loads(file.read(_MOST_BYTES))
        if not isinstance(values, dict):
            return Remembered()
        places = values.get("places")
        return Remembered(
            theme=_as(str, values.get("theme")),
            follow=_as(bool, values.get("follow")),
            threshold=_as(float, values.get("threshold")),
            why=_as(str, values.get("why")),
            has_map=_as(bool, values.get("has_map")),
            places={
                str(key): number
                for key, number in (places if isinstance(places, dict) else {}).items()
                if isinstance(number, int) and not isinstance(number, bool)
            },
            openings=_parse_openings(values.get("openings")),
        )

    def write(self, remembered: Remembered) -> bool:
        """Replace the memory; return whether it was written."""
        import json

        from reader.files.whole_files import replace_file

        places = dict(list(remembered.places.items())[-_MOST_PLACES:])
        values = {
            "theme": remembered.theme,
            "follow": remembered.follow,
            "threshold": remembered.threshold,
            "why": remembered.why,
            "has_map": remembered.has_map,
            "places": places,
            "openings": dict(list(remembered.openings.items())[-_MOST_OPENINGS:]),
        }
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self._path, json.dumps(values).encode())
            return True
        return False

    def forget(self) -> None:
        """Remove the file."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def add_places(places: Mapping[str, int], read: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return places with those of this reading at the end, in the order given."""
    result = dict(places)
    for key, number in read:
        result.pop(key, None)
        result[key] = number
    return result


def _parse_openings(value: object) -> dict[str, tuple[OpenedArticle, ...]]:
    openings = value if isinstance(value, dict) else {}
    return {
        str(key): tuple(
            OpenedArticle(*(str(part)[:_LONGEST_OPENED] for part in each))
            for each in opened[:_MOST_OPENED]
            if isinstance(each, list) and len(each) == len(OpenedArticle._fields)
        )
        for key, opened in openings.items()
        if isinstance(opened, list)
    }


def _as(kind: type, value: object) -> Any:
    if kind is float and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return value if isinstance(value, kind) else None


def _default_path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False) / "remembered.json"
