"""All results that the reading screen and the screens over it may wait for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.app.reading.awaited_result import AwaitedResult
from reader.app.widgets.bars import Progress


class AwaitedGroup:
    """Passes calls on to several results.

    Args:
        results: the results.
    """

    def __init__(self, results: Sequence[AwaitedResult[Any, Any]]) -> None:
        self._results = results

    def note_key(self) -> None:
        """Note that a key was pressed: unasked work is delayed, and a waiting user reads on."""
        for result in self._results:
            result.note_key()

    def resume(self) -> None:
        """Start the computations that waited for the links."""
        for result in self._results:
            result.resume()

    def stop(self) -> bool:
        """Cancel the results that were asked for and are not found yet; return False if none is."""
        return any(result.stop() for result in self._results)

    def give_up(self, name: str) -> bool:
        """Report that a computation ended by a fault; return False if no result has this name."""
        named = [result for result in self._results if result.words.name == name]
        for result in named:
            result.give_up()
        return bool(named)

    def describe_progress(self, progress: Progress) -> Progress:
        """Return the progress of the linking, with the key that stops waiting if the user waits."""
        if any(result.waits_for_subject for result in self._results):
            return progress._replace(activity="linking: Esc stops")
        return progress
