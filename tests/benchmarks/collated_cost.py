"""What the collated story costs beside the matrix, and its screen, in processor time.

    python tests/benchmarks/collated_cost.py

The stories are those of `matrix_cost.py`. Each number is the smallest of three runs in one process.
The screen is drawn at 120x40: all of it, as when it opens, and again, as after a key.
"""

from __future__ import annotations

from matrix_cost import make_story, spend

from reader.app.collated.collated_page import StoryLines, draw_page
from reader.app.collated.collated_state import CollatedState
from reader.app.collated.moment_block import BlockLayout
from reader.app.themes.signs import UNICODE
from reader.articles import Article
from reader.coverage import compare

RUNS = 3
CASES = ((3, 30), (3, 100), (5, 100), (10, 100), (20, 100), (3, 600))
WIDTH, HEIGHT = 120, 38


def measure(articles: tuple[Article, ...]) -> tuple[list[float], int]:
    """Return the seconds of matrix, story, first page and next page; and how many moments."""
    best = [float("inf")] * 4
    count = 0
    for _ in range(RUNS):
        coverage = compare(articles)
        _ = coverage.moments, coverage.quotes, coverage.shared_quotes, coverage.differences
        matrix = spend(lambda coverage=coverage: coverage.matrix)  # type: ignore[misc]
        story = spend(lambda coverage=coverage: coverage.collated)  # type: ignore[misc]
        state = CollatedState.of(coverage.collated)
        lines = StoryLines(BlockLayout(WIDTH, len(articles), UNICODE))
        first = spend(lambda state=state, lines=lines: draw_page(state, lines, HEIGHT))  # type: ignore[misc]
        after = state.step(1)
        again = spend(lambda state=after, lines=lines: draw_page(state, lines, HEIGHT))  # type: ignore[misc]
        best = [min(pair) for pair in zip(best, (matrix, story, first, again), strict=True)]
        count = len(coverage.collated.moments)
    return best, count


def main() -> None:
    print(f"{'articles':12}{'moments':>8}{'matrix':>10}{'story':>10}{'of matrix':>11}"
          f"{'first page':>12}{'next page':>11}")  # fmt: skip
    for articles, paragraphs in CASES:
        (matrix, story, first, again), count = measure(make_story(articles, paragraphs))
        name = f"{articles} x {paragraphs}"
        print(
            f"{name:12}{count:8}{matrix * 1e3:8.0f}ms{story * 1e3:8.0f}ms{story / matrix:11.2f}"
            f"{first * 1e3:10.1f}ms{again * 1e3:9.1f}ms"
        )


if __name__ == "__main__":
    main()
