"""Persons whom two linked passages name with one given name and two surnames."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reader.story.differences.difference import DifferenceKind
from reader.story.differences.name_transcriptions import may_be_transcriptions, sound_alike
from reader.story.differences.stated_pairs import StatedPair, Statement
from reader.story.differences.stated_values import write_value
from reader.text.values import ComparisonOutcome, ComparisonReason, compare_values
from reader.text.values.name_spelling import NameRelation, relate_names

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import PersonName

_NEAR = 6
"""Words on each side of a name that tell who the person is."""
_MANY_SHARED = 4
"""Words of weight that two sentences about one person of two given names share."""
_MANY_NEAR = 2
"""Words of weight near both of two names with unlike surnames."""
_LIKE_SURNAMES = 60.0
"""The least likeness of two surnames, 0..100 (RapidFuzz, `ratio`)."""
_MOST_ABOUT = 3
_SHORTENED_BY = 2
"""Letters that a short form lacks at least: one fewer is another spelling."""
_WITHIN_TITLE = re.compile(r"\b[A-Z]\w+ of (?:the )?\Z")
_SHARED = 0.5
"""The share of words by which the certainty of a pair is found."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as one sentence names him or her."""

    name: PersonName
    sentence: TextSentence
    near: dict[str, slice]
    """The keys of the words of weight beside the name, each with its place in the paragraph."""


def read_named_persons(
    sentences: Sequence[TextSentence], names: Sequence[PersonName]
) -> Iterator[NamedPerson]:
    """Yield the persons that a paragraph names with given name and surname."""
    for name in names:
        for sentence in sentences:
            is_full = len(name.given.rstrip(".")) > 1 and bool(name.surname)
            if is_full and sentence.start <= name.start and name.end <= sentence.end:
                yield NamedPerson(name, sentence, _read_near(sentence, name))


def pair_namesakes(
    here: Sequence[NamedPerson],
    there: Sequence[NamedPerson],
    is_named_elsewhere: Callable[[int, PersonName], bool],
    *,
    is_sure: bool,
) -> Iterator[StatedPair]:
    """Yield persons of one given name and two surnames of whom the same is said.

    Those of unlike surnames may be two persons, of whom alike is said in lists and offices.

    Args:
        here: the persons of one passage.
        there: those of the other.
        is_named_elsewhere: whether the article of the first (0) or of the second passage (1)
            names a person, too.
        is_sure: whether the passages surely tell one moment.
    """
    for one in here:
        for other in there:
            if not _share_given_name(one.name, other.name):
                continue
            kind = find_name_kind(one.name, other.name)
            if kind is None:
                continue
            about = [place for key, place in one.near.items() if key in other.near]
            is_like = fuzz.ratio(one.name.surname, other.name.surname) >= _LIKE_SURNAMES
            if len(about) < (1 if is_like else _MANY_NEAR) or not (is_like or is_sure):
                continue
            if is_named_elsewhere(1, one.name) or is_named_elsewhere(0, other.name):
                continue
            yield _pair_names(kind, one, other, about)


def pair_given_names(
    here: Sequence[NamedPerson],
    there: Sequence[NamedPerson],
    has_word: Callable[[int, str], bool],
) -> Iterator[StatedPair]:
    """Yield persons of one surname and two given names in sentences that tell the same.

    Relatives have one surname, too, but an article that tells of one of them mostly names the
    other; where neither article has the given name of the other, it tells of one person.

    Args:
        here: the persons of one passage.
        there: those of the other.
        has_word: whether the article of the first (0) or of the second passage (1) has a word.
    """
    for one in here:
        for other in there:
            if not _have_other_given_names(one.name, other.name):
                continue
            kind = find_name_kind(one.name, other.name)
            if kind is None:
                continue
            about = _list_shared(one, other)
            if len(about) < _MANY_SHARED:
                continue
            if has_word(1, one.name.given) or has_word(0, other.name.given):
                continue
            yield _pair_names(kind, one, other, about[:_MOST_ABOUT])


def _share_given_name(one: PersonName, other: PersonName) -> bool:
    """Return whether two given names are one, or one in another alphabet's spelling.

    Then the surnames must be one in two spellings, too: Andrei Lugov, Andrey Lugoff.
    """
    if one.given == other.given:
        return True
    relation = relate_names(one.given, other.given, may_be_nickname=False)
    is_spelling = compare_values(one, other).reason is ComparisonReason.SPELLING
    return relation is NameRelation.TRANSLITERATION and is_spelling


