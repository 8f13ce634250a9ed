"""To whom, where and when something was said, from the words beside a reporting verb."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.noun_phrases import read_noun_phrase
from reader.quotes.quote import Phrase
from reader.quotes.reporting_vocabulary import CueWord, load_word_class
from reader.quotes.sentence_tokens import Token

ADDRESSING = load_word_class("addressing")
"""Lemmas of the verbs whose object is the person spoken to."""
_SETTING_STARTS = load_word_class("setting_starts")
_AFTER_COMMA = load_word_class("setting_after_comma")
_BEFORE_VERB = _AFTER_COMMA - {"while", "when"}
_CLAUSE_AFTER_VERB = frozenset(("that", "of", "about", "for", "if", "whether"))
_OBJECT_PRONOUNS = frozenset(("me", "him", "her", "them", "us", "you"))
_SETTING_REACH = 40
"""Words after the verb in which a setting may begin."""
_SETTING_WORDS = 20
_LEADING_WORDS = range(2, 13)
"""The number of words of a setting before the verb."""


def find_addressee(text: str, tokens: Sequence[Token], last: int, word: CueWord) -> Phrase | None:
    """Read the person spoken to from the words after a verb, which ends before `last`."""
    if word.lemma not in ADDRESSING or word.gerund:
        return None
    if last < len(tokens) and tokens[last].lower in _CLAUSE_AFTER_VERB:
        return None
    if last < len(tokens) and tokens[last].lower in _OBJECT_PRONOUNS:
        return Phrase(tokens[last].word, tokens[last].start, tokens[last].end)
    phrase = read_noun_phrase(tokens, last, len(tokens))
    return _make_phrase(text, tokens, phrase.first, phrase.last) if phrase else None


def find_setting(text: str, tokens: Sequence[Token], first: int) -> Phrase | None:
    """Read where or when something was said from the words after a verb and its object."""
    for position in range(first, min(len(tokens), first + _SETTING_REACH)):
        lower = tokens[position].lower
        if _begins_setting(tokens, first, position):
            return _read_setting(text, tokens, position)
        if lower in ("that", "because", "and", "but"):
            return None
        if lower in _SETTING_STARTS and _has_only_days(tokens, first, position):
            return _read_setting(text, tokens, position)
    return None


def find_leading_setting(text: str, tokens: Sequence[Token], verb: int) -> Phrase | None:
    """Read an adverbial before the verb ("In a statement, the company said")."""
    starts = [0] + [n + 1 for n in range(verb) if tokens[n].word == ","]
    for position in starts:
        if position < verb and tokens[position].lower in _BEFORE_VERB:
            last = next((n for n in range(position, verb) if tokens[n].word == ","), verb)
            if last < verb and last - position in _LEADING_WORDS:
                return _make_phrase(text, tokens, position, last)
    return None


def _begins_setting(tokens: Sequence[Token], first: int, position: int) -> bool:
    """Whether a word begins a setting: right after the verb, or after a comma."""
    lower = tokens[position].lower
    follows_comma = position > 0 and tokens[position - 1].word == ","
    is_beside = position == first or (position == first + 1 and follows_comma)
    return (is_beside and lower in _SETTING_STARTS) or (follows_comma and lower in _AFTER_COMMA)


def _has_only_days(tokens: Sequence[Token], first: int, position: int) -> bool:
    """Whether no more than a day is between the verb and a position ("said on Monday")."""
    return position - first <= 2 and all(
        token.lower.endswith("day") or token.lower == "on" for token in tokens[first:position]
    )


def _read_setting(text: str, tokens: Sequence[Token], position: int) -> Phrase | None:
    last = position
    while last < len(tokens) and tokens[last].word not in ",;:.?!":
        if last - position >= _SETTING_WORDS:
            break
        if last > position and tokens[last].lower in ("that", "and"):
            break
        last += 1
    if last - position < 2:
        return None
    found = _make_phrase(text, tokens, position, last)
    # The last word of a sentence can be an abbreviation with the full stop that ends it.
    if last == len(tokens) and found.text.endswith("."):
        found = Phrase(found.text[:-1], found.start, found.end - 1)
    return None if found.text.endswith(("’s", "'s")) else found


def _make_phrase(text: str, tokens: Sequence[Token], first: int, last: int) -> Phrase:
    start, end = tokens[first].start, tokens[last - 1].end
    return Phrase(text[start:end], start, end)
