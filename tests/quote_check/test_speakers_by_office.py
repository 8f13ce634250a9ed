"""Speakers by their offices, parties, bodies and aides."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes

WORDS = "We sold the ferry to the highest bidder"


def needs_a_look(source: str, draft: str) -> bool:
    (check,) = check_quotes(f"“{WORDS},” {draft}.", [source.format(f"“{WORDS},”")])
    return check.needs_review


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("{} said Norland Gov. Ada Quill.", "the governor said"),
        ("Gov. Ada Quill of Norland came. {} Quill said.", "said the Norland governor"),
        ("Ada Quill, R-Norland, came. {} Quill said.", "said the Norland Republican"),
        ("Rep. Ada Quill, a Democrat from Norland, came. {} Quill said.", "the Democrat said"),
        ("Norland Rep. Ada Quill came. {} Quill said.", "the congresswoman said"),
        ("Rep. Ada Quill came. {} Quill said.", "the representative said"),
        ("Sen. Ada Quill came. {} Quill said.", "the lawmaker said"),
        ("House Speaker Ada Quill came. {} Quill said.", "the House speaker said"),
        ("Treasury Secretary Ada Quill came. {} Quill said.", "the Treasury secretary said"),
        ("Attorney General Ada Quill came. {} Quill said.", "the attorney general said"),
        ("{} said Ada Quill, Mayor Otto Brand’s chief of staff.", "Brand’s chief of staff said"),
        (
            "{} said Ada Quill, Mayor Otto Brand’s chief of staff.",
            "the mayor’s chief of staff said",
        ),
        ("{} said Ada Quill, the palace press secretary.", "the palace’s press secretary said"),
        ("{} said Mill Union Chair Ada Quill.", "the Mill Union chairwoman said"),
        ("Former Senator Ada Quill came. {} Quill said.", "the former senator said"),
        ("{} said Brand campaign spokeswoman Ada Quill.", "a Brand campaign spokeswoman said"),
    ],
)
def test_an_office_is_its_holder_wherever_the_source_names_both(source: str, draft: str) -> None:
    assert not needs_a_look(source, draft)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Gov. Ada Quill came. {} Quill said.", "said Sen. Ada Quill"),
        ("Gov. Ada Quill came. {} Quill said.", "said Mayor Quill"),
        ("Justice Ada Quill came. {} Quill said.", "said Chief Justice Ada Quill"),
        (
            "National Security Adviser Ada Quill came. {} Quill said.",
            "said Secretary of State Quill",
        ),
        ("Gov. Ada Quill came. {} Quill said.", "said former Gov. Quill"),
        ("{} said mill co-founder Ada Quill.", "said former mill co-founder Ada Quill"),
        ("{} said Sen. Ada Quill, D-Norland.", "said Ada Quill, a Republican"),
        ("{} said Gov. Ada Quill of Norland. Sudland looked on.", "said Gov. Ada Quill of Sudland"),
        ("Gov. Ada Quill came. {} Quill said.", "said a Quill aide"),
        ("Gov. Ada Quill came. {} Quill said.", "the Quill campaign said"),
        ("Gov. Ada Quill came. {} Quill said.", "Quill’s office said"),
        ("{} the Quill campaign said. Gov. Ada Quill was away.", "Ada Quill said"),
        ("{} said Ada Quill, a spokeswoman for Otto Brand.", "said a spokeswoman for Mr. Hold"),
        ("{} said Brand campaign spokeswoman Ada Quill.", "a Hold campaign spokeswoman said"),
        ("Vice President Ada Quill came. {} Quill said.", "the president said"),
        ("Press Secretary Ada Quill came. {} Quill said.", "the attorney general said"),
        ("Sen. Ada Quill came. {} Quill said.", "the Sudland governor said"),
    ],
)
def test_another_office_or_an_aide_is_another_speaker(source: str, draft: str) -> None:
    assert needs_a_look(source, draft)


def test_a_title_of_a_namesake_is_none_of_the_speaker() -> None:
    source = "Gov. Emil Quill came with Sen. Ada Quill. {} Ada Quill said."
    assert not needs_a_look(source, "Sen. Ada Quill said")
    assert needs_a_look(source, "Gov. Ada Quill said")


def test_who_says_a_sentence_with_quoted_words_in_it_is_their_speaker() -> None:
    source = "To wait would be “too late” for the mill, Ada Quill said."
    (check,) = check_quotes("It would be “too late” to wait, Otto Brand said.", [source])
    assert check.needs_review
    (own,) = check_quotes("It would be “too late” to wait, Ada Quill said.", [source])
    assert not own.needs_review


def test_lawyers_of_his_are_themselves() -> None:
    assert not needs_a_look("Otto Brand was away. His lawyers said {}", "His lawyers said")


def test_a_press_secretary_speaks_for_the_body() -> None:
    source = "{} Harbour Board Press Secretary Ada Quill said."
    assert not needs_a_look(source, "the Harbour Board said")


def test_a_given_name_of_men_and_women_is_of_neither() -> None:
    assert not needs_a_look("Ms. Quill came. {} she said.", "Jan Quill said")


@pytest.mark.parametrize(
    ("speaker", "is_other"),
    [
        ("the head of the miners' union", True),
        ("the miners' union head", True),
        ("the head of the guild of bakers", True),
        ("the head of the teachers' union", False),
        ("the head of the union", False),
        ("the union head", False),
    ],
)
def test_a_head_is_of_the_body_that_the_source_names(speaker: str, *, is_other: bool) -> None:
    source = (
        "“We will not work on Monday,” said Ada Quill, the head of the Riga Teachers' Union.\n"
        "The miners' union and the guild of bakers were there."
    )
    (check,) = check_quotes(f"“We will not work on Monday,” {speaker} said.", source)
    assert check.needs_review == is_other
