"""Which passages are shared copy, and with which articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import Coverage, article_from_text, compare
from reader.articles import Passage, Place
from reader.story.shared_copy.copied_passages import CopyFinder

FIRST = "A grain barge ran aground below the lock at Tamsel and blocked the canal for nine hours."
SECOND = "Divers looked for holes in the hull until long after midnight while the crew waited."
OWN = "Farmers complained that their beets had been rotting on the quay for three whole days."


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    texts = (f"{FIRST} {OWN}", f"{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{OWN.replace('three', 'two')}")
    articles = [article_from_text(text, name=str(number)) for number, text in enumerate(texts)]
    return compare(articles)


def find(coverage: Coverage, article: int, paragraph: int, words: str = "") -> tuple[int, ...]:
    whole = Passage.of_paragraph(coverage.articles, Place(article, paragraph))
    start = whole.text.index(words)
    passage = replace(whole, start=start, end=start + len(words)) if words else whole
    return CopyFinder(coverage.shared_copy).find([passage])


def test_a_paragraph_is_shared_with_every_article_that_has_a_run_of_it(coverage: Coverage) -> None:
    assert find(coverage, 0, 0) == (1, 2)
    assert find(coverage, 1, 0) == (0,)
    assert find(coverage, 1, 1) == (2,)


def test_a_sentence_is_shared_with_those_that_have_a_run_in_it(coverage: Coverage) -> None:
    assert find(coverage, 0, 0, FIRST) == (1,)
    assert find(coverage, 0, 0, OWN) == (2,)
    assert find(coverage, 0, 0, "aground below the lock at Tamsel and blocked") == (1,)
    assert find(coverage, 0, 0, "aground below the lock at Tamsel and") == ()


def test_the_cells_of_the_matrix_say_so(coverage: Coverage) -> None:
    cells = [cell for row in coverage.matrix.rows for cell in row.cells]
    assert {(cell.article, cell.copy) for cell in cells} >= {(1, (0,)), (2, (1,))}
    assert coverage.matrix.origins == coverage.origins
