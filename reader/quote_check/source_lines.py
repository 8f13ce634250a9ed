"""The words of a source line by line, read where they are needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.text.words import split_words


class SourceLines:
    """Lines of a text, or parts of lines, of which the words are read where they are needed.

    Args:
        text: the text.
        spans: where they are in it.
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._spans = spans
        self._words: dict[int, list[QuoteWord]] = {}

    def read_words(self, first: int, last: int) -> list[QuoteWord]:
        """Return the words `[first:last]` of the text."""
        numbers = self._first_words
        line = bisect_right(numbers, first) - 1
        skipped = numbers[line]
        words: list[QuoteWord] = []
        while line < len(self._spans) and numbers[line] < last:
            words += self._read_line(line)
            line += 1
        return words[first - skipped : last - skipped]

    @cached_property
    def _first_words(self) -> list[int]:
        """The number of words before each line."""
        counts = (len(split_words(self._text, start, end)) for start, end in self._spans)
        return list(accumulate(counts, initial=0))

    def _read_line(self, line: int) -> list[QuoteWord]:
        if line not in self._words:
            self._words[line] = read_quote_words(self._text, [self._spans[line]], limit=None)
        return self._words[line]