def _have_other_given_names(one: PersonName, other: PersonName) -> bool:
    """Return whether two names of one surname have two given names, or one in two spellings."""
    reason = compare_values(one, other).reason
    if reason is ComparisonReason.SPELLING:
        return one.surname == other.surname and one.given != other.given
    return reason is ComparisonReason.GIVEN_NAME


def _pair_names(
    kind: DifferenceKind, one: NamedPerson, other: NamedPerson, about: Sequence[slice]
) -> StatedPair:
    here, there = (state_name(each.name, each.sentence.text) for each in (one, other))
    return StatedPair(kind, here, there, True, _SHARED, tuple(about))


def _list_shared(one: NamedPerson, other: NamedPerson) -> list[slice]:
    """Return where the first sentence has words of weight of the other, names left out."""
    own = {word.lower() for word in (*one.name.words, *other.name.words)}
    keys = set(other.sentence.keys)
    found: dict[str, slice] = {}
    for token, is_plain in zip(one.sentence.tokens, one.sentence.plain_weighty, strict=True):
        if is_plain and token.key in keys and one.sentence.printed(token) not in own:
            found.setdefault(token.key, slice(token.start, token.end))
    return list(found.values())


def _read_near(sentence: TextSentence, name: PersonName) -> dict[str, slice]:
    tokens = sentence.tokens
    inside = [
        at for at, token in enumerate(tokens) if token.start < name.end and name.start < token.end
    ]
    if not inside:
        return {}
    own = {word.lower() for word in name.words}
    first, last = inside[0], inside[-1]
    found: dict[str, slice] = {}
    for token in tokens[max(0, first - _NEAR) : last + 1 + _NEAR]:
        printed = sentence.printed(token)
        if not token.is_common and printed not in own:
            key = token.key if token.value is None else write_value(token.value)
            found.setdefault(key, slice(token.start, token.end))
    return found


def find_name_kind(one: PersonName, other: PersonName) -> DifferenceKind | None:
    """Return how two names differ: of two persons, or one name spelled in two ways; else None."""
    if _are_short_forms(one, other) or _has_noun_joined(one) or _has_noun_joined(other):
        return None
    if any(_goes_on(*pair) or _is_joined_to(*pair) for pair in ((one, other), (other, one))):
        return None
    if may_be_transcriptions(one, other):
        return None
    comparison = compare_values(one, other)
    if comparison.outcome is ComparisonOutcome.UNKNOWN:
        return DifferenceKind.SPELLING if comparison.reason is ComparisonReason.SPELLING else None
    if comparison.outcome is not ComparisonOutcome.DIFFERS or one.is_unnamed or other.is_unnamed:
        return None
    is_spelling = one.gender == other.gender and sound_alike(one, other)
    return DifferenceKind.SPELLING if is_spelling else DifferenceKind.NAME


def _has_noun_joined(name: PersonName) -> bool:
    """Return whether a common noun follows a surname after a hyphen: Ostwald-director."""
    return any(part.islower() for part in name.surname.split("-")[1:])


def _goes_on(name: PersonName, longer: PersonName) -> bool:
    """Return whether a name has all words of another: Ines Kolbe, Ines L. Kolbe White."""
    return len(name.words) > 1 and set(name.words) < set(longer.words)


def _is_joined_to(name: PersonName, longer: PersonName) -> bool:
    """Return whether a surname is the first of two joined by a hyphen: Kolbe, Kolbe-Norland."""
    return name.given == longer.given and longer.surname.startswith(f"{name.surname}-")


def _are_short_forms(one: PersonName, other: PersonName) -> bool:
    """Return whether one given name is a short form: Tony, Antony; Jerry, Jerrold; not Rolfe."""
    short, long = sorted((one.given.lower(), other.given.lower()), key=len)
    short = short.removesuffix("ie").removesuffix("y")
    is_short = len(short) > 2 and len(long) - len(short) >= _SHORTENED_BY
    return is_short and short in long and one.surname == other.surname


def is_named(name: PersonName, others: Iterable[PersonName]) -> bool:
    """Return whether one of several names may be that of a person."""
    return any(compare_values(name, other).outcome is ComparisonOutcome.EQUAL for other in others)


def state_name(name: PersonName, text: str) -> Statement:
    """Return the statement of a name in a text, without a part of a title: "Clerk of Works"."""
    start = name.start
    if _WITHIN_TITLE.search(text, 0, start):
        start = max(start, text.find(name.words[0], start, name.end))
    return Statement(start, name.end, " ".join(name.words))
