"""The results that the reading screen and what is over it may wait for, together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.app.reading.awaited_result import AwaitedResult
from reader.app.widgets.bars import Progress


class AwaitedGroup:
    """Tells several results what concerns all of them.

    Args:
        results: the results.
    """

    def __init__(self, results: Sequence[AwaitedResult[Any, Any]]) -> None:
        self._results = results

    def note_key(self) -> None:
        """Note that a key was pressed: what nobody asked for waits, who asked reads on."""
        for result in self._results:
            result.note_key()

    def resume(self) -> None:
        """Begin with what waited for the links."""
        for result in self._results:
            result.resume()

    def stop(self) -> bool:
        """Give up what was asked for and is not there yet; return False if nothing is."""
        return any(result.stop() for result in self._results)

    def give_up(self, name: str) -> bool:
        """Say that a work ended by a fault; return False if no result has this name."""
        named = [result for result in self._results if result.words.name == name]
        for result in named:
            result.give_up()
        return bool(named)

    def word_progress(self, progress: Progress) -> Progress:
        """Return the progress of the linking, which says how to leave where one waits for it."""
        if any(result.waits_for_subject for result in self._results):
            return progress._replace(activity="linking: Esc stops")
        return progress
