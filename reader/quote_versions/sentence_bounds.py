"""The sentences of the words of a passage, and what is printed of them."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.quote_versions.printed_words import PrintedWords
from reader.text.quote_signs import OPENING_SIGNS, STRAIGHT_SIGNS
from reader.text.sentences import ends_sentence
from reader.text.values.lexemes import WORD, cut_lexemes

_FIRST_WORD = re.compile(r"[A-Za-z]+")
_CAPITALISED = frozenset(
    ("He", "She", "They", "We", "It", "You", "The", "This", "That", "There", "These", "Those")
)
"""Words with a capital where a sentence begins."""


class SentenceBounds:
    """The sentences of the words of a passage.

    Args:
        printed: the words.
    """

    def __init__(self, printed: PrintedWords) -> None:
        self._printed = printed

    def begins(self, number: int) -> bool:
        """Whether a word is the first of its sentence; true after the last word, too."""
        if number == 0 or number == len(self._printed.words):
            return True
        before, word = self._printed.words[number - 1], self._printed.words[number]
        if not word.after_stop and word.part == before.part:
            return False
        if word.part != before.part and self._is_closed_between(before.end, word.start):
            return True
        return ends_sentence(self._printed.text, before.end, word.start)

    def _is_closed_between(self, end: int, start: int) -> bool:
        """Whether a sentence ends with the reporter's words between two parts of a quotation.

        They end with a full stop, or what is behind them begins with a capital. What looks
        like an abbreviation there is none: "…, she said on X. “It …".
        """
        text = self._printed.text
        between = text[end:start].rstrip(OPENING_SIGNS + STRAIGHT_SIGNS + " ")
        is_closed = between[-1:] in (".", "!", "?")
        return text[start].isupper() and (is_closed or _begins_with_pronoun(text, start))

    def start_of(self, number: int) -> int:
        """Return the first word of the sentence that a word is in."""
        while not self.begins(number):
            number -= 1
        return number

    def end_of(self, number: int) -> int:
        """Return the position after the last word of the sentence that a word is in."""
        number += 1
        while not self.begins(number):
            number += 1
        return number


def _begins_with_pronoun(text: str, start: int) -> bool:
    """Whether a word has a capital that it has at the start of a sentence only: "He", not "I"."""
    word = _FIRST_WORD.match(text, start)
    return word is not None and word.group() in _CAPITALISED


def read_stretch(printed: PrintedWords, part: slice) -> str:
    """Return some words with the marks between them; nothing of a reporter's words."""
    words = printed.words[part]
    pieces: list[str] = []
    for number, word in enumerate(words):
        before = words[number - 1] if number else None
        if before is not None:
            between = printed.text[before.end : word.start]
            pieces.append(between if before.part == word.part else ", ")
        pieces.append(printed.text[word.start : word.end])
    return "".join(pieces)


def read_separator(printed: PrintedWords, number: int) -> str:
    """Return what is printed between a word and the one before."""
    if not 0 < number < len(printed.words):
        return ""
    before, word = printed.words[number - 1 : number + 1]
    return printed.text[before.end : word.start] if before.part == word.part else ","


def read_marks_after(printed: PrintedWords, number: int) -> str:
    """Return the marks after the last word of a sentence that ends before `number`."""
    end = printed.words[number - 1].end
    return printed.text[end : end + 3].lstrip("\"'”’)")[:2]


@lru_cache(maxsize=1 << 12)
def split_clause(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case; numbers and marks are left out."""
    return tuple(lexeme.lower for lexeme in cut_lexemes(text) if lexeme.kind == WORD)
