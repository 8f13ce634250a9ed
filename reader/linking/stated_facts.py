"""What a sentence states that can tell one moment from a parallel one: days, bodies, sides.

English only: clauses, bodies and acts are known by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.stop_words import is_stop_word
from reader.text.values import DateValue, NumberValue, ValueSpan, find_values
from reader.text.values.opposites import list_act_sides
from reader.text.word_lists import WordLists
from reader.text.words import stem_word, word_key, word_spans

LANGUAGES_WITH_FACTS = (None, "en")
"""Clauses and contrasts are English; they are also read where the language is not known."""
FACTS_CHARACTERS = 1_000
"""Only so many characters of a sentence are read."""

_CONTRASTS = WordLists(__file__, "contrasts")
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)\w*\.? \d|"
    r"\d (?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)"
)
_BOUNDARY = re.compile(
    r"[.!?;:—–…] |, (?=(?:and|or|so|which|who|nor|but|while)\b)|"
    r" (?=(?:because|although|though|while|whereas|but|since|yet|after|before|when|until)\b)|"
    r" (?=\w+ed by\b)|"
    r" and (?=(?:\S+ ){1,4}said\b)|"
    # The reporter's source at the end: ", officials said Saturday".
    r", (?=(?:\S+ ){1,8}(?:said|says|told|reported|announced)\b[^,]{0,40}$)"
)
_NAME = r"[A-Z][\w.’'-]*"
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside) (?:(?:north|south|east|west|central)\S* )?"
    rf"(?P<name>{_NAME}(?: {_NAME}){{0,3}})"
)
_BEFORE_DAY = frozenset({"on", "late", "early", "the", "last", "this"})
_SAID_BY_NAME = frozenset({"he", "she"})
_NEVER_ACTS = frozenset({"reported", "reports"})
"""Verbs of reporting that are no act of the one who reports."""
_FORMS_OF_FIGURES = ("cardinal", "range", "plural")
_WORD = re.compile(r"[a-z]+")
_NIGHT = re.compile(r" (?:night|evening|overnight)\b")
_LATE = re.compile(r"\b(?:late|overnight) (?:on )?$")
_EARLY = re.compile(r"\bearly (?:on )?$")
_MORNING = re.compile(r" (?:early )?(?:morning|overnight)\b")
_POSSESSIVE = ("'s", "’s")
_WORDS_LOOKED_BACK = 4


class FactKind(Enum):
    """What sort of fact it is."""

    DAY = "day"
    NUMBER = "number"
    PLACE = "place"
    BODY = "body"
    SIDE = "side"


class Fact(NamedTuple):
    """Something that a sentence states, with its offsets in the sentence."""

    kind: FactKind
    start: int
    end: int
    value: ValueSpan | None
    """Of a day or a number."""
    keys: frozenset[str]
    """The words of a place, or the name of a body or side."""
    family: int
    """The number of the kind of body or act; two of one family exclude each other."""


class SentenceFacts(NamedTuple):
    """The bodies and sides of acts that one sentence names, and whether it may name a day."""

    text: str
    facts: tuple[Fact, ...]
    may_name_day: bool

    def of_kind(self, kind: FactKind) -> tuple[Fact, ...]:
        """The facts of one kind, in order."""
        return tuple(fact for fact in self.facts if fact.kind is kind)

    def clause_at(self, offset: int) -> frozenset[str]:
        """The stems of the content words of the clause at an offset."""
        starts = [0, *(found.end() for found in _BOUNDARY.finditer(self.text))]
        begin = max(start for start in starts if start <= offset)
        end = min((start for start in starts if start > offset), default=len(self.text))
        return read_stems(self.text[begin:end])

    def opens_sentence(self, offset: int) -> bool:
        """Whether an offset is in the first clause, which may follow a dateline."""
        starts = [found.end() for found in _BOUNDARY.finditer(self.text, 0, offset)]
        return not any(
            character.islower() for character in self.text[: starts[-1] if starts else 0]
        )


class StatedDays(NamedTuple):
    """The days that one sentence names by weekday or date."""

    facts: tuple[Fact, ...]
    of_source: tuple[DateValue, ...]
    """Days of the reporter's source, who is not named ("police said Friday")."""


def is_one_night(one: str, fact: Fact, other: str, other_fact: Fact) -> bool:
    """Whether two days are the two ends of one night: "Friday night", "early Saturday"."""
    sides = ((one, fact), (other, other_fact))
    has_evening = any(_NIGHT.match(t, f.end) or _LATE.search(t, 0, f.start) for t, f in sides)
    has_morning = any(_MORNING.match(t, f.end) or _EARLY.search(t, 0, f.start) for t, f in sides)
    return has_evening and has_morning


