"""Three and more who say something together are all its speakers."""

import pytest

from reader import SpeakerKind, find_quotes


@pytest.mark.parametrize(
    "text",
    [
        "“We leave,” said Sens. Ann Veld of Ohio; Tom Orlen of Utah; and Mary Prenn of Maine.",
        "“We leave,” Ann Veld, Tom Orlen and Mary Prenn said in a statement.",
        "“We leave,” Ann Veld (D-Ohio), Tom Orlen (R-Utah) and Mary Prenn (R-Maine) said.",
        "“We leave,” Ann Veld, R-Ohio, Tom Orlen, a lawyer, and Mary Prenn said.",
    ],
)
def test_all_of_a_list_say_it(text: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.kind is SpeakerKind.JOINT
    assert quote.speaker.name == "Ann Veld and Tom Orlen and Mary Prenn"


@pytest.mark.parametrize(
    "text",
    [
        "After a talk with Ann Veld, Tom Orlen and Mary Prenn, Paul Lodd said “it is over.”",
        "“We leave for good,” Paul Lodd told Ann Veld, Tom Orlen and Mary Prenn.",
    ],
)
def test_a_list_of_others_says_nothing(text: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Paul Lodd"


@pytest.mark.parametrize(
    "text",
    [
        "Paul Veld left. “It is over for good,” ADVERTISEMENT Veld said.",
        "Paul Veld left. “It is over for good,” he said.\nImage Veld said: “We leave for good.”",
        "Paul Veld Veld said “it is over for good” on Monday. Paul Veld left.",
    ],
)
def test_words_of_the_page_are_no_part_of_a_name(text: str) -> None:
    speakers = [quote.speaker.name for quote in find_quotes(text) if quote.speaker]
    assert set(speakers) == {"Paul Veld"}
