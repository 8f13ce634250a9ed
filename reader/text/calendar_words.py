"""The names of months and weekdays in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reader.text.word_lists import WordLists

_CALENDAR = WordLists(__file__, "calendar")


@lru_cache(maxsize=1)
def month_numbers() -> Mapping[str, int]:
    """Return 1 to 12 by the names of months and their short forms, in lower case, no full stop."""
    rows = (line.split() for line in _CALENDAR.lines["months"])
    return {name: int(number) for number, *names in rows for name in names}


@lru_cache(maxsize=1)
def month_names() -> frozenset[str]:
    """Return the names of months and their short forms, in lower case without a full stop."""
    return frozenset(month_numbers())


def weekday_names() -> frozenset[str]:
    """Return the names of weekdays and their short forms, in lower case without a full stop."""
    return _CALENDAR.words["weekdays"]
