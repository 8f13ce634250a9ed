"""The words of a quote.

Beside the key of a word is recorded what is evidence of a cut: ellipses, square brackets,
interruptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reader.text.abbreviations import is_abbreviation
from reader.text.quote_signs import QUOTE_SIGNS
from reader.text.words import WORD_PATTERN, is_possessive, word_characters, word_key

MAX_WORDS = 2_000
"""Words of a quote that are compared; the rest is left out."""

_WORD = re.compile(
    r"(?P<gap>\[?\(?(?:\.{3,4}|…|\. \. \.)\)?\]?)|(?P<open>\[)|(?P<close>\])"
    rf"|(?P<word>{WORD_PATTERN})"
)
_STOP = re.compile("[,;:.?!–—]")
_SENTENCE_END = re.compile("[.?!…]")
_MARKS_BEFORE = f" {QUOTE_SIGNS}"
"""What is printed before a part of a quote."""


class QuoteWord(NamedTuple):
    """One word of a quote with what is printed beside it."""

    start: int
    end: int
    key: str
    """The form that is compared (`reader.text.words.word_key`)."""
    part: int
    """The number of the stretch between marks that it belongs to, from 0."""
    after_ellipsis: bool
    """Whether an ellipsis is between it and the word before."""
    bracketed: bool
    """Whether it is in square brackets: the reporter's word, not the speaker's."""
    after_stop: bool = False
    """Whether a comma, a dash or a stop is between it and the word before."""
    possessive: bool = False
    """Whether it has a possessive ending, which is no part of its key."""
    opens_sentence: bool = False
    """Whether a sentence ends between it and the word before."""


@lru_cache(maxsize=1 << 14)
def _read_key(printed: str) -> tuple[str, bool]:
    """Return the key of a word, and whether it leaves out a possessive ending."""
    return word_key(printed), is_possessive(printed)


def read_quote_words(
    text: str, spans: Iterable[tuple[int, int]], *, limit: int | None = MAX_WORDS
) -> list[QuoteWord]:
    """Read the words of a quote in the given stretches of `text`, in order.

    Args:
        text: the text.
        spans: the stretches.
        limit: the number of words after which the rest is left out, None for all.
    """
    words: list[QuoteWord] = []
    # Half of the time of a named tuple is the function in front of this one.
    make_word = tuple.__new__
    is_ascii = text.isascii()
    part_end = 0
    for part, (start, end) in enumerate(spans):
        is_after_ellipsis = is_bracketed = False
        last = start
        is_later_part = bool(words)
        for match in _WORD.finditer(text, start, end):
            kind = match.lastgroup
            if kind == "gap":
                is_after_ellipsis = True
            elif kind == "word":
                span = match.span()
                pieces = (
                    (span,) if is_ascii or match.group().isascii() else word_characters(text, *span)
                )
                for first, after in pieces:
                    key, possessive = _read_key(text[first:after])
                    # Nearly always a single space is between two words.
                    has_stop = text[last:first] != " " and bool(_STOP.search(text, last, first))
                    if is_later_part:
                        opens = _opens_later_part(text, part_end, start, first)
                        is_later_part = False
                    else:
                        opens = has_stop and _opens_sentence(text, last, first)
                    signs = is_after_ellipsis, is_bracketed, has_stop, possessive, opens
                    words.append(make_word(QuoteWord, (first, after, key, part, *signs)))
                    is_after_ellipsis, last = False, after
            else:
                is_bracketed = kind == "open"
        part_end = words[-1].end if words else part_end
    if any(word.bracketed for word in words):
        words = _join_initials(text, words)
    return words[:limit]


def _opens_sentence(text: str, last: int, first: int) -> bool:
    """Return whether a sentence ends between two words, as far as marks and a capital show."""
    if not text[first].isupper() or _SENTENCE_END.search(text, last, first) is None:
        return False
    word = text.rfind(" ", 0, last) + 1
    return not is_abbreviation(text[word:last].lstrip("“\"‘'"))


def _opens_later_part(text: str, last: int, start: int, first: int) -> bool:
    """Return whether a sentence ends between two parts of a quote, as marks and a capital show.

    It ends with the words before the reporter's, or with these; so it does with a paragraph.

    Args:
        text: the text.
        last: the end of the last word before.
        start: the start of the part.
        first: the start of its first word.
    """
    if not text[first].isupper():
        return False
    between = text[last:start]
    if "\n" in between:
        return True
    if _SENTENCE_END.match(between) and _opens_sentence(text, last, first):
        return True
    return _SENTENCE_END.match(between[1:].rstrip(_MARKS_BEFORE)[-1:]) is not None


def _join_initials(text: str, words: list[QuoteWord]) -> list[QuoteWord]:
    """Join the letter of "[T]he" to the rest of its word: its brackets only alter the case."""
    joined: list[QuoteWord] = []
    for word in words:
        if joined and _is_initial(text, joined[-1], word):
            first = joined[-1]
            key, possessive = _read_key(text[first.start : first.end] + text[word.start : word.end])
            joined[-1] = first._replace(
                start=first.start - 1,
                end=word.end,
                key=key,
                possessive=possessive,
                bracketed=False,
            )
        else:
            joined.append(word)
    return joined


def _is_initial(text: str, word: QuoteWord, after: QuoteWord) -> bool:
    """Whether a word is the bracketed first letter of the next one."""
    is_letter = word.bracketed and word.end - word.start == 1 and text[word.start - 1] == "["
    return is_letter and after.start == word.end + 1 and text[word.end] == "]"
