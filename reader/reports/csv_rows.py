"""Rows of CSV, protected from being run as formulas by a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_LINE_END = "\r\n"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Signs that a cell must not begin with, also after spaces: a spreadsheet would run it."""


LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet can have; it would lose the rest, or refuse the file."""
_CUT = "…"


def format_csv_row(cells: Iterable[object]) -> str:
    """Return one row without its end; an empty cell for None, a longer one cut with `…`."""
    line = io.StringIO()
    texts = ["" if cell is None else str(cell) for cell in cells]
    # An apostrophe in front makes a spreadsheet read a formula as text.
    safe = [f"'{text}" if text.lstrip(" \n").startswith(_FORMULA_SIGNS) else text for text in texts]
    safe = list(map(_cut, safe))
    # Only what is in the line end is quoted where it is in a cell.
    csv.writer(line, lineterminator=_LINE_END).writerow(safe)
    return line.getvalue()[: -len(_LINE_END)]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT
