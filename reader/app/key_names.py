"""The names that Textual has for keys, to check those that a user chose."""

from __future__ import annotations

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_NAMED = {str(key.value).rpartition("+")[2] for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())


def is_key_name(name: str) -> bool:
    """Return whether a key can have this name: `j`, `ctrl+k`, `left_square_bracket`, `f5`."""
    if len(name) == 1:
        return True
    *modifiers, key = name.split("+")
    if not key or not _MODIFIERS.issuperset(modifiers):
        return False
    return len(key) == 1 or key in _NAMED or key_to_character(key) is not None
