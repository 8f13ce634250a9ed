"""Speech after a dash at the start of a line, as French, Spanish and Italian print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.quotes.other_languages.speech_words import SpeechWords
from reader.quotes.other_languages.spoken_after import read_spoken_after
from reader.quotes.other_languages.spoken_by import SpokenBy

_DASH_LINE = re.compile(r"^[ \u00a0]*[—–][ \u00a0]*(?=\S)(?P<rest>[^\n]+)$", re.MULTILINE)
_BREAK = re.compile(r"[ \u00a0]?[—–][ \u00a0]?|(?<=[,?!…])[ \u00a0]?[—–]?[ \u00a0]?(?=[^\W\d_])")
_RESUMING = re.compile(r"[.,;:]?[ \u00a0]?[—–][.,;:]?[ \u00a0]?")
_MOST_BREAKS = 12
"""Places of a line at which its attribution is looked for."""


class DashSpeech(NamedTuple):
    """The spoken words of one line: one stretch, or two around the attribution."""

    spans: tuple[tuple[int, int], ...]
    spoken: SpokenBy


def find_dash_speech(text: str, words: SpeechWords) -> Iterator[DashSpeech]:
    """Yield the speech of lines that begin with a dash and say who speaks.

    A line without an attribution may be an entry of a list, so it is no speech.
    """
    if not words.has("dash dialogue"):
        return
    for line in _DASH_LINE.finditer(text):
        speech = _read_line(text, line.start("rest"), line.end("rest"), words)
        if speech is not None:
            yield speech


def _read_line(text: str, start: int, end: int, words: SpeechWords) -> DashSpeech | None:
    for number, found in enumerate(_BREAK.finditer(text, start, end)):
        if number == _MOST_BREAKS:
            return None
        spoken = read_spoken_after(text, found.end(), end, words)
        if spoken is None or spoken.cue is None or spoken.cue.start > found.end() + 12:
            continue
        first = text[start : found.start()].rstrip(" \u00a0").rstrip(",")
        if not first:
            return None
        spans = [(start, start + len(first))]
        resumed = _RESUMING.search(text, spoken.end, end)
        if resumed is not None and resumed.end() < end:
            rest = text[resumed.end() : end].rstrip()
            spans.append((resumed.end(), resumed.end() + len(rest)))
        return DashSpeech(tuple(spans), spoken)
    return None
