"""Lines in title case: words with capitals side by side are no names there."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class

_SMALL_WORDS = load_word_class("small_title_words") | load_word_class("phrase_ends")
_MOST_CHARS = 200
"""Characters of the longest title."""
_LEAST_WORDS = 4
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")


class TitleLines:
    """Which places of an article are in a line in title case.

    Args:
        text: the article's text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, bool] = {}

    def has(self, position: int) -> bool:
        """Whether a position is in such a line."""
        lowest = max(0, position - _MOST_CHARS)
        begin = self._text.rfind("\n", lowest, position) + 1
        if begin == 0 and lowest > 0:
            return False
        if begin not in self._known:
            self._known[begin] = self._is_title(begin)
        return self._known[begin]

    def _is_title(self, begin: int) -> bool:
        end = self._text.find("\n", begin, begin + _MOST_CHARS)
        if end < 0 and len(self._text) - begin >= _MOST_CHARS:
            return False
        line = self._text[begin:end] if end >= 0 else self._text[begin:]
        words = [word for word in line.split() if word.strip("“”‘’'\"").isalpha()]
        large = [word for word in words if word.lower() not in _SMALL_WORDS]
        bare = line.rstrip(" ”’\"'")
        # "G.O.P." ends no sentence.
        has_end = bare.endswith((".", "?", "!")) and _INITIALS.search(bare) is None
        return len(large) >= _LEAST_WORDS and not has_end and all(map(_has_capital, large))


def find_name_in_title(tokens: list[str]) -> list[str]:
    """Return the given name among words with capitals and the word after it, or nothing."""
    known = load_vocabulary().gender
    for index, token in enumerate(tokens[:-1]):
        if token in known:
            return tokens[index : index + 2]
    return []


def _has_capital(word: str) -> bool:
    return word.lstrip("“‘'\"")[:1].isupper()
