"""Every key of the ladder screen, and which of them work now."""

from __future__ import annotations

from textual.binding import Binding

from reader.app.key_table import (
    LINKS,
    LOOK,
    MOVE,
    NOTEBOOK,
    OUT,
    describe_unbound_key,
    group_keys,
    index_bindings,
    make_binding,
)
from reader.app.ladder.ladder_state import LadderState

QUOTES = Binding.Group("Quotes and rungs")


def _key(
    name: str, action: str, explanation: str, group: Binding.Group, *, footer: str = ""
) -> Binding:
    """Return a binding of the ladder; `footer` is its word in the key line, where it has one."""
    return make_binding(
        "ladder", name, action, footer or name, explanation, group, is_shown=bool(footer)
    )


LADDER_KEYS: list[Binding] = [
    _key("next", "quote(1)", "Next quote", QUOTES, footer="quote"),
    _key("previous", "quote(-1)", "Previous quote", QUOTES, footer="quote"),
    _key("next-pane", "rung(1)", "Next rung: a slighter version", QUOTES, footer="rung"),
    _key("previous-pane", "rung(-1)", "Previous rung: a fuller version", QUOTES, footer="rung"),
    _key("top", "end(-1)", "First quote", QUOTES),
    _key("end", "end(1)", "Last quote", QUOTES),
    *(
        _key(f"article-{number}", f"article({number})", f"The version of article {number}", QUOTES)
        for number in range(1, 10)
    ),
    _key("any-article", "any_article",
         "The version of the article whose number or letter is pressed next", QUOTES),
    _key("all-quotes", "list", "The list of all quotes", QUOTES, footer="list"),
    _key("compare", "ladder", "The ladder of this quote", QUOTES),
    _key("only-one", "fold", "List the quotes of one article only as well", QUOTES,
         footer="only one"),
    _key("order", "sort", "Sort the list: most outlets, most changed, speaker, outlet, kind",
         QUOTES),
    _key("search", "filter", "List only quotes with these words, this speaker, outlet or form",
         QUOTES, footer="filter"),
    _key("line-down", "scroll(1)", "One line down", MOVE),
    _key("line-up", "scroll(-1)", "One line up", MOVE),
    _key("half-down", "page(0.5)", "Half a page down", MOVE),
    _key("half-up", "page(-0.5)", "Half a page up", MOVE),
    _key("page-down", "page(1)", "A page down", MOVE),
    _key("page-up", "page(-1)", "A page up", MOVE),
    _key("go-to", "command", "Go to a paragraph by its number, or run a command by its name", MOVE),
    _key("open", "open", "Go to this version in its article", LINKS, footer="open"),
    _key("back", "back", "Back to where you came from", LINKS),
    _key("close", "back", "Back: to the ladder, to the articles", OUT, footer="back"),
    _key("quit", "back", "Back, as Esc", OUT),
    _key("word-by-word", "style", "How differences are shown: struck out, word under word, off",
         LOOK, footer="words"),
    _key("base", "base", "Compare with this rung; again: with the fullest", LOOK, footer="base"),
    _key("zoom", "pair", "This version and the base alone, or the whole ladder", LOOK,
         footer="pair"),
    _key("note", "note", "Write a note on this version, or edit it", NOTEBOOK, footer="note"),
    _key("reject", "reject", "Reject this version or its speaker, or name the speaker", NOTEBOOK,
         footer="reject"),
    _key("undo", "undo", "Take back the last change of notes", NOTEBOOK),
    _key("theme", "theme", "Choose the colours", LOOK),
    _key("copy", "copy", "Copy this version with its citation", OUT, footer="copy"),
    _key("report", "report", "Save a report of this quotation, as a card too, or of all", OUT,
         footer="report"),
    _key("commands", "palette", "All commands by name", OUT),
    _key("keys", "help", "All keys of this screen", OUT, footer="keys"),
]  # fmt: skip

_BINDINGS = index_bindings(LADDER_KEYS)
_RUNG_ACTIONS = {"rung", "article", "any_article", "base", "pair", "style", "note", "reject"}
"""Actions that need the ladder on the screen."""
_COMPARING_ACTIONS = {"rung", "base", "pair", "style"}
"""Actions that need more than one rung to show anything new."""


def explain_unavailable(action: str, state: LadderState, *, is_wide: bool) -> str:
    """Return why an action cannot be done now; empty where it can.

    Args:
        action: its name without arguments.
        state: the state of the ladder.
        is_wide: whether list and ladder are shown side by side.
    """
    is_list_alone = state.is_list_open and not is_wide
    if is_list_alone and action in _RUNG_ACTIONS:
        return "Enter opens the ladder of this quote first."
    reasons = {
        "quote": "There is only one quote." if state.has_one_row else "",
        "fold": "" if state.ladders.single else "Every quote is in more than one article.",
        "list": _explain_list(state, is_wide=is_wide),
        "ladder": "" if is_list_alone or state.is_pair else "This is the ladder of this quote.",
        "base": ""
        if state.can_be_base
        else "A version in the reporter’s own words cannot be the base.",
        "pair": "There is no other version to put beside it." if len(state.rungs) == 1 else "",
    }
    return reasons.get(action, "")


def explain_key(key: str, state: LadderState, *, is_wide: bool) -> str:
    """Return why a key does nothing now; empty where it does something, or means nothing at all.

    Args:
        key: the key as Textual names it.
        state: the state of the ladder.
        is_wide: as for `explain_unavailable`.
    """
    binding = _BINDINGS.get(key)
    if binding is None:
        return describe_unbound_key(key) or ""
    return explain_binding(binding, state, is_wide=is_wide)


def explain_binding(binding: Binding, state: LadderState, *, is_wide: bool) -> str:
    """Return why the action of a binding cannot be done now; empty where it can."""
    return explain_unavailable(_action_name(binding), state, is_wide=is_wide)


def list_working_keys(state: LadderState, *, is_wide: bool) -> list[tuple[str, str]]:
    """Return the (keys, word) of the key line: what works now, each word with all its keys."""
    has_others = len(state.rungs) > 1
    return group_keys(
        binding
        for binding in LADDER_KEYS
        if binding.show
        and (has_others or _action_name(binding) not in _COMPARING_ACTIONS)
        and not explain_binding(binding, state, is_wide=is_wide)
    )


def _explain_list(state: LadderState, *, is_wide: bool) -> str:
    if is_wide:
        return "" if state.is_pair else "The list of quotes is beside the ladder."
    return "This is the list of all quotes." if state.is_list_open else ""


def _action_name(binding: Binding) -> str:
    return binding.action.partition("(")[0]
