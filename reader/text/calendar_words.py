"""The names of months and weekdays in several languages."""

from __future__ import annotations

from reader.text.word_lists import WordLists

_CALENDAR = WordLists(__file__, "calendar")


def month_names() -> frozenset[str]:
    """Return the names of months and their short forms, in lower case without a full stop."""
    return _CALENDAR.words["months"]


def weekday_names() -> frozenset[str]:
    """Return the names of weekdays and their short forms, in lower case without a full stop."""
    return _CALENDAR.words["weekdays"]
