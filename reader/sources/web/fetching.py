"""Fetching what the user typed, and nothing else: several hosts at once, each asked in turn.

Every hop of an address (the address itself and each redirect) is one request in a thread
of its own. The caller's thread only waits: it starts hops as hosts come free, hands on
progress, and cuts off what takes too long or is no longer wanted. A thread that hangs in
a call that nothing can end (the system's look-up of a host name) is left to itself.

Proxies named in the environment are not used: behind one, nobody here could tell whether
a redirect leads to a private address.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Union

from reader.errors import SourceError, StoppedError
from reader.sources.web.addresses import Address, AddressError, is_address, parse_address
from reader.sources.web.page_cache import Cache, CacheError, Kept
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.sources.web.network import Network, Wire
    from reader.sources.web.responses import Answer

__all__ = ["FetchProgress", "FetchState", "Fetched", "Limits", "fetch", "fetch_all", "is_address"]

_TICK = 0.05
"""Seconds between looks at the clock and at whether the work is still wanted."""

_TELL_EVERY = 0.1
"""Seconds between what is told of how much has come."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may take."""

    seconds: float = 20.0
    """From the first connection to the last byte, all redirects together."""
    max_bytes: int = 8 * 1024 * 1024
    """Of an answer, as it comes and decompressed."""
    hops: int = 5
    """Requests, the first included."""
    parallel: int = 8
    """Hosts that are asked at the same time."""


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
    """Whether it was kept from an earlier time."""
    note: Clean | None
    """What the reader should know about it: that it is an older copy."""


