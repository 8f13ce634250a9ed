"""The keys of the screen of text versions, and which of them work now."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

from reader.app.key_table import LINKS, LOOK, MOVE, OUT
from reader.app.row_screens.screen_keys import (
    Obstacles,
    article_keys,
    general_keys,
    screen_key,
    scroll_keys,
)
from reader.app.text_versions.text_version_state import TextVersionState

ENTRIES = Binding.Group("Versions and changes")

_key = partial(screen_key, "versions")

TEXT_VERSION_KEYS: list[Binding] = [
    _key("next", "Next change, or paragraph of the whole text", ENTRIES, footer="change"),
    _key("previous", "The one before", ENTRIES, footer="change"),
    _key("open", "Read it there, side by side", LINKS, footer="open side by side"),
    _key("word-by-word", "The whole text with its changes, or the changes alone", ENTRIES,
         footer="whole text"),
    _key("base", "Choose the version with which the other is compared", ENTRIES, footer="base"),
    _key("next-pane", "Compare the next version", ENTRIES, footer="version"),
    _key("previous-pane", "Compare the version before", ENTRIES, footer="version"),
    _key("versions", "The next text of which there are versions", LOOK, footer="next text"),
    _key("search", "List only changes with these words", ENTRIES, footer="filter"),
    _key("copy", "Copy this change with both versions’ citations", OUT, footer="copy"),
    _key("top", "First change", ENTRIES),
    _key("end", "Last change", ENTRIES),
    *article_keys("versions", "Compare", ENTRIES),
    *scroll_keys("versions"),
    _key("go-to", "Go to a paragraph by its number, or run a command by its name", MOVE),
    _key("back", "Back to where you came from", LINKS),
    *general_keys("versions", "List all changes again, or back to the articles"),
]  # fmt: skip


def find_obstacles(state: TextVersionState) -> Obstacles:
    """Return the reasons why commands are unavailable now, by command name."""
    count = len(state.listed)
    is_alone = "" if count > 1 else "There is only one." if count else "Nothing changed."
    two = "There are only two versions: B turns them." if len(state.versions.articles) < 3 else ""
    return {
        "next": is_alone,
        "previous": is_alone,
        "open": "" if count else "Nothing changed.",
        "copy": "" if count else "Nothing changed.",
        "next-pane": two,
        "previous-pane": two,
        "versions": ""
        if len(state.texts) > 1
        else "There is one text of which there are versions.",
    }
