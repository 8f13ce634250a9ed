"""Matrices made by hand: a string for each row, a word of it for each article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from reader.articles import Article
from reader.story.matrix.coverage_matrix import CoverageMatrix

MakeMatrix = Callable[..., CoverageMatrix]

PARAGRAPHS = 120
SUBJECTS = ("harbour", "bridge", "school", "ferry", "market", "orchard", "quarry", "tower")


@pytest.fixture(scope="session")
def make_matrix(
    make_article: Callable[..., Article], read_matrix: Callable[..., CoverageMatrix]
) -> MakeMatrix:
    """`make_matrix("Q3 . q5+", "? r7! r8!")`: two moments in three articles, as `read_matrix`."""

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
        return read_matrix(make_articles(max(len(row.split()) for row in rows)), *rows)

    return make
