"""Whether two runs of words are the same words, written differently.

The comparison is strict where the keys of `quote_words` are lenient: nothing is joined across a
space, and case, hyphens and apostrophes count where they make another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import product
from unicodedata import combining, normalize

from reader.text.stop_words import is_stop_word
from reader.text.word_forms import american_spelling
from reader.text.word_lists import WordLists

_WRITING = WordLists(__file__, "writing")
_APOSTROPHES = str.maketrans("‘’ʼ`´", "'''''")
_HYPHENS = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_SPACED_APOSTROPHE = re.compile(r"(?<=\w) ?' ?(?=(?:s|t|re|ve|ll|d|m)\b)", re.IGNORECASE)
_BRACKETED_INITIAL = re.compile(r"\[(\w)\](?=\w)")
_TOKEN = re.compile(r"[^\W_]+(?:[.'\-/:,][^\W_]+)*|'[^\W_]+")
# "travelled", "cancelling", "traveller" have one "l" in American English.
_DOUBLED_L = re.compile(r"(\w{2,}[aeiou]l)l(ed|ing|er|ers)")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"})
_LONGEST_ACRONYM = 4
"""Letters of a word in capitals that may be an acronym."""
_LEAST_LETTERS = 4
"""Letters behind a hyphen that may be missing."""
_ENDINGS = ("s", "ed", "d", "ing", "'s")
_MOST_WORDS = 6
"""Words of a run in which contractions are written out; more are other words."""


class Writing(IntEnum):
    """How two runs of words relate, from the same to other words."""

    SAME = 0
    """But for typography: the kind of apostrophes and hyphens, full stops of abbreviations."""
    SPELLING = 1
    CONTRACTION = 2
    OTHER = 3


@lru_cache(maxsize=1 << 14)
def compare_writing(one: str, other: str, *, opens: bool = False) -> Writing:
    """Compare two runs of words as they are printed.

    Args:
        one: the words, with what is printed between them.
        other: those of the other text.
        opens: whether either begins a sentence, where the case of the first letter says nothing.
    """
    plain, other_plain = _read(one), _read(other)
    if plain == other_plain:
        return Writing.SAME
    if {plain, other_plain} == {"&", "and"}:
        return Writing.SPELLING
    words, others = _split(plain), _split(other_plain)
    if len(words) == len(others):
        found = max(
            _compare_words(word, another, opens=opens and number == 0)
            for number, (word, another) in enumerate(zip(words, others, strict=True))
        )
        if found is not Writing.OTHER:
            return found
    if _are_written_out(words, others, opens=opens):
        return Writing.CONTRACTION
    return Writing.SPELLING if _are_joined(plain, other_plain, opens=opens) else Writing.OTHER


def _read(text: str) -> str:
    plain = text if text.isascii() else normalize("NFKC", text).translate(_APOSTROPHES)
    plain = _BRACKETED_INITIAL.sub(r"\1", " ".join(plain.split()))
    return _SPACED_APOSTROPHE.sub("'", plain)


def _split(text: str) -> list[str]:
    """Return the words of a text; those joined by a hyphen are several."""
    return _TOKEN.findall(_HYPHENS.sub(" ", text)) or [""]


def _compare_words(one: str, other: str, *, opens: bool) -> Writing:
    if one == other:
        return Writing.SAME
    if any(character.isdigit() for character in one + other):
        return Writing.OTHER
    bare, other_bare = one.replace(".", ""), other.replace(".", "")
    if not bare or not other_bare:
        # Signs alone, such as "%", are no word.
        return Writing.OTHER
    if bare == other_bare:
        return Writing.SAME
    lower, other_lower = bare.lower(), other_bare.lower()
    if lower == other_lower:
        return _compare_case(bare, other_bare, opens=opens)
    case = Writing.SAME
    is_capitals = (
        bare.isupper() != other_bare.isupper() and lower not in _WRITING.words["acronym words"]
    )
    if is_capitals and _spell(lower) & _spell(other_lower):
        return Writing.SPELLING
    if _drop_possessive(bare) == _drop_possessive(other_bare):
        return Writing.SPELLING
    if bare[0].isupper() != other_bare[0].isupper() or bare.isupper() != other_bare.isupper():
        case = Writing.SPELLING if opens else Writing.OTHER
    spelled = _spell(lower) & _spell(other_lower)
    return max(case, Writing.SPELLING) if spelled else Writing.OTHER


def _drop_possessive(word: str) -> str:
    """Return the form that "James'" and "James's" have in common."""
    return word[:-2] + "'" if word.endswith("s's") else f"{word}'" if word.endswith("s") else word


def _compare_case(one: str, other: str, *, opens: bool) -> Writing:
    """Compare two words of the same letters in different case."""
    lower = one.lower()
    if one[1:] == other[1:]:
        if opens or lower in _WRITING.words["either case"]:
            return Writing.SAME if opens and len(one) > 1 else Writing.SPELLING
        return Writing.OTHER
    if lower in _WRITING.words["acronym words"]:
        return Writing.OTHER
    if lower in _WRITING.words["either case"]:
        return Writing.SPELLING
    # A function word in capitals is shouted: "NOT", "VERY".
    is_short = len(one) <= _LONGEST_ACRONYM and not is_stop_word(lower)
    return Writing.OTHER if is_short else Writing.SPELLING


@lru_cache(maxsize=1 << 12)
def _spell(lower: str) -> frozenset[str]:
    """Return the forms that a word may be spelled in; two words that share one are the same."""
    plain = "".join(c for c in normalize("NFKD", lower) if not combining(c)).translate(_LETTERS)
    forms = {plain, american_spelling(plain), *_spellings().get(plain, ())}
    doubled = _DOUBLED_L.fullmatch(plain)
    if doubled:
        forms.add(doubled.group(1) + doubled.group(2))
    return frozenset(forms)


@lru_cache(maxsize=1 << 14)
def spell_alike(key: str) -> str:
    """Return the form that all spellings of a word have in common.

    Args:
        key: the word without case and accents.
    """
    group = _spellings().get(key)
    if group:
        return min(group)
    doubled = _DOUBLED_L.fullmatch(key)
    return doubled.group(1) + doubled.group(2) if doubled else american_spelling(key)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for line in _WRITING.lines["groups"]:
        group = frozenset((f"={line}",))
        groups.update((word, groups.get(word, frozenset()) | group) for word in line.split())
    return groups


def _are_written_out(words: Sequence[str], others: Sequence[str], *, opens: bool) -> bool:
    """Whether one run is the other with contractions written out."""
    if max(len(words), len(others)) > _MOST_WORDS:
        return False
    if not any("'" in word for word in (*words, *others)) and len(words) == len(others):
        return False
    expanded = set(_expand_all(words))
    return any(
        len(one) == len(other)
        and all(
            _compare_words(word, another, opens=opens and number == 0) is not Writing.OTHER
            for number, (word, another) in enumerate(zip(one, other, strict=True))
        )
        for other in set(_expand_all(others))
        for one in expanded
    )


def _expand_all(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for choice in product(*(_expand(word) for word in words)):
        yield tuple(word for part in choice for word in part)


def expand_word(printed: str) -> tuple[tuple[str, ...], ...]:
    """Return what a printed word may be short for, itself first, each as words."""
    return _expand(_read(printed))


@lru_cache(maxsize=1 << 10)
def contract_words(one: str, other: str) -> tuple[str, ...]:
    """Return the keys of the contractions of two words, given by their keys: "dont"."""
    both = f"{one} {other}"
    found = [short for short, full in _contractions("whole contractions") if full == both]
    found += [
        one + ending for ending, full in _contractions("contractions") if full == other and one
    ]
    return tuple(short.replace("'", "") for short in found)


@lru_cache(maxsize=1 << 10)
def _expand(word: str) -> tuple[tuple[str, ...], ...]:
    """Return what a word may be short for, itself first, each as words."""
    found: list[tuple[str, ...]] = [(word,)]
    lower = word.lower()
    for short, full in _contractions("whole contractions"):
        if lower == short:
            found.append(tuple(_like(word, full).split()))
    for ending, full in _contractions("contractions"):
        if lower.endswith(ending) and len(lower) > len(ending):
            found.append((word[: -len(ending)], full))
    if word.isupper():
        bare = word.replace(".", "")
        found += [tuple(full.split()) for short, full in _contractions("acronyms") if bare == short]
    return tuple(found)


def _like(word: str, full: str) -> str:
    return full.capitalize() if word[:1].isupper() else full


@lru_cache(maxsize=3)
def _contractions(section: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition("=") for line in _WRITING.lines[section])
    return tuple((short, full) for short, _, full in pairs)


def _are_joined(one: str, other: str, *, opens: bool) -> bool:
    """Whether two runs differ in a hyphen or a space that makes no other word."""
    joined, parted = sorted((one, other), key=lambda text: -len(_split(text)))[::-1]
    if len(_split(joined)) != 1 or _compact(joined) != _compact(parted):
        return False
    if not opens and _join(joined) != _join(parted):
        return False
    if not _WRITING.words["joined"].isdisjoint(_uninflect(_compact(joined))):
        return True
    parts = _HYPHENS.split(parted)
    if len(parts) != 2 or " " in parted:
        return False
    first, second = (part.lower() for part in parts)
    if first == "re":
        return second.startswith("e")
    if first in _WRITING.words["joining prefixes"]:
        return True
    # "re-signed" is another word than "resigned", as is "co-op" than "coop".
    is_other = first in _WRITING.words["changing prefixes"]
    return not is_other and len(second) >= _LEAST_LETTERS


def _uninflect(word: str) -> Iterator[str]:
    """Yield a word, and what it may be a form of: "airstrikes", "coordinators"."""
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending):
            yield word[: -len(ending)]


def _compact(text: str) -> str:
    return _join(text).lower()


def _join(text: str) -> str:
    return re.sub(r"[\s\-‐‑]", "", text)
