"""Shortens what is written to the terminal: colours and attributes are sent only when they change.

Textual ends every piece of text with a reset and begins the next with all its colours again.
That is four fifths of what a key makes it write, and over a slow line it is the delay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CODES = re.compile(r"\x1b\[([0-9;]*)m")
"""Select Graphic Rendition, ECMA-48 section 8.3.117."""
_NEEDS_NO_STYLE = re.compile(r"(?:\x1b\[\d*(?:;\d*)?H|[\r\n])*")
"""Moves of the cursor, which look the same whatever colours are set."""
_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29}
"""Every attribute with the code that ends it; 22 ends bold and dim alike."""
_MOST_CACHED = 4096
"""Transitions between two styles that are remembered."""


class _Style(NamedTuple):
    """What the terminal paints with; the codes that set it."""

    foreground: str = "39"
    background: str = "49"
    attributes: frozenset[int] = frozenset()


_PLAIN = _Style()


class StyleCodes:
    """Rewrites output so that it paints the same with fewer codes.

    It remembers the colours of the terminal from one piece of output to the next, so everything
    that is written has to pass it.
    """

    def __init__(self) -> None:
        self._style: _Style | None = None
        """What the terminal paints with; None: not known."""
        self._read: dict[tuple[_Style, str], _Style | None] = {}
        self._changes: dict[tuple[_Style, _Style], str] = {}

    def shorten(self, output: str) -> str:
        """Return output that paints the same; colours and attributes are as after `output`."""
        if "\x1b[" not in output:
            return output
        return "".join(self._rewrite(output))

    def _rewrite(self, output: str) -> Iterator[str]:
        current, wanted = self._style, self._style
        end = 0
        for codes in _CODES.finditer(output):
            if end < codes.start():
                text = output[end : codes.start()]
                if wanted is not None and not _NEEDS_NO_STYLE.fullmatch(text):
                    yield self._change(current, wanted)
                    current = wanted
                yield text
            end = codes.end()
            following = self._apply(wanted, codes[1])
            if following is None:
                # Colours that this module does not know are left as they are.
                if wanted is not None:
                    yield self._change(current, wanted)
                yield codes[0]
                current = None
            wanted = following
        rest = output[end:]
        if wanted is not None:
            yield self._change(current, wanted)
            current = wanted
        yield rest
        self._style = current

    def _apply(self, style: _Style | None, codes: str) -> _Style | None:
        """Return the style after codes; None where it cannot be known."""
        if style is None:
            return _read_codes(_PLAIN, codes) if codes in {"", "0"} else None
        key = (style, codes)
        if key not in self._read:
            if len(self._read) >= _MOST_CACHED:
                self._read.clear()
            self._read[key] = _read_codes(style, codes)
        return self._read[key]

    def _change(self, current: _Style | None, wanted: _Style) -> str:
        """Return the shortest codes that lead from one style to another."""
        if current == wanted:
            return ""
        if current is None:
            return _write_codes(["0", *_differences(_PLAIN, wanted)])
        key = (current, wanted)
        change = self._changes.get(key)
        if change is None:
            direct = _write_codes(_differences(current, wanted))
            anew = (
                _write_codes(["0", *_differences(_PLAIN, wanted)]) if wanted != _PLAIN else "\x1b[m"
            )
            change = min(direct, anew, key=len)
            if len(self._changes) >= _MOST_CACHED:
                self._changes.clear()
            self._changes[key] = change
        return change


def _write_codes(codes: list[str]) -> str:
    return f"\x1b[{';'.join(codes)}m"


def _differences(current: _Style, wanted: _Style) -> list[str]:
    """Return the codes that lead from one style to another without a reset."""
    ended = current.attributes - wanted.attributes
    off = {_OFF[attribute] for attribute in ended}
    begun = {
        attribute
        for attribute in wanted.attributes
        if attribute not in current.attributes or _OFF[attribute] in off
    }
    codes = [*map(str, sorted(off)), *map(str, sorted(begun))]
    if wanted.foreground != current.foreground:
        codes.append(wanted.foreground)
    if wanted.background != current.background:
        codes.append(wanted.background)
    return codes


def _read_codes(style: _Style, codes: str) -> _Style | None:
    """Return a style after codes; None where one of them is not known."""
    foreground, background, attributes = style.foreground, style.background, set(style.attributes)
    values = codes.split(";") if codes else ["0"]
    while values:
        value = values.pop(0)
        number = int(value or 0)
        if number == 0:
            foreground, background, attributes = _PLAIN.foreground, _PLAIN.background, set()
        elif number in _OFF:
            attributes.add(number)
        elif number in _OFF.values():
            attributes = {attribute for attribute in attributes if _OFF[attribute] != number}
        elif number in {38, 48}:
            length = {"5": 2, "2": 4}.get(values[0] if values else "", 0)
            if not length or len(values) < length:
                return None
            color = ";".join([value, *values[:length]])
            del values[:length]
            if number == 38:
                foreground = color
            else:
                background = color
        elif 30 <= number <= 39 or 90 <= number <= 97:
            foreground = value
        elif 40 <= number <= 49 or 100 <= number <= 107:
            background = value
        else:
            return None
    return _Style(foreground, background, frozenset(attributes))
