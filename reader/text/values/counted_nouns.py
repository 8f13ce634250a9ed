"""The nouns after a number, which name the things counted and the rate. English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values.lexemes import APART, GLUED, HYPHENS, SPACED, WORD, lexeme_at, phrase_at
from reader.text.values.value_lists import list_pairs, list_words

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme

_MOST_ADJECTIVES = 3
_EACH = ("a", "an", "each", "every")


def counted_at(lexemes: list[Lexeme], index: int) -> str:
    """Return the noun counted by the number that ends before `index`, singular, or "".

    It is the last plural in the next words ("12 masked men", "340 paper workers"), or the
    word after a hyphen ("12-person").
    """
    found = _noun_end(lexemes, index)
    return found[0] if found else ""


def rate_at(lexemes: list[Lexeme], index: int) -> str:
    """Return the rate of the number that ends before `index`: "day" of "a day"; "" without one.

    The counted noun may be between: "150 people a day".
    """
    noun = _noun_end(lexemes, index)
    for at in (index, noun[1]) if noun else (index,):
        if rate := _rate(lexemes, at):
            return rate
    return ""


def _noun_end(lexemes: list[Lexeme], index: int) -> tuple[str, int] | None:
    first = lexeme_at(lexemes, index)
    if first.gap == GLUED and first.raw in HYPHENS:
        noun = lexeme_at(lexemes, index + 1)
        is_noun = noun.gap == GLUED and noun.kind == WORD and noun.lower not in ("a", "an", "plus")
        return (singular(noun.lower), index + 2) if is_noun else None
    ends = list_words("counting", "phrase ends")
    for at in range(index, min(index + _MOST_ADJECTIVES, len(lexemes))):
        lexeme = lexemes[at]
        if lexeme.kind != WORD or lexeme.gap != SPACED or lexeme.lower in ends:
            return None
        if is_plural(lexeme.lower):
            return singular(lexeme.lower), at + 1
    return None


def is_plural(word: str) -> bool:
    """Return whether a word in lower case looks like a plural noun."""
    if word in list_words("counting", "plurals"):
        return True
    if len(word) < 4 or word in list_words("counting", "no nouns"):
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ous"))


def singular(word: str) -> str:
    """Return the singular of a regular English plural; any other word as it is."""
    known = list_pairs("counting", "singulars").get(word)
    if known:
        return known
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _rate(lexemes: list[Lexeme], at: int) -> str:
    first = lexeme_at(lexemes, at)
    if first.gap == APART:
        return ""
    if first.gap == GLUED and first.raw in HYPHENS and at + 3 < len(lexemes):
        return _hyphened_rate(lexemes, at)
    adverbs = list_pairs("counting", "rate adverbs")
    if first.lower in adverbs:
        return adverbs[first.lower]
    noun, following = phrase_at(lexemes, at + 1, 1), phrase_at(lexemes, at + 2, 1)
    if first.lower in ("per", "/") and noun.isalpha():
        # "Per cent" is a unit.
        return "" if noun == "cent" else singular(noun)
    is_rate = first.lower in _EACH and noun in list_words("counting", "rates")
    return noun if is_rate and following not in list_words("counting", "no rate before") else ""


def _hyphened_rate(lexemes: list[Lexeme], hyphen: int) -> str:
    """Read the "-a-night" of "the $1,000-a-night room"."""
    word, second_hyphen, noun = (lexeme.lower for lexeme in lexemes[hyphen + 1 : hyphen + 4])
    is_rate = word in ("a", "an") and second_hyphen in HYPHENS
    return noun if is_rate and noun in list_words("counting", "rates") else ""
