"""The text of a cell of the matrix: letters, signs and words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reader.app.matrix.listed_rows import ListedRows
from reader.app.matrix.matrix_layout import CellForm, MatrixLayout
from reader.app.themes.signs import Signs
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Part
from reader.reports.form_signs import FORM_SIGNS, FORM_WORDS
from reader.story.matrix.coverage_matrix import ArticleSection, MatrixCell, MatrixRow, MomentForm

SECTION_WORDS = {
    ArticleSection.HEADLINE: "headline",
    ArticleSection.STANDFIRST: "standfirst",
    ArticleSection.FIRST_THIRD: "first third",
    ArticleSection.MIDDLE_THIRD: "middle third",
    ArticleSection.LAST_THIRD: "last third",
}
_SHORT_FORMS = {
    MomentForm.QUOTED: "quoted",
    MomentForm.PARTLY_QUOTED: "in part",
    MomentForm.INDIRECT: "indirect",
    MomentForm.REPORTED: "reported",
    MomentForm.PLANNED: "planned",
    MomentForm.MENTIONED: "mentioned",
}
"""For the legend."""
_SEVERAL = "+"
"""Beside the number of a cell with more passages than one."""
QUOTING_FORMS = frozenset({MomentForm.QUOTED, MomentForm.PARTLY_QUOTED, MomentForm.INDIRECT})
"""The forms of an utterance, which has a ladder."""


def draw_cell(row: MatrixRow, article: int, layout: MatrixLayout, *, is_selected: bool) -> Part:
    """Return the text of a cell, as wide as its column without the cell before it.

    Args:
        row: the moment.
        article: the position of the article.
        layout: the columns.
        is_selected: whether it is the selected cell of the table.
    """
    cell = row.cell(article)
    if cell is None:
        is_perhaps = article not in row.left_out_by
        text = layout.signs.perhaps if is_perhaps else layout.signs.dot
        if article in row.probably_in:
            text = layout.signs.probably
        style = "" if is_perhaps else "muted"
    else:
        text = _write_cell(row, cell, layout)
        style = hue_name(article)
        if cell.form is MomentForm.QUOTED:
            style += " strong"
    return (text.ljust(layout.cell_width), f"{style} current".strip() if is_selected else style)


def differs_sign(row: MatrixRow, cell: MatrixCell, signs: Signs) -> str:
    """Return the sign of a cell that differs in a fact or in words; empty where it does not.

    A fact goes before other words, also those of a quotation.
    """
    own = [each for each in row.differences if cell.article in each.articles]
    if any(each.kind.is_fact for each in own):
        return signs.differs
    return signs.other_words if own else ""


def letter_legend() -> tuple[tuple[str, str], ...]:
    """Return the (letter, meaning) of every form that a cell may have, short."""
    return tuple((letter, _SHORT_FORMS[form]) for form, letter in FORM_SIGNS.items())


def sign_legend(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the (sign, meaning) of everything else that a cell may have, short."""
    return (
        (signs.dot, "no"),
        (signs.perhaps, "perhaps"),
        (signs.probably, "probably"),
        (signs.shared_copy, "copy"),
        (signs.differs, "differs"),
        (signs.other_words, "other words"),
        (_SEVERAL, "several"),
    )


@lru_cache(maxsize=4)
def list_cell_signs(rows: ListedRows, signs: Signs) -> frozenset[str]:
    """Return every letter and sign that a cell of the listed rows has."""
    found: set[str] = set()
    for row in (*rows.shared, *rows.single):
        found.update(_list_row_signs(row, signs))
    return frozenset(found)


def _list_row_signs(row: MatrixRow, signs: Signs) -> Iterator[str]:
    if row.left_out_by:
        yield signs.dot
    if row.probably_in:
        yield signs.probably
    if len(row.perhaps_in) > len(row.probably_in):
        yield signs.perhaps
    for cell in row.cells:
        yield FORM_SIGNS[cell.form]
        if len(cell.passages) > 1:
            yield _SEVERAL
        if cell.copy:
            yield signs.shared_copy
        if row.differences:
            yield differs_sign(row, cell, signs)


def sign_meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the (letter or sign, meaning) of everything that the table has, for the help."""
    return (
        *((letter, FORM_WORDS[form]) for form, letter in FORM_SIGNS.items()),
        (signs.dot, "surely not told by this article"),
        (signs.probably, "probably told: a passage of it is probably the same"),
        (signs.perhaps, "perhaps told, in other words or another language"),
        ("12", "number of the first paragraph that has it"),
        (_SEVERAL, "in several passages"),
        (signs.shared_copy, "shares a run of words with another article, beside what they quote"),
        (signs.differs, "states a fact otherwise than another article"),
        (signs.other_words, "has other words in the same place, or in the same quotation"),
        (signs.note, "you wrote a note on a paragraph of it; the words are below"),
        (signs.rejected, "you rejected something of it: a link, a difference, a version"),
    )


def _write_cell(row: MatrixRow, cell: MatrixCell, layout: MatrixLayout) -> str:
    letter, number = FORM_SIGNS[cell.form], cell.passages[0].number
    sign = differs_sign(row, cell, layout.signs)
    several = _SEVERAL if len(cell.passages) > 1 else ""
    copy = layout.signs.shared_copy if cell.copy else ""
    if layout.form is CellForm.FULL:
        return f"{letter}{number:>{layout.digits}}{several or ' '}{copy or ' '}{sign}"
    # Where one sign has room, copy goes before other words, and a fact before both.
    one = sign if sign == layout.signs.differs else copy or sign or several
    number_text = "" if layout.form is CellForm.LETTER else f"{number:>{layout.digits}}"
    return f"{letter}{number_text}{one}"
