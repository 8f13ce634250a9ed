"""The callbacks by which sources report problems and are cancelled."""

from __future__ import annotations

from collections.abc import Callable

from reader.errors import SourceError

OnProblem = Callable[[SourceError], None]
"""Called with each problem, while the work continues; may raise to stop it."""

Cancelled = Callable[[], bool]
"""Called often; once it returns true the work stops."""
