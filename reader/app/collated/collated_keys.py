"""The keys of the screen of the collated story, and which of them work now."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

from reader.app.collated.collated_state import CollatedState
from reader.app.key_table import LINKS, LOOK, MOVE, NOTEBOOK, OUT
from reader.app.row_screens.screen_keys import (
    Obstacles,
    article_keys,
    general_keys,
    screen_key,
    scroll_keys,
    whole_story_keys,
)
from reader.articles import Place
from reader.story.matrix.coverage_matrix import MomentForm

STORY = Binding.Group("The story")

_key = partial(screen_key, "one-story")
_QUOTING = (MomentForm.QUOTED, MomentForm.PARTLY_QUOTED, MomentForm.INDIRECT)

COLLATED_KEYS: list[Binding] = [
    _key("next", "Next moment", STORY, footer="moment"),
    _key("previous", "Previous moment", STORY, footer="moment"),
    _key("open", "All versions of this moment; again: read it in its article", LINKS,
         footer="all versions"),
    _key("next-pane", "The words of the next article that has this moment", STORY,
         footer="whose words"),
    _key("previous-pane", "The words of the article before", STORY, footer="whose words"),
    _key("next-linked", "Next moment that several articles tell", STORY, footer="told by several"),
    _key("previous-linked", "Previous moment that several articles tell", STORY,
         footer="told by several"),
    _key("next-only-here", "Next moment that one article alone tells", STORY),
    _key("previous-only-here", "Previous moment that one article alone tells", STORY),
    _key("only-one", "Fold what is in one article only, or show it in its place", STORY,
         footer="one article"),
    _key("order", "Order: the story’s, then that of each article", STORY, footer="order"),
    _key("search", "List only moments with these words", STORY, footer="filter"),
    _key("compare", "How each article carries this quote", LINKS, footer="quote"),
    _key("differences", "What the articles state otherwise, from this moment on", LINKS,
         footer="differences"),
    _key("note", "Write a note on this paragraph, or edit it", NOTEBOOK, footer="note"),
    _key("copy", "Copy the words shown, with citation and the differing versions", OUT,
         footer="copy"),
    _key("report", "Save a report of this moment, or of all", OUT, footer="report"),
    _key("top", "First moment", STORY),
    _key("end", "Last moment", STORY),
    *article_keys("one-story", "This moment in the words of", STORY),
    *scroll_keys("one-story"),
    _key("go-to", "Run a command by its name", MOVE),
    _key("back", "Back to where you came from", LINKS),
    _key("one-story", "This story", LOOK),
    *whole_story_keys("one-story"),
    *general_keys("one-story", "Show the fullest words again, list all, or back"),
]  # fmt: skip


def find_obstacles(state: CollatedState) -> Obstacles:
    """Return the reasons why commands are unavailable now, by command name."""
    moments = state.story.moments
    are_alone = all(each.is_in_one_article for each in moments)
    is_alone = "There is only one moment." if len(state.listed) == 1 else ""
    are_shared = not any(each.is_in_one_article for each in moments)
    all_shared = "Every moment is told by several." if are_shared else ""
    one_article = "Only one article has this moment." if state.selected.is_in_one_article else ""
    return {
        "next": is_alone,
        "previous": is_alone,
        "next-pane": one_article,
        "previous-pane": one_article,
        "next-linked": "No moment is told by several." if are_alone else "",
        "previous-linked": "No moment is told by several." if are_alone else "",
        "next-only-here": all_shared,
        "previous-only-here": all_shared,
        "only-one": _explain_fold(state),
        "compare": "" if find_quoting_place(state) else "No article quotes this.",
        "differences": "" if _has_differences(state) else "No difference is found.",
        "one-story": "This is the story: Esc leads back.",
    }


def find_quoting_place(state: CollatedState) -> Place | None:
    """Return a paragraph of the selected moment that has a quotation; None without one."""
    for version in state.selected.versions:
        if version.quotes:
            return state.selected.shown[0].place
    quoting = (each for each in state.selected.versions if each.form in _QUOTING)
    return next((version.passages[0].place for version in quoting), None)


def _explain_fold(state: CollatedState) -> str:
    alone = [each.is_in_one_article for each in state.story.moments]
    if not any(alone):
        return "Every moment is told by several."
    if all(alone):
        return "No moment is told by several: nothing would be left."
    return "Esc lists all first." if state.filter else ""


def _has_differences(state: CollatedState) -> bool:
    return any(moment.differences for moment in state.story.moments)
