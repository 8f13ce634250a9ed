"""The turns of a transcript as quotes: what is said there is quoted without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.articles.transcripts import Turn
from reader.quotes.quote import Quote, QuoteKind, Speaker, SpeakerKind, Strength

QUESTIONER = "the questioner"
"""The name of who asks where the transcript says no more."""

_ANSWERS = re.compile(
    r"(?i:\b(?:interview|interviewed|testimony|examination|deposition|conversation|questions)\b)"
    r"[^.\n]{0,40}?\b(?:of|with|to|by)\s+"
    r"(?P<name>[^\W\d_a-z][\w.’'-]{0,30}(?:\s[^\W\d_a-z][\w.’'-]{0,30}){1,3})",
)
_LONGEST_TITLE = 2_000
"""Characters before the first turn in which it is said who answers."""


def quote_turns(text: str, turns: Sequence[Turn], first_number: int) -> Iterator[Quote]:
    """Yield the quotes of a transcript: one for each line of a turn, or part of a line.

    Args:
        text: the whole text.
        turns: its turns.
        first_number: the utterance number of the first turn.
    """
    answerer = _find_answerer(text[: turns[0].start][-_LONGEST_TITLE:])
    for number, turn in enumerate(turns, first_number):
        speaker = _name_speaker(turn, answerer)
        for start, end in turn.spans:
            yield Quote(start, end, QuoteKind.DIRECT, number, speaker=speaker)


def _name_speaker(turn: Turn, answerer: str | None) -> Speaker | None:
    """Return the speaker that a label states; None where it states none."""
    name: str | None = turn.label
    kind = SpeakerKind.UNKNOWN
    if turn.is_question:
        is_word = len(turn.label) > 1
        name, kind = f"the {turn.label.lower()}" if is_word else QUESTIONER, SpeakerKind.ROLE
    elif turn.is_answer:
        name, kind = answerer, SpeakerKind.PERSON
    if not name:
        return None
    return Speaker(
        name, turn.label, turn.start, turn.end, kind, confidence=1.0, strength=Strength.ADJACENT
    )


def _find_answerer(title: str) -> str | None:
    """Return whom the lines before the first turn call the one who answers."""
    names = {match["name"] for match in _ANSWERS.finditer(title)}
    return names.pop() if len(names) == 1 else None
