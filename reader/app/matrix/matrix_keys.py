"""The keys of the matrix screen, and which of them work now."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

from reader.app.key_table import LINKS, LOOK, MOVE, NOTEBOOK, OUT
from reader.app.matrix.cell_text import QUOTING_FORMS
from reader.app.matrix.matrix_state import MatrixState
from reader.app.row_screens.screen_keys import (
    Obstacles,
    article_keys,
    general_keys,
    screen_key,
    scroll_keys,
    whole_story_keys,
)
from reader.app.themes.signs import article_mark
from reader.story.matrix.coverage_matrix import MatrixCell

TABLE = Binding.Group("Moments and articles")

_key = partial(screen_key, "matrix")

MATRIX_KEYS: list[Binding] = [
    _key("next", "Next moment", TABLE, footer="moment"),
    _key("previous", "Previous moment", TABLE, footer="moment"),
    _key("open", "Read it there: in this article, with the others level", LINKS,
         footer="read"),
    _key("next-pane", "The article to the right", TABLE, footer="article"),
    _key("previous-pane", "The article to the left", TABLE, footer="article"),
    _key("only-one", "List the moments in one article only as well, or fold them", TABLE,
         footer="one article"),
    _key("search", "List only moments with these words, in these articles or not in them",
         TABLE, footer="filter"),
    _key("order", "Order: the story’s, this article’s, most outlets, most differences", TABLE,
         footer="order"),
    _key("differences", "What the articles state otherwise, from this moment on", LINKS,
         footer="differences"),
    _key("compare", "How each article carries this quote", LINKS, footer="quote"),
    _key("copy", "Copy this moment in each article's words, with citations", OUT, footer="copy"),
    _key("note", "Write a note on this paragraph, or edit it", NOTEBOOK, footer="note"),
    _key("reject", "Reject a link of this cell, or a difference of this moment", NOTEBOOK,
         footer="reject"),
    _key("undo", "Take back the last change of notes", NOTEBOOK),
    _key("report", "Save a report of this moment, or of all", OUT, footer="report"),
    _key("top", "First moment", TABLE),
    _key("end", "Last moment", TABLE),
    *article_keys("matrix", "The column of", TABLE),
    *scroll_keys("matrix"),
    _key("go-to", "Read a paragraph of this article by its number, or run a command by its name",
         MOVE),
    _key("back", "Back to where you came from", LINKS),
    _key("matrix", "This table", LOOK),
    *whole_story_keys("matrix"),
    *general_keys("matrix", "List all moments again, or back to the articles"),
]  # fmt: skip


def find_obstacles(state: MatrixState) -> Obstacles:
    """Return the reasons why commands are unavailable now, by command name."""
    is_alone = "There is only one moment." if len(state.lines) == 1 else ""
    return {
        "next": is_alone,
        "previous": is_alone,
        "only-one": "" if state.rows.single else "Every moment is in more than one article.",
        "open": _explain_open(state),
        "note": _explain_open(state) if state.row else "Select a moment to write a note on it.",
        "compare": "" if find_quoting_cell(state) else "No article quotes this.",
        "differences": "" if _has_differences(state) else "No difference is found.",
        "copy": "" if state.row else "Select a moment to copy it.",
        "matrix": "This is the matrix: Esc leads back.",
    }


def find_quoting_cell(state: MatrixState) -> MatrixCell | None:
    """Return the cell whose quote is compared: the selected one, else the first that quotes."""
    row, cell = state.row, state.cell
    if row is None:
        return None
    cells = row.cells if cell is None else (cell, *row.cells)
    return next((each for each in cells if each.form in QUOTING_FORMS), None)


def _explain_open(state: MatrixState) -> str:
    if state.row is None or state.cell_to_read is not None:
        return ""
    article, mark = state.article, article_mark(state.article)
    if article in state.row.probably_in:
        return f"[{mark}] probably has this: a passage of it is probably the same."
    if article not in state.row.left_out_by:
        return f"[{mark}] perhaps has this in other words; where is not known."
    return f"[{mark}] does not have this: h and l lead to an article that has."


def _has_differences(state: MatrixState) -> bool:
    return any(row.differences for row in state.rows.matrix.rows)
