"""Names that are one in two transliterations: articles, vowels and consonants of Arabic names."""

from __future__ import annotations

import re

from reader.text.values import PersonName

# "Abd al-Rahim", "Abdul Rahim" and "Abdel Rahim" are one name.
_ARTICLES = re.compile(r"\b(abd|)[ -]?[aeu][lrsn][ -]", re.IGNORECASE)
_VOWELS = re.compile("[aeiouy]+")
_DOUBLED = re.compile(r"([^\Waeiouy])\1")
_CONSONANTS = (("tch", "ch"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("q", "g"))
"""Consonants that are spelled in two ways in transliterated names, the longer ones first."""


def have_articles(one: PersonName, other: PersonName) -> bool:
    """Return whether two names that differ have an Arabic article."""
    names = [" ".join(name.words) for name in (one, other)]
    return names[0] != names[1] and any(_ARTICLES.search(f"{name} ") for name in names)


def drop_articles(name: PersonName) -> str:
    """Return a name without Arabic articles, hyphens and the kinds of its vowels."""
    plain = _ARTICLES.sub(r"\1 ", " ".join(name.words).lower())
    return _VOWELS.sub("a", "".join(letter for letter in plain if letter.isalpha()))


def differ_in_vowels(one: PersonName, other: PersonName) -> bool:
    """Return whether two names differ only in vowels inside or in how a consonant is spelled."""
    plain, other_plain = ("".join(name.words).lower() for name in (one, other))
    bare = [re.sub(r"[^\w]", "", name) for name in (plain, other_plain)]
    frames = [_VOWELS.sub("a", _DOUBLED.sub(r"\1", _fold_consonants(name))) for name in bare]
    return frames[0] == frames[1] and bare[0][-1] == bare[1][-1]


def _fold_consonants(name: str) -> str:
    """Return a name with one sign for the consonants that transliterations confuse."""
    for spelled, folded in _CONSONANTS:
        name = name.replace(spelled, folded)
    return name
