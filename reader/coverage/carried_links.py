"""The links that remain valid when articles are added, removed or put in another order."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles import Article, Place
from reader.coverage.coverage import Coverage
from reader.linking.link_table import LinkTable

CARRIED_LINKS = 100_000
"""More links than this are not carried over: finding them again is almost as fast."""


def carry_links(
    coverage: Coverage, articles: Sequence[Article], origins: Sequence[int | None]
) -> Coverage | None:
    """Carry over the links between the articles that stay, to their new positions.

    The scores are those of the old comparison. Which words are rare has changed with the
    articles, so they are only used until the articles are compared again.

    Args:
        coverage: the comparison of the articles as they were.
        articles: the articles as they are now.
        origins: for each of `articles` its position in the old coverage, or None where
            it is new. An article that is carried over has as many paragraphs as it had.

    Returns:
        None where there are more than `CARRIED_LINKS` links.

    Raises:
        ValueError: an origin is named twice, or the number of its paragraphs has changed.
    """
    if len(coverage.table) > CARRIED_LINKS:
        return None
    carried = {old: new for new, old in enumerate(origins) if old is not None}
    if len(carried) != sum(origin is not None for origin in origins):
        raise ValueError("two articles cannot come from the same one")
    links = []
    for pair in coverage.table.scored_pairs():
        here, there = pair.here, pair.there
        if here.article not in carried or there.article not in carried:
            continue
        ends = [
            (Place(carried[here.article], here.paragraph), pair.sentence_here),
            (Place(carried[there.article], there.paragraph), pair.sentence_there),
        ]
        (first, first_sentence), (second, second_sentence) = sorted(ends)
        links.append(
            pair._replace(
                here=first,
                there=second,
                sentence_here=first_sentence,
                sentence_there=second_sentence,
            )
        )
    counts = [len(article.paragraphs) for article in articles]
    return Coverage(articles, LinkTable.build(counts, links))
