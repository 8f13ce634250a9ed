"""What the words beside a quote say of its speaker, in languages other than English."""

from __future__ import annotations

from typing import NamedTuple

from reader.quotes.quote import Cue, Speaker, SpeakerKind, Strength

CONFIDENCE = 0.7
"""Of a speaker that a text states. The rules are not measured on labelled articles; one that is
measured on few has .8 at most (`rule_confidence`)."""


class SpokenBy(NamedTuple):
    """Speaker and cue of a quote; spans are those of the text."""

    rule: str
    cue: Cue | None
    mention: tuple[int, int] | None
    """The words that name the speaker; None where only a pronoun, or nothing, does."""
    has_name: bool
    end: int
    """Where the attribution ends."""
    strength: Strength = Strength.STATED

    @property
    def cue_text(self) -> str:
        """The verb as printed; empty where there is none."""
        return self.cue.text if self.cue else ""

    def make_speaker(self, text: str) -> Speaker | None:
        """Return the speaker as the text names them."""
        if self.mention is None:
            return None
        start, end = self.mention
        words = text[start:end]
        if not self.has_name:
            kind = SpeakerKind.ROLE
        elif len(words.split()) > 1:
            kind = SpeakerKind.PERSON
        else:
            kind = SpeakerKind.UNKNOWN
        return Speaker(words, words, start, end, kind, CONFIDENCE, self.strength, "as printed")
