"""The keys of the differences screen, and which of them work now."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

from reader.app.differences.difference_state import DifferenceState
from reader.app.key_table import LINKS, LOOK, MOVE, NOTEBOOK, OUT
from reader.app.row_screens.screen_keys import (
    Obstacles,
    article_keys,
    general_keys,
    screen_key,
    scroll_keys,
)

ENTRIES = Binding.Group("Differences and articles")

_key = partial(screen_key, "differences")

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
    *article_keys("differences", "The words of", ENTRIES),
    *scroll_keys("differences"),
    _key("go-to", "Run a command by its name", MOVE),
    _key("back", "Back to where you came from", LINKS),
    _key("differences", "This list", LOOK),
    *general_keys("differences", "List all differences again, or back to the articles"),
]  # fmt: skip


def find_obstacles(state: DifferenceState) -> Obstacles:
    """Return the reasons why commands are unavailable now, by command name."""
    is_alone = "There is only one difference." if len(state.listed) == 1 else ""
    return {
        "next": is_alone,
        "previous": is_alone,
        "order": is_alone,
        "differences": "These are the differences: Esc leads back.",
    }
