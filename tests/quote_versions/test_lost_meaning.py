"""Negations, conditions and numbers that a version of a quote lost or added."""

from __future__ import annotations

import pytest

from reader.quote_versions.lost_meaning import find_lost_meaning
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.version_edits import build_version_edits


def lost(base: str, version: str, lead: str = "") -> list[tuple[str, str, bool]]:
    text = lead + version
    words = [
        PrintedWords(base, read_quote_words(base, [(0, len(base))])),
        PrintedWords(text, read_quote_words(text, [(len(lead), len(text))])),
    ]
    edits = build_version_edits(words[0].words, words[1].words)
    return [(one.code.value, one.words, one.is_added) for one in find_lost_meaning(edits, *words)]


BASE = "We will not close the harbour of Ashford this winter."


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        (BASE, "We will close the harbour of Ashford this winter.", ("negation", "not", False)),
        ("We will close the harbour.", "We will not close the harbour.", ("negation", "not", True)),
        (BASE, "close the harbour of Ashford this winter, they said", ("negation", "not", False)),
        (
            "The harbour, if the board agrees, will be closed.",
            "The harbour will be closed.",
            ("condition", "if the board agrees", False),
        ),
        (
            "We will close the harbour if the board agrees.",
            "We will close the harbour.",
            ("condition", "if the board agrees", False),
        ),
        (
            "If the board agrees, we will close the harbour.",
            "we will close the harbour.",
            ("condition", "If the board agrees", False),
        ),
        (
            "But if the board agrees, we will close the harbour.",
            "we will close the harbour.",
            ("condition", "if the board agrees", False),
        ),
        (
            "We do not believe that the harbour was ever in danger.",
            "the harbour was ever in danger.",
            ("negation", "not", False),
        ),
        (
            "We will close 12 harbours of Ashford.",
            "We will close 9 harbours of Ashford.",
            ("number", "12", False),
        ),
        (
            "We will close, in 12 weeks, the harbour.",
            "We will close the harbour.",
            ("number", "12", False),
        ),
    ],
)
def test_what_governs_the_rest_is_named(
    base: str, version: str, expected: tuple[str, str, bool]
) -> None:
    assert lost(base, version) == [expected]


@pytest.mark.parametrize(
    ("base", "version", "lead"),
    [
        pytest.param(
            "They lied. Nothing happened to them.", "They lied.", "", id="another sentence"
        ),
        pytest.param(BASE, "close the harbour", "She would not “", id="said by the reporter"),
        pytest.param(
            "The plan is without merit and we will fight it here.",
            "we will fight it here",
            "",
            id="another clause",
        ),
        pytest.param(
            "We will not close … the old harbour now.",
            "We will not … close the harbour now.",
            "",
            id="kept",
        ),
        pytest.param(
            "If you ask me, nothing is so fake, and yet we do stay here.",
            "we do stay here",
            "",
            id="a condition of another clause",
        ),
        pytest.param(
            "The board does not want to close the harbour.",
            "The new board doesn’t want to close the harbour.",
            "",
            id="written differently",
        ),
    ],
)
def test_what_governs_nothing_that_is_left_is_not_named(base: str, version: str, lead: str) -> None:
    assert lost(base, version, lead) == []
