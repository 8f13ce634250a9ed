"""The matrix of a coverage: which article reports which moment, in which form and where."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare, open_articles
from reader.articles import ParagraphKind, Place
from reader.coverage import Coverage
from reader.linking.link_corrections import LinkCorrections
from reader.story.matrix import MomentForm


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


def test_what_is_told_once_is_left_out_only_where_it_is_only_here(coverage: Coverage) -> None:
    lone = [row for row in coverage.matrix.rows if row.is_told_once]
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
    assert all(0 < len(row.label.text) <= 60 for row in rows)
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


def test_a_quotation_is_quoted_where_it_is_between_marks(coverage: Coverage) -> None:
    (row,) = [
        row
        for row in coverage.matrix.rows
        if any(p.place == Place(0, 2) for cell in row.cells for p in cell.passages)
    ]
    forms = {cell.article: cell.form for cell in row.cells}
    assert forms[0] is forms[3] is forms[4] is MomentForm.QUOTED
    assert forms[1] is MomentForm.PARTLY_QUOTED


def test_a_rejected_link_parts_a_row(coverage: Coverage) -> None:
    here, there = Place(2, 4), Place(3, 9)
    corrected = coverage.with_corrections(LinkCorrections(frozenset([(here, there)])))
    for place in (here, there):
        row = next(
            row for row in corrected.matrix.rows
            for cell in row.cells for p in cell.passages if p.place == place
        )  # fmt: skip
        assert row.is_told_once


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
