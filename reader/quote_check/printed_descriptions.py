"""What a text calls a person beside the name: titles, appositions, party, place and age."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from reader.quote_check.office_names import (
    PARTY,
    find_office,
    is_state,
    join_offices,
    name_state,
    title_parts,
)
from reader.quote_check.speaker_mentions import last_name, name_keys
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values.name_spelling import given_name_gender
from reader.text.values.value_lists import list_pairs, list_words
from reader.text.words import split_words, word_key

_BEFORE_CHARS = 80
"""Characters before a name in which a title or a description is read."""
_NEAR_CHARS = 160
"""Characters on either side of a name whose words may describe its bearer."""
_MOST_TITLE_WORDS = 6
_FORMER = "former"
_SHORTEST_PLACE = 4
"""Letters of a place that is no short form."""
_MOST_NOUNS = 3
"""Words between "former" and a title: "former mill union chair"."""
_BEHIND = re.compile(r",\s+([^,.;:!?()“”\"\n—–]{2,90})")
_OF_PLACE = re.compile(r"\s+of\s+((?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})")
_PARTY = re.compile(
    r"(?:,\s+|\s+\()([A-Z])(?:-|\. (?=[A-Z][a-z]+\.?[,)\"”]))"
    r"((?:(?:New|North|South|West|Rhode) )?[A-Z][\w.]*)"
)
_APPOSITION = re.compile(
    r"(?<!\w)(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+([^,.;:!?()“”\"\n—–]{2,70})"
    r"|([A-Z][\w-]*[’']s?\s+[^,.;:!?()“”\"\n—–]{2,70})),\s+$"
)
_POSSESSIVE_START = re.compile(r"[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,3}(?:[’']s|s[’'])\s")
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my"))
RELATIVES = frozenset(("who", "whose"))
_AGE = re.compile(r",\s+(?:an?\s+)?(\d{1,3})(?=[,.;)]|\s+(?:said|says)\b|-year-old\b)")
_PREPOSITIONS = frozenset(("of", "for", "at", "from", "in", "with", "to", "on", "by"))
_NO_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "sir", "dame", "dr", "doctor"))
_GIVEN_NAMES = re.compile(r"(?<![\w’'])(?:[A-Z][\w’'.-]*[ ]){1,3}$")
_GIVEN_CHARS = 40
"""Characters before a surname in which given names are read."""


class PersonDescription(NamedTuple):
    """What a text calls a person in one place."""

    text: str
    head: str
    """The key of the noun: "mayor" of "former mayor of Riga"; "who" of a clause."""
    keys: frozenset[str]
    """Those of its other words."""
    holders: frozenset[str]
    """Words such as "former" and "deputy", which make another holder of the role."""
    place: frozenset[str] = frozenset()
    """The keys of a place or body by which it is bound: "of Riga"."""


class DescribedPerson(NamedTuple):
    """What a text says of a person."""

    descriptions: tuple[PersonDescription, ...]
    near: frozenset[str]
    """The keys of all words beside the name, and of the states that its parties are of."""


@lru_cache(maxsize=1 << 8)
def describe_person(name: str, text: str) -> DescribedPerson:
    """Return what a text calls the bearer of a name, wherever it has the name's last word."""
    last = last_name(name)
    words = name[: name.rfind(last) + len(last)].split()
    found: list[PersonDescription] = []
    near: set[str] = set()
    for match in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text):
        start = match.start()
        if len(words) > 1 and text.endswith(" ".join(words), 0, match.end()):
            start = match.end() - len(" ".join(words))
        else:
            given = _read_given_names(text, start)
            if _are_others(given, words):
                continue
            start -= len(given)
        found += read_descriptions(text, start, match.end())
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - _NEAR_CHARS) : start]
        after = text[match.end() : match.end() + _NEAR_CHARS].partition("\n")[0]
        near |= name_keys(before) | name_keys(after)
        party = _PARTY.match(text, match.end())
        if party:
            near |= name_keys(name_state(party.group(2)))
    return DescribedPerson(tuple(found), frozenset(near))


