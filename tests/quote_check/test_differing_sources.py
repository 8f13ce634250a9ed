"""Another place of the sources that has a quotation with another meaning or speaker."""

from __future__ import annotations

import pytest

from reader.quote_check import QuoteCheck, Verdict, check_quote, check_quotes
from reader.quote_versions import ReasonCode

DRAFT = "“We will sell the old ferry in spring,” Ada Quill said."
SAME = f"A talk in Leith\n{DRAFT}"


def differing(check: QuoteCheck) -> list[str]:
    return [one.text for one in check.reasons if one.code is ReasonCode.SOURCES_DIFFER]


def test_a_source_without_a_negation_does_not_outweigh_one_that_has_it() -> None:
    right = "The hearing\n“We will not sell the old ferry in spring,” Ada Quill said."
    (alone,) = check_quotes(DRAFT, [right])
    (check,) = check_quotes(DRAFT, [right, SAME])
    assert alone.needs_review
    assert check.needs_review
    assert check.verdict is Verdict.EXACT
    assert differing(check) == [
        "another source has it otherwise: source 1, line 2 "
        "“We will not sell the old ferry in spring”"
    ]


@pytest.mark.parametrize(
    "other",
    [
        "“We will sell the old ferry in spring if the board agrees,” Quill said.",
        "“We may sell the old ferry in spring,” Quill said.",
        "“We will sell the old ferry in autumn,” Quill said.",
        "“They will sell the old ferry in spring,” Quill said.",
        "“I don't think we will sell the old ferry in spring,” Quill said.",
        "“My rival claims that we will buy the old ferry in spring,” Quill said.",
        "“We won't sell the old ferry in the spring,” Quill said.",
    ],
)
def test_another_meaning_in_another_source_needs_a_look(other: str) -> None:
    (check,) = check_quotes(DRAFT, [SAME, f"A report\n{other}"])
    assert check.needs_review


@pytest.mark.parametrize(
    "other",
    [
        "“We’ll sell the old ferry in spring,” Quill said.",
        "“We will sell the old ferries in spring,” Quill said.",
        "“We will sell the old ferry,” Quill said.",
        "“We will sell … ferry in spring,” Quill said.",
        "“We will sell [their] ferry in spring,” Quill said.",
        "“We will sell the old ferry in spring. It was cold on deck,” Quill said.",
        "Quill said they would sell “the old ferry in spring”.",
        "“We will sell the old ferry in spring,” she said.",
        "“Nobody will paint the new bridge in spring,” Quill said.",
        "“We will not sell the old barge in autumn,” Quill said.",
        "“We will not sell the old ferry in spring,” Ned Parr said.",
    ],
)
def test_less_of_it_and_other_spellings_change_nothing(other: str) -> None:
    (check,) = check_quotes(DRAFT, [SAME, f"A report\n{other}"])
    assert not check.needs_review


def test_more_words_before_a_limit_are_no_difference() -> None:
    draft = "“We will sell the old ferry in spring if the board agrees,” Ada Quill said."
    (check,) = check_quotes(draft, [f"A talk\n{draft}", SAME])
    assert check.reasons == ()


def test_a_source_that_limits_what_it_has_twice_needs_a_look() -> None:
    source = (
        f"{SAME} Then the rain began, and the meeting moved to the school.\n"
        "Later Quill said: “We will sell the old ferry in spring if the board agrees.”"
    )
    (check,) = check_quotes(DRAFT, [source])
    assert differing(check) == [
        "the source itself has it otherwise: line 3 "
        "“We will sell the old ferry in spring if the board agrees”"
    ]


def test_another_speaker_by_name_outweighs_a_pronoun() -> None:
    inferred = (
        "Ada Quill came to the pier on Monday.\n“We will sell the old ferry in spring,” she said."
    )
    named = "A report\n“We will sell the old ferry in spring,” Ned Parr said."
    words = "We will sell the old ferry in spring"
    alone = check_quote(words, [inferred], "Ada Quill")
    check = check_quote(words, [inferred, named], "Ada Quill")
    assert not alone.needs_review
    assert check.needs_review
    assert differing(check) == [f"another source names Ned Parr: source 2, line 2 “{words}”"]


def test_a_fragment_is_not_limited_by_the_rest_of_its_sentence() -> None:
    source = (
        "Quill spoke of “a failed old ferry line”.\n"
        "“This is a failed old ferry line, and unless the board acts we leave,” Quill said."
    )
    (check, _) = check_quotes("Quill spoke of “a failed old ferry line”.\n“No,” he said.", [source])
    assert not check.needs_review


@pytest.mark.parametrize(
    ("other", "needs_review"),
    [("Otto Grau", True), ("Lamm", False), ("the keeper", False)],
)
def test_a_speaker_by_name_is_held_against_other_sources(other: str, needs_review: bool) -> None:
    words = "“The old archive burned for two days,”"
    (check,) = check_quotes(
        f"{words} said Ruth Lamm.", [f"{words} said Ruth Lamm.", f"{words} said {other}."]
    )
    assert check.needs_review == needs_review


def test_the_sentence_that_makes_the_difference_is_named() -> None:
    """The words of the draft are the same in both sources; what matters follows them in one."""
    other = (
        "A report\n“We will sell the old ferry in spring. But I will not say today that this is "
        "certain,” Quill said."
    )
    (check,) = check_quotes(DRAFT, [SAME, other])
    assert differing(check) == [
        "another source has more of it: source 2, line 2 “We will sell the old ferry in spring”, "
        "with “But I will not say today that this is certain”"
    ]


def test_a_short_sentence_is_otherwise_where_the_sentences_around_it_are_the_same() -> None:
    around = "“He is not wanted here. We do not trust him. We refuse his {},” Ada Quill said."
    sources = [f"A talk\n{around.format(word)}" for word in ("offer", "visit")]
    for word in ("offer", "visit"):
        check = check_quote(f"We refuse his {word}", sources, "Ada Quill")
        assert check.verdict is Verdict.EXACT
        assert check.needs_review
    apart = [sources[0], "A report\n“We refuse his visit,” Ada Quill said."]
    assert not check_quote("We refuse his offer", apart, "Ada Quill").needs_review


def test_a_source_that_goes_on_is_not_said_to_have_the_words_otherwise() -> None:
    words = "“He rang both bells, and I believe that he saved lives"
    longer = f"A talk\n{words}. But I will not say that it had to happen,” Quill said."
    shorter = f"A report\n{words},” Ada Quill said."
    check = check_quote(words.strip("“"), [shorter, longer], "Ada Quill")
    assert check.needs_review
    (text,) = differing(check)
    assert text.startswith("another source has more of it: source 2, line 2 ")
    assert text.endswith("with “But I will not say that it had to happen”")


def test_another_source_that_only_adds_that_does_not_differ() -> None:
    draft = "“I make no comments I have not thought about,” Ada Quill said."
    other = "“I make no comments that I have not thought about,” Ada Quill said."
    (check,) = check_quotes(draft, [f"A talk\n{draft}", f"A talk in Leith\n{other}"])
    assert not check.needs_review
