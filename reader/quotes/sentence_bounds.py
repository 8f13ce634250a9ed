"""Start and end of the reporter's sentences; a full stop after an abbreviation ends none."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import load_vocabulary

_STOP = re.compile(r"[.!?…]+[)\]’”\"']*\s+(?:$|(?=[^\sa-z]))|[。！？]|\n")
_ABBREVIATION = re.compile(r"(?<![\w])(?:[A-Z]|[A-Za-z]+(?:\.[A-Za-z]+)+|[A-Z][a-z]{0,5}|No)\.$")
_ABBREVIATION_CHARS = 12
"""Characters before a full stop that are searched for an abbreviation: more than any has."""


def find_sentence_end(text: str, start: int, limit: int) -> int:
    """Return the end of the sentence that goes on at `start`, at most `limit`."""
    for match in _STOP.finditer(text, start, limit):
        before = text[max(start, match.start() - _ABBREVIATION_CHARS) : match.start() + 1]
        if match.group()[0] != "." or not _ends_in_abbreviation(before):
            return match.start() + 1
    return limit


def find_sentence_start(text: str, lowest: int, end: int) -> int:
    """Return the start of the sentence that ends at `end`, at least `lowest`."""
    position = lowest
    while True:
        stop = find_sentence_end(text, position, end)
        if stop >= end:
            return position
        if not text[stop:end].strip(" \u00a0)]([’”\"'"):
            return end
        position = stop


def _ends_in_abbreviation(words: str) -> bool:
    found = _ABBREVIATION.search(words)
    if found is None:
        return False
    word = found.group()[:-1]
    return len(word) == 1 or "." in word or word in load_vocabulary().abbreviations
