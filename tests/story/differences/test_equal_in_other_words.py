"""What says the same in another form, or of others, is no fact that differs."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare
from tests.story.differences.test_difference_finding import compare_texts, list_facts


def list_dated(one: str, other: str) -> list[tuple[str, list[str]]]:
    articles = [
        article_from_text(f"Velmont ferry\n\nHarbour Post\n2018-05-10\n\n{text}\n", name=f"n{at}")
        for at, text in enumerate((one, other))
    ]
    return list_facts(compare(articles))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What may come at most may come.
        (
            "Kolbe could face up to 20 years in prison after the trial over the theft in Velmont.",
            "Kolbe faces up to 20 years in prison after the trial over the theft in Velmont.",
        ),
        # One modal verb before two verbs.
        (
            'The guards have gear that "can frighten the residents of Velmont and send the wrong '
            'message," Kolbe said.',
            'The guards have gear that can "frighten the residents of Velmont and may send the '
            'wrong message," Kolbe said.',
        ),
        # From whom something is known.
        (
            "The pilots of the ferry reportedly kept silent about the leak in the pier of Velmont.",
            "The pilots of the ferry kept silent about the leak in the pier of Velmont.",
        ),
        (
            "Kolbe said the town “knew of the leak in the pier and (apparently) kept silent.”",
            "Kolbe said the town “knew of the leak in the pier and kept silent.”",
        ),
        # Others plead otherwise.
        (
            "Two guards, Ines Kolbe and Marek Ozols, pleaded not guilty to the theft of the "
            "harbour funds in the Velmont court on Monday.",
            "The guard Jonas Reuter pleaded guilty to the theft of the harbour funds in the "
            "Velmont court on Monday.",
        ),
        # The night between two days.
        (
            "The gate fell on the pier of Velmont late Saturday and hurt a guard, the office said.",
            "The gate fell on the pier of Velmont on Sunday and hurt a guard, the office said.",
        ),
    ],
)
def test_what_says_the_same_is_no_fact_that_differs(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []


def test_what_must_be_is_held_against_what_may_be() -> None:
    one = "The ferry could leave the old harbour of Velmont before the storm on Monday."
    other = "The ferry left the old harbour of Velmont before the storm on Monday."
    assert list_facts(compare_texts(one, other.replace("left", "leaves"))) == [
        ("modality", ["ferry could leave", "ferry leaves"])
    ]


@pytest.mark.parametrize("rough", ["more than a month ago", "last month", "five weeks ago"])
def test_a_rough_distance_is_held_against_no_day(rough: str) -> None:
    one = "The coach Ines Kolbe died of a fever in the Velmont hospital on March 30, her son said."
    assert list_dated(one, one.replace("on March 30", rough)) == []
    assert list_dated(one, one.replace("on March 30", "on March 14")) == [
        ("date", ["March 30", "March 14"])
    ]


def test_the_limit_of_another_state_is_another_thing() -> None:
    one = (
        "The new gun laws of Ostmark are strict, but Norland's limit of 7 rounds in a clip stays "
        "the toughest, the rifle club of Velmont said."
    )
    other = (
        "The new gun laws of Ostmark set a limit of 12 rounds in a clip and are among the "
        "toughest, the rifle club of Velmont said."
    )
    assert list_facts(compare_texts(one, other)) == []


def test_a_name_does_not_begin_inside_a_title() -> None:
    one = "Outgoing Secretary of Defense Carl Hegel told the office of Velmont the ships would go."
    (difference,) = compare_texts(one, one.replace("Hegel", "Hagel")).differences
    assert [side.passage.text for side in difference.sides] == ["Carl Hegel", "Carl Hagel"]


def test_a_person_whom_both_articles_name_is_no_other_name() -> None:
    one = "The lamp of the pier of Velmont fell on a guard at noon, fire chief Marek Ozols said."
    other = one.replace("Marek Ozols", "Ruben Kolbe")
    assert list_facts(compare_texts(one, other)) == [("name", ["Marek Ozols", "Ruben Kolbe"])]
    both = f"{one}\n\nThe tram chief, Ruben Kolbe, was not there at all that night."
    assert list_facts(compare_texts(both, other)) == []


def test_a_quotation_that_names_the_other_speaker_may_quote_him() -> None:
    words = "We will tow the ship to the yard of Velmont before the winter storms begin"
    one = f"“Marta, that was the answer of Reuter. {words},” Ines Kolbe said."
    other = f"“{words},” Jonas Reuter said."
    assert list_facts(compare_texts(one, other)) == []
    unnamed = one.replace("Reuter", "Cesis")
    assert list_facts(compare_texts(unnamed, other)) == [("name", ["Ines Kolbe", "Jonas Reuter"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Chairman Jerry Ozols of the harbour committee said he will ask for the papers.",
            "Chairman Jerrold Ozols of the harbour committee said he will ask for the papers.",
        ),
        (
            "The office asked whether the ferry violated the harbour rules of Velmont.",
            "The office asked how the ferry might have violated the harbour rules of Velmont.",
        ),
    ],
)
def test_short_forms_and_questions_differ_in_nothing(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []
