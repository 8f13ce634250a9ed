"""The values of fetching: limits, progress, and what was fetched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.text.cleaning import Clean, clean_line


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """The limits for one address."""

    seconds: float = 20.0
    """From the first connection to the last byte, all redirects together."""
    max_bytes: int = 8 * 1024 * 1024
    """Of an answer, as it comes and decompressed."""
    hops: int = 5
    """Requests, the first included."""
    parallel: int = 8
    """Hosts that are requested from at the same time."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A successful answer."""

    data: bytes
    address: Clean
    """Where it came from in the end, after redirects."""
    content_type: str | None
    """The media type in lower case, or None where the server does not know it."""
    charset: str | None
    """As the server names it: a claim, not a known encoding."""
    cached: bool
    """Whether it comes from the cache."""
    note: Clean | None
    """A message for the user about it: that it is an older copy."""


class FetchState(str, Enum):
    """The stages of fetching an address; the values are shown."""

    WAITING = "waiting"
    ASKING = "asking"
    READING = "reading"
    DONE = "done"
    CACHED = "from the cache"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """The progress of one address."""

    position: int
    """Of the address among those to fetch, from 0."""
    address: Clean
    state: FetchState
    received: int = 0
    """Decompressed bytes."""
    expected: int | None = None
    """All bytes there will be, where the server states it."""

    @property
    def line(self) -> Clean:
        """All of it in one line for people."""
        progress = self.state.value
        if self.received:
            progress += f", {self.received / 1000:,.0f} kB"
            if self.expected and self.state is FetchState.READING:
                progress += f" of {self.expected / 1000:,.0f} kB"
        return clean_line(f"{self.address}: {progress}")
