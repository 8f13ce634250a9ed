"""The keys of the reading screen, with their descriptions."""

from __future__ import annotations

from textual.binding import Binding

from reader.app.key_table import ARTICLES, LINKS, LOOK, MOVE, NOTEBOOK, OUT, PANES, make_binding
from reader.app.screen_commands import action_of

KEY_LINE_NAMES = (
    "next", "previous", "next-hit", "previous-hit", "next-linked", "previous-linked", "open",
    "compare", "matrix", "search", "next-only-here", "previous-only-here", "why", "next-pane",
    "previous-pane", "undo", "looser", "stricter", "map", "add", "archive", "note", "reject",
    "copy", "report", "keys",
)  # fmt: skip
"""The keys of the last line, the most used first; those that do nothing now are left out."""
_NEED_HISTORY = {"next-hit", "previous-hit", "undo"}
_NEED_LINKS = {
    "next-linked", "previous-linked", "next-only-here", "previous-only-here", "looser", "stricter",
}  # fmt: skip
_NEED_LINKED_PARAGRAPH = {"open", "reject"}


def list_first_names(*, has_links: bool, is_linked: bool) -> list[str]:
    """Return the names of the key line of several articles before anything was typed.

    The first frame shows them; it does not wait for the commands, which know exactly.

    Args:
        has_links: whether the links of the articles are known.
        is_linked: whether the paragraph being read has one.
    """
    without = set(_NEED_HISTORY)
    if not has_links:
        without |= _NEED_LINKS
    if not is_linked:
        without |= _NEED_LINKED_PARAGRAPH
    return [name for name in KEY_LINE_NAMES if name not in without]


def _key(
    name: str,
    footer: str,
    explanation: str,
    group: Binding.Group,
) -> Binding:
    return make_binding(
        "reading",
        name,
        action_of(name),
        footer,
        explanation,
        group,
        is_shown=name in KEY_LINE_NAMES,
    )


