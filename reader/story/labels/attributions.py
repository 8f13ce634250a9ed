"""Who says what a clause states, where the sentence names that before or behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.story.labels.clause_finding import REPORTING_PARTICIPLES
from reader.story.labels.finite_verbs import grammar_words
from reader.story.labels.phrase_bounds import reports_speech

if TYPE_CHECKING:
    from reader.story.labels.clause_finding import Clause
    from reader.story.labels.phrase_bounds import PhraseWord

_SAID_REACH = 4
"""Words from a verb of speech to the beginning of what is said."""
_THAT_REACH = 10
"""The same where "that" is before that."""
_LONGEST_TAIL = 7
"""Words of an attribution behind what is said."""
_SAID = ("said", "says")


def introduces(words: Sequence[PhraseWord], verb: int, first: int) -> bool:
    """Return whether a verb of speech introduces the clause that begins at a word."""
    return (
        reports_speech(words[verb])
        and 0 < first - verb <= (_THAT_REACH if words[first - 1].key == "that" else _SAID_REACH)
        and not any(word.follows_pause for word in words[verb + 1 : first + 1])
    )


def is_reported(words: Sequence[PhraseWord], clause: Clause) -> bool:
    """Return whether a verb of speech before a clause makes it what somebody says."""
    first = clause.first
    return any(
        introduces(words, verb, first) or words[verb].key in REPORTING_PARTICIPLES
        for verb in range(max(0, first - _THAT_REACH), first)
        if reports_speech(words[verb]) or words[verb].key in REPORTING_PARTICIPLES
    )


def find_tails(words: Sequence[PhraseWord], verbs: Sequence[bool]) -> Mapping[int, int]:
    """Return the last words of the attributions behind what is said, by the words before them.

    ("The ferry sank, divers said on Friday"; "…, said Marta Ozols"; "…, according to divers".)
    """
    tails = {}
    for first in range(1, len(words)):
        if words[first].follows_pause and not words[first].is_apart:
            last = _find_tail(words, verbs, first)
            if last is not None:
                tails[first - 1] = last
    return tails


def _find_tail(words: Sequence[PhraseWord], verbs: Sequence[bool], first: int) -> int | None:
    """Return the last word of an attribution that begins at a word."""
    end = first + 1
    while end < len(words) and not words[end].follows_pause:
        end += 1
    run = words[first:end]
    if len(run) > 1 and run[0].key == "according" and run[1].key == "to":
        return end - 1 if len(run) <= _LONGEST_TAIL else None
    if run[0].key in _SAID:
        return end - 1 if 1 < len(run) <= _LONGEST_TAIL else None
    for at in range(first + 1, min(end, first + _LONGEST_TAIL)):
        if verbs[at]:
            is_last = at + 1 == end or words[at + 1].key in ("in", "on", *grammar_words("days"))
            return at if reports_speech(words[at]) and is_last else None
    return None
