"""Numbers and money: what is read, where, and how two of them compare."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    MoneyValue,
    NumberValue,
    compare_values,
    find_money,
    find_numbers,
    find_values,
)

EQUAL, DIFFERS, UNKNOWN = (
    ComparisonOutcome.EQUAL,
    ComparisonOutcome.DIFFERS,
    ComparisonOutcome.UNKNOWN,
)


def only_number(text: str) -> NumberValue:
    values = [value for value in find_values(text) if isinstance(value, NumberValue)]
    assert len(values) == 1, (text, values)
    return values[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("twelve", 12),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("1,250", 1250),
        ("1.250", Fraction("1.25")),
        ("1.250,5", Fraction("1250.5")),
        ("12,34,567", 1234567),
        ("3.4m", 3_400_000),
        ("3.4 million", 3_400_000),
        ("3,400,000", 3_400_000),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("one hundred and twenty-three thousand", 123_000),
        ("−5", -5),
        ("minus five", -5),
        ("plus or minus five", 5),
        ("1/2", Fraction(1, 2)),
        ("2½", Fraction(5, 2)),
        ("3 1/2", Fraction(7, 2)),
        ("two-thirds", Fraction(2, 3)),
        ("one in five", Fraction(1, 5)),
        ("9 out of 10", Fraction(9, 10)),
    ],
)
def test_a_number_has_its_value(text: str, value: int | Fraction) -> None:
    found = only_number(f"They named {text}.")
    assert found.stated == value
    assert found.lower == found.upper == value


@pytest.mark.parametrize(
    "text",
    [
        "No one of them left, and one of us stayed.",
        "The G7 met on COVID-19 and 5G.",
        "An F-16 landed.",
        "They work 24/7 since 9/11.",
        "Version v2.0.1 runs on 192.168.1.1.",
        "They lost 10 000 trees.",
        "It said 1,25 somewhere.",
        "9" * 40,
    ],
)
def test_what_is_no_number_gives_none(text: str) -> None:
    assert find_numbers(text) == []


def test_parts_of_a_number() -> None:
    found = only_number("At least 150 masked men a day came.")
    assert (found.qualifier, found.counted, found.rate) == ("at least", "man", "day")
    assert (found.lower, found.upper, found.stated) == (150, None, 150)
    assert only_number("It grew 5 per cent.").unit == "percent"
    assert only_number("a 40-year-old man").unit == "age"
    assert only_number("Lena Brodt, 41, left").unit == "age"
    assert only_number("the 21st man").form == "ordinal"
    assert only_number("Dozens of boats").form == "plural"
    assert only_number("They won 4-3 there").form == "score"
    assert only_number("On page 3 it stops").form == "label"
    assert only_number("The 1,000-a-night room").rate == "night"


def test_money_has_a_currency_or_its_family() -> None:
    text = "It cost $4.2 million, US$5bn, £3.1m, 4.2m crowns, 7 euros and 900."
    money = find_money(text)
    assert [(value.stated, value.currency, value.currency_family) for value in money] == [
        (4_200_000, "", "dollar"),
        (5_000_000_000, "USD", "dollar"),
        (3_100_000, "GBP", "pound"),
        (4_200_000, "", "crown"),
        (7, "EUR", "euro"),
    ]
    assert [value.stated for value in find_numbers(text)] == [900]
    assert all(isinstance(value, MoneyValue) for value in money)


def test_a_space_or_mark_never_joins_digits() -> None:
    assert [value.stated for value in find_numbers("1 5 and 2, 3 and 4 . 5")] == [1, 5, 2, 3, 4, 5]


def test_other_languages_read_digits_their_way() -> None:
    assert [value.stated for value in find_numbers("1.250 Boote", "de")] == [1250]
    assert [value.stated for value in find_numbers("3,4 Millionen Boote", "de")] == [3_400_000]
    assert [value.stated for value in find_numbers("zwölf Boote", "de")] == []
    assert find_numbers("12 bát", "xx") == []


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("1.5", "15", DIFFERS),
        ("2.75", "275", DIFFERS),
        ("1,250", "1.250", DIFFERS),
        ("3-4", "34", DIFFERS),
        ("1/2", "12", DIFFERS),
        ("$5", "£5", DIFFERS),
        ("5%", "5", DIFFERS),
        ("−5", "5", DIFFERS),
        ("3-2", "2-3", DIFFERS),
        ("12", "twelve", EQUAL),
        ("twelve", "a dozen", EQUAL),
        ("3.4m", "3,400,000", EQUAL),
        ("4.2m dollars", "$4,200,000", EQUAL),
        ("US$5", "$5", EQUAL),
        ("$5", "€4", UNKNOWN),
        ("$5", "five", UNKNOWN),
        ("$5m", "6 million", DIFFERS),
        ("at least 15", "18", UNKNOWN),
        ("at least 15", "12", DIFFERS),
        ("at least 15", "at least 15", EQUAL),
        ("at least 15", "15", UNKNOWN),
        ("more than 15", "15", DIFFERS),
        ("up to 15", "16", DIFFERS),
        ("nearly 15", "15", DIFFERS),
        ("about 340", "338", UNKNOWN),
        ("about 340", "400", DIFFERS),
        ("dozens", "12", DIFFERS),
        ("dozens", "40", UNKNOWN),
        ("10 to 15", "12", UNKNOWN),
        ("10 to 15", "between 10 and 15", EQUAL),
        ("150 people", "150 a day", UNKNOWN),
        ("12 boats", "12 lorries", UNKNOWN),
        ("12 boats", "14 boats", DIFFERS),
        ("12 killed", "14 people", DIFFERS),
        ("340 people", "400 workers", DIFFERS),
        ("340 people", "340 workers", EQUAL),
        ("Flight 447", "447 people", UNKNOWN),
        ("Flight 447", "Flight 474", DIFFERS),
        ("6ft 2in", "6ft 4in", DIFFERS),
        ("two hours and 30 minutes", "150 minutes", EQUAL),
        ("half an hour", "30 minutes", EQUAL),
        ("12 women", "14 children", UNKNOWN),
        ("5 km", "5 kg", UNKNOWN),
        ("5 km", "6 km", DIFFERS),
        ("26.2 miles", "42.2 km", EQUAL),
        ("5 miles", "5 km", DIFFERS),
        ("24 hours", "one day", EQUAL),
        ("3 percent", "3 percentage points", DIFFERS),
        ("a quarter of it", "25%", EQUAL),
        ("3.4 million", "3,412,000", UNKNOWN),
        ("3.4 million", "3,512,000", DIFFERS),
        ("340 workers", "400 workers", DIFFERS),
        ("third term", "second term", DIFFERS),
        ("third term", "3 terms", UNKNOWN),
    ],
)
def test_comparing_numbers(one: str, other: str, outcome: ComparisonOutcome) -> None:
    first, second = only_number(f"It was {one} ."), only_number(f"There were {other} .")
    assert compare_values(first, second).outcome is outcome
    assert compare_values(second, first).outcome is outcome


def test_the_reason_is_given() -> None:
    first, second = only_number("150 people came"), only_number("It was 150 a day")
    assert compare_values(first, second).reason is ComparisonReason.RATE
    assert (
        compare_values(only_number("$5 was paid"), only_number("£5 was paid")).reason
        is ComparisonReason.CURRENCY
    )


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("She counted nearly “90 boats” there.", "nearly"),
        ('She counted at least "90 boats" there.', "at least"),
        ("She said nearly all. “90 boats” sank.", ""),
        ("She counted nearly “two of 90 boats”.", ""),
    ],
)
def test_a_qualifier_may_stand_before_the_sign_that_opens_a_quotation(text, qualifier):
    assert [one.qualifier for one in find_numbers(text) if one.stated == 90] == [qualifier]