class FetchState(str, Enum):
    """How far an address has come."""

    WAITING = "waiting"
    ASKING = "asking"
    READING = "reading"
    DONE = "done"
    CACHED = "kept from before"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far one address has come."""

    position: int
    """Of the address among those asked for, from 0."""
    address: Clean
    state: FetchState
    received: int = 0
    """Decompressed bytes."""
    expected: int | None = None
    """All bytes there will be, where the server says so."""

    @property
    def line(self) -> Clean:
        """All of it in one line for people."""
        so_far = f"{self.state.value}"
        if self.received:
            so_far += f", {self.received / 1000:,.0f} kB"
            if self.expected and self.state is FetchState.READING:
                so_far += f" of {self.expected / 1000:,.0f} kB"
        return clean_line(f"{self.address}: {so_far}")


OnProblem = Callable[[SourceError], None]
Progress = Callable[[FetchProgress], None]
Cancelled = Callable[[], bool]


def fetch(
    address: str,
    *,
    typed: Collection[str] | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    refresh: bool = False,
    max_age: float | None = None,
    cache: Cache | None = None,
    limits: Limits | None = None,
    network: Network | None = None,
) -> Fetched:
    """Fetch one address; `fetch_all` says how.

    Raises:
        SourceError: it could not be fetched.
        StoppedError: `cancelled` said yes.
    """
    (fetched,) = fetch_all(
        [address], typed=typed, progress=progress, cancelled=cancelled, refresh=refresh,
        max_age=max_age, cache=cache, limits=limits, network=network,
    )  # fmt: skip
    assert fetched is not None
    return fetched


def fetch_all(
    addresses: Sequence[str],
    *,
    typed: Collection[str] | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    on_problem: OnProblem | None = None,
    refresh: bool = False,
    max_age: float | None = None,
    cache: Cache | None = None,
    limits: Limits | None = None,
    network: Network | None = None,
) -> tuple[Fetched | None, ...]:
    """Fetch addresses, or take them from what is kept on disk; the order given is kept.

    Of one host only one address is asked for at a time. Nothing is asked for twice, and
    nothing that a page mentions is asked for at all. All callbacks are called in the
    caller's thread.

    Args:
        addresses: http or https; a fragment is left out.
        typed: the addresses that the user typed, if others than these: a host that was
            typed may be a private one, every other (a redirect's, a feed's) may not.
        progress: told how far each address has come.
        cancelled: asked often; once it says yes everything is ended at once.
        on_problem: told of each address that cannot be fetched, while the others are,
            and once if nothing can be kept.
        refresh: whether to ask even where an answer is kept; it serves still if nothing
            else can be had.
        max_age: in seconds; what was kept longer ago is asked for anew, as with `refresh`.
        cache: where answers are kept, instead of the usual place.
        limits: instead of the usual ones.
        network: instead of the real one.

    Returns for each address its answer, or None if `on_problem` was told of it.

    Raises:
        SourceError: the first address that cannot be fetched, without `on_problem`.
        StoppedError: `cancelled` said yes.
    """
    oldest = 0.0 if refresh else max_age
    work = _Fetching(progress, cancelled, on_problem, oldest, cache or Cache(), limits or Limits())
    try:
        return work.run(addresses, addresses if typed is None else typed, network)
    finally:
        work.cut_all()


@dataclass(slots=True, eq=False)
class _Job:
    """One address on its way."""

    positions: list[int]
    shown: Clean
    key: str
    following: Address
    """What is asked for next: the address itself, then where redirects lead."""
    may_be_private: bool
    seconds_left: float
    hops: int = 0
    kept: Kept | None = None
    wire: Wire | None = None
    started: float = 0.0
    received: int = 0


# What a hop's thread tells: how much has come; and at the end the answer, where it leads
# instead, or why there is none.
_Told = Union[tuple[int, int | None], "Answer", Address, str]
_Events = SimpleQueue[tuple[_Job, "Wire", _Told]]


class _Fetching:
    """One call of `fetch_all`; lives in the caller's thread."""

    def __init__(
        self,
        progress: Progress | None,
        cancelled: Cancelled | None,
        on_problem: OnProblem | None,
        max_age: float | None,
        cache: Cache,
        limits: Limits,
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._on_problem = on_problem
        self._max_age = max_age
        self._cache: Cache | None = cache
        self._limits = limits
        self._waiting: list[_Job] = []
        self._running: list[_Job] = []
        self._events: _Events = SimpleQueue()
        self._done: dict[int, Fetched] = {}

    def run(
        self, addresses: Sequence[str], typed: Collection[str], network: Network | None
    ) -> tuple[Fetched | None, ...]:
        self._check()
        jobs = self._jobs(addresses, _origins(typed))
        for job in jobs:
            kept = self._cache.get(job.key) if self._cache else None
            if kept and self._is_fresh(kept):
                self._finish(job, _from_kept(kept, "--refresh fetches it anew"), FetchState.CACHED)
            else:
                job.kept = kept
                self._waiting.append(job)
                self._tell(job, FetchState.WAITING)
        if self._waiting:
            self._work(network)
        return tuple(self._done.get(position) for position in range(len(addresses)))

    def cut_all(self) -> None:
        for job in self._running:
            if job.wire:
                job.wire.cut()

    def _jobs(self, addresses: Sequence[str], typed: set[tuple[str, int]]) -> list[_Job]:
        jobs: dict[str, _Job] = {}
        for position, text in enumerate(addresses):
            try:
                address = parse_address(text)
            except AddressError as error:
                self._problem(SourceError(f"{clean_line(text)}: {error}"))
                continue
            key = str(address)
            if key in jobs:
                jobs[key].positions.append(position)
                continue
            jobs[key] = _Job(
                [position], clean_line(text.partition("#")[0]), key, address,
                address.origin in typed, self._limits.seconds,
            )  # fmt: skip
        return list(jobs.values())

    def _work(self, network: Network | None) -> None:
        if network is None:
            from reader.sources.web.network import Network

            network = Network()
        while self._waiting or self._running:
            self._start(network)
            try:
                job, wire, told = self._events.get(timeout=_TICK)
                # One that was given up may still have something to say.
                if job.wire is wire:
                    self._take(job, told)
            except Empty:
                pass
            self._check()
            self._cut_the_late()

    def _start(self, network: Network) -> None:
        from reader.sources.web.network import Wire

        busy = {job.following.host for job in self._running}
        for job in list(self._waiting):
            if len(self._running) >= self._limits.parallel:
                return
            if job.following.host in busy:
                continue
            busy.add(job.following.host)
            self._waiting.remove(job)
            self._running.append(job)
            job.hops += 1
            job.started = time.monotonic()
            job.wire = Wire(network, private=job.may_be_private, seconds=job.seconds_left)
            self._tell(job, FetchState.ASKING)
            hop = _Hop(job, job.following, job.wire, self._events)
            Thread(
                target=hop.run, args=(network, self._limits.max_bytes),
                name=f"fetch {job.following.host}", daemon=True,
            ).start()  # fmt: skip

    def _take(self, job: _Job, told: _Told) -> None:
        """What a hop's thread has to say."""
        if isinstance(told, tuple):
            job.received, expected = told
            self._tell(job, FetchState.READING, expected)
            return
        self._stop(job)
        if isinstance(told, Address):
            self._follow(job, told)
        elif isinstance(told, str):
            self._fail(job, told)
        else:
            self._succeed(job, told)

    def _follow(self, job: _Job, address: Address) -> None:
        if job.hops >= self._limits.hops:
            self._fail(job, f"redirected more than {self._limits.hops - 1} times")
            return
        job.following = address
        job.may_be_private = False
        self._waiting.insert(0, job)

    def _succeed(self, job: _Job, answer: Answer) -> None:
        kept = Kept(
            str(job.following), answer.content_type, answer.charset, time.time(), answer.data
        )
        try:
            if self._cache:
                self._cache.put(job.key, kept)
        except CacheError as error:
            self._cache = None
            if self._on_problem:
                self._on_problem(SourceError(error.message))
        self._finish(job, _as_fetched(kept, cached=False, note=None), FetchState.DONE)

    def _fail(self, job: _Job, reason: str) -> None:
        if job.kept:
            fetched = _from_kept(job.kept, f"it could not be fetched anew: {reason}")
            self._finish(job, fetched, FetchState.CACHED)
            return
        self._tell(job, FetchState.FAILED)
        if job.hops > 1:
            reason = f"redirected to {clean_line(str(job.following), 100)}: {reason}"
        self._problem(SourceError(clean_line(f"{job.shown}: {reason}", 600)))

    def _finish(self, job: _Job, fetched: Fetched, state: FetchState) -> None:
        job.received = len(fetched.data)
        self._tell(job, state)
        for position in job.positions:
            self._done[position] = fetched

    def _cut_the_late(self) -> None:
        now = time.monotonic()
        for job in list(self._running):
            if now - job.started > job.seconds_left:
                self._stop(job)
                self._fail(job, f"not done within {self._limits.seconds:g} seconds; try again")

    def _stop(self, job: _Job) -> None:
        self._running.remove(job)
        job.seconds_left -= time.monotonic() - job.started
        if job.wire:
            job.wire.cut()
            job.wire = None

    def _is_fresh(self, kept: Kept) -> bool:
        return self._max_age is None or 0 <= time.time() - kept.fetched < self._max_age

    def _check(self) -> None:
        if self._cancelled and self._cancelled():
            raise StoppedError

    def _problem(self, error: SourceError) -> None:
        if self._on_problem is None:
            raise error
        self._on_problem(error)

    def _tell(self, job: _Job, state: FetchState, expected: int | None = None) -> None:
        if self._progress:
            for position in job.positions:
                self._progress(FetchProgress(position, job.shown, state, job.received, expected))


class _Hop:
    """One request, in a thread of its own."""

    def __init__(self, job: _Job, address: Address, wire: Wire, events: _Events) -> None:
        self._job = job
        self._address = address
        self._wire = wire
        self._events = events
        self._told_at = float("-inf")

    def run(self, network: Network, max_bytes: int) -> None:
        """Ends with exactly one answer, redirect or reason."""
        from reader.sources.web.network import FetchError
        from reader.sources.web.responses import request

        result: _Told
        try:
            result = request(
                self._address, self._wire, network, max_bytes=max_bytes, received=self._received
            )
        except FetchError as problem:
            result = problem.message
        except Exception as error:
            result = f"it could not be read ({type(error).__name__})"
        finally:
            self._wire.release()
        self._tell(result)

    def _received(self, size: int, expected: int | None) -> None:
        # A server may send byte by byte, faster than anybody can be told of it.
        now = time.monotonic()
        if now - self._told_at >= _TELL_EVERY:
            self._told_at = now
            self._tell((size, expected))

    def _tell(self, told: _Told) -> None:
        self._events.put((self._job, self._wire, told))


def _origins(typed: Collection[str]) -> set[tuple[str, int]]:
    origins = set()
    for text in typed:
        with suppress(AddressError):
            origins.add(parse_address(text).origin)
    return origins


def _as_fetched(kept: Kept, *, cached: bool, note: str | None) -> Fetched:
    return Fetched(
        kept.data, clean_line(kept.address), kept.content_type, kept.charset, cached,
        clean_line(note) if note else None,
    )  # fmt: skip


def _from_kept(kept: Kept, more: str) -> Fetched:
    try:
        day = time.strftime("%Y-%m-%d %H:%M", time.localtime(kept.fetched))
    except (OverflowError, ValueError, OSError):
        day = "an unknown day"
    return _as_fetched(kept, cached=True, note=f"the copy kept on {day}; {more}")
