"""What may be of one thing, and what is of other things or told already."""

from __future__ import annotations

import pytest

from tests.story.differences.test_difference_finding import compare_texts, list_facts

PUMP = "Ozols served {} months in the harbour guard of Velmont for the theft of a ferry pump."


@pytest.mark.parametrize("damaged", ["41 / 2", "4\ufffd"])
def test_a_figure_that_was_not_read_as_a_whole_differs_from_none(damaged: str) -> None:
    coverage = compare_texts(PUMP.format("five"), PUMP.format(damaged))
    assert list_facts(coverage) == []
    assert list_facts(compare_texts(PUMP.format("five"), PUMP.format("four")))


def test_how_often_is_no_number_of_something() -> None:
    coverage = compare_texts(
        "Old ferry captain Marta Ozols of Velmont did it twice.",
        "Old ferry captain Marta Ozols of Velmont in 1998 with 3,739.",
    )
    assert list_facts(coverage) == []


OFFER = "The {} have made the ferry captain Ozols of Velmont an eight-year offer of {} in May."


def test_a_bound_of_another_bidder_is_no_difference() -> None:
    one = "Last week in Velmont the Harbour Eagles made Ozols an eight-year, $160 million offer."
    other = "The River Foxes have made an eight-year offer to Ozols in excess of $160 million."
    assert list_facts(compare_texts(one, other)) == []


def test_a_bound_of_a_round_figure_is_other_wording_alone() -> None:
    for figure, kind in (("${}163", "money"), ("${}160", "wording")):
        bound = compare_texts(
            OFFER.format("Harbour Eagles", figure.format("")),
            OFFER.format("Harbour Eagles", figure.format("more than $").replace("$more", "more")),
        )
        assert [each.kind.value for each in bound.differences] == [kind]


def test_over_some_years_is_no_bound() -> None:
    one = "The levy of Velmont will cost the harbour {} in 12 years, the ferry office found."
    assert list_facts(compare_texts(one.format("trade"), LEVY)) == []


LEVY = "The ferry office found that the levy of Velmont costs the harbour trade over 12 years."


def test_a_record_is_a_figure_of_a_game() -> None:
    one = "Marta Ozols threw for a career-high 329 yards for Velmont, with two costly errors."
    other = "Velmont's Marta Ozols threw for 585 yards and made two costly errors at home."
    assert list_facts(compare_texts(one, other)) == [("number", ["329 yards", "585 yards"])]
    assert list_facts(compare_texts(one.replace("-high", ""), other)) == []


def test_nothing_has_happened_to_a_sum() -> None:
    one = "Velmont has to save money for the 110 billion euro aid package of the Harbour Union."
    other = "Velmont has to save money for a 132bn-euro rescue aid package of the Harbour Union."
    assert list_facts(compare_texts(one, other)) == [("money", ["110 billion euro", "132bn-euro"])]


def test_a_name_that_differs_is_no_other_wording_too() -> None:
    said = "“We found the lamp lit,” Ozols told reporters."
    one = f"The lamp fell, fire chief Marek Ozols said.\n\n{said}"
    coverage = compare_texts(one, one.replace("Ozols", "Ozzols"))
    assert [difference.kind.value for difference in coverage.differences] == ["spelling"]


BRITTLE = (
    "Many in Velmont fear the Ostmark conflict could destabilize Velmont's council, still "
    "brittle following Velmont's own, 15-year civil war, which ended in 1990."
)
SPILLED = (
    "The bombings in Velmont have spilled over from Ostmark's three-year civil war, the conflict "
    "that has left the council of Velmont straining under the weight of refugees."
)
FEARED = (
    "Many in Velmont fear the conflict could destabilize its council, brittle after its {} war."
)


def test_a_figure_of_another_owner_is_no_difference() -> None:
    assert list_facts(compare_texts(BRITTLE, SPILLED)) == []
    assert list_facts(compare_texts(FEARED.format("15-year"), FEARED.format("three-year"))) == [
        ("number", ["15-year", "three-year"])
    ]
