"""The matrix of a coverage: which article reports which moment, in which form and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import article_from_text, compare, open_articles
from reader.articles import ParagraphKind, Place
from reader.coverage import Coverage
from reader.linking.link_corrections import LinkCorrections
from reader.linking.links import PROBABLY_FLOOR, SAME_FLOOR
from reader.story.labels.label_sentence import LONGEST_WHOLE


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return compare(open_articles([]))


def test_every_moment_is_a_row_with_its_passages(coverage: Coverage) -> None:
    rows = {
        tuple(passage for cell in row.cells for passage in cell.passages)
        for row in coverage.matrix.rows
    }
    assert all(moment.passages in rows for moment in coverage.moments)
    assert len(coverage.moments) > 5


def test_every_paragraph_of_the_story_is_in_a_row_and_nothing_else_is(coverage: Coverage) -> None:
    reported = {
        passage.place
        for row in coverage.matrix.rows
        for cell in row.cells
        for passage in cell.passages
    }
    story = {
        Place(number, position)
        for number, article in enumerate(coverage.articles)
        for position, paragraph in enumerate(article.paragraphs)
        if paragraph.kind is ParagraphKind.BODY
    }
    assert reported == story


@pytest.fixture(scope="module", params=["seeds", "docs/ferry"])
def linked_coverage(request: pytest.FixtureRequest) -> Coverage:
    folder = Path(__file__).parents[2] / request.param
    return compare(open_articles(sorted(map(str, folder.glob("*.txt")))))


def test_a_paragraph_with_a_same_link_is_in_a_moment_of_several_articles(
    linked_coverage: Coverage,
) -> None:
    told_by_one = {
        cell.passages[0].place
        for row in linked_coverage.matrix.rows
        if row.is_in_one_article
        for cell in row.cells
    }
    links = list(linked_coverage.links(SAME_FLOOR))
    assert links
    assert told_by_one.isdisjoint(link.here.place for link in links)
    assert told_by_one.isdisjoint(link.there.place for link in links)


def test_an_article_with_a_link_to_a_row_is_not_called_perhaps(linked_coverage: Coverage) -> None:
    count = 0
    for row in linked_coverage.matrix.rows:
        assert set(row.probably_in) <= set(row.perhaps_in)
        for cell in row.cells if row.is_in_one_article else ():
            linked = {
                link.there.place.article
                for link in linked_coverage.links_from(cell.passages[0], PROBABLY_FLOOR)
            }
            assert set(row.probably_in) == linked
            count += len(linked)
    assert count


def test_what_is_in_one_article_is_left_out_only_where_it_is_only_here(coverage: Coverage) -> None:
    lone = [row for row in coverage.matrix.rows if row.is_in_one_article]
    others = len(coverage.articles) - 1
    firm = [row for row in lone if coverage.is_only_here(row.label)]
    assert firm
    assert all(len(row.left_out_by) == others for row in firm)
    doubted = [row for row in lone if not coverage.is_only_here(row.label)]
    assert doubted
    assert all(row.perhaps_in for row in doubted)


def test_each_article_reports_a_row_leaves_it_out_or_may_have_it(coverage: Coverage) -> None:
    everyone = list(range(len(coverage.articles)))
    columns = [
        sorted((*(cell.article for cell in row.cells), *row.left_out_by, *row.perhaps_in))
        for row in coverage.matrix.rows
    ]
    assert columns == [everyone] * len(columns) != []


def test_labels_are_short_words_of_a_passage(coverage: Coverage) -> None:
    rows = coverage.matrix.rows
    assert rows
    assert all(0 < len(row.label.text) <= LONGEST_WHOLE + 3 for row in rows)
    assert all(
        any(
            passage.place == row.label.place
            and passage.start <= row.label.start
            and row.label.end <= passage.end
            for cell in row.cells
            for passage in cell.passages
        )
        for row in rows
    )


# Read by a person: a paragraph of a moment (article and paragraph from 1), and the forms in which
# the articles report it.
KEY = {
    (1, 3): {1: "quoted", 2: "partly_quoted", 4: "quoted", 5: "quoted"},
    (1, 7): {1: "quoted", 5: "partly_quoted"},
    (1, 8): {1: "quoted", 3: "quoted"},
    (5, 9): {2: "indirect", 5: "quoted"},
    (2, 5): {2: "indirect", 4: "quoted", 5: "quoted"},
    (3, 5): {3: "reported", 4: "reported"},
    (3, 6): {3: "reported", 4: "reported"},
    (3, 8): {3: "planned", 4: "planned"},
    (3, 11): {3: "reported", 4: "reported"},
}


@pytest.mark.parametrize(("paragraph", "forms"), KEY.items())
def test_the_forms_are_those_that_a_person_reads(
    coverage: Coverage, paragraph: tuple[int, int], forms: dict[int, str]
) -> None:
    place = Place(paragraph[0] - 1, paragraph[1] - 1)
    found = [
        {cell.article + 1: cell.form.value for cell in row.cells}
        for row in coverage.matrix.rows
        if row.moment is not None
        and any(passage.place == place for cell in row.cells for passage in cell.passages)
    ]
    assert found == [forms]


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ((1, 3), "important to underscore the value"),
        ((1, 8), "Face-to-face diplomacy matters"),
        ((3, 6), "strains are growing over Beijing’s backing of Russia"),
        ((3, 8), "students before heading to Beijing for talks"),
        ((4, 16), "President Joe Biden signed a rare bipartisan bill"),
        ((4, 15), "meetings could be fraught"),
    ],
)
def test_labels_say_what_is_reported(
    coverage: Coverage, paragraph: tuple[int, int], words: str
) -> None:
    place = Place(paragraph[0] - 1, paragraph[1] - 1)
    labels = [
        row.label.text
        for row in coverage.matrix.rows
        for cell in row.cells
        if any(passage.place == place for passage in cell.passages)
    ]
    assert any(words in label for label in labels), labels


def test_moments_come_in_the_order_of_the_articles(coverage: Coverage) -> None:
    """What article 3 and article 4 report in one order, copies of one report, is in it."""
    order = {
        passage.place: row.number
        for row in coverage.matrix.rows
        for cell in row.cells
        for passage in cell.passages
    }
    told = [order[Place(3, number - 1)] for number in (9, 10, 11, 12, 13, 14, 16, 19, 20)]
    assert told == sorted(told)


def test_the_order_of_the_articles_changes_no_row(coverage: Coverage) -> None:
    """But the order of the rows where the articles leave it open."""
    shuffled = compare([coverage.articles[position] for position in (3, 0, 4, 2, 1)])
    assert describe_rows(shuffled) == describe_rows(coverage)


def describe_rows(coverage: Coverage) -> set[object]:
    """The rows with the names of the articles in the place of their positions."""
    names = [article.name for article in coverage.articles]
    return {
        (
            frozenset(
                (names[cell.article], cell.form, cell.section, cell.paragraph_numbers)
                for cell in row.cells
            ),
            frozenset(names[position] for position in row.left_out_by),
            frozenset(names[position] for position in row.perhaps_in),
        )
        for row in coverage.matrix.rows
    }


def test_differences_are_those_of_the_row() -> None:
    one = "The old bridge in Tarnow was closed on Monday after 12 cracks were found in its pillars."
    two = one.replace("12 cracks", "14 cracks")
    three = one.replace("was closed on Monday ", "was closed ")
    found = compare(
        [article_from_text(t, name=n) for t, n in ((one, "a"), (two, "b"), (three, "c"))]
    )
    (row,) = found.matrix.rows
    assert [[side.passage.text for side in each.sides] for each in row.differences] == [
        ["12", "14", "12"]
    ]
    assert [cell.differs for cell in row.cells] == [True, True, True]


def test_a_rejected_link_parts_a_row(coverage: Coverage) -> None:
    here, there = Place(2, 4), Place(3, 9)
    corrected = coverage.with_corrections(LinkCorrections(frozenset([(here, there)])))
    for place in (here, there):
        row = next(
            row for row in corrected.matrix.rows
            for cell in row.cells for p in cell.passages if p.place == place
        )  # fmt: skip
        assert row.is_in_one_article


def test_an_article_of_another_language_may_report_everything() -> None:
    english = article_from_text(
        "The ferry ran aground off the coast on Tuesday, the guard said.", name="english"
    )
    french = article_from_text(
        "Le ferry s'est échoué mardi au large de la côte avec tous ses passagers, selon la police.",
        name="french",
    )
    matrix = compare((english, french)).matrix
    assert [row.left_out_by for row in matrix.rows] == [(), ()]
    assert [row.perhaps_in for row in matrix.rows] == [(1,), (0,)]


def test_unspaced_writing_is_read_by_its_characters() -> None:
    one = "渡轮萨乌莱号周二在文茨皮尔斯附近搁浅，船上有二百一十二名乘客。"
    two = "船长表示：“舵机已经失灵一个小时了。”"
    coverage = compare([article_from_text(f"{one}\n\n{two}", name=name) for name in ("one", "two")])
    forms = [[cell.form.value for cell in row.cells] for row in coverage.matrix.rows]
    assert forms == [["reported", "reported"], ["quoted", "quoted"]]


def test_text_without_words_or_with_endless_ones_has_a_matrix() -> None:
    text = "[/b] “x\n\n" + "“" * 500 + "a" * 5000 + "\n\n…\n\n---\n\n" + "word " * 3000
    matrix = compare([article_from_text(text, name=name) for name in ("one", "two")]).matrix
    assert matrix.rows
    assert max(len(row.label.text) for row in matrix.rows) <= LONGEST_WHOLE


def test_what_an_article_of_an_unknown_language_leaves_out_is_unknown() -> None:
    story = (
        "The harbour bridge at Velmar reopened on Monday after nine years of repairs.\n\n"
        "A bakery on the quay gave away six hundred cinnamon buns to the first who came by."
    )
    brief = "The harbour bridge at Velmar reopened on Monday after nine years of repairs."
    texts = {"story": story, "brief": brief, "unknown": "Velmar. Brücke 84."}
    coverage = compare([article_from_text(text, name=name) for name, text in texts.items()])
    assert [article.language for article in coverage.articles] == ["en", "en", None]
    assert len(coverage.matrix.rows) == 3
    unknown = [row for row in coverage.matrix.rows if row.cell(2) is None]
    assert len(unknown) == 2
    assert all(2 in row.perhaps_in for row in unknown)
    (lone,) = [row for row in coverage.matrix.rows if row.cell(2)]
    assert lone.left_out_by == ()
