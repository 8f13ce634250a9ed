"""The speakers in a transcript, and texts that are not transcripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.transcripts import find_spoken_spans, find_turns

HEARING = """Minutes of the dredging inquiry
CHAIR: Did the pilot see the buoy?
QUILL: He did not see the buoy. (coughs) It was dark.
It had been dark since four.
ROOK: The buoy was lit. [crosstalk]
CHAIR: Thank you, Mr Rook."""


def read(text: str) -> list[tuple[str, str]]:
    return [
        (turn.label, " | ".join(text[start:end] for start, end in turn.spans))
        for turn in find_turns(text)
    ]


def test_labels_begin_turns_and_lines_without_go_on() -> None:
    assert read(HEARING) == [
        ("CHAIR", "Did the pilot see the buoy?"),
        ("QUILL", "He did not see the buoy. | It was dark. | It had been dark since four."),
        ("ROOK", "The buoy was lit."),
        ("CHAIR", "Thank you, Mr Rook."),
    ]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "[00:00:02] Host: Who rang?\n[00:00:09] Ada Quill: Nobody rang. We\n[00:00:12] waited.",
            [("Host", "Who rang?"), ("Ada Quill", "Nobody rang. We | waited.")],
        ),
        (
            "Ada Quill (00:02): Nobody rang.\nJo Rook (01:10): I did ring.",
            [("Ada Quill", "Nobody rang."), ("Jo Rook", "I did ring.")],
        ),
        (
            "Ada Quill 0:00:02\nNobody rang.\nJo Rook 0:01:10\nI did ring.",
            [("Ada Quill", "Nobody rang."), ("Jo Rook", "I did ring.")],
        ),
        ("Q: Who rang?\nA: Nobody.", [("Q", "Who rang?"), ("A", "Nobody.")]),
        (
            "Q. Who rang?\nA. Nobody.\nWe waited.",
            [("Q", "Who rang?"), ("A", "Nobody. | We waited.")],
        ),
        (
            "SEN. QUILL (D-Leith): Who?\nMR. ROOK: Nobody. It rained. SEN. QUILL: Why?\n"
            "MR. ROOK: Why not?",
            [
                ("SEN. QUILL", "Who?"),
                ("MR. ROOK", "Nobody. It rained."),
                ("SEN. QUILL", "Why?"),
                ("MR. ROOK", "Why not?"),
            ],
        ),
        (
            "Ada Quill: Who rang?\nJo Rook: Nobody rang.\nAda Quill: Why not?\nJo Rook: At 10:30?",
            [
                ("Ada Quill", "Who rang?"),
                ("Jo Rook", "Nobody rang."),
                ("Ada Quill", "Why not?"),
                ("Jo Rook", "At 10:30?"),
            ],
        ),
        ("[00:00:01] Nobody rang. We\n[00:00:04] waited.", [("", "Nobody rang. We | waited.")]),
        (
            "[00:01] Ada Quill: Nobody rang me in\n[00:04] Lisk.\n[00:06] Jo Rook: Why?",
            [("Ada Quill", "Nobody rang me in | Lisk."), ("Jo Rook", "Why?")],
        ),
        ("[00:01] Nobody rang.\n[00:02] >> I did.", [("", "Nobody rang."), ("", "I did.")]),
        (
            "0:00\nNobody rang. We\n0:04\nwaited.\n0:09\nIn vain.",
            [("", "Nobody rang. We | waited. | In vain.")],
        ),
        (
            "Ada Quill 0:02\nNobody rang.\nWe waited.\nJo Rook 0:30\nI did ring.\nTwice.",
            [("Ada Quill", "Nobody rang. | We waited."), ("Jo Rook", "I did ring. | Twice.")],
        ),
        (
            "Mr. QUILL. Nobody rang.\nThe CHAIRMAN. Who?\nMr. QUILL. Nobody.",
            [("Mr. QUILL", "Nobody rang."), ("The CHAIRMAN", "Who?"), ("Mr. QUILL", "Nobody.")],
        ),
        (
            "Ms. Quill. Nobody rang.\nSenator Rook. Who?\nMs. Quill. Nobody.",
            [("Ms. Quill", "Nobody rang."), ("Senator Rook", "Who?"), ("Ms. Quill", "Nobody.")],
        ),
        (
            "Q1 Chair: Who rang?\nAda Quill: Nobody.\nQ2 Jo Rook: Why?\nAda Quill: Why not?",
            [
                ("Chair", "Who rang?"),
                ("Ada Quill", "Nobody."),
                ("Jo Rook", "Why?"),
                ("Ada Quill", "Why not?"),
            ],
        ),
        (
            "ADA QUILL, PILOT: Nobody rang.\nROOK: I did.\nQUILL (voice-over): Why?\nROOK: So.",
            [("ADA QUILL", "Nobody rang."), ("ROOK", "I did."), ("QUILL", "Why?"), ("ROOK", "So.")],
        ),
        (
            "Ada: (00:07)\nNobody rang.\nJo: (03:40) I did.\n(04:00):\nTwice.",
            [("Ada", "Nobody rang."), ("Jo", "I did. | Twice.")],
        ),
        (
            "Ada Quill:\nNo.\nNo.\nJo Rook:\nWhy?\nWhy?\n" * 3,
            [("Ada Quill", "No. | No."), ("Jo Rook", "Why? | Why?")] * 3,
        ),
        ("Q   Who rang?\nA   Nobody.", [("Q", "Who rang?"), ("A", "Nobody.")]),
    ],
)
def test_forms_of_transcripts(text: str, turns: list[tuple[str, str]]) -> None:
    assert read(text) == turns


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank\nNobody was hurt.\nNote: the quay is closed.",
        "The ferry sank\nNote: the quay is closed.\nUpdate: it is open.\nNote: it is closed again.",
        "When: Monday\nWhere: the quay\nWho: Ada Quill\nTickets: none",
        "Leith: one boat\nGranton: two boats\nCramond: no boat\nNewhaven: three",
        "Opening 9:00\nLunch 12:30\nDinner 18:00",
        "Mr. Quill was there.\nThe talks ended. He left.\nThe City. It rains.\nThe City. Again.",
        "9:00\n10:00\n11:00",
        "10:00 Opening\n11:00 Ada Quill: the harbour\n12:00 Lunch",
        "Ada Quill said: “Nobody rang.”\nJo Rook said: “I did.”\nAda Quill said: “Why?”",
        "One\nTwo\nThree\nFour\nThey spoke on the radio.\nQUILL: Who?\nROOK: You.\nQUILL: Me?",
        "",
        ":\n::\n:",
    ],
)
def test_articles_with_colons_are_no_transcripts(text: str) -> None:
    assert find_turns(text) == ()


def test_words_are_those_before_the_first_turn_and_those_spoken() -> None:
    spans = find_spoken_spans(HEARING, find_turns(HEARING))
    words = " ".join(HEARING[start:end] for start, end in spans)
    assert words.startswith("Minutes of the dredging inquiry")
    assert not {"CHAIR", "QUILL", "ROOK", "coughs", "crosstalk"} & set(words.split())


def test_all_lines_of_an_article_are_words() -> None:
    text = "The ferry sank\n\nNobody was hurt."
    assert [text[start:end] for start, end in find_spoken_spans(text, ())] == text.split("\n")


@given(st.text(alphabet="QA AB:.\n[]()0123>-é", max_size=120))
def test_turns_are_in_order_and_apart(text: str) -> None:
    end = 0
    for turn in find_turns(text):
        assert text[turn.start : turn.end] == turn.label
        for start, stop in turn.spans:
            assert end <= start < stop <= len(text)
            assert "\n" not in text[start:stop]
            end = stop
    assert end <= len(text)
