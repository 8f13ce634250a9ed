"""The noun phrase before a reporting verb in one part between commas."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.adverbials import ADVERBIAL_STARTS
from reader.quotes.clause_parts import (
    COORDINATORS,
    has_any_verb,
    is_gerund_at,
    is_governed_gerund,
    is_inflected_cue,
    skip_words,
)
from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, is_acronym, is_capital

_PREPOSITIONS = load_word_class("phrase_ends")
_RESTARTS = load_word_class("clause_starts")
_DAY_NAMES = load_word_class("day_names")
_DETERMINERS = load_word_class("determiners")
_BEFORE_GERUNDS = frozenset(("after", "before", "since", "while", "when", "though", "although"))
"""Conjunctions after which a form on -ing has no subject of its own."""


def find_phrase_before_verb(tokens: Sequence[Token], begin: int, end: int) -> NounPhrase | None:
    """Find the subject in one part between commas: the last clause in it that has a phrase."""
    found = (
        _find_phrase_before_participle(tokens, begin, end)
        or _find_phrase_of_last_clause(tokens, begin, end)
        or _find_phrase_after_verb(tokens, begin, end)
    )
    if found:
        return found
    start = skip_words(tokens, begin, end, COORDINATORS | {"then"})
    is_opening = start < end and tokens[start].lower in ADVERBIAL_STARTS
    if is_opening and not is_acronym(tokens[start]):
        return _find_phrase_after_adverbial(tokens, start, end) if begin == 0 else None
    return read_noun_phrase(tokens, start, end)


def _find_phrase_before_participle(
    tokens: Sequence[Token], begin: int, end: int
) -> NounPhrase | None:
    """Find the phrase that a participle describes: "a panel examining Jo Smith", "owned by"."""
    if begin >= end or tokens[begin].lower not in _DETERMINERS:
        return None
    for position in range(begin + 2, end - 1):
        is_passive = tokens[position].lower.endswith("ed") and tokens[position + 1].lower == "by"
        if not (is_passive or is_gerund_at(tokens, position)):
            continue
        phrase = read_noun_phrase(tokens, begin, position)
        is_subject = phrase is not None and phrase.first == begin and phrase.last == position
        is_described = is_subject and is_capital(tokens[end - 1])
        return phrase if is_described and not has_any_verb(tokens, position + 1, end) else None
    return None


def _find_phrase_of_last_clause(tokens: Sequence[Token], begin: int, end: int) -> NounPhrase | None:
    """Find the phrase after the last conjunction that begins a clause."""
    for position in range(end - 2, begin - 1, -1):
        lower = tokens[position].lower
        if lower in _RESTARTS or (lower == "and" and has_any_verb(tokens, begin, position)):
            if lower in _BEFORE_GERUNDS and is_gerund_at(tokens, position + 1):
                continue
            phrase = read_noun_phrase(tokens, position + 1, end)
            if phrase:
                return phrase
        elif lower == "and" and (phrase := _find_name_after_clause(tokens, begin, position, end)):
            return phrase
    return None


def _find_name_after_clause(
    tokens: Sequence[Token], begin: int, conjunction: int, end: int
) -> NounPhrase | None:
    """Find the full name that fills the words after "and", where no name is before it.

    ("two plans need money and Jo Smith said")
    """
    after = read_noun_phrase(tokens, conjunction + 1, end)
    if after is None or after.last != end or after.last - after.name < 2:
        return None
    before = read_noun_phrase(tokens, skip_words(tokens, begin, conjunction), conjunction)
    is_clause = before is None or not (before.has_name and before.last == conjunction)
    return after if is_clause and not is_capital(tokens[conjunction - 1]) else None


def _find_phrase_after_verb(tokens: Sequence[Token], begin: int, end: int) -> NounPhrase | None:
    """Find the phrase that follows an inflected reporting verb and reaches to the end."""
    for position in range(end - 1, begin, -1):
        if is_inflected_cue(tokens[position - 1]) and not is_governed_gerund(tokens, position - 1):
            phrase = read_noun_phrase(tokens, position, end)
            if phrase and phrase.last == end:
                return phrase
    return None


def _find_phrase_after_adverbial(
    tokens: Sequence[Token], start: int, end: int
) -> NounPhrase | None:
    """Find the last phrase of a segment that opens with an adverbial and has no comma after it."""
    for position in range(end - 1, start, -1):
        token, previous = tokens[position], tokens[position - 1]
        is_after_day = previous.lower in _DAY_NAMES
        begins_name = is_capital(token) and (is_after_day or not is_capital(previous))
        begins_phrase = token.lower in _DETERMINERS or begins_name
        if begins_phrase and previous.lower not in _PREPOSITIONS:
            phrase = read_noun_phrase(tokens, position, end)
            if phrase and phrase.last == end:
                return phrase
    return None
