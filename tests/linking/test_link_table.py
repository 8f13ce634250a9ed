"""The table of links and the questions it answers."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import RELATED_FLOOR, SAME_FLOOR, Level, LinkTable, Place
from reader.linking.lowered_scores import Lowering
from reader.linking.scored_links import SCORE_STEPS, UNKNOWN_SENTENCE, LinkColumns, ScoredPair

COUNTS = (3, 2, 4)


@st.composite
def scored_pairs(draw: st.DrawFn) -> list[ScoredPair]:
    places = [Place(a, p) for a, count in enumerate(COUNTS) for p in range(count)]
    ends = [(x, y) for x in places for y in places if x.article < y.article]
    chosen = draw(st.lists(st.sampled_from(ends), unique=True))
    score = st.integers(0, SCORE_STEPS).map(lambda steps: steps / SCORE_STEPS)
    sentence = st.integers(0, 300)
    bits = st.integers(0, 63)
    return [
        ScoredPair(
            x,
            y,
            draw(score),
            draw(sentence),
            draw(sentence),
            conflicts=draw(bits),
            lowered=draw(st.sampled_from(Lowering)),
        )
        for x, y in chosen
    ]


def every_place() -> list[Place]:
    return [Place(a, p) for a, count in enumerate(COUNTS) for p in range(count)]


@given(pairs=scored_pairs())
def test_every_link_is_found_from_both_ends(
    pairs: list[ScoredPair],
) -> None:
    table = LinkTable.build(COUNTS, pairs)
    seen = {
        (link.here, link.there): link.score
        for place in every_place()
        for link in table.links_from(place, 0.0)
    }
    expected = {(pair.here, pair.there): pair.score for pair in pairs}
    expected |= {(there, here): score for (here, there), score in expected.items()}
    assert seen == pytest.approx(expected)


@given(pairs=scored_pairs(), floor=st.sampled_from([None, 0.0, 0.35, SAME_FLOOR, 1.0]))
def test_rows_and_single_links_are_those_of_the_links(pairs, floor):
    table = LinkTable.build(COUNTS, pairs)
    for place in every_place():
        links = table.links_from(place, floor)
        rows = table.rows_from(place, floor)
        assert [table.place_of(row) for row in rows] == [link.there for link in links]
        assert [score / SCORE_STEPS for score in rows.values()] == [link.score for link in links]
        linked = [other for other in every_place() if table.has_link(place, other, floor)]
        assert set(linked) == {link.there for link in links}
        assert table.is_linked(place, floor) is bool(links)
    assert not table.has_link(Place(0, 99), Place(1, 0), 0.0)


@given(pairs=scored_pairs(), floor=st.sampled_from([None, 0.0, 0.35, SAME_FLOOR, 1.0]))
def test_floors_hold_and_the_strongest_come_first(
    pairs: list[ScoredPair], floor: float | None
) -> None:
    table = LinkTable.build(COUNTS, pairs)
    least = RELATED_FLOOR if floor is None else floor
    links = list(table.links(floor))
    assert len(links) == sum(1 for pair in pairs if pair.score >= least)
    for place in every_place():
        found = table.links_from(place, floor)
        assert next(table.each_link_from(place, floor), None) == next(iter(found), None)
        scores = [link.score for link in found]
        assert scores == sorted(scores, reverse=True)
        assert all(score >= least for score in scores)
    for link in links:
        assert link.level is Level.of_score(link.score)
        assert link.here.article < link.there.article


@given(pairs=scored_pairs(), floor=st.sampled_from([None, 0.0, 0.35, SAME_FLOOR, 1.0]))
def test_numbered_links_are_the_links(pairs: list[ScoredPair], floor: float | None) -> None:
    table = LinkTable.build(COUNTS, pairs)
    starts = [100 * article for article in reversed(range(len(COUNTS)))]
    sentences = {
        (pair.here, pair.there): (pair.sentence_here, pair.sentence_there) for pair in pairs
    }
    assert list(table.numbered_links(starts, floor)) == [
        (
            starts[link.here.article] + link.here.paragraph,
            starts[link.there.article] + link.there.paragraph,
            round(link.score * SCORE_STEPS),
            *(min(position, UNKNOWN_SENTENCE) for position in sentences[link.here, link.there]),
        )
        for link in table.links(floor)
        if not table.has_conflict(link)
    ]


@given(pairs=scored_pairs(), floor=st.sampled_from([None, 0.0, 0.35, SAME_FLOOR, 1.0]))
def test_counts_agree_with_the_links(pairs: list[ScoredPair], floor: float | None) -> None:
    table = LinkTable.build(COUNTS, pairs)
    links = list(table.links(floor))
    assert len(links) <= len(pairs)
    for article in range(len(COUNTS)):
        for other in range(len(COUNTS)):
            levels = [
                link.level
                for link in links
                if article != other and {link.here.article, link.there.article} == {article, other}
            ]
            assert table.count_links(article, other, floor) == (
                levels.count(Level.SAME),
                levels.count(Level.PROBABLY),
                levels.count(Level.RELATED),
                levels.count(Level.PERHAPS),
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
    pairs: list[ScoredPair],
) -> None:
    table = LinkTable.build(COUNTS, pairs)
    assert len(table) == len(pairs)
    for pair in pairs:
        if max(pair.sentence_here, pair.sentence_there) >= 255:
            expected = None
        else:
            expected = (pair.sentence_here, pair.sentence_there)
        link = next(x for x in table.links_from(pair.here, 0.0) if x.there == pair.there)
        back = next(x for x in table.links_from(pair.there, 0.0) if x.there == pair.here)
        assert table.best_sentences(link) == expected
        assert table.best_sentences(back) == (expected[::-1] if expected else None)


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


def test_a_place_that_is_not_there_is_refused() -> None:
    table = LinkTable.build(COUNTS, [])
    for place in (Place(0, 3), Place(3, 0), Place(-1, 0), Place(0, -1)):
        with pytest.raises(IndexError, match="no such paragraph"):
            table.links_from(place)


@given(pairs=scored_pairs(), turns=st.randoms(use_true_random=False))
def test_columns_make_the_same_table(pairs: list[ScoredPair], turns: random.Random) -> None:
    pairs = [pair._replace(parts=bytes((number, 7))) for number, pair in enumerate(pairs)]
    rows = []
    for here, there, score, sentence, sentence_there, *_ in pairs:
        ends = [(*here, sentence), (*there, sentence_there)]
        if turns.random() < 0.5:
            ends.reverse()
        rows.append((*ends[0], *ends[1], score))
    columns = np.array(rows, np.float64).reshape(-1, 7).T
    article, paragraph, sentence, *there = columns[:6].astype(np.int64)
    parts = np.frombuffer(b"".join(pair.parts for pair in pairs), np.uint8).reshape(-1, 2)
    conflicts = np.array([pair.conflicts for pair in pairs], np.uint8)
    lowered = np.array([pair.lowered for pair in pairs], np.uint8)
    ends = article, paragraph, there[0], there[1]
    links = LinkColumns(*ends, columns[6], sentence, there[2], parts, conflicts, lowered)
    assert LinkTable.from_columns(COUNTS, links) == LinkTable.build(COUNTS, pairs)


@given(pairs=scored_pairs())
def test_a_table_knows_what_lowered_the_score_of_a_link(pairs: list[ScoredPair]) -> None:
    table = LinkTable.build(COUNTS, pairs)
    links = list(table.links(0.0))
    turned = [link._replace(here=link.there, there=link.here) for link in links]
    lowered = [pair.lowered for pair in table.scored_pairs()]
    assert list(map(table.why_lowered, links)) == lowered
    assert list(map(table.why_lowered, turned)) == lowered
    ends = [(link.here, link.there) for link in links]
    assert {why: table.list_lowered(why) for why in Lowering} == {
        why: {pair for pair, each in zip(ends, lowered, strict=True) if each == why}
        for why in Lowering
    }


@given(pairs=scored_pairs())
def test_the_pairs_of_a_table_build_it_again(pairs: list[ScoredPair]) -> None:
    table = LinkTable.build(COUNTS, pairs)
    assert LinkTable.build(COUNTS, table.scored_pairs()) == table
    assert table.paragraph_counts == COUNTS
