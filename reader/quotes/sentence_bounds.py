"""Where the sentences of the reporter begin and end, abbreviations minded."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import vocabulary

_STOP = re.compile(r"[.!?…]+[)\]’”\"']*\s+(?:$|(?=[^\sa-z]))|[。！？]|\n")
_ABBREVIATED = re.compile(r"(?<![\w])(?:[A-Z]|[A-Za-z]+(?:\.[A-Za-z]+)+|[A-Z][a-z]{0,5}|No)\.$")


def sentence_end(text: str, start: int, limit: int) -> int:
    """Where the sentence that goes on at `start` ends, at most `limit`."""
    words = vocabulary()
    for match in _STOP.finditer(text, start, limit):
        before = text[max(start, match.start() - 12) : match.start() + 1]
        abbreviated = _ABBREVIATED.search(before)
        if (
            match.group()[0] == "."
            and abbreviated
            and _abbreviates(abbreviated.group()[:-1], words.abbreviations)
        ):
            continue
        return match.start() + 1
    return limit


def sentence_start(text: str, lowest: int, end: int) -> int:
    """Where the sentence that ends at `end` begins, at least `lowest`."""
    position = lowest
    while True:
        stop = sentence_end(text, position, end)
        if stop >= end:
            return position
        if not text[stop:end].strip(" \u00a0)]([’”\"'"):
            return end
        position = stop


def _abbreviates(word: str, known: frozenset[str]) -> bool:
    return len(word) == 1 or "." in word or word in known
