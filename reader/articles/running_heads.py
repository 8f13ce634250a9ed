"""Running heads, feet and page numbers between the lines of a text saved from printed pages.

They are recognised where they interrupt a sentence, or where they are repeated at the edges of
pages; a line that merely looks like one is part of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.text.quote_signs import CLOSING_SIGNS

SENTENCE_ENDS = '.!?:")…。！？' + CLOSING_SIGNS

# Characters.
_LONGEST_HEAD = 100
# Lines between the two parts of a sentence: a foot, a page number, a head, a date.
_MOST_LINES_BETWEEN = 5
# Lines at each edge of a page among which heads and feet are.
_EDGE = 3
# Of a repeated line on so many pages, and on so great a share of them; left and right pages differ.
_FEWEST_PAGES, _PAGES_SHARE = 2, 0.3
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|página|pagina|pag|blz|p|s)\b\.?\s*)?(\d{1,4})"
    r"(?:\s*(?:/|of|von|de|sur|di|van)\s*\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)


def find_running_heads(
    lines: Sequence[str], page_starts: Sequence[int] = (), *, shortest_interrupted: int
) -> frozenset[int]:
    """Return the positions of running heads, feet and page numbers.

    Args:
        lines: the lines of the text, stripped, none of them empty.
        page_starts: the positions of the lines with which pages after the first begin, where the
            text states them.
        shortest_interrupted: the fewest characters of a line that one may interrupt.
    """
    masks = [_mask(line) if _may_be_head(line) else "" for line in lines]
    counts = Counter(mask for mask in masks if mask)
    found: set[int] = set()
    if page_starts:
        found.update(_find_at_edges(lines, masks, page_starts))
    found.update(_find_interruptions(lines, masks, counts, shortest_interrupted))
    heads = {masks[at] for at in found if counts[masks[at]] > 1 and not _is_page_number(lines[at])}
    first = min(found, default=0)
    found.update(at for at in range(first, len(lines)) if masks[at] in heads)
    found.update(_find_page_numbers(lines, found))
    return frozenset(found)


def _may_be_head(line: str) -> bool:
    """Return whether a line is short, and not the end of a sentence that began above."""
    is_end = line[0].islower() and line[-1] in SENTENCE_ENDS
    return len(line) <= _LONGEST_HEAD and not is_end


def _mask(line: str) -> str:
    return _NUMBER.sub("0", " ".join(line.lower().split()))


def _is_page_number(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD and _PAGE_NUMBER.fullmatch(line) is not None


def _find_interruptions(
    lines: Sequence[str], masks: Sequence[str], counts: Counter[str], shortest: int
) -> Iterator[int]:
    """Yield the lines between the two halves of a sentence that are numbers or repeated."""
    position = 0
    while position < len(lines):
        end = position
        while (
            end < len(lines)
            and end - position <= _MOST_LINES_BETWEEN
            and (_is_page_number(lines[end]) or counts[masks[end]] > 1)
        ):
            end += 1
        if end > position and _is_interrupted(lines, position, end, shortest):
            yield from range(position, end)
        position = max(end, position + 1)


def _is_interrupted(lines: Sequence[str], begin: int, end: int, shortest: int) -> bool:
    if begin == 0 or end >= len(lines) or end - begin > _MOST_LINES_BETWEEN:
        return False
    above, below = lines[begin - 1], lines[end]
    return len(above) >= shortest and above[-1] not in SENTENCE_ENDS and below[0].islower()


def _find_at_edges(
    lines: Sequence[str], masks: Sequence[str], page_starts: Sequence[int]
) -> Iterator[int]:
    """Yield the lines that are repeated at the edges of pages, but for the first of them.

    The title of a story is repeated as a running head; the first page has it as a title.
    """
    borders = [0, *page_starts, len(lines)]
    pages = [range(begin, end) for begin, end in pairwise(borders)]
    edges = [sorted({*page[:_EDGE], *page[-_EDGE:]}) for page in pages]
    pages_with: Counter[str] = Counter()
    for edge in edges:
        pages_with.update({masks[at] for at in edge} - {""})
    fewest = max(_FEWEST_PAGES, _PAGES_SHARE * len(pages))
    seen: set[str] = set()
    for edge in edges:
        for at in edge:
            if pages_with[masks[at]] >= fewest:
                if masks[at] in seen or _is_page_number(lines[at]):
                    yield at
                seen.add(masks[at])


def _find_page_numbers(lines: Sequence[str], found: set[int]) -> Iterator[int]:
    """Yield the lines that go on counting from the page numbers that were found, either way."""
    numbered = {at: _page_number(lines[at]) for at in found if _is_page_number(lines[at])}
    if not numbered:
        return
    for step, start in ((1, max(numbered)), (-1, min(numbered))):
        number, at = numbered[start], start + step
        while 0 <= at < len(lines):
            if at in numbered:
                number = numbered[at]
            elif _is_page_number(lines[at]) and _page_number(lines[at]) == number + step:
                number += step
                yield at
            at += step


def _page_number(line: str) -> int:
    match = _PAGE_NUMBER.fullmatch(line)
    return int(match[1]) if match else 0
