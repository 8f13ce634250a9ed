"""Finds in a thread the origins of shared copy, such as a news agency."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import AwaitedResult, Find, OnProgress, ResultWords
from reader.app.reading.reading_host import ReadingHost, finds_beforehand
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.story.shared_copy.origins import Origin

_SETTLING_SECONDS = 1.8
"""Seconds without a key, after the links are found, before the search, which needs the quotes."""
_WORDS = ResultWords(
    "origins",
    "origins",
    "The origins are found: v w shows what is shared.",
    "The origins of these articles could not be found.",
)


class OriginController:
    """Finds the origins while no key is pressed; title bar and facts of an article show them.

    Args:
        host: the screen.
    """

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._state = host.state
        self.awaited: AwaitedResult[Coverage, tuple[Origin, ...]] = AwaitedResult(
            host, _WORDS, lambda: self._state.coverage, _begin
        )
        self.awaited.on_found = self._show

    def prepare(self) -> None:
        """Find them beforehand, if that is quick."""
        if finds_beforehand(self._host):
            self.awaited.start_when_idle(_SETTLING_SECONDS)

    def _show(self, coverage: Coverage, origins: tuple[Origin, ...]) -> None:
        self._state.show_origins(coverage, origins)
        if self._state.joint_origins:
            self._host.refresh_view()


def _begin(coverage: Coverage) -> Find[tuple[Origin, ...]]:
    def find(_on_progress: OnProgress, _is_cancelled: Callable[[], bool]) -> tuple[Origin, ...]:
        return coverage.origins

    return find
