"""What a draft calls a speaker beside the name, against what the source calls the same person.

A description may be longer, shorter or another one in the draft: "the mayor", "a mother of two".
One with the same noun and other words is another person's: "the mayor of Oslo" for "the mayor of
Riga", "a judge" for "a former judge".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from reader.quote_check.speaker_mentions import SpeakerMention, name_keys
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values.value_lists import list_lines, list_words
from reader.text.words import split_words, word_key

_BEFORE_CHARS = 80
"""Characters before a name in which a title or a description is read."""
_NEAR_CHARS = 160
"""Characters on either side of a name whose words may describe its bearer."""
_MOST_TITLE_WORDS = 5
_BEHIND = re.compile(r",\s+([^,.;:!?()“”\"\n—–]{2,90})")
_OF_PLACE = re.compile(r"\s+of\s+((?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})")
_PARTY = re.compile(r"(?:,\s+|\s+\()([A-Z]-[A-Z][\w.]*)")
_APPOSITION = re.compile(
    r"(?<!\w)(?:the|an?|his|her|its|their)\s+([^,.;:!?()“”\"\n—–]{2,70}),\s+$", re.IGNORECASE
)
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my"))
_RELATIVES = frozenset(("who", "whose"))
_AGE = re.compile(r",\s+(?:an?\s+)?(\d{1,3})(?=[,.;)]|\s+(?:said|says)\b|-year-old\b)")
_PREPOSITIONS = frozenset(("of", "for", "at", "from", "in", "with", "to", "on", "by"))
_NO_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "sir", "dame", "dr", "doctor"))


class _Description(NamedTuple):
    """What a text calls a person in one place."""

    text: str
    head: str
    """The key of the noun: "mayor" of "former mayor of Riga"; "who" of a clause."""
    keys: frozenset[str]
    """Those of its other words."""
    holders: frozenset[str]
    """Words such as "former" and "deputy", which make another holder of the role."""


def find_contradicted(given: SpeakerMention, source: str) -> tuple[str, str] | None:
    """Return a description in a draft that the source contradicts, and that of the source.

    Args:
        given: the speaker as the draft names him.
        source: the text of the source.
    """
    speaker = given.speaker
    if not given.is_named or given.text[speaker.start : speaker.end] != speaker.mention:
        return None
    if not speaker.mention[:1].isupper():
        return None
    known = _describe_all(speaker.name, source)
    if not known.descriptions:
        return None
    for one in _read_descriptions(given.text, speaker.start, speaker.end):
        alike = [other for other in known.descriptions if _have_one_head(one, other)]
        if alike and all(_contradict(one, other, known.near) for other in alike):
            return one.text, alike[0].text
        otherwise = next((other for other in alike if _names_other(one, other, known.near)), None)
        if otherwise is not None:
            return one.text, otherwise.text
        if not alike:
            other = _find_excluding(one, known)
            if other is not None:
                return one.text, other.text
    return None


class _Known(NamedTuple):
    """What a source says of a person."""

    descriptions: tuple[_Description, ...]
    near: frozenset[str]
    """The keys of all words beside the name."""


@lru_cache(maxsize=1 << 8)
def _describe_all(name: str, text: str) -> _Known:
    last = name.split()[-1]
    found: list[_Description] = []
    near: set[str] = set()
    for match in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text):
        start = match.start()
        if text.endswith(name, 0, match.end()):
            start = match.end() - len(name)
        found += _read_descriptions(text, start, match.end())
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - _NEAR_CHARS) : start]
        after = text[match.end() : match.end() + _NEAR_CHARS].partition("\n")[0]
        near |= name_keys(before) | name_keys(after)
    return _Known(tuple(found), frozenset(near))


def _have_one_head(one: _Description, other: _Description) -> bool:
    if one.head != other.head:
        return False
    return one.head not in _RELATIVES or not one.keys.isdisjoint(other.keys)


def _contradict(one: _Description, other: _Description, near: frozenset[str]) -> bool:
    """Whether two descriptions with one head are of two holders of the role."""
    if one.holders != other.holders:
        return True
    return bool(one.keys - near - other.keys) and bool(other.keys - one.keys)


def _names_other(one: _Description, other: _Description, near: frozenset[str]) -> bool:
    """Whether two descriptions with one head name two places or bodies: Oslo and Riga.

    That the source has the bare role elsewhere does not make the two agree.
    """
    if one.holders != other.holders:
        return False
    names, others = _find_names(one) - near, _find_names(other)
    return bool(names - others) and bool(others - _find_names(one))


def _find_names(description: _Description) -> frozenset[str]:
    words = [word for word in split_words(description.text) if word[:1].isupper()]
    return name_keys(" ".join(words)) & description.keys


def _find_excluding(one: _Description, known: _Known) -> _Description | None:
    """Return a description of the source that nobody has together with one of the draft."""
    group = _find_group(one.head)
    if not group or not known.near.isdisjoint(map(word_key, group)):
        return None
    others = ((other, _find_group(other.head)) for other in known.descriptions)
    return next((other for other, names in others if names and names != group), None)


def _find_group(head: str) -> tuple[str, ...]:
    for line in list_lines("person_titles")["exclusive roles"]:
        names = tuple(line.split())
        if head in map(word_key, names):
            return names
    return ()


def _read_descriptions(text: str, start: int, end: int) -> Iterator[_Description]:
    """Yield descriptions beside a name: "Mayor X of Riga", "X, a lawyer for", "the mayor, X"."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - _BEFORE_CHARS) : start]
    place = _OF_PLACE.match(text, end)
    behind = f"of {place.group(1)}" if place else ""
    title = _read_title(before)
    if title or behind:
        yield _describe(f"{title} {behind}".strip())
    apposition = _APPOSITION.search(before)
    if apposition and not _has_verb(apposition.group(1)):
        yield _describe(apposition.group(1))
    party = _PARTY.match(text, end)
    if party:
        yield _describe_party(party.group(1))
        return
    age = _AGE.match(text, end)
    if age:
        yield _Description(age.group(1), "age", frozenset((age.group(1),)), frozenset())
    following = _BEHIND.match(text, end)
    if following and _is_description(following.group(1)):
        yield _describe(following.group(1))


