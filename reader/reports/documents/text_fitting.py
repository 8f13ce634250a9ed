"""Breaks text into lines by estimated widths, where no font is available."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

_NARROW = frozenset("iIjlt.,:;!|'’‘()[]fr-“” ")
_WIDE = frozenset("mwMW—@%…")
_NARROW_WIDTH, _USUAL_WIDTH, _CAPITAL_WIDTH, _WIDE_WIDTH, _FULL_WIDTH = 0.36, 0.60, 0.80, 1.04, 1.05
"""Widths in sizes of the font: those of DejaVu Serif, the widest of the usual ones, so that no line
is too long in any of them."""


class StyledWord(NamedTuple):
    """A word with the name of its style."""

    text: str
    style: str
    is_glued: bool = False
    """Whether no space is before it."""


class StyledRun(NamedTuple):
    """Neighbouring words of one style in a line, with the spaces between and before them."""

    text: str
    style: str


def measure(text: str) -> float:
    """Return the estimated width of a text, in sizes of its font; it errs on the wide side."""
    return sum(map(_measure_character, text))


def break_lines(words: Iterable[StyledWord], room: float) -> Iterator[tuple[StyledRun, ...]]:
    """Yield lines that fit into a width; a word that is too long is cut.

    Args:
        words: the words.
        room: the width, in sizes of the font.
    """
    line: list[StyledWord] = []
    width = 0.0
    for word in words:
        for part in _cut(word, room):
            wide = measure(part.text)
            space = 0.0 if part.is_glued or not line else _NARROW_WIDTH
            if line and width + space + wide > room:
                yield _join(line)
                line, width, space = [], 0.0, 0.0
            width += wide + space
            line.append(part)
    if line:
        yield _join(line)


def _cut(word: StyledWord, room: float) -> Iterator[StyledWord]:
    start, width = 0, 0.0
    for position, character in enumerate(word.text):
        wide = _measure_character(character)
        if position > start and width + wide > room:
            yield word._replace(text=word.text[start:position])
            start, width = position, 0.0
        width += wide
    yield word._replace(text=word.text[start:])


def _join(words: Sequence[StyledWord]) -> tuple[StyledRun, ...]:
    runs: list[StyledRun] = []
    for word in words:
        space = " " if runs and not word.is_glued else ""
        if runs and runs[-1].style == word.style:
            runs[-1] = StyledRun(f"{runs[-1].text}{space}{word.text}", word.style)
        elif space:
            runs[-1] = StyledRun(f"{runs[-1].text} ", runs[-1].style)
            runs.append(StyledRun(word.text, word.style))
        else:
            runs.append(StyledRun(word.text, word.style))
    return tuple(runs)


def _measure_character(character: str) -> float:
    if character in _NARROW:
        return _NARROW_WIDTH
    if character in _WIDE:
        return _WIDE_WIDTH
    if east_asian_width(character) in "FW":
        return _FULL_WIDTH
    return _CAPITAL_WIDTH if character.isupper() else _USUAL_WIDTH
