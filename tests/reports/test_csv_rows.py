"""Rows of CSV, which a spreadsheet must not run."""

from __future__ import annotations

import csv
import io

import pytest

from reader.reports.csv_rows import LONGEST_CELL, format_csv_row


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1+1", "\n=1", "＝1", '=HYPERLINK("x")']
)
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    [[read]] = csv.reader(io.StringIO(format_csv_row([cell])), strict=True)
    assert read == f"'{cell}"


def test_other_cells_are_as_they_are() -> None:
    cells = ["a, b", 'says "no"', "3-4", "x=1", "two\nlines", 0.5, None]
    [read] = csv.reader(io.StringIO(format_csv_row(cells)), strict=True)
    assert read == ["a, b", 'says "no"', "3-4", "x=1", "two\nlines", "0.5", ""]


def test_a_cell_that_no_spreadsheet_can_hold_is_cut_and_shows_it() -> None:
    cells = ["a" * LONGEST_CELL, "b" * (LONGEST_CELL + 1), "=" * LONGEST_CELL]
    [whole, cut, formula] = next(csv.reader(io.StringIO(format_csv_row(cells)), strict=True))
    assert whole == cells[0]
    assert cut == "b" * (LONGEST_CELL - 1) + "…"
    assert (len(formula), formula[:2], formula[-1]) == (LONGEST_CELL, "'=", "…")
