"""The progress of long work, reported at the borders of its phases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.errors import StoppedError

OnProgress = Callable[[float, str], None]
"""Called with the share done, 0..1, and what is done next."""
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PhaseProgress:
    """Reports progress at the borders of phases, and stops the work there if cancelled."""

    on_progress: OnProgress | None = None
    is_cancelled: IsCancelled | None = None
    first: float = 0.0
    """The share of the whole work, 0..1, at which the reported part of it begins."""
    last: float = 1.0
    """The share at which it ends."""

    def part(self, first: float, last: float) -> PhaseProgress:
        """The progress of the part of this work between two shares of it."""
        return replace(self, first=self._share(first), last=self._share(last))

    def report(self, share: float, doing: str) -> None:
        """Report the share of this part that is done, 0..1, and what is done next.

        Raises:
            StoppedError: the work is cancelled.
        """
        if self.is_cancelled is not None and self.is_cancelled():
            raise StoppedError()
        if self.on_progress is not None:
            self.on_progress(self._share(share), doing)

    def _share(self, share: float) -> float:
        # In this form a part ends exactly where the next one begins.
        return self.first * (1.0 - share) + self.last * share
