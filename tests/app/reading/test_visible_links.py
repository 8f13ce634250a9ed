from __future__ import annotations

import pytest

from reader.app.reading.visible_links import LinkedCoverage
from reader.app.themes.paragraph_style import Role
from reader.app.themes.signs import ASCII, UNICODE
from reader.linking import Place


@pytest.fixture
def linked(make_article, make_coverage) -> LinkedCoverage:
    words = "The talks in Geneva ended on Monday without a result, the minister said."
    articles = [make_article("Menu", words, words, "Other things.", furniture=[0])] * 3
    links = [
        ((0, 1), (1, 1), 0.9),
        ((0, 1), (1, 2), 0.95),
        ((0, 1), (2, 1), 0.3),
        ((1, 2), (2, 2), 0.1),
    ]
    return LinkedCoverage(make_coverage(articles, links), 0.2, UNICODE)


def test_links_come_strongest_first_and_only_above_the_floor(linked):
    scores = [link.score for link in linked.links_of(Place(0, 1))]
    assert scores == [0.95, 0.9, 0.3]
    assert not linked.links_of(Place(1, 2))[1:]
    assert len(linked.with_floor(0.05).links_of(Place(1, 2))) == 2


def test_links_are_seen_from_both_sides(linked):
    (back,) = linked.links_of(Place(2, 1))
    assert (back.here, back.there) == (Place(2, 1), Place(0, 1))


def test_the_gutter_names_each_other_article_once(linked):
    others = linked.others(Place(0, 1))
    assert [(other.hue, other.same) for other in others] == [(1, True), (2, False)]
    assert others[0].mark == "2"
    assert others[1].mark == "₃", "a weak link has a weak mark"


def test_without_unicode_the_weak_mark_is_plain(linked):
    plain = LinkedCoverage(linked.coverage, 0.2, ASCII)
    assert [other.mark for other in plain.others(Place(0, 1))] == ["2", "3"]


def test_the_other_side_is_lit_by_level_in_its_own_hue(linked):
    links = linked.links_of(Place(0, 1))
    lit = linked.lit(linked.lit_in(Place(0, 1), 1))
    assert {paragraph: entry.role for paragraph, entry in lit.items()} == {
        1: Role.SAME,
        2: Role.SAME,
    }
    assert linked.lit(linked.lit_in(Place(0, 1), 2))[1].role is Role.RELATED
    assert linked.reading_lit(Place(0, 1), links).role is Role.READING


def test_lit_spans_lie_in_their_paragraphs_and_do_not_overlap(linked):
    place = Place(0, 1)
    lit = linked.reading_lit(place, linked.links_of(place))
    text = linked.coverage.articles[0].paragraphs[1].text
    assert lit.shared, "the same words are shared"
    end = 0
    for start, stop in lit.shared:
        assert end <= start < stop <= len(text)
        end = stop


def test_only_here_is_said_of_the_story_alone(linked):
    assert linked.is_only_here(Place(0, 3))
    assert not linked.is_only_here(Place(0, 1))
    assert not linked.is_only_here(Place(0, 0)), "furniture is nobody's story"


def test_totals_are_the_sum_of_the_counts(linked):
    pairs = [linked.counts(0, 1), linked.counts(0, 2), linked.counts(1, 2)]
    assert pairs == [(2, 0), (0, 1), (0, 0)]
    assert linked.totals() == (2, 1)
    assert linked.counts(1, 0) == linked.counts(0, 1)


@pytest.mark.parametrize(("asked", "given"), [(-1, 0.05), (0.2 + 0.05, 0.25), (3, 0.95)])
def test_the_floor_stays_within_bounds(linked, asked, given):
    assert linked.with_floor(asked).floor == given