def _read_title(before: str) -> str:
    """Return the title right before a name with what belongs to it: "former Riga Mayor"."""
    if not before.endswith(" "):
        return ""
    words: list[str] = []
    known = _title_words()
    for word in reversed(before.split()[-_MOST_TITLE_WORDS:]):
        plain = word.lower().rstrip(".")
        is_closed = word[-1:] in ",;:!?”\"’'" or (word.endswith(".") and plain not in known)
        if is_closed or (plain not in known and not word[:1].isupper()):
            break
        words.insert(0, word)
    while words and words[0].lower().rstrip(".") not in known and words[0].lower() in _ARTICLES:
        del words[0]
    head = words[-1].lower().rstrip(".") if words else ""
    return " ".join(words) if head in known and head not in _NO_TITLES else ""


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    sections = ("men", "women", "any", "title qualifiers", "roles", "other holders")
    return frozenset().union(*(list_words("person_titles", section) for section in sections))


def _is_description(words: str) -> bool:
    """Whether words behind a comma may describe the person: "a baker", not "said on Monday"."""
    first = words.split()[0]
    plain = first.lower()
    if plain in _RELATIVES:
        verbs = load_reporting_verbs().single
        return not any(word.lower() in verbs for word in words.split()[1:3])
    if plain in _ARTICLES or plain == "of" or plain in _title_words():
        return not _has_verb(words)
    return False


def _has_verb(words: str) -> bool:
    verbs, nouns = load_reporting_verbs().single, _title_words()
    return any(word in verbs and word not in nouns for word in words.lower().split()[1:])


def _describe(text: str) -> _Description:
    words = [word.lower() for word in split_words(text.replace("-", " "))]
    words = words[1:] if words[:1] and words[0] in _ARTICLES else words
    other_holders = list_words("person_titles", "other holders")
    holders = frozenset(words) & other_holders
    phrase = list(
        takewhile(lambda word: word not in _PREPOSITIONS and word not in _RELATIVES, words)
    )
    keys = name_keys(" ".join(word for word in words if word not in other_holders))
    if words and words[0] in _RELATIVES:
        return _Description(text, words[0], keys, holders)
    if not phrase:
        # "of the Green Party" is of a party; "of Riga" has no noun but the name.
        is_noun = " the " in f" {text} "
        phrase = words if is_noun else [""]
    head = _find_office(phrase[-1])
    return _Description(text, head, keys - {head, word_key(phrase[-1])}, holders)


def _describe_party(text: str) -> _Description:
    """Describe a member of parliament by party and state: "R-Tenn." as "R-TN"."""
    party, _, state = text.partition("-")
    return _Description(text, "party", frozenset((party, f"-{state[0]}")), frozenset())


def _find_office(word: str) -> str:
    """Return the key of a role, that of the first name of an office: "senator" of "sen"."""
    for line in list_lines("person_titles")["offices"]:
        names = line.split()
        if word in names:
            return word_key(names[0])
    return word_key(word) if word else ""
