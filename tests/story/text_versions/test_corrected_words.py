"""Which changes a correction note speaks of."""

from __future__ import annotations

import pytest

from reader.articles import clean_line
from reader.story.text_versions.corrected_words import point_at_changes

CHANGES = [
    ("12", "21"),
    ("in the morning", "on Saturday"),
    ("Ilse Marand", "Ilse Marandt"),
    ("", "Farmers in Brodau complained that their beets had been waiting on the quay."),
]


@pytest.mark.parametrize(
    ("note", "pointed"),
    [
        ("Correction: twenty-one passengers were injured, not twelve.", [0]),
        ("An earlier version of this article misspelled the name of Ilse Marandt.", [2]),
        ("This article was updated to add that farmers complained about waiting beets.", [3]),
        ("Correction: an earlier headline gave a wrong place.", []),
        ("Clarification: the office spoke on Saturday.", [1]),
    ],
)
def test_a_note_points_at_the_words_that_it_names(note: str, pointed: list[int]) -> None:
    assert sorted(point_at_changes([clean_line(note)], CHANGES)) == pointed


def test_without_notes_or_changes_nothing_is_pointed_at() -> None:
    assert point_at_changes([], CHANGES) == {}
    assert point_at_changes([clean_line("Correction: it was 21.")], []) == {}
