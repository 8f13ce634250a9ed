"""A quote and the words of the reporter around it, before it is judged."""

from __future__ import annotations

from typing import NamedTuple

from reader.quotes.attribution import Attribution
from reader.quotes.marks import Marked
from reader.quotes.quote import QuoteKind
from reader.quotes.sentence_bounds import sentence_start

REACH_BACK = 700
"""Characters before a quote in which its sentence is looked for."""


class Occurrence(NamedTuple):
    """A quote on its way, with what is known of its surroundings."""

    marked: Marked
    line_start: int
    line_end: int
    sentence: int
    """Where its sentence begins."""
    spans: tuple[tuple[int, int], ...]
    """The reporter's words before it in its sentence."""
    next_mark: int
    before: Attribution | None
    after: Attribution | None
    kind: QuoteKind


def words_before(
    text: str, top: list[Marked], index: int, line_start: int
) -> tuple[tuple[int, int], ...]:
    """The reporter's words between the start of the sentence and a quote."""
    marked = top[index]
    end = marked.opened
    spans: list[tuple[int, int]] = []
    lowest = max(line_start, end - REACH_BACK)
    position = index - 1
    while True:
        previous = top[position] if position >= 0 and top[position].after > line_start else None
        begin = max(lowest, previous.after if previous else line_start)
        begin = min(begin, end)
        start = sentence_start(text, begin, end)
        if start > begin or previous is None or len(spans) >= 3 or begin == lowest:
            spans.append((start, end))
            break
        gap = text[begin:end].lstrip()
        ends = text[previous.end - 1] in ".?!…" and (not gap or gap[0].isupper())
        if ends or not gap:
            spans.append((start, end))
            break
        spans.append((start, end))
        end = previous.opened
        position -= 1
    return tuple(reversed(spans))
