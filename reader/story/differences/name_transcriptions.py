"""Whether two spellings of a person's name may be two transcriptions of one in another script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.values.name_spelling import NameRelation, plain_name, relate_names
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.text.values import PersonName

_CONSONANTS = (
    ("sch", "s"), ("tch", "s"), ("ch", "s"), ("sh", "s"), ("zh", "s"), ("tz", "s"), ("ts", "s"),
    ("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("x", "ks"), ("ck", "k"),
    ("q", "k"), ("g", "k"), ("c", "k"), ("z", "s"), ("v", "f"), ("w", "f"), ("h", ""),
)  # fmt: skip
"""Letters that transcriptions use for one sound, each with what is written for it here."""
_VOWELS = re.compile("[aeiouyj]+")
_REPEATED = re.compile(r"(.)\1+")
_ARABIC = frozenset({"al", "el", "bin", "ibn", "bint", "abu", "abd", "ul", "ur"})
"""Particles of Arabic names."""
_SLAVIC_ENDINGS = ("ov", "ova", "ev", "eva", "enko", "vich", "vych", "vna", "skiy", "skyy")


def may_be_transcriptions(one: PersonName, other: PersonName) -> bool:
    """Return whether two names may be one name of another script: Anatoly Lugov, Anatoliy Lugoff.

    Surnames, and one of the names before each, must have the same consonants, as far as
    transcriptions tell them apart. A name with a given name of the Latin script is spelled in one
    way only, unless its surname shows another script.
    """
    if not _may_be_of_other_script(one) or not _may_be_of_other_script(other):
        return False
    return sound_alike(one, other) and not any(
        _are_swapped(plain_name(word), plain_name(counterpart))
        for word in one.words
        for counterpart in other.words
    )


def sound_alike(one: PersonName, other: PersonName) -> bool:
    """Return whether surnames, and one of the names before each, have the same consonants."""
    if not _are_one_sound(one.surname, other.surname):
        return False
    given, others = _list_given(one), _list_given(other)
    if not given or not others:
        return True
    return any(_are_one_sound(name, counterpart) for name in given for counterpart in others)


def _may_be_of_other_script(name: PersonName) -> bool:
    words = [word.lower() for word in name.words]
    surname = plain_name(name.surname)
    if _ARABIC.intersection(part for word in words for part in re.split(r"[-‐‑ ]", word)):
        return True
    if surname.endswith(_SLAVIC_ENDINGS):
        return True
    return not any(map(_is_latin, _list_given(name)))


def _is_latin(given: str) -> bool:
    """Return whether a word is a known given name of languages in the Latin script."""
    word = given.lower()
    if word in list_words("given_names", "other scripts"):
        return False
    return any(word in list_words("given_names", section) for section in ("men", "women", "any"))


def _list_given(name: PersonName) -> list[str]:
    return [word for word in (name.given, *name.middle) if len(word.rstrip(".")) > 1]


def _are_swapped(one: str, other: str) -> bool:
    """Return whether two letters next to each other have changed places, which is a slip."""
    if len(one) != len(other) or one == other:
        return False
    at = next(place for place, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) > 1)
    return one == f"{other[:at]}{other[at + 1 : at + 2]}{other[at]}{other[at + 2 :]}"


def _are_one_sound(one: str, other: str) -> bool:
    relation = relate_names(one, other, may_be_nickname=False)
    if relation in (NameRelation.SAME, NameRelation.PART, NameRelation.TRANSLITERATION):
        return True
    return _read_consonants(one) == _read_consonants(other)


def _read_consonants(word: str) -> str:
    """Return what is heard of a word in any transcription: Bagheri, Baqeri; Assad, Asad."""
    sounds = plain_name(word)
    is_open = bool(_VOWELS.match(sounds))
    for letters, sound in _CONSONANTS:
        sounds = sounds.replace(letters, sound)
    return ("a" if is_open else "") + _REPEATED.sub(r"\1", _VOWELS.sub("", sounds))
