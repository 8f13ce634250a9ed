"""Finding quotes: where they are, who said them, with which verb."""

from reader.quotes.finding import find_quotes
from reader.quotes.placing import ArticlePlaces, QuotePlace, article_text
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
    "ArticlePlaces",
    "Cue",
    "Phrase",
    "Quote",
    "QuoteKind",
    "QuotePlace",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Utterance",
    "article_text",
    "find_quotes",
    "utterances",
]
