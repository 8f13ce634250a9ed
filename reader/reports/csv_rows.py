"""Rows of CSV for a spreadsheet, which runs none of their cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with: a spreadsheet would run it."""


def format_csv_row(cells: Iterable[object]) -> str:
    """Return one row without its end; an empty cell for None."""
    line = io.StringIO()
    texts = ["" if cell is None else str(cell) for cell in cells]
    # An apostrophe in front makes text of what a spreadsheet would take for a formula.
    safe = [f"'{text}" if text.startswith(_FORMULA_SIGNS) else text for text in texts]
    csv.writer(line, lineterminator="").writerow(safe)
    return line.getvalue()
