from __future__ import annotations

import pytest

from reader.app.reading.visible_links import VisibleLinks
from reader.app.themes.paragraph_style import HighlightRole
from reader.app.themes.signs import ASCII, UNICODE
from reader.linking import Level, Place


@pytest.fixture
def visible(make_article, make_coverage) -> VisibleLinks:
    words = "The talks in Geneva ended on Monday without a result, the minister said."
    texts = ("Menu", words, words, "Other things.")
    articles = [make_article(*texts, furniture=[0], language="en")] * 3
    links = [
        ((0, 1), (1, 1), 0.9),
        ((0, 1), (1, 2), 0.95),
        ((0, 1), (2, 1), 0.3),
        ((1, 2), (2, 2), 0.1),
    ]
    return VisibleLinks(make_coverage(articles, links), 0.2, UNICODE)


def test_links_come_strongest_first_and_only_above_the_floor(visible):
    scores = [link.score for link in visible.links_of(Place(0, 1))]
    assert scores == [0.95, 0.9, 0.3]
    assert not visible.links_of(Place(1, 2))[1:]
    assert len(visible.with_floor(0.05).links_of(Place(1, 2))) == 2


def test_links_are_seen_from_both_sides(visible):
    (back,) = visible.links_of(Place(2, 1))
    assert (back.here.place, back.there.place) == (Place(2, 1), Place(0, 1))


def test_the_gutter_has_a_place_for_each_article(visible):
    others = visible.others(Place(0, 1))
    assert [(other.hue, other.level) for other in others] == [
        (None, None),
        (1, Level.SAME),
        (2, Level.RELATED),
    ]
    assert "".join(other.mark for other in others) == "·2₃", "a weak link has a weak mark"
    assert visible.others(Place(0, 3)) == (), "only here: nothing at all"


def test_without_unicode_the_levels_are_told_apart_too(visible):
    plain = VisibleLinks(visible.coverage, 0.2, ASCII)
    assert "".join(other.mark for other in plain.others(Place(0, 1))) == ".2-"


@pytest.mark.parametrize(("articles", "marks"), [(2, "2"), (9, "·2·······"), (10, "2")])
def test_places_are_for_three_to_nine_articles(make_long_article, make_coverage, articles, marks):
    links = [((0, 1), (1, 1), 0.9)]
    coverage = make_coverage([make_long_article(3) for _ in range(articles)], links)
    others = VisibleLinks(coverage, 0.3, UNICODE).others(Place(0, 1))
    assert "".join(other.mark for other in others) == marks


def test_the_other_side_is_highlighted_by_level_in_its_own_hue(visible):
    links = visible.links_of(Place(0, 1))
    highlights = visible.highlights(visible.links_to(Place(0, 1), 1))
    assert {paragraph: entry.role for paragraph, entry in highlights.items()} == {
        1: HighlightRole.SAME,
        2: HighlightRole.SAME,
    }
    assert visible.highlights(visible.links_to(Place(0, 1), 2))[1].role is HighlightRole.RELATED
    assert visible.reading_highlight(Place(0, 1), links).role is HighlightRole.READING


def test_highlighted_spans_are_in_their_paragraphs_and_do_not_overlap(visible):
    place = Place(0, 1)
    highlights = visible.reading_highlight(place, visible.links_of(place))
    text = visible.coverage.articles[0].paragraphs[1].text
    assert highlights.shared, "the same words are shared"
    end = 0
    for start, stop in highlights.shared:
        assert end <= start < stop <= len(text)
        end = stop


def test_only_here_is_said_of_the_story_alone(visible):
    assert visible.is_only_here(Place(0, 3))
    assert not visible.is_only_here(Place(0, 1))
    assert not visible.is_only_here(Place(0, 0)), "furniture is nobody's story"


def test_totals_are_the_sum_of_the_counts(visible):
    pairs = [visible.counts(0, 1), visible.counts(0, 2), visible.counts(1, 2)]
    assert pairs == [(2, 0, 0, 0), (0, 0, 1, 0), (0, 0, 0, 0)]
    assert visible.totals() == (2, 0, 1, 0)
    assert visible.counts(1, 0) == visible.counts(0, 1)


@pytest.mark.parametrize(("floor", "given"), [(-1, 0.05), (0.2 + 0.05, 0.25), (3, 0.95)])
def test_the_floor_stays_within_bounds(visible, floor, given):
    assert visible.with_floor(floor).floor == given
