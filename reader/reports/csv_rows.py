"""Rows of CSV for a spreadsheet, which runs none of their cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_LINE_END = "\r\n"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a cell must not begin with, also after spaces: a spreadsheet would run it."""


def format_csv_row(cells: Iterable[object]) -> str:
    """Return one row without its end; an empty cell for None."""
    line = io.StringIO()
    texts = ["" if cell is None else str(cell) for cell in cells]
    # An apostrophe in front makes text of what a spreadsheet would take for a formula.
    safe = [f"'{text}" if text.lstrip(" \n").startswith(_FORMULA_SIGNS) else text for text in texts]
    # Only what is in the line end is quoted where it is in a cell.
    csv.writer(line, lineterminator=_LINE_END).writerow(safe)
    return line.getvalue()[: -len(_LINE_END)]
