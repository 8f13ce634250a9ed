"""Joining the lines of texts that were saved from mail or from printed pages.

Lines are joined only where the text as a whole shows that it is wrapped: at a fixed width, as
mail is, or at that of a printed column, where lines of one width have different numbers of
characters. Verse, lists and texts with one paragraph a line are left as they are: their lines
end where a thought ends, and not where the column does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.articles.broken_words import BrokenWords
from reader.articles.running_heads import SENTENCE_ENDS, find_running_heads
from reader.articles.wrapped_headlines import fills_headline, headline_goes_on, may_be_headline

# Columns.
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 140
_NARROWEST_COLUMN = 24
# A wrapped line may exceed the width below which most lines stay by so many columns.
_OVERHANG = 8
# The share of lines that are no longer than the width at which the text is wrapped.
_WRAPPED_SHARE = 0.98
_SAMPLE_LINES = 4000
# Of a printed column: lines that break off inside a sentence; their share of all; the share of
# them that reaches about as far as the others; the most of them with a comma or the like at the
# end, where verse and lists have one at every second line.
_FEWEST_BROKEN, _BROKEN_SHARE = 5, 0.25
_REGULAR_SHARE, _REGULAR_REACH = 0.85, (0.85, 2.5)
_PAUSES, _PAUSES_SHARE = ",;:–—", 0.25
# The share of broken lines that may reach less far than what is taken for a full line.
_SHORT_LINES_SHARE = 0.05
# Characters of a line that a running head interrupts, in a text that is not wrapped: no verse.
_SHORTEST_UNWRAPPED = 50
# Lines in which a headline is searched, and the shortest of the story below it.
_HEADLINE_REACH = 8
_SHORTEST_STORY_LINE = 120
# A text of more lines was never printed; joining its lines would take too long.
_MOST_LINES = 500_000
_QUOTING = re.compile(r"(?:>[ \t]?){1,9}")
_FEWEST_QUOTED = 3
_ADDRESS = re.compile(r"\S{0,40}(?:@|://|\.[a-z])")
_BULLET = re.compile(r"[•▪◦‣·*-]\s")


class UnwrappedParagraph(NamedTuple):
    """A paragraph of a text."""

    text: str
    is_page_matter: bool = False
    """Whether it is a running head, a foot or a page number."""


class _WrappedLine(NamedTuple):
    text: str
    """Stripped, not empty."""
    indent: int
    """White space before it, in characters."""
    has_gap: bool
    """Whether a blank line is above it."""
    is_page_start: bool

    @property
    def length(self) -> int:
        """In characters, the indentation included."""
        return self.indent + len(self.text)

    @property
    def is_finished(self) -> bool:
        """Whether it ends where a sentence may end."""
        return self.text[-1] in SENTENCE_ENDS

    @property
    def begins_small(self) -> bool:
        """Whether it begins with a small letter, and not with an address."""
        return self.text[0].islower() and not _ADDRESS.match(self.text)


_Pair = tuple[_WrappedLine, _WrappedLine]
"""A line and the next, without a blank line between."""


def unwrap_paragraphs(
    lines: Sequence[str], page_starts: Sequence[int] = ()
) -> Iterator[UnwrappedParagraph]:
    """Yield the paragraphs of a text given line by line, in order and stripped.

    Running heads and page numbers follow the paragraph that they interrupt. Every character that
    is not white space is in exactly one paragraph, but for the hyphens of words broken at the
    end of a line and the signs with which mail marks quoted lines.

    Args:
        lines: the cleaned text.
        page_starts: the positions of the lines with which pages after the first begin, where
            the text states them.
    """
    if len(lines) > _MOST_LINES:
        yield from (UnwrappedParagraph(text) for line in lines if (text := line.strip()))
        return
    filled = _read_lines(lines, page_starts)
    texts = [line.text for line in filled]
    starts = [at for at, line in enumerate(filled) if line.is_page_start]
    wrapping = _find_wrapping(filled)
    shortest = wrapping.width // 2 if wrapping else _SHORTEST_UNWRAPPED
    heads = find_running_heads(texts, starts, shortest_interrupted=shortest)
    body = [line for at, line in enumerate(filled) if at not in heads]
    wrapping = _find_wrapping(body) if heads else wrapping
    if wrapping is None and not heads and not _has_story(texts):
        yield from (UnwrappedParagraph(text) for text in texts)
        return
    yield from _Joiner(body, wrapping).join(filled, heads)


def find_wrap_width(lines: Sequence[str]) -> int | None:
    """Return the width in columns at which the text is wrapped, None where it is not.

    Of neighbouring lines, at least half must be full; of these, half must be interrupted
    inside a sentence, and a quarter must go on with a small letter.
    """
    return _find_width(_neighbours(_read_lines(lines[:_SAMPLE_LINES], ())))


class _Wrapping(NamedTuple):
    """How the lines of a text are wrapped."""

    shortest_reach: int
    """Characters of the shortest full line with the next word, which did not fit on it."""
    usual_reach: int
    """The same of half of the lines. One that may be the last of its paragraph must have it."""
    width: int

    def is_full(self, above: _WrappedLine, below: _WrappedLine) -> bool:
        """Return whether the first word below would not have fitted on the line above."""
        return _reach(above, below) >= (
            self.usual_reach if above.is_finished else self.shortest_reach
        )

    def continues(self, above: _WrappedLine, below: _WrappedLine, *, is_bridged: bool) -> bool:
        """Return whether a line goes on in another.

        Args:
            above: a line.
            below: the next of its text.
            is_bridged: whether the end of a page is between them.
        """
        is_full = self.is_full(above, below)
        breaks_sentence = not above.is_finished and below.begins_small
        if is_bridged:
            return not above.is_finished and (is_full or (breaks_sentence and self.is_long(above)))
        if below.has_gap:
            return breaks_sentence and is_full
        if (below.indent and not above.indent) or _BULLET.match(below.text):
            return False
        return self.is_long(above) if breaks_sentence else is_full

    def is_long(self, line: _WrappedLine) -> bool:
        """Return whether a line may be one of a paragraph that another follows."""
        return 2 * line.length >= self.width


class _Joiner:
    """Joins the lines of one text.

    Args:
        body: its lines without running heads.
        wrapping: how they are wrapped, None where they are not.
    """

    def __init__(self, body: Sequence[_WrappedLine], wrapping: _Wrapping | None) -> None:
        self._wrapping = wrapping
        self._words = BrokenWords([line.text for line in body])
        self._headlines = (
            _find_headlines(body, wrapping) if _has_story_below(body, wrapping) else frozenset()
        )

    def join(
        self, lines: Sequence[_WrappedLine], heads: frozenset[int]
    ) -> Iterator[UnwrappedParagraph]:
        """Yield the paragraphs of all lines; `heads` are the positions of running heads."""
        # The lines of the paragraph so far; joined once, for it may have any number of them.
        begun: list[str] = []
        previous: _WrappedLine | None = None
        between: list[str] = []
        position = 0
        for at, line in enumerate(lines):
            if at in heads:
                between.append(line.text)
                continue
            if previous is not None and self._continues(previous, line, position, bool(between)):
                joined = self._words.join(begun[-1], line.text)
                begun[-1:] = [joined[: -len(line.text)], line.text]
            else:
                if begun:
                    yield UnwrappedParagraph("".join(begun))
                begun = [line.text]
                yield from (UnwrappedParagraph(text, is_page_matter=True) for text in between)
                between = []
            previous = line
            position += 1
        if begun:
            yield UnwrappedParagraph("".join(begun))
        yield from (UnwrappedParagraph(text, is_page_matter=True) for text in between)

    def _continues(
        self, above: _WrappedLine, below: _WrappedLine, position: int, has_heads: bool
    ) -> bool:
        if position in self._headlines:
            return True
        is_bridged = has_heads or below.is_page_start
        if self._wrapping is not None:
            return self._wrapping.continues(above, below, is_bridged=is_bridged)
        # One paragraph a line: a sentence goes on only where the end of a page is between.
        return is_bridged and not above.is_finished and below.begins_small


def _read_lines(lines: Sequence[str], page_starts: Sequence[int]) -> list[_WrappedLine]:
    """Return the lines that are not blank, without the marks of lines quoted in mail."""
    filled: list[_WrappedLine] = []
    has_gap = False
    starts = sorted(page_starts)
    quoted = _quoted_lines(lines)
    last = -1
    for at, line in enumerate(lines):
        if at in quoted:
            line = line[len(match[0]) :] if (match := _QUOTING.match(line)) else line
        if not (text := line.strip()):
            has_gap = True
            continue
        is_page_start = bool(filled) and bisect_left(starts, last + 1) < bisect_left(starts, at + 1)
        indent = len(line.rstrip()) - len(text)
        filled.append(_WrappedLine(text, indent, has_gap, is_page_start))
        has_gap = False
        last = at
    return filled


def _quoted_lines(lines: Sequence[str]) -> set[int]:
    """Return the positions of lines that mail marks as quoted; one alone may mean anything."""
    quoted: set[int] = set()
    run: list[int] = []
    for at, line in enumerate((*lines, "")):
        if line.startswith(">"):
            run.append(at)
            continue
        if len(run) >= _FEWEST_QUOTED:
            quoted.update(run)
        run = []
    return quoted


def _neighbours(lines: Sequence[_WrappedLine]) -> list[_Pair]:
    sample = lines[:_SAMPLE_LINES]
    return [(above, below) for above, below in pairwise(sample) if not below.has_gap]


def _find_wrapping(lines: Sequence[_WrappedLine]) -> _Wrapping | None:
    pairs = _neighbours(lines)
    broken = [
        (above, below) for above, below in pairs if below.begins_small and not above.is_finished
    ]
    width = _find_width(pairs)
    if width is None:
        return _find_column(pairs, broken)
    fixed = _Wrapping(width + 1, width + 1, width)
    full = sum(fixed.is_full(*pair) for pair in broken)
    # One may be the headline.
    if full >= len(broken) * (1 - _SHORT_LINES_SHARE) - 1:
        return fixed
    return _find_column(pairs, broken) or fixed


def _find_width(pairs: Sequence[_Pair]) -> int | None:
    if not pairs:
        return None
    width = _longest_common_length(pairs)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = [(above, below) for above, below in pairs if _reach(above, below) > width]
    interrupted = sum(
        below.begins_small or not below.text[0].isascii() or not above.is_finished
        for above, below in full
    )
    continued = sum(below.begins_small for _, below in full)
    is_wrapped = (
        2 * len(full) >= len(pairs) and 2 * interrupted >= len(full) and 4 * continued >= len(full)
    )
    return width if is_wrapped else None


def _find_column(pairs: Sequence[_Pair], broken: Sequence[_Pair]) -> _Wrapping | None:
    """Return how the lines of a printed column are wrapped, None where they are no such lines."""
    if len(broken) < max(_FEWEST_BROKEN, _BROKEN_SHARE * len(pairs)):
        return None
    reaches = sorted(_reach(above, below) for above, below in broken)
    median = reaches[len(reaches) // 2]
    low, high = (share * median for share in _REGULAR_REACH)
    regular = sum(low <= reach <= high for reach in reaches)
    # One may be a headline.
    is_regular = regular >= max(_FEWEST_BROKEN, _REGULAR_SHARE * len(reaches) - 1)
    unfinished = [above.text for above, _ in pairs if not above.is_finished]
    pauses = sum(text[-1] in _PAUSES for text in unfinished)
    is_column = _NARROWEST_COLUMN <= median <= _WIDEST_WRAP
    if not is_column or not is_regular or pauses > _PAUSES_SHARE * len(unfinished):
        return None
    shortest = reaches[int(_SHORT_LINES_SHARE * len(reaches))]
    return _Wrapping(max(shortest, round(low)), median, median)


def _longest_common_length(pairs: Sequence[_Pair]) -> int:
    """Return the length that nearly all lines stay below, with a little overhang."""
    lengths = sorted(above.length for above, _ in pairs)
    width = lengths[int(_WRAPPED_SHARE * (len(lengths) - 1))]
    below = (len(line.text) for _, line in pairs)
    return max(width, *(length for length in below if length <= width + _OVERHANG), 0)


def _reach(above: _WrappedLine, below: _WrappedLine) -> int:
    """Return the length of a line with the first word of the next."""
    return above.length + 1 + len(below.text.split(None, 1)[0])


def _has_story(texts: Sequence[str]) -> bool:
    return any(len(text) >= _SHORTEST_STORY_LINE for text in texts)


def _has_story_below(lines: Sequence[_WrappedLine], wrapping: _Wrapping | None) -> bool:
    return wrapping is not None or _has_story([line.text for line in lines])


def _find_headlines(lines: Sequence[_WrappedLine], wrapping: _Wrapping | None) -> frozenset[int]:
    """Return the positions of lines at the top that go on with the headline of the line above."""
    found: set[int] = set()
    for at, (above, below) in enumerate(pairwise(lines[:_HEADLINE_REACH]), 1):
        may_continue = at - 1 in found or may_be_headline(above.text)
        is_apart = below.has_gap or below.is_page_start
        if not may_continue or is_apart:
            continue
        is_filled = wrapping is not None and fills_headline(above.text, below.text)
        if is_filled or headline_goes_on(above.text, below.text):
            found.add(at)
    return frozenset(found)
