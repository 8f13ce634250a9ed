"""The person who holds a role: whose name is printed beside it elsewhere in an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from reader.quotes.name_forms import strip_word
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.text.values.name_runs import is_compound_modifier

_UPPER = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u010c\u0106\u0110\u0141\u015a\u0160\u017d\u0410-\u042f"
)
_SPEAKING_THINGS = load_word_class("speaking_nouns") | load_word_class("documents")
_SHORT_TITLES = {
    "congressman": ("congressman", "rep.", "representative"),
    "congresswoman": ("congresswoman", "rep.", "representative"),
    "governor": ("governor", "gov."),
    "lawmaker": ("lawmaker", "rep.", "representative", "sen.", "senator"),
    "senator": ("senator", "sen."),
    "sheriff": ("sheriff",),
    "general": ("general", "gen."),
}
"""Titles before a name by which the holder of a role is called, besides the role itself."""

# Distances in characters, set by hand.
_ROLE_REACH = 20_000
"""Before a role: where its holder is searched, and a tenth of it after it."""
_MOST_MATCHES = 5
"""Places of a role beside a name that are read for its holder."""
_DEPUTIES = (" vice", " deputy", " former", " ex", "then")
"""Words before a role that make it another one."""
_DEPUTY_CHARS = 10
_MOST_AHEAD = 2
"""Line breaks from a role to the name of its holder after it."""
_MOST_READ = 8
"""How often the whole article may be searched for the holders of roles."""


class RoleHolders:
    """The holders of the roles of an article.

    Args:
        text: the article.
        read_holder: returns the full name of a person printed at a position, or None where the
            words there are no person's name.
    """

    def __init__(self, text: str, read_holder: Callable[[str, int], str | None]) -> None:
        self._text = text
        self._read_holder = read_holder
        self._found: dict[tuple[str, int], tuple[str, int] | None] = {}
        self._unread = _MOST_READ * len(text) + _ROLE_REACH * 20

    def find(self, role: str, position: int) -> str | None:
        """Find the person named beside the same role elsewhere ("the District Attorney")."""
        words = role.split()
        if words and words[0].lower() in ("the", "a", "an"):
            words = words[1:]
        if not words or not is_office(words[-1]) or self._is_of_another_body(role, position):
            return None
        key = " ".join(words), position // _ROLE_REACH
        if key not in self._found:
            self._found[key] = self._search(words, position)
        name, start = self._found[key] or (None, 0)
        # Who is called so only long after it is hardly the holder.
        is_ahead = self._text.count("\n", position, max(position, start)) > _MOST_AHEAD
        return None if is_ahead else name

    def _is_of_another_body(self, role: str, position: int) -> bool:
        """Return whether "of" follows "the president": a body's is not the country's."""
        end = position + len(role)
        is_president = role.lower() == "the president"
        return (
            is_president
            and self._text.startswith((" of the ", " of a "), end)
            and not (self._text.startswith((" of the United States", " of the country"), end))
        )

    def _is_of_deputy(self, position: int) -> bool:
        """Return whether a role is only part of another one: "Vice President", "ex-governor"."""
        before = self._text[max(0, position - _DEPUTY_CHARS) : position]
        return before.lower().rstrip(" -").endswith(_DEPUTIES)

    def _search(self, words: Sequence[str], position: int) -> tuple[str, int] | None:
        self._unread -= _ROLE_REACH
        if self._unread < 0:
            return None
        lowest = max(0, position - _ROLE_REACH)
        matches = _role_pattern(words).finditer(self._text, lowest, position + _ROLE_REACH // 10)
        for found in islice(matches, _MOST_MATCHES):
            name = found.group(1)
            # "Head Coach Ada Quill" is the coach, and no head.
            first = name.split()[0]
            if is_office(first) or is_compound_modifier(first) or self._is_of_deputy(found.start()):
                continue
            holder = None if name.isupper() else self._read_holder(strip_word(name), found.start(1))
            if holder is not None:
                return holder, found.start()
        return None


def is_office(word: str) -> bool:
    """Whether a person holds what a word names ("the mayor", not "the report")."""
    lower = word.rstrip(".").lower()
    words = load_vocabulary()
    return (lower in words.titles or lower in words.roles) and lower not in _SPEAKING_THINGS


def _role_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of a role before a name of one to three words, which is its group."""
    role = re.escape(" ".join(words))
    if len(words) == 1 and words[0].lower() in _SHORT_TITLES:
        role = "|".join(map(re.escape, _SHORT_TITLES[words[0].lower()]))
    stop = r"\.?" if words[-1].rstrip(".") in load_vocabulary().abbreviations else ""
    name = rf"[{_UPPER}](?:[\w’'-]{{1,30}}|\.)"
    return re.compile(rf"\b(?i:{role}){stop} ({name}(?: {name}){{0,2}})")
