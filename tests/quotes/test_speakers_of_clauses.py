"""Whose words are beside a verb that is another's, or no verb. All sentences are made up."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from tests.story.people_texts import people_of


def read_last_speaker(text: str) -> str | None:
    """Return the name of the last quote's speaker."""
    quotes = find_quotes(text)
    assert quotes
    return quotes[-1].speaker.name if quotes[-1].speaker else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "“It is no race,” Tom Wiech told the crowd. “We will go in as the winners,” saying "
            "Ned Vance was late.",
            "Tom Wiech",
            id="a participle after a quote has the subject before it",
        ),
        pytest.param(
            "Tom Wiech left. The group released video of Ida Vance complaining that “every day I "
            "get more cross.”",
            "Ida Vance",
            id="who is heard on a recording",
        ),
        pytest.param(
            "Chairman of the Harbour Chiefs of Staff Gen. Martin Pym, writing on Monday, said the "
            "fears “are apart from our effort to find him.”",
            "Martin Pym",
            id="an office with its field and a title",
        ),
        pytest.param(
            "Tom Wiech sent “maybe improper” mails to Ida Vance, the Ashford woman who claimed to "
            "have been hurt by him, a senior official told the Herald.",
            "a senior official",
            id="an infinitive reports nothing before it",
        ),
        pytest.param(
            "Ida Vance quoted Tom Wiech, the businessman and former mayor who wrote in the Herald "
            "that it was “pure fancy to think so.”",
            "Tom Wiech",
            id="who follows a description of a name",
        ),
        pytest.param(
            "An undecided Sen. Tom Wiech (R-Ohio) added: “Does it do what a deal should do?”",
            "Tom Wiech",
            id="an adjective on -ed before a title",
        ),
        pytest.param(
            "Close to sixty lawmakers have signed it, calling the deal “grossly unfair to us.”",
            "sixty lawmakers",
            id="close to so many",
        ),
        pytest.param(
            "And Ohio's longtime senator, who has said he's in “total accord” with it, left.",
            "Ohio's longtime senator",
            id="a conjunction that opens the sentence",
        ),
        pytest.param(
            "Prime Minister Nouri al-Rami left. Tom al-Essa has the support of the house.\n"
            "Al-Rami, however, stayed. On Monday, he accused Wiech of “a coup against us all.”",
            "Nouri al-Rami",
            id="an article with a capital at the start of a sentence",
        ),
        pytest.param(
            "President Ned Vance called it “bad.” The president also spoke of special counsel Tom "
            "Wiech and the Herald. “It was a great day for all,” he wrote.",
            "Ned Vance",
            id="a sentence after a closing mark has a role as its subject",
        ),
        pytest.param(
            "Mr. Tom Wiech won. Xerlo Brando was there. Mr. and Mrs. Brando wept.\n"
            "Despite a feud with Tom Wiech, Brando said it was good. “I am firm in it,” he said.",
            "Xerlo Brando",
            id="a surname that says something is a person's",
        ),
        pytest.param(
            "Ehab Brando said it was late. Brando added: “It is nothing to us.”\n"
            "The harbour minister, Xerlo Wiech, said last week that the boat sank.\n"
            "“The boat went to the left,” he said.",
            "Xerlo Wiech",
            id="who has a role in commas is a person",
        ),
    ],
)
def test_speaker_of_the_last_quote(text: str, speaker: str) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Vance responded Tuesday to claims that her release of the boats was a threat.",
        "The news drew sharp Tory demands that the board, which is late, call him as a witness.",
        "Ida Vance's alleged part in a plan with the board is at the heart of the trial.",
        "What Ida Vance says now and what the board did in June are two tales.",
        "Pressure grew following opposition claims that the board used gas on the quay.",
        "Wow, just announced that they are going to meet in order to keep me from the prize.",
    ],
)
def test_nouns_and_participles_report_nothing(sentence: str) -> None:
    people = people_of(f"Day\n\nMs. Ida Vance left on Monday.\n\n{sentence}")
    assert [row.spoken.times for row in people.persons] == [0]
    assert people.others == ()


def test_acronyms_and_products_are_no_persons() -> None:
    people = people_of(
        "Day\n\nA Mercedes SUV was lost, the ABU said Monday. ABU Vice President Tom Wiech, head "
        "of the ABU HQ department, left. HQ added that details “will come at the right time.”"
    )
    assert [row.name for row in people.persons] == ["Tom Wiech"]
    assert {row.name for row in people.others} == {"ABU", "HQ"}


@pytest.mark.parametrize("thing", ["HarbourAir", "HarbourAir Flight 804", "Xerlo A320"])
def test_he_is_no_firm_or_product(thing: str) -> None:
    text = f"The official who spoke of {thing} left. He said that it was “good for nobody at all.”"
    assert read_last_speaker(text) == "The official"


def test_a_day_holds_no_role() -> None:
    text = (
        "The Herald quoted an unnamed official Tuesday as saying it was late.\nThe official also "
        "said that it was “good for nobody at all.”"
    )
    assert read_last_speaker(text) == "The official"


def test_who_is_named_in_what_he_says_is_not_he() -> None:
    people = people_of(
        "Day\n\nGen. Tom Wiech left. “Gen. Wiech denies it all on every count,” the official said. "
        "He said Wiech currently is in Ashford."
    )
    assert [row.spoken.times for row in people.persons] == [0]
