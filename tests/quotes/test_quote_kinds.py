"""What quotation marks set off."""

from __future__ import annotations

import pytest

from reader.quotes import QuoteKind, find_quotes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will go.”", QuoteKind.DIRECT),
        ("“We will go and we will win”", QuoteKind.DIRECT),
        ("“The Long Way Home” came out in May.", QuoteKind.TITLE),
        ("“very odd”", QuoteKind.SCARE),
        ("He was “very, very odd about all that” in May.", QuoteKind.PARTIAL),
        ("He was “odd” in May.", QuoteKind.SCARE),
        ("He asked “who goes there” in May.", QuoteKind.DIRECT),
        ("He joked “not me” in May.", QuoteKind.DIRECT),
        ("A so-called “long way” was taken.", QuoteKind.SCARE),
        ("The sign said: “Out.”", QuoteKind.DIRECT),
        ("He wrote it “as a joke. Nobody laughed” in May.", QuoteKind.DIRECT),
        ("“We never closed it, he said.", QuoteKind.DIRECT),
    ],
)
def test_words_marks_and_attribution_decide_the_kind(text: str, kind: QuoteKind) -> None:
    (quote,) = find_quotes(text)
    assert quote.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Carl Osk posted a link to a film called “Behind the pier with Ada Brandt” on Monday.",
        "Ada Brandt wrote a long essay titled “What the harbour was” for the Herald.",
    ],
)
def test_the_name_of_a_thing_is_a_title_that_nobody_says(text: str) -> None:
    (quote,) = find_quotes(text)
    assert (quote.kind, quote.speaker) == (QuoteKind.TITLE, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Every boat must remain here” until dawn, Ida Vance said on Monday.", QuoteKind.DIRECT),
        ("“A boat that is too late” was what Ida Vance called it.", QuoteKind.PARTIAL),
        ("“A heavy boat of the old kind” is what Ida Vance called it.", QuoteKind.PARTIAL),
    ],
)
def test_a_clause_that_opens_a_sentence_is_an_utterance(text: str, kind: QuoteKind) -> None:
    assert find_quotes(text)[0].kind is kind
