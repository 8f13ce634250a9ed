"""The keys of all screens and their meanings: a key has the same meaning on every screen.

A screen makes its bindings with `make_binding`, by the name of the meaning. So a key cannot
mean one thing on one screen and another on the next. Where text is typed, keys are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from textual.binding import Binding

MOVE = Binding.Group("Move")
LINKS = Binding.Group("Links")
PANES = Binding.Group("Panes")
LOOK = Binding.Group("Look and search")
ARTICLES = Binding.Group("Articles")
NOTEBOOK = Binding.Group("Notebook")
OUT = Binding.Group("Out")


class KeyMeaning(NamedTuple):
    """The keys that have a meaning, and the meaning on every screen."""

    keys: str
    """As Textual names them, separated by commas; the first is the one shown."""
    meaning: str
    moves: bool = False
    """Whether it only moves, and neither opens nor closes anything that receives keys."""


KEY_TABLE: dict[str, KeyMeaning] = {
    "next": KeyMeaning("j,down", "next paragraph, quote, moment or choice", moves=True),
    "previous": KeyMeaning("k,up", "previous paragraph, quote, moment or choice", moves=True),
    "next-pane": KeyMeaning("l,right,tab", "pane, rung or column to the right", moves=True),
    "previous-pane": KeyMeaning("h,left,shift+tab", "pane, rung or column to the left", moves=True),
    "line-down": KeyMeaning("J,shift+down", "a line down", moves=True),
    "line-up": KeyMeaning("K,shift+up", "a line up", moves=True),
    "half-down": KeyMeaning("d,ctrl+d", "half a page down", moves=True),
    "half-up": KeyMeaning("u,ctrl+u", "half a page up", moves=True),
    "page-down": KeyMeaning("space,pagedown,ctrl+f", "a page down", moves=True),
    "page-up": KeyMeaning("b,pageup,ctrl+b", "a page up", moves=True),
    "top": KeyMeaning("g,home", "the first one", moves=True),
    "end": KeyMeaning("G,end", "the last one", moves=True),
    **{
        f"article-{number}": KeyMeaning(str(number), f"article {number}") for number in range(1, 10)
    },
    "any-article": KeyMeaning("apostrophe", "the article of the number or letter pressed next"),
    "go-to": KeyMeaning(":", "a paragraph by number, a command by name"),
    "commands": KeyMeaning("ctrl+p", "all commands by name"),
    "keys": KeyMeaning("?", "all keys"),
    "search": KeyMeaning("/", "search"),
    "next-hit": KeyMeaning("n", "next hit of the search", moves=True),
    "previous-hit": KeyMeaning("N", "previous hit of the search", moves=True),
    "next-linked": KeyMeaning("],alt+down", "next linked paragraph", moves=True),
    "previous-linked": KeyMeaning("[,alt+up", "previous linked paragraph", moves=True),
    "next-only-here": KeyMeaning(
        "},alt+shift+down", "next paragraph that is only here", moves=True
    ),
    "previous-only-here": KeyMeaning(
        "{,alt+shift+up", "previous paragraph that is only here", moves=True
    ),
    "open": KeyMeaning("enter", "go there"),
    "back": KeyMeaning("backspace,ctrl+o", "back to where you came from"),
    "looser": KeyMeaning("(", "weaker links too", moves=True),
    "stricter": KeyMeaning(")", "only surer links", moves=True),
    "hold-still": KeyMeaning("f", "whether the other articles come level"),
    "pin": KeyMeaning("F", "pin this pane"),
    "zoom": KeyMeaning("z", "this pane alone, or these two rungs"),
    "hide": KeyMeaning("-", "hide this article"),
    "all-evenly": KeyMeaning("=", "bring hidden articles back"),
    "move-left": KeyMeaning("<", "move this pane to the left"),
    "move-right": KeyMeaning(">", "move this pane to the right"),
    "why": KeyMeaning("w", "why passages are linked"),
    "map": KeyMeaning("p", "the map of all articles"),
    "word-by-word": KeyMeaning(
        "W", "word by word: the passages of a link, or how differences are shown"
    ),
    "base": KeyMeaning("B", "the base of the comparison"),
    "compare": KeyMeaning("c", "the ladder of this quote"),
    "all-quotes": KeyMeaning("Q", "all quotes"),
    "matrix": KeyMeaning("m", "which article reports which moment"),
    "one-story": KeyMeaning("C", "the story once: each moment in its fullest words"),
    "headlines": KeyMeaning("H", "what each article begins with"),
    "differences": KeyMeaning("D", "what the articles state otherwise"),
    "versions": KeyMeaning("V", "versions of one text, and what changed"),
    "people": KeyMeaning("P", "who is named and who is heard"),
    "only-one": KeyMeaning("o", "what is in one article only"),
    "order": KeyMeaning("S", "the order of the list"),
    "lens": KeyMeaning("v", "a lens, chosen by the key pressed next"),
    "furniture": KeyMeaning(".", "what belongs to the page and not to the story"),
    "numbers": KeyMeaning("#", "paragraph numbers"),
    "about": KeyMeaning("i", "what is known about this article"),
    "theme": KeyMeaning("t", "the colours"),
    "reload": KeyMeaning("r", "the sources again"),
    "correct": KeyMeaning("comma", "what this paragraph is"),
    "add": KeyMeaning("+", "add an article"),
    "archive": KeyMeaning("A", "look in the archive"),
    "remove": KeyMeaning("delete,_", "remove this article or note"),
    "note": KeyMeaning("e", "a note on this"),
    "all-notes": KeyMeaning("E", "all notes"),
    "add-link": KeyMeaning("a", "a link: mark here, then there"),
    "reject": KeyMeaning("x", "reject this claim"),
    "save": KeyMeaning("ctrl+s", "save what is written, or all that is open in one file"),
    "cancel": KeyMeaning("ctrl+g", "leave what is written as it was"),
    "undo": KeyMeaning("U", "take the last change back"),
    "copy": KeyMeaning("y", "copy with citation"),
    "copied": KeyMeaning("Y", "the file that has the last copy"),
    "original": KeyMeaning("O", "the original page or file"),
    "report": KeyMeaning("s", "save a report"),
    "close": KeyMeaning("escape", "close what is open"),
    "quit": KeyMeaning("q", "back, or quit"),
    "quit-now": KeyMeaning("ctrl+q", "quit from anywhere"),
    "suspend": KeyMeaning("ctrl+z", "suspend the program"),
}
"""Every meaning by its name, which ends the id of its bindings: `reading.next`, `ladder.next`."""

_APP_NAMES = {"quit-now", "suspend"}
"""The commands of the application itself, available on every screen."""
_LABELS = {
    "plus": "+",
    "comma": ",",
    "apostrophe": "'",
    "down": "Down",
    "up": "Up",
    "left": "Left",
    "right": "Right",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "backspace": "Backspace",
    "escape": "Esc",
    "tab": "Tab",
    "delete": "Del",
    "ctrl": "Ctrl",
    "shift": "Shift",
    "alt": "Alt",
}


def make_binding(
    screen: str,
    name: str,
    action: str,
    footer: str,
    explanation: str,
    group: Binding.Group | None = None,
    *,
    is_shown: bool = False,
    has_priority: bool = False,
) -> Binding:
    """Return a binding of a screen for one of the meanings of `KEY_TABLE`.

    Args:
        screen: the first part of the binding's id, for a user's own keymap.
        name: the name of the meaning, the second part of the id.
        action: the action that Textual runs.
        footer: the word of the key line.
        explanation: the sentence of the help and the palette.
        group: the heading of the help under which it is listed.
        is_shown: whether the key line has it.
        has_priority: whether it works over dialogs and inputs too.
    """
    return Binding(
        KEY_TABLE[name].keys,
        action,
        footer,
        show=is_shown,
        priority=has_priority,
        tooltip=explanation,
        id=f"{screen}.{name}",
        group=group,
    )


def index_bindings(bindings: Iterable[Binding]) -> dict[str, Binding]:
    """Return the bindings by each of their keys, as Textual names a key that is pressed."""
    return {binding.key: binding for binding in Binding.make_bindings(bindings)}


def describe_unbound_key(key: str) -> str | None:
    """Return a message about a key that has no effect on a screen; None if it has none anywhere.

    Args:
        key: the key as Textual names it.
    """
    binding = _screen_keys().get(key)
    if binding is None:
        return None
    key_name = key_label(binding.description)
    return f"{key_name} does nothing on this screen. Elsewhere: {binding.tooltip}."


_MISSING_KEYS = frozenset({"delete", "insert"})
"""Keys that small keyboards do not have."""


def key_label(key: str) -> str:
    """Return a key as people write it: `ctrl+p` is `Ctrl+p`, `shift+down` is `Shift+Down`."""
    if len(key) == 1:
        return key
    return "+".join(_LABELS.get(part, part) for part in key.split("+"))


def first_key(binding: Binding) -> str:
    """Return the label of a binding's first key."""
    return key_label(binding.key.split(",")[0])


