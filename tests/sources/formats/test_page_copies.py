"""Further copies of a story in its page."""

from __future__ import annotations

from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_copies import mark_copies

LINES = [
    f"The tide mill at Colne Point ground its {sack} sack of flour on Saturday, eighty-one years "
    "after a mine stopped the wheel."
    for sack in ("first", "second", "third", "fourth", "fifth")
]
GREETING = "Good morning from the mill."


def kinds(texts: list[str]) -> list[str]:
    pieces = [LocatedPiece("body", text, at) for at, text in enumerate(texts)]
    return [piece.kind for piece in mark_copies(pieces)]


def test_a_second_copy_is_folded_with_the_short_lines_around_it() -> None:
    texts = [*LINES, "Mill report", GREETING, *LINES, "courier"]
    assert kinds(texts) == ["body"] * 5 + ["boilerplate"] * 8


def test_what_is_told_first_after_a_copy_is_of_the_story() -> None:
    new = LINES[0].replace("first", "last")
    assert kinds([*LINES, *LINES[1:], new]) == ["body"] * 5 + ["boilerplate"] * 4 + ["body"]


def test_a_refrain_is_no_copy() -> None:
    assert kinds([LINES[0], LINES[1], LINES[0], LINES[2], LINES[0], GREETING]) == ["body"] * 6


def test_a_page_without_a_copy_stays_as_it_is() -> None:
    assert kinds([*LINES, GREETING, GREETING]) == ["body"] * 7


def test_a_copy_of_a_short_story_is_folded() -> None:
    assert kinds([LINES[0], GREETING, LINES[0], GREETING]) == ["body"] * 2 + ["boilerplate"] * 2


def test_a_copy_that_is_cut_into_other_paragraphs_is_folded() -> None:
    texts = [*LINES, " ".join(LINES[:3]), " ".join(LINES[3:])]
    assert kinds(texts) == ["body"] * 5 + ["boilerplate"] * 2
