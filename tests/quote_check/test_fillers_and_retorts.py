"""Words that only lead to a statement, and sentences that take one back without naming it."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes

WORDS = "The mill is sold to a stranger"


def needs_a_look(source: str, draft: str = WORDS) -> bool:
    (check,) = check_quotes(f"“{draft},” said Ada Quill.", [f"“{source},” said Ada Quill."])
    return check.needs_review


@pytest.mark.parametrize(
    "filler",
    [
        "Needless to say,",
        "To be honest with you,",
        "Let me be clear:",
        "I’ll tell you,",
        "And, you know,",
        "Senator,",
        "Well, look,",
    ],
)
def test_words_that_only_lead_to_a_statement_may_be_left_out(filler: str) -> None:
    assert not needs_a_look(f"{filler} the mill is sold to a stranger")


@pytest.mark.parametrize("head", ["Frankly, it is not so that", "So, if you ask me,"])
def test_a_limit_behind_such_words_may_not(head: str) -> None:
    assert needs_a_look(f"{head} the mill is sold to a stranger")


def test_a_question_stays_one_without_them() -> None:
    assert not needs_a_look("I mean, who sold the mill?", "Who sold the mill?")


@pytest.mark.parametrize(
    "retort",
    [
        "Guess again.",
        "Think again.",
        "Not a chance.",
        "Not so fast.",
        "Don’t count on it.",
        "We’ll see about that.",
        "Far from it.",
        "That’s a load of bull.",
    ],
)
def test_a_retort_behind_a_statement_may_take_it_back(retort: str) -> None:
    assert needs_a_look(f"{WORDS}. {retort}")


@pytest.mark.parametrize("sentence", ["The crew came again.", "Nobody was there.", "It was cold."])
def test_a_sentence_of_its_own_may_not(sentence: str) -> None:
    assert not needs_a_look(f"{WORDS}. {sentence}")


def test_half_of_a_pair_says_something_else() -> None:
    source = "The talks were between the cooks and the pilots"
    assert needs_a_look(source, "The talks were between the cooks")


def test_a_question_without_its_question_word_is_a_statement() -> None:
    source = "We asked. Who sold the mill to a stranger? The board will answer"
    assert needs_a_look(source, "[They] sold the mill to a stranger")
    assert not needs_a_look(source, "Who sold the mill to a stranger?")
