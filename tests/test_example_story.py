"""The four reports in docs/ferry give the answers that the README says they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import Article, Coverage, Place, compare, open_articles
from reader.quote_versions import EditKind, EditPlace

FERRY = Path(__file__).parents[1] / "docs" / "ferry"


@pytest.fixture(scope="module")
def ferry() -> Coverage:
    return compare(open_articles([str(report) for report in sorted(FERRY.glob("*.txt"))]))


def find_number(article: Article, words: str) -> int:
    """The number of the only paragraph with these words."""
    (number,) = (found.number for found in article.paragraphs if words in found.text)
    return number


def test_each_report_has_four_to_seven_hundred_words() -> None:
    lengths = [len(report.read_text("utf-8").split()) for report in sorted(FERRY.glob("*.txt"))]
    assert len(lengths) == 4
    assert min(lengths) >= 400
    assert max(lengths) <= 700


def test_the_teacher_is_in_the_herald_alone(ferry: Coverage) -> None:
    number = find_number(ferry.articles[0], "a teacher who takes")
    assert number == 14
    assert ferry.is_only_here(Place(0, number - 1))


def test_the_courier_lost_a_condition_of_the_mayor(ferry: Coverage) -> None:
    (mayor,) = (
        shared for shared in ferry.shared_quotes if "inspection in March" in shared.base.text
    )
    base, *others = mayor.versions
    assert (base.article, base.passages[0].number) == (0, 10)
    assert [(version.article, version.passages[0].number) for version in others] == [(1, 10)]
    (cut,) = (edit for edit in others[0].edits if edit.kind is EditKind.DROPPED)
    assert (cut.place, cut.base_count) == (EditPlace.START, 12)


def test_what_the_star_says_of_the_anchors_is_in_the_moment_of_the_others(ferry: Coverage) -> None:
    number = find_number(ferry.articles[3], "dropped both anchors")
    (row,) = (
        row
        for row in ferry.matrix.rows
        for cell in row.cells
        if cell.article == 3 and number in cell.paragraph_numbers
    )
    assert {cell.article for cell in row.cells} == {0, 1, 2, 3}
    (passage,) = (each for each in row.cells[3].passages if each.number == number)
    assert passage.text.startswith("According to the coast guard he dropped both anchors")
    shared = ferry.collated.moments
    (moment,) = (each for each in shared if passage in each.passages_of(3))
    assert moment.articles == (0, 1, 2, 3)


def test_three_figures_of_the_injured_differ(ferry: Coverage) -> None:
    (injured,) = (found for found in ferry.differences if found.sides[0].passage.text == "12")
    words = [(side.passage.article.outlet, side.passage.text) for side in injured.sides]
    assert words == [
        ("The Alder Herald", "12"),
        ("The Coast Courier", "Fifteen"),
        ("The Bay Mail", "Fifteen"),
        ("The Island Star", "a dozen"),
    ]


def test_half_of_the_words_of_courier_and_mail_are_shared(ferry: Coverage) -> None:
    (shared,) = ferry.shared_copy
    assert (shared.here, shared.there) == (1, 2)
    assert shared.share_here == pytest.approx(0.5, abs=0.06)
    assert [origin.articles for origin in ferry.origins] == [(0,), (1, 2), (3,)]
    assert ferry.origins[1].name == "Northwire"


def test_what_the_contract_is_worth_differs(ferry: Coverage) -> None:
    (contract,) = (found for found in ferry.differences if found.kind.value == "money")
    assert [side.passage.text for side in contract.sides] == [
        "4.2 million crowns",
        "4.8 million crowns",
    ]
