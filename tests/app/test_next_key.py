from __future__ import annotations

import pytest

from reader.app.next_key import NextKeyChoice


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def choice(chosen: list[str]) -> NextKeyChoice:
    choice = NextKeyChoice()
    choice.ask({key: lambda key=key: chosen.append(key) for key in "ab"}, chosen.append)
    return choice


def test_the_key_that_was_named_is_taken_once(choice, chosen):
    assert choice.answer("b")
    assert chosen == ["b"]
    assert not choice.answer("b"), "the question is answered"
    assert chosen == ["b"]


def test_a_key_that_types_nothing_is_left_to_the_screen(choice, chosen):
    assert not choice.answer("down")
    assert not choice.answer("a"), "the question is over"
    assert chosen == []


def test_a_character_that_is_no_answer_is_refused_and_runs_nothing(choice, chosen):
    assert choice.answer("q", "q")
    assert chosen == ["q"]
    assert not choice.answer("a"), "the question is over"


def test_escape_is_an_answer_that_chooses_nothing(choice, chosen):
    assert choice.answer("escape")
    assert chosen == []


def test_without_a_question_no_key_is_taken():
    assert not NextKeyChoice().answer("escape")
