"""Runs of words that two stories have once, as arrays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.story.shared_copy.copy_anchors import AnchorTable, CopyAnchors, SharedAnchors


def _read(runs: str) -> CopyAnchors:
    first = {ord(run): runs.index(run) for run in runs}
    return CopyAnchors.of(first, {ord(run) for run in runs if runs.count(run) > 1})


def _list_shared(here: str, there: str) -> list[SharedAnchors]:
    [found] = AnchorTable([_read(here), _read(there)]).list_shared(1)
    return list(found)


def test_runs_in_a_row_are_one_group() -> None:
    found = _list_shared("abcdefgh", "xabcyfgz")
    assert found == [SharedAnchors(0, 1, 3), SharedAnchors(5, 5, 2)]


def test_what_a_story_repeats_is_no_anchor() -> None:
    assert _list_shared("abcb", "abc") == [
        SharedAnchors(0, 0, 1), SharedAnchors(2, 2, 1)
    ]  # fmt: skip


def test_stories_without_a_run_in_common_share_none() -> None:
    assert _list_shared("abc", "xyz") == []
    assert _list_shared("", "a") == []


@given(st.text("abcdefghij", max_size=15), st.text("abcdefghij", max_size=15))
def test_the_groups_are_all_runs_that_both_have_once(here: str, there: str) -> None:
    groups = _list_shared(here, there)
    found = [(at + step, other + step) for at, other, count in groups for step in range(count)]
    once = [run for run in here if here.count(run) == there.count(run) == 1]
    assert found == [(here.index(run), there.index(run)) for run in once]


@given(st.lists(st.text("abcdefghij", max_size=15), min_size=1, max_size=5))
def test_every_earlier_story_is_compared_as_if_alone(stories: list[str]) -> None:
    table = AnchorTable([_read(story) for story in stories])
    found = [list(map(list, table.list_shared(at))) for at in range(len(stories))]
    assert found == [
        [_list_shared(here, there) for here in stories[:at]] for at, there in enumerate(stories)
    ]
