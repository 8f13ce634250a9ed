"""Finding quotes: where they are, who said them, with which verb."""

from reader.quotes.finding import find_quotes
from reader.quotes.quote import (
    Cue,
    Phrase,
    Quote,
    QuoteKind,
    Speaker,
    SpeakerKind,
    Stance,
    Utterance,
    utterances,
)

__all__ = [
    "Cue",
    "Phrase",
    "Quote",
    "QuoteKind",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Utterance",
    "find_quotes",
    "utterances",
]
