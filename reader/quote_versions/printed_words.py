"""The words of a quotation with the text that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple
from unicodedata import category

from reader.quote_versions.quote_words import QuoteWord

REPORTER_SIGN = "” … “"
"""Between two parts of a quotation: its marks end and begin again around the reporter's words."""
_SHARES = "%‰°"
_STOPS = frozenset(",;:.?!–—-")


class PrintedWords(NamedTuple):
    """The words of a version with the text that holds them."""

    text: str
    words: Sequence[QuoteWord]

    def print_words(
        self, part: slice, *, with_stop: bool = False, with_joints: bool = False
    ) -> str:
        """Return some words as printed, those of several pairs of marks joined by a space.

        Args:
            part: which words.
            with_stop: for words that are shown between marks: the signs right before the first
                and right behind the last word are printed too, and `REPORTER_SIGN` where the
                reporter interrupts.
            with_joints: with the stops, also the half of that sign before the first word and
                behind the last one, where the reporter interrupts there.
        """
        words = self.words[part]
        # Most words are of one pair of marks and of one line.
        if words and not with_stop and words[0].part == words[-1].part:
            whole = self._print_run(words)
            if "\n" not in whole:
                return whole
        runs: list[list[QuoteWord]] = []
        for word in words:
            if runs and self._is_same_run(runs[-1][-1], word):
                runs[-1].append(word)
            else:
                runs.append([word])
        printed = [self._print_run(run) for run in runs]
        if not with_stop or not printed:
            return " ".join(printed)
        joints = [self._print_joint(before[-1], after[0]) for before, after in pairwise(runs)]
        last = self._closing_after(part.stop) if with_joints else ""
        ends = [*joints, last or self._stop_after(part.stop)]
        is_opened = with_joints and self._closing_after(part.start)
        opening = "“" if is_opened else self._opening_before(part.start)
        return opening + "".join(chain(*zip(printed, ends, strict=True)))

    def print_value(self, part: slice) -> str:
        """Return the words of a number or a sum as printed, with its signs: "$3", "96%"."""
        words, text = self.words[part], self.text
        start, end = words[0].start, words[-1].end
        start -= start > 0 and category(text[start - 1]) == "Sc"
        end += end < len(text) and (text[end] in _SHARES or category(text[end]) == "Sc")
        return " ".join(text[start:end].split())

    def _print_run(self, words: Sequence[QuoteWord]) -> str:
        """Return words in a row as printed, with the other half of a square bracket in them."""
        start, end = words[0].start, words[-1].end
        run = self.text[start:end]
        if "]" in run and "[" not in run.partition("]")[0]:
            start -= self.text.startswith("[", start - 1)
        if "[" in run and "]" not in run.rpartition("[")[2]:
            end += self.text.startswith("]", end)
        return self.text[start:end]

    def print_whole(self, part: slice) -> str:
        """Return the text from the first to the last of some words, with a space for each gap."""
        words = self.words
        return " ".join(self.text[words[part.start].start : words[part.stop - 1].end].split())

    def _is_same_run(self, before: QuoteWord, word: QuoteWord) -> bool:
        return before.part == word.part and "\n" not in self.text[before.end : word.start]

    def _opening_before(self, position: int) -> str:
        """Return the signs that open at a word after a space: the mark of a quotation inside."""
        if not 0 < position < len(self.words):
            return ""
        before, word = self.words[position - 1], self.words[position]
        between = self.text[before.end : word.start]
        if before.part != word.part or between[-1:].isspace() or not any(map(str.isspace, between)):
            return ""
        return between.split()[-1]

    def _stop_after(self, position: int) -> str:
        """Return the signs right behind a word: a stop, the mark that closes a quotation inside."""
        if not 0 < position < len(self.words):
            return ""
        before, word = self.words[position - 1], self.words[position]
        between = self.text[before.end : word.start]
        if before.part == word.part:
            return "" if between[:1].isspace() else "".join(between.split()[:1])
        return between.strip() if between.strip() in _STOPS else ""

    def _closing_after(self, position: int) -> str:
        """Return the closing half of `REPORTER_SIGN` with the stop before it, if it is there."""
        if not 0 < position < len(self.words):
            return ""
        before, word = self.words[position - 1], self.words[position]
        joint = " " if before.part == word.part else self._print_joint(before, word)
        return joint.removesuffix(" “") if joint.strip() else ""

    def _print_joint(self, before: QuoteWord, after: QuoteWord) -> str:
        between = self.text[before.end : after.start]
        if not any(map(str.isalnum, between)):
            return " "
        stop = between[:1] if between[:1] in _STOPS else ""
        return stop + REPORTER_SIGN
