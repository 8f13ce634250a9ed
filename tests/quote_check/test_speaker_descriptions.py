"""What a draft calls a speaker, against what the source calls the same person."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes

WORDS = "We sold the ferry to the highest bidder"


def codes(source: str, draft: str) -> list[str]:
    (check,) = check_quotes(f"“{WORDS},” {draft}.", [f"“{WORDS},” {source}."])
    return [reason.code.value for reason in check.reasons if reason.needs_review]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("said Ada Quill, the mayor of Norwick", "said Ada Quill, the mayor of Sudwick"),
        ("said Ada Quill of Norwick", "said Ada Quill of Sudwick"),
        ("Mayor Ada Quill of Norwick said", "Mayor Ada Quill of Sudwick said"),
        ("said Norwick Mayor Ada Quill", "said Sudwick Mayor Ada Quill"),
        ("said the mayor of Norwick, Ada Quill", "said the mayor of Sudwick, Ada Quill"),
        ("said Ada Quill, a former judge", "said Ada Quill, a judge"),
        ("said Ada Quill, head of the port", "said Ada Quill, acting head of the port"),
        ("said Vice President Ada Quill", "said President Ada Quill"),
        ("said Ada Quill, a lawyer for the dairy", "said Ada Quill, a lawyer for the mill"),
        ("said Ada Quill, of the Green Party", "said Ada Quill, of the Orange Party"),
        ("said Ada Quill, R-Norland", "said Ada Quill, D-Norland"),
        ("said Ada Quill, who lost the vote", "said Ada Quill, who won the vote"),
        ("said Ada Quill, a witness", "said Ada Quill, a suspect"),
        ("said Dr. Ada Quill", "said Judge Ada Quill"),
        ("said Ada Quill, 34", "said Ada Quill, 43"),
        ("said Ada Quill, whose son was hurt", "said Ada Quill, whose son was jailed"),
    ],
)
def test_another_holder_of_a_role_is_another_speaker(source: str, draft: str) -> None:
    assert codes(source, draft) == ["other_speaker"]
    assert codes(source, source) == []


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("said Ada Quill, the mayor of Norwick", "said Ada Quill, the mayor"),
        ("said Ada Quill, the mayor", "said Ada Quill, the mayor of Norwick"),
        ("said Ada Quill, the mayor of Norwick", "said Norwick Mayor Ada Quill"),
        ("said Ada Quill, who runs the bakery", "said Ada Quill, the bakery’s owner"),
        ("said Ada Quill, a lawyer for the dairy", "said Ada Quill, the dairy’s lawyer"),
        ("said Ada Quill, a doctor from Norwick", "said Ada Quill, a mother of two"),
        ("said Ada Quill, the harbour pilot", "said Quill"),
        ("said Sen. Ada Quill, R-Norland", "said Senator Ada Quill"),
        ("said Ada Quill, a schoolteacher", "said Ada Quill, a teacher"),
    ],
)
def test_another_description_may_be_of_the_same_speaker(source: str, draft: str) -> None:
    assert codes(source, draft) == []


def test_what_the_source_says_elsewhere_of_the_speaker_counts() -> None:
    source = (
        f"“{WORDS},” said Ada Quill, a judge in Norwick.\n"
        "Quill, a former mayor of Sudwick, was a judge in Sudwick before."
    )
    (check,) = check_quotes(f"“{WORDS},” said Ada Quill, a judge in Sudwick.", [source])
    assert not check.needs_review


def test_the_reason_names_both_descriptions() -> None:
    source = f"“{WORDS},” said Ada Quill, the mayor of Norwick."
    (check,) = check_quotes(f"“{WORDS},” said Ada Quill, the mayor of Sudwick.", [source])
    (reason,) = check.reasons
    assert reason.source_words == "the mayor of Norwick"
    assert reason.draft_words == "the mayor of Sudwick"


def test_a_sign_that_is_read_is_not_said_by_who_holds_it() -> None:
    source = f"Ada Quill held up a sign of the strikers. “{WORDS},” it read."
    (check,) = check_quotes(f"“{WORDS},” said Ada Quill.", [source])
    assert [reason.code.value for reason in check.reasons] == ["other_speaker"]


def test_a_pronoun_of_the_draft_is_no_place() -> None:
    source = f"“{WORDS},” said Ned Quill. He flew a flag of Norwick."
    (check,) = check_quotes(f"Beside a flag of Norwick, he added: “{WORDS}.”", [source])
    assert not check.needs_review


def test_the_start_is_compared_right_before_the_rest() -> None:
    source = "“We said so in May. We weren’t asked about it,” said Ada Quill."
    (check,) = check_quotes("“We were not asked about it,” said Ada Quill.", [source])
    assert [reason.code.value for reason in check.reasons] == ["contraction"]


def test_a_body_that_is_named_alike_is_another_though_it_is_near() -> None:
    source = f"“{WORDS},” said Ada Quill, chairman of the North Harbour Mill Board. The South wept."
    draft = source.replace("the North", "the South").partition(" The South")[0]
    (check,) = check_quotes(draft, [source])
    assert check.needs_review
    (check,) = check_quotes(source, [source])
    assert not check.needs_review
