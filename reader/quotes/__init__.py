"""Finding quotes: where they are, who said them, with which verb.

What finds them is imported when first used: the linker needs their marks alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.quotes.finding import find_quotes
    from reader.quotes.offsets import ArticlePlaces, QuotePlace, join_paragraphs
    from reader.quotes.quote import (
        Cue,
        Phrase,
        Quote,
        QuoteKind,
        Speaker,
        SpeakerKind,
        Stance,
        Utterance,
        group_utterances,
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
    "find_quotes",
    "group_utterances",
    "join_paragraphs",
]

_FINDING = {"find_quotes"}
_PLACING = {"ArticlePlaces", "QuotePlace", "join_paragraphs"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = "finding" if name in _FINDING else "offsets" if name in _PLACING else "quote"
    return getattr(import_module(f"reader.quotes.{room}"), name)
