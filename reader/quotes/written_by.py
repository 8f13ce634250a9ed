"""The lines of a text that say who wrote it: nobody in them is whom a sentence speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reader.articles.metadata.bylines import find_byline, is_signed
from reader.articles.metadata.credits import is_credit_line

_LONGEST_LINE = 160
"""Characters; a longer line is no byline."""


class WriterLines:
    """The lines of a text that are a byline or a credit and nothing else.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        lines = [span for span in _short_lines(text) if _names_writers(text[slice(*span)])]
        self._starts = [start for start, _ in lines]
        self._ends = [end for _, end in lines]

    def has(self, position: int) -> bool:
        """Return whether a character of the text is in such a line, in logarithmic time."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]


def _names_writers(line: str) -> bool:
    return is_credit_line(line) or (is_signed(line) and find_byline(line) is not None)


def _short_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if 0 < end - start <= _LONGEST_LINE:
            yield start, end
        start = end + 1
