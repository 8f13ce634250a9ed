"""What a reporter says in the sentence of a quotation, and who speaks by it."""

from __future__ import annotations

import re

from reader.quotes.quote import Quote, Speaker, SpeakerKind
from reader.quotes.speakers import read_sentence_speaker
from reader.text.sentences import find_sentence_end, find_sentence_start

_REACH = 200
"""Characters on either side of a quotation in which its sentence is read."""
_MARKS = re.compile('["“”«»„]')


def read_reporter_words(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the reporter's words of a sentence right before and right after a quotation in it.

    Args:
        text: the whole text.
        start: the offset of the quotation's first word.
        end: the offset after its last one.
    """
    first, last = _find_sentence(text, start, end)
    before = _MARKS.split(text[first:start].rstrip("\"“«„‘' "))[-1]
    after = _MARKS.split(text[end:last].lstrip("\"”»’',.!? "))[0]
    return before.strip(), after.strip()


def read_speaker_around(text: str, quote: Quote) -> Speaker | None:
    """Return the speaker of a quotation; where it has none, one whom its sentence names."""
    if quote.speaker is not None:
        return quote.speaker
    found = read_sentence_speaker(text, *_find_sentence(text, quote.start, quote.end))
    if found is None or found[0].kind is SpeakerKind.ROLE:
        return None
    return found[0]


def _find_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the reporter's sentence around a quotation."""
    lowest = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    line_end = text.find("\n", end)
    limit = min(line_end if line_end >= 0 else len(text), end + _REACH)
    return find_sentence_start(text, lowest, start), find_sentence_end(text, end, limit)
