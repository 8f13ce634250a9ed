"""Searching the articles' text: case, accents and typography never matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.articles import Article

_SAME_AS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
     "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " "}
)  # fmt: skip


_MARKS = re.compile("[\u0300-\u036f]")


class SearchHit(NamedTuple):
    """One place where the words stand: positions of article and paragraph, and characters."""

    article: int
    paragraph: int
    start: int
    end: int


class _OneToOne(dict[int, str]):
    """Folds a character to one character, so that offsets stay those of the text."""

    def __missing__(self, code: int) -> str:
        character = chr(code).translate(_SAME_AS).lower()
        base, *marks = tuple(unicodedata.normalize("NFD", character))
        # Only accents go: a syllable or a kana also comes apart, but into other letters.
        accented = all("\u0300" <= mark <= "\u036f" for mark in marks)
        folded = base if accented else character[0]
        self[code] = folded
        return folded


_FOLD = _OneToOne()


def folded(text: str) -> str:
    """The text as it is searched; always as long as the text."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def find_hits(
    articles: Sequence[Article], words: str, cancelled: Callable[[], bool] = lambda: False
) -> list[SearchHit]:
    """Every place where the words stand, in the order of the articles.

    Args:
        articles: where to look.
        words: what to look for, as one string; empty finds nothing.
        cancelled: asked every few hundred paragraphs; True ends the search early.
    """
    needle = _MARKS.sub("", folded(words))
    hits: list[SearchHit] = []
    if not needle:
        return hits
    for number, article in enumerate(articles):
        for position, paragraph in enumerate(article.paragraphs):
            if position % 256 == 0 and cancelled():
                return hits
            hits += [SearchHit(number, position, *span) for span in _spans(paragraph.text, needle)]
    return hits


def _spans(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every place of the needle, which has no accents of its own."""
    searched = folded(text)
    # Accents that stand as characters of their own are looked past.
    places: list[int] | None = None
    if _MARKS.search(searched):
        places = [at for at, character in enumerate(searched) if not _MARKS.match(character)]
        searched = "".join(map(searched.__getitem__, places))
        places.append(len(text))
    start = searched.find(needle)
    while start >= 0:
        end = start + len(needle)
        yield (start, end) if places is None else (places[start], places[end])
        start = searched.find(needle, end)