def reachable_keys(binding: Binding) -> tuple[str, ...]:
    """Return the labels of the first key and, where not every keyboard has that, of another."""
    keys = binding.key.split(",")
    return tuple(key_label(key) for key in (keys[:2] if keys[0] in _MISSING_KEYS else keys[:1]))


def group_keys(bindings: Iterable[Binding]) -> list[tuple[str, str]]:
    """Return the (keys, word) pairs of a key line: each word once, with the keys that have it."""
    keys: dict[str, str] = {}
    for binding in bindings:
        key, word = first_key(binding), binding.description
        keys[word] = f"{keys[word]} {key}" if word in keys else key
    return [(key, word) for word, key in keys.items()]


def binding_name(binding: Binding) -> str:
    """Return the name of a binding's meaning, the second part of its id."""
    return str(binding.id).partition(".")[2]


@lru_cache(maxsize=1)
def moving_keys() -> frozenset[str]:
    """Return the keys that only move, on every screen, and neither open nor close anything."""
    return frozenset(
        key for meaning in KEY_TABLE.values() if meaning.moves for key in meaning.keys.split(",")
    )


def find_key_problems(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the meanings to which a user's keys cannot be given, each with the reason.

    Args:
        keys: the keys by the name of their meaning, as in `KEY_TABLE`.
    """
    problems: dict[str, str] = {}
    # A meaning whose keys are refused has its own ones again, which others may have been given.
    while found := _find_clashes({name: keys[name] for name in keys if name not in problems}):
        problems.update(found)
    return [(name, problems[name]) for name in keys if name in problems]


def _find_clashes(keys: Mapping[str, str]) -> dict[str, str]:
    """Return why meanings cannot have the keys that a user chose, beside those of the others."""
    if not keys:
        return {}
    # Imported here: a start where nothing was chosen does not pay for it.
    from reader.app.key_names import is_key_name

    problems: dict[str, str] = {}
    taken = {
        key: name
        for name, meaning in KEY_TABLE.items()
        if name not in keys
        for key in meaning.keys.split(",")
    }
    for name, typed in keys.items():
        unknown = next((key for key in typed.split(",") if not is_key_name(key)), None)
        clash = next((key for key in typed.split(",") if taken.get(key, name) != name), None)
        if name not in KEY_TABLE:
            problems[name] = "no key has this meaning; reader config lists all"
        elif unknown is not None:
            problems[name] = f"no key is called {unknown}"
        elif clash is not None:
            problems[name] = f"{key_label(clash)} is the key of {taken[clash]}"
        else:
            taken.update(dict.fromkeys(typed.split(","), name))
    return problems


def rebind(keys: Mapping[str, str]) -> list[str]:
    """Give meanings other keys, before any screen makes its bindings.

    Args:
        keys: the keys by the name of their meaning, as in `KEY_TABLE`.

    Returns:
        A sentence about each invalid key; those meanings have their default keys.
    """
    problems = find_key_problems(keys)
    refused = {name for name, _ in problems}
    for name, typed in keys.items():
        if name not in refused:
            KEY_TABLE[name] = KEY_TABLE[name]._replace(keys=typed)
    moving_keys.cache_clear()
    _screen_keys.cache_clear()
    return [f"{name}: {problem}" for name, problem in problems]


@lru_cache(maxsize=1)
def _screen_keys() -> dict[str, Binding]:
    """Return the commands of a screen, by key."""
    return index_bindings(
        Binding(key, "", key, tooltip=meaning.meaning)
        for name, meaning in KEY_TABLE.items()
        if name not in _APP_NAMES
        for key in meaning.keys.split(",")
    )
