"""One article's quotes: where they are, who said them, with which verb.

The names below are imported from their modules at their first use: the linker reads no quotes
until it needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.quotes.offsets import ArticleText, join_paragraphs
    from reader.quotes.quote import (
        Cue,
        Phrase,
        Quote,
        QuoteKind,
        Speaker,
        SpeakerKind,
        Stance,
        Strength,
        Utterance,
        group_utterances,
    )
    from reader.quotes.quote_finder import find_quotes

_MODULES = {
    "ArticleText": "offsets",
    "Cue": "quote",
    "Phrase": "quote",
    "Quote": "quote",
    "QuoteKind": "quote",
    "Speaker": "quote",
    "SpeakerKind": "quote",
    "Stance": "quote",
    "Strength": "quote",
    "Utterance": "quote",
    "find_quotes": "quote_finder",
    "group_utterances": "quote",
    "join_paragraphs": "offsets",
}

__all__ = [
    "ArticleText",
    "Cue",
    "Phrase",
    "Quote",
    "QuoteKind",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Strength",
    "Utterance",
    "find_quotes",
    "group_utterances",
    "join_paragraphs",
]

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
