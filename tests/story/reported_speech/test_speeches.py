"""What an article gives as somebody's words."""

from __future__ import annotations

import pytest

from reader import VersionForm, find_quotes
from reader.quotes import ArticleText
from reader.story.reported_speech.speech import Speech
from reader.story.reported_speech.speeches import find_speeches
from tests.story.people_texts import article


def speeches_of(text: str) -> list[tuple[str, str, int]]:
    """Return form, speaker and number of words of what an article gives as speech."""
    found = article("The day\n\n" + text)
    return [describe(speech) for speech in find_speeches(ArticleText(found), find_quotes(found))]


def describe(speech: Speech) -> tuple[str, str, int]:
    name = speech.speaker.display_name if speech.speaker else ""
    return speech.form.value, name, speech.words


def test_an_utterance_split_by_its_attribution_is_one() -> None:
    assert speeches_of("“It was late,” Ida Vance said. “Nobody came.”") == [
        (VersionForm.DIRECT.value, "Ida Vance", 5)
    ]


def test_a_sentence_of_indirect_speech_counts_the_clause() -> None:
    assert speeches_of("Ida Vance said that nobody came to the quay.") == [
        (VersionForm.INDIRECT.value, "Ida Vance", 6)
    ]


def test_a_verb_that_is_no_speech_counts_nothing() -> None:
    assert speeches_of("Ida Vance declared an emergency. Tom Wiech supports Ida Vance.") == []
    assert speeches_of("Ida Vance believes that nobody came.") == []


def test_a_sentence_with_a_quotation_is_no_indirect_speech_besides() -> None:
    (only,) = speeches_of("Ida Vance said that it had been “far too late for anybody” by then.")
    assert only == (VersionForm.PARTIAL.value, "Ida Vance", 5)


def test_a_quotation_inside_another_is_part_of_it() -> None:
    (only,) = speeches_of("“He told me, ‘You are late,’ and left,” Ida Vance said.")
    assert only == (VersionForm.DIRECT.value, "Ida Vance", 8)


def test_titles_of_works_are_no_speech() -> None:
    assert speeches_of("Ida Vance has read “The Old Man and the Sea” twice.") == []


def test_words_before_a_speaker_are_said_only_where_the_sentence_ends_with_him() -> None:
    assert speeches_of("Nobody came to the quay, Ida Vance said on Monday.") == [
        (VersionForm.INDIRECT.value, "Ida Vance", 5)
    ]
    (only,) = speeches_of(
        "In a speech to the owners of boats on Saturday, Ida Vance said that nobody came."
    )
    assert only == (VersionForm.INDIRECT.value, "Ida Vance", 3)


def test_an_infinitive_is_said_after_a_verb_of_asking() -> None:
    (only,) = speeches_of("Ida Vance urged the board to read the gauges.")
    assert only == (VersionForm.INDIRECT.value, "Ida Vance", 6)
    assert speeches_of("Ida Vance rejected the plan of the board.") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mr. Seel was offered a post, a source told the paper during a briefing on Friday.",
            ("a source", "Mr. Seel was offered a post"),
        ),
        (
            "Democrats were equally adamant, said another official who was present for it.",
            ("another official", "Democrats were equally adamant"),
        ),
        (
            "Couples do not have to file again now, an official said, meaning that they wait.",
            ("an official", "Couples do not have to file again now"),
        ),
        (
            "A grand jury has been convened and was to meet, said Tom Wiech, a spokesman for it.",
            ("Tom Wiech", "A grand jury has been convened and was to meet"),
        ),
        (
            "The president’s aide used Ida Vance to see if Carl Seel would leave, the White House "
            "said on Friday.",
            ("White House", "The president’s aide used Ida Vance to see if Carl Seel would leave"),
        ),
        (
            "Ida Vance said on Monday that the boats had been lost.",
            ("Ida Vance", "that the boats had been lost."),
        ),
    ],
)
def test_an_indirect_item_is_the_clause_that_is_said(text: str, said: tuple[str, str]) -> None:
    found = article("The day\n\n" + text)
    whole = ArticleText(found)
    (speech,) = find_speeches(whole, find_quotes(found))
    assert speech.speaker is not None
    assert (speech.speaker.name, whole.text[slice(*speech.spans[0])].strip()) == said


def test_words_of_a_person_without_a_name_are_not_of_whom_he_speaks_for() -> None:
    (only,) = speeches_of("A spokesman for St. Louis County Prosecutor Bob Brodt said it was late.")
    assert only[1] == "A spokesman for St. Louis County Prosecutor Bob Brodt"


def test_a_part_that_another_speaker_tells_of_is_not_surely_of_the_nearer_one() -> None:
    ((_, name, _),) = speeches_of(
        "Carl Seel, the chief, asked Ida Vance to explore “options of service” there, the White "
        "House said in a statement."
    )
    assert name == "unknown, perhaps Carl Seel"
    found = speeches_of("Tom Wiech said Ida Vance had conveyed plans of a “harbour board”.")
    assert found[0][1].startswith("unknown, perhaps")


def test_a_motto_is_not_said() -> None:
    assert (
        speeches_of(
            "Ida Vance spoke. She tweaked the council for a resolution reaffirming the motto, "
            "“In Boats We Trust,” when they should be building."
        )
        == []
    )


