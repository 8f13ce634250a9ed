"""Checks of the arguments of an archive's methods; errors name the argument."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime


def check_days(**days: date | None) -> None:
    """Check that values are days, or None.

    Args:
        days: the values by their names.

    Raises:
        ValueError: one is something else; a time of day cannot be asked for.
    """
    for name, day in days.items():
        if day is not None and (isinstance(day, datetime) or not isinstance(day, date)):
            raise ValueError(f"{name} must be a datetime.date or None, not {day!r:.60}")


def check_number(name: str, number: int | None, *, least: int = 1) -> None:
    """Check that a value is a whole number from `least` on, or None.

    Raises:
        ValueError: it is not.
    """
    if number is None:
        return
    if isinstance(number, bool) or not isinstance(number, int) or number < least:
        raise ValueError(f"{name} must be a whole number from {least} on, not {number!r:.60}")


def read_outlets(outlets: Iterable[str]) -> tuple[str, ...]:
    """Return the names of outlets in lower case.

    Raises:
        ValueError: it is one text, or holds something else than texts.
    """
    named = [outlets] if isinstance(outlets, (str, bytes)) else list(outlets)
    if isinstance(outlets, (str, bytes)) or not all(isinstance(each, str) for each in named):
        raise ValueError(f"outlets must be a list of names, not {outlets!r:.60}")
    return tuple(each.lower() for each in named)
