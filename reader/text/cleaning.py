"""Makes text from outside safe: raw text in, `Clean` text out. All such text passes here.

Nothing that can steer a terminal, turn the reading direction round or hide
between letters gets through; where something was replaced the reader sees a
sign in its place. Letters, accents, emoji, no-break spaces and the joiners that
Arabic and Indic scripts need stay as they are. Everything here is linear in the
length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from typing import NamedTuple, NewType
from unicodedata import category

Clean = NewType("Clean", str)
"""Text that has passed `clean` or `clean_line`: safe to draw, to store and to export."""

MARKS_PER_BASE = 5
"""Combining marks that may follow one base character; the rest is dropped."""

TAB = "  "
"""The replacement of a tab, which has no fixed width in terminal cells."""

# First and last code of every range that is shown as a sign, in order.
FORBIDDEN_RANGES = (
    (0x00, 0x08), (0x0E, 0x1B), (0x1F, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0x061C, 0x061C),
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200E, 0x200F), (0x202A, 0x202E),
    (0x2061, 0x206F), (0x3164, 0x3164), (0xD800, 0xDFFF), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0D),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xE0000, 0xE0FFF),
)  # fmt: skip
_FORBIDDEN_STARTS = tuple(first for first, _ in FORBIDDEN_RANGES)
_LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u034f"
_UNSIGNED = dict.fromkeys(_LINE_ENDS, "\n") | dict.fromkeys(_INVISIBLE, "") | {"\t": TAB}
_JOINERS = "\u200c\u200d"
# Blocks whose letters may need a joiner after them: Arabic, Syriac and their kin, the
# scripts of India, and Mongolian.
_JOINING_SCRIPTS = ((0x0600, 0x08FF), (0x0900, 0x0DFF), (0x1800, 0x18AF), (0xA8E0, 0xA8FF))
# A text without such a character is clean. Every one of those that is left out here is ordinary:
# letters, signs and no-break spaces of Latin texts, their dashes, quotation marks and currencies.
_MAY_BE_UNCLEAN = re.compile("[^\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205f\u20a0-\u20cf]")
# Up to this number, replacing characters one by one is faster than a translation table.
_FEW = 16


class Cleaning(NamedTuple):
    """A cleaned text and the number of changes made to it."""

    text: Clean
    replaced: int
    """Characters that were replaced by a visible sign."""
    unstacked: int
    """Combining marks dropped because too many stood on one character."""


def clean(text: str) -> Clean:
    """Make `text` harmless and keep its lines; idempotent.

    Line ends of every kind become `\\n`, tabs two spaces. Soft hyphens and zero-width
    spaces vanish. Control characters become their picture (`␛`), direction marks,
    fillers, tags and other invisible characters become `\ufffd`.
    """
    return clean_counted(text).text


def clean_line(text: str, limit: int = 300) -> Clean:
    """Make `text` harmless and fit for one line: titles, names, addresses, messages.

    All white space becomes single spaces; what is longer than `limit` characters
    is cut and ends with an ellipsis. Idempotent.
    """
    line = " ".join(clean_counted(text).text.split())
    if len(line) > limit:
        line = line[: max(limit - 1, 0)].rstrip() + "…"
    return Clean(line)


def clean_counted(text: str) -> Cleaning:
    """`clean`, with the number of characters that were replaced or unstacked."""
    if _MAY_BE_UNCLEAN.search(text) is None:
        return Cleaning(Clean(text), 0, 0)
    present = set(text)
    unsigned = {character: _UNSIGNED[character] for character in present & _UNSIGNED.keys()}
    signs = {character: _sign(character) for character in present if _is_forbidden(character)}
    replaced = sum(map(text.count, signs)) if len(signs) <= _FEW else _count(text, signs)
    if unsigned or signs:
        text = _exchange(text.replace("\r\n", "\n"), unsigned | signs)
    unstacked = 0
    if any(category(character)[0] == "M" for character in present if character > "\u02ff"):
        text, unstacked = _unstack(text)
    if not present.isdisjoint(_JOINERS):
        text = re.sub(f"[{_JOINERS}]+", _needed_joiner, text)
    return Cleaning(Clean(text), replaced, unstacked)


def _is_forbidden(character: str) -> bool:
    code = ord(character)
    if 0x20 <= code < 0x7F:
        return False
    if code & 0xFFFE == 0xFFFE:
        return True
    first, last = FORBIDDEN_RANGES[bisect_right(_FORBIDDEN_STARTS, code) - 1]
    return first <= code <= last


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _count(text: str, characters: Container[str]) -> int:
    return sum(1 for character in text if character in characters)


def _exchange(text: str, replacements: dict[str, str]) -> str:
    if len(replacements) > _FEW:
        return text.translate({ord(character): sign for character, sign in replacements.items()})
    for character, replacement in replacements.items():
        text = text.replace(character, replacement)
    return text


def _unstack(text: str) -> tuple[str, int]:
    """Drop what goes beyond the allowed marks on one base, counted across joiners."""
    dropped = 0

    def shorten(match: re.Match[str]) -> str:
        nonlocal dropped
        remaining = []
        marks = 0
        for character in match.group():
            if category(character)[0] == "M":
                marks += 1
                if marks > MARKS_PER_BASE:
                    dropped += 1
                    continue
            elif character not in _JOINERS:
                marks = 0
            remaining.append(character)
        return "".join(remaining)

    # Marks and joiners are neither word characters nor white space, so a run of them that
    # is too long can only lie inside one of these.
    runs = rf"[^\x00-\x7f\w\s]{{{MARKS_PER_BASE + 1},}}"
    return re.sub(runs, shorten, text), dropped


def _needed_joiner(match: re.Match[str]) -> str:
    run, text = match.group(), match.string
    start, end = match.span()
    if len(run) > 1 or start == 0 or end == len(text) or text[end].isascii():
        return ""
    before = text[start - 1]
    kind = category(before)
    if kind[0] == "M" or kind in ("So", "Sk"):
        return run
    if kind[0] == "L" and any(low <= ord(before) <= high for low, high in _JOINING_SCRIPTS):
        return run
    return ""
