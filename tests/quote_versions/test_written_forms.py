"""Whether two runs of words are the same words, written differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.quote_versions.written_forms import Writing, compare_writing


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("It’s here", "It's here", Writing.SAME),
        ("the U.S. side", "the US side", Writing.SAME),
        ("well-being", "well being", Writing.SAME),
        ("%", "percent", Writing.OTHER),
        ("–", "and", Writing.OTHER),
        ("organised", "organized", Writing.SPELLING),
        ("the grey harbours", "the gray harbors", Writing.SPELLING),
        ("travelled", "traveled", Writing.SPELLING),
        ("co-operation", "cooperation", Writing.SPELLING),
        ("policy-maker", "policymaker", Writing.SPELLING),
        ("re-election", "reelection", Writing.SPELLING),
        ("health care", "healthcare", Writing.SPELLING),
        ("the President", "the president", Writing.SPELLING),
        ("WARNED", "warned", Writing.SPELLING),
        ("Müller", "Muller", Writing.SPELLING),
        ("don't", "do not", Writing.CONTRACTION),
        ("Can’t", "Cannot", Writing.CONTRACTION),
        ("we'd realised", "we would realized", Writing.CONTRACTION),
        ("they're", "they are", Writing.CONTRACTION),
        ("It's", "It is", Writing.CONTRACTION),
        ("e-mails", "emails", Writing.SPELLING),
        ("in-house", "inhouse", Writing.SPELLING),
        ("co-ordinators", "coordinators", Writing.SPELLING),
        ("James'", "James's", Writing.SPELLING),
        ("NOT", "not", Writing.SPELLING),
        ("&", "and", Writing.SPELLING),
        ("the Administration", "the administration", Writing.SPELLING),
        ("the United States", "the U.S.", Writing.CONTRACTION),
        ("all right", "alright", Writing.CONTRACTION),
    ],
)
def test_the_same_words_are_known_in_other_writing(one: str, other: str, expected: Writing) -> None:
    assert compare_writing(one, other) is expected
    assert compare_writing(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("not able", "notable"),
        ("a moral", "amoral"),
        ("we're", "were"),
        ("it's", "its"),
        ("us", "U.S."),
        ("re-signed", "resigned"),
        ("re-cover", "recover"),
        ("un-ionised", "unionised"),
        ("polish", "Polish"),
        ("may be", "maybe"),
        ("every day", "everyday"),
        ("don't", "do"),
        ("they're", "their"),
        ("advice", "advise"),
        ("15", "1.5"),
        ("co-op", "coop"),
        ("on-set", "onset"),
        ("White", "white"),
        ("Rossis", "Rossi's"),
    ],
)
def test_what_makes_another_word_is_no_writing(one: str, other: str) -> None:
    assert compare_writing(one, other) is Writing.OTHER
    assert compare_writing(other, one) is Writing.OTHER


def test_the_case_of_the_first_letter_of_a_sentence_says_nothing() -> None:
    assert compare_writing("the plan", "The plan", opens=True) is Writing.SAME
    assert compare_writing("Nobody", "nobody", opens=True) is Writing.SAME


WORDS = st.lists(
    st.sampled_from(["we're", "U.S.", "co-operation", "the", "grey", "10:30", "don’t", "Café"]),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(WORDS, WORDS)
def test_the_comparison_is_symmetric_and_a_run_is_itself(one: str, other: str) -> None:
    assert compare_writing(one, one) is Writing.SAME
    assert compare_writing(one, other) is compare_writing(other, one)
