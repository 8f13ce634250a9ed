"""The words of a quote, and how the words of one version differ from those of another.

Typography never counts: case, accents, apostrophes, dashes, hyphens and the style of
the marks are no part of a word's key. What counts is kept beside the words: where an
ellipsis stands, which words are in square brackets, where the quote is interrupted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

MOST_WORDS = 2_000
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
_NO_PART = re.compile("[ '.,]")


class QuoteWord(NamedTuple):
    """One word of a quote and what stands around it."""

    start: int
    end: int
    key: str
    """What is compared."""
    part: int
    """Which stretch between marks it belongs to, from 0."""
    after_ellipsis: bool
    """Whether an ellipsis stands between it and the word before."""
    bracketed: bool
    """Whether it stands in square brackets: the reporter's word, not the speaker's."""
    after_stop: bool = False
    """Whether a comma, a dash or a stop stands between it and the word before."""


class EditKind(str, Enum):
    """What happened to a run of words of the base."""

    SAME = "same"
    DROPPED = "dropped"
    INSERTED = "inserted"
    CHANGED = "changed"


class EditPlace(str, Enum):
    """Where it happened."""

    START = "start"
    """Before the first word that both have: trimmed at the beginning."""
    INSIDE = "inside"
    """Between two words that both have, inside one pair of marks of the version."""
    BETWEEN = "between"
    """Where the version is interrupted: between two pairs of marks."""
    END = "end"
    """After the last word that both have: trimmed at the end."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of an edit script over words; the slices are positions of words."""

    kind: EditKind
    place: EditPlace
    base: slice
    version: slice
    signed: bool
    """Whether an ellipsis or square brackets tell the reader of it."""


@lru_cache(maxsize=65_536)
def word_key(printed: str) -> str:
    """The form of a word that is compared."""
    if printed.isascii():
        plain = printed.lower()
    else:
        decomposed = normalize("NFKD", printed.casefold())
        plain = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f").replace("’", "'")
    return _NO_PART.sub("", plain)


def quote_words(text: str, spans: Iterable[tuple[int, int]]) -> list[QuoteWord]:
    """The words of a quote that stands in the given stretches of `text`, in order."""
    words: list[QuoteWord] = []
    for part, (start, end) in enumerate(spans):
        gap = bracketed = False
        last = start
        for match in _WORD.finditer(text, start, end):
            kind = match.lastgroup
            if kind == "gap":
                gap = True
            elif kind == "word":
                first, after = match.span()
                # Nearly always one space stands between two words.
                stop = text[last:first] != " " and _STOP.search(text, last, first) is not None
                words.append(
                    QuoteWord(first, after, word_key(match.group()), part, gap, bracketed, stop)
                )
                gap, last = False, after
            else:
                bracketed = kind == "open"
    return words[:MOST_WORDS]


