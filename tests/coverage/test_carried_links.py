"""Links that remain valid when other articles are open."""

from __future__ import annotations

import pytest

from reader import compare, open_articles
from reader.articles import Article
from reader.coverage import Coverage
from reader.coverage.carried_links import carry_links
from reader.linking import Place


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    return open_articles([])


@pytest.fixture(scope="module")
def coverage(articles: tuple[Article, ...]) -> Coverage:
    return compare(articles)


def pairs(coverage: Coverage) -> set[tuple[str, int, str, int, float]]:
    """Every link by the names of its articles, so that positions do not matter."""
    found = set()
    for link in coverage.links(0.0):
        ends = sorted((passage.article.name, passage.number) for passage in link.passages)
        found.add((*ends[0], *ends[1], round(link.score, 4)))
    return found


def test_in_another_order_the_same_links_hold(coverage: Coverage) -> None:
    order = (3, 0, 4, 2, 1)
    carried = carry_links(coverage, [coverage.articles[old] for old in order], order)
    assert carried is not None
    assert pairs(carried) == pairs(coverage)


def test_what_led_to_an_article_taken_away_is_gone_and_the_rest_stays(coverage: Coverage) -> None:
    left = (0, 1, 3, 4)
    carried = carry_links(coverage, [coverage.articles[old] for old in left], left)
    assert carried is not None
    gone = coverage.articles[2].name
    assert pairs(carried) == {link for link in pairs(coverage) if gone not in link}


def test_a_new_article_has_no_links_yet(coverage: Coverage) -> None:
    new = open_articles([])[0]
    articles = (new, *coverage.articles)
    carried = carry_links(coverage, articles, (None, 0, 1, 2, 3, 4))
    assert carried is not None
    assert not any(carried.links_from(Place(0, i), 0.0) for i in range(len(new.paragraphs)))
    assert len(carried.table) == len(coverage.table)


def test_one_article_cannot_become_two(coverage: Coverage) -> None:
    with pytest.raises(ValueError, match="same one"):
        carry_links(coverage, [coverage.articles[0]] * 2, (0, 0))


def test_too_many_links_are_not_carried(coverage: Coverage, monkeypatch) -> None:
    monkeypatch.setattr("reader.coverage.carried_links.CARRIED_LINKS", 1)
    assert carry_links(coverage, coverage.articles, (0, 1, 2, 3, 4)) is None
