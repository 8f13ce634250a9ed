"""Quotation marks as printed: their families, and where they are in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from reader.text.quote_signs import (
    ANGLES,
    CORNERS,
    DOUBLE_SIGNS,
    LEFT_CORNERS,
    QUOTE_SIGNS,
    RIGHT_CORNERS,
    SINGLE_SIGNS,
    UNMISTAKABLE_SIGNS,
)


class MarkFamily(IntEnum):
    """Marks that open and close each other."""

    DOUBLE = 0
    ANGLE = 1
    CORNER = 2
    SINGLE = 3


class PrintedMark(NamedTuple):
    """One quotation mark of a text: `text[start:end]`."""

    start: int
    end: int
    sign: str

    @property
    def family(self) -> MarkFamily:
        """The marks that it can pair with."""
        return _FAMILIES[self.sign]


CLOSING_CORNERS = dict(zip(LEFT_CORNERS, RIGHT_CORNERS, strict=True))
"""Corner brackets that open, with the one that closes each."""
SPACES = " \u00a0\u202f\u2009\t"
BEFORE_OPENING = frozenset(SPACES + "([{—–-/")
"""Characters after which a mark is set as an opening one."""
AFTER_CLOSING = frozenset(SPACES + ")]}—–-.,;:!?…/")
"""Characters before which a mark is set as a closing one."""

_FAMILIES = {
    **dict.fromkeys([*DOUBLE_SIGNS, "''", "``"], MarkFamily.DOUBLE),
    **dict.fromkeys(ANGLES, MarkFamily.ANGLE),
    **dict.fromkeys(CORNERS, MarkFamily.CORNER),
    **dict.fromkeys(SINGLE_SIGNS, MarkFamily.SINGLE),
}
# A row of nine marks and more is an ornament. A single mark between two letters is an apostrophe.
_ORNAMENT = rf"(?P<ornament>[{QUOTE_SIGNS}`](?: ?[{QUOTE_SIGNS}`]){{8,}})|"
_MARK = re.compile(
    _ORNAMENT + f"[{UNMISTAKABLE_SIGNS}‘‚]"
    r"|'(?=''(?!'))|''|``|(?<![^\W_])['’]|['’](?![^\W_])"
)


def find_marks(text: str, start: int, end: int) -> Iterator[PrintedMark]:
    """Yield the marks of a line that may be quotation marks, in order."""
    for match in _MARK.finditer(text, start, end):
        if match.lastgroup is None:
            yield PrintedMark(match.start(), match.end(), match.group())
