"""Every key of the ladder screen, and which of them work now."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

from reader.app.key_table import LINKS, LOOK, MOVE, OUT, first_key
from reader.app.ladder.ladder_state import LadderState
from reader.app.widgets.line_widget import Line

QUOTES = Binding.Group("Quotes and rungs")


def _key(
    keys: str, action: str, name: str, explained: str, group: Binding.Group, *, footer: str = ""
) -> Binding:
    """A binding; `footer` is its word in the key line, where it has one."""
    return Binding(
        keys,
        action,
        footer or name,
        show=bool(footer),
        tooltip=explained,
        id=f"ladder.{name}",
        group=group,
    )


LADDER_KEYS: list[Binding] = [
    _key(
        "j,down", "step(1)", "next", "Next quote; in one column, next rung", QUOTES, footer="quote"
    ),
    _key("k,up", "step(-1)", "previous", "Previous quote, or rung", QUOTES, footer="quote"),
    _key("n", "quote(1)", "next-quote", "Next quote", QUOTES, footer="quote"),
    _key("N", "quote(-1)", "previous-quote", "Previous quote", QUOTES, footer="quote"),
    _key("l,right,tab", "rung(1)", "next-rung", "Next rung: a slighter version", QUOTES,
         footer="rung"),
    _key("h,left,shift+tab", "rung(-1)", "previous-rung", "Previous rung: a fuller version",
         QUOTES, footer="rung"),
    _key("g,home", "end(-1)", "top", "First quote; in one column, first rung", QUOTES),
    _key("G,end", "end(1)", "end", "Last quote, or rung", QUOTES),
    *(
        _key(
            str(number),
            f"article({number})",
            f"article-{number}",
            f"The rung of article {number}",
            QUOTES,
        )
        for number in range(1, 10)
    ),
    _key("Q", "list", "list", "The list of quotes, where there is one column",
         QUOTES, footer="list"),
    _key("plus", "alone", "alone", "List the quotes of one article only as well", QUOTES,
         footer="only one"),
    _key("S", "sort", "sort", "Sort the list: most outlets, most changed, speaker", QUOTES),
    _key("J,shift+down", "scroll(1)", "line-down", "One line down", MOVE),
    _key("K,shift+up", "scroll(-1)", "line-up", "One line up", MOVE),
    _key("space,pagedown,ctrl+f", "page(1)", "page-down", "A page down", MOVE),
    _key("pageup,ctrl+b", "page(-1)", "page-up", "A page up", MOVE),
    _key("ctrl+d", "page(0.5)", "half-down", "Half a page down", MOVE),
    _key("ctrl+u,u", "page(-0.5)", "half-up", "Half a page up", MOVE),
    _key("enter", "open", "open", "Go to this version in its article", LINKS, footer="open"),
    _key("escape,q,c", "back", "back", "Back: to the ladder, to the articles", OUT,
         footer="back"),
    _key("d", "differences", "differences",
         "How differences are shown: struck out, word under word, off", LOOK, footer="words"),
    _key("b", "base", "base", "Compare with this rung; again: with the fullest", LOOK,
         footer="base"),
    _key("p", "pair", "pair", "This version and the base alone, side by side", LOOK,
         footer="pair"),
    _key("t", "theme", "theme", "Choose the colours", LOOK),
    _key("y", "copy", "copy", "Copy this version with its citation", OUT, footer="copy"),
    _key("?", "help", "keys", "All keys of this screen", OUT),
]  # fmt: skip

_RUNG_ACTIONS = {"rung", "article", "base", "pair", "differences"}
"""Actions that need the ladder on the screen."""
_COMPARING_ACTIONS = {"rung", "base", "pair", "differences"}
"""Actions that need more than one rung."""


def steps_quotes(state: LadderState, *, is_wide: bool) -> bool:
    """Return whether up and down go through the quotes, and not through the rungs."""
    return not state.is_pair and (is_wide or state.is_list_open)


def is_action_available(action: str, state: LadderState, *, is_wide: bool) -> bool:
    """Return whether an action can be done now.

    Args:
        action: its name without arguments.
        state: the state of the ladder.
        is_wide: whether list and ladder are shown side by side.
    """
    if action == "quote":
        return len(state.quotes) + bool(state.ladders.single) > 1
    if action == "list":
        return not is_wide
    if state.is_list_open and not is_wide:
        return action not in _RUNG_ACTIONS
    return True


def list_working_keys(state: LadderState, *, is_wide: bool) -> list[tuple[str, str]]:
    """Return the (keys, word) of the key line: what works now, each word with all its keys."""
    steps = "quote" if steps_quotes(state, is_wide=is_wide) else "rung"
    keys: dict[str, str] = {}
    for binding in LADDER_KEYS:
        action = binding.action.partition("(")[0]
        if not binding.show or not is_action_available(action, state, is_wide=is_wide):
            continue
        is_done_by_step = action == steps
        is_without_other = len(state.rungs) == 1 and action in _COMPARING_ACTIONS
        if is_done_by_step or is_without_other:
            continue
        if action == "alone" and not state.ladders.single:
            continue
        word = {"step": steps, "list": "ladder" if state.is_list_open else "list"}.get(
            action, binding.description
        )
        key = first_key(binding)
        keys[word] = f"{keys[word]} {key}" if word in keys else key
    return [*((key, word) for word, key in keys.items()), ("?", "keys")]


def find_action_at(lines: Sequence[Line], column: int) -> str | None:
    """Return the action of the key at a column of the key line, or None.

    Args:
        lines: the lines of the key line, at most one.
        column: a cell of it, from 0.
    """
    at = 0
    for text, style in lines[0] if lines else ():
        if style == "key" and at <= column < at + len(text):
            keys = text.split(" ")
            pressed = keys[min(len(keys) - 1, (column - at) * len(keys) // len(text))]
            return next((b.action for b in LADDER_KEYS if first_key(b) == pressed), None)
        at += len(text)
    return None
