"""Adds quotation marks to quotations that are set as a block without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.quote_signs import UNMISTAKABLE_SIGNS

OPENING_MARK, CLOSING_MARK = "“", "”"
_ATTRIBUTION = re.compile(
    r"\s{0,9}(?P<dash>-{1,3}|[–—―]|&mdash;|[Bb]y\b)\s{0,3}(?:[^\W\d_a-z]|@|(?:the|an?)\s)"
)
"""The beginning of a last line that says who is quoted: "— Ida Vance"."""
_NOTICE = re.compile(r"\s{0,9}\[!\w{1,20}\]")
"""The beginning of a block that Markdown shows as a notice: "[!NOTE]"."""
_CLOSING = ".,;:!?…"
_QUOTED_LINE = re.compile(r" {0,3}>[ \t]?(?!\s{0,9}>)")
"""The sign in front of a line of a block; a second one is that of a mail in a mail."""
_MAIL = re.compile(r"@|^On .{5,120} wrote:$")
"""A line above the quoted lines of a mail."""
_FEWEST_WORDS = 5
"""Words of a block that nothing introduces."""
_SENTENCE_ENDS = '.!?…”"’'
_MOST_PARAGRAPHS = 4
"""Paragraphs of a block; more are a mail or a whole text."""


class BlockMarks(NamedTuple):
    """The marks of a paragraph of a block: at its beginning, and at its end."""

    opening: str = ""
    closing: str = ""


def begins_attribution(line: str) -> bool:
    """Return whether a line of a block begins with a dash and a name, and not with its words."""
    found = _ATTRIBUTION.match(line)
    return found is not None and not found["dash"].isalpha()


def choose_block_marks(paragraphs: Sequence[str]) -> list[BlockMarks]:
    """Return the marks that the paragraphs of a block need in order to read as a quotation.

    Each paragraph opens, and the last one closes. A block that has marks at either end already, or
    is a notice, needs none, and neither does a last line that names the speaker.
    """
    words = [number for number, text in enumerate(paragraphs) if text.strip()]
    if len(words) > 1 and _ATTRIBUTION.match(paragraphs[words[-1]]):
        words.pop()
    marks = [BlockMarks() for _ in paragraphs]
    if not words or _NOTICE.match(paragraphs[words[0]]):
        return marks
    first, last = paragraphs[words[0]].strip(), paragraphs[words[-1]].strip()
    if first[0] in UNMISTAKABLE_SIGNS or last.rstrip(_CLOSING)[-1:] in UNMISTAKABLE_SIGNS:
        return marks
    for number in words:
        closing = CLOSING_MARK if number == words[-1] else ""
        marks[number] = BlockMarks(OPENING_MARK, closing)
    return marks


def mark_block(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs of a block with the marks that they need."""
    return [
        f"{marks.opening}{text}{marks.closing}"
        for text, marks in zip(paragraphs, choose_block_marks(paragraphs), strict=True)
    ]


def mark_quoted_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines of a plain text in which the blocks set with ">" read as quotations.

    A block has text above it, and blank lines around it. Its paragraphs get their marks, each on
    the first of its lines, and the others are left blank: the number of lines stays. Lines quoted
    in mail stay as they are.
    """
    marked = list(lines)
    for start, stop in _find_blocks(lines):
        paragraphs: list[str] = []
        starts: list[int] = []
        is_open = False
        for number in range(start, stop):
            words = _QUOTED_LINE.sub("", lines[number], count=1).strip()
            if words and is_open and not begins_attribution(words):
                paragraphs[-1] += f" {words}"
            elif words:
                paragraphs.append(words)
                starts.append(number)
            is_open = bool(words)
        if not 0 < len(paragraphs) <= _MOST_PARAGRAPHS or not _is_quotation(
            lines, start, paragraphs
        ):
            continue
        marked[start:stop] = [""] * (stop - start)
        for number, paragraph in zip(starts, mark_block(paragraphs), strict=True):
            marked[number] = paragraph
    return marked


def _is_quotation(lines: Sequence[str], start: int, paragraphs: Sequence[str]) -> bool:
    """Whether a block is introduced, or has sentences: "> Read more" points to another page."""
    above = next(line.strip() for line in reversed(lines[:start]) if line.strip())
    words = paragraphs[0].split()
    is_sentence = len(words) >= _FEWEST_WORDS and paragraphs[0].rstrip()[-1] in _SENTENCE_ENDS
    return above.endswith(":") or is_sentence


def _find_blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that are a block, each as the positions of its ends."""
    above = ""
    start: int | None = None
    for number, line in enumerate((*lines, "")):
        if _QUOTED_LINE.match(line):
            start = number if start is None else start
            continue
        if start is not None:
            is_apart = not lines[start - 1].strip() or above.endswith(":")
            if is_apart and not line.strip() and above and not _MAIL.search(above):
                yield start, number
            start = None
        above = line.strip() or above
