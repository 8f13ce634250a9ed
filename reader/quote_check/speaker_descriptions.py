"""What a draft calls a speaker beside the name, against what the source calls the same person.

A description may be longer, shorter or another one in the draft: "the mayor", "a mother of two".
One with the same noun and other words is another person's: "the mayor of Oslo" for "the mayor of
Riga", "a judge" for "a former judge"; and so is an office beside which nobody holds the one that
the source has: "Governor Quill" for "Senator Quill".
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.quote_check.office_names import PARTY, exclude_each_other, find_office, spell_office
from reader.quote_check.printed_descriptions import (
    RELATIVES,
    DescribedPerson,
    PersonDescription,
    describe,
    describe_person,
    read_descriptions,
)
from reader.quote_check.speaker_mentions import SpeakerMention, name_keys
from reader.text.values.value_lists import list_lines, list_words
from reader.text.words import split_words, word_key

_LEAVING = frozenset(("outgoing",))
"""Who is called so holds the office still."""
_SHARED_NAMES = 2
"""Words that the names of two bodies have in common where they are easily taken for one."""


def find_contradicted(given: SpeakerMention, source: str) -> tuple[str, str] | None:
    """Return a description in a draft that the source contradicts, and that of the source.

    Args:
        given: the speaker as the draft names him.
        source: the text of the source.
    """
    speaker = given.speaker
    if not _is_printed_name(given):
        return None
    known = describe_person(speaker.name, source)
    if not known.descriptions:
        return None
    for one in read_descriptions(given.text, speaker.start, speaker.end):
        other = _find_contradicting(one, known) or _find_excluding(one, known)
        if other is None and not _is_beside(one.head, speaker.name, source):
            other = _find_other_office(one, known)
        if other is not None:
            return one.text, other.text
    return None


def find_excluded(given: SpeakerMention, source: str) -> tuple[str, str] | None:
    """Return the party or the office in a draft that goes with none of another source's.

    Args:
        given: the speaker as the draft names him.
        source: the text of a source that has the whole name.
    """
    known = describe_person(given.speaker.name, source)
    for one in read_descriptions(given.text, given.speaker.start, given.speaker.end):
        other = _find_contradicting(one, known) if one.head == PARTY else None
        if other is None and not _is_beside(one.head, given.speaker.name, source):
            other = _find_other_office(one, known)
        if other is not None:
            return one.text, other.text
    return None


def has_description(given: SpeakerMention) -> bool:
    """Return whether a draft says more of a speaker than the name."""
    start, end = given.speaker.start, given.speaker.end
    return _is_printed_name(given) and any(read_descriptions(given.text, start, end))


def _is_printed_name(given: SpeakerMention) -> bool:
    speaker = given.speaker
    is_there = given.text[speaker.start : speaker.end] == speaker.mention
    return given.is_named and is_there and speaker.mention[:1].isupper()


@lru_cache(maxsize=1 << 8)
def _is_beside(office: str, name: str, source: str) -> bool:
    """Whether an office is right beside a name in other words: "Quill, once a judge"."""
    names = "|".join(map(re.escape, spell_office(office)))
    last = re.escape(name.split()[-1])
    if not names:
        return False
    behind = rf"\b{last},? (?:(?!who\b|and\b)[\w’'-]+ ){{1,3}}(?i:{names})\b"
    return re.search(behind, source) is not None


def _find_contradicting(one: PersonDescription, known: DescribedPerson) -> PersonDescription | None:
    """Return a description of the source beside which one of the draft can't be true."""
    alike = [other for other in known.descriptions if _have_one_head(one, other)]
    if any(one.keys <= other.keys and one.holders == other.holders for other in alike):
        return None
    if alike and all(_contradict(one, other, known.near) for other in alike):
        return alike[0]
    return next((other for other in alike if _names_other(one, other, known.near)), None)


def _find_other_office(one: PersonDescription, known: DescribedPerson) -> PersonDescription | None:
    """Return an office that the source gives a person who has not that of the draft in it."""
    if not exclude_each_other(one.head, (other.head for other in known.descriptions)):
        return None
    others = (other for other in known.descriptions if exclude_each_other(one.head, (other.head,)))
    return next(others, None)


