"""The coverage matrix for other programs: as JSON lines and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reader.coverage import Coverage
from reader.reports.csv_rows import format_csv_row
from reader.story import CoverageMatrix, MatrixCell, MatrixRow

LEFT_OUT = "left_out"
PERHAPS = "perhaps"
PROBABLY = "probably"
_COLUMNS = (
    "order",
    "moment",
    "label",
    "article",
    "form",
    "section",
    "paragraphs",
    "copy",
    "differs",
)


def format_matrix_as_json(coverage: Coverage) -> Iterator[str]:
    """Yield a JSON object for every row, in the story's order.

    The keys: `moment`, the number of the moment or null where one article alone reports it;
    `label`, printed words, and `quoted`, whether they are words of a quotation; `order`, from 1;
    `articles`, those that report it, each with `article` (its source), `form`, `section`,
    `passages` (`paragraph`, `start` and `end` in the text of that paragraph), `copy`, the sources
    of the articles with which it shares a run of words, and `differs`; `left_out_by`, `perhaps_in`
    and `probably_in`, the sources of the articles that surely don't report it, of those that may,
    and of those among the latter that probably do.
    """
    matrix = coverage.matrix
    for row in matrix.rows:
        yield json.dumps(
            {
                "moment": row.moment,
                "label": row.label.text,
                "quoted": row.is_quotation,
                "order": row.number,
                "articles": [_cell_record(matrix, cell) for cell in row.cells],
                "left_out_by": _list_sources(matrix, row.left_out_by),
                "perhaps_in": _list_sources(matrix, row.perhaps_in),
                "probably_in": _list_sources(matrix, row.probably_in),
            }
        )


def format_matrix_as_csv(coverage: Coverage) -> Iterator[str]:
    """Yield a heading, and for every row of the matrix a row for each article.

    The form of an article that doesn't report it is `left_out`, `perhaps` or `probably`.
    """
    yield format_csv_row(_COLUMNS)
    matrix = coverage.matrix
    for row in matrix.rows:
        first = (row.number, row.moment, row.label.text)
        for position, article in enumerate(matrix.articles):
            yield format_csv_row((*first, article.source, *_describe(matrix, row, position)))


def _describe(matrix: CoverageMatrix, row: MatrixRow, position: int) -> tuple[object, ...]:
    cell = row.cell(position)
    if cell is None:
        likely = PROBABLY if position in row.probably_in else PERHAPS
        return (LEFT_OUT if position in row.left_out_by else likely, "", "", "", "")
    numbers = " ".join(str(number) for number in cell.paragraph_numbers)
    copy = "; ".join(_list_sources(matrix, cell.copy))
    return (cell.form.value, cell.section.value, numbers, copy, str(cell.differs).lower())


def _cell_record(matrix: CoverageMatrix, cell: MatrixCell) -> dict[str, Any]:
    return {
        "article": matrix.articles[cell.article].source,
        "form": cell.form.value,
        "section": cell.section.value,
        "passages": [
            {"paragraph": passage.number, "start": passage.start, "end": passage.end}
            for passage in cell.passages
        ],
        "copy": _list_sources(matrix, cell.copy),
        "differs": cell.differs,
    }


def _list_sources(matrix: CoverageMatrix, positions: Sequence[int]) -> list[str]:
    return [matrix.articles[position].source for position in positions]
