"""One key, one meaning: the bindings of every screen, dialog and the application."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterable

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

import reader.app
from reader.app.collated.collated_keys import COLLATED_KEYS
from reader.app.command_search import SYNONYMS, list_names, parse_command, rank_commands
from reader.app.differences.difference_keys import DIFFERENCE_KEYS
from reader.app.headlines.headline_keys import HEADLINE_KEYS
from reader.app.key_table import (
    KEY_TABLE,
    binding_name,
    describe_unbound_key,
    index_bindings,
    key_label,
    make_binding,
    moving_keys,
    reachable_keys,
    rebind,
)
from reader.app.ladder.ladder_keys import LADDER_KEYS
from reader.app.matrix.matrix_keys import MATRIX_KEYS
from reader.app.people.people_keys import PEOPLE_KEYS
from reader.app.reading.reading_keys import READING_KEYS
from reader.app.text_versions.text_version_keys import TEXT_VERSION_KEYS


def screens() -> list[type[Screen[object] | App[object]]]:
    """Every screen, dialog and application of the program."""
    for module in pkgutil.walk_packages(reader.app.__path__, "reader.app."):
        importlib.import_module(module.name)
    found: list[type[Screen[object] | App[object]]] = []
    classes: list[type[Screen[object] | App[object]]] = [Screen, App]
    while classes:
        below = classes.pop().__subclasses__()
        classes += below
        found += [each for each in below if each.__module__.startswith("reader.app.")]
    return [each for each in found if "BINDINGS" in vars(each)]


def find_conflicts(bindings: Iterable[Binding]) -> dict[str, set[str]]:
    """Every key with more than one meaning, and its meanings."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for binding in bindings:
        for key in index_bindings([binding]):
            meanings[key].add(binding_name(binding))
    return {key: names for key, names in meanings.items() if len(names) > 1}


def test_the_screens_are_those_of_the_program():
    names = {screen.__name__ for screen in screens()}
    assert names >= {
        "ReaderApp", "ReadingScreen", "LadderScreen", "MatrixScreen", "TextDialog", "ChoiceDialog",
        "AddArticleDialog",
    }  # fmt: skip


def test_no_key_has_two_meanings_on_any_screens():
    bindings = [binding for screen in screens() for binding in screen.BINDINGS]
    assert len(bindings) > 100
    assert find_conflicts(bindings) == {}


def test_a_key_with_two_meanings_is_found():
    here = make_binding("here", "next", "read", "next", "Next")
    there = Binding("j", "join", "join", id="there.join")
    assert find_conflicts([here, there]) == {"j": {"next", "join"}}


def test_every_binding_has_the_keys_and_the_name_of_a_meaning():
    bindings = [binding for screen in screens() for binding in screen.BINDINGS]
    strange = [
        binding
        for binding in bindings
        if binding_name(binding) not in KEY_TABLE
        or binding.key != KEY_TABLE[binding_name(binding)].keys
    ]
    assert bindings
    assert strange == []


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.__name__)
def test_the_ids_of_a_screen_are_unique_and_everything_is_explained(screen):
    ids = [binding.id for binding in screen.BINDINGS]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(binding.tooltip for binding in screen.BINDINGS)


def test_no_two_meanings_share_a_key():
    keys = [key for meaning in KEY_TABLE.values() for key in meaning.keys.split(",")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("key", "label"),
    [("j", "j"), ("ctrl+p", "Ctrl+p"), ("alt+shift+down", "Alt+Shift+Down"), ("apostrophe", "'")],
)
def test_keys_are_written_as_people_write_them(key, label):
    assert key_label(key) == label


def test_a_key_of_another_screen_says_what_it_means_there():
    assert (
        describe_unbound_key("B")
        == "B does nothing on this screen. Elsewhere: the base of the comparison."
    )
    assert describe_unbound_key("apostrophe") is not None
    assert describe_unbound_key("f12") is None
    assert describe_unbound_key("ctrl+z") is None, "the application itself has it"


