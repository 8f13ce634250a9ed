"""Words with a capital at the start of a headline or sentence that are no part of the name behind.

("Silencing Ann Lee backfires", "Inside Lee’s mill")
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reader.quotes.name_forms import is_title_word, strip_word
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class

_LABELS = load_word_class("page_labels")
_LEAST_CAPITALS = 5
"""Letters of a word in capitals that is no given name; a shorter one may be an acronym."""
_LEAST_LETTERS = 3
"""Letters of such a word; a shorter one may be an initial."""
_LONGEST_NAME = 3
"""Words of the longest name behind one."""
_HEADLINE_CHARS = 200
"""Characters of the longest headline."""
_ENDS = (".", "?", "!", "”", '"', "’", ",", ":", ";")


class NameOpeners:
    """Which first words of runs with capitals are no part of a name, by what else is printed.

    A word that opens a line or a sentence has its capital from there. It belongs to the name
    behind it unless the article prints that name elsewhere without it, and nowhere else with it.

    Args:
        text: the article's text.
        runs: the runs of words with capitals with their positions.
    """

    def __init__(self, text: str, runs: Iterable[tuple[str, int]]) -> None:
        self._text = text
        self._before: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        """The words before the last ones of every run, empty where there is none."""
        for run, _ in runs:
            words = _split(run)
            for count in range(1, min(len(words), _LONGEST_NAME) + 1):
                before = words[-count - 1] if count < len(words) else ""
                self._before[tuple(words[-count:])][before] += 1

    def find_cut(self, run: str, start: int) -> int:
        """Return how many characters at the start of a run belong to no name."""
        words = _split(run)
        if len(words) > 1 and self._is_label(words):
            return len(run.replace("\u00a0", " ").partition(" ")[0]) + 1
        if not 1 < len(words) <= _LONGEST_NAME + 1 or not self._opens(start):
            return 0
        first, *name = words
        if not _may_be_common(run, first) or not self._is_elsewhere(first, name, start):
            return 0
        return len(run.replace("\u00a0", " ").partition(" ")[0]) + 1

    def _is_label(self, words: Sequence[str]) -> bool:
        """Whether a word of the page runs into a name: "ADVERTISEMENT Lee", "Image Ann Lee".

        The name is elsewhere without it, or is a given name or a title and more.
        """
        first, *name = words
        is_capitals = first.isalpha() and first.isupper() and len(first) >= _LEAST_CAPITALS
        if not is_capitals and first.lower() not in _LABELS:
            return False
        if all(word.isupper() for word in name) or self._before[tuple(name)][first] > 1:
            return first.lower() in _LABELS and is_capitals
        if len(name) > 1:
            return name[0] in load_vocabulary().gender or is_title_word(name[0])
        return any(word in load_vocabulary().gender for word in self._before[tuple(name)])

    def _is_elsewhere(self, first: str, name: Sequence[str], start: int) -> bool:
        """Whether the article prints a name without the word before it, and only once with it."""
        given = load_vocabulary().gender
        before = self._before[tuple(name)]
        if before[first] > 1:
            return False
        if len(name) > 1:
            return name[0] in given and len(before) > 1
        # Of two persons of one surname each has a given name.
        return self._is_headline(start) and any(word in given for word in before)

    def _opens(self, start: int) -> bool:
        """Whether a line or a sentence begins at a position."""
        before = self._text[max(0, start - 2) : start]
        return not before or before[-1] in '\n“"‘' or before[0] in ".?!”"

    def _is_headline(self, start: int) -> bool:
        """Whether a line begins at a position that ends without a stop."""
        if start and self._text[start - 1] != "\n":
            return False
        end = self._text.find("\n", start, start + _HEADLINE_CHARS)
        return end >= 0 and not self._text[start:end].rstrip().endswith(_ENDS)


def _may_be_common(run: str, first: str) -> bool:
    """Whether the first word of a run may be any word: no given name, title, body or owner."""
    words = load_vocabulary()
    printed = run.replace("\u00a0", " ").partition(" ")[0]
    is_name = first in words.gender or is_title_word(first) or first in words.organisation_words
    is_role = first.lower() in words.roles
    return len(first) >= _LEAST_LETTERS and printed == first and not (is_name or is_role)


def _split(run: str) -> list[str]:
    return [strip_word(word) for word in run.replace("\u00a0", " ").split(" ")]
