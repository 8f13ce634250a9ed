"""Times of day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.text.values.lexemes import APART, GLUED, NUMBER, SPACED, WORD, lexeme_at, phrase_at
from reader.text.values.outcomes import ComparisonReason as Reason
from reader.text.values.outcomes import differs, equal, unknown
from reader.text.values.spans import ValueSpan
from reader.text.values.value_lists import list_lines, list_numbers, list_pairs, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.text.values.lexemes import Lexeme
    from reader.text.values.outcomes import ValueComparison

_HALF_DAY = 12 * 60
_DAY = 24 * 60
_SPOKEN_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_NEAR = 60
"""Minutes that "about", "shortly after" and the like may mean."""


@dataclass(frozen=True, slots=True)
class TimeValue(ValueSpan):
    """A time of day, to the minute."""

    minutes: frozenset[int] = frozenset()
    """Minutes after midnight; two for "half past ten", which may be morning or evening."""
    zone: str = ""
    """"gmt", "et" and so on in lower case, or ""."""
    qualifier: str = ""
    """"about", "after", "before" or ""."""


def time_at(lexemes: list[Lexeme], index: int, is_english: bool) -> tuple[TimeValue, int] | None:
    """Return the time that begins at `index` and the index after it, or None."""
    lexeme = lexemes[index]
    if lexeme.kind == NUMBER:
        found = _digital(lexemes, index) or (_whole_hour(lexemes, index) if is_english else None)
    elif is_english and lexeme.kind == WORD:
        found = _named(lexemes, index) or _spoken(lexemes, index)
    else:
        found = None
    if found is None:
        return None
    minutes, end = found
    zone, end = _zone_at(lexemes, end)
    qualifier = _qualifier(lexemes, index) if is_english else ""
    return TimeValue(lexeme.start, lexemes[end - 1].end, minutes, zone, qualifier), end


@lru_cache(maxsize=1)
def _named_times() -> Mapping[str, int]:
    pairs = (line.partition(" = ") for line in list_lines("time_words")["named"])
    return {name: 60 * int(time.split(":")[0]) for name, _, time in pairs}


@lru_cache(maxsize=1)
def spoken_beginnings() -> frozenset[str]:
    """Return the words in lower case that may begin an English time without digits."""
    hours = (word for word, hour in list_numbers("number_words", "units").items() if hour <= 12)
    return frozenset((*_named_times(), "half", "quarter", "a", *hours, "twenty"))


def _both_halves(hour: int, minute: int) -> frozenset[int]:
    """Return the minutes of a time that may be before or after noon."""
    time = hour % 12 * 60 + minute
    return frozenset((time, time + _HALF_DAY))


def _with_half(hour: int, minute: int, half: str) -> frozenset[int] | None:
    """Return the minutes of a time with "am", "pm" or neither; None for no time."""
    if not 0 <= minute < 60 or not 0 <= hour <= 24 or (hour == 24 and minute):
        return None
    if not half:
        return (
            frozenset((hour * 60 % _DAY + minute,))
            if hour > 12 or not hour
            else _both_halves(hour, minute)
        )
    if not 1 <= hour <= 12:
        return None
    return frozenset((hour % 12 * 60 + minute + (_HALF_DAY if half == "pm" else 0),))


def _half_at(lexemes: list[Lexeme], index: int) -> tuple[str, int]:
    """Read "am", "a.m.", "in the morning" and return "am", "pm" or "" with the index after it."""
    dotted = ("a.m.", "p.m.", "a. m.", "p. m.")
    for count, forms in ((4, dotted), (3, ("a.m", "p.m")), (1, ("am", "pm"))):
        phrase = phrase_at(lexemes, index, count)
        if phrase in forms and lexemes[index].gap != APART:
            return phrase.replace(".", "").replace(" ", ""), index + count
    if (phrase := phrase_at(lexemes, index, 3)) and lexemes[index].gap == SPACED:
        if phrase == "in the morning":
            return "am", index + 3
        if phrase in ("in the afternoon", "in the evening"):
            return "pm", index + 3
    return "", index


def _digital(lexemes: list[Lexeme], index: int) -> tuple[frozenset[int], int] | None:
    """Read 10:30, 22:30:15, 10.30am, and 1030 before GMT or "hours"."""
    raw = lexemes[index].raw
    if raw.isdigit() and len(raw) <= 2:
        return _with_colon(lexemes, index)
    if raw.isdigit() and len(raw) == 4:
        return _four_digits(lexemes, index)
    return _with_point(lexemes, index)


def _with_colon(lexemes: list[Lexeme], index: int) -> tuple[frozenset[int], int] | None:
    colon, minute = lexeme_at(lexemes, index + 1), lexeme_at(lexemes, index + 2)
    if colon.raw != ":" or not colon.gap == minute.gap == GLUED or not _two_digits(minute.raw):
        return None
    half, end = _half_at(lexemes, _after_seconds(lexemes, index + 3))
    return _result(_with_half(int(lexemes[index].raw), int(minute.raw), half), end)


def _with_point(lexemes: list[Lexeme], index: int) -> tuple[frozenset[int], int] | None:
    hour, point, minutes = lexemes[index].raw.partition(".")
    if not point or len(hour) > 2 or not hour.isdigit() or not _two_digits(minutes):
        return None
    half, end = _half_at(lexemes, index + 1)
    has_zone = bool(_zone_at(lexemes, end)[0])
    return _result(_with_half(int(hour), int(minutes), half), end) if half or has_zone else None


def _four_digits(lexemes: list[Lexeme], index: int) -> tuple[frozenset[int], int] | None:
    end = index + 1
    has_hours = phrase_at(lexemes, end, 1) in ("hours", "hrs")
    if not has_hours and not _zone_at(lexemes, end)[0]:
        return None
    hour, minute = divmod(int(lexemes[index].raw), 100)
    is_time = hour < 24 and minute < 60
    return (frozenset((hour * 60 + minute,)), end + has_hours) if is_time else None


def _two_digits(raw: str) -> bool:
    return len(raw) == 2 and raw.isdigit()


def _after_seconds(lexemes: list[Lexeme], end: int) -> int:
    glued = [lexeme for lexeme in lexemes[end : end + 2] if lexeme.gap == GLUED]
    return end + 2 if len(glued) == 2 and glued[0].raw == ":" and _two_digits(glued[1].raw) else end


def _result(minutes: frozenset[int] | None, end: int) -> tuple[frozenset[int], int] | None:
    return None if minutes is None else (minutes, end)


def _whole_hour(lexemes: list[Lexeme], index: int) -> tuple[frozenset[int], int] | None:
    """Read "5pm", "5 p.m." and "5 o'clock"."""
    raw = lexemes[index].raw
    if len(raw) > 2 or not raw.isdigit():
        return None
    return _hour_with_half(lexemes, index + 1, int(raw))


def _hour_with_half(
    lexemes: list[Lexeme], end: int, hour: int
) -> tuple[frozenset[int], int] | None:
    clock = phrase_at(lexemes, end, 1) == "o'clock"
    half, after = _half_at(lexemes, end + clock)
    # "Five in the morning" may be five people.
    if not clock and (not half or lexemes[end].lower == "in"):
        return None
    return _result(_with_half(hour, 0, half), after) if hour <= 12 else None


def _named(lexemes: list[Lexeme], index: int) -> tuple[frozenset[int], int] | None:
    minutes = _named_times().get(lexemes[index].lower)
    if minutes is None or (index and lexemes[index - 1].lower == "high"):
        return None
    return frozenset((minutes % _DAY,)), index + 1


def _spoken(lexemes: list[Lexeme], index: int) -> tuple[frozenset[int], int] | None:
    """Read "half past ten", "a quarter to five", "ten past three", "ten o'clock"."""
    words = list_numbers("number_words", "units")
    first, end = lexemes[index].lower, index + 1
    if first == "a":
        if phrase_at(lexemes, end, 1) != "quarter":
            return None
        first, end = "quarter", end + 1
    if first in words and (found := _hour_with_half(lexemes, end, words[first])):
        return found
    minute, relation = _SPOKEN_MINUTES.get(first), phrase_at(lexemes, end, 1)
    hour = _spoken_hour(phrase_at(lexemes, end + 1, 1))
    if minute is None or hour is None or relation not in ("past", "to"):
        return None
    # "Ten to twelve people" is a range.
    if relation == "to" and first not in ("half", "quarter"):
        return None
    half, after = _half_at(lexemes, end + 2)
    if relation == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    return _result(_with_half(hour, minute, half), after)


def _spoken_hour(word: str) -> int | None:
    """Return 1 to 12 of a number in digits or in a word."""
    hour = int(word) if _is_hour(word) else list_numbers("number_words", "units").get(word, 0)
    return hour if 1 <= hour <= 12 else None


def _is_hour(raw: str) -> bool:
    return raw.isascii() and raw.isdigit() and len(raw) <= 2


def _zone_at(lexemes: list[Lexeme], index: int) -> tuple[str, int]:
    if index >= len(lexemes) or lexemes[index].gap == APART:
        return "", index
    if phrase_at(lexemes, index, 2) == "local time":
        return "local", index + 2
    lexeme = lexemes[index]
    known = lexeme.raw.isupper() and lexeme.lower in list_pairs("time_words", "zones")
    return (lexeme.lower, index + 1) if known else ("", index)


def _qualifier(lexemes: list[Lexeme], index: int) -> str:
    before = lexemes[index - 1].lower if index and lexemes[index].gap == SPACED else ""
    for name in ("about", "after", "before"):
        if before in list_words("time_words", name):
            return name
    return ""


def compare_times(one: TimeValue, other: TimeValue) -> ValueComparison:
    """Compare two times; "10:30" meets both 10:30 a.m. and 10:30 p.m."""
    shift = _zone_shift(one.zone, other.zone)
    if shift is None:
        return unknown(Reason.ZONE)
    shifted = frozenset((minute + shift) % _DAY for minute in other.minutes)
    if one.qualifier != other.qualifier or one.qualifier == "about":
        if one.minutes == shifted and one.qualifier == other.qualifier:
            return equal()
        return _compare_near(one.minutes, shifted)
    if one.minutes == shifted:
        return equal()
    if one.minutes & shifted:
        return equal(Reason.LESS_SPECIFIC)
    if bool(one.zone) != bool(other.zone):
        # The one without may be of any zone: the hour of the place or that of the outlet.
        return unknown(Reason.ZONE)
    return differs(Reason.CLOCK)


def _zone_shift(one: str, other: str) -> int | None:
    """Return the minutes to add to a time in the other zone; None if they are not known."""
    if not one or not other or one == other:
        return 0
    zones = list_pairs("time_words", "zones")
    offsets = [zones.get(zone, "-") for zone in (one, other)]
    return None if "-" in offsets else (int(offsets[0]) - int(offsets[1])) * 60


def _compare_near(one: frozenset[int], other: frozenset[int]) -> ValueComparison:
    apart = (abs(a - b) for a in one for b in other)
    near = min((min(minutes, _DAY - minutes) for minutes in apart), default=_DAY)
    return unknown(Reason.QUALIFIER) if near <= _NEAR else differs(Reason.CLOCK)
