"""Values as statements: in a form that can be compared, and of which kind their difference is."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from reader.story.differences.difference import DifferenceKind
from reader.story.differences.stated_pairs import Statement
from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    DateValue,
    MoneyValue,
    NumberValue,
    TimeValue,
    compare_values,
)

if TYPE_CHECKING:
    from reader.text.values import ValueSpan


_MULTIPLE = "multiple"
"""The form of "twice"."""
_LEAST_STEP = Fraction(1, 1000)
"""Further decimals are no digits of a figure in the news."""
_LEAST_ROUGH, _LEAST_BOUND = 10, 100
"""The step of the smallest figure of one digit that is rough, and of one with a bound."""
_EXCLUDING = frozenset({"", "more than", "less than", "nearly"})
"""Qualifiers of which each says another thing of a figure; "" is none."""


def state_value(value: ValueSpan) -> Statement:
    """Return the statement of a value."""
    return Statement(value.start, value.end, write_value(value))


def write_value(value: ValueSpan) -> str:
    """Return a value in one form, whatever form it is printed in: "12", "dollar 4200000"."""
    if isinstance(value, MoneyValue):
        return f"{value.currency or value.currency_family} {_write_amount(value)}"
    if isinstance(value, NumberValue):
        unit = value.unit or value.counted
        return " ".join(
            filter(None, (_write_amount(value), unit, value.rate and f"a {value.rate}"))
        )
    if isinstance(value, DateValue):
        return _write_date(value)
    if isinstance(value, TimeValue):
        times = [f"{minute // 60:02}:{minute % 60:02}" for minute in sorted(value.minutes)]
        return " ".join(filter(None, (value.qualifier, " or ".join(times), value.zone)))
    return ""


def find_kind(one: ValueSpan, other: ValueSpan) -> DifferenceKind:
    """Return the kind of the difference of two values: wording where both may be right."""
    if _is_rough(one, other) or _is_rough(other, one):
        return DifferenceKind.WORDING
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        return DifferenceKind.DATE
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return DifferenceKind.TIME
    if isinstance(one, MoneyValue) and isinstance(other, MoneyValue):
        return DifferenceKind.MONEY
    units = {value.unit for value in (one, other) if isinstance(value, NumberValue)}
    return DifferenceKind.PERCENT if units == {"percent"} else DifferenceKind.NUMBER


def compare_stated(one: ValueSpan, other: ValueSpan) -> ComparisonOutcome:
    """Compare values; bounds of one kind differ by their figures: at least 10, at least 15.

    One figure with a bound and without says nothing else: $250,000, more than $250,000.
    """
    comparison = compare_values(one, other)
    if not isinstance(one, NumberValue) or not isinstance(other, NumberValue):
        return comparison.outcome
    if (one.form == _MULTIPLE) != (other.form == _MULTIPLE) and "times" not in (
        one.unit,
        other.unit,
    ):
        # "Twice" tells how often, a figure alone does not.
        return ComparisonOutcome.UNKNOWN
    is_one_figure = one.stated == other.stated and one.form != "score"
    if comparison.reason is ComparisonReason.AMOUNT and is_one_figure:
        return ComparisonOutcome.UNKNOWN
    is_bound = comparison.reason is ComparisonReason.QUALIFIER
    if is_bound and one.qualifier == other.qualifier and one.form == other.form:
        return ComparisonOutcome.UNKNOWN if is_one_figure else ComparisonOutcome.DIFFERS
    return comparison.outcome


def are_bounded_apart(one: ValueSpan, other: ValueSpan) -> bool:
    """Return whether two numbers are one figure, and the bound of one leaves that out: "over 90".

    "About 90" and "at least 90" may be 90.
    """
    if not isinstance(one, NumberValue) or not isinstance(other, NumberValue):
        return False
    if one.stated != other.stated or one.qualifier == other.qualifier or one.rate != other.rate:
        return False
    if type(one) is not type(other) or one.unit != other.unit or _is_vague(one, other):
        return False
    if isinstance(one, MoneyValue) and isinstance(other, MoneyValue):
        return one.currency_family == other.currency_family
    return True


def _is_vague(one: NumberValue, other: NumberValue) -> bool:
    is_apart = _EXCLUDING.issuperset((one.qualifier, other.qualifier))
    return not is_apart or {one.form, other.form} != {"cardinal"}


def is_among(value: ValueSpan, others: Sequence[ValueSpan]) -> bool:
    """Return whether one of several values says the same as another."""
    return any(compare_values(value, other).outcome is ComparisonOutcome.EQUAL for other in others)


def is_rounding(one: NumberValue, other: NumberValue) -> bool:
    """Return whether one number may be the other, rounded: 43,000 and 43,350, 15 and "over 15".

    The rounder one has at least two digits before its zeros.
    """
    if "score" in (one.form, other.form):
        return False
    if one.stated == other.stated:
        return True
    return _is_rounded(one.stated, other.stated) or _is_rounded(other.stated, one.stated)


def _is_rounded(coarse: Fraction, fine: Fraction) -> bool:
    step = _find_step(coarse)
    return abs(coarse) >= 10 * step and abs(coarse - fine) * 2 <= step


def _find_step(number: Fraction) -> Fraction:
    """Return the power of ten of the last digit of a number that is no zero: 100 of 1,400."""
    if number.denominator == 1:
        whole, power = number.numerator, 1
        while whole and whole % (power * 10) == 0:
            power *= 10
        return Fraction(power)
    step = Fraction(1, 10)
    while number % step and step > _LEAST_STEP:
        step /= 10
    return step


def _is_rough(rough: ValueSpan, fine: ValueSpan) -> bool:
    """Return whether a figure of one digit may be another: "roughly 20" of 23.

    So may "more than 1,000" of "more than 1,400", but not of small figures, which are counted.
    """
    if not isinstance(rough, NumberValue) or not isinstance(fine, NumberValue):
        return False
    is_bound = rough.qualifier == fine.qualifier == "more than"
    if rough.qualifier != "about" and not is_bound:
        return False
    step = _find_step(rough.stated)
    if rough.stated >= 10 * step or step < _LEAST_ROUGH or rough.form == "score":
        return False
    if not is_bound:
        return abs(rough.stated - fine.stated) * 2 <= step
    return step >= _LEAST_BOUND and rough.stated < fine.stated < rough.stated + step


def _write_amount(value: NumberValue) -> str:
    words = [] if value.qualifier == "" else [value.qualifier]
    if value.lower is not None and value.upper is not None and value.form in ("range", "score"):
        words.append(f"{_write_number(value.lower)}-{_write_number(value.upper)}")
    else:
        words.append(_write_number(value.stated))
    return " ".join(words)


def _write_number(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.10g}"


def _write_date(value: DateValue) -> str:
    if value.first is not None and value.last is not None:
        first, last = value.first.isoformat(), value.last.isoformat()
        return first if first == last else f"{first}/{last}"
    parts = [
        f"{value.year:04}" if value.year else "",
        f"{value.month:02}" if value.month else "",
        f"{value.day:02}" if value.day else "",
    ]
    if any(parts):
        return "-".join(part or "?" for part in parts)
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return days[value.weekday] if value.weekday is not None else ""
