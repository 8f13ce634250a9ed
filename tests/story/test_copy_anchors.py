"""Runs of words that two stories have once, as arrays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.story.copy_anchors import CopyAnchors, SharedAnchors, list_shared_anchors


def _read(runs: str) -> CopyAnchors:
    first = {ord(run): runs.index(run) for run in runs}
    return CopyAnchors.of(first, {ord(run) for run in runs if runs.count(run) > 1})


def test_runs_in_a_row_are_one_group() -> None:
    found = list_shared_anchors(_read("abcdefgh"), _read("xabcyfgz"))
    assert list(found) == [SharedAnchors(0, 1, 3), SharedAnchors(5, 5, 2)]


def test_what_a_story_repeats_is_no_anchor() -> None:
    assert list(list_shared_anchors(_read("abcb"), _read("abc"))) == [
        SharedAnchors(0, 0, 1), SharedAnchors(2, 2, 1)
    ]  # fmt: skip


def test_stories_without_a_run_in_common_share_none() -> None:
    assert list(list_shared_anchors(_read("abc"), _read("xyz"))) == []
    assert list(list_shared_anchors(_read(""), _read("a"))) == []


@given(st.text("abcdefghij", max_size=15), st.text("abcdefghij", max_size=15))
def test_the_groups_are_all_runs_that_both_have_once(here: str, there: str) -> None:
    groups = list(list_shared_anchors(_read(here), _read(there)))
    found = [(at + step, other + step) for at, other, count in groups for step in range(count)]
    once = [run for run in here if here.count(run) == there.count(run) == 1]
    assert found == [(here.index(run), there.index(run)) for run in once]
