"""The keys that screens of rows share."""

from __future__ import annotations

from functools import partial

from reader.app.key_table import MOVE, binding_name
from reader.app.row_screens.screen_keys import (
    ScreenKeys,
    article_keys,
    general_keys,
    screen_key,
    scroll_keys,
)

_key = partial(screen_key, "list")
BINDINGS = [
    _key("next", "Next row", MOVE, footer="row"),
    _key("previous", "Previous row", MOVE, footer="row"),
    _key("search", "List only rows with these words", MOVE, footer="filter"),
    *article_keys("list", "The row of", MOVE),
    *scroll_keys("list"),
    *general_keys("list", "Back to the articles"),
]
KEYS = ScreenKeys(BINDINGS)


def test_the_key_line_has_each_word_once_and_ends_with_the_key_for_all_keys():
    assert KEYS.list_working({}) == [
        ("j k", "row"), ("/", "filter"), ("Esc", "back"), ("?", "keys")
    ]  # fmt: skip


def test_what_cannot_be_done_is_left_out_of_the_key_line_and_explained():
    obstacles = {"search": "There is one row only.", "next": ""}
    assert ("/", "filter") not in KEYS.list_working(obstacles)
    assert KEYS.explain("slash", obstacles) == "There is one row only."
    assert KEYS.explain("j", obstacles) == ""


def test_a_key_of_another_screen_says_that_it_does_nothing_here():
    assert "does nothing on this screen" in KEYS.explain("W", {})
    assert KEYS.explain("f12", {}) == ""


def test_a_word_of_the_key_line_leads_to_its_action():
    assert KEYS.find_action("j") == "command('next')"
    assert KEYS.find_action("row") is None
    assert KEYS.find_action("") is None


def test_every_article_has_a_key_or_is_asked_for():
    names = [binding_name(binding) for binding in article_keys("list", "The row of", MOVE)]
    assert names == [*(f"article-{number}" for number in range(1, 10)), "any-article"]
