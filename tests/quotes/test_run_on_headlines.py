"""Headlines in title case with which the line of a sentence begins."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.run_on_headlines import find_headline_end, part_headline

_REST = (
    "came to the harbour of Lodd on Monday and met the owners of the ferries, who had asked for it "
    "since the winter. “It is over for good,” she said. The board did not answer, and the ferries "
    "stayed where they were for the rest of the week, with all of their crews and without a single "
    "passenger on board."
)


@pytest.mark.parametrize(
    ("headline", "opening"),
    [
        ("Harbour Mayor Promises New Ferries for Lodd", "Mayor Ada Brandt"),
        ("Harbour Owners Ask Ada Brandt About Ferries", "Ada Brandt"),
        ("Harbour Owners Ask Ada Brandt About Ferries", "The mayor"),
        ("Harbour Owners Ask Ada Brandt About Ferries", "LODD, Va. — Ms. Brandt"),
    ],
)
def test_a_headline_ends_before_what_opens_the_sentence(headline: str, opening: str) -> None:
    text = f"{headline} {opening} {_REST}"
    assert find_headline_end(text) == len(headline)
    assert part_headline(text) == f"{headline}\n{opening} {_REST}"


@pytest.mark.parametrize(
    "opening",
    [
        "Mayor Ada Brandt",
        "LODD, Va. (Ferry News) — Mayor Ada Brandt",
        "Harbour mayor promises ferries Ada Brandt",
        "Harbour Mayor Promises New Ferries for Lodd\nMayor Ada Brandt",
    ],
)
def test_nothing_is_parted_where_no_title_runs_on(opening: str) -> None:
    text = f"{opening} {_REST}"
    assert part_headline(text) is text


def test_the_name_behind_a_headline_is_that_of_the_person() -> None:
    text = f"Harbour Owners Ask Ada Brandt About Ferries Ada Brandt {_REST}"
    quote = find_quotes(text)[0]
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Brandt"
    assert text[quote.start : quote.end] == quote.text
