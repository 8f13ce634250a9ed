"""The author of a text or of words that a noun phrase names ("a statement from the company")."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, is_possessive

WORDS_SAID = load_word_class("words_said")
"""Nouns for what somebody says."""
_CHANNELS = frozenset(("account", "feed", "handle"))
"""Where somebody posts: "Smith’s account tweeted" is Smith."""
_DOCUMENTS = load_word_class("documents")
_AUTHORED = load_word_class("authored")


def find_author(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase:
    """Return the phrase for the author of what a phrase names, or the phrase itself."""
    if phrase.has_name:
        return phrase
    head = tokens[phrase.last - 1].lower
    owner = _find_owner(tokens, phrase) if head in WORDS_SAID | _CHANNELS else None
    if owner:
        return owner
    position = phrase.last
    if head in _DOCUMENTS:
        while position < len(tokens) and tokens[position].lower in _AUTHORED:
            position += 1
    if position == phrase.last or tokens[position - 1].lower not in ("by", "from"):
        return phrase
    return read_noun_phrase(tokens, position, len(tokens)) or phrase


def find_stated_author(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """Find the author of a text that is announced ("Below is a statement by Jo Smith:")."""
    for position in range(end - 1):
        if tokens[position].lower in _DOCUMENTS and tokens[position + 1].lower in _AUTHORED:
            document = NounPhrase(position, position + 1, position + 1)
            found = find_author(tokens[:end], document)
            return found if found is not document else None
    return None


def _find_owner(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase | None:
    """Find the person in a genitive ("his exact words", "Smith's answer")."""
    for position in range(phrase.first, phrase.last - 1):
        if tokens[position].lower in ("his", "her"):
            return NounPhrase(position, position + 1, position + 1)
        if is_possessive(tokens[position]):
            return read_noun_phrase(tokens, phrase.first, position + 1) or phrase
    return None