def _read_given_names(text: str, start: int) -> str:
    """Return the given names and initials right before a surname, with the spaces.

    A name that is not known to be one is one behind a title: "Senator Orla Quill".
    """
    match = _GIVEN_NAMES.search(text, max(0, start - _GIVEN_CHARS), start)
    if match is None:
        return ""
    given, unknown = "", ""
    for word in reversed(re.findall(r"\S+\s+", match.group())):
        plain = word.strip().lower().rstrip(".")
        if plain in title_parts():
            return unknown + given
        if not unknown and (len(plain) == 1 or given_name_gender(plain)):
            given = word + given
        else:
            unknown = word + unknown
    return given


def _are_others(given: str, name: list[str]) -> bool:
    """Whether given names in a text are those of another bearer of a surname."""
    first = given.split()[:1]
    known = bool(first) and bool(given_name_gender(first[0]))
    return known and len(name) > 1 and bool(given_name_gender(name[0])) and first[0] != name[0]


def read_descriptions(text: str, start: int, end: int) -> Iterator[PersonDescription]:
    """Yield descriptions beside a name: "Mayor X of Riga", "X, a lawyer for", "the mayor, X".

    Args:
        text: the text.
        start: the offset of the name.
        end: the offset behind it.
    """
    before = text[max(text.rfind("\n", 0, start) + 1, start - _BEFORE_CHARS) : start]
    place = _OF_PLACE.match(text, end)
    behind = f"of {place.group(1)}" if place else ""
    title = _read_title(before)
    if title or behind:
        yield describe(f"{title} {behind}".strip())
    for word in title.lower().split()[:-1]:
        # "Democratic Sen. Quill" is of a party, too.
        if word in list_pairs("person_titles", "partisans"):
            yield describe(word)
    apposition = _APPOSITION.search(before)
    called = (apposition.group(1) or apposition.group(2)) if apposition else ""
    if called and not _has_verb(called):
        yield describe(called)
    party = _PARTY.match(text, end)
    if party:
        yield _describe_party(*party.groups())
        return
    age = _AGE.match(text, end)
    if age:
        yield PersonDescription(age.group(1), "age", frozenset((age.group(1),)), frozenset())
    following = _BEHIND.match(text, end)
    behind = _drop_verbs(following.group(1)) if following else ""
    if behind and _is_description(behind):
        yield describe(behind)


def _read_title(before: str) -> str:
    """Return the title right before a name with what belongs to it: "former Riga Mayor"."""
    if not before.endswith(" "):
        return ""
    words: list[str] = []
    known = title_parts()
    printed = before.split()[-_MOST_TITLE_WORDS:]
    for word in reversed(printed):
        plain = word.lower().rstrip(".")
        is_joint = plain == "of" and bool(words)
        is_closed = word[-1:] in ",;:!?”\"’'" or (word.endswith(".") and plain not in known)
        is_part = plain in known or plain.removeprefix("co-") in known or word[:1].isupper()
        is_part = is_part or (bool(words) and plain in list_words("person_titles", "bodies"))
        if is_closed or not (is_part or is_joint):
            break
        words.insert(0, word)
    if words and _was_holder(printed[: len(printed) - len(words)]):
        words.insert(0, _FORMER)
    while words and _is_no_title_start(words[0]):
        del words[0]
    if "of" in words and not _names_office(words[words.index("of") - 1]):
        del words[: words.index("of") + 1]
    head = words[-1].lower().rstrip(".") if words else ""
    is_title = head in known or head.removeprefix("co-") in known or "of" in words
    is_title = is_title or head in list_pairs("person_titles", "partisans")
    return " ".join(words) if is_title and head not in _NO_TITLES else ""


def _was_holder(before: list[str]) -> bool:
    """Whether "former" is a few nouns before a title: "former mill union chair"."""
    nouns = list(takewhile(lambda word: word[-1].isalnum(), reversed(before[-_MOST_NOUNS:])))
    return _FORMER in map(str.lower, nouns)


