"""Searching the text of the articles; case, accents and typography never matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.articles import Article
from reader.text.quote_signs import SINGLE_SIGNS, UNMISTAKABLE_SIGNS
from reader.text.words import strip_accents

_PLAIN = str.maketrans(
    {
        **dict.fromkeys(UNMISTAKABLE_SIGNS, '"'),
        **dict.fromkeys(SINGLE_SIGNS, "'"),
        **dict.fromkeys("–—‐‑−", "-"),
        **dict.fromkeys("\u00a0\u202f", " "),
    }
)
"""Typographic characters and the plain ones they are searched as."""

_ACCENTS = re.compile("[\u0300-\u036f]")
"""Combining diacritical marks of Unicode."""


_CANCEL_CHECK_PARAGRAPHS = 256
"""Paragraphs searched between two checks: a few milliseconds."""


class SearchHit(NamedTuple):
    """One occurrence of the words: positions of article and paragraph, and characters."""

    article: int
    paragraph: int
    start: int
    end: int


class _CharacterFolding(dict[int, str]):
    """Folds a character to one character, so that offsets remain those of the text."""

    def __missing__(self, code: int) -> str:
        character = chr(code).translate(_PLAIN).lower()
        plain = strip_accents(character).lower()
        folded = self[code] = plain if len(plain) == 1 else character[0]
        return folded


_FOLD = _CharacterFolding()


def folded(text: str) -> str:
    """Return the text as it is searched; it is as long as the text."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def find_hits(
    articles: Sequence[Article], words: str, is_cancelled: Callable[[], bool] = lambda: False
) -> list[SearchHit]:
    """Return every occurrence of the words, in the order of the articles.

    Args:
        articles: the articles to search.
        words: the words to find, as one string; an empty one is found nowhere.
        is_cancelled: called every few hundred paragraphs; True ends the search early.
    """
    needle = _ACCENTS.sub("", folded(words))
    hits: list[SearchHit] = []
    if not needle:
        return hits
    for number, article in enumerate(articles):
        for position, paragraph in enumerate(article.paragraphs):
            if position % _CANCEL_CHECK_PARAGRAPHS == 0 and is_cancelled():
                return hits
            hits += [SearchHit(number, position, *span) for span in _spans(paragraph.text, needle)]
    return hits


def _spans(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every occurrence of the needle, which has no accents of its own."""
    searched = folded(text)
    # Accents that are characters of their own are skipped.
    places: list[int] | None = None
    if _ACCENTS.search(searched):
        places = [at for at, character in enumerate(searched) if not _ACCENTS.match(character)]
        searched = "".join(map(searched.__getitem__, places))
        places.append(len(text))
    start = searched.find(needle)
    while start >= 0:
        end = start + len(needle)
        yield (start, end) if places is None else (places[start], places[end])
        start = searched.find(needle, end)
