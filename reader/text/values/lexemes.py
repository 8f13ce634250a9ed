"""Cutting a text into the pieces that values are read from.

The words of `reader.text.words` are too coarse for that: signs such as "$", "%", "-" and ":" are
no words there and belong to a value here, "km/h" and "a.m." are read sign by sign, and whether a
space is between two pieces decides what they mean ("3-4", "3 - 4", "3 -4").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"
WORD_PATTERN = rf"[^\W\d_{_FRACTIONS}]+(?:['’][^\W\d_{_FRACTIONS}]+)*"
# No two repeats overlap, so the time is linear in the length of any text.
_LEXEME = re.compile(
    rf"(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    rf"|(?P<word>{WORD_PATTERN})"
    r"|(?P<mark>\S)"
)

NUMBER, WORD, MARK = "number", "word", "mark"

GLUED, SPACED, APART = 0, 1, 2
"""What is between a lexeme and the one before: nothing, up to three spaces, or more.

The end of a line is more: nothing is read across it.
"""

HYPHENS = "-‐‑"

_LONGEST = 40
_WIDEST_GAP = 3


class Lexeme(NamedTuple):
    """A number in digits, a word, or one other character."""

    kind: str
    start: int
    end: int
    raw: str
    """As written; a number or word of more than 40 characters is cut to its first ones."""
    lower: str
    """The word in lower case, with a straight apostrophe."""
    gap: int
    """GLUED, SPACED or APART from the lexeme before; APART at the start of the text."""


EDGE = Lexeme("edge", 0, 0, "\n", "\n", APART)
"""What is before the first and after the last lexeme: no word or sign, and apart from them."""


def lexeme_at(lexemes: list[Lexeme], index: int) -> Lexeme:
    """Return the lexeme at an index, or `EDGE` where the text has none."""
    return lexemes[index] if 0 <= index < len(lexemes) else EDGE


@lru_cache(maxsize=8)
def cut_lexemes(text: str) -> list[Lexeme]:
    """Return the lexemes of `text` in order, a list to read only. Linear in its length.

    The last ones are remembered: values, names and clauses of one text are read in turn.

    Numbers keep the points and commas between digits ("1,250.5") and nothing else, so no
    number goes over a space or any other mark.
    """
    lexemes: list[Lexeme] = []
    last = -1
    for match in _LEXEME.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or MARK
        raw = text[start:end] if end - start <= _LONGEST else text[start : start + _LONGEST]
        lower = raw.lower().replace("’", "'") if kind == WORD else raw
        if start == last:
            gap = GLUED
        elif start - last == 1 and last >= 0 and text[last] == " ":
            gap = SPACED
        elif last < 0 or start - last > _WIDEST_GAP or "\n" in text[last:start]:
            gap = APART
        else:
            gap = SPACED
        lexemes.append(Lexeme(kind, start, end, raw, lower, gap))
        last = end
    return lexemes


def is_whole(lexeme: Lexeme) -> bool:
    """Return whether `raw` is all of the lexeme, not the start of an overlong one."""
    return lexeme.end - lexeme.start <= _LONGEST


def phrase_at(lexemes: list[Lexeme], index: int, count: int) -> str:
    """Return `count` lexemes from `index` as one lower-case phrase, or "" where a gap is in it.

    Words are joined by a space and glued marks by nothing: "per cent", "km/h".
    """
    if index < 0 or index + count > len(lexemes):
        return ""
    parts = [lexemes[index].lower]
    for lexeme in lexemes[index + 1 : index + count]:
        if lexeme.gap == APART:
            return ""
        parts.append(lexeme.lower if lexeme.gap == GLUED else " " + lexeme.lower)
    return "".join(parts)


def is_glued(lexemes: list[Lexeme], index: int, marks: str, kind: str) -> bool:
    """Return whether one of `marks` and a lexeme of `kind` follow without a space."""
    return (
        index + 1 < len(lexemes)
        and lexemes[index].gap == GLUED
        and lexemes[index].raw in marks
        and lexemes[index + 1].gap == GLUED
        and lexemes[index + 1].kind == kind
    )
