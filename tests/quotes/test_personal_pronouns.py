"""Whom he or she refers to, in made-up sentences of each kind."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.speakers import Speaker


def speaker_of_last_quote(text: str) -> Speaker:
    speaker = find_quotes(text)[-1].speaker
    assert speaker is not None
    return speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Mr. Orlen spoke late.\nNaming Mr. Veld, he said, was “too easy.” “It is the harbour,” "
            "he said.",
            "Orlen",
            id="a name in the words that an inserted clause reports",
        ),
        pytest.param(
            "Tom Orlen wept for his wife, Ruva Orlen, who kept the ferry. “It is hard,” he said.",
            "Tom Orlen",
            id="a wife is a woman",
        ),
        pytest.param(
            "The case that Justice Tom Orlen liked drew the ire of Justice Paul Veld who said it "
            "was weak. “It is nothing,” he said.",
            "Paul Veld",
            id="who said",
        ),
        pytest.param(
            "Mr. Orlen raised the matter of Mr. Veld’s remarks at a dinner in which he talked "
            "“about idle people.”",
            "Veld",
            id="in which",
        ),
        pytest.param(
            "Mayor Tom Orlen came late. Paul Veld came early.\nThe mayor was angry. “It is over,” "
            "he said.",
            "Tom Orlen",
            id="the holder of the role that is the subject before",
        ),
        pytest.param(
            "Gov. Tom Orlen came late. Paul Veld came early.\nAsked about it, the governor said "
            "that he would not. “It is over,” he said.",
            "Tom Orlen",
            id="a title in short",
        ),
        pytest.param(
            "The first lady, Ada Orlen, doubted Ms. Veld’s sanity. “It is vile,” she said.",
            "Ada Orlen",
            id="a role with its name",
        ),
        pytest.param(
            "Sen. Lindsey Orlen suggested that Mr. Veld might wait. “You wait,” he said.",
            "Lindsey Orlen",
            id="a given name of either gender",
        ),
        pytest.param(
            "Mr. Orlen would take money from Texas or Puerto Rico. But it mattered little in "
            "Vietnam. “It is small,” he said.",
            "Orlen",
            id="places are nobody",
        ),
        pytest.param(
            "Ada Orlen, the mother of Ruvina Thaleb, wept.\nAfter Ruvina was hit, she cried, “I am "
            "hit in my back.”",
            "Ruvina",
            id="an unknown given name alone",
        ),
        pytest.param(
            "Tom Orlen heard little from lawmakers.\nSen. Paul Veld, R-Fla., accused Orlen of it "
            "all.\n“It is nothing,” he said.",
            "Paul Veld",
            id="a preposition in the sentence before",
        ),
        pytest.param(
            "“The plan is weak,” Michael R. Bloomberg, a former mayor, said. But, he added, “we "
            "can mend it.”",
            "Michael R. Bloomberg",
            id="a surname that companies have too",
        ),
    ],
)
def test_a_pronoun_is_resolved_to_its_person(text: str, name: str) -> None:
    assert speaker_of_last_quote(text).name == name


def test_whoever_speaks_the_quote_around_it_is_not_he() -> None:
    text = "Paul Veld called.\n“When Veld asked me, he said, ‘You know it,’” Tom Orlen said."
    inner = next(quote for quote in find_quotes(text) if quote.depth == 1)
    assert inner.speaker is not None
    assert inner.speaker.name == "Paul Veld"


def test_the_speaker_before_is_surer_than_one_of_two_persons() -> None:
    continued = speaker_of_last_quote("“It is over,” Tom Orlen said. “We leave,” he added.")
    of_two = speaker_of_last_quote("Tom Orlen met Paul Veld on Monday. “We leave,” he said.")
    assert (continued.resolution, of_two.resolution) == (
        "pronoun of the speaker before",
        "pronoun of one of several persons",
    )
    assert continued.confidence >= of_two.confidence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paul Veld’s wife, Ada Veld, came. Veld said “it is late.”", "Paul Veld"),
        ("Paul Veld’s wife, Ada Veld, came. Mrs. Veld said “it is late.”", "Ada Veld"),
        (
            "Paul Veld met his daughters at noon.\nAda and Mary Veld ran off. Mr. Veld said “it is "
            "late.”",
            "Paul Veld",
        ),
        ("Tom Orlen came. Then Orlen and Ada Veld ate. Veld said “it is late.”", "Ada Veld"),
        ("Paul Veld Jr. came. Ada Orlen came. Veld said “it is late.”", "Paul Veld Jr"),
    ],
)
def test_a_surname_alone_is_no_relative_s(text: str, name: str) -> None:
    text = "Paul Veld came.\n" + text if "wife" in text else text
    assert speaker_of_last_quote(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paul Veld Jr. came. Ada Orlen ate. Mr. Veld Jr. sat. Veld said “it is late.”", "Veld"),
        ("Paul Veld met Paul Veld Jr. at noon. Veld Jr. said “it is late.”", "Paul Veld Jr"),
        ("Paul Veld met Paul Veld Jr. at noon. Paul Veld said “it is late.”", "Paul Veld"),
        ("Paul Veld met Paul Veld Jr. at noon. The elder Mr. Veld said “it is late.”", "Paul Veld"),
        (
            "Paul Veld met Paul Veld Jr. at noon. The younger Veld said “it is late.”",
            "Paul Veld Jr",
        ),
        ("Paul Veld Jr. sat with the chair. Paul Veld, who ate, said “it is late.”", "Paul Veld"),
        ("Paul Veld Jr. sat down. Veld Jr. ate. He said “it is late.”", "Paul Veld Jr"),
    ],
)
def test_a_son_of_the_same_name_is_told_by_his_suffix(text: str, name: str) -> None:
    assert speaker_of_last_quote(text).name == name


def test_the_elder_of_two_without_a_suffix_is_no_more_than_inferred() -> None:
    text = "Paul Veld met Max Veld, his father. “It is over,” the elder Veld said."
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert not quote.speaker.is_stated


def test_one_of_several_whom_a_preposition_governs_is_no_more_than_inferred() -> None:
    text = "The talk with Ned Prenn was for Tom Tarn. “It is going to be a good year,” he said."
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert not quote.speaker.is_stated
    (surer,) = find_quotes("Ned Prenn met Tom Tarn. “It is going to be a good year,” he said.")
    assert surer.speaker is not None
    assert surer.speaker.is_stated


def test_a_name_behind_a_participle_is_not_whom_the_pronoun_before_it_means() -> None:
    text = (
        "Ned Lodd came late to the harbour.\nAfter the vote, he was all smiles, thanking Tom "
        "Wiech, Vance, and the crew for it.\n“It is over for good,” he said."
    )
    quote = find_quotes(text)[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Ned Lodd"
