"""The links that still hold when articles are added, taken away or put in another order."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles import Article
from reader.coverage.coverage import Coverage
from reader.linking.link_table import SCORE_STEPS, LinkTable, ScoredPair
from reader.linking.links import Place

CARRIED_LINKS = 100_000
"""More links than this are not carried over: they are found anew nearly as fast."""


def carry_links(
    coverage: Coverage, articles: Sequence[Article], origins: Sequence[int | None]
) -> Coverage | None:
    """The links between the articles that stay, at their new positions.

    The scores are those of the old comparison: what counts as rare has changed with the
    articles, so this bridges the time until they are compared anew.

    Args:
        coverage: the comparison of the articles as they were.
        articles: the articles as they are now.
        origins: for each of `articles` its position in the old coverage, or None where
            it is new. An article that is carried over has as many paragraphs as it had.

    Returns:
        None where there are more than `CARRIED_LINKS` links.

    Raises:
        ValueError: an origin is named twice, or its paragraphs are not as many.
    """
    if len(coverage.table) > CARRIED_LINKS:
        return None
    carried = {old: new for new, old in enumerate(origins) if old is not None}
    if len(carried) != sum(origin is not None for origin in origins):
        raise ValueError("two articles cannot come from the same one")
    table = coverage.table
    links = []
    for number, score in enumerate(table.scores):
        here, there = table.place(table.here[number]), table.place(table.there[number])
        if here.article not in carried or there.article not in carried:
            continue
        ends = [
            (Place(carried[here.article], here.paragraph), table.sentences_here[number]),
            (Place(carried[there.article], there.paragraph), table.sentences_there[number]),
        ]
        (first, first_sentence), (second, second_sentence) = sorted(ends)
        links.append(
            ScoredPair(
                first,
                second,
                score / SCORE_STEPS,
                first_sentence,
                second_sentence,
                table.parts_of(number),
            )
        )
    counts = [len(article.paragraphs) for article in articles]
    return Coverage(articles, LinkTable.build(counts, links))
