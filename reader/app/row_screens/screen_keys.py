"""The keys of a screen of rows, those that all such screens share, and which work now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.binding import Binding

from reader.app.key_table import (
    LOOK,
    MOVE,
    NOTEBOOK,
    OUT,
    binding_name,
    describe_unbound_key,
    first_key,
    group_keys,
    index_bindings,
    make_binding,
)
from reader.app.screen_commands import action_of

Obstacles = Mapping[str, str]
"""Why commands are unavailable now, by the names of `KEY_TABLE`; empty or absent if available."""


def screen_key(
    screen: str, name: str, explanation: str, group: Binding.Group, *, footer: str = ""
) -> Binding:
    """Return a binding of a screen of rows.

    Args:
        screen: the first part of its id.
        name: the name of its meaning in the table of keys, and of its command.
        explanation: the sentence of the help and the palette.
        group: the heading of the help under which it is listed.
        footer: its word in the key line; empty where it is not shown there.
    """
    return make_binding(
        screen, name, action_of(name), footer or name, explanation, group, is_shown=bool(footer)
    )


def article_keys(screen: str, what: str, group: Binding.Group) -> list[Binding]:
    """Return the keys that choose an article.

    Args:
        screen: as for `screen_key`.
        what: the selected part of the article: "The column of".
        group: as for `screen_key`.
    """
    numbered = [
        screen_key(screen, f"article-{number}", f"{what} article {number}", group)
        for number in range(1, 10)
    ]
    other = f"{what} the article whose number or letter is pressed next"
    return [*numbered, screen_key(screen, "any-article", other, group)]


def scroll_keys(screen: str) -> list[Binding]:
    """Return the keys that scroll."""
    return [
        screen_key(screen, "line-down", "Scroll one line down", MOVE),
        screen_key(screen, "line-up", "Scroll one line up", MOVE),
        screen_key(screen, "half-down", "Half a page down", MOVE),
        screen_key(screen, "half-up", "Half a page up", MOVE),
        screen_key(screen, "page-down", "A page down", MOVE),
        screen_key(screen, "page-up", "A page up", MOVE),
    ]


WHOLE_STORY_KEYS = {
    "matrix": "Which article reports which moment",
    "one-story": "The story once: each moment in its fullest words",
    "headlines": "What each article begins with",
    "people": "Who is named and who is heard",
    "versions": "Versions of one text, and what changed",
}
"""The screens that show a whole story, by the names of their keys, with what they show."""


def whole_story_keys(screen: str) -> list[Binding]:
    """Return the keys that open the other screens that show a whole story."""
    return [
        screen_key(screen, name, explanation, LOOK)
        for name, explanation in WHOLE_STORY_KEYS.items()
        if name != screen
    ]


def general_keys(screen: str, close: str) -> list[Binding]:
    """Return the last keys of every screen; the key line ends with the key that lists all keys.

    Args:
        screen: as for `screen_key`.
        close: the effect of Escape, as a sentence.
    """
    return [
        screen_key(screen, "theme", "Choose the colours", LOOK),
        screen_key(screen, "copied", "Say which file has the last copy", OUT),
        screen_key(screen, "all-notes", "All notes, on all stories", NOTEBOOK),
        screen_key(screen, "commands", "All commands by name", OUT),
        screen_key(screen, "close", close, OUT, footer="back"),
        screen_key(screen, "quit", "Back, as Esc", OUT),
        screen_key(screen, "keys", "All keys of this screen", OUT, footer="keys"),
    ]


class ScreenKeys:
    """The keys of one screen of rows.

    Args:
        bindings: all of them, in the order of the key line and the help.
    """

    def __init__(self, bindings: Sequence[Binding]) -> None:
        self.bindings = list(bindings)
        self._by_key = index_bindings(bindings)

    def explain(self, key: str, obstacles: Obstacles) -> str:
        """Return why a key has no effect now; empty where it has one or is unbound.

        Args:
            key: the key as Textual names it.
            obstacles: the reasons why commands are unavailable now.
        """
        binding = self._by_key.get(key)
        if binding is None:
            return describe_unbound_key(key) or ""
        return obstacles.get(binding_name(binding), "")

    def list_working(self, obstacles: Obstacles) -> list[tuple[str, str]]:
        """Return the (keys, word) pairs of the key line for the commands that work now."""
        return group_keys(
            binding
            for binding in self.bindings
            if binding.show and not obstacles.get(binding_name(binding))
        )

    def find_action(self, label: str) -> str | None:
        """Return the action of the binding whose first key is printed so, or None."""
        return next((each.action for each in self.bindings if first_key(each) == label), None)
