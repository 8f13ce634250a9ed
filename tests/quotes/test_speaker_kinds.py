"""The kinds of speakers that are no single person with a name."""

from __future__ import annotations

import pytest

from reader.quotes import SpeakerKind, find_quotes

KINDS = SpeakerKind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Critics said “it is over for good.”", "Critics", KINDS.GROUP),
        ("House Democrats said “it is over for good.”", "House Democrats", KINDS.GROUP),
        ("The report said “it is over for good.”", "The report", KINDS.DOCUMENT),
        ("“It is over for good,” the lawsuit says.", "the lawsuit", KINDS.DOCUMENT),
        ("“It is over for good,” the White House said.", "White House", KINDS.OFFICE),
        ("Police said “it is over for good.”", "police", KINDS.OFFICE),
        ("The Trade Ministry said “it is over for good.”", "Trade Ministry", KINDS.OFFICE),
        (
            "“It is over,” said the Virginia Police Department.",
            "Virginia Police Department",
            KINDS.OFFICE,
        ),
        ("The company said “it is over for good.”", "The company", KINDS.ORGANISATION),
        ("“It is over,” said Ada Orlen and Paul Veld.", "Ada Orlen and Paul Veld", KINDS.JOINT),
        ("Ms. Orlen and Mr. Veld said “it is over for good.”", "Orlen and Veld", KINDS.JOINT),
        (
            "Rep. Ada Orlen, R-Ohio, and Sen. Paul Veld, D-Ore., said in a joint statement that "
            "“it is over for good.”",
            "Ada Orlen and Paul Veld",
            KINDS.JOINT,
        ),
        ("“It is over,” said Ada Orlen and Paul Veld agreed.", "Ada Orlen", KINDS.PERSON),
        ("Ada Orlen laughed and Paul Veld said “it is over.”", "Paul Veld", KINDS.PERSON),
        ("“It is over,” the White House aide Ada Orlen said.", "Ada Orlen", KINDS.PERSON),
        ("“It is over for good,” said Michael Bloomberg.", "Michael Bloomberg", KINDS.PERSON),
    ],
)
def test_the_kind_of_a_speaker(text: str, name: str, kind: SpeakerKind) -> None:
    speaker = find_quotes(text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


def test_a_spokesperson_is_shown_with_whom_he_speaks_for() -> None:
    text = "A spokesman for the harbour board said “it is over for good.”"
    speaker = find_quotes(text)[0].speaker
    assert speaker is not None
    assert speaker.kind is SpeakerKind.SPOKESPERSON
    assert speaker.display_name == "A spokesman for the harbour board"
    assert not speaker.is_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We urge you,” Ms. Orlen and Mr. Veld said. “We do,” they said.", "Orlen and Veld"),
        ("“It is over,” the White House said. “It is late,” it added.", "White House"),
        ("Their concerns were slight. “It is over,” they said.", "they"),
        ("“It is over,” the governor said. The plan is old. “It is late,” it said.", "it"),
    ],
)
def test_it_and_they_are_no_single_person_and_no_idea(text: str, name: str) -> None:
    speaker = find_quotes(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == name
