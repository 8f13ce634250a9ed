"""What keys change on the screen of text versions."""

from __future__ import annotations

import pytest

from reader import compare
from reader.app.text_versions.text_version_state import TextVersionState
from reader.articles import Place
from reader.coverage import Coverage
from reader.story.text_versions.text_change import ChangeKind, ComparedRow, TextChange
from tests.story.worded_versions import FIRST, SECOND, make_version


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    third = SECOND.replace("21 passengers", "24 passengers").replace("Lock & Sons", "Lock & Son")
    return compare(
        [
            make_version(FIRST, published="4 May 2031"),
            make_version(SECOND, updated="5 May 2031"),
            make_version("The mayor opened a school in Brodau.", outlet="Brodau Courier"),
            make_version(third, updated="6 May 2031"),
        ]
    )


@pytest.fixture
def state(coverage: Coverage) -> TextVersionState:
    return TextVersionState.of(coverage.articles, coverage.text_versions, coverage.text_changes)


def test_the_last_two_versions_are_compared_first(state: TextVersionState) -> None:
    assert (state.base, state.other) == (1, 3)
    assert state.is_known_later
    assert isinstance(state.selected, TextChange)
    assert (state.selected.old, state.selected.new) == ("21", "24")


def test_another_version_and_another_base_are_chosen(state: TextVersionState) -> None:
    assert (state.set_base(0).base, state.set_base(0).other) == (0, 3)
    assert (state.set_base(3).base, state.set_base(3).other) == (3, 1)
    assert not state.set_base(3).is_known_later
    assert state.compare_with(0).other == 0
    assert (state.compare_with(1).base, state.compare_with(1).other) == (3, 1)


def test_versions_are_stepped_through_without_the_base(state: TextVersionState) -> None:
    first = state.step_version(-1)
    assert first.other == 0
    assert first.step_version(-1) is first
    assert first.step_version(1).other == 3


def test_the_whole_text_has_the_selected_words(state: TextVersionState) -> None:
    whole = state.toggle_text()
    assert isinstance(whole.selected, ComparedRow)
    assert "24 passengers" in whole.selected.there
    assert len(whole.listed) > len(state.listed)
    assert whole.toggle_text().selected == state.selected


def test_a_place_leads_to_its_change(state: TextVersionState) -> None:
    changed = next(change for change in state.changes.changes if change.there)
    place = changed.there[0].place
    assert state.step(1).select_place(place).selected == changed
    assert state.select_place(Place(2, 0)) is state
    assert state.select_place(Place(0, 0)).other == 0


def test_a_filter_leaves_what_has_all_words(state: TextVersionState) -> None:
    found = state.filter_by("passengers 24")
    assert [change.new for change in found.listed if isinstance(change, TextChange)] == ["24"]
    assert state.filter_by("nothing like it") is state
    assert found.filter_by("").listed == state.listed


def test_steps_stay_in_the_list(state: TextVersionState) -> None:
    last = len(state.listed) - 1
    assert state.step(-1).index == 0
    assert state.select_end(1).index == state.step(99).index == last


def test_the_same_words_leave_nothing_selected(coverage: Coverage) -> None:
    twin = compare([make_version(FIRST), make_version(FIRST)])
    state = TextVersionState.of(twin.articles, twin.text_versions, twin.text_changes)
    assert state.selected is None
    assert state.step(1).index == 0
    assert [change.kind for change in state.changes.changes if change.kind is ChangeKind.FACT] == []
