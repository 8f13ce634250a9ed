"""Which quotes are parts of one utterance."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes, group_utterances


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“We will go,” Ann Lee said, “and we will win.”", [2]),
        ("“We will go,” Ann Lee said. “We will win.”", [2]),
        (
            "“We will go,” Ann Lee said. “Then we will say that all are in need” of it.",
            [2],
        ),
        ("“We will go,” Ann Lee said. “Home and Garden of the Year Show” was late.", [1, 1]),
        ("“We will go,” Ann Lee said.\nIt rained. “We will win.”", [1, 1]),
        ("“We will go,” Ann Lee said, adding: “We will win.”", [1, 1]),
        ("“We will go,” Ann Lee said.\n“We will win,” Bo Ray said.", [1, 1]),
        ("“We started here.\n“We will win,” Ann Lee said.", [2]),
        ("“We will go.” “We will win,” Ann Lee said.", [2]),
        ("The signs read: “Out with them” and “Down with it”.", [1, 1]),
        ("“We will go,” Ann Lee, author of “Home,” said. “We will win.”", [2, 1]),
    ],
)
def test_quotes_are_grouped_by_utterance(text: str, parts: list[int]) -> None:
    utterances = group_utterances(find_quotes(text))
    assert [len(utterance.parts) for utterance in utterances] == parts


def test_parts_of_a_list_share_the_attribution_of_the_first() -> None:
    first, second = find_quotes("Ann Lee said: “Out with them,” and “Down with it.”")
    assert first.speaker is not None
    assert first.speaker == second.speaker
    assert first.rule == second.rule != ""


def test_a_list_goes_on_after_a_comma_inside_the_mark() -> None:
    found = find_quotes(
        "Ann Lee said she had three aims: “the old harbour,” “the defence of the whole quay in a "
        "wet world” and “some truth about our own town.”"
    )
    assert [quote.speaker.name if quote.speaker else "" for quote in found] == ["Ann Lee"] * 3