UNSURE = [
    "Ida Vance told the board the quay was shut, and the board retaliated by closing the bridge.",
    "Ida Vance said that the quay had been shut, but the board never closed the bridge.",
    "Ida Vance has maintained she is innocent and on Friday accused the board of theft.",
    "Ida Vance denied that she had shut the quay but said she could not be sure of the bridge.",
    "Ida Vance said she did not know the owner of the quay; he followed her to the bridge.",
    "The engineer who first disclosed that the quay had been shut denied any part in it.",
]


@pytest.mark.parametrize("sentence", UNSURE)
def test_words_whose_end_is_not_sure_are_not_counted(sentence: str) -> None:
    (only,) = speeches_of(sentence)
    assert only[0] == VersionForm.INDIRECT.value
    assert only[2] == 0


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Vance — who has insisted she will not shut the quay — spoke to Tom Wiech.", "Vance", 6),
        ("When Ida Vance said she had, Tom Wiech produced records of the quay.", "Ida Vance", 2),
        (
            "Ida Vance, who initially said the quay was open, later shut it for a week.",
            "Ida Vance",
            4,
        ),
        (
            "Ida Vance insisted that Tom Wiech had made, at best, small mistakes when he said he "
            "had read the gauges.",
            "Ida Vance",
            17,
        ),
        (
            "Ida Vance argued that the board had waived its right, a claim the board disputed.",
            "Ida Vance",
            7,
        ),
        (
            "Boats had been lost in the flood, according to people familiar with how it works.",
            "people",
            7,
        ),
        (
            "Ida Vance had corrected herself, the harbour board said in a January memo.",
            "the harbour board",
            5,
        ),
        (
            "The flood has several causes, said Ida Vance, who came up with the idea.",
            "Ida Vance",
            5,
        ),
        (
            "The Herald maintained that its report was accurate, its editor, Tom Wiech, said on "
            "Monday.",
            "Tom Wiech",
            8,
        ),
        (
            "According to Ida Vance at the Herald, the quay was shut in the flood.",
            "Ida Vance",
            7,
        ),
        ("Was she sure, Ida Vance asked, that the quay was shut?", "Ida Vance", 8),
        (
            "He spoke of a sketch in which the comedian Ida Vance, a friend, had joked that the "
            "quay was hers.",
            "Ida Vance",
            5,
        ),
    ],
)
def test_a_statement_ends_with_its_clause(sentence: str, speaker: str, words: int) -> None:
    (only,) = speeches_of(sentence)
    assert only == (VersionForm.INDIRECT.value, speaker, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The report added another jolt to a wet week for the harbour board.",
        "Ida Vance told a humanizing story about the ferry and the harbour board.",
        "Ida Vance suggested few ideas for how to keep the water out.",
        "The harbour board disputed on Friday a report that said Ida Vance was late.",
    ],
)
def test_an_object_of_a_verb_is_no_statement(sentence: str) -> None:
    assert speeches_of(sentence) == []


def test_who_tells_that_somebody_else_said_something_is_the_speaker() -> None:
    (only,) = speeches_of("Aides said Mr. Wiech told the harbour board that the quay was shut.")
    assert only[1:] == ("Aides", 11)


def test_words_that_describe_a_body_are_not_said_by_it() -> None:
    found = speeches_of(
        "Ida Vance renewed her attack on her “wet state” Harbour Department, and said Tom Wiech "
        "should leave."
    )
    assert {speaker for _, speaker, _ in found} <= {"Ida Vance", ""}


def test_a_letter_is_not_said_by_whoever_is_named_before_it() -> None:
    (only, *_) = speeches_of(
        "Ida Vance announced her plans in a letter from her lawyer, Tom Wiech, to the board. “She "
        "has not taken any boats,” the letter addressed to the board reads, according to the "
        "Herald."
    )
    assert only[1] != "Ida Vance"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ida Vance repeatedly insisted boats and nets were lost on the quay.", 8),
        ("Ida Vance suggested Mr. Roe might go.", 4),
        ("Ida Vance announced Tuesday she’ll sell the ferry.", 4),
        ("The ferry is for sale, Ida Vance announced Friday in a statement and a film.", 5),
        ("Ida Vance noted, though, that she was early.", 4),
        ("Boats are lost, Ida Vance said, and papers are gone.", 0),
    ],
)
def test_a_statement_needs_no_that(sentence: str, words: int) -> None:
    assert speeches_of(sentence) == [(VersionForm.INDIRECT.value, "Ida Vance", words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Vance announced the plan Mr. Roe had drafted.",
        "Ida Vance suggested few ideas for how it would go.",
        "Ida Vance warned of a storm that will come.",
        "Ida Vance declared a day of mourning, and the flags were lowered.",
    ],
)
def test_an_object_with_a_clause_of_its_own_is_no_statement(sentence: str) -> None:
    assert speeches_of(sentence) == []


def test_a_pull_quote_is_not_said_again() -> None:
    body = "“Nobody in this town came to the quay at night,” Ida Vance said."
    assert speeches_of(f"{body}\n\n“Nobody in this town came to the quay”\n\nIt rained.") == [
        (VersionForm.DIRECT.value, "Ida Vance", 10)
    ]
