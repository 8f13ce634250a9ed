"""Progress at the borders of phases."""

from __future__ import annotations

import pytest

from reader.errors import StoppedError
from reader.linking.phase_progress import PhaseProgress


def test_a_part_ends_where_the_next_one_begins() -> None:
    reports: list[tuple[float, str]] = []
    whole = PhaseProgress(lambda share, doing: reports.append((share, doing)))
    one, other = whole.part(0.1, 0.7), whole.part(0.7, 0.9)
    one.report(0.0, "reading")
    one.part(0.5, 1.0).report(0.0, "counting")
    one.report(1.0, "reading")
    other.report(0.0, "writing")
    assert [share for share, _ in reports] == pytest.approx([0.1, 0.4, 0.7, 0.7])
    assert reports[2][0] == reports[3][0]
    assert [doing for _, doing in reports] == ["reading", "counting", "reading", "writing"]


def test_cancelled_work_stops_at_the_next_border() -> None:
    answers = iter([False, True])
    reports: list[float] = []
    progress = PhaseProgress(lambda share, _: reports.append(share), lambda: next(answers))
    progress.report(0.25, "reading")
    with pytest.raises(StoppedError):
        progress.part(0.5, 1.0).report(0.0, "writing")
    assert reports == [0.25]


def test_nothing_needs_to_be_reported() -> None:
    PhaseProgress().part(0.0, 0.5).report(0.5, "reading")
    assert PhaseProgress() == PhaseProgress(None, None, 0.0, 1.0)
