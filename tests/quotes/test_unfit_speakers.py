"""Who is named beside a quotation and can hardly have said it. All sentences are made up."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.quote import Speaker


def read_last_speaker(text: str) -> Speaker:
    """Return the speaker of the last quote."""
    speaker = find_quotes(text)[-1].speaker
    assert speaker
    return speaker


@pytest.mark.parametrize(
    "text",
    [
        "“The sea will be yours for good,” the promise said.",
        "“You will never hold the sea,” one anti-Prenn text said.",
        "The messages said “you will never hold the sea.”",
        "“You will never hold the sea,” the original draft said.",
        "It said “you will never hold the sea.”",
    ],
)
def test_a_thing_is_no_stated_speaker(text: str) -> None:
    assert not read_last_speaker(text).is_stated


@pytest.mark.parametrize(
    "text",
    [
        "“The sea will be yours for good,” the harbour master said.",
        "“You will never hold the sea,” the report said.",
        "“You will never hold the sea,” one 43-year-old said.",
        "“You will never hold the sea,” the letter from the board said.",
        "“You will never hold the sea,” Moscow said.",
        "“You will never hold the sea,” Texas said.",
        "“The board told us ‘I want my boat’ at noon,” the report said.",
        "“World War I ended the trade,” the report said.",
    ],
)
def test_persons_bodies_and_documents_state(text: str) -> None:
    assert read_last_speaker(text).is_stated


@pytest.mark.parametrize(
    "speaker",
    ["New York", "Moscow", "the report", "the committee", "critics", "the Prenn Foundation"],
)
def test_one_person_alone_speaks_of_himself(speaker: str) -> None:
    assert not read_last_speaker(f"“I cut my hand on the rope,” {speaker} said.").is_stated
    assert read_last_speaker(f"“The boats cut the rope,” {speaker} said.").is_stated


def test_one_person_in_a_role_speaks_of_himself() -> None:
    assert read_last_speaker("“I cut my hand on the rope,” the pilot said.").is_stated


def test_nobody_inside_a_quotation_says_it() -> None:
    text = "The town slept. “We were late. A senator said it was cold. We left,” he said."
    assert not read_last_speaker(text).is_stated


@pytest.mark.parametrize("question", ["And Governor Mirl Tarn?", "What about Mr. Tarn’s plan?"])
def test_who_is_asked_about_does_not_answer(question: str) -> None:
    text = f"“We lost the boats,” Mayor Ola Prenn said.\n{question} “Strong,” he said."
    assert read_last_speaker(text).name == "Ola Prenn"


_FATHER_AND_SON = (
    "Governor John Prenn opened the harbour.\n"
    "{son} runs the shipyard.\n"
    "{between}“The sea belongs to nobody,” {speaker} said."
)


@pytest.mark.parametrize(
    ("between", "speaker", "name", "is_stated"),
    [
        ("The yard is old.\nIt lies in the bay.\n", "Mr. Prenn", None, False),
        ("The yard is old.\nIt lies in the bay.\n", "Peter Prenn", "Peter Prenn", True),
        ("The yard is old.\n", "Mr. Prenn", None, False),
        ("John Prenn came. Peter Prenn came.\n", "Mr. Prenn", None, False),
        (
            "The yard is old.\nIt lies in the bay.\nPeter Prenn came.\n",
            "Mr. Prenn",
            "Peter Prenn",
            True,
        ),
        ("John Prenn came.\nThe bay is wide.\nIt is old.\n", "Mr. Prenn", "John Prenn", True),
    ],
)
def test_a_surname_of_two_persons(
    between: str, speaker: str, name: str | None, is_stated: bool
) -> None:
    found = read_last_speaker(
        _FATHER_AND_SON.format(son="Peter Prenn", between=between, speaker=speaker)
    )
    assert found.is_stated is is_stated
    assert name is None or found.name == name


def test_a_title_tells_two_persons_of_a_surname_apart() -> None:
    found = read_last_speaker(
        _FATHER_AND_SON.format(
            son="Mary Prenn", between="It rained.\nIt was cold.\n", speaker="Mr. Prenn"
        )
    )
    assert found.name == "John Prenn"
    assert found.is_stated


def test_a_nickname_is_no_second_person() -> None:
    text = "William Prenn spoke.\nBill Prenn left.\nIt rained.\nIt was cold.\n"
    assert read_last_speaker(f"{text}“The sea is ours,” Prenn said.").is_stated


def test_the_only_one_named_near_has_the_surname() -> None:
    text = f"Governor John Prenn spoke.\nIt rained.\nPeter Prenn left. {'The sea was calm. ' * 30}"
    assert read_last_speaker(f"{text}\n“The sea is ours,” Mr. Prenn said.").name == "Peter Prenn"


def test_a_relative_named_near_is_not_surely_meant() -> None:
    text = "Governor John Prenn spoke.\nIt rained.\nIt was cold.\nHis wife, Mary Prenn, left.\n"
    found = read_last_speaker(f"{text}“The sea is ours,” Prenn said.")
    assert found.name == "John Prenn"
    assert not found.is_stated