def printed_words(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch of text as they are printed, in order."""
    return _WORD_ALONE.findall(text, start, end)


def edit_script(base: Sequence[QuoteWord], version: Sequence[QuoteWord]) -> tuple[Edit, ...]:
    """How `version` differs from `base`, in order; every word of both is in one step.

    The alignment is the longest common subsequence (RapidFuzz's LCSseq opcodes); a
    drop and an insertion at the same place become one change.
    """
    from rapidfuzz.distance import LCSseq

    here, there = [_aligned(word) for word in base], [_aligned(word) for word in version]
    steps: list[tuple[bool, int, int, int, int]] = []
    for opcode in LCSseq.opcodes(here, there):
        a, b = opcode.src_start, opcode.src_end
        c, d = opcode.dest_start, opcode.dest_end
        same = opcode.tag == "equal"
        if steps and steps[-1][0] == same:
            _, first, _, third, _ = steps[-1]
            steps[-1] = (same, first, b, third, d)
        else:
            steps.append((same, a, b, c, d))
    steps = _close_together(_with_joined_words(steps, here, there), here)
    steps = _at_stops(_without_stray_words(steps, base, there), base, version)
    return tuple(_edit(steps, index, version) for index in range(len(steps)))


def _with_joined_words(
    steps: list[tuple[bool, int, int, int, int]], here: list[str], there: list[str]
) -> list[tuple[bool, int, int, int, int]]:
    """Take words for the same that differ in a hyphen only ("co-operation")."""
    joined: list[tuple[bool, int, int, int, int]] = []
    for same, a, b, c, d in steps:
        alike = same or (a < b and c < d and "".join(here[a:b]) == "".join(there[c:d]))
        if joined and alike and joined[-1][0]:
            _, first, _, third, _ = joined[-1]
            joined[-1] = (True, first, b, third, d)
        else:
            joined.append((alike, a, b, c, d))
    return joined


def _close_together(
    steps: list[tuple[bool, int, int, int, int]], here: list[str]
) -> list[tuple[bool, int, int, int, int]]:
    """Take of equal words those beside the other common ones, and not some far from them.

    Where words of the base are dropped between two common runs and a whole run stands at
    the other end of them as well, it is taken there: what was trimmed is no cut inside.
    """
    found = list(steps)
    index = 1
    while 0 < index < len(found) - 1:
        same, a, b, c, d = found[index]
        before, after = found[index - 1], found[index + 1]
        if same or c < d or not before[0] or not after[0]:
            index += 1
            continue
        size, later = before[2] - before[1], after[2] - after[1]
        whole = before[4] - before[3] == size and after[4] - after[3] == later
        to_right = whole and size <= b - a and here[b - size : b] == here[before[1] : before[2]]
        to_left = whole and later <= b - a and here[a : a + later] == here[after[1] : after[2]]
        if to_right and (index == 1 or not to_left or size <= later):
            joined = (True, b - size, after[2], before[3], after[4])
            gap = (False, before[1], b - size, before[3], before[3])
            found[index - 1 : index + 2] = [gap, joined]
        elif to_left:
            joined = (True, before[1], a + later, before[3], after[4])
            gap = (False, a + later, after[2], after[4], after[4])
            found[index - 1 : index + 2] = [joined, gap]
        else:
            index += 1
            continue
        found = _joined_gaps(found)
        index = max(1, index - 2)
    return found


def _joined_gaps(
    steps: list[tuple[bool, int, int, int, int]],
) -> list[tuple[bool, int, int, int, int]]:
    """Steps of one kind beside each other made one."""
    joined: list[tuple[bool, int, int, int, int]] = []
    for step in steps:
        if joined and joined[-1][0] == step[0]:
            _, first, _, third, _ = joined[-1]
            joined[-1] = (step[0], first, step[2], third, step[4])
        else:
            joined.append(step)
    return joined


def _aligned(word: QuoteWord) -> str:
    """What is aligned: a reporter's word in brackets is never one of the speaker's."""
    return f"[{word.key}" if word.bracketed else word.key


def _without_stray_words(
    steps: list[tuple[bool, int, int, int, int]], base: Sequence[QuoteWord], there: list[str]
) -> list[tuple[bool, int, int, int, int]]:
    """Join a short word alone between two long differences with them: it is chance."""
    joined: list[tuple[bool, int, int, int, int]] = []
    for index, step in enumerate(steps):
        same, a, b, c, d = step
        if same and b - a == 1 and len(base[a].key) <= 3 and _between_changes(steps, index):
            step = (False, a, b, c, d)
        if joined and joined[-1][0] == step[0]:
            _, first, _, third, _ = joined[-1]
            joined[-1] = (step[0], first, b, third, d)
        else:
            joined.append(step)
    for index in range(len(joined) - 1):
        same, a, b, c, d = joined[index]
        after = joined[index + 1]
        shift = 0
        while (
            not same and b - shift > a and d - shift > c and _ends_alike(base, there, b, d, shift)
        ):
            shift += 1
        joined[index] = (same, a, b - shift, c, d - shift)
        joined[index + 1] = (after[0], after[1] - shift, after[2], after[3] - shift, after[4])
    return joined


def _ends_alike(base: Sequence[QuoteWord], there: list[str], b: int, d: int, shift: int) -> bool:
    return _aligned(base[b - shift - 1]) == there[d - shift - 1]


def _between_changes(steps: list[tuple[bool, int, int, int, int]], index: int) -> bool:
    """Whether a step stands between long differences, with words in the place of others."""
    if not 0 < index < len(steps) - 1:
        return False
    sides = (steps[index - 1], steps[index + 1])
    dropped = [side[2] - side[1] for side in sides]
    inserted = [side[4] - side[3] for side in sides]
    changed = any(d and i for d, i in zip(dropped, inserted, strict=True))
    least = min(d + i for d, i in zip(dropped, inserted, strict=True))
    return changed and sum(dropped) >= 4 and sum(inserted) >= 2 and least >= 2


def _at_stops(
    steps: list[tuple[bool, int, int, int, int]],
    base: Sequence[QuoteWord],
    version: Sequence[QuoteWord],
) -> list[tuple[bool, int, int, int, int]]:
    """Move a drop or an insertion that could as well lie elsewhere to where a sign shows it.

    A drop to where the version has an ellipsis; else either to where a stop begins it.
    """
    moved = list(steps)
    for index in range(1, len(moved) - 1):
        same, a, b, c, d = moved[index]
        before, after = moved[index - 1], moved[index + 1]
        if same or (a < b and c < d) or not before[0] or not after[0]:
            continue
        words, first, last = (base, a, b) if a < b else (version, c, d)
        shifts = list(_possible_shifts(words, first, last, before, after))
        if c == d and (gap := next((s for s in shifts if version[c + s].after_ellipsis), None)):
            shift = gap
        elif c == d and version[c].after_ellipsis:
            continue
        else:
            left = sorted((s for s in shifts if s <= 0), reverse=True)
            shift = next((s for s in left if words[first + s].after_stop), 0)
        moved[index - 1] = (True, before[1], before[2] + shift, before[3], before[4] + shift)
        moved[index] = (False, a + shift, b + shift, c + shift, d + shift)
        moved[index + 1] = (True, after[1] + shift, after[2], after[3] + shift, after[4])
    return moved


def _possible_shifts(
    words: Sequence[QuoteWord],
    first: int,
    last: int,
    before: tuple[bool, int, int, int, int],
    after: tuple[bool, int, int, int, int],
) -> Iterator[int]:
    """By how many words a drop or an insertion can be moved, to the left (below 0) or right."""
    yield 0
    for shift in range(1, min(last - first, before[2] - before[1] - 1) + 1):
        if words[first - shift].key != words[last - shift].key:
            break
        yield -shift
    for shift in range(1, min(last - first, after[2] - after[1] - 1) + 1):
        if words[first + shift - 1].key != words[last + shift - 1].key:
            break
        yield shift


def _edit(
    steps: list[tuple[bool, int, int, int, int]], index: int, version: Sequence[QuoteWord]
) -> Edit:
    same, a, b, c, d = steps[index]
    base, here = slice(a, b), slice(c, d)
    if same:
        return Edit(EditKind.SAME, EditPlace.INSIDE, base, here, False)
    kind = EditKind.INSERTED if a == b else EditKind.DROPPED if c == d else EditKind.CHANGED
    if index == 0:
        place = EditPlace.START
    elif index == len(steps) - 1:
        place = EditPlace.END
    elif c < len(version) and version[c].part != version[c - 1].part:
        place = EditPlace.BETWEEN
    else:
        place = EditPlace.INSIDE
    gaps = [word.after_ellipsis for word in version[c : d + 1]]
    brackets = c < d and all(word.bracketed for word in version[c:d])
    return Edit(kind, place, base, here, any(gaps) or brackets)
