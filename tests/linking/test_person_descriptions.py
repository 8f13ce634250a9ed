"""Where a sentence says who somebody is."""

from __future__ import annotations

import pytest

from reader.linking.person_descriptions import find_descriptions

SENTENCES = [
    (
        "However, Harbour Board secretary Anna Olsen said no.",
        ["Harbour Board secretary Anna Olsen"],
    ),
    ("“No,” Anna Olsen, the head of the board, said.", ["Anna Olsen, the head of the board"]),
    ("The council thanked chief of staff Anna Olsen.", ["chief of staff Anna Olsen"]),
    (
        "They met Senator Anna Olsen (Zelba), who led the inquiry.",
        ["Senator Anna Olsen (Zelba), who led the inquiry."],
    ),
    ("The council closed the pier.", []),
]


@pytest.mark.parametrize(("sentence", "described"), SENTENCES)
def test_titles_jobs_and_appositions_belong_to_a_name(sentence: str, described: list[str]) -> None:
    assert [sentence[start:end] for start, end in find_descriptions(sentence, "")] == described


def test_another_sentence_shows_that_a_name_is_a_persons() -> None:
    sentence = "“No,” Quill Varga, the secretary, told them."
    beside = "Secretary Quill Varga spoke."
    assert list(find_descriptions(sentence, "")) == []
    assert [sentence[a:b] for a, b in find_descriptions(sentence, beside)] == [
        "Quill Varga, the secretary"
    ]
