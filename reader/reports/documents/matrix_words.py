"""The coverage matrix in words."""

from __future__ import annotations

from reader.reports.documents.wording import excerpt_words
from reader.reports.form_signs import FORM_WORDS
from reader.reports.place_names import name_article
from reader.story import MatrixCell, MatrixRow

MATRIX_SIGNS = (
    "· surely not there, ? perhaps there in other words, ░ shares copy with another, "
    "▲ states something otherwise than another."
)
_LEFT_OUT = "·"
_PERHAPS = "?"
_COPY = "░"
_DIFFERS = "▲"
_LABEL_WORDS = 12
_NAMED_COPY = 3
"""Articles with the same copy that are named."""


def name_row(row: MatrixRow) -> str:
    """Return the words that name a moment, in quotation marks where it is a quotation."""
    words = excerpt_words(row.label.text, _LABEL_WORDS)
    return f"“{words}”" if row.is_quotation else words


def name_copy(cell: MatrixCell) -> str:
    """Return in words with which articles a cell shares copy; of many how many; or nothing."""
    if not cell.copy:
        return ""
    if len(cell.copy) > _NAMED_COPY:
        return f"copy shared with {len(cell.copy)} articles"
    return f"copy shared with {', '.join(map(name_article, cell.copy))}"


def describe_cell(row: MatrixRow, article: int) -> str:
    """Return how an article (position) reports a moment, in a few words: `quoted ¶3 ▲`."""
    cell = row.cell(article)
    if cell is None:
        return _LEFT_OUT if article in row.left_out_by else _PERHAPS
    numbers = dict.fromkeys(f"¶{passage.number}" for passage in cell.passages)
    signs = [sign for sign, is_so in ((_COPY, cell.copy), (_DIFFERS, cell.differs)) if is_so]
    return " ".join((FORM_WORDS[cell.form], *numbers, *signs))
