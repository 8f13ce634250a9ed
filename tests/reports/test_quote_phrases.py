"""The words in which reports print speakers and verbs."""

from __future__ import annotations

import pytest

from reader.quotes import Cue, Speaker, SpeakerKind, Stance, Strength
from reader.reports.quote_phrases import add_quotation_marks, describe_cue, describe_speaker


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        (Strength.ADJACENT, "Ann Lee"),
        (Strength.IMPLIED, "Ann Lee"),
        (Strength.INFERRED, "unknown, perhaps Ann Lee"),
    ],
)
def test_an_inferred_speaker_is_called_probable(strength: Strength, words: str) -> None:
    speaker = Speaker("Ann Lee", "Lee", 0, 3, SpeakerKind.PERSON, 0.8, strength)
    assert describe_speaker(speaker) == words
    assert describe_speaker(None) == "unknown"


def test_a_verb_is_printed_or_a_dash() -> None:
    assert describe_cue(Cue("emphasized", "emphasize", Stance.ASSERTING, 0, 10)) == "emphasized"
    assert describe_cue(None) == "–"


def test_words_in_marks_are_in_one_line() -> None:
    assert add_quotation_marks("two\n words ") == "“two words”"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("the quay", "“the quay”"),
        ("“I took the boat because of …", "“I took the boat because of …”"),
        ("he said “no”", "“he said “no”"),
        ("", "“”"),
    ],
)
def test_a_mark_that_the_words_have_is_not_doubled(words: str, printed: str) -> None:
    assert add_quotation_marks(words) == printed
