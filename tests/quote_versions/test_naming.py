"""A name and a description in one sentence are one person only where the text says so."""

from __future__ import annotations

import pytest

from reader import check_quote
from reader.quote_versions.naming import is_called, is_said_to_speak

WORDS = "The sluice was never sound"


@pytest.mark.parametrize(
    "source",
    [
        "A judge told Orla, “The sluice was never sound.”",
        "Asked by Orla whether it held, the engineer said: “The sluice was never sound.”",
        "Mina Orla took the camera. A bystander told Orla, “The sluice was never sound.”",
        "The police told Orla, “The sluice was never sound.”",
        "“The sluice was never sound,” a police officer told Mina Orla.",
        "“The sluice was never sound,” Mina Orla was told by a police officer.",
        "A witness said of Orla: “The sluice was never sound.”",
        "A critic of Orla said: “The sluice was never sound.”",
        "The opponent of Orla said: “The sluice was never sound.”",
        "An aide to Orla said: “The sluice was never sound.”",
        "Another man then tells Orla, “The sluice was never sound.”",
        "Marchers told Orla: “The sluice was never sound.”",
        "In their letter to Mina Orla, the scholars said: “The sluice was never sound.”",
        "Asked about Orla, the engineer left. The engineer said: “The sluice was never sound.”",
        "The scholars corrected Mr Orla. The scholars say that “the sluice was never sound.”",
        "“The sluice was never sound,” the Lock Board said. “No,” said an Orla spokesman.",
    ],
)
@pytest.mark.parametrize("name", ["Mina Orla", "Orla"])
def test_whoever_is_spoken_to_or_of_is_no_speaker(source: str, name: str) -> None:
    assert check_quote(WORDS, source, name).needs_review


@pytest.mark.parametrize(
    "source",
    [
        "Mina Orla, the lock keeper, left. “The sluice was never sound,” the lock keeper said.",
        "Lock keeper Mina Orla was angry.\n“The sluice was never sound,” the lock keeper said.",
        "Mina Orla has been mayor since May. “The sluice was never sound,” said the mayor.",
        "The mayor, Mina Orla, came. “The sluice was never sound,” said the mayor.",
        "Mina Orla was the chief engineer. The chief engineer said: “The sluice was never sound.”",
        "Mina Orla, 43, a teacher, came. “The sluice was never sound,” the teacher said.",
        "“The sluice was never sound,” Orla told reporters.",
        "Orla said the work was late. “The sluice was never sound.”",
    ],
)
@pytest.mark.parametrize("name", ["Mina Orla", "Orla"])
def test_the_source_may_call_the_speaker_otherwise(source: str, name: str) -> None:
    assert not check_quote(WORDS, source, name).needs_review


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("the mayor, Mina Orla, left", True),
        ("Mina Orla, who is the mayor, left", True),
        ("Mina Orla, the long-serving mayor, left", True),
        ("Mina Orla told the mayor", False),
        ("Mina Orla, asked by the mayor, left", False),
        ("the mayor told Mina Orla", False),
        ("Mina Orla and the mayor left", False),
    ],
)
def test_a_description_has_to_be_beside_the_name(text: str, called: bool) -> None:
    assert is_called("Mina Orla", "mayor", text) is called


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Orla said it was late", True),
        ("it was late, said Mina Orla", True),
        ("Orla later told reporters", True),
        ("a judge told Orla", False),
        ("Orla was told by a judge", False),
        ("Orla left the room", False),
    ],
)
def test_a_speaker_is_the_subject_of_a_reporting_verb(text: str, speaks: bool) -> None:
    assert is_said_to_speak("Orla", text) is speaks
