"""Properties of the values of every text, and the time for a hostile text."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.values import (
    ComparisonOutcome,
    NumberValue,
    ValueSpan,
    compare_values,
    find_clauses,
    find_person_names,
    find_values,
    parse_person_name,
    read_clause,
)

REFERENCE = date(2024, 4, 26)
PIECES = (
    "12", "1,250", "1.250", "3.4", "twelve", "a", "dozen", "million", "m", "$", "£", "%", "-", "–",
    "−", "and", "half", "to", "between", "at least", "about", "people", "a day", "per cent", "½",
    "1/2", "26", "April", "2024", "Tuesday", "last", "next", "week", "ago", "days", "10:30", "am",
    "p.m.", "noon", "past", "ten", "GMT", ",", ".", "/", ":", "one", "of", "in", "hundred", "in",
    "year-old", "km", "dollars", "US", "third", "twenty", "or more", "9999999999999999999", "\n",
)  # fmt: skip
NAME_PIECES = (
    *("Mr", "Mrs.", "Dr", "President", "Jane", "John", "J.", "Smith", "Olsen", "Olssen", "Kim"),
    *("Jong", "Un", "von", "der", "Leyen", "al-Masri", "al", "Masri", "Jr.", ",", "a", "for"),
    *("spokesman", "the", "board", "Vance's", "said", "Müller", "Mueller", "García", "Mohammed"),
    *("Muhammad", "-", ".", "who", "not", "no longer", "won't", "may", "will", "if", "deny"),
    *("without", "and", "because", "U.S.", ";"),
)
NAME_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(NAME_PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(NAME_PIECES), max_size=8).map("".join),
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
REFERENCES = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(8999, 12, 31)))


@given(TEXTS, REFERENCES)
@settings(max_examples=200, deadline=None)
def test_values_are_in_order_and_inside_the_text(text: str, reference: date | None) -> None:
    values = find_values(text, reference)
    ends = [0, *(value.end for value in values)]
    for value, end in zip(values, ends, strict=False):
        assert end <= value.start < value.end <= len(text)
        words = value.in_text(text)
        assert words == words.strip()
    assert ends == sorted(ends)


@given(TEXTS, TEXTS, REFERENCES)
@settings(max_examples=200, deadline=None)
def test_comparing_is_symmetric_and_reflexive(one: str, other: str, day: date | None) -> None:
    values = [*find_values(one, day), *find_values(other, day)]
    for value in values:
        assert compare_values(value, value).outcome is ComparisonOutcome.EQUAL
        for second in values:
            assert compare_values(value, second) == compare_values(second, value)


def names_and_clauses(text: str) -> list[ValueSpan]:
    alone = [value for value in (parse_person_name(text), read_clause(text)) if value is not None]
    return [*find_person_names(text), *find_clauses(text), *alone]


@given(NAME_TEXTS)
@settings(max_examples=200, deadline=None)
def test_names_and_clauses_are_inside_the_text(text: str) -> None:
    assert find_person_names("Mayor Jane Smith said no.")
    for value in names_and_clauses(text):
        assert 0 <= value.start < value.end <= len(text)
    for found in (find_person_names(text), find_clauses(text)):
        for one, other in pairwise(found):
            assert one.end <= other.start
    for clause in find_clauses(text):
        for marker in clause.markers:
            assert clause.start <= marker.start < marker.end <= clause.end


@given(NAME_TEXTS, NAME_TEXTS)
@settings(max_examples=200, deadline=None)
def test_comparing_names_and_clauses_is_symmetric_and_reflexive(one: str, other: str) -> None:
    values = [*names_and_clauses(one), *names_and_clauses(other)]
    for value in values:
        assert compare_values(value, value).outcome is ComparisonOutcome.EQUAL
        for second in values:
            assert compare_values(value, second) == compare_values(second, value)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6), st.sampled_from(" ;|·"))
@settings(deadline=None)
def test_digits_are_never_joined(numbers: list[int], mark: str) -> None:
    text = mark.join(map(str, numbers))
    found = [value for value in find_values(text) if isinstance(value, NumberValue)]
    assert len(found) <= len(numbers)
    for value in found:
        assert str(value.stated) in text.split(mark)
        assert re.fullmatch("[0-9]+", value.in_text(text))


@given(st.integers(0, 10**12))
@settings(deadline=None)
def test_a_grouped_number_is_the_plain_one(number: int) -> None:
    values = [find_values(f"There are {form} ships")[0] for form in (f"{number:,}", str(number))]
    assert compare_values(*values).outcome is ComparisonOutcome.EQUAL


def test_the_package_is_light() -> None:
    code = "import sys, reader.text.values; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = {name.partition(".")[0] for name in done.stdout.split()}
    assert "reader" in modules
    assert not {"numpy", "textual", "rich", "rapidfuzz", "dateutil", "dateparser"} & modules
