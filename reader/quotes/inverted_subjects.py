"""The subject of a reporting verb that comes first ("said attorney Kassie Siegel")."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.noun_phrases import PRONOUNS, NounPhrase, is_name_of, read_noun_phrase
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_capital, is_word

_DAY_NAMES = load_word_class("day_names")
_DETERMINERS = load_word_class("determiners")
_NOT_IN_PHRASE = load_word_class("phrase_ends") | load_word_class("verbs_of_being")
_AFTER_VERB_ADVERBS = frozenset(("also", "then", "later"))
_APPOSITION_WORDS = 8
"""Words between a role and the comma before its name."""
_ROLE_WORDS = 6
"""Words of a role in lower case before a name."""


def find_inverted_subject(tokens: Sequence[Token], verb: int, stop: int) -> NounPhrase | None:
    """Find the noun phrase after a verb that comes first ("said attorney Kassie Siegel")."""
    position = verb + 1
    while position < stop and tokens[position].lower in _AFTER_VERB_ADVERBS:
        position += 1
    if position >= stop or not _can_be_inverted_subject(tokens, position, stop):
        return None
    phrase = (
        _read_joined_roles(tokens, position, stop)
        or _read_office_and_name(tokens, position, stop)
        or read_noun_phrase(tokens, position, stop)
    )
    return (_add_name_after(tokens, phrase, stop) or phrase) if phrase else None


def _can_be_inverted_subject(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether a subject can begin at a position after its verb."""
    token = tokens[position]
    if token.lower in ("in", "on", "that", "this") or token.lower in _DAY_NAMES:
        return False
    return (
        token.lower in load_vocabulary().roles
        or token.lower in _DETERMINERS
        or token.word[0].isdigit()
        or is_capital(token)
        or token.lower in PRONOUNS
        or _begins_role_before_name(tokens, position, stop)
        or _read_joined_roles(tokens, position, stop) is not None
    )


def _read_joined_roles(tokens: Sequence[Token], position: int, stop: int) -> NounPhrase | None:
    """Read two roles of one person before the name ("guild candidate and Lodd baker Jo Smith").

    Without an article before them they are of one person.
    """
    limit = min(stop, position + _ROLE_WORDS)
    if tokens[position].lower in _DETERMINERS or is_capital(tokens[position]):
        return None
    link = next((n for n in range(position + 1, limit) if tokens[n].lower == "and"), None)
    if link is None or tokens[link - 1].lower not in _offices():
        return None
    for role in range(link + 1, min(stop - 1, link + _ROLE_WORDS)):
        if not is_word(tokens[role]) or tokens[role].lower in _NOT_IN_PHRASE | _DETERMINERS:
            return None
        if tokens[role].lower in _offices() and is_capital(tokens[role + 1]):
            name = read_noun_phrase(tokens, role + 1, stop)
            is_name = name is not None and name.has_name and name.first == role + 1
            return NounPhrase(position, name.last, name.name) if name and is_name else None
    return None


def _begins_role_before_name(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether a name follows lower-case words of a role ("defense lawyer Jo Smith")."""
    for index, token in enumerate(tokens[position : min(stop, position + _ROLE_WORDS)]):
        if token.lower == "of" and tokens[position + index - 1].lower in _offices():
            continue
        if token.lower in _NOT_IN_PHRASE or not is_word(token):
            return False
        if is_capital(token):
            return token.lower not in _DAY_NAMES
    return False


def _offices() -> frozenset[str]:
    words = load_vocabulary()
    return words.roles | words.titles


def _read_office_and_name(tokens: Sequence[Token], position: int, stop: int) -> NounPhrase | None:
    """Read an office in lower case with its field before a name ("director of works Jo Smith")."""
    for link in range(position + 1, min(stop, position + _ROLE_WORDS)):
        if tokens[link].lower == "of" and tokens[link - 1].lower in _offices():
            start = link + 1
            while start < stop and is_word(tokens[start]) and not is_capital(tokens[start]):
                if tokens[start].lower in _NOT_IN_PHRASE | _DETERMINERS:
                    return None
                start += 1
            name = read_noun_phrase(tokens, start, stop) if start > link + 1 else None
            is_name = name is not None and name.has_name and name.name == start
            return NounPhrase(position, name.last, start) if name and is_name else None
        if tokens[link - 1].lower in _NOT_IN_PHRASE or is_capital(tokens[link - 1]):
            return None
    return None


def _add_name_after(tokens: Sequence[Token], role: NounPhrase, stop: int) -> NounPhrase | None:
    """Return a role with the name in apposition to it ("the head of the union, Jo Smith,")."""
    if role.has_name or tokens[role.first].lower in PRONOUNS:
        return None
    comma = role.last
    while comma < min(stop, role.last + _APPOSITION_WORDS) and is_word(tokens[comma]):
        comma += 1
    if comma >= stop or tokens[comma].word != ",":
        return None
    name = read_noun_phrase(tokens, comma + 1, stop)
    if name is None or not _is_name_alone(tokens, name, stop):
        return None
    is_beside = comma == role.last and is_name_of(tokens, role, name)
    is_of_person = is_beside or _is_person_of_role(tokens, role, name)
    return NounPhrase(role.first, name.last, name.name) if is_of_person else None


def _is_person_of_role(tokens: Sequence[Token], role: NounPhrase, name: NounPhrase) -> bool:
    """Whether a role of persons and a full name are of one person, words between them or not."""
    is_full_name = name.last - name.name >= 2
    return is_full_name and tokens[role.last - 1].lower in load_vocabulary().roles


def _is_name_alone(tokens: Sequence[Token], phrase: NounPhrase, stop: int) -> bool:
    """Whether a phrase is no more than a name, and a sign follows it."""
    if not phrase.has_name or phrase.name != phrase.first:
        return False
    return phrase.last == stop or tokens[phrase.last].word in ",.;"
