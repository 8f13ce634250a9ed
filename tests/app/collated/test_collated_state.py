"""The keys of the collated story as states: what is selected, listed, shown."""

from __future__ import annotations

import pytest

from reader import compare, open_articles
from reader.app.collated.collated_state import CollatedState
from reader.articles import Place


@pytest.fixture(scope="module")
def state() -> CollatedState:
    return CollatedState.of(compare(open_articles([])).collated)


def test_folded_moments_are_entries_between_the_others(state: CollatedState) -> None:
    folded = state.select(4).fold()
    assert folded.is_folded
    assert not any(moment.is_in_one_article for moment in folded.listed)
    groups = [entry for entry in folded.entries if isinstance(entry, tuple)]
    folded_moments = [each for group in groups for each in group if not each.is_rest]
    assert len(folded_moments) == state.story.one_article_count
    flat = [
        moment.number
        for entry in folded.entries
        for moment in (entry if isinstance(entry, tuple) else (entry,))
    ]
    assert flat == [moment.number for moment in state.listed]
    assert folded.fold().listed == state.listed


def test_the_story_has_as_many_moments_as_the_matrix(state: CollatedState) -> None:
    matrix = compare(open_articles([])).matrix
    story = state.story
    assert story.moment_count == len(matrix.rows)
    assert story.one_article_count == sum(row.is_in_one_article for row in matrix.rows)
    assert story.part_count == sum(each.is_rest for each in story.moments) > 0


def test_folding_selects_what_several_tell_before_it(state: CollatedState) -> None:
    lone = next(at for at, each in enumerate(state.listed) if at and each.is_in_one_article)
    folded = state.select(lone).fold()
    assert folded.selected == state.listed[lone - 1]


def test_the_next_that_is_in_one_article_is_unfolded(state: CollatedState) -> None:
    found = state.fold().step_to(1, in_one_article=True)
    assert found.selected.is_in_one_article
    assert not found.is_folded
    assert state.step_to(-1, in_one_article=True) == state


def test_words_of_an_article_are_shown_until_another_moment_is_selected(
    state: CollatedState,
) -> None:
    moment = state.selected
    other = next(each for each in moment.articles if each != moment.article)
    shown = state.show_words_of(other)
    assert {each.article_position for each in shown.passages} == {other}
    assert shown.show_words_of(moment.article).article is None
    assert shown.step(1).article is None
    assert shown.close_versions() == state


def test_the_orders_go_through_the_articles_and_back(state: CollatedState) -> None:
    selected = state.select(9).selected
    orders = [state.select(9)]
    for _ in state.articles:
        orders.append(orders[-1].sort_by_next_order())
    assert [each.order for each in orders] == [None, 0, 1, 2, 3, 4]
    assert {each.selected.number for each in orders} == {selected.number}
    assert orders[-1].sort_by_next_order().order is None


def test_a_filter_lists_moments_with_all_words_in_any_version(state: CollatedState) -> None:
    filtered = state.fold().filter_by("FENTANYL trafficking")
    assert filtered.listed
    assert all(
        "trafficking" in " ".join(passage.text for passage in moment.passages())
        for moment in filtered.listed
    )
    assert state.filter_by("no such word anywhere") == state
    assert filtered.filter_by("").listed == state.fold().listed


def test_a_place_is_found_where_it_is_shown_or_a_version(state: CollatedState) -> None:
    first = state.selected
    version = first.versions[0].passages[0].place
    assert state.select_end(1).select_place(version).selected == first
    assert state.select_place(Place(0, 999)) == state
