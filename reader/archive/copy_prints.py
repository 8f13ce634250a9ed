"""Prints of a text: two texts that share a run of words share some of them.

A print is a number made of five words in a row. Of all runs of five words those with the least
number in every window are taken (winnowing; Schleimer, Wilkerson and Aiken 2003), so a run of ten
words that two texts share gives both at least one print. This module uses neither a store nor
an index.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

import numpy as np

from reader.articles import Article, ParagraphKind
from reader.text.words import split_characters, word_key

PRINT_WORDS = 5
"""Consecutive words in one print."""
WINDOW = 6
"""The number of consecutive runs of which the one with the least number is taken."""
FEWEST_SHARED = 3
"""Articles that share at least this many prints, about a run of thirty words, are compared."""
MOST_HOLDERS = 200
"""A print that more articles have than this is a turn of phrase or a line that sites print."""
MOST_WORDS = 200_000
"""The words of a text that are read."""

# Odd numbers of 64 bits without a pattern: the fractional parts of square roots of primes, as in
# SHA-512 (FIPS 180-4, section 5.3.5), made odd.
_FACTORS = np.array(
    [
        0x6A09E667F3BCC909,
        0xBB67AE8584CAA73B,
        0x3C6EF372FE94F82B,
        0xA54FF53A5F1D36F1,
        0x510E527FADE682D1,
    ],
    np.uint64,
)
_MIX = np.uint64(0x9B05688C2B3E6C1F)
_HALF = np.uint64(32)


def read_prints(article: Article) -> tuple[int, ...]:
    """Return the prints of the story of an article, each once, in ascending order; 32 bits each."""
    printed: list[str] = []
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.BODY and len(printed) < MOST_WORDS:
            printed += split_characters(paragraph.text)
    return prints_of_words(printed[:MOST_WORDS])


def prints_of_words(printed: list[str]) -> tuple[int, ...]:
    """Return the prints of words in a row, each once, in ascending order."""
    runs = len(printed) - PRINT_WORDS + 1
    if runs < 1:
        return ()
    words = np.fromiter(map(_hash_word, printed), np.uint64, len(printed))
    rows = np.zeros(runs, np.uint64)
    for place, factor in enumerate(_FACTORS):
        rows += words[place : place + runs] * factor
    rows = (rows ^ (rows >> _HALF)) * _MIX
    least = rows[: runs - WINDOW + 1].copy() if runs > WINDOW else rows[:1].copy()
    for place in range(1, min(WINDOW, runs)):
        np.minimum(least, rows[place : place + len(least)], out=least)
    # The least of several numbers are small ones: mixed again they are spread over all.
    prints = ((least ^ (least >> _HALF)) * _MIX) >> _HALF
    return tuple(np.unique(prints).tolist())


@lru_cache(maxsize=1 << 17)
def _hash_word(printed: str) -> int:
    return crc32(word_key(printed).encode("utf-8", "surrogatepass"))
