"""Every key of the differences screen, and which of them work now."""

from __future__ import annotations

from textual.binding import Binding

from reader.app.differences.difference_state import DifferenceState
from reader.app.key_table import (
    LINKS,
    LOOK,
    MOVE,
    NOTEBOOK,
    OUT,
    binding_name,
    describe_unbound_key,
    group_keys,
    index_bindings,
    make_binding,
)
from reader.app.screen_commands import action_of

ENTRIES = Binding.Group("Differences and articles")


def _key(name: str, explanation: str, group: Binding.Group, *, footer: str = "") -> Binding:
    """Return a binding of the screen; `footer` is its word in the key line, where it has one."""
    return make_binding(
        "differences",
        name,
        action_of(name),
        footer or name,
        explanation,
        group,
        is_shown=bool(footer),
    )


DIFFERENCE_KEYS: list[Binding] = [
    _key("next", "Next difference", ENTRIES, footer="difference"),
    _key("previous", "Previous difference", ENTRIES, footer="difference"),
    _key("open", "Read it there, with the other articles level", LINKS, footer="open side by side"),
    _key("next-pane", "The words of the next article", ENTRIES, footer="article"),
    _key("previous-pane", "The words of the article before", ENTRIES, footer="article"),
    _key("search", "List only differences with these words", ENTRIES, footer="filter"),
    _key("order", "Order: facts first, the story’s, most articles, surest first", ENTRIES,
         footer="order"),
    _key("copy", "Copy this difference in each article’s words, with citations", OUT,
         footer="copy"),
    _key("note", "Write a note on this difference, or edit it", NOTEBOOK, footer="note"),
    _key("reject", "Reject it: the articles do not differ in this", NOTEBOOK, footer="reject"),
    _key("undo", "Take back the last change of notes", NOTEBOOK),
    _key("top", "First difference", ENTRIES),
    _key("end", "Last difference", ENTRIES),
    *(
        _key(f"article-{number}", f"The words of article {number}", ENTRIES)
        for number in range(1, 10)
    ),
    _key("any-article", "The words of the article whose number or letter is pressed next",
         ENTRIES),
    _key("line-down", "Scroll one line down", MOVE),
    _key("line-up", "Scroll one line up", MOVE),
    _key("half-down", "Half a page down", MOVE),
    _key("half-up", "Half a page up", MOVE),
    _key("page-down", "A page down", MOVE),
    _key("page-up", "A page up", MOVE),
    _key("go-to", "Run a command by its name", MOVE),
    _key("back", "Back to where you came from", LINKS),
    _key("differences", "This list", LOOK),
    _key("theme", "Choose the colours", LOOK),
    _key("copied", "Say which file has the last copy", OUT),
    _key("commands", "All commands by name", OUT),
    _key("close", "List all differences again, or back to the articles", OUT, footer="back"),
    _key("quit", "Back, as Esc", OUT),
    _key("keys", "All keys of this screen", OUT, footer="keys"),
]  # fmt: skip

_BINDINGS = index_bindings(DIFFERENCE_KEYS)


def explain_unavailable(name: str, state: DifferenceState) -> str:
    """Return why a command cannot be done now; empty where it can.

    Args:
        name: the name of its meaning in the table of keys.
        state: the state of the screen.
    """
    is_alone = "There is only one difference." if len(state.listed) == 1 else ""
    reasons = {
        "next": is_alone,
        "previous": is_alone,
        "order": is_alone,
        "differences": "These are the differences: Esc leads back.",
    }
    return reasons.get(name, "")


def explain_key(key: str, state: DifferenceState) -> str:
    """Return why a key does nothing now; empty where it does something, or means nothing at all.

    Args:
        key: the key as Textual names it.
        state: the state of the screen.
    """
    binding = _BINDINGS.get(key)
    if binding is None:
        return describe_unbound_key(key) or ""
    return explain_unavailable(binding_name(binding), state)


def list_working_keys(state: DifferenceState) -> list[tuple[str, str]]:
    """Return the (keys, word) of the key line: what works now, each word with all its keys."""
    return group_keys(
        binding
        for binding in DIFFERENCE_KEYS
        if binding.show and not explain_unavailable(binding_name(binding), state)
    )
