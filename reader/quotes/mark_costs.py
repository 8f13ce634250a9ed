"""What it costs to read a quotation mark as an opening, a closing or a meaningless one.

The costs are set by hand and compared with each other only: 0 is customary typesetting, 0.5 to
1.5 is ambiguous, 2.5 and more is against custom. The texts of tests/quotes/test_mark_costs.py
and test_quotation_marks.py hold what each of them decides.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.quotes.mark_signs import (
    AFTER_CLOSING,
    BEFORE_OPENING,
    SPACES,
    MarkFamily,
    PrintedMark,
)
from reader.text.quote_signs import ANGLES, LEFT_ANGLES, RIGHT_ANGLES

_SENTENCE_END = frozenset(".?!…")
_MOST_SPACES = 3
"""Spaces that are skipped between a mark and the character before it."""
_CLIPPED_CHARS = 9
"""Characters after a mark in which a clipped word is searched."""
_CLIPPED_WORD = re.compile(
    r"\s?(?:s|t|re|ve|ll|d|m|em|n|tis|twas|cause|til|till|round|bout|cos|\d\ds?)(?![^\W_])", re.I
)
_MEASURE = re.compile(r"\d\s?$")


class MarkCosts(NamedTuple):
    """The costs of the ways to read one mark."""

    opening: float
    closing: float
    nothing: float
    """To read it as an apostrophe, a sign of measure or a stray mark."""
    repeated: float
    """Added to an opening mark while the last one is still open."""
    inner: float
    """Added to an opening mark inside a quotation with the same family of marks."""


class _Surroundings(NamedTuple):
    """The characters beside a mark."""

    before: str
    after: str
    second: str
    """The character after the next one."""
    previous: str
    """The last character before it that is no space; empty at the start of the line."""
    ends_line: bool
    """Whether no more than spaces follow in the next characters."""

    @property
    def is_open_left(self) -> bool:
        """Whether it is set as an opening mark is on its left."""
        return self.before in BEFORE_OPENING

    @property
    def is_open_right(self) -> bool:
        """Whether it is set as a closing mark is on its right."""
        return self.after in AFTER_CLOSING

    @property
    def follows_stop(self) -> bool:
        """Whether the end of a sentence comes before it."""
        return self.previous in _SENTENCE_END

    @property
    def follows_comma(self) -> bool:
        """Whether a comma or a semicolon comes before it."""
        return self.previous in (",", ";")


class _SideCosts(NamedTuple):
    """The costs of an opening and of a closing mark, by what is beside it."""

    opening: float
    closing: float

    def add(self, opening: float = 0.0, closing: float = 0.0) -> _SideCosts:
        """Add to both."""
        return _SideCosts(self.opening + opening, self.closing + closing)


# Between spaces or punctuation on both sides: 'said , " We'.
_BEFORE_PUNCTUATION = _SideCosts(2.5, 0.0)
_BETWEEN_SPACES = _SideCosts(0.6, 0.5)
_AFTER_STOP_BETWEEN_SPACES = _SideCosts(0.6, 0.2)
_AFTER_COMMA_BEFORE_LOWER = _SideCosts(1.1, 0.2)
# Set as an opening mark: ' "We'.
_OPENING_SET = _SideCosts(0.0, 2.5)
_OPENING_AFTER_COMMA = _SideCosts(0.3, 0.8)
_OPENING_AFTER_CRY = _SideCosts(0.0, 1.4)
# Set as a closing mark: 'go," '.
_CLOSING_SET = _SideCosts(3.0, 0.0)
_CLOSING_AFTER_COLON = _SideCosts(1.0, 1.0)
# Between two letters or signs: 'go,"he', 'a"b'.
_CLOSING_AFTER_PUNCTUATION = _SideCosts(1.8, 0.4)
_INSIDE_WORD = _SideCosts(1.4, 1.4)

_AT_LINE_START_CLOSING = 1.5
_AT_LINE_END_OPENING = 2.0
_END_CHARS = 4
"""Characters after a mark that are spaces where it ends the line."""

# A sign that shows its direction: cheaper in that direction, dearer in the other.
_SHOWN, _AGAINST = 0.5, 2.5
_SURE, _IMPOSSIBLE = 0.3, 4.0

_REPEATED_AT_LINE_START, _REPEATED_AFTER_STOP, _REPEATED_ELSEWHERE = 1.0, 1.3, 2.6
# Right behind a word, before a small letter: a phrase is quoted there, nothing was to be closed.
_REPEATED_IN_CLAUSE = 4.0
_INNER_STRAIGHT, _INNER_DIRECTED = 6.0, 1.0
_NOTHING = 4.0
_MEASURE_OPENING = 1.0
_MEASURE_NOTHING, _MEASURE_NOTHING_BEFORE_STOP = 1.2, 2.2
_STRAIGHT_SIGNS = ('"', "''", "``", "'")

# Single marks: they neither repeat nor nest in their own family.
_SINGLE_REPEATED = 9.0
_SINGLE_OPENING = 0.4
_SINGLE_NOTHING = 1.5
# Before a clipped word ('90s, 'em).
_CLIPPED_OPENING, _CLIPPED_CLOSING, _CLIPPED_NOTHING = 3.0, 2.5, 0.0
_GENITIVE_NOTHING, _AFTER_LETTER_NOTHING = 0.1, 0.6
_AFTER_LETTER_CLOSING, _AFTER_LETTER_CLOSING_BEFORE_SPACE = 0.3, 0.5
_AFTER_STOP_NOTHING = 2.5
_BEFORE_DIGIT_OPENING = 1.0
_ALONE_NOTHING = 0.3
_AFTER_DIGIT_NOTHING = 0.0


def compute_mark_costs(
    text: str, start: int, end: int, mark: PrintedMark, *, german_style: bool
) -> MarkCosts:
    """Return the costs of reading one mark of the line `text[start:end]`.

    `german_style` says that the marks of the line are set as in German: »so« and „so“.
    """
    around = _read_surroundings(text, start, end, mark)
    sides = _weigh_spacing(around)
    if around.previous == "":
        sides = sides.add(closing=_AT_LINE_START_CLOSING)
    if around.ends_line:
        sides = sides.add(opening=_AT_LINE_END_OPENING)
    sides = _weigh_sign(mark.sign, sides, german_style)
    if mark.family is MarkFamily.SINGLE:
        clipped = _CLIPPED_WORD.match(text, mark.end, min(end, mark.end + _CLIPPED_CHARS))
        return _weigh_single(mark.sign, sides, around, clipped is not None)
    nothing = _NOTHING
    if _MEASURE.search(text, max(start, mark.start - 2), mark.start):
        sides = sides.add(opening=_MEASURE_OPENING)
        stops = around.after in ".,;:!?"
        nothing = _MEASURE_NOTHING_BEFORE_STOP if stops else _MEASURE_NOTHING
    inner = _INNER_STRAIGHT if mark.sign in _STRAIGHT_SIGNS else _INNER_DIRECTED
    return MarkCosts(*sides, nothing, _weigh_repetition(around), inner)


def _read_surroundings(text: str, start: int, end: int, mark: PrintedMark) -> _Surroundings:
    before = text[mark.start - 1] if mark.start > start else " "
    previous = before
    position = mark.start - 1
    while previous in SPACES and position > start and mark.start - position <= _MOST_SPACES:
        position -= 1
        previous = text[position]
    return _Surroundings(
        before=before,
        after=text[mark.end] if mark.end < end else " ",
        second=text[mark.end + 1 : mark.end + 2],
        previous="" if mark.start == start or position < start else previous,
        ends_line=not text[mark.end : mark.end + _END_CHARS].strip(),
    )


def _weigh_spacing(around: _Surroundings) -> _SideCosts:
    if around.is_open_left and around.is_open_right:
        return _weigh_between_spaces(around)
    if around.is_open_left:
        return _weigh_opening_set(around)
    if around.is_open_right:
        return _CLOSING_SET if around.previous != ":" else _CLOSING_AFTER_COLON
    return _CLOSING_AFTER_PUNCTUATION if around.before in ",.!?;…" else _INSIDE_WORD


def _weigh_between_spaces(around: _Surroundings) -> _SideCosts:
    if around.before in SPACES and around.after not in SPACES and around.after in ".,;:!?)":
        return _BEFORE_PUNCTUATION
    if not (around.follows_stop or around.follows_comma):
        return _BETWEEN_SPACES
    if around.previous == "," and around.second.islower():
        return _AFTER_COMMA_BEFORE_LOWER
    return _AFTER_STOP_BETWEEN_SPACES


def _weigh_opening_set(around: _Surroundings) -> _SideCosts:
    if around.follows_comma or (around.follows_stop and around.after.islower()):
        return _OPENING_AFTER_COMMA
    return _OPENING_AFTER_CRY if around.previous in ("?", "!") else _OPENING_SET


def _weigh_sign(sign: str, sides: _SideCosts, german_style: bool) -> _SideCosts:
    """Weigh the costs by the direction that a sign shows."""
    opening, closing = sides
    if sign in ("“", "‘", "‟", "``"):
        if german_style:
            return _SideCosts(opening + _AGAINST, closing * _SHOWN)
        return _SideCosts(opening * _SHOWN, closing + _AGAINST)
    if sign in ("”", "’"):
        return _SideCosts(opening + _AGAINST, closing * _SHOWN)
    if sign in ("„", "‚"):
        return _SideCosts(opening * _SURE, closing + _IMPOSSIBLE)
    if sign in ANGLES:
        if sign in (RIGHT_ANGLES if german_style else LEFT_ANGLES):
            return _SideCosts(opening * _SURE, closing + _IMPOSSIBLE)
        return _SideCosts(opening + _IMPOSSIBLE, closing * _SURE)
    return sides


def _weigh_repetition(around: _Surroundings) -> float:
    if around.previous == "":
        return _REPEATED_AT_LINE_START
    if around.follows_stop:
        return _REPEATED_AFTER_STOP
    in_clause = around.previous.isalnum() and around.is_open_left and around.after.islower()
    return _REPEATED_IN_CLAUSE if in_clause else _REPEATED_ELSEWHERE


def _weigh_single(
    sign: str, sides: _SideCosts, around: _Surroundings, is_clipped: bool
) -> MarkCosts:
    """Weigh a single mark against an apostrophe and a sign of feet or minutes."""
    if sign != "‘" and is_clipped:
        opening, closing = sides.add(_CLIPPED_OPENING, _CLIPPED_CLOSING)
        return MarkCosts(opening, closing, _CLIPPED_NOTHING, _SINGLE_REPEATED, _SINGLE_REPEATED)
    nothing = _SINGLE_NOTHING
    if around.before.isalnum():
        nothing = _GENITIVE_NOTHING if around.before in "sSzx" else _AFTER_LETTER_NOTHING
        before_space = around.after in " "
        sides = sides.add(
            closing=_AFTER_LETTER_CLOSING_BEFORE_SPACE if before_space else _AFTER_LETTER_CLOSING
        )
    elif around.before in ".,!?…":
        nothing = _AFTER_STOP_NOTHING
    if around.after.isdigit() and sign != "‘":
        sides = sides.add(opening=_BEFORE_DIGIT_OPENING)
    if around.before.isdigit():
        nothing = _AFTER_DIGIT_NOTHING
    elif sign == "’" and around.before == around.after == " ":
        nothing = _ALONE_NOTHING
    opening, closing = sides.add(opening=_SINGLE_OPENING)
    return MarkCosts(opening, closing, nothing, _SINGLE_REPEATED, _SINGLE_REPEATED)