@lru_cache(maxsize=1 << 12)
def read_stems(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    printed = (text[start:end] for start, end in word_spans(text))
    return frozenset(stem_word(word) for word in printed if not is_stop_word(word))


@lru_cache(maxsize=1 << 13)
def read_facts(sentence: str) -> SentenceFacts:
    """Read the facts of an English sentence."""
    text = sentence[:FACTS_CHARACTERS]
    return SentenceFacts(text, tuple(_find_contrasts(text)), _DAY.search(text) is not None)


@lru_cache(maxsize=1 << 12)
def read_days(text: str) -> StatedDays:
    """Read the days of an English sentence."""
    facts: list[Fact] = []
    of_source: list[DateValue] = []
    for day in _find_days(text):
        if _is_of_source(text, day):
            of_source.append(day)
        else:
            facts.append(Fact(FactKind.DAY, day.start, day.end, day, frozenset(), 0))
    return StatedDays(tuple(facts), tuple(of_source))


@lru_cache(maxsize=1 << 12)
def read_numbers(text: str) -> tuple[Fact, ...]:
    """The numbers of a sentence that count or measure something."""
    return tuple(
        Fact(FactKind.NUMBER, value.start, value.end, value, frozenset(), 0)
        for value in find_values(text[:FACTS_CHARACTERS])
        if isinstance(value, NumberValue) and value.form in _FORMS_OF_FIGURES
    )


@lru_cache(maxsize=1 << 13)
def read_places(text: str) -> tuple[Fact, ...]:
    """The names after "in", "at" and "near" in a sentence."""
    return tuple(
        Fact(
            FactKind.PLACE,
            found.start("name"),
            found.end("name"),
            None,
            frozenset(
                word_key(found["name"][start:end]) for start, end in word_spans(found["name"])
            ),
            0,
        )
        for found in _PLACE.finditer(text[:FACTS_CHARACTERS])
    )


def _find_days(text: str) -> Iterator[DateValue]:
    """Yield the days that are named by weekday or date, without that of "Monday's vote"."""
    for value in find_values(text):
        is_day = isinstance(value, DateValue) and (
            value.weekday is not None or (value.month is not None and value.day is not None)
        )
        if is_day and not text.startswith(_POSSESSIVE, value.end):
            assert isinstance(value, DateValue)
            yield value


def _is_of_source(text: str, day: DateValue) -> bool:
    """Whether a day is when an unnamed source spoke: "police said on Friday"."""
    before = text[: day.start].split()
    while before and before[-1].lower() in _BEFORE_DAY:
        before.pop()
    after = text[day.end :].split(maxsplit=1)[:1]
    if before and _is_saying(before[-1]):
        verb = before.pop().lower()
    elif after and _is_saying(after[0]):
        verb = after[0].lower()
    else:
        return False
    if verb in _NEVER_ACTS:
        return True
    return not before or not _is_named(before)


def _is_saying(printed: str) -> bool:
    verb = load_reporting_verbs().single.get(printed.lower().strip(",.;"))
    return verb is not None and not verb.is_weak and verb.lemma in ("say", "tell", "report")


def _is_named(before: list[str]) -> bool:
    """Whether the subject that ends a list of words is a person by name or pronoun."""
    subject = before[-1]
    if subject.lower() in _SAID_BY_NAME:
        return True
    return subject[0].isupper() and len(before) > 1


@lru_cache(maxsize=1)
def _contrasts() -> tuple[re.Pattern[str], dict[str, tuple[FactKind, int, str]]]:
    """The pattern of all words of bodies and sides, and for each its kind, family and side."""
    known: dict[str, tuple[FactKind, int, str]] = {}
    family = 0
    for kind, contrasts in (
        (FactKind.BODY, _CONTRASTS.lines["bodies"]),
        (FactKind.SIDE, list_act_sides()),
    ):
        for contrast in contrasts:
            family += 1
            for words in _read_sides(contrast):
                known.update(dict.fromkeys(words, (kind, family, words[0])))
    longest_first = sorted(known, key=lambda words: (-len(words), words))
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE), known


def _read_sides(contrast: str | tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each side of a contrast, which may be a line of the list."""
    if not isinstance(contrast, str):
        return contrast
    sides = contrast.split(" / ")
    return tuple(tuple(word.strip() for word in side.split(",")) for side in sides)


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    """The words that end those of bodies and sides: the pattern is slow to search."""
    return frozenset(words.split()[-1] for words in _contrasts()[1])


def _find_contrasts(text: str) -> Iterator[Fact]:
    if _last_words().isdisjoint(_WORD.findall(text.lower())):
        return
    pattern, known = _contrasts()
    for found in pattern.finditer(text):
        kind, family, side = known[found[0].lower()]
        # "The white house" is no chamber, and "commons" in small letters is no body.
        if kind is FactKind.BODY and not any(map(str.isupper, found[0])):
            continue
        yield Fact(kind, found.start(), found.end(), None, frozenset((side,)), family)
