"""A quote with the reporter's words around it, before its kind and speaker are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.attribution import Attribution
from reader.quotes.quotation_marks import MarkedSpan
from reader.quotes.quote import QuoteKind
from reader.text.sentences import find_sentence_start

REACH_BACK = 700
"""Characters before a quote in which the start of its sentence is searched."""
_MOST_SPANS = 4
"""Stretches between the quotes of one sentence that are read."""


class QuoteContext(NamedTuple):
    """A quote with its surroundings."""

    marked: MarkedSpan
    line_start: int
    line_end: int
    sentence: int
    """Start of its sentence."""
    spans: tuple[tuple[int, int], ...]
    """The reporter's words before it in its sentence."""
    next_mark: int
    """The opening mark of the next quote in its paragraph, or the end of the paragraph."""
    before: Attribution | None
    after: Attribution | None
    kind: QuoteKind

    def words_beside(self, text: str) -> str:
        """Return the reporter's words right before it, without spaces at their end."""
        start, end = self.spans[-1]
        return text[start:end].rstrip(" \u00a0")


def find_spans_before(
    text: str, quotes: Sequence[MarkedSpan], index: int, line_start: int
) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the sentence before a quote that are outside any quote.

    Args:
        text: the article.
        quotes: all quotes that are in no other.
        index: the position of the quote among them.
        line_start: the start of its paragraph.
    """
    end = quotes[index].opened
    lowest = max(line_start, end - REACH_BACK)
    spans: list[tuple[int, int]] = []
    for position in range(index - 1, index - 1 - _MOST_SPANS, -1):
        is_in_line = position >= 0 and quotes[position].after > line_start
        previous = quotes[position] if is_in_line else None
        begin = min(max(lowest, previous.after if previous else line_start), end)
        start = find_sentence_start(text, begin, end)
        spans.append((start, end))
        if previous is None or start > begin or begin == lowest:
            break
        if _ends_sentence(text, previous, text[begin:end].lstrip()):
            break
        end = previous.opened
    return tuple(reversed(spans))


def _ends_sentence(text: str, quote: MarkedSpan, following: str) -> bool:
    """Whether the sentence of a quote ends with it, judged by the words that follow."""
    if not following:
        return True
    return text[quote.end - 1] in ".?!…" and following[0].isupper()
