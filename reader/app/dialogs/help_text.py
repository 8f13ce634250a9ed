"""The text of the help: every key of a screen, and its signs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.binding import Binding
from textual.content import Content

from reader.app.key_table import key_label

_KEY_CELLS = 18
"""Cells of the column of the keys."""
_INDENT = 2
_FEWEST_CELLS = 24
"""Cells of the column of the explanations below which they stand under their keys."""


class HelpGroup(NamedTuple):
    """Keys or signs under one title."""

    title: str
    rows: Sequence[tuple[str, str]]
    """A key or sign, and what it means."""


def list_keys(bindings: Sequence[Binding]) -> Iterator[HelpGroup]:
    """Yield every key with what it does, by group; the numbers are one row."""
    rows: dict[str, list[tuple[str, str]]] = {}
    numbers = [binding for binding in bindings if binding.key.isdecimal()]
    for binding in bindings:
        group = binding.group.description if binding.group else "Other"
        keys = " ".join(key_label(key) for key in binding.key.split(","))
        explanation = str(binding.tooltip)
        if binding in numbers:
            if binding is not numbers[0]:
                continue
            keys = f"{numbers[0].key} … {numbers[-1].key}"
            explanation = explanation.replace("article 1", "the article with this number")
        rows.setdefault(group, []).append((keys, explanation))
    for title, keys_of_group in rows.items():
        yield HelpGroup(title, keys_of_group)


class HelpText:
    """Groups of keys and signs, written for the width that there is.

    Args:
        groups: in their order.
    """

    def __init__(self, groups: Sequence[HelpGroup]) -> None:
        self._groups = groups

    def filtered(self, words: str) -> HelpText:
        """Return the rows that have all of some words in the key, the explanation or the title."""
        wanted = words.lower().split()
        groups = [
            HelpGroup(
                title, [row for row in rows if _has_words(f"{title} {' '.join(row)}", wanted)]
            )
            for title, rows in self._groups
        ]
        return HelpText([group for group in groups if group.rows])

    def write(self, width: int) -> Content:
        """Return the text: explanations go on below where they began, or are under narrow keys.

        Args:
            width: the cells of a line.
        """
        parts: list[str | tuple[str, str]] = []
        for number, group in enumerate(self._groups):
            parts.append((f"{chr(10) * bool(number)}{group.title}\n", "bold $accent"))
            for key, explanation in group.rows:
                parts += _write_row(key, explanation, width)
        if not parts:
            parts.append("No key and no sign has these words.")
        return Content.assemble(*parts)


def _has_words(text: str, words: Sequence[str]) -> bool:
    return all(word in text.lower() for word in words)


def _write_row(key: str, explanation: str, width: int) -> Iterator[str | tuple[str, str]]:
    column = _INDENT + max(_KEY_CELLS, len(key)) + 1
    is_beside = width - column >= _FEWEST_CELLS
    indent = column if is_beside else 2 * _INDENT
    lines = textwrap.wrap(explanation, max(1, width - indent)) or [""]
    yield (" " * _INDENT + key).ljust(column if is_beside else 0), "bold"
    for number, line in enumerate(lines):
        is_next = is_beside and number == 0
        yield line if is_next else "\n" + " " * indent + line
    yield "\n"
