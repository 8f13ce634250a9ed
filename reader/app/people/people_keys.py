"""The keys of the people screen, and which of them work now."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

from reader.app.key_table import LINKS, LOOK, MOVE, OUT
from reader.app.people.people_state import PeopleState
from reader.app.row_screens.screen_keys import (
    Obstacles,
    article_keys,
    general_keys,
    screen_key,
    scroll_keys,
    whole_story_keys,
)
from reader.app.themes.signs import article_mark
from reader.articles import Place
from reader.quote_versions import VersionForm

TABLE = Binding.Group("People and articles")

_key = partial(screen_key, "people")

PEOPLE_KEYS: list[Binding] = [
    _key("next", "Next person", TABLE, footer="person"),
    _key("previous", "Previous person", TABLE, footer="person"),
    _key("open", "Read it there: what the person says first in this article, or where it is named",
         LINKS, footer="read"),
    _key("next-pane", "The article to the right", TABLE, footer="article"),
    _key("previous-pane", "The article to the left", TABLE, footer="article"),
    _key("compare", "How each article carries the first quote of this person", LINKS,
         footer="quote"),
    _key("only-one", "Leave out those whom one article alone names, or list them again", TABLE,
         footer="one article"),
    _key("search", "List only people with these words, in these articles or not in them",
         TABLE, footer="filter"),
    _key("order", "Order: most words, by name, one article only", TABLE, footer="order"),
    _key("copy", "Copy what each article has this person say, with citations", OUT, footer="copy"),
    _key("report", "Save a report of the whole comparison", OUT, footer="report"),
    _key("top", "First person", TABLE),
    _key("end", "Last person", TABLE),
    *article_keys("people", "The column of", TABLE),
    *scroll_keys("people"),
    _key("go-to", "Read a paragraph of this article by its number, or run a command by its name",
         MOVE),
    _key("back", "Back to where you came from", LINKS),
    _key("people", "This list", LOOK),
    *whole_story_keys("people"),
    *general_keys("people", "List all people again, or back to the articles"),
]  # fmt: skip


def find_obstacles(state: PeopleState) -> Obstacles:
    """Return the reasons why commands are unavailable now, by command name."""
    is_alone = "There is only one person." if len(state.rows) == 1 else ""
    alone, every = state.counts.in_one_article, state.counts.rows
    fold = "" if alone else "Everybody is in more than one article."
    return {
        "next": is_alone,
        "previous": is_alone,
        "only-one": fold if alone < every else "Everybody is in one article only.",
        "open": _explain_open(state),
        "compare": "" if find_quote_place(state) else "Nothing of this person is quoted.",
        "people": "This is the list of people: Esc leads back.",
    }


def find_quote_place(state: PeopleState) -> Place | None:
    """Return where the person is quoted first: in the selected article, else in the first that
    quotes it."""
    cells = [cell for cell in (state.cell, *state.row.cells) if cell is not None]
    for cell in cells:
        for speech in cell.speeches:
            if speech.is_stated and speech.form is not VersionForm.INDIRECT:
                return speech.passage.place
    return None


def _explain_open(state: PeopleState) -> str:
    if state.cell_to_read is not None:
        return ""
    mark = article_mark(state.article)
    return f"[{mark}] does not name this person: h and l lead to an article that does."
