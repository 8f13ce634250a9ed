"""The words of two texts that differ, edit by edit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Passage, Place
from reader.sources import article_from_text
from reader.story.text_versions.row_edits import (
    JoinedParagraphs,
    find_row_edits,
    split_edits_of_row,
)

SOME = ["a", "barge", "ran", "the", "lock", "at", "Tamsel", "12", "21", "“on”", "night,"]
WORDS = st.lists(st.sampled_from(SOME))


def list_edits(here: str, there: str) -> list[tuple[str, str]]:
    return [(here[edit.here], there[edit.there]) for edit in find_row_edits(here, there, "en")]


def test_changed_added_and_removed_words_are_edits() -> None:
    here = "A barge ran aground at Tamsel on Friday night with 12 people."
    there = "A grain barge ran aground at Tamsel on Friday with 21 people."
    assert list_edits(here, there) == [("", "grain"), ("night", ""), ("12", "21")]


def test_case_marks_and_typography_are_no_edit() -> None:
    assert list_edits("“It’s a lock,” he said.", '"it\'s a Lock" – he said') == []


def test_stop_words_between_two_rewritten_stretches_do_not_part_them() -> None:
    here = "The office promised quick repairs of the deep basin before spring."
    there = "The office announced long delays of the flooded harbour before spring."
    assert list_edits(here, there) == [
        ("promised quick repairs of the deep basin", "announced long delays of the flooded harbour")
    ]


@given(WORDS, WORDS)
def test_the_pieces_are_both_texts(ours: list[str], theirs: list[str]) -> None:
    here, there = " ".join(ours), " ".join(theirs)
    pieces = list(split_edits_of_row(here, there, find_row_edits(here, there)))
    assert "".join(piece.here for piece in pieces) == here
    assert "".join(piece.there for piece in pieces) == there


def test_a_stretch_over_two_paragraphs_is_a_passage_of_each() -> None:
    article = article_from_text("The barge ran aground.\n\nNobody was hurt.", name="text")
    joined = JoinedParagraphs(article, 1, (0, 1))
    start = joined.text.index("aground")
    found = joined.passages(slice(start, joined.text.index(" hurt")))
    assert [(passage.place, passage.text) for passage in found] == [
        (Place(1, 0), "aground."),
        (Place(1, 1), "Nobody was"),
    ]
    assert all(isinstance(passage, Passage) for passage in found)


def test_texts_too_long_for_one_table_are_compared_in_parts() -> None:
    here = [f"word{at}" for at in range(24_000)]
    there = [*here[:9_000], "added", *here[9_000:15_000], "other", *here[15_001:]]
    edits = list_edits(" ".join(here), " ".join(there))
    assert edits == [("", "added"), ("word15000", "other")]
