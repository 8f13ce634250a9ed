"""Phrases for a quote, its speaker and its reporting verb in reports."""

from __future__ import annotations

from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quotes import Cue, Speaker

_NO_CUE = "–"
_CORRECTED = "(corrected)"
_OPENING_MARKS = ("“", "„", "«", '"')
_CLOSING_MARKS = ("”", "»", '"')


def describe_speaker(speaker: Speaker | None) -> str:
    """Return the name of a speaker, as "unknown, perhaps …" where it is only inferred.

    Without a speaker: "unknown". A name that the user gave, which the article perhaps does not
    print, is followed by "(corrected)".
    """
    if speaker is None:
        return "unknown"
    return f"{speaker.display_name} {_CORRECTED}" if is_corrected(speaker) else speaker.display_name


def is_corrected(speaker: Speaker) -> bool:
    """Return whether the user named a speaker."""
    return speaker.resolution == CORRECTED_BY_USER


def describe_cue(cue: Cue | None) -> str:
    """Return a reporting verb as printed, or a dash where there is none."""
    return cue.text if cue else _NO_CUE


def add_quotation_marks(words: str) -> str:
    """Return words between quotation marks, in one line; a mark that they have is not doubled."""
    line = " ".join(words.split())
    opening = "" if line[:1] in _OPENING_MARKS else "“"
    closing = "" if line[-1:] in _CLOSING_MARKS else "”"
    return f"{opening}{line}{closing}" if line else "“”"
