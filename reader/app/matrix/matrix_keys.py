"""Every key of the matrix screen, and which of them work now."""

from __future__ import annotations

from textual.binding import Binding

from reader.app.key_table import (
    LINKS,
    LOOK,
    MOVE,
    OUT,
    binding_name,
    describe_unbound_key,
    group_keys,
    index_bindings,
    make_binding,
)
from reader.app.matrix.cell_text import QUOTING_FORMS
from reader.app.matrix.matrix_state import MatrixState
from reader.app.screen_commands import action_of
from reader.app.themes.signs import article_mark
from reader.articles import Place
from reader.story.matrix import MatrixCell

TABLE = Binding.Group("Moments and articles")


def _key(name: str, explanation: str, group: Binding.Group, *, footer: str = "") -> Binding:
    """Return a binding of the matrix; `footer` is its word in the key line, where it has one."""
    return make_binding(
        "matrix", name, action_of(name), footer or name, explanation, group, is_shown=bool(footer)
    )


MATRIX_KEYS: list[Binding] = [
    _key("next", "Next moment", TABLE, footer="moment"),
    _key("previous", "Previous moment", TABLE, footer="moment"),
    _key("open", "Read it there: in this article, with the others level", LINKS,
         footer="read"),
    _key("next-pane", "The article to the right", TABLE, footer="article"),
    _key("previous-pane", "The article to the left", TABLE, footer="article"),
    _key("only-one", "List the moments told once as well, or fold them", TABLE,
         footer="told once"),
    _key("search", "List only moments with these words, in these articles or not in them",
         TABLE, footer="filter"),
    _key("order", "Order: the story’s, this article’s, most outlets, most differences", TABLE,
         footer="order"),
    _key("differences", "What the articles state otherwise, from this moment on", LINKS,
         footer="differences"),
    _key("compare", "How each article carries this quote", LINKS, footer="quote"),
    _key("copy", "Copy this moment as each article tells it, with citations", OUT, footer="copy"),
    _key("report", "Save a report of this moment, or of all", OUT, footer="report"),
    _key("top", "First moment", TABLE),
    _key("end", "Last moment", TABLE),
    *(
        _key(f"article-{number}", f"The column of article {number}", TABLE)
        for number in range(1, 10)
    ),
    _key("any-article",
         "The column of the article whose number or letter is pressed next", TABLE),
    _key("line-down", "Scroll one line down", MOVE),
    _key("line-up", "Scroll one line up", MOVE),
    _key("half-down", "Half a page down", MOVE),
    _key("half-up", "Half a page up", MOVE),
    _key("page-down", "A page down", MOVE),
    _key("page-up", "A page up", MOVE),
    _key("go-to", "Read a paragraph of this article by its number, or run a command by its name",
         MOVE),
    _key("back", "Back to where you came from", LINKS),
    _key("matrix", "This table", LOOK),
    _key("theme", "Choose the colours", LOOK),
    _key("copied", "Say which file has the last copy", OUT),
    _key("commands", "All commands by name", OUT),
    _key("close", "List all moments again, or back to the articles", OUT, footer="back"),
    _key("quit", "Back, as Esc", OUT),
    _key("keys", "All keys of this screen", OUT, footer="keys"),
]  # fmt: skip

_BINDINGS = index_bindings(MATRIX_KEYS)


def explain_unavailable(name: str, state: MatrixState) -> str:
    """Return why a command cannot be done now; empty where it can.

    Args:
        name: the name of its meaning in the table of keys.
        state: the state of the matrix.
    """
    has_one_line = len(state.lines) == 1
    reasons = {
        "next": "There is only one moment." if has_one_line else "",
        "previous": "There is only one moment." if has_one_line else "",
        "only-one": "" if state.rows.single else "Every moment is in more than one article.",
        "open": _explain_open(state),
        "compare": "" if find_quoting_cell(state) else "No article quotes this.",
        "differences": "" if _has_differences(state) else "No difference is found.",
        "copy": "" if state.row else "Select a moment to copy it.",
        "matrix": "This is the matrix: Esc leads back.",
    }
    return reasons.get(name, "")


def find_quoting_cell(state: MatrixState) -> MatrixCell | None:
    """Return the cell whose quote is compared: the selected one, else the first that quotes."""
    row, cell = state.row, state.cell
    if row is None:
        return None
    cells = row.cells if cell is None else (cell, *row.cells)
    return next((each for each in cells if each.form in QUOTING_FORMS), None)


def find_paragraph(state: MatrixState, number: int) -> Place | None:
    """Return the place of a paragraph of the selected article by its number; None without one."""
    paragraphs = state.rows.articles[state.article].paragraphs
    position = next((at for at, each in enumerate(paragraphs) if each.number == number), None)
    return None if position is None else Place(state.article, position)


def explain_key(key: str, state: MatrixState) -> str:
    """Return why a key does nothing now; empty where it does something, or means nothing at all.

    Args:
        key: the key as Textual names it.
        state: the state of the matrix.
    """
    binding = _BINDINGS.get(key)
    if binding is None:
        return describe_unbound_key(key) or ""
    return explain_unavailable(binding_name(binding), state)


def list_working_keys(state: MatrixState) -> list[tuple[str, str]]:
    """Return the (keys, word) of the key line: what works now, each word with all its keys."""
    return group_keys(
        binding
        for binding in MATRIX_KEYS
        if binding.show and not explain_unavailable(binding_name(binding), state)
    )


def _explain_open(state: MatrixState) -> str:
    if state.row is None or state.cell_to_read is not None:
        return ""
    article, mark = state.article, article_mark(state.article)
    if article not in state.row.left_out_by:
        return f"[{mark}] perhaps has this in other words; where is not known."
    return f"[{mark}] does not have this: h and l lead to an article that has."


def _has_differences(state: MatrixState) -> bool:
    return any(row.differences for row in state.rows.matrix.rows)
