"""He or she after a person without a name who spoke right before."""

import pytest

from reader import find_quotes

OPENING = "Paul Veld left the harbour on Monday.\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Veld’s lawyer said it was over. “We leave for good,” he said.", "Veld’s lawyer"),
        ("“It is over,” Veld’s lawyer said. “We leave for good,” he added.", "Veld’s lawyer"),
        ("“It is over,” said an aide to Veld. “We leave for good,” he added.", "an aide"),
        ("A spokesman for Veld said it was over.\n“We leave for good,” he said.", "A spokesman"),
        ("The lawyer for Veld said it was over. “We leave for good,” he said.", "The lawyer"),
        (
            "A friend said it was over. He said Veld had left. “We leave for good,” he added.",
            "A friend",
        ),
    ],
)
def test_it_is_the_unnamed_speaker_and_not_whom_he_speaks_for(text: str, name: str) -> None:
    speaker = find_quotes(OPENING + text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.resolution) == (name, "pronoun of an unnamed speaker")


@pytest.mark.parametrize(
    "text",
    [
        "“Is it over?” a reporter asked. “We leave for good,” he said.",
        "A spokeswoman for Veld said it was over. “We leave for good,” he said.",
        "Veld said his lawyer had left. “We leave for good,” he said.",
        "The harbour was closed. “We leave for good,” he said.",
        "His aide said it was over. Veld attacked what he called a “rotten harbour”.",
        "It is over, an aide said. The skipper left a town which he called a “rotten harbour”.",
        "A friend said it was over. Then Veld blamed what he called “a rotten town”. "
        "“We leave for good,” he said.",
    ],
)
def test_whoever_was_asked_or_is_of_the_other_sex_is_the_person_named_before(text: str) -> None:
    speaker = find_quotes(OPENING + text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Paul Veld"


def test_a_role_with_a_name_beside_it_is_that_person() -> None:
    text = "“It is over,” his lawyer, Tom Orlen, said. “We leave for good,” he added."
    speaker = find_quotes(OPENING + text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Tom Orlen"
