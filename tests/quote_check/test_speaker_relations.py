"""How the speaker of a draft relates to that of its source."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quote, check_quotes

WORDS = "“We paid for all of it at once,”"
OTHER = {"other_speaker"}


def find_codes(given: str, source: str) -> set[str]:
    """Return the codes of the reasons for one quotation with these attributions."""
    (check,) = check_quotes(f"{WORDS} {given}.", [f"{WORDS} {source}."])
    looks = {reason.needs_review for reason in check.reasons}
    assert looks <= {check.needs_review}
    return {reason.code.value for reason in check.reasons}


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("said Joan Hull", "said Peter Hull"),
        ("said Mrs Hull", "said Mr Hull"),
        ("said Queen Ottar", "said King Ottar"),
        ("said Kim Jong Nam", "said Kim Yo Jong"),
        ("said Joan Hull", "said Joan Pell"),
        ("said Joan Hull", "said a spokesman for Joan Hull"),
        ("said Joan Hull", "said Joan Hull’s lawyer"),
        ("said Joan Hull", "said the brother of Joan Hull"),
        ("said the Green candidate", "said the Labour candidate"),
        ("said the head of the bank", "said the head of the school"),
        ("said the mayor", "said the former mayor"),
        ("said the mayor", "said the then mayor"),
        ("said the mayor", "said the mayor-elect"),
        ("said the mayor", "said the deputy mayor, Joan Hull"),
        ("said Judge Hull", "said General Peter Hull"),
        ("said Professor Hull", "said Captain Joan Hull"),
        ("said Joan Hull", "said the lawyer representing Joan Hull"),
        ("said Joan Hull", "said a panel investigating Joan Hull"),
        ("said Joan Hull", "said a firm owned by Joan Hull"),
        ("said Joan Hull", "somebody shouted from the crowd on the quay"),
        ("said Joan Hull", "he said. Joan Hull nodded"),
        ("said Joan Hull and Ned Parr", "said Joan Hull"),
    ],
)
def test_somebody_else_needs_a_look(given: str, source: str) -> None:
    assert find_codes(given, source) == OTHER


@pytest.mark.parametrize(
    ("given", "source", "codes"),
    [
        ("said Hull", "said Joan Hull", set()),
        ("the mayor said", "said the mayor", set()),
        ("The mayor said", "said Joan Hull, the mayor of Pell", {"speaker_spelling"}),
        ("said Muhammad al-Omari", "said Mohammed Al Omari", {"speaker_spelling"}),
        ("said Monir Saleh", "said Munir Saleh", {"speaker_spelling"}),
        ("said Mihail Popin", "said Mikhail Popin", {"speaker_spelling"}),
        ("said Abdul Karim Osmani", "said Abd al-Karim Usmani", {"speaker_spelling"}),
        ("the investment bank said", "said Dorn Pell, the investment bank", {"speaker_spelling"}),
        (
            "said the Quay Board",
            "said Joan Hull, spokeswoman of the Quay Board",
            {"spokesperson"},
        ),
        ("Quaymaster said", "said Joan Hull, Quaymaster’s press officer", {"spokesperson"}),
        ("said the Quay Board", "said Joan Hull, who speaks for the Quay Board", {"spokesperson"}),
        ("said Joan Hull", "said Joan Hull (emphasis added)", set()),
        ("Quaymaster said", "said Joan Hull, a spokesman for Quaymaster", {"spokesperson"}),
    ],
)
def test_the_same_speaker_is_told_by_another_name(given: str, source: str, codes: set[str]) -> None:
    assert find_codes(given, source) == codes


def test_a_speaker_by_name_alone_is_compared_too() -> None:
    from reader.quote_check import check_quote

    source = f"{WORDS} said Mr Hull."
    assert not check_quote(WORDS, source, "Hull").needs_review
    assert not check_quote(WORDS, source).needs_review
    assert check_quote(WORDS, source, "Mrs Hull").needs_review


FAMILY = """Herbert Russell and his wife, Edna Russell, ran the mill.

“We never sold the mill at all,” Mr. Russell said.

“I kept the books for nine years,” Mrs. Russell said.
"""


@pytest.mark.parametrize(
    ("draft", "is_other"),
    [
        ("“We never sold the mill at all,” Herbert Russell said.", False),
        ("“We never sold the mill at all,” Edna Russell said.", True),
        ("“We never sold the mill at all,” Mrs. Russell said.", True),
        ("“I kept the books for nine years,” Edna Russell said.", False),
        ("“I kept the books for nine years,” Russell said.", False),
        ("“I kept the books for nine years,” Herbert Russell said.", True),
    ],
)
def test_two_people_of_one_surname_are_told_apart(draft: str, is_other: bool) -> None:
    (check,) = check_quotes(draft, [FAMILY])
    assert check.needs_review is is_other


def test_a_title_that_the_source_gives_elsewhere_is_no_other_office() -> None:
    source = "Pell, once a judge, spoke first. “We paid for all of it,” said General Otto Pell."
    (check,) = check_quotes("“We paid for all of it,” said Judge Pell.", [source])
    assert not check.needs_review


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("said Hull’s campaign", "said Joan Hull"),
        ("said Hull’s office", "said Joan Hull"),
        ("said a spokesman", "said Joan Hull, while Hull’s spokesman looked on"),
        ("said the Quill Post", "said Attorney General Joan Hull to the Quill Post"),
    ],
)
def test_who_stands_beside_the_speaker_is_another(given: str, source: str) -> None:
    assert find_codes(given, source) == OTHER


@pytest.mark.parametrize(
    ("speaker", "needs_review"),
    [("Ida Vance", False), ("Bo Ray", False), ("Vance", False), ("Ray", False), ("Mo Lund", True)],
)
def test_each_of_two_who_said_it_together_said_it(speaker: str, needs_review: bool) -> None:
    words = "We need the harbour board to decide before the spring"
    source = f"A talk\n“{words},” Bo Ray and Ida Vance said on Monday. Mo Lund left early."
    found = check_quote(words, source, speaker)
    assert found.needs_review is needs_review
    if not needs_review:
        assert [reason.text for reason in found.reasons] == [
            "one of those who said it: Bo Ray and Ida Vance in the source"
        ]