@pytest.mark.parametrize(
    "bindings",
    [
        READING_KEYS,
        LADDER_KEYS,
        MATRIX_KEYS,
        DIFFERENCE_KEYS,
        COLLATED_KEYS,
        HEADLINE_KEYS,
        TEXT_VERSION_KEYS,
        PEOPLE_KEYS,
    ],
    ids=[
        "reading",
        "ladder",
        "matrix",
        "differences",
        "one-story",
        "headlines",
        "versions",
        "people",
    ],
)
def test_commands_are_found_by_name_or_its_beginning(bindings):
    assert binding_name(parse_command("theme", bindings)) == "theme"
    assert binding_name(parse_command("them", bindings)) == "theme"
    assert binding_name(parse_command(" Half down", bindings)) == "half-down"
    assert parse_command("12", bindings) == 12
    assert binding_name(parse_command("quit-now", READING_KEYS)) == "quit-now"
    assert binding_name(parse_command("quit", READING_KEYS)) == "quit"
    assert parse_command("quit now", READING_KEYS) is None
    assert parse_command("", bindings) is None
    assert parse_command("xyzzy", bindings) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("dark", "theme"),
        ("ladder", "compare"),
        ("help", "keys"),
        ("dra", "why"),
    ],
)
def test_commands_are_found_by_other_words(typed, name):
    assert binding_name(parse_command(typed, READING_KEYS)) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("disagree", "differences"),
        ("where do they contradict each other", "differences"),
        ("what was cut", "compare"),
        ("which words were left out of the quote", "compare"),
        ("which facts only one outlet reports", "next-only-here"),
        ("save as html", "report"),
        ("two paragraphs word by word", "word-by-word"),
        ("fewer links", "stricter"),
    ],
)
def test_commands_are_found_by_sentences(typed, name):
    shares = rank_commands(typed, READING_KEYS)
    assert binding_name(READING_KEYS[shares.index(max(shares))]) == name
    assert max(shares) > 0.6


@pytest.mark.parametrize(
    "typed",
    ["export", "what was cut", "linked", "who shares copy", "save as html", "go to the end"],
)
def test_what_may_mean_several_commands_or_is_a_sentence_runs_none(typed):
    assert parse_command(typed, READING_KEYS) is None


def test_what_no_command_has_is_left_aside():
    assert not any(rank_commands("barge", READING_KEYS))
    shares = rank_commands("the colours of the barge", READING_KEYS)
    assert binding_name(READING_KEYS[shares.index(max(shares))]) == "theme"


def test_every_synonym_is_of_a_meaning():
    assert KEY_TABLE.keys() >= SYNONYMS.keys()


@pytest.fixture
def own_keys():
    """The table as it is, put back after the test."""
    before = dict(KEY_TABLE)
    yield
    KEY_TABLE.clear()
    KEY_TABLE.update(before)
    moving_keys.cache_clear()


def test_a_meaning_gets_the_users_keys(own_keys):
    assert rebind({"next": "j,ctrl+n", "why": "Z"}) == []
    assert KEY_TABLE["next"].keys == "j,ctrl+n"
    assert "ctrl+n" in moving_keys()
    assert "down" not in moving_keys()
    assert make_binding("reading", "why", "why", "why", "Why").key == "Z"


def test_keys_that_cannot_be_are_refused_and_the_old_ones_hold(own_keys):
    problems = rebind({"nothing": "Z", "why": "j"})
    assert [problem.partition(":")[0] for problem in problems] == ["nothing", "why"]
    assert "j is the key of next" in problems[1]
    assert KEY_TABLE["why"].keys == "w"


def test_a_key_stays_that_of_the_meaning_whose_new_key_is_refused(own_keys):
    problems = rebind({"next-linked": ")", "stricter": "9"})
    assert problems == [
        "next-linked: ) is the key of stricter",
        "stricter: 9 is the key of article-9",
    ]
    assert (KEY_TABLE["next-linked"].keys, KEY_TABLE["stricter"].keys) == ("],alt+down", ")")


@pytest.mark.parametrize("key", ["crtl+k", "page_down", "ctrl+", "F13x", "hyperspace+a"])
def test_what_is_no_key_is_refused(own_keys, key):
    assert rebind({"why": key}) == [f"why: no key is called {key}"]
    assert KEY_TABLE["why"].keys == "w"


@pytest.mark.parametrize(
    "key", ["Z", "ctrl+k", "alt+shift+up", "f5", "left_square_bracket", "plus", "comma", "é"]
)
def test_what_a_key_can_be_called_is_taken(own_keys, key):
    others = {name for name, meaning in KEY_TABLE.items() if key in meaning.keys.split(",")}
    for name in others:
        del KEY_TABLE[name]
    assert rebind({"why": key}) == []


def test_two_meanings_may_change_keys(own_keys):
    assert rebind({"why": "p", "map": "w"}) == []


def test_a_command_is_named_by_each_word_of_its_name():
    assert {"only", "here", "one", "own"} <= set(list_names("next-only-here"))


def test_a_key_that_some_keyboards_lack_is_named_with_another():
    keys = {binding_name(binding): reachable_keys(binding) for binding in READING_KEYS}
    assert keys["remove"] == ("Del", "_")
    assert len(keys["search"]) == 1
