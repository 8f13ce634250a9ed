"""Numbers, money, dates, times, names and clauses as values that can be compared.

Each `find_...` function reads a text and returns values with their offsets in it;
`compare_values` says of two values whether they are equal, differ, or can't be told apart.
"""

from reader.text.values.calendar_dates import DateValue
from reader.text.values.clause_values import (
    ClauseMarker,
    ClauseValue,
    Modality,
    Polarity,
    find_clauses,
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
)

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
    "parse_person_name",
    "read_clause",
]
