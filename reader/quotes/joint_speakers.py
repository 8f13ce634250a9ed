"""Speakers who say something together: "A and B said in a joint statement"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, is_capital, is_word

_STARTS = load_word_class("subject_conjunctions") | {"–", "—", "-", ":", ";"}
_PREPOSITIONS = load_word_class("phrase_ends")
_AUXILIARIES = load_word_class("auxiliaries")
_LINKS = ("and", "&")
_PARTNER_WORDS = 8
"""Words of the first of two speakers, title and party included."""


def find_partner(
    tokens: Sequence[Token], phrase: NounPhrase, verb: int | None
) -> NounPhrase | None:
    """Find the name that "and" joins to the name in a subject, on either side of it.

    Args:
        tokens: those of the reporter's words.
        phrase: the subject.
        verb: the offset of its verb in the article, or None.
    """
    if not phrase.has_name:
        return None
    return _find_before(tokens, phrase) or _find_after(tokens, phrase, verb)


def _find_before(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase | None:
    """Find the name before "and" that begins its clause, so that it is no object."""
    link = phrase.first - 1
    if link < 1 or tokens[link].lower not in _LINKS:
        return None
    for first in range(max(0, link - _PARTNER_WORDS), link):
        if not (first == 0 or tokens[first - 1].lower in _STARTS):
            continue
        partner = read_noun_phrase(tokens, first + (tokens[first].lower == "both"), link)
        if partner is not None and _skip_apposition(tokens, partner, link) == link:
            return partner
    return None


def _find_after(tokens: Sequence[Token], phrase: NounPhrase, verb: int | None) -> NounPhrase | None:
    """Find the name after "and" that has no verb of its own."""
    link = _skip_apposition(tokens, phrase, len(tokens))
    if link >= len(tokens) or tokens[link].lower not in _LINKS:
        return None
    partner = read_noun_phrase(tokens, link + 1, len(tokens))
    if partner is not None and not partner.has_name:
        partner = _find_name_of_role(tokens, partner)
    if partner is None or not partner.has_name:
        return None
    following = _skip_apposition(tokens, partner, len(tokens))
    if following < len(tokens) and tokens[following].word == "," and following == partner.last:
        following += 1
    while following < len(tokens) and tokens[following].lower in _AUXILIARIES:
        following += 1
    if following == len(tokens) or tokens[following].start == verb:
        return partner
    is_before = verb is not None and verb < tokens[phrase.first].start
    ends = not is_word(tokens[following]) or tokens[following].lower in _PREPOSITIONS
    return partner if is_before and ends else None


def _find_name_of_role(tokens: Sequence[Token], role: NounPhrase) -> NounPhrase | None:
    """Find the name in commas after a role: "Smith and his lawyer, Jo Jones, say"."""
    if role.last >= len(tokens) or tokens[role.last].word != ",":
        return None
    name = read_noun_phrase(tokens, role.last + 1, len(tokens))
    is_closed = name is not None and name.last < len(tokens) and tokens[name.last].word == ","
    if name is None or not is_closed or not is_capital(tokens[role.last + 1]):
        return None
    return NounPhrase(name.first, name.last, name.name)


def _skip_apposition(tokens: Sequence[Token], phrase: NounPhrase, stop: int) -> int:
    """Return the position after a name, its place ("of Ohio") and its party in commas."""
    if not phrase.has_name or not is_capital(tokens[phrase.last - 1]):
        return stop + 1
    position = phrase.last
    if position + 1 < stop and tokens[position].lower == "of" and is_capital(tokens[position + 1]):
        position += 1
        while position < stop and is_capital(tokens[position]):
            position += 1
    if position >= stop or tokens[position].word != ",":
        return position
    ends = range(position + 1, min(stop, position + _PARTNER_WORDS))
    closing = next((end for end in ends if tokens[end].word == ","), None)
    return position if closing is None else closing + 1
