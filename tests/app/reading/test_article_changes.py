from __future__ import annotations

import pytest

from reader.app.reading.article_changes import ArticleChange, apply_change, reverse_change
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.visible_links import VisibleLinks
from reader.app.themes.signs import UNICODE
from reader.articles import ParagraphKind, Place, replace_kinds
from reader.linking.links import RELATED_FLOOR


@pytest.fixture
def state(make_long_article, make_coverage) -> ReadingState:
    articles = tuple(make_long_article(20, name=f"a{number}") for number in range(3))
    links = [((0, 3), (1, 5), 0.9), ((1, 5), (2, 7), 0.9)]
    state = ReadingState(articles)
    state.show_links(VisibleLinks(make_coverage(articles, links), RELATED_FLOOR, UNICODE))
    state.resized(3, 30)
    return state


def test_an_article_that_is_added_is_on_the_right_and_nothing_moves(state, make_article):
    state.go_to(Place(1, 5))
    added = make_article("New.")
    apply_change(state, ArticleChange.adding(state.articles, [added]))
    assert state.articles[3] is added
    assert state.layout.order == (0, 1, 2, 3)
    assert state.place == Place(1, 5)
    assert state.visible_links is not None
    assert state.visible_links.is_carried
    assert len(state.links) == 2


def test_an_article_that_is_removed_takes_its_pin_history_and_links_along(state):
    state.go_to(Place(1, 5))
    assert state.toggle_pin()
    state.go_to(Place(2, 7))
    assert state.toggle_pin()
    apply_change(state, ArticleChange.removing(state.articles, 1))
    assert len(state.articles) == 2
    assert state.place == Place(1, 7), "the third article is the second now"
    assert state.pinned == {1}
    assert state.history == (Place(0, 0),)
    assert state.links == ()


def test_a_removal_is_reversed_with_view_and_links(state):
    state.go_to(Place(1, 5))
    view, links = state.view, state.visible_links
    change = ArticleChange.removing(state.articles, 1)
    back = reverse_change(change, state)
    apply_change(state, change)
    apply_change(state, back)
    assert state.views[1] is view
    assert state.visible_links.coverage is links.coverage
    assert not state.visible_links.is_carried


def test_a_corrected_article_keeps_its_reading_place(state):
    state.go_to(Place(1, 5))
    corrected = replace_kinds(state.articles[1], {3: ParagraphKind.FURNITURE})
    apply_change(state, ArticleChange.replacing(state.articles, 1, corrected))
    assert state.articles[1] is corrected
    assert state.place == Place(1, 5)
    assert not state.view.is_shown(2), "furniture is folded"
