"""The days to which a search is limited, and the date from which they were computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reader.archive.article_dates import (
    NO_DATE,
    NO_DAY,
    ArticleDate,
    DateSource,
    day_number,
)
from reader.archive.search_index import SearchFilter

DAYS_AROUND = 3
"""Days before and after an article in which others on its event are searched. On labelled events
among 10^5 other articles the first 20 then have .977 of them, without dates .954."""
_SOURCES = {
    DateSource.STATED: "stated in the text",
    DateSource.PAGE: "of the page",
    DateSource.FILE: "of the file’s name",
}


@dataclass(frozen=True, slots=True)
class DateWindow:
    """The days in which articles are searched; articles without a date are always included."""

    date: ArticleDate = NO_DATE
    """That of the article that is asked about."""
    days: int | None = None
    """How many days before and after it; None for all days."""

    @property
    def is_bounded(self) -> bool:
        """Whether days are left out."""
        return self.days is not None and self.date.published is not None

    def to_filter(self, language: str | None, outlets: tuple[str, ...] = ()) -> SearchFilter:
        """Return the filter of a query."""
        middle = self.date.index_day
        if self.days is None or middle == NO_DAY:
            return SearchFilter(language=language, outlets=outlets)
        return SearchFilter(
            first_day=middle - self.days,
            last_day=middle + self.days,
            language=language,
            outlets=outlets,
        )

    def describe(self) -> str:
        """Return in words which date was used and for what."""
        if self.date.day is None:
            return "no date is known of the article: all days were searched"
        if self.date.published is None:
            crawled = self.date.day.isoformat()
            return f"the article was crawled on {crawled}, its date is not known: all days searched"
        shown = f"{self.date.day.isoformat()}, {_SOURCES[self.date.source]}"
        if self.days is None:
            return f"date of the article: {shown}; all days were searched"
        if self.days == 0:
            return f"date used: {shown}; that day and articles without a date"
        plural = "s" * (self.days != 1)
        return (
            f"date used: {shown}; {self.days} day{plural} before and after, "
            "and articles without a date"
        )

    def describe_briefly(self) -> str:
        """Return the same for a narrow dialog."""
        if self.date.day is None or self.date.published is None:
            return "no date known: all days searched"
        shown = f"{self.date.day.isoformat()} ({self.date.source.value})"
        if self.days is None:
            return f"dated {shown}: all days searched"
        return f"date used: {shown} ± {self.days} days, or no date"


def filter_days(
    since: date | None = None,
    until: date | None = None,
    *,
    outlets: Iterable[str] = (),
    language: str | None = None,
) -> SearchFilter:
    """Return the filter of a query for some days, outlets and a language.

    Args:
        since: leave out articles before that day, and those without a date.
        until: leave out articles after that day, and those without a date.
        outlets: leave out those of others, if any is named; case does not matter.
        language: ISO 639-1 code; leave out those in others.
    """
    return SearchFilter(
        first_day=day_number(since) if since else None,
        last_day=day_number(until) if until else None,
        with_undated=False,
        language=language,
        outlets=tuple(outlet.lower() for outlet in outlets),
    )


def count_days_apart(here: date | None, there: date | None) -> int | None:
    """Return how many days are between two dates; None where one is unknown."""
    return None if here is None or there is None else abs((there - here) // timedelta(days=1))


def describe_distance(here: date | None, there: date | None) -> str:
    """Return in words how many days a date is after another one; empty where one is unknown."""
    if here is None or there is None:
        return ""
    distance = (there - here) // timedelta(days=1)
    if distance == 0:
        return "the same day"
    plural = "s" * (abs(distance) != 1)
    return f"{abs(distance)} day{plural} {'later' if distance > 0 else 'earlier'}"
