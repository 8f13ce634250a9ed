"""Nouns for what somebody says ("Smith's claim that"): what is quoted in it is the owner's."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.cues import CueMatch
from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.quote import Stance
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, is_capital, is_possessive

_CLAIMS = load_word_class("claims")
_OPENERS = frozenset(("that", "to", "of", "about"))
"""After such a noun: words that begin what is claimed."""
_DETERMINERS = frozenset(("the", "a", "an"))
_MOST_ADJECTIVES = 2
"""Words between the owner and the noun."""
_MOST_OWNER_WORDS = 5
"""Words of the owner."""


def find_owner_of_claim(tokens: Sequence[Token], claim: int, end: int) -> NounPhrase | None:
    """Find who is named as the owner of a claim that the quote is in.

    Args:
        tokens: the reporter's words before the quote.
        claim: the position of the noun.
        end: the position after the last word before the quote.
    """
    if not _opens_clause(tokens, claim, end):
        return None
    for position in range(claim - 1, max(-1, claim - 2 - _MOST_ADJECTIVES), -1):
        if is_possessive(tokens[position]):
            first = _find_owner_start(tokens, position)
            phrase = read_noun_phrase(tokens, first, position + 1)
            return phrase if phrase and phrase.last == position + 1 else None
        if is_capital(tokens[position]) or not tokens[position].word.isalpha():
            return None
    return None


def rejects_claim(tokens: Sequence[Token], verb: CueMatch, end: int) -> bool:
    """Return whether a verb rejects what others claim: "Smith denounced the idea that it is “…”".

    Nobody is said to have quoted words so.
    """
    if verb.word.stance is not Stance.OPPOSING:
        return False
    claims = range(verb.last + 1, min(end, verb.last + 2 + _MOST_ADJECTIVES))
    is_others = verb.last < end and tokens[verb.last].lower in ("the", "any", "a", "an", "such")
    return is_others and any(_opens_clause(tokens, position, end) for position in claims)


def _opens_clause(tokens: Sequence[Token], claim: int, end: int) -> bool:
    """Return whether a noun for what is said begins a clause that goes on to the quote."""
    if tokens[claim].lower not in _CLAIMS or claim + 1 >= end:
        return False
    # A comma without width is in the place of a quote.
    signs = (token for token in tokens[claim + 1 : end] if token.word in ",;:")
    is_open = all(token.start == token.end for token in signs)
    return is_open and tokens[claim + 1].lower in _OPENERS


def _find_owner_start(tokens: Sequence[Token], owner: int) -> int:
    """Return the position of the first word of a person's name, or of the article of a role."""
    first = owner
    while first > 0 and owner - first < _MOST_OWNER_WORDS and is_capital(tokens[first - 1]):
        first -= 1
    if first == owner and not is_capital(tokens[owner]):
        for begin in range(owner - 1, max(-1, owner - _MOST_OWNER_WORDS), -1):
            if tokens[begin].lower in _DETERMINERS:
                return begin
    return first
