"""Polarity and modality of clauses."""

from __future__ import annotations

import pytest

from reader.text.values import (
    ClauseValue,
    ComparisonOutcome,
    Modality,
    Polarity,
    compare_values,
    find_clauses,
    may_have_markers,
    read_clause,
)

EQUAL, DIFFERS, UNKNOWN = (
    ComparisonOutcome.EQUAL,
    ComparisonOutcome.DIFFERS,
    ComparisonOutcome.UNKNOWN,
)


def clause(text: str) -> ClauseValue:
    value = read_clause(text)
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The wall held.", Polarity.AFFIRMED),
        ("The wall did not hold.", Polarity.NEGATED),
        ("The wall didn’t hold.", Polarity.NEGATED),
        ("Nobody touched the wall.", Polarity.NEGATED),
        ("They left without a word.", Polarity.NEGATED),
        ("He denied it.", Polarity.NEGATED),
        ("She refused to leave.", Polarity.NEGATED),
        ("It failed to open.", Polarity.NEGATED),
        ("Hardly anyone came.", Polarity.NEGATED),
        ("It cannot open.", Polarity.NEGATED),
        ("The ferry is no longer safe.", Polarity.NEGATED),
        ("Neither came.", Polarity.NEGATED),
        ("It is unlikely to open.", Polarity.NEGATED),
        ("Not only the wall fell.", Polarity.AFFIRMED),
        ("No doubt it fell.", Polarity.AFFIRMED),
        ("It is late, isn't it?", Polarity.AFFIRMED),
        ("No fewer than 12 came.", Polarity.AFFIRMED),
        ("He did not deny it.", Polarity.MIXED),
        ("It is not without risk.", Polarity.MIXED),
        ("It isn't that we don't care.", Polarity.MIXED),
        ("He did not call and did not write.", Polarity.NEGATED),
        ("Neither he nor she came.", Polarity.NEGATED),
        ("She has yet to answer.", Polarity.NEGATED),
    ],
)
def test_polarity(text: str, polarity: Polarity) -> None:
    assert clause(text).polarity is polarity
    assert may_have_markers(text) or not clause(text).markers


@pytest.mark.parametrize("text", ["the wall held", "a knot of ropes", "12 ½ days", ""])
def test_a_text_without_their_words_has_no_markers(text: str) -> None:
    value = read_clause(text)
    assert value is None or not value.markers
    assert may_have_markers(text) is ("not" in text)


@pytest.mark.parametrize("text", ["can’t", "They’ll", "CANNOT", "½not", "no", "No longer", "2not"])
def test_a_text_with_one_of_their_words_may_have_markers(text: str) -> None:
    assert may_have_markers(text)


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("It opened in May.", set()),
        ("He left his will.", set()),
        ("It will open.", {Modality.FUTURE}),
        ("They'll open it.", {Modality.FUTURE}),
        ("It won't open.", {Modality.FUTURE}),
        ("It may open.", {Modality.POSSIBLE}),
        ("It must open.", {Modality.NECESSARY}),
        ("The town plans to open it.", {Modality.PLANNED}),
        ("It is expected to open.", {Modality.LIKELY}),
        ("It reportedly opened.", {Modality.REPORTED}),
        ("It will open if it rains.", {Modality.FUTURE, Modality.CONDITIONAL}),
        ("It cannot open.", {Modality.ABLE}),
    ],
)
def test_modality(text: str, modalities: set[Modality]) -> None:
    assert clause(text).modalities == modalities


def test_markers_give_back_their_words() -> None:
    text = "It won’t, and they may not, deny that the wall is no longer safe."
    markers = [(mark.in_text(text), mark.kind) for mark in clause(text).markers]
    assert markers == [
        ("wo", "future"),
        ("n’t", "negation"),
        ("may", "possible"),
        ("not", "negation"),
        ("deny", "denial"),
        ("no longer", "ended"),
    ]


def test_clauses_of_a_text() -> None:
    text = (
        "The board did not lie, and the U.S. wall will hold because nobody touched it. "
        "Mr. Reyl denied it; the ferry may sink."
    )
    clauses = find_clauses(text)
    assert [value.in_text(text) for value in clauses] == [
        "The board did not lie,",
        "and the U.S. wall will hold",
        "because nobody touched it.",
        "Mr. Reyl denied it;",
        "the ferry may sink.",
    ]
    negated = [value.polarity is Polarity.NEGATED for value in clauses]
    assert negated == [True, False, True, True, False]


@pytest.mark.parametrize("text", ["", "  ", "...", "12"])
def test_no_clause(text: str) -> None:
    assert read_clause(text) is None
    assert find_clauses(text) == []


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("We will close it", "We will not close it", DIFFERS),
        ("We don't believe it", "We do not believe it", EQUAL),
        ("We cannot open it", "We can't open it", EQUAL),
        ("Nobody warned us", "Everybody warned us", DIFFERS),
        ("It will close", "It may close", DIFFERS),
        ("It closed", "It will close", DIFFERS),
        ("It will close", "It plans to close", UNKNOWN),
        ("It reportedly sank", "It sank", DIFFERS),
        ("It will hold if it rains", "It will hold", DIFFERS),
        ("He did not deny it", "He denied it", UNKNOWN),
        ("We no longer sail", "We do not sail", UNKNOWN),
        ("Not only boats sank", "Boats sank", EQUAL),
    ],
)
def test_comparing_clauses(one: str, other: str, outcome: ComparisonOutcome) -> None:
    assert compare_values(clause(one), clause(other)).outcome is outcome
    assert compare_values(clause(other), clause(one)).outcome is outcome
