"""The keys of the ladder screen, and which of them work now."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

from reader.app.key_table import LINKS, LOOK, MOVE, NOTEBOOK, OUT
from reader.app.ladder.ladder_state import LadderState
from reader.app.row_screens.screen_keys import Obstacles, article_keys, screen_key, scroll_keys

QUOTES = Binding.Group("Quotes and rungs")

_key = partial(screen_key, "ladder")

LADDER_KEYS: list[Binding] = [
    _key("next", "Next quote", QUOTES, footer="quote"),
    _key("previous", "Previous quote", QUOTES, footer="quote"),
    _key("next-pane", "Next rung: a slighter version", QUOTES, footer="rung"),
    _key("previous-pane", "Previous rung: a fuller version", QUOTES, footer="rung"),
    _key("top", "First quote", QUOTES),
    _key("end", "Last quote", QUOTES),
    *article_keys("ladder", "The version of", QUOTES),
    _key("all-quotes", "The list of all quotes", QUOTES, footer="list"),
    _key("compare", "The ladder of this quote", QUOTES),
    _key("only-one", "List the quotes of one article only as well", QUOTES,
         footer="only one"),
    _key("order", "Sort the list: most outlets, most changed, speaker, outlet, kind",
         QUOTES),
    _key("search", "List only quotes with these words, this speaker, outlet or form",
         QUOTES, footer="filter"),
    *scroll_keys("ladder"),
    _key("go-to", "Go to a paragraph by its number, or run a command by its name", MOVE),
    _key("open", "Go to this version in its article", LINKS, footer="open"),
    _key("back", "Back to where you came from", LINKS),
    _key("close", "Back: to the ladder, to the articles", OUT, footer="back"),
    _key("quit", "Back, as Esc", OUT),
    _key("word-by-word", "How differences are shown: struck out, word under word, off",
         LOOK, footer="words"),
    _key("base", "Compare with this rung; again: with the fullest", LOOK, footer="base"),
    _key("zoom", "This version and the base alone, or the whole ladder", LOOK,
         footer="pair"),
    _key("note", "Write a note on this version, or edit it", NOTEBOOK, footer="note"),
    _key("reject", "Reject this version or its speaker, or name the speaker", NOTEBOOK,
         footer="reject"),
    _key("archive", "Look this version up in the archive; what is added becomes rungs", QUOTES,
         footer="archive"),
    _key("undo", "Take back the last change of notes", NOTEBOOK),
    _key("all-notes", "All notes, on all stories", NOTEBOOK),
    _key("theme", "Choose the colours", LOOK),
    _key("copy", "Copy this version with its citation", OUT, footer="copy"),
    _key("report", "Save a report of this quotation, as a card too, or of all", OUT,
         footer="report"),
    _key("copied", "Say which file has the last copy", OUT),
    _key("commands", "All commands by name", OUT),
    _key("keys", "All keys of this screen", OUT, footer="keys"),
]  # fmt: skip

_COMPARING = ("next-pane", "previous-pane", "base", "zoom", "word-by-word")
"""Commands that have an effect only with more than one rung."""
_OF_RUNGS = (
    *_COMPARING,
    *(f"article-{number}" for number in range(1, 10)),
    "any-article",
    "note",
    "reject",
    "archive",
)
"""Commands that need the ladder on the screen."""


def find_obstacles(state: LadderState, *, is_wide: bool) -> Obstacles:
    """Return the reasons why commands are unavailable now, by command name.

    Args:
        state: the state of the ladder.
        is_wide: whether list and ladder are shown side by side.
    """
    is_alone = "There is only one quote." if state.has_one_row else ""
    is_list_alone = state.is_list_open and not is_wide
    has_one_rung = len(state.rungs) == 1
    obstacles = {
        "next": is_alone,
        "previous": is_alone,
        "only-one": "" if state.ladders.single else "Every quote is in more than one article.",
        "all-quotes": _explain_list(state, is_wide=is_wide),
        "compare": "" if is_list_alone or state.is_pair else "This is the ladder of this quote.",
        "base": ""
        if state.can_be_base
        else "A version in the reporter’s own words cannot be the base.",
        "zoom": "There is no other version to put beside it." if has_one_rung else "",
    }
    if is_list_alone:
        obstacles |= dict.fromkeys(_OF_RUNGS, "Enter opens the ladder of this quote first.")
    return obstacles


def hide_comparing(state: LadderState) -> Obstacles:
    """Return the commands that the key line leaves out because there is nothing to compare."""
    return {} if len(state.rungs) > 1 else dict.fromkeys(_COMPARING, "There is only one version.")


def _explain_list(state: LadderState, *, is_wide: bool) -> str:
    if is_wide:
        return "" if state.is_pair else "The list of quotes is beside the ladder."
    return "This is the list of all quotes." if state.is_list_open else ""
