"""Reading the word lists in `data/`."""

from __future__ import annotations

from functools import lru_cache
from os.path import dirname, join
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = join(dirname(__file__), "data")


@lru_cache(maxsize=16)
def list_lines(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of `data/<name>.txt` by `[section]`, without comments and empty lines.

    Lines before the first heading are found under the empty string. A `#` begins a comment
    only at the start of a line.
    """
    sections: dict[str, list[str]] = {}
    lines = sections.setdefault("", [])
    with open(join(_FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        for line in map(str.strip, file):
            if line.startswith("[") and line.endswith("]"):
                lines = sections.setdefault(line[1:-1], [])
            elif line and not line.startswith("#"):
                lines.append(line)
    return MappingProxyType({section: tuple(found) for section, found in sections.items()})


@lru_cache(maxsize=64)
def list_words(name: str, section: str) -> frozenset[str]:
    """Return the words of a section whose lines hold words separated by white space."""
    return frozenset(word for line in list_lines(name)[section] for word in line.split())


@lru_cache(maxsize=64)
def list_phrases(name: str, section: str) -> frozenset[str]:
    """Return the lines of a section, each of which is one word or phrase."""
    return frozenset(list_lines(name)[section])


@lru_cache(maxsize=64)
def list_numbers(name: str, section: str) -> Mapping[str, int]:
    """Return a section whose lines are a word and a whole number."""
    pairs = (line.rsplit(None, 1) for line in list_lines(name)[section])
    return MappingProxyType({word: int(value) for word, value in pairs})


@lru_cache(maxsize=64)
def list_pairs(name: str, section: str) -> Mapping[str, str]:
    """Return a section of `word=other` pairs separated by white space."""
    pairs = (word.partition("=") for word in list_words(name, section))
    return MappingProxyType({word: other for word, _, other in pairs})
