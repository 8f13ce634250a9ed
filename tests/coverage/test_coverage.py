"""The table of links and the questions a coverage answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article
from reader.coverage import Coverage
from reader.linking import RELATED_FLOOR, SAME_FLOOR, Level, LinkTable, Place
from reader.linking.link_table import SCORE_STEPS, ScoredPair

COUNTS = (3, 2, 4)


@st.composite
def scored_pairs(draw: st.DrawFn) -> list[ScoredPair]:
    places = [Place(a, p) for a, count in enumerate(COUNTS) for p in range(count)]
    ends = [(x, y) for x in places for y in places if x.article < y.article]
    chosen = draw(st.lists(st.sampled_from(ends), unique=True))
    score = st.integers(0, SCORE_STEPS).map(lambda steps: steps / SCORE_STEPS)
    sentence = st.integers(0, 300)
    return [ScoredPair(x, y, draw(score), draw(sentence), draw(sentence)) for x, y in chosen]


@pytest.fixture(scope="module")
def articles(make_article: Callable[..., Article]) -> list[Article]:
    return [make_article(f"{n}", *(["words"] * count)) for n, count in enumerate(COUNTS)]


def every_place() -> list[Place]:
    return [Place(a, p) for a, count in enumerate(COUNTS) for p in range(count)]


@given(pairs=scored_pairs())
def test_every_link_is_found_from_both_ends(
    articles: list[Article], pairs: list[ScoredPair]
) -> None:
    coverage = Coverage(articles, LinkTable.build(COUNTS, pairs))
    seen = {
        (link.here, link.there): link.score
        for place in every_place()
        for link in coverage.links_from(place, 0.0)
    }
    expected = {(pair.here, pair.there): pair.score for pair in pairs}
    expected |= {(there, here): score for (here, there), score in expected.items()}
    assert seen == pytest.approx(expected)


@given(pairs=scored_pairs(), floor=st.sampled_from([None, 0.0, 0.35, SAME_FLOOR, 1.0]))
def test_floors_hold_and_the_strongest_come_first(
    articles: list[Article], pairs: list[ScoredPair], floor: float | None
) -> None:
    coverage = Coverage(articles, LinkTable.build(COUNTS, pairs))
    least = RELATED_FLOOR if floor is None else floor
    links = list(coverage.links(floor))
    assert len(links) == sum(1 for pair in pairs if pair.score >= least)
    for place in every_place():
        scores = [link.score for link in coverage.links_from(place, floor)]
        assert scores == sorted(scores, reverse=True)
        assert all(score >= least for score in scores)
    for link in links:
        assert link.level is (Level.SAME if link.score >= SAME_FLOOR else Level.RELATED)
        assert link.here.article < link.there.article


@given(pairs=scored_pairs(), floor=st.sampled_from([None, 0.0, 0.35, SAME_FLOOR, 1.0]))
def test_counts_agree_with_the_links(
    articles: list[Article], pairs: list[ScoredPair], floor: float | None
) -> None:
    coverage = Coverage(articles, LinkTable.build(COUNTS, pairs))
    links = list(coverage.links(floor))
    assert len(links) <= len(pairs)
    for article in range(len(COUNTS)):
        for other in range(len(COUNTS)):
            levels = [
                link.level
                for link in links
                if article != other and {link.here.article, link.there.article} == {article, other}
            ]
            assert coverage.link_counts(article, other, floor) == (
                levels.count(Level.SAME),
                levels.count(Level.RELATED),
            )


@given(pairs=scored_pairs())
def test_a_table_survives_as_bytes_whatever_the_order_of_its_links(
    pairs: list[ScoredPair],
) -> None:
    table = LinkTable.build(COUNTS, pairs)
    assert LinkTable.from_bytes(table.to_bytes()) == table
    assert LinkTable.build(COUNTS, reversed(pairs)) == table


@given(pairs=scored_pairs())
def test_the_best_sentences_are_turned_with_the_link(
    articles: list[Article], pairs: list[ScoredPair]
) -> None:
    coverage = Coverage(articles, LinkTable.build(COUNTS, pairs))
    assert len(list(coverage.links(0.0))) == len(pairs)
    for pair in pairs:
        if max(pair.sentence_here, pair.sentence_there) >= 255:
            expected = None
        else:
            expected = (pair.sentence_here, pair.sentence_there)
        link = next(x for x in coverage.links_from(pair.here, 0.0) if x.there == pair.there)
        back = next(x for x in coverage.links_from(pair.there, 0.0) if x.there == pair.here)
        assert coverage.best_sentences(link) == expected
        assert coverage.best_sentences(back) == (expected[::-1] if expected else None)


@pytest.mark.parametrize(
    "pair",
    [
        ScoredPair(Place(0, 0), Place(0, 1), 0.5),
        ScoredPair(Place(1, 0), Place(0, 1), 0.5),
        ScoredPair(Place(0, 3), Place(1, 0), 0.5),
        ScoredPair(Place(0, 0), Place(3, 0), 0.5),
        ScoredPair(Place(0, 0), Place(1, 0), 1.5),
    ],
)
def test_a_link_that_cannot_be_is_refused(pair: ScoredPair) -> None:
    with pytest.raises(ValueError, match=r"link|paragraph|score"):
        LinkTable.build(COUNTS, [pair])


def test_bytes_of_the_wrong_length_are_refused() -> None:
    data = LinkTable.build(COUNTS, [ScoredPair(Place(0, 0), Place(1, 0), 0.5)]).to_bytes()
    for wrong in (b"", data[:-1], data + b"\0", data[: len(data) // 2]):
        with pytest.raises(ValueError, match="table of links"):
            LinkTable.from_bytes(wrong)


def test_a_table_of_other_articles_is_refused(articles: list[Article]) -> None:
    with pytest.raises(ValueError, match="other articles"):
        Coverage(articles[:2], LinkTable.build(COUNTS, []))


def test_a_place_that_is_not_there_is_refused(articles: list[Article]) -> None:
    coverage = Coverage(articles, LinkTable.build(COUNTS, []))
    for place in (Place(0, 3), Place(3, 0), Place(-1, 0), Place(0, -1)):
        with pytest.raises(IndexError, match="no such paragraph"):
            coverage.links_from(place)


def test_a_coverage_is_used_without_numpy_and_rapidfuzz() -> None:
    code = """
import sys
from reader.articles import Article, Clean, Paragraph, ParagraphKind
from reader.coverage import Coverage
from reader.linking import LinkTable, Place
from reader.linking.link_table import ScoredPair
text = Clean("The minister opened the new bridge in Riga on Tuesday.")
one, two = (Article(Clean(n), Clean(n), (Paragraph(1, ParagraphKind.BODY, text),)) for n in "ab")
pair = ScoredPair(Place(0, 0), Place(1, 0), 0.9)
coverage = Coverage([one, two], LinkTable.build((1, 1), [pair]))
link, = coverage.links_from(Place(1, 0))
assert coverage.evidence(link).reasons == ("word for word the same, 10 words",)
assert coverage.moment_of(Place(0, 0)).places == (Place(0, 0), Place(1, 0))
assert not {"numpy", "rapidfuzz", "rich", "textual"} & sys.modules.keys()
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
