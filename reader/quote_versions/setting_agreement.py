"""Whether two phrases set what was said at the same time and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.quotes import Phrase
from reader.text.values import (
    ComparisonOutcome,
    DateValue,
    TimeValue,
    ValueSpan,
    compare_values,
    find_values,
)
from reader.text.word_lists import WordLists
from reader.text.words import word_keys

_WORDS = WordLists(__file__, "settings")
_OTHER_EVENT = re.compile(r"\b(?:after|ahead|before|following|prior|since|until)\b", re.IGNORECASE)
"""What is named after one of these is something else than the occasion."""
_FEWEST_WORDS = 2
"""Words in a row that a shorter phrase needs to be a part of a longer one."""
_POSSESSIVE = ("'s", "’s")
_NAME = r"[A-Z][\w.’'-]*"
# A lower-case noun after a name makes it an adjective ("in French newspapers").
_PLACE = re.compile(
    rf"\b(?P<where>[Ii]n|[Aa]t|[Ii]nside|[Oo]utside) (?P<name>{_NAME}(?: {_NAME}){{0,4}})"
    r"(?= *(?:$|[,;]| (?:on|at|in|during|after|ahead|before|with|to|as|where|while|when)\b))"
)


class _Place(NamedTuple):
    preposition: str
    words: tuple[str, ...]


class _Setting(NamedTuple):
    """What a phrase says of when, where and on what occasion; None where it does not."""

    day: DateValue | None
    time: TimeValue | None
    place: _Place | None
    occasions: frozenset[int]


def settings_agree(one: Phrase | None, other: Phrase | None) -> bool | None:
    """Return whether two settings are one: dates by dates, places by places.

    Returns:
        False where days, times, places or occasions exclude each other; True where the phrases
        say the same or one says less; None where they speak of different things.
    """
    if one is None or other is None:
        return None
    words, others = word_keys(one.text), word_keys(other.text)
    if words == others:
        return True
    setting, expected = _read_setting(one.text), _read_setting(other.text)
    outcomes = (
        _values_agree(setting.day, expected.day),
        _values_agree(setting.time, expected.time),
        _places_agree(setting.place, expected.place),
        _occasions_agree(setting.occasions, expected.occasions),
    )
    if False in outcomes:
        return False
    return True if True in outcomes or _is_part(words, others) else None


@lru_cache(maxsize=1_024)
def _read_setting(text: str) -> _Setting:
    text = _OTHER_EVENT.split(text, maxsplit=1)[0]
    values = _find_when(text)
    days = [value for value in values if isinstance(value, DateValue)]
    times = [value for value in values if isinstance(value, TimeValue)]
    return _Setting(
        days[0] if len(days) == 1 else None,
        times[0] if len(times) == 1 else None,
        _find_place(text, values),
        frozenset(_find_occasions(word_keys(text))),
    )


def _find_when(text: str) -> list[ValueSpan]:
    """The dates and times of a phrase, without that of "Monday's vote"."""
    return [
        value
        for value in find_values(text)
        if isinstance(value, (DateValue, TimeValue)) and not text.startswith(_POSSESSIVE, value.end)
    ]


def _find_place(text: str, values: Iterable[ValueSpan]) -> _Place | None:
    for value in values:
        text = text[: value.start] + "," * (value.end - value.start) + text[value.end :]
    found = _PLACE.search(text)
    if found is None or found["name"].endswith(_POSSESSIVE):
        return None
    words = tuple(word_keys(found["name"]))
    no_places = _WORDS.words["no places"]
    return None if no_places.intersection(words) else _Place(found["where"].lower(), words)


def _find_occasions(words: Sequence[str]) -> Iterable[int]:
    """The numbers of the kinds of occasions that are named."""
    padded = f" {' '.join(words)} "
    for kind, names in enumerate(_WORDS.lines["occasions"]):
        if any(f" {' '.join(word_keys(name))} " in padded for name in names.split(",")):
            yield kind


def _values_agree(one: ValueSpan | None, other: ValueSpan | None) -> bool | None:
    if one is None or other is None:
        return None
    outcome = compare_values(one, other).outcome
    return None if outcome is ComparisonOutcome.UNKNOWN else outcome is ComparisonOutcome.EQUAL


def _places_agree(one: _Place | None, other: _Place | None) -> bool | None:
    if one is None or other is None or one.preposition != other.preposition:
        return None
    if one.words == other.words:
        return True
    # One may be in the other: in "Upper Riga" and "Riga", and wherever a region is named.
    has_region = not _WORDS.words["regions"].isdisjoint((*one.words, *other.words))
    return None if has_region or set(one.words) & set(other.words) else False


def _occasions_agree(one: frozenset[int], other: frozenset[int]) -> bool | None:
    if not one or not other:
        return None
    return not one.isdisjoint(other)


def _is_part(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words of one phrase are in a row in the other."""
    shorter, longer = sorted((words, others), key=len)
    rows = (longer[n : n + len(shorter)] for n in range(len(longer) - len(shorter) + 1))
    return len(shorter) >= _FEWEST_WORDS and list(shorter) in map(list, rows)
