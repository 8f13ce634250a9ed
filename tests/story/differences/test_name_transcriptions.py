"""Names of another script are written in several ways that are all right."""

from __future__ import annotations

import pytest

from reader.story.differences.name_transcriptions import may_be_transcriptions
from reader.text.values import find_person_names
from tests.story.differences.test_difference_finding import compare_texts, list_facts


def may_be_one(one: str, other: str) -> bool:
    names = [find_person_names(f"It was {each} who came.")[0] for each in (one, other)]
    return may_be_transcriptions(*names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ghasem Bozorghi", "Qasem Bozorqi"),
        ("Soraya Dorali", "Suraya Dorali"),
        ("Selim al-Ozassi", "Selim al-Ozasi"),
        ("Andrei Ozolov", "Andrey Ozoloff"),
        ("Viktor Ozolenko", "Victor Ozolenko"),
        ("Maj. Gen. Mohammad Hossein Bozorghi", "General Muhammad Bozorqi"),
    ],
)
def test_transcriptions_of_one_name(one: str, other: str) -> None:
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Michael Ozell", "Michael Ozzell"),
        ("George Ozolopulos", "George Ozolopolus"),
        ("Reino Priebs", "Reino Preibs"),
        ("Velenta Ozolnik", "Velenta Marok"),
    ],
)
def test_other_names_and_slips_in_latin_ones(one: str, other: str) -> None:
    assert not may_be_one(one, other)


def test_a_person_in_two_transcriptions_is_no_difference() -> None:
    one = "Selim al-Ozassi, the former harbour chief, was cleared of all charges in Velmont."
    assert list_facts(compare_texts(one, one.replace("Ozassi", "Ozasi"))) == []


def test_a_slip_in_a_name_is_told_as_a_spelling() -> None:
    one = "Michael Ozell, the former harbour chief, was cleared of all charges in Velmont."
    facts = list_facts(compare_texts(one, one.replace("Ozell", "Ozzell")))
    assert facts == [("spelling", ["Michael Ozell", "Michael Ozzell"])]


def test_two_slips_are_one_spelling() -> None:
    one = "George Ozolopoulos, the former harbour chief, was cleared of all charges in Velmont."
    facts = list_facts(compare_texts(one, one.replace("opoulos", "opolous")))
    assert [kind for kind, _ in facts] == ["spelling"]
