"""Comparing two values of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values.calendar_dates import DateValue, compare_dates
from reader.text.values.clause_values import ClauseValue, compare_clauses
from reader.text.values.clock_times import TimeValue, compare_times
from reader.text.values.name_comparison import compare_person_names
from reader.text.values.number_comparison import compare_numbers
from reader.text.values.number_values import NumberValue
from reader.text.values.outcomes import ComparisonReason as Reason
from reader.text.values.outcomes import differs, equal, unknown
from reader.text.values.person_names import PersonName

if TYPE_CHECKING:
    from reader.text.values.outcomes import ValueComparison
    from reader.text.values.spans import ValueSpan


def compare_values(one: ValueSpan, other: ValueSpan) -> ValueComparison:
    """Compare two values found in any two texts: equal, differs, or unknown, with the reason.

    The comparison is symmetric, and a value equals itself. Where the values are of different
    kinds the outcome is unknown, but a number differs from a time ("1030" and "10:30").
    """
    if one == other:
        return equal()
    if isinstance(one, NumberValue) and isinstance(other, NumberValue):
        return compare_numbers(one, other)
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        return compare_dates(one, other)
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return compare_times(one, other)
    if isinstance(one, PersonName) and isinstance(other, PersonName):
        return compare_person_names(one, other)
    if isinstance(one, ClauseValue) and isinstance(other, ClauseValue):
        return compare_clauses(one, other)
    numeric = (NumberValue, TimeValue)
    if isinstance(one, numeric) and isinstance(other, numeric):
        return differs(Reason.KIND)
    return unknown(Reason.KIND)
