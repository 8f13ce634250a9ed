"""The clause that a reporting verb governs in a sentence of indirect speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotes import Cue, Speaker

_PLAIN_VERBS = frozenset(("say", "tell", "add", "think", "believe", "according to"))
"""Verbs after which a clause needs no "that"."""
_CLAUSE_START = re.compile(
    r"\s*(?:[A-Za-z]+ly )?"
    r"(?:[^.;:]{0,60}?\b(?:that|whether|if|how|why)\b|(?:he|she|it|they|we|there)\b"
    r"|(?:the|a) (?:importance|need|necessity|urgency|value|possibility|risk) (?:of|for|to)\b)",
    re.IGNORECASE,
)
"""What shows, right after another verb, that a clause follows and no object."""
_OTHER_CLAUSE = re.compile(
    r"(?<! or)(?<! and),? \b(?:who|whom|whose|where)\b"
    r"|, (?:which|as(?! (?:(?:long|soon|much|far) as|an?|part)\b)|while|after|when"
    r"|(?:al)?though(?!,)|but also)\b"
)
"""Where words begin that are the reporter's again."""
_CLOSING_COMMA = re.compile(r",[”’\"']?\s*(?:\S{1,20} ){0,5}$")
"""The comma before a speaker with titles."""


def find_governed_clause(
    text: str, start: int, end: int, speaker: Speaker, cue: Cue
) -> tuple[int, int] | None:
    """Find the clause that says what a speaker said.

    It follows the verb up to a clause of the reporter, or comes before the speaker where verb and
    speaker end the sentence ("…, Smith said.").

    Returns:
        Its offsets; None where the verb governs no clause ("declared an emergency").
    """
    begin, stop = min(speaker.start, cue.start), max(speaker.end, cue.end)
    comma = _CLOSING_COMMA.search(text[start:begin]) if begin - start > end - stop else None
    if comma is not None:
        return start, start + comma.start() + 1
    following = text[cue.end : end]
    if cue.lemma not in _PLAIN_VERBS and _CLAUSE_START.match(following) is None:
        return None
    other = _OTHER_CLAUSE.search(following)
    return cue.end, cue.end + other.start() if other else end


def find_foreign_clause(start: int, end: int, speaker: Speaker, cue: Cue) -> tuple[int, int]:
    """Return the same in another language: what follows the verb, or comes before the speaker."""
    begin, stop = min(speaker.start, cue.start), max(speaker.end, cue.end)
    return (start, begin) if begin - start > end - stop else (cue.end, end)


def leave_out_names(words: Sequence[str]) -> list[str]:
    """Return the printed words without those with a capital: names tie no statements."""
    return [word for word in words if not word[0].isupper()]
