"""The keys of the screen of headlines, and which of them work now."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

from reader.app.headlines.headline_state import HeadlineState
from reader.app.key_table import LINKS, LOOK, MOVE, OUT
from reader.app.row_screens.screen_keys import (
    Obstacles,
    article_keys,
    general_keys,
    screen_key,
    scroll_keys,
    whole_story_keys,
)

OPENINGS = Binding.Group("Headlines")

_key = partial(screen_key, "headlines")

HEADLINE_KEYS: list[Binding] = [
    _key("next-pane", "The article to the right", OPENINGS, footer="article"),
    _key("previous-pane", "The article to the left", OPENINGS, footer="article"),
    _key("next", "Next article", OPENINGS),
    _key("previous", "Previous article", OPENINGS),
    _key("open", "Read the first paragraph there, with the other articles level", LINKS,
         footer="read"),
    _key("search", "List only articles with these words in what they begin with", OPENINGS,
         footer="filter"),
    _key("copy", "Copy headline and first paragraph, with citation", OUT, footer="copy"),
    _key("top", "First article", OPENINGS),
    _key("end", "Last article", OPENINGS),
    *article_keys("headlines", "The headline of", OPENINGS),
    *scroll_keys("headlines"),
    _key("go-to", "Run a command by its name", MOVE),
    _key("back", "Back to where you came from", LINKS),
    _key("headlines", "These headlines", LOOK),
    *whole_story_keys("headlines"),
    *general_keys("headlines", "List all articles again, or back to the texts"),
]  # fmt: skip


def find_obstacles(state: HeadlineState) -> Obstacles:
    """Return the reasons why commands are unavailable now, by command name."""
    is_alone = "There is only one article." if len(state.listed) == 1 else ""
    no_story = "" if state.selected.first else "This article has no paragraph of a story."
    return {
        "next": is_alone,
        "previous": is_alone,
        "next-pane": is_alone,
        "previous-pane": is_alone,
        "open": no_story,
        "copy": no_story,
        "headlines": "These are the headlines: Esc leads back.",
    }