def _is_no_title_start(word: str) -> bool:
    plain = word.lower().rstrip(".")
    return plain == "of" or (plain not in title_parts() and plain in _ARTICLES)


def _names_office(word: str) -> bool:
    return word.lower().rstrip(".") in title_parts()


def _is_description(words: str) -> bool:
    """Whether words behind a comma may describe the person: "a baker", not "said on Monday"."""
    first = words.split()[0]
    plain = first.lower()
    if plain in RELATIVES:
        verbs = load_reporting_verbs().single
        return not any(word.lower() in verbs for word in words.split()[1:3])
    is_known = plain in _ARTICLES or plain == "of" or plain in title_parts()
    partisans = list_pairs("person_titles", "partisans")
    is_known = is_known or plain in partisans or _ends_with(words, partisans)
    if is_known or _POSSESSIVE_START.match(words):
        return not _has_verb(words)
    return False


def _ends_with(words: str, known: Container[str]) -> bool:
    """Whether a few words with a capital end with one of some: "California Democrat"."""
    printed = words.split()
    is_short = len(printed) <= _MOST_NOUNS and all(word[0].isupper() for word in printed)
    return is_short and printed[-1].lower() in known


def _drop_verbs(words: str) -> str:
    """Return a description without a verb of saying and what follows: "a Democrat [told us]"."""
    printed, verbs = words.split(), load_reporting_verbs().single
    partisans = list_pairs("person_titles", "partisans")
    for number, (before, word) in enumerate(pairwise(printed), 1):
        if word in verbs and before.lower() in partisans:
            return " ".join(printed[:number])
    return words


def _has_verb(words: str) -> bool:
    verbs, nouns = load_reporting_verbs().single, title_parts()
    listed = join_offices(words).lower().split()[1:]
    return any(word in verbs and word not in nouns for word in listed)


@lru_cache(maxsize=1 << 10)
def describe(text: str) -> PersonDescription:
    """Return a description by its words: "the former mayor of Riga"."""
    words = [word.lower() for word in split_words(join_offices(text))]
    words = words[1:] if words[:1] and words[0] in _ARTICLES else words
    other_holders = list_words("person_titles", "other holders")
    holders = frozenset(words) & other_holders
    phrase = list(
        takewhile(lambda word: word not in _PREPOSITIONS and word not in RELATIVES, words)
    )
    keys = name_keys(" ".join(word for word in words if word not in other_holders))
    if words and words[0] in RELATIVES:
        return PersonDescription(text, words[0], keys, holders)
    if not phrase:
        # "of the Green Party" is of a party; "of Riga" has no noun but the name.
        is_noun = " the " in f" {text} "
        phrase = words if is_noun else [""]
    place = re.search(r"\bof ((?:[A-Z][\w’'-]*\s?)+)$", text)
    bound = name_keys(place.group(1)) if place else frozenset()
    party = list_pairs("person_titles", "partisans").get(phrase[-1])
    if party:
        states = frozenset(_key_state(place.group(1)) if place else ())
        return PersonDescription(text, PARTY, frozenset((party.upper(),)) | states, holders)
    head = find_office(phrase[-1])
    return PersonDescription(text, head, keys - {head, word_key(phrase[-1])}, holders, bound)


def _describe_party(party: str, state: str) -> PersonDescription:
    """Describe a member of parliament by party and state: "R-Tenn." as "R-TN"."""
    text = f"{party}-{state}"
    return PersonDescription(text, PARTY, frozenset((party, *_key_state(state))), frozenset())


def _key_state(name: str) -> tuple[str, ...]:
    """Return the key of a state or place of a party; nothing for an unknown short form."""
    plain = name_state(name.strip())
    is_short = name.endswith(".") or len(plain) < _SHORTEST_PLACE
    is_known = is_state(plain)
    return () if is_short and not is_known else (f"-{plain}",)
