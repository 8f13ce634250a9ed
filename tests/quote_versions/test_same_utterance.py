"""Every condition decides on its own example."""

from __future__ import annotations

import pytest

from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.same_utterance import (
    MATCH_CONDITIONS,
    MatchCondition,
    QuotePair,
    find_condition,
    is_same_utterance,
)


def quotes(example: tuple[str, str]) -> tuple[ComparableQuote, ComparableQuote]:
    one, other = (read_comparable_quotes(n, text)[0] for n, text in enumerate(example))
    return one, other


@pytest.mark.parametrize("condition", MATCH_CONDITIONS, ids=lambda condition: condition.name)
def test_the_example_is_decided_by_its_condition(condition: MatchCondition) -> None:
    one, other = quotes(condition.example)
    assert find_condition(QuotePair(one, other)) is condition
    assert is_same_utterance(one, other) is condition.accepts


def test_names_are_unique() -> None:
    assert len({each.name for each in MATCH_CONDITIONS}) == len(MATCH_CONDITIONS) > 0


def test_a_pair_that_no_condition_decides_on_is_rejected() -> None:
    one, other = quotes(("“The dogs sleep,” Ann Lee said.", "“A cat runs home,” Ann Lee said."))
    assert find_condition(QuotePair(one, other)) is None
    assert not is_same_utterance(one, other)
