"""Three and more who say something together: "Sens. A of X; B of Y; and C of Z said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, is_capital, is_word

_STARTS = load_word_class("subject_conjunctions") | {"–", "—", "-", ":", ";", ",", "”", '"'}
_PREPOSITIONS = load_word_class("phrase_ends")
_AUXILIARIES = load_word_class("auxiliaries")
_SEPARATORS = (",", ";")
_LINKS = ("and", "&")
_PARTY = re.compile(r"(?:D|R|I|Republican|Democrat|Independent)(?:-.+|\.)?$")
_LIST_WORDS = 60
"""Words and signs from the first name of a list to the last."""
_BESIDE_WORDS = 10
"""Words beside a name of a list that say who it is."""


def find_listed(
    tokens: Sequence[Token], phrase: NounPhrase, verb: int | None
) -> tuple[NounPhrase, ...]:
    """Find the other names of a list in which the name of a subject is one.

    Each may have its place, its party or a description beside it; "and" is before the last.

    Args:
        tokens: those of the reporter's words.
        phrase: the subject.
        verb: the offset of its verb in the article, or None.
    """
    if not phrase.has_name or verb is None or len(tokens) <= phrase.last:
        return ()
    is_after = tokens[phrase.first].start < verb
    lowest = max(0, phrase.first - _LIST_WORDS) if is_after else phrase.first
    for first in range(lowest, phrase.first + 1):
        if is_after and first and tokens[first - 1].word not in _STARTS:
            continue
        names, end = _read_list(tokens, first)
        is_one = any(name.last == phrase.last for name in names)
        if is_one and _ends_list(tokens, end, verb if is_after else None):
            return tuple(name for name in names if name.last != phrase.last)
    return ()


def _read_list(tokens: Sequence[Token], first: int) -> tuple[list[NounPhrase], int]:
    """Return the names of the list that begins at a position, and where it ends."""
    names: list[NounPhrase] = []
    position, is_last = first, False
    stop = min(len(tokens), first + _LIST_WORDS)
    while position < stop:
        name = read_noun_phrase(tokens, position, stop)
        if name is None or not name.has_name or not is_capital(tokens[name.last - 1]):
            return [], first
        names.append(name)
        position = _skip_beside(tokens, name.last, stop)
        if is_last:
            return (names, position) if len(names) > 1 else ([], first)
        begin = position
        if position < stop and tokens[position].word in _SEPARATORS:
            position += 1
        if position < stop and tokens[position].lower in _LINKS:
            position, is_last = position + 1, True
        if position == begin:
            return [], first
    return [], first


def _skip_beside(tokens: Sequence[Token], position: int, stop: int) -> int:
    """Return the position after place, party and description of a name."""
    if position + 1 < stop and tokens[position].lower == "of" and is_capital(tokens[position + 1]):
        position += 1
        while position < stop and is_capital(tokens[position]):
            position += 1
    ends = range(position + 1, min(stop, position + _BESIDE_WORDS))
    if position < stop and tokens[position].word == "(":
        closing = next((end for end in ends if tokens[end].word == ")"), None)
        return position if closing is None else closing + 1
    if position + 1 >= stop or tokens[position].word != ",":
        return position
    following = tokens[position + 1]
    is_beside = _PARTY.match(following.word) or (
        following.lower not in _LINKS and not is_capital(following)
    )
    if not is_beside:
        return position
    return next((end for end in ends if tokens[end].word in _SEPARATORS), position)


def _ends_list(tokens: Sequence[Token], end: int, verb: int | None) -> bool:
    """Whether a list ends right before its verb, or after it where its clause ends."""
    if end < len(tokens) and tokens[end].word == "," and verb is not None:
        end += 1
    while end < len(tokens) and tokens[end].lower in _AUXILIARIES:
        end += 1
    if verb is not None:
        return end < len(tokens) and tokens[end].start == verb
    return end == len(tokens) or not is_word(tokens[end]) or tokens[end].lower in _PREPOSITIONS
