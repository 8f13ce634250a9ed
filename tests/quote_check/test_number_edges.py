"""Numbers at the edge of what differs, and the same number written in several ways."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quote

WRITINGS = ["20 percent", "twenty percent", "20%"]


@pytest.mark.parametrize("written", WRITINGS)
@pytest.mark.parametrize("printed", WRITINGS)
def test_the_sentence_behind_a_number_is_no_part_of_it(printed: str, written: str) -> None:
    source = f"“The guild owns {printed}. The harbour has all other boats,” Vance said."
    assert not check_quote(f"The guild owns {written}", source, "Vance").needs_review


@pytest.mark.parametrize("written", WRITINGS)
@pytest.mark.parametrize("printed", WRITINGS)
def test_what_is_counted_is_left_out_and_no_part_of_the_number(printed: str, written: str) -> None:
    source = f"“The guild owns {printed} of boats that leak,” Vance said."
    check = check_quote(f"The guild owns {written}", source, "Vance")
    missed = [reason.source_words for reason in check.reasons if reason.needs_review]
    assert missed == ["of boats that leak"]


@pytest.mark.parametrize(
    "other",
    [
        "We lost about 20 percent of the boats in the winter",
        "We lost a fifth of the boats in the winter",
        "We lost the 20 percent of the boats in the winter",
        "We lost boats, 20 percent of them, in the winter",
        "We lost 20 percent of our boats in winter",
        "We lost 20 percent of the old boats in the winter",
    ],
)
def test_the_writing_of_a_number_makes_no_difference_to_another_source(other: str) -> None:
    sources = [
        "“We lost 20 percent of the boats in the winter,” Vance said.",
        f"“{other},” he said.",
    ]
    drafts = [f"We lost {written} of the boats in the winter" for written in WRITINGS]
    assert len({check_quote(draft, sources).needs_review for draft in drafts}) == 1
