"""Whom a pronoun of a quotation may mean, where brackets put a name in its place.

"I" is the speaker, "you" somebody who is named beside the quotation, "he" a man who is named before
it: in the speaker's words if there is one, else in the source's. Where nobody fits, or the name is
another's, a person should look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.quote_check.office_names import title_parts
from reader.quote_check.printed_descriptions import describe, describe_person
from reader.quote_check.speaker_descriptions import is_described_so
from reader.quote_versions.naming import is_called
from reader.text.sentences import find_sentence_start
from reader.text.values import PersonName, find_person_names, parse_person_name
from reader.text.values.name_spelling import given_name_gender
from reader.text.words import split_words

_LINES_BEFORE = 3
"""Lines before that of a pronoun in which somebody may be named whom it means."""
_SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_OWN = frozenset(("i", "me", "my", "mine"))
_OURS = frozenset(("we", "us", "our", "ours"))
_YOURS = frozenset(("you", "your", "yours"))
_OTHERS = frozenset((
    "they", "them", "their", "theirs", "it", "its", "this", "that", "these", "those",
))  # fmt: skip
_PRONOUNS = _OWN | _OURS | _YOURS | _OTHERS | frozenset(_SINGULAR)
_POSSESSIVE = re.compile("[’']s?$")


_SPOKEN_TO = re.compile(
    r"\b(?:told|tells?|asked|asks?|to|urged|warned|reminded|answered|addressed|thanked|addressing)\s+"
    r"(?:[\w’'.-]+\s+){0,4}$"
)
"""Before the name of who is spoken to."""


class PronounPlace(NamedTuple):
    """Where a pronoun is in a source."""

    text: str
    """The whole text of the source."""
    start: int
    """The offset of the pronoun."""
    spans: tuple[tuple[int, int], ...]
    """Those of the parts of its quotation."""
    speaker: str
    """The name of the speaker, empty where it is not known."""


def may_mean(pronoun: str, printed: str, place: PronounPlace) -> bool:
    """Return whether a pronoun may mean what brackets name in its place.

    Args:
        pronoun: in lower case.
        printed: the words in brackets, without a verb.
        place: where the pronoun is.
    """
    names = _read_names(printed)
    if pronoun in _OWN:
        return _is_speaker(printed, names, place)
    if not names:
        return True
    if pronoun in _OURS | _YOURS:
        return _is_beside(names, place, may_be_speaker=pronoun in _OURS)
    if pronoun in _SINGULAR:
        return _is_fitting(names, printed, _SINGULAR[pronoun], place)
    if pronoun in _OTHERS:
        scope = _read_scope(place)
        return all(_has_word(scope, name) for name in names)
    return True


def _read_names(printed: str) -> list[str]:
    """Return the words with capitals that are no titles and no article in front."""
    words = [_POSSESSIVE.sub("", word) for word in split_words(printed)]
    named = [word for word in words if word[:1].isupper()]
    if named and words[0] == named[0] and words[0].lower() in ("the", "a", "an", "his", "her"):
        del named[0]
    named = [word for word in named if word.lower() not in _PRONOUNS]
    # A title at the end is a name: "Angus King".
    return [word for word in named[:-1] if word.lower() not in title_parts()] + named[-1:]


def _is_speaker(printed: str, names: list[str], place: PronounPlace) -> bool:
    """Whether words in the place of "I" name the speaker or the speaker's office."""
    if not _read_speaker(place) or not place.speaker[:1].isupper():
        return True
    if names:
        return set(names) <= set(split_words(place.speaker)) or not _are_others(names, place)
    plain = _POSSESSIVE.sub("", printed)
    if describe(plain).head not in title_parts():
        return True
    called = re.sub("^(?:the|a|an) ", "", plain, flags=re.IGNORECASE)
    return is_called(place.speaker, called, place.text) or is_described_so(
        place.speaker, called, place.text
    )


def _are_others(names: list[str], place: PronounPlace) -> bool:
    """Whether names are of somebody else than the speaker, by the surname."""
    return names[-1] not in split_words(place.speaker)


def _is_beside(names: list[str], place: PronounPlace, *, may_be_speaker: bool) -> bool:
    """Whether the source names somebody in the line of a quotation, outside it, or before it."""
    if not place.speaker:
        return True
    spoken = set(split_words(place.speaker))
    if not spoken.isdisjoint(names):
        return may_be_speaker
    text = place.text
    begin, last = place.spans[0][0], place.spans[-1][1]
    line, end = text.rfind("\n", 0, begin) + 1, text.find("\n", last)
    gaps = [text[one[1] : other[0]] for one, other in pairwise(place.spans)]
    around = " ".join((text[line:begin], *gaps, text[last : end if end >= 0 else len(text)]))
    if not may_be_speaker:
        return _SPOKEN_TO.search(around.partition(names[-1])[0]) is not None and names[-1] in around
    if not all(_has_word(around, name) for name in names):
        return False
    persons = {person.surname for person in _find_persons(text)}
    # "We" is a body of the speaker's, and no other person alone.
    return names[-1] not in persons and not (len(names) > 1 and given_name_gender(names[0]))


