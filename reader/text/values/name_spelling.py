"""The relation of two words of names: equal, spelt differently, a nickname, an initial."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.text.values.value_lists import list_lines, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_SLAVIC = ("skyy", "skiy", "skyj", "skij", "skii", "sky", "ski")
_ARTICLES = ("al", "el", "ul", "ad", "as", "ar", "ash", "az", "an")
"""Forms of the Arabic article."""
_VOWELS = frozenset("aeiouy")
_LONGEST = 40
_SHORTEST_VARIANT = 5
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("ch", "c"), ("sch", "s"), ("gh", "g"), ("th", "t"), ("v", "f"),
    ("w", "f"), ("c", "k"), ("q", "k"), ("y", "i"), ("j", "i"), ("z", "s"), ("h", ""),
)  # fmt: skip


class NameRelation(Enum):
    """The relation of two words of names."""

    SAME = "same"
    PART = "part"
    """One is an initial of the other, or lacks its particle."""
    TRANSLITERATION = "transliteration"
    NICKNAME = "nickname"
    SPELLING = "spelling"
    """Perhaps one name spelt in two ways, perhaps two names."""
    OTHER = "other"


_VARIANTS = {
    "transliterations": NameRelation.TRANSLITERATION,
    "nicknames": NameRelation.NICKNAME,
    "spellings": NameRelation.SPELLING,
}


def plain_name(word: str) -> str:
    """Return a word of a name in lower case without accents, hyphens and apostrophes."""
    lower = word[:_LONGEST].lower().translate(_LETTERS)
    marked = unicodedata.normalize("NFKD", lower)
    return "".join(character for character in marked if character.isalnum())


def given_name_gender(word: str) -> str:
    """Return "m" or "f" for a given name that one sex bears, else ""."""
    plain = word.lower()
    for name in (plain, plain.partition("-")[0]):
        if name in list_words("given_names", "men"):
            return "m"
        if name in list_words("given_names", "women"):
            return "f"
    return ""


@lru_cache(maxsize=1 << 14)
def relate_names(one: str, other: str, may_be_nickname: bool) -> NameRelation:
    """Return how two words relate, each one given name, or one surname with its particles."""
    core, others = _core(one), _core(other)
    first, second = plain_name("".join(core)), plain_name("".join(others))
    if first == second:
        return _relate_particles(one, other)
    if not first or not second:
        return NameRelation.OTHER
    if 1 in (len(first), len(second)):
        return NameRelation.PART if first[0] == second[0] else NameRelation.OTHER
    if _forms("".join(core)) & _forms("".join(others)):
        return NameRelation.TRANSLITERATION
    if (listed := _listed_relation(first, second, may_be_nickname)) is not None:
        return listed
    is_other_sex = {given_name_gender(one), given_name_gender(other)} == {"m", "f"}
    is_part = set(core) < set(others) or set(others) < set(core)
    is_alike = not is_other_sex and (is_part or _is_variant(first, second))
    return NameRelation.SPELLING if is_alike else NameRelation.OTHER


def _listed_relation(first: str, second: str, may_be_nickname: bool) -> NameRelation | None:
    """Return the relation of two plain words that are in one group of `name_variants.txt`."""
    for section, relation in _VARIANTS.items():
        groups = _groups(section)
        is_listed = groups.get(first, frozenset()) & groups.get(second, frozenset())
        if is_listed and (may_be_nickname or relation is not NameRelation.NICKNAME):
            return relation
    return None


def _words(name: str) -> list[str]:
    spaced = name.lower()
    for hyphen in "-‐‑":
        spaced = spaced.replace(hyphen, " ")
    return spaced.split()


def _particles(name: str) -> list[str]:
    known = list_words("person_titles", "particles")
    words = _words(name)
    return [word for word in words[:-1] if word in known or word in _ARTICLES]


def _core(name: str) -> list[str]:
    """Return the words of a name without its particles, which are never the last word."""
    particles = _particles(name)
    words = _words(name)
    return [word for word in words[:-1] if word not in particles] + words[-1:]


def _relate_particles(one: str, other: str) -> NameRelation:
    particles, others = _particles(one), _particles(other)
    if particles != others:
        if all(word in _ARTICLES for word in (*particles, *others)):
            return NameRelation.TRANSLITERATION
        return NameRelation.SPELLING if particles and others else NameRelation.PART
    same = "".join(_words(one)) == "".join(_words(other))
    return NameRelation.SAME if same else NameRelation.TRANSLITERATION


def _forms(word: str) -> set[str]:
    """Return the forms that a word may have after transliteration."""
    forms = {plain_name(word), plain_name(word[:_LONGEST].lower().translate(_DIGRAPHS))}
    for form in list(forms):
        for ending in _SLAVIC:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                forms.add(form.removesuffix(ending) + "ski")
                break
        for article in ("al", "el"):
            if form.startswith(article) and len(form) > 6:
                forms.add("al" + form[2:])
    return forms


@lru_cache(maxsize=4)
def _groups(section: str) -> Mapping[str, frozenset[int]]:
    """Return the numbers of the groups that contain each plain name."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(list_lines("name_variants")[section]):
        for word in line.split():
            groups.setdefault(plain_name(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


def _is_variant(one: str, other: str) -> bool:
    """Return whether two plain words sound alike or are one small slip apart."""
    if _sound(one) == _sound(other):
        return True
    if max(len(one), len(other)) < _SHORTEST_VARIANT:
        return False
    short, long = sorted((one, other), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(long) == len(short) + 1:
        return short[start:] == long[start + 1 :]
    if len(long) != len(short):
        return False
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    if swapped and short[start + 2 :] == long[start + 2 :]:
        return True
    vowels = short[start] in _VOWELS and long[start] in _VOWELS
    return vowels and short[start + 1 :] == long[start + 1 :]


def _sound(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])