def is_described_so(name: str, description: str, source: str) -> bool:
    """Return whether a source gives the bearer of a name an office, anywhere in it.

    "The Texas governor" is "Gov. Ada Quill" where what the source has beside the name speaks of
    Texas. What changes the office must be there: "former", "deputy".

    Args:
        name: the name; its last word is looked for.
        description: what the draft calls the speaker.
        source: the text of the source.
    """
    one = describe(description)
    if not one.head:
        return False
    known = describe_person(name, source)
    own = name_keys(name)
    if one.head == PARTY:
        return _is_of_party(one, description, known)
    for other in known.descriptions:
        if not _have_one_office(one, other) or one.holders != other.holders - _LEAVING:
            continue
        if _names_other(one, other, frozenset()) and not _find_names(one) <= known.near:
            continue
        missing = one.keys - other.keys - known.near - own
        if all(_holds_office(key, other.keys, source) for key in missing):
            return True
    return False


def names_other_place(name: str, description: str, source: str) -> bool:
    """Return whether a description names a place or a body that the source has not for a person.

    "The mayor of Oslo" is not "Quill, the mayor of Riga", and nobody of a source without "Oslo".

    Args:
        name: the name of the person; its last word is looked for.
        description: what the draft calls the speaker.
        source: the text of the source.
    """
    one = describe(description)
    known = describe_person(name, source)
    places = _find_names(one) - name_keys(name)
    if not places <= name_keys(source) | known.near:
        return True
    return bool(places) and any(
        _have_one_office(one, other) and _names_other(one, other, known.near)
        for other in known.descriptions
    )


def _holds_office(office: str, names: frozenset[str], source: str) -> bool:
    """Whether one of some persons has an office: "the congressman’s aide" is "Quill’s aide"."""
    head = find_office(office)
    return any(
        any(other.head == head for other in describe_person(name.capitalize(), source).descriptions)
        for name in names
    )


def _have_one_office(one: PersonDescription, other: PersonDescription) -> bool:
    if one.head in list_words("person_titles", "lawmakers"):
        return other.head in ("senator", "representative")
    return one.head == other.head


def _is_of_party(one: PersonDescription, text: str, known: DescribedPerson) -> bool:
    """Whether "the Texas Republican" is what the source calls a person: "R-Texas"."""
    party = {key for key in one.keys if not key.startswith("-")}
    parties = [other for other in known.descriptions if other.head == PARTY]
    is_member = any(party <= other.keys for other in parties)
    beside = name_keys(" ".join(text.split()[:-1]))
    return is_member and beside <= known.near


def _have_one_head(one: PersonDescription, other: PersonDescription) -> bool:
    if one.head != other.head:
        return False
    return one.head not in RELATIVES or not one.keys.isdisjoint(other.keys)


def _contradict(one: PersonDescription, other: PersonDescription, near: frozenset[str]) -> bool:
    """Whether two descriptions with one head are of two holders of the role."""
    if one.holders != other.holders or _names_like_body(one, other):
        return True
    return bool(one.keys - near - other.keys) and bool(other.keys - one.keys)


def _names_like_body(one: PersonDescription, other: PersonDescription) -> bool:
    """Whether two bodies are named alike but for a name: "North Mill Union", "South Mill Union"."""
    names, others = _find_names(one), _find_names(other)
    return len(names & others) >= _SHARED_NAMES and bool(names - others) and bool(others - names)


def _names_other(one: PersonDescription, other: PersonDescription, near: frozenset[str]) -> bool:
    """Whether two descriptions with one head name two places or bodies: Oslo and Riga.

    That the source has the bare role elsewhere does not make the two agree.
    """
    if one.holders != other.holders:
        return False
    if one.place and other.place and one.place.isdisjoint(other.place):
        return True
    names, others = _find_names(one) - near, _find_names(other)
    return bool(names - others) and bool(others - _find_names(one))


def _find_names(description: PersonDescription) -> frozenset[str]:
    words = [word for word in split_words(description.text) if word[:1].isupper()]
    return name_keys(" ".join(words)) & description.keys


def _find_excluding(one: PersonDescription, known: DescribedPerson) -> PersonDescription | None:
    """Return a description of the source that nobody has together with one of the draft."""
    group = _find_group(one.head)
    if any(_have_one_head(one, other) for other in known.descriptions):
        return None
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
