"""Parses JSON of pages, with control characters in strings, huge numbers, very deep values."""

from __future__ import annotations

import json
import re
from typing import Any

MOST_DIGITS = 400
"""An integer of more digits is read as null; Python refuses those of more than 4,300."""
DEEPEST_LEVEL = 200
"""Where a value is nested too deep to be parsed, what is deeper than this is read as null."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
_OPENING = frozenset("{[")
_CLOSING = frozenset("}]")


def parse_json(text: str) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: the text is no JSON.
    """
    try:
        return json.loads(text, strict=False, parse_int=_parse_integer)
    except RecursionError:
        return json.loads(_flatten(text), strict=False, parse_int=_parse_integer)


def parse_first_value(text: str, start: int) -> Any:
    """Return the JSON value that begins at an offset, whatever follows it.

    Raises:
        ValueError: there is none.
    """
    decoder = json.JSONDecoder(strict=False, parse_int=_parse_integer)
    try:
        return decoder.raw_decode(text, start)[0]
    except RecursionError:
        return decoder.raw_decode(_flatten(text[start:]))[0]


def _parse_integer(digits: str) -> int | None:
    return int(digits) if len(digits) <= MOST_DIGITS else None


def _flatten(text: str) -> str:
    """Return the text with null for every object and list below the deepest level."""
    parts: list[str] = []
    level = start = 0
    for token in _TOKEN.finditer(text):
        if token[0] in _OPENING:
            level += 1
            if level == DEEPEST_LEVEL + 1:
                parts += (text[start : token.start()], "null")
        elif token[0] in _CLOSING:
            if level == DEEPEST_LEVEL + 1:
                start = token.end()
            level -= 1
    return "".join((*parts, text[start:] if level <= DEEPEST_LEVEL else ""))