def _is_fitting(names: list[str], printed: str, gender: str, place: PronounPlace) -> bool:
    """Whether a name is that of a person whom "he" or "she" may mean."""
    last = names[-1]
    genders = _find_genders(last, place.text)
    person = parse_person_name(printed)
    own = person.gender if person is not None else ""
    if (own or gender) != gender or (genders and gender not in genders):
        return False
    if last in _read_speaker(place) and not _bears_other_name(names, place):
        return False
    sentence, fitting = _find_nearest(last, gender, place)
    if not fitting or not fitting.isdisjoint(names):
        return True
    return _is_called_in(sentence, last, place.text)


def _is_called_in(sentence: str, last: str, text: str) -> bool:
    """Whether a sentence has what the text calls a person: "The prime minister … His refusal"."""
    called = {one.text.split(" of ")[0] for one in describe_person(last, text).descriptions}
    offices = "|".join(map(re.escape, filter(None, called)))
    article = r"\b(?:the|our|this|that) (?:[\w-]+ )?"
    return bool(offices) and re.search(rf"(?i){article}(?:{offices})\b", sentence) is not None


def _read_speaker(place: PronounPlace) -> frozenset[str]:
    """Return the words of the speaker's name; none where it is no name: "a Quill spokesman"."""
    words = split_words(place.speaker)
    return frozenset(words) if words and words[-1][:1].isupper() else frozenset()


def _bears_other_name(names: list[str], place: PronounPlace) -> bool:
    """Whether somebody of the speaker's surname has another given name."""
    spoken = split_words(place.speaker)
    return len(names) > 1 and len(spoken) > 1 and names[0] != spoken[0]


def _find_nearest(last: str, gender: str, place: PronounPlace) -> tuple[str, set[str]]:
    """Return the nearest sentence before a pronoun that names a fitting person, with the names.

    The sentences of the speaker come first, then those of the reporter in the same line. Nothing
    where no sentence names any.

    Args:
        last: the last word of a name that is taken for a person's.
        gender: of the pronoun.
        place: where the pronoun is.
    """
    text, spoken = place.text, _read_speaker(place)
    fitting = [
        (start, name)
        for start, name in _find_mentions(last, text)
        if name not in spoken and gender in (_find_genders(name, text) or (gender,))
    ]
    line = text.rfind("\n", 0, place.spans[0][0]) + 1
    line_end = text.find("\n", place.spans[-1][1])
    line_end = line_end if line_end >= 0 else len(text)
    inside = [one for one in fitting if _is_spoken(one[0], place)]
    own = [one for one in inside if one[0] < place.start]
    around = [one for one in fitting if line <= one[0] < line_end and one not in inside]
    before = [one for one in fitting if one[0] < line]
    if around and not own:
        return text[line:line_end], {name for _, name in around}
    for listed in (own, before):
        if listed:
            at = listed[-1][0]
            begin = find_sentence_start(text, text.rfind("\n", 0, at) + 1, at)
            return text[begin:at], {name for start, name in listed if start >= begin}
    return "", set()


def _is_spoken(offset: int, place: PronounPlace) -> bool:
    return any(start <= offset < end for start, end in place.spans)


@lru_cache(maxsize=1 << 7)
def _find_mentions(last: str, text: str) -> tuple[tuple[int, str], ...]:
    """Return where the surnames of a text's persons are in it, with that of one person more."""
    known = {person.surname for person in _find_persons(text)} | {last}
    surnames = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return tuple((one.start(), one.group()) for one in re.finditer(rf"\b(?:{surnames})\b", text))


def _read_scope(place: PronounPlace) -> str:
    """Return the text before a pronoun in which something may be named that it means."""
    start = place.start
    for _ in range(_LINES_BEFORE + 1):
        start = place.text.rfind("\n", 0, max(0, start))
        while start > 0 and place.text[start - 1] == "\n":
            start -= 1
        if start < 0:
            return place.text[: place.start]
    return place.text[start : place.start]


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


@lru_cache(maxsize=32)
def _find_persons(text: str) -> tuple[PersonName, ...]:
    return tuple(person for person in find_person_names(text) if person.surname)


@lru_cache(maxsize=1 << 8)
def _find_genders(surname: str, text: str) -> frozenset[str]:
    """Return the genders of the bearers of a surname in a text."""
    persons: Iterable[PersonName] = _find_persons(text)
    return frozenset(one.gender for one in persons if one.surname == surname and one.gender)
