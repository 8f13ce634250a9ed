"""Matrices made by hand: a string for each row, a word of it for each article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from reader.articles import Article, Clean, Passage, Place
from reader.story import Difference, DifferenceSide
from reader.story.difference import DifferenceKind
from reader.story.matrix import ArticleSection, CoverageMatrix, MatrixCell, MatrixRow, MomentForm

MakeMatrix = Callable[..., CoverageMatrix]

FORMS = {
    "Q": MomentForm.QUOTED,
    "q": MomentForm.PARTLY_QUOTED,
    "p": MomentForm.INDIRECT,
    "r": MomentForm.REPORTED,
    "a": MomentForm.PLANNED,
    "m": MomentForm.MENTIONED,
}
PARAGRAPHS = 120
SUBJECTS = ("harbour", "bridge", "school", "ferry", "market", "orchard", "quarry", "tower")


def section_of(number: int) -> ArticleSection:
    return ArticleSection.FIRST_THIRD if number <= PARAGRAPHS // 3 else ArticleSection.LAST_THIRD


def read_cell(articles: tuple[Article, ...], article: int, word: str) -> MatrixCell:
    """`Q12+!`: quoted in ¶12 and the next one, and it differs from others."""
    number = int(word[1:].rstrip("+!~"))
    count = 2 if "+" in word else 1
    passages = tuple(
        Passage.of_paragraph(articles, Place(article, number - 1 + more)) for more in range(count)
    )
    return MatrixCell(article, FORMS[word[0]], section_of(number), passages, word[-1] in "!~")


def make_difference(cells: list[MatrixCell], kind: DifferenceKind) -> Difference:
    sides = []
    for cell in cells:
        paragraph = cell.passages[0]
        start = paragraph.text.index("in ") + 3
        side = Passage(
            paragraph.article, paragraph.paragraph, start, start + 4, paragraph.article_position
        )
        sides.append(DifferenceSide(side, side.text))
    return Difference(kind, 0.95, Clean("the work began"), tuple(sides))


@pytest.fixture(scope="session")
def make_matrix(make_article: Callable[..., Article]) -> MakeMatrix:
    """`make_matrix("Q3 . q5+", "? r7! r8!")`: two moments in three articles.

    A cell has the letter of its form and the number of a paragraph, `+` if the next one has it
    too, `!` if it states a fact otherwise, `~` in other words; `.` leaves it out, `?` perhaps
    has it.
    """

    @cache
    def make_articles(count: int) -> tuple[Article, ...]:
        return tuple(
            make_article(
                *(
                    f"The {SUBJECTS[number % 8]} of year {number} was begun in {1900 + article} "
                    f"and paid for by the town, paper {article + 1} says."
                    for number in range(1, PARAGRAPHS + 1)
                ),
                name=f"paper {article + 1}",
            )
            for article in range(count)
        )

    def make(*rows: str) -> CoverageMatrix:
        articles = make_articles(max(len(row.split()) for row in rows))
        numbered = enumerate(rows, 1)
        return CoverageMatrix(articles, tuple(read_row(articles, *each) for each in numbered))

    def read_row(articles: tuple[Article, ...], number: int, row: str) -> MatrixRow:
        words = list(enumerate(row.split()))
        cells = [read_cell(articles, at, word) for at, word in words if word not in ".?"]
        differing = [cell for cell in cells if cell.differs]
        kind = DifferenceKind.WORDING if "~" in row else DifferenceKind.DATE
        first = cells[0].passages[0]
        label = Passage(first.article, first.paragraph, 0, 20, first.article_position)
        return MatrixRow(
            number,
            label,
            tuple(cells),
            tuple(at for at, word in words if word == "."),
            tuple(at for at, word in words if word == "?"),
            (make_difference(differing, kind),) if differing else (),
        )

    return make
