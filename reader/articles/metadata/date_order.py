"""Which of two dates that texts print is the earlier one, as far as they say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from reader.articles.metadata.date_forms import readable_date

_SHOWN = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2})(?: (\S.*))?)?")
_OFFSET = re.compile(r"([+-])(\d{2}):(\d{2})")
_WIDEST_OFFSETS = timedelta(hours=26)
"""From UTC-12 to UTC+14: two clocks of unknown zones are no farther apart."""


class _Moment(NamedTuple):
    day: datetime
    """Midnight of the day, or the time where one is stated."""
    has_time: bool
    zone: str


def compare_dates(one: str, other: str) -> int | None:
    """Compare two dates as printed.

    Args:
        one: a date, with or without a time and a zone.
        other: another one, of the same outlet: where one of them states no zone, both are taken
            to be of one clock.

    Returns:
        -1 where the first is earlier, 1 where it is later, 0 where both state the same time; None
        if that is unknown: a day is not certain, one has no time, or the zones are not known.
    """
    here, there = _read(one), _read(other)
    if here is None or there is None:
        return None
    if here.has_time and there.has_time:
        return _compare_times(here, there)
    here_day, there_day = here.day.date(), there.day.date()
    return None if here_day == there_day else _sign(here_day < there_day)


def find_latest(dates: Sequence[str]) -> int | None:
    """Return the position of a date that none of the others is known to be later than.

    Of several the first; None without dates.
    """
    for position, date in enumerate(dates):
        if not any(compare_dates(date, other) == -1 for other in dates):
            return position
    return None


def _compare_times(here: _Moment, there: _Moment) -> int | None:
    distance = here.day - there.day
    offsets = [_read_offset(each.zone) for each in (here, there)]
    if offsets[0] is not None and offsets[1] is not None:
        distance += offsets[1] - offsets[0]
    elif here.zone and there.zone and here.zone != there.zone and abs(distance) <= _WIDEST_OFFSETS:
        return None
    return _sign(distance < timedelta(0)) if distance else 0


def _sign(is_earlier: bool) -> int:
    return -1 if is_earlier else 1


def _read(printed: str) -> _Moment | None:
    match = _SHOWN.fullmatch(readable_date(printed))
    if match is None:
        return None
    day, time, zone = match.groups()
    try:
        moment = datetime.fromisoformat(f"{day} {time or '00:00'}")
    except ValueError:
        return None
    return _Moment(moment, time is not None, zone or "")


def _read_offset(zone: str) -> timedelta | None:
    if zone == "UTC":
        return timedelta(0)
    match = _OFFSET.fullmatch(zone)
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -offset if match[1] == "-" else offset
