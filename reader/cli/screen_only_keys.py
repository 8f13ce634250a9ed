"""What the keys of the screen that are no command of `--linear` do, and what to do instead."""

from __future__ import annotations

_INSTEAD = {
    "v": "Lenses are on the screen only. } goes to what is only here, copy lists shared copy.",
    "s": "Reports are saved on the screen, or by reader report.",
    "y": "Copying is on the screen only.",
    "+": "Articles are added on the screen only. Start reader with all of them.",
    "A": "The archive is asked on the screen, or by reader find.",
    "r": "The sources are read again on the screen only. Start reader again.",
    "t": "Themes are of the screen only.",
    "a": "Links are added on the screen only.",
    "x": "Links and differences are rejected on the screen only.",
    ",": "Kinds of paragraphs are corrected on the screen only.",
    "f": "Panes that follow are on the screen only. match reads the passages of the others.",
    "O": "The original is opened on the screen only. i tells where it is.",
}
_SAME = {"Y": "y", "Del": "+", "theme": "t", "F": "f", "save": "s", "reload": "r"}
"""Keys and words that are answered as another key."""
SCREEN_ONLY = (
    "On the screen only: lenses, saved reports (reader report writes them, too), copying, adding "
    "and removing articles, the archive (reader find asks it), reading the sources again, adding "
    "and rejecting links, corrected kinds of paragraphs, panes and themes"
)


def explain_screen_key(typed: str) -> str:
    """Return what to do instead of a key of the screen; empty where the words are no such key."""
    return _INSTEAD.get(_SAME.get(typed, typed), "")