READING_KEYS: list[Binding] = [
    _key("next", "paragraph", "Next paragraph; a long one scrolls first", MOVE),
    _key("previous", "paragraph", "Previous paragraph", MOVE),
    _key("line-down", "line down", "One line down", MOVE),
    _key("line-up", "line up", "One line up", MOVE),
    _key("half-down", "half page", "Half a page down", MOVE),
    _key("half-up", "half page up", "Half a page up", MOVE),
    _key("page-down", "page", "A page down", MOVE),
    _key("page-up", "page up", "A page up", MOVE),
    _key("top", "top", "First paragraph", MOVE),
    _key("end", "end", "Last paragraph", MOVE),
    _key(
        "go-to",
        "go to",
        "Go to a paragraph by its number, or run a command by its name",
        MOVE,
    ),
    _key(
        "next-linked",
        "link",
        "Next that another article has, too; in a lens what it shows",
        LINKS,
    ),
    _key("previous-linked", "link", "Previous such", LINKS),
    _key(
        "next-only-here",
        "only here",
        "Next that surely no other has; in a lens what it shows",
        LINKS,
    ),
    _key("previous-only-here", "only here", "Previous such", LINKS),
    _key(
        "open",
        "follow",
        "Go to the linked paragraph or, without a link, the most alike",
        LINKS,
    ),
    _key("back", "back", "Back to where you came from", LINKS),
    _key(
        "looser",
        "threshold",
        "Looser: weaker links too; in the lens of copy, shorter runs",
        LINKS,
    ),
    _key(
        "stricter",
        "threshold",
        "Stricter: only surer links; in that lens, only longer runs",
        LINKS,
    ),
    _key(
        "hold-still",
        "hold still",
        "Whether the other articles come level with the one you read",
        LINKS,
    ),
    _key("pin", "pin", "Pin this pane: it stays still while you read elsewhere", LINKS),
    _key(
        "word-by-word",
        "word by word",
        "Compare this passage with the linked one, word by word",
        LINKS,
    ),
    _key("why", "why", "Why passages are linked: all of it, nothing, in brief", LINKS),
    _key("next-pane", "pane", "The pane to the right; at the edge, the next article", PANES),
    _key("previous-pane", "pane", "The pane to the left; at the edge, the article before", PANES),
    *(
        _key(
            f"article-{number}",
            f"article {number}",
            f"Go to article {number}",
            PANES,
        )
        for number in range(1, 10)
    ),
    _key(
        "any-article",
        "any article",
        "Go to the article whose number or letter is pressed next",
        PANES,
    ),
    _key("hide", "hide", "Hide this article", PANES),
    _key("all-evenly", "all evenly", "Bring hidden articles back, all evenly", PANES),
    _key("zoom", "zoom", "This article alone, or all again", PANES),
    _key("move-left", "move left", "Move this pane to the left", PANES),
    _key("move-right", "move right", "Move this pane to the right", PANES),
    _key("map", "map", "Show or hide the map of all articles", PANES),
    _key("compare", "quote", "How each article carries the quote of this paragraph", LOOK),
    _key("all-quotes", "all quotes", "All quotes that several articles carry", LOOK),
    _key("matrix", "matrix", "Which article reports which moment, in which form", LOOK),
    _key("one-story", "one story", "The story once: each moment in its fullest words", LOOK),
    _key("headlines", "headlines", "What each article begins with: headlines and ledes", LOOK),
    _key("differences", "differences", "What the articles state otherwise, facts first", LOOK),
    _key("versions", "versions", "Versions of one text, and what changed, facts first", LOOK),
    _key("people", "people", "Who is named and who is heard, in which article how much", LOOK),
    _key(
        "lens",
        "lens",
        "A lens: o only here, w copy, q quotes, n figures, s u words, a none",
        LOOK,
    ),
    _key("search", "search", "Search in all articles", LOOK),
    _key("next-hit", "hit", "Next hit", LOOK),
    _key("previous-hit", "hit", "Previous hit", LOOK),
    _key(
        "furniture",
        "furniture",
        "Show or fold what belongs to the page and not to the story",
        LOOK,
    ),
    _key(
        "correct",
        "this is",
        "Say what this paragraph is: story, heading or furniture",
        ARTICLES,
    ),
    _key("add", "add", "Add an article: a path, an address, or pasted text", ARTICLES),
    _key("archive", "archive", "Look in the archive for others on this event", ARTICLES),
    _key("remove", "remove", "Take this article off the desk", ARTICLES),
    _key("note", "note", "Write a note on this paragraph, or edit it", NOTEBOOK),
    _key("all-notes", "all notes", "All notes, of every story; Enter opens it there", NOTEBOOK),
    _key(
        "add-link",
        "mark",
        "Mark this paragraph; again in another article, to link the two",
        NOTEBOOK,
    ),
    _key("reject", "reject", "Reject a link of this paragraph", NOTEBOOK),
    _key("undo", "undo", "Take back the last change of articles or notes", NOTEBOOK),
    _key("reload", "read again", "Read the sources again and say what changed", ARTICLES),
    _key("numbers", "numbers", "Show or hide paragraph numbers", LOOK),
    _key("about", "about", "What is known about this article", LOOK),
    _key("theme", "theme", "Choose the colours", LOOK),
    _key("copy", "copy", "Copy this passage with its citation", OUT),
    _key("copied", "copied", "Say which file has the last copy", OUT),
    _key("original", "original", "Open the page or file that this article came from", OUT),
    _key("report", "report", "Save a report: of all, of this moment, of this quotation", OUT),
    _key("save", "dossier", "Save articles, notes and corrections in one file, a dossier", OUT),
    _key("commands", "commands", "All commands by name", OUT),
    _key("keys", "keys", "All keys", OUT),
    _key("close", "close", "Close, clear the search, or leave the zoom", OUT),
    _key("quit", "quit", "Quit", OUT),
    _key("quit-now", "quit", "Quit from anywhere", OUT),
]
