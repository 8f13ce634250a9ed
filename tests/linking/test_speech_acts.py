"""What a speaker does by saying something, and who does."""

from __future__ import annotations

import pytest

from reader.linking import speech_acts
from reader.linking.speech_acts import SpeechAct, find_speech_acts
from reader.text.word_alignment import find_words
from reader.text.word_lists import WordLists
from reader.text.words import stem_word


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Mayor Ilze Kalnina denied that the wall had cracked.", "deny", "kalnina"),
        ("“That is baseless,” said Kalnina.", "deny", "kalnina"),
        ("The claim was without merit, according to Juris Ozols of the port.", "deny", "ozols"),
        ("Kalnina ruled out a second lighthouse.", "rule out", "kalnina"),
        ("Ozols has pledged to mend the crane.", "promise", "ozols"),
        ("Ozols said he was grateful to the divers.", "thank", "ozols"),
    ],
)
def test_the_kind_of_an_act_and_its_speaker_are_found(text: str, kind: str, speaker: str) -> None:
    assert find_speech_acts(find_words(text)) == {SpeechAct(kind, speaker)}


@pytest.mark.parametrize(
    "text",
    ["Kalnina opened the harbour.", "He denied it.", "The rule was out of date, Ozols said."],
)
def test_no_act_is_found_without_its_words_or_a_name(text: str) -> None:
    assert find_speech_acts(find_words(text)) == set()


def test_a_word_is_of_one_kind() -> None:
    kinds: dict[tuple[str, ...], str] = {}
    for kind, lines in WordLists(speech_acts.__file__, "speech_acts").lines.items():
        for phrase in filter(None, " ".join(lines).rstrip(",").split(", ")):
            stems = tuple(stem_word(word, "en") for word in phrase.split())
            assert kinds.setdefault(stems, kind) == kind, phrase
    assert len(set(kinds.values())) > 10
