"""Comparing two values of any kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.text.values.calendar_dates import DateValue, compare_dates
from reader.text.values.clause_values import ClauseValue, compare_clauses
from reader.text.values.clock_times import TimeValue, compare_times
from reader.text.values.name_comparison import compare_person_names
from reader.text.values.number_comparison import compare_numbers
from reader.text.values.number_values import NumberValue
from reader.text.values.outcomes import ComparisonReason as Reason
from reader.text.values.outcomes import differs, equal, unknown
from reader.text.values.person_names import PersonName
from reader.text.values.units import unit_named

if TYPE_CHECKING:
    from reader.text.values.outcomes import ValueComparison
    from reader.text.values.spans import ValueSpan

_COMPARISONS: tuple[tuple[type[ValueSpan], Callable[[Any, Any], ValueComparison]], ...] = (
    (NumberValue, compare_numbers),
    (DateValue, compare_dates),
    (TimeValue, compare_times),
    (PersonName, compare_person_names),
    (ClauseValue, compare_clauses),
)
"""The kinds of values, and how two of one kind are compared."""
_NUMERIC = (NumberValue, TimeValue)


def compare_values(one: ValueSpan, other: ValueSpan) -> ValueComparison:
    """Compare two values found in any two texts: equal, differs, or unknown, with the reason.

    The comparison is symmetric, and a value equals itself. Where the values are of different
    kinds the outcome is unknown, but a number differs from a time ("1030" and "10:30") unless it
    is a duration ("7 minutes 41 seconds" and "7:41").
    """
    if one == other:
        return equal()
    for kind, compare in _COMPARISONS:
        if isinstance(one, kind) and isinstance(other, kind):
            return compare(one, other)
    is_numeric = isinstance(one, _NUMERIC) and isinstance(other, _NUMERIC)
    is_duration = any(_is_duration(value) for value in (one, other))
    return differs(Reason.KIND) if is_numeric and not is_duration else unknown(Reason.KIND)


def _is_duration(value: ValueSpan) -> bool:
    unit = unit_named(value.unit) if isinstance(value, NumberValue) else None
    return unit is not None and unit.dimension == "duration"
