"""Figures, days and clauses that are alike and of two things differ in nothing."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare
from reader.story.differences.figure_subsets import adds_up
from reader.story.differences.measured_values import MeasuredValue
from reader.story.differences.paragraph_reading import ParagraphReading
from reader.story.differences.sentence_pairs import KeyCharacters
from tests.story.differences.test_difference_finding import compare_texts, list_facts


def list_dated(one: str, other: str, days: tuple[str, str]) -> list[str]:
    """Return the kinds of facts in which two articles of two days differ."""
    articles = [
        article_from_text(f"Velmont ferry\n\nHarbour Post\n{day}\n\n{text}\n", name=f"n{at}")
        for at, (text, day) in enumerate(zip((one, other), days, strict=True))
    ]
    return [
        difference.kind.value
        for difference in compare(articles).differences
        if difference.kind.is_fact
    ]


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        # Others than those told of before.
        (
            "Four captains had earlier accused Ozols of stealing the ferry pumps of Velmont.",
            "The Harbour Post wrote that two other captains had earlier accused Ozols of stealing "
            "the ferry pumps of Velmont.",
            ("two other", "two"),
        ),
        # The name of a thing that is no count.
        (
            "Ozols also travelled on three ferry lines of Velmont before the guard found her.",
            "Ozols took the ferry in May, travelling on the A, L and 1 lines of Velmont, a harbour "
            "guard said.",
            ("the A, L and 1 lines", "two ferry lines"),
        ),
        # Each was won of another body.
        (
            "Ozols won the district by 11 percentage points in the race for mayor of Velmont "
            "harbour.",
            "Ozols won the province by 20 percentage points in the race for mayor, the Velmont "
            "harbour club says.",
            ("province", "district"),
        ),
        # A figure in whole years may be rounded.
        (
            "Ozols, a harbour reporter, has been missing in Norland for six years, the club says.",
            "Harbour reporter Ozols has been missing in Norland for more than six years.",
            ("more than six", "more than seven"),
        ),
    ],
)
def test_figures_of_two_things_do_not_differ(
    one: str, other: str, changed: tuple[str, str]
) -> None:
    assert list_facts(compare_texts(one, other)) == []
    assert list_facts(compare_texts(one, other.replace(*changed)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What has a worth stands beyond a sign.
        (
            "The tariffs on $200 billion worth of pumps from Norland would help Velmont, the mayor "
            "says.",
            "The mayor of Velmont weighs tariffs on all of the pumps that Norland sells it — about "
            "$300 billion worth of goods.",
        ),
        # Names alone are alike.
        (
            "The channel is offered on Kolmar, Velwire, Norsat and Dish Harbour, and on its first "
            "day it reached 48 million households.",
            "Ozols TV remains on Kolmar, Velwire, Norsat and Dish Harbour, with access to 43 "
            "million households.",
        ),
        # The names of those who are counted are alike.
        (
            "Two guards, Marta Ines Kolbe and Rolf Ozols, dissented.",
            "Three guards, all of them named by the club, openly dissented from the choice to let "
            "the ferry of Norland use the harder rules of May in its vote: Marta Ines Kolbe, Rolf "
            "Ozols and Elke Roth.",
        ),
    ],
)
def test_figures_beside_other_words_do_not_differ(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []


def test_a_total_adds_up_from_a_figure_and_another_of_its_article() -> None:
    def read(text: str) -> tuple[MeasuredValue, ...]:
        return ParagraphReading(text, "en", None, KeyCharacters()).measured

    parts = read("The guard asked for papers of nine members, then of four further members.")
    (total,) = read("The harbour of Velmont gave out the papers of 13 members of the club.")
    (other,) = read("The harbour of Velmont gave out the papers of 12 members of the club.")
    assert adds_up(total, parts[0], parts)
    assert not adds_up(other, parts[0], parts)


def test_figures_of_the_market_are_of_a_minute() -> None:
    one = "The index of the Velmont ferry stocks {} 0.9 percent as the mayor spoke in Norland."
    other = "The index of the Velmont ferry stocks {} 0.8 percent as the mayor spoke in Norland."
    assert list_facts(compare_texts(one.format("added"), other.format("added"))) == []
    assert list_facts(compare_texts(one.format("closed up"), other.format("closed up")))


DAYS = ("2026-05-07", "2026-05-07")


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        # The day of an order is not that of its review.
        (
            "The court refused to hear of a Velmont judge's Jan. 9 order on ferry limits.",
            "The court refused on Monday to review a Velmont judge's order on ferry limits.",
            None,
        ),
        # A weekday may be the next one.
        (
            "The ferry club is slated to hold its first public hearing on pumps on Wednesday.",
            "The ferry club is holding its first public hearing on pumps on May 13.",
            ("May 13", "May 15"),
        ),
        # An act, and the day on which it was confirmed.
        (
            "The spokesman of the mayor's legal team in Velmont resigned Thursday, as part of a "
            "change in the harbour.",
            "Separately, the spokesman of the mayor's legal team in Velmont, Rolf Kolbe, confirmed "
            "that he had left, and confirmed his resignation on Friday.",
            None,
        ),
        # One day on which two papers came out.
        (
            "The judge of Velmont ruled yesterday that the ferry limits of the harbour are void.",
            "The judge of Velmont ruled today that the ferry limits of the harbour are void.",
            None,
        ),
    ],
)
def test_days_of_two_things_do_not_differ(
    one: str, other: str, changed: tuple[str, str] | None
) -> None:
    assert list_dated(one, other, DAYS) == []
    if changed:
        assert list_dated(one, other.replace(*changed), DAYS) == ["date"]


def test_what_is_printed_alike_is_one_day() -> None:
    text = "“I won't do it tonight,” the mayor of Velmont said in the harbour."
    assert list_dated(text, text, ("2026-05-07", "2026-05-08")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In the harbour court of Velmont the pilot of the ferry pleaded guilty in May.",
            "In the harbour court of Velmont the cook of the ferry pleaded not guilty in May.",
        ),
        (
            "The captain won in court over the theft of ferry pumps in Velmont harbour.",
            "The pilot lost in court over the theft of ferry pumps in Velmont harbour.",
        ),
        (
            "Given words like those, is it any surprise that people in Velmont fear the ferry?",
            "Given words like those, it isn't any surprise that people in Velmont fear the ferry.",
        ),
        # What may be so is told by another word, too.
        (
            "The ruling left open the possibility that ferry guards could challenge the law.",
            "The ruling leaves open the possibility of ferry guards challenging the law.",
        ),
        # An office of one place and of one party.
        (
            "Norland Gov. Rolf Kolbe called for the captain of the ferry to resign on Friday.",
            "Liberal Gov. Rolf Kolbe of Norland called for the captain of the ferry to resign.",
        ),
    ],
)
def test_denials_of_other_things_and_forms_do_not_differ(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []
