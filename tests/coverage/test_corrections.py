"""Links that the user rejects or adds."""

from __future__ import annotations

import pickle

import pytest

from reader import LinkCorrections, compare
from reader.articles import Place
from reader.linking import Level

FERRY = "The ferry to Ainaži stopped on Tuesday after a wave broke its ramp, the harbour said."
ROOF = "Teachers in Madona will get a new roof for the gymnasium before the winter, it was agreed."
HORSE = "A grey horse that had swum across the bay was found by a baker."


@pytest.fixture
def articles(make_english):
    return [make_english("a", FERRY, ROOF), make_english("b", ROOF, FERRY, HORSE)]


def ends(coverage):
    return {(link.here.place, link.there.place) for link in coverage.links()}


def moments(coverage):
    return {moment.places for moment in coverage.moments}


def test_a_rejected_link_is_gone_from_links_counts_and_moments(articles) -> None:
    pair = (Place(0, 0), Place(1, 1))
    assert pair in ends(compare(articles))
    turned = (pair[1], pair[0])
    coverage = compare(articles, corrections=LinkCorrections(rejected=frozenset([turned])))
    assert ends(coverage) == {(Place(0, 1), Place(1, 0))}
    assert coverage.total_link_counts().all == 1
    assert moments(coverage) == {(Place(0, 1), Place(1, 0))}
    assert coverage.is_only_here(pair[0])


def test_an_added_link_is_the_same_moment_and_says_who_added_it(articles) -> None:
    pair = (Place(0, 0), Place(1, 2))
    assert compare(articles).is_only_here(Place(1, 2))
    coverage = compare(articles, corrections=LinkCorrections(added=frozenset([pair])))
    (link,) = coverage.links_from(Place(1, 2))
    assert link.there.place == Place(0, 0)
    assert link.level is Level.SAME
    assert coverage.evidence(link).reasons[0] == "added by you"
    assert not coverage.is_only_here(Place(1, 2))
    assert any(set(pair) <= set(places) for places in moments(coverage))


def test_corrections_start_from_what_was_found(articles) -> None:
    found = compare(articles)
    corrected = found.with_corrections(
        LinkCorrections(rejected=frozenset([(Place(0, 0), Place(1, 1))]))
    )
    assert ends(pickle.loads(pickle.dumps(corrected))) == ends(corrected)
    again = corrected.with_corrections(LinkCorrections())
    assert ends(again) == ends(found)
    assert moments(again) == moments(found)
    assert again.quotes == found.quotes


def test_corrections_that_cannot_be_are_refused(articles) -> None:
    pair = frozenset([(Place(0, 0), Place(1, 1))])
    with pytest.raises(ValueError, match="two articles"):
        LinkCorrections(added=frozenset([(Place(0, 0), Place(0, 1))]))
    with pytest.raises(ValueError, match="rejected and added"):
        LinkCorrections(rejected=pair, added=pair)
    with pytest.raises(ValueError, match="no such paragraph"):
        compare(
            articles, corrections=LinkCorrections(added=frozenset([(Place(0, 0), Place(1, 9))]))
        )
