"""The words in which reports print a quote, its speaker and its reporting verb."""

from __future__ import annotations

from reader.quotes import Cue, Speaker

_NO_CUE = "–"


def describe_speaker(speaker: Speaker | None) -> str:
    """Return the name of a speaker, as "unknown, perhaps …" where it is only inferred.

    Without a speaker: "unknown".
    """
    return "unknown" if speaker is None else speaker.display_name


def describe_cue(cue: Cue | None) -> str:
    """Return a reporting verb as printed, or a dash where there is none."""
    return cue.text if cue else _NO_CUE


def add_quotation_marks(words: str) -> str:
    """Return words between quotation marks, in one line."""
    return f"“{' '.join(words.split())}”"
