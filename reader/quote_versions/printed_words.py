"""The words of a quotation with the text that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.quote_versions.quote_words import QuoteWord

_STOPS = frozenset(",;:.?!–—-")


class PrintedWords(NamedTuple):
    """The words of a version with the text that holds them."""

    text: str
    words: Sequence[QuoteWord]

    def print_words(self, part: slice, *, with_stop: bool = False) -> str:
        """Return some words as printed, those of several pairs of marks joined by a space.

        Args:
            part: which words.
            with_stop: whether a comma or stop after the last word is printed too.
        """
        runs: list[list[QuoteWord]] = []
        for word in self.words[part]:
            if runs and self._is_same_run(runs[-1][-1], word):
                runs[-1].append(word)
            else:
                runs.append([word])
        words = " ".join(self.text[run[0].start : run[-1].end] for run in runs)
        return words + self._stop_after(part.stop) if with_stop and words else words

    def print_whole(self, part: slice) -> str:
        """Return the text from the first to the last of some words, with all that is between."""
        words = self.words
        return self.text[words[part.start].start : words[part.stop - 1].end]

    def _is_same_run(self, before: QuoteWord, word: QuoteWord) -> bool:
        return before.part == word.part and "\n" not in self.text[before.end : word.start]

    def _stop_after(self, position: int) -> str:
        if not 0 < position < len(self.words):
            return ""
        before, word = self.words[position - 1], self.words[position]
        between = self.text[before.end : word.start].strip()
        return between if between in _STOPS else ""
