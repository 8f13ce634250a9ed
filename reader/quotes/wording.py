"""The words of a quote, and how the words of one version differ from those of another.

Typography never counts: case, accents, apostrophes, dashes, hyphens and the style of
the marks are no part of a word's key. What counts is kept beside the words: where an
ellipsis stands, which words are in square brackets, where the quote is interrupted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple
from unicodedata import normalize

MOST_WORDS = 2_000
"""Words of a quote that are compared; the rest is left out."""

_WORD = re.compile(
    r"(?P<gap>\[?\(?(?:\.{3,4}|…|\. \. \.)\)?\]?)|(?P<open>\[)|(?P<close>\])"
    r"|(?P<word>\d+(?:[.,:]\d+)+"
    r"|[^\W_]+(?:[.][^\W_]+)*(?: ?[’'] ?(?:s|t|re|ve|ll|d|m)(?![^\W_])|[’'][^\W_]+)?)",
    re.IGNORECASE,
)


class QuoteWord(NamedTuple):
    """One word of a quote and what stands around it."""

    start: int
    end: int
    key: str
    """What is compared."""
    part: int
    """Which stretch between marks it belongs to, from 0."""
    after_gap: bool
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


def word_key(printed: str) -> str:
    """The form of a word that is compared."""
    if printed.isascii():
        plain = printed.lower()
    else:
        decomposed = normalize("NFKD", printed.casefold())
        plain = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f").replace("’", "'")
    return re.sub(r"[ '.,]", "", plain)


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
                key = word_key(match.group())
                between = text[last : match.start()]
                stop = any(sign in between for sign in ",;:.?!–—")
                words.append(QuoteWord(*match.span(), key, part, gap, bracketed, stop))
                gap, last = False, match.end()
            else:
                bracketed = kind == "open"
    return words[:MOST_WORDS]


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
    steps = _with_joined_words(steps, here, there)
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
    """Move a drop or an insertion that could as well lie further left to where a stop begins it."""
    moved = list(steps)
    for index in range(1, len(moved) - 1):
        same, a, b, c, d = moved[index]
        before, after = moved[index - 1], moved[index + 1]
        if same or (a < b and c < d) or not before[0] or not after[0]:
            continue
        words, first, last = (base, a, b) if a < b else (version, c, d)
        for shift in range(min(last - first, before[2] - before[1] - 1) + 1):
            if shift and words[first - shift].key != words[last - shift].key:
                break
            if words[first - shift].after_stop:
                moved[index - 1] = (
                    True,
                    before[1],
                    before[2] - shift,
                    before[3],
                    before[4] - shift,
                )
                moved[index] = (False, a - shift, b - shift, c - shift, d - shift)
                moved[index + 1] = (True, after[1] - shift, after[2], after[3] - shift, after[4])
                break
    return moved


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
    gaps = [word.after_gap for word in version[c : d + 1]]
    brackets = c < d and all(word.bracketed for word in version[c:d])
    return Edit(kind, place, base, here, any(gaps) or brackets)
