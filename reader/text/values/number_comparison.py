"""Comparing numbers and money."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from reader.text.values.number_values import MoneyValue
from reader.text.values.outcomes import ComparisonOutcome, differs, equal, unknown
from reader.text.values.outcomes import ComparisonReason as Reason
from reader.text.values.units import unit_named
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.text.values.number_values import NumberValue
    from reader.text.values.outcomes import ValueComparison

_SHARES = ("percent", "percentage point", "basis point", "age", "times")
"""Units without which a number is another number: 5% is not 5."""
_CONVERTED = Fraction(1, 200)
"""How far apart converted figures may be, as a share, and still be the same."""
_FEWEST_DIGITS = 10
"""The rounder of two figures must have two digits before it passes for the other, rounded."""


def compare_numbers(one: NumberValue, other: NumberValue) -> ValueComparison:
    """Compare two numbers or amounts of money by interval, unit, currency and rate.

    Different intervals that overlap give UNKNOWN. Different units are converted
    within one dimension; figures of unlike things are never equal.
    """
    if one.rate != other.rate:
        return unknown(Reason.RATE)
    if (found := _compare_form(one, other)) is not None:
        return found
    if isinstance(one, MoneyValue) or isinstance(other, MoneyValue):
        return _compare_money(one, other)
    if one.unit != other.unit:
        return _compare_units(one, other)
    result = _compare_amounts(one, other)
    if not one.counted or not other.counted or one.counted == other.counted:
        return result
    if not _may_be_one_thing(one.counted, other.counted):
        return unknown(Reason.COUNTED)
    return equal(Reason.LESS_SPECIFIC) if result.outcome is ComparisonOutcome.EQUAL else result


def _may_be_one_thing(one: str, other: str) -> bool:
    """Return whether one noun is "person", the other a word for persons, or both are measures."""
    if {one, other} <= list_words("counting", "measures"):
        return True
    persons = list_words("counting", "persons")
    return (one == "person" and other in persons) or (other == "person" and one in persons)


def _compare_form(one: NumberValue, other: NumberValue) -> ValueComparison | None:
    if "score" in (one.form, other.form):
        if one.form != other.form:
            return differs(Reason.FORM)
        same = (one.lower, one.upper) == (other.lower, other.upper)
        return equal() if same else differs(Reason.AMOUNT)
    for form in ("ordinal", "label"):
        if (one.form == form) != (other.form == form):
            return unknown(Reason.FORM)
    return None


def _compare_money(one: NumberValue, other: NumberValue) -> ValueComparison:
    result = _compare_amounts(one, other)
    if not isinstance(one, MoneyValue) or not isinstance(other, MoneyValue):
        return _with_unit_missing(one, other, result)
    if one.currency_family != other.currency_family:
        # Other amounts may be the same sum, converted.
        same = result.outcome is ComparisonOutcome.EQUAL
        return differs(Reason.CURRENCY) if same else unknown(Reason.CURRENCY)
    if one.currency != other.currency:
        if one.currency and other.currency:
            same = result.outcome is ComparisonOutcome.EQUAL
            return differs(Reason.CURRENCY) if same else unknown(Reason.CURRENCY)
        if result.outcome is ComparisonOutcome.EQUAL:
            return equal(Reason.LESS_SPECIFIC)
    return result


def _with_unit_missing(
    one: NumberValue, other: NumberValue, result: ValueComparison
) -> ValueComparison:
    """Judge figures of which one has a unit or currency and the other has none."""
    bare = other if _has_unit(one) else one
    if _has_unit(bare) or bare.counted:
        return unknown(Reason.UNIT)
    return result if result.outcome is ComparisonOutcome.DIFFERS else unknown(Reason.UNIT)


def _has_unit(value: NumberValue) -> bool:
    return bool(value.unit) or isinstance(value, MoneyValue)


def _compare_units(one: NumberValue, other: NumberValue) -> ValueComparison:
    for unit, bare in ((one.unit, other), (other.unit, one)):
        if bare.form == "fraction" and unit == "percent" and not bare.unit:
            return _compare_percent(one, other)
        if unit in _SHARES and not _has_unit(bare) and not bare.counted:
            return differs(Reason.UNIT) if unit != "age" else unknown(Reason.UNIT)
    if not one.unit or not other.unit:
        return _with_unit_missing(one, other, _compare_amounts(one, other))
    if {one.unit, other.unit} <= set(_SHARES[:3]):
        return differs(Reason.UNIT)
    return _compare_dimensions(one, other)


def _compare_dimensions(one: NumberValue, other: NumberValue) -> ValueComparison:
    first, second = unit_named(one.unit), unit_named(other.unit)
    if first is None or second is None or first.dimension != second.dimension:
        return unknown(Reason.UNIT)
    return _compare_converted(one, other, first.size, second.size)


def _compare_percent(one: NumberValue, other: NumberValue) -> ValueComparison:
    """Compare "a quarter" with "25%"."""
    sizes = [Fraction(1, 100) if value.unit == "percent" else Fraction(1) for value in (one, other)]
    return _compare_converted(one, other, sizes[0], sizes[1])


def _compare_converted(
    one: NumberValue, other: NumberValue, size: Fraction, other_size: Fraction
) -> ValueComparison:
    if not one.is_exact or not other.is_exact:
        if _are_disjoint(one, other, size, other_size):
            return differs(Reason.AMOUNT)
        return unknown(Reason.QUALIFIER)
    first, second = one.stated * size, other.stated * other_size
    gap = abs(first - second)
    if gap <= max(abs(first), abs(second)) * _CONVERTED:
        return equal(Reason.CONVERTED)
    steps = (one.step or 1) * size + (other.step or 1) * other_size
    return unknown(Reason.ROUNDED) if gap * 2 <= steps else differs(Reason.AMOUNT)


def _compare_amounts(one: NumberValue, other: NumberValue) -> ValueComparison:
    """Compare the intervals alone."""
    same = _interval(one) == _interval(other)
    if same and one.qualifier == other.qualifier:
        return equal()
    if _are_disjoint(one, other, Fraction(1), Fraction(1)):
        if one.is_exact and other.is_exact and _may_be_rounded(one, other):
            return unknown(Reason.ROUNDED)
        return differs(Reason.AMOUNT)
    return unknown(Reason.QUALIFIER)


def _interval(value: NumberValue) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    return value.lower, value.upper, value.includes_lower, value.includes_upper


def _are_disjoint(
    one: NumberValue, other: NumberValue, size: Fraction, other_size: Fraction
) -> bool:
    return _is_below(one, other, size, other_size) or _is_below(other, one, other_size, size)


def _is_below(one: NumberValue, other: NumberValue, size: Fraction, other_size: Fraction) -> bool:
    """Return whether every number of `one` is less than every number of `other`."""
    if one.upper is None or other.lower is None:
        return False
    highest, lowest = one.upper * size, other.lower * other_size
    both_included = one.includes_upper and other.includes_lower
    return highest < lowest or (highest == lowest and not both_included)


def _may_be_rounded(one: NumberValue, other: NumberValue) -> bool:
    """Return whether the coarser figure is the finer one, rounded: 3.4 million and 3,412,000."""
    coarse, fine = (one, other) if one.step >= other.step else (other, one)
    if coarse.step <= 0 or coarse.step == fine.step:
        return False
    if abs(coarse.stated) < coarse.step * _FEWEST_DIGITS:
        return False
    # A whole number in digits is exact: 5.4 is not a rounder 5.
    if not fine.step and coarse.step < 1:
        return False
    return abs(coarse.stated - fine.stated) * 2 <= coarse.step
