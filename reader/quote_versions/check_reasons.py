"""The reasons for the verdict on a quotation: what differs, and whether a person should look."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from reader.articles import Passage


class ReasonCode(str, Enum):
    """What differs between a quotation and its source; the values are stable."""

    NEGATION = "negation"
    """A negation was left out, added or replaced."""
    DOUBT = "doubt"
    """Words that doubt what is said: "I don't think", "reportedly"."""
    MODALITY = "modality"
    """What may, should or would be is said to be, or the reverse."""
    CONDITION = "condition"
    """"If …", "unless …"."""
    QUALIFICATION = "qualification"
    """A concession, an exception, a limit: "except on Sundays", "or so they told us"."""
    QUESTION = "question"
    """A question is given as a statement, or the reverse."""
    ATTRIBUTION = "attribution"
    """The words that give the statement to somebody else: "My opponent claims that"."""
    NUMBER = "number"
    """Another number, sum, share, date or time."""
    CHANGED = "changed"
    INSERTED = "inserted"
    LEFT_OUT = "left_out"
    """Words inside the quotation or of one of its sentences; harmless at its ends where the
    rest says the same without them, and where a sign shows the cut."""
    MOVED = "moved"
    """Parts in another order than in the source."""
    JOINED = "joined"
    """Words of several quotations of one speaker as one quotation."""
    CROSSES_SPEAKERS = "crosses_speakers"
    """Words of several speakers as one quotation."""
    OTHER_SPEAKER = "other_speaker"
    NOT_QUOTED = "not_quoted"
    """In the source, but not as a quotation: the reporter's own words."""
    INDIRECT_MADE_DIRECT = "indirect_made_direct"
    """The reporter's words for what somebody said."""
    FULLER_SOURCE = "fuller_source"
    """Another source has more of the quotation."""
    SOURCES_DIFFER = "sources_differ"
    """Another place of the sources has the same utterance with another meaning or speaker."""
    SINGLE_WORD = "single_word"
    """Too few words to know where they are from."""
    NOT_FOUND = "not_found"

    SPELLING = "spelling"
    """Another spelling of a word: "realise", "realize"."""
    CONTRACTION = "contraction"
    """A contraction written out, or the reverse."""
    NUMERAL = "numeral"
    """The same value written otherwise: "twelve", "12"."""
    BRACKETED = "bracketed"
    """Square brackets that say who or what is meant."""
    SPEAKER_SPELLING = "speaker_spelling"
    """The same speaker, spelled or called otherwise."""
    SPOKESPERSON = "spokesperson"
    """Said by a person who speaks for the speaker that is given, or the reverse."""


HARMLESS_CODES = frozenset(
    (
        ReasonCode.SPELLING,
        ReasonCode.CONTRACTION,
        ReasonCode.NUMERAL,
        ReasonCode.BRACKETED,
        ReasonCode.SPEAKER_SPELLING,
        ReasonCode.SPOKESPERSON,
    )
)
"""Reasons that never need a look."""


@dataclass(frozen=True, slots=True)
class CheckReason:
    """One difference between a quotation and its source."""

    code: ReasonCode
    needs_review: bool
    """Whether a person should look because of it."""
    text: str
    """It in one line: `trimmed: “I don't think” left out`."""
    draft_words: str = ""
    """The words of the draft that it is about, as printed; empty where words are missing."""
    source_words: str = ""
    """The words of the source that it is about, as printed; empty where words are added."""
    passages: tuple[Passage, ...] = field(default=(), compare=False)
    """Where in the sources, for a reason about other places than the passage of the check."""

    def __str__(self) -> str:
        return self.text


class CutReason(NamedTuple):
    """Why a cut needs a look, with the words of the source that were left out."""

    code: ReasonCode
    words: slice


_END_WORDS = 6
"""Words that are printed at each end of a long run."""


def mark_words(words: str) -> str:
    """Return printed words in quotation marks, those in the middle of a long run left out."""
    split = words.split()
    if len(split) > 2 * _END_WORDS + 1:
        split = [*split[:_END_WORDS], "…", *split[-_END_WORDS:]]
    return f"“{' '.join(split)}”"


def count_words(number: int) -> str:
    """Return a number of words in words: `1 word`, `7 words`."""
    return f"{number} word" if number == 1 else f"{number} words"
