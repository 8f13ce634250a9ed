"""Shortens what is written to the terminal: colours and attributes are sent only where they show.

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
_BLANK = re.compile(r"(?:\x1b\[\d*(?:;\d*)?H|[\r\n ])*")
"""Spaces and moves of the cursor, which show nothing of a foreground."""
_OVERRULED_MOVES = re.compile(r"\x1b\[\d+;\d+H\r?\n(?=\x1b\[\d+;\d+H)")
"""A move to another row before one to a certain cell."""
_SHOWN_ON_BLANK = frozenset({4, 5, 7, 9})
"""The attributes that a space shows: underline, blink, reverse, strike-through."""
_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29}
"""Every attribute with the code that ends it; 22 ends bold and dim alike."""
_GROUNDS = {
    **dict.fromkeys((*range(30, 40), *range(90, 98)), "foreground"),
    **dict.fromkeys((*range(40, 50), *range(100, 108)), "background"),
}
"""Every code of a colour, and what it colours."""
_EXTENDED = (38, 48)
"""Codes that are followed by a colour of their own: `5;n`, or `2;red;green;blue`."""
_EXTENDED_LENGTHS = {"5": 2, "2": 4}
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
        return _OVERRULED_MOVES.sub("", "".join(self._rewrite(output)))

    def _rewrite(self, output: str) -> Iterator[str]:
        current, wanted = self._style, self._style
        end = 0
        for codes in _CODES.finditer(output):
            if end < codes.start():
                text = output[end : codes.start()]
                if wanted is not None and not _NEEDS_NO_STYLE.fullmatch(text):
                    needed = _needed_for(text, current, wanted)
                    yield self._change(current, needed)
                    current = needed
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


def _needed_for(text: str, current: _Style | None, wanted: _Style) -> _Style:
    """Return the style that a text needs: of spaces, all but the background may stay."""
    if (
        current is None
        or (current.attributes | wanted.attributes) & _SHOWN_ON_BLANK
        or not _BLANK.fullmatch(text)
    ):
        return wanted
    return current._replace(background=wanted.background)


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
    values = codes.split(";") if codes else ["0"]
    while values:
        following = _read_code(style, int(values.pop(0) or 0), values)
        if following is None:
            return None
        style = following
    return style


def _read_code(style: _Style, code: int, following: list[str]) -> _Style | None:
    """Return a style after one code, which takes what it needs from the values after it."""
    if code == 0:
        return _PLAIN
    if code in _OFF:
        return style._replace(attributes=style.attributes | {code})
    if code in _OFF.values():
        left = frozenset(each for each in style.attributes if _OFF[each] != code)
        return style._replace(attributes=left)
    ground = _GROUNDS.get(code)
    if ground is None:
        return None
    color = str(code)
    if code in _EXTENDED:
        length = _EXTENDED_LENGTHS.get(following[0] if following else "", 0)
        if not length or len(following) < length:
            return None
        color = ";".join([color, *following[:length]])
        del following[:length]
    if ground == "foreground":
        return style._replace(foreground=color)
    return style._replace(background=color)
