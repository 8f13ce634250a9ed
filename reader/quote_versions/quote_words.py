"""The words of a quote.

Typography is no part of a word's key: case, accents, apostrophes, dashes, hyphens and the style
of the marks are left out. What is evidence of a cut is recorded beside the words: ellipses, square
brackets, interruptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

MAX_WORDS = 2_000
"""Words of a quote that are compared; the rest is left out."""

_PRINTED = (
    r"\d+(?:[.,:]\d+)+"
    r"|[^\W_]+(?:[.][^\W_]+)*(?: ?[’'] ?(?:s|t|re|ve|ll|d|m)(?![^\W_])|[’'][^\W_]+)?"
)
_WORD = re.compile(
    r"(?P<gap>\[?\(?(?:\.{3,4}|…|\. \. \.)\)?\]?)|(?P<open>\[)|(?P<close>\])"
    rf"|(?P<word>{_PRINTED})",
    re.IGNORECASE,
)
_WORD_ALONE = re.compile(_PRINTED, re.IGNORECASE)
_STOP = re.compile("[,;:.?!–—]")
_NO_KEY = re.compile("[ '.,]")


class QuoteWord(NamedTuple):
    """One word of a quote with what is printed beside it."""

    start: int
    end: int
    key: str
    """The form that is compared."""
    part: int
    """The number of the stretch between marks that it belongs to, from 0."""
    after_ellipsis: bool
    """Whether an ellipsis is between it and the word before."""
    bracketed: bool
    """Whether it is in square brackets: the reporter's word, not the speaker's."""
    after_stop: bool = False
    """Whether a comma, a dash or a stop is between it and the word before."""


@lru_cache(maxsize=65_536)
def normalize_word(printed: str) -> str:
    """Return the form of a word that is compared, its key."""
    if printed.isascii():
        plain = printed.lower()
    else:
        decomposed = normalize("NFKD", printed.casefold())
        plain = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f").replace("’", "'")
    return _NO_KEY.sub("", plain)


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
    for part, (start, end) in enumerate(spans):
        is_after_ellipsis = is_bracketed = False
        last = start
        for match in _WORD.finditer(text, start, end):
            kind = match.lastgroup
            if kind == "gap":
                is_after_ellipsis = True
            elif kind == "word":
                first, after = match.span()
                # Nearly always a single space is between two words.
                has_stop = text[last:first] != " " and _STOP.search(text, last, first) is not None
                key = normalize_word(match.group())
                words.append(
                    QuoteWord(first, after, key, part, is_after_ellipsis, is_bracketed, has_stop)
                )
                is_after_ellipsis, last = False, after
            else:
                is_bracketed = kind == "open"
    return words[:limit]


def split_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Return the words of `text[start:end]` as they are printed, in order."""
    return _WORD_ALONE.findall(text, start, len(text) if end is None else end)


def normalize_words(text: str) -> list[str]:
    """Return the keys of all words of a text, in order."""
    return [normalize_word(word) for word in split_words(text)]
