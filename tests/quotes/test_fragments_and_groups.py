"""Who speaks a fragment inside the reporter's sentence, and what stands in for an utterance."""

from __future__ import annotations

import pytest

from reader.quotes import Quote, QuoteKind, find_quotes


def find_last(text: str) -> Quote:
    return find_quotes(text)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Carl Osk said that he and Ada Brandt both “lied” to the board.",
        "Carl Osk came, saying that the life of the pier had been “ruined” by rain.",
        "Carl Osk went on to say that both boats were “coming up a little short on oil”.",
        "Carl Osk also charged that the harbour board had “left behind an empty chest”.",
        "Carl Osk deemed the plan of the harbour board “a con” and “a storm in the making”.",
        "The remarks came as Carl Osk turned down a call, saying a talk could “break the peace”.",
        "Ada Brandt accused Carl Osk of telling her that he had “many dark dreams”.",
        "Carl Osk came late. A lover of boats, he sang, and said it was “fine”.",
    ],
)
def test_the_subject_of_a_reporting_verb_speaks_a_fragment(text: str) -> None:
    speaker = find_last(text).speaker
    assert speaker is not None
    assert speaker.name == "Carl Osk"


@pytest.mark.parametrize(
    "text",
    [
        "Carl Osk said that nobody had used the word “wall” at the meeting.",
        "Carl Osk told “Lodd Today” that nobody had come.",
        "“Nobody came,” Carl Osk said on “Lodd Today.”",
        "Carl Osk wrote in his memoir, “From Lodd to the Sea,” that nobody came.",
        "The plan will win as rivals lob charges that it “ends the pier as we know it”.",
    ],
)
def test_terms_programmes_and_works_have_no_speaker(text: str) -> None:
    quote = find_last(text)
    assert quote.speaker is None
    assert quote.kind in (QuoteKind.SCARE, QuoteKind.TITLE, QuoteKind.PARTIAL)


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("Carl Osk swiped at her in a post: “How would your boats fare?”", "Carl Osk", "post"),
        ("Carl Osk kept at it in a string of tweets: “The pier is ours.”", "Carl Osk", "tweets"),
        ("Then-Senator Osk used much the same words: “How would it turn out?”", "Osk", "words"),
        (
            "Another attendee held up this message: “The pier is ours.”",
            "Another attendee",
            "message",
        ),
    ],
)
def test_a_noun_for_what_is_said_is_the_cue_before_a_colon(text: str, name: str, cue: str) -> None:
    quote = find_last(text)
    assert quote.speaker is not None
    assert quote.cue is not None
    assert (quote.speaker.name, quote.cue.text) == (name, cue)


def test_an_acronym_before_an_office_is_no_adverb() -> None:
    quote = find_last("“They hope to fool us,” NOW President Ada O'Brandt said in a statement.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada O'Brandt"


def test_a_headline_holds_no_office() -> None:
    text = "Congressman Breaks His Silence\nThe congressman said: “It is over for good.”"
    speaker = find_last(text).speaker
    assert speaker is not None
    assert speaker.name == "The congressman"
