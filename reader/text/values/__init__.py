"""Numbers, money, dates, times, names and clauses as values that can be compared.

Each `find_...` function reads a text and returns values with their offsets in it;
`compare_values` returns whether two values are equal, differ, or whether that is unknown.

The names below are imported from their modules at their first use: the start of the program
needs word lists of this package, and no value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.text.values.calendar_dates import DateValue
    from reader.text.values.clause_values import (
        ClauseMarker,
        ClauseValue,
        Modality,
        Polarity,
        find_clauses,
        may_have_markers,
        read_clause,
    )
    from reader.text.values.clock_times import TimeValue
    from reader.text.values.name_finding import find_person_names, parse_person_name
    from reader.text.values.number_values import MoneyValue, NumberValue
    from reader.text.values.outcomes import ComparisonOutcome, ComparisonReason, ValueComparison
    from reader.text.values.person_names import PersonName
    from reader.text.values.spans import ValueSpan
    from reader.text.values.value_comparison import compare_values
    from reader.text.values.value_finding import (
        find_dates,
        find_money,
        find_numbers,
        find_times,
        find_values,
        may_have_values,
    )

_MODULES = {
    "ClauseMarker": "clause_values",
    "ClauseValue": "clause_values",
    "ComparisonOutcome": "outcomes",
    "ComparisonReason": "outcomes",
    "DateValue": "calendar_dates",
    "Modality": "clause_values",
    "MoneyValue": "number_values",
    "NumberValue": "number_values",
    "PersonName": "person_names",
    "Polarity": "clause_values",
    "TimeValue": "clock_times",
    "ValueComparison": "outcomes",
    "ValueSpan": "spans",
    "compare_values": "value_comparison",
    "find_clauses": "clause_values",
    "find_dates": "value_finding",
    "find_money": "value_finding",
    "find_numbers": "value_finding",
    "find_person_names": "name_finding",
    "find_times": "value_finding",
    "find_values": "value_finding",
    "may_have_markers": "clause_values",
    "may_have_values": "value_finding",
    "parse_person_name": "name_finding",
    "read_clause": "clause_values",
}

__all__ = [
    "ClauseMarker",
    "ClauseValue",
    "ComparisonOutcome",
    "ComparisonReason",
    "DateValue",
    "Modality",
    "MoneyValue",
    "NumberValue",
    "PersonName",
    "Polarity",
    "TimeValue",
    "ValueComparison",
    "ValueSpan",
    "compare_values",
    "find_clauses",
    "find_dates",
    "find_money",
    "find_numbers",
    "find_person_names",
    "find_times",
    "find_values",
    "may_have_markers",
    "may_have_values",
    "parse_person_name",
    "read_clause",
]

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
