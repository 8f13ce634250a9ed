"""Every key of the reading screen: the one place where keys are given and described."""

from __future__ import annotations

from textual.binding import Binding

MOVE = Binding.Group("Move")
LINKS = Binding.Group("Links")
PANES = Binding.Group("Panes")
LOOK = Binding.Group("Look and search")
ARTICLES = Binding.Group("Articles")
OUT = Binding.Group("Out")


def _key(
    keys: str,
    action: str,
    footer: str,
    explained: str,
    group: Binding.Group,
    *,
    shown: bool = False,
    name: str | None = None,
) -> Binding:
    """A binding: its footer word, its sentence in the help, an id for a user's own keymap."""
    return Binding(
        keys,
        action,
        footer,
        show=shown,
        tooltip=explained,
        id=f"reading.{name or footer.replace(' ', '-')}",
        group=group,
    )


READING_KEYS: list[Binding] = [
    _key(
        "j,down",
        "read(1)",
        "paragraph",
        "Next paragraph; a long one scrolls first",
        MOVE,
        shown=True,
        name="next",
    ),
    _key(
        "k,up",
        "read(-1)",
        "paragraph",
        "Previous paragraph",
        MOVE,
        shown=True,
        name="previous",
    ),
    _key("J,shift+down", "scroll(1)", "line down", "One line down", MOVE, name="line-down"),
    _key("K,shift+up", "scroll(-1)", "line up", "One line up", MOVE, name="line-up"),
    _key("d,ctrl+d", "page(0.5)", "half page", "Half a page down", MOVE, name="half-down"),
    _key("u,ctrl+u", "page(-0.5)", "half page up", "Half a page up", MOVE, name="half-up"),
    _key("space,pagedown,ctrl+f", "page(1)", "page", "A page down", MOVE, name="page-down"),
    _key("b,pageup,ctrl+b", "page(-1)", "page up", "A page up", MOVE, name="page-up"),
    _key("g,home", "end(-1)", "top", "First paragraph", MOVE, name="top"),
    _key("G,end", "end(1)", "end", "Last paragraph", MOVE, name="end"),
    _key(
        ":",
        "command",
        "go to",
        "Go to a paragraph by its number, or run a command by its name",
        MOVE,
    ),
    _key(
        "]",
        "linked(1)",
        "link",
        "Next paragraph that another article has too",
        LINKS,
        shown=True,
        name="next-linked",
    ),
    _key(
        "[",
        "linked(-1)",
        "link",
        "Previous such paragraph",
        LINKS,
        shown=True,
        name="previous-linked",
    ),
    _key(
        "}",
        "only_here(1)",
        "only here",
        "Next paragraph that no other article has",
        LINKS,
        shown=True,
        name="next-only-here",
    ),
    _key(
        "{",
        "only_here(-1)",
        "only here",
        "Previous such paragraph",
        LINKS,
        shown=True,
        name="previous-only-here",
    ),
    _key(
        "enter",
        "follow_link",
        "follow",
        "Go to the linked paragraph; with several, choose one",
        LINKS,
        shown=True,
    ),
    _key("backspace,ctrl+o", "back", "back", "Back to where you came from", LINKS),
    _key(
        "(",
        "threshold(-1)",
        "threshold",
        "Looser: show weaker links too",
        LINKS,
        shown=True,
        name="looser",
    ),
    _key(
        ")",
        "threshold(1)",
        "threshold",
        "Stricter: show only surer links",
        LINKS,
        shown=True,
        name="stricter",
    ),
    _key(
        "f",
        "toggle_follow",
        "hold still",
        "Whether the other articles come level with the one you read",
        LINKS,
    ),
    _key("F", "toggle_pin", "pin", "Pin this pane: it stays still while you read elsewhere", LINKS),
    _key("w", "toggle_why", "why", "Show or hide why passages are linked", LINKS, shown=True),
    _key(
        "l,right,tab", "focus_pane(1)", "pane", "Next article", PANES, shown=True, name="next-pane"
    ),
    _key(
        "h,left,shift+tab",
        "focus_pane(-1)",
        "pane",
        "Previous article",
        PANES,
        shown=True,
        name="previous-pane",
    ),
    *(
        _key(
            str(number),
            f"article({number})",
            f"article {number}",
            f"Show article {number}, or go to it",
            PANES,
            name=f"article-{number}",
        )
        for number in range(1, 10)
    ),
    _key("-", "hide_pane", "hide", "Hide this article", PANES),
    _key("=", "evenly", "all evenly", "Bring hidden articles back, all evenly", PANES),
    _key("z", "zoom", "zoom", "This article alone, or all again", PANES),
    _key("<", "move_pane(-1)", "move left", "Move this pane to the left", PANES, name="move-left"),
    _key(
        ">", "move_pane(1)", "move right", "Move this pane to the right", PANES, name="move-right"
    ),
    _key("p", "toggle_map", "map", "Show or hide the map of all articles", PANES, shown=True),
    _key(
        "c",
        "compare_quote",
        "quote",
        "How each article carries the quote of this paragraph",
        LOOK,
        shown=True,
        name="compare",
    ),
    _key("Q", "all_quotes", "all quotes", "All quotes that several articles carry", LOOK),
    _key(
        "v",
        "lens",
        "lens",
        "Look through a lens: then a for the plain text, q for quotations",
        LOOK,
    ),
    _key("/", "search", "search", "Search in all articles", LOOK, shown=True),
    _key("n", "found(1)", "hit", "Next hit", LOOK, shown=True, name="next-hit"),
    _key("N", "found(-1)", "hit", "Previous hit", LOOK, shown=True, name="previous-hit"),
    _key(
        ".",
        "toggle_furniture",
        "furniture",
        "Show or fold what belongs to the page and not to the story",
        LOOK,
    ),
    _key(
        "comma",
        "correct",
        "this is",
        "Say what this paragraph is: story, heading or furniture",
        ARTICLES,
        name="correct",
    ),
    _key(
        "+",
        "add_article",
        "add",
        "Add an article: a path, an address, or pasted text",
        ARTICLES,
        shown=True,
    ),
    _key("delete,_", "remove_article", "remove", "Take this article off the desk", ARTICLES),
    _key(
        "U",
        "undo",
        "undo",
        "Take back the last adding, removing or correcting",
        ARTICLES,
        shown=True,
    ),
    _key("#", "toggle_numbers", "numbers", "Show or hide paragraph numbers", LOOK),
    _key("i", "about", "about", "What is known about this article", LOOK),
    _key("t", "theme", "theme", "Choose the colours", LOOK),
    _key("y", "copy", "copy", "Copy this passage with its citation", OUT, shown=True),
    _key("ctrl+p", "palette", "commands", "All commands by name", OUT),
    _key("?", "help", "keys", "All keys", OUT, shown=True),
    _key("escape", "escape", "close", "Close, clear the search, or leave the zoom", OUT),
    _key("q", "quit", "quit", "Quit", OUT),
    _key("ctrl+q", "quit", "quit", "Quit from anywhere", OUT, name="quit-now"),
]

_GLYPHS = {
    "plus": "+",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "shift+down": "Shift+↓",
    "shift+up": "Shift+↑",
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
    "comma": ",",
    "shift+tab": "Shift+Tab",
}


def key_label(key: str) -> str:
    """A key as people write it: `ctrl+p` is `Ctrl+p`, `down` is `↓`."""
    if key in _GLYPHS:
        return _GLYPHS[key]
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[len("ctrl+") :]
    return key


def first_key(binding: Binding) -> str:
    """The label of a binding's first key."""
    return key_label(binding.key.split(",")[0])


def command_named(words: str) -> Binding | None:
    """The command whose name begins with these words (or None): `:map`, `:next-hit`, `:theme`."""
    wanted = words.lower().replace(" ", "-")
    if not wanted:
        return None
    names = [(str(binding.id).removeprefix("reading."), binding) for binding in READING_KEYS]
    for name, binding in names:
        if name == wanted:
            return binding
    begun = [binding for name, binding in names if name.startswith(wanted)]
    return begun[0] if begun else None
