"""Numbers, money, dates, times, names and clauses as values that can be compared.

Each `find_...` function reads a text and returns values with their offsets in it;
`compare_values` says of two values whether they are equal, differ, or can't be told apart.
"""

from reader.text.values.calendar_dates import DateValue
from reader.text.values.clock_times import TimeValue
from reader.text.values.outcomes import Comparison, ComparisonReason, ValueComparison
from reader.text.values.quantities import MoneyValue, NumberValue
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
    "Comparison",
    "ComparisonReason",
    "DateValue",
    "MoneyValue",
    "NumberValue",
    "TimeValue",
    "ValueComparison",
    "ValueSpan",
    "compare_values",
    "find_dates",
    "find_money",
    "find_numbers",
    "find_times",
    "find_values",
]
