"""The text of the help: every key of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content

from reader.app.key_table import key_label

_KEY_CELLS = 18
"""Cells of the column of the keys."""


def help_text(bindings: Sequence[Binding]) -> Content:
    """Return every key with what it does, by group; the numbers are one line."""
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
    parts: list[str | tuple[str, str]] = []
    for group, keys_of_group in rows.items():
        parts.append((f"{group}\n", "bold $accent"))
        for keys, explanation in keys_of_group:
            parts += [("  " + keys.ljust(_KEY_CELLS), "bold"), f" {explanation}\n"]
        parts.append("\n")
    return Content.assemble(*parts)


def signs_text(meanings: Sequence[tuple[str, str]]) -> Content:
    """Return the signs of a screen with what each means, as the last part of its help."""
    parts: list[str | tuple[str, str]] = [("Signs\n", "bold $accent")]
    for sign, meaning in meanings:
        parts += [("  " + sign.ljust(_KEY_CELLS), "bold"), f" {meaning}\n"]
    return Content.assemble(*parts)
