"""Titles in the plural that several names share: "Reps. Ida Vance (Ohio) and Ned Ross"."""

from __future__ import annotations

import re

from reader.text.values import PersonName

Span = tuple[int, int]

_PLURAL = re.compile(
    r"(?:(?:House|Senate|Democratic|Republican|GOP|U\.S\.|[Ff]ormer|[Ss]tate) ){0,2}"
    r"(?:(?:Rep|Sen|Gov)s\.?|Representatives|Senators|Governors|Justices|Judges|Mayors|Presidents"
    r"|(?:Special )?Agents|Officers|Congressmen)"
    r" "
)
_CHARS = 300
"""Characters before a name in which the title of a list is read."""
_LIST_WORDS = frozenset(("and", "of", "from", "the"))
_SENTENCE_END = re.compile(r"[a-z]{3,}[.?!] ")


def find_shared_title(text: str, name: PersonName) -> Span | None:
    """Return the span of the title in the plural that heads the list of names with this one.

    Args:
        text: the text of the name.
        name: the name with its place.
    """
    lowest = max(text.rfind("\n", 0, name.start) + 1, name.start - _CHARS)
    last: re.Match[str] | None = None
    for match in _PLURAL.finditer(text, lowest, name.start):
        last = match
    if last is None or _SENTENCE_END.search(text, last.end(), name.start):
        return None
    between = re.sub(r" \([^()]*\)", "", text[last.end() : name.start])
    is_list = all(word[0].isupper() or word.strip(",") in _LIST_WORDS for word in between.split())
    return (last.start(), last.end() - 1) if is_list and ";" not in between else None
