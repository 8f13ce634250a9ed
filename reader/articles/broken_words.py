"""Words that are broken at the end of a line, in texts that were saved from a printed page.

A hyphen at the end of a line either parts a word or belongs to a compound that happened to be
broken there. The text itself decides: by the same word elsewhere, or by an end that is no
word. In doubt the hyphen is dropped only in a text that is known to part words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from reader.text.word_lists import WordLists

_COMPOUNDS = WordLists(__file__, "hyphenated_words")
_ENDINGS = WordLists(__file__, "word_endings")

# The signs of a hyphen; the last is what some programs make of one that appears at a break only.
_HYPHENS = "-‐‑¬"
_LAST_PART = re.compile(rf"([^\W\d_]{{1,40}})[{_HYPHENS}]\Z")
_FIRST_PART = re.compile(r"[^\W\d_]{1,40}")
_WORD = re.compile(r"[^\W\d_]{1,40}(?:[-‐‑][^\W\d_]{1,40}){0,4}")
_PLAIN_HYPHEN = str.maketrans("‐‑", "--")
# A word that is parted leaves at least so many letters on each line.
_SHORTEST_PART = 2
# A text of which so many lines, and so large a share of them, end with a hyphen parts words.
_FEWEST_HYPHENS, _HYPHENS_SHARE = 3, 0.03


class BrokenWords:
    """Joins the words that are broken at the ends of the lines of one text.

    Args:
        lines: all lines of the text, stripped, none of them empty.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        breaks = [
            parts for above, below in pairwise(lines) if (parts := _broken_word(above, below))
        ]
        self._words = _words_within_lines(lines) if breaks else frozenset()
        parted = sum(self._is_proven(*parts) for parts in breaks)
        self._parts_words = parted > 0 or (
            len(breaks) >= max(_FEWEST_HYPHENS, _HYPHENS_SHARE * len(lines))
        )

    def join(self, above: str, below: str) -> str:
        """Return two lines of a paragraph as one, with a space between unless a word goes on."""
        if above[-1:] in _HYPHENS and above[-2:-1].isalpha() and below[:1].isalnum():
            parts = _broken_word(above, below)
            return (above[:-1] if parts and self._is_parted(*parts) else above) + below
        return f"{above} {below}"

    def _is_parted(self, begin: str, end: str) -> bool:
        if self._is_proven(begin, end):
            return True
        if f"{begin}-{end}" in self._words or begin in _compound_parts():
            return False
        are_words = begin in self._words and end in self._words
        return self._parts_words and not are_words

    def _is_proven(self, begin: str, end: str) -> bool:
        if begin + end in self._words:
            return True
        return end in _word_endings() and f"{begin}-{end}" not in self._words


def _broken_word(above: str, below: str) -> tuple[str, str] | None:
    """Return the two parts of a word broken between two lines, in lower case, None without one."""
    begin, end = _LAST_PART.search(above[-60:]), _FIRST_PART.match(below)
    if not begin or not end or not below[0].islower():
        return None
    if min(len(begin[1]), len(end[0])) < _SHORTEST_PART:
        return None
    return begin[1].lower(), end[0].lower()


def _words_within_lines(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of a text in lower case, without the parts of those broken at line ends."""
    words: set[str] = set()
    is_broken = False
    for line in lines:
        found = [word.lower().translate(_PLAIN_HYPHEN) for word in _WORD.findall(line)]
        begin = 1 if is_broken else 0
        is_broken = line[-1:] in _HYPHENS
        words.update(found[begin : len(found) - 1 if is_broken else None])
    return frozenset(words)


@cache
def _compound_parts() -> frozenset[str]:
    return _COMPOUNDS.words[""]


@cache
def _word_endings() -> frozenset[str]:
    return _ENDINGS.words[""]
