"""The scheduling of requests: which host is requested from next, and when a request ends.

Every hop of an address (the address itself and each redirect) is one request in a thread
of its own. The caller's thread only waits: it starts hops as hosts become free, passes
progress on, and aborts what takes too long or is cancelled. A thread inside a call that
nothing can end (the system's look-up of a host name) is abandoned.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Union

from reader.errors import SourceError, SourceNoticeError, StoppedError
from reader.sources.callbacks import Cancelled, OnProblem
from reader.sources.web.addresses import Address, AddressError, parse_address
from reader.sources.web.fetch_values import Fetched, FetchLimits, FetchProgress, FetchState
from reader.sources.web.page_cache import CachedPage, CacheError, PageCache
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.sources.web.network import Network, Transfer
    from reader.sources.web.responses import Response

# Seconds between two checks of the clock and of `is_cancelled`.
_CHECK_INTERVAL = 0.05
# Seconds between two reports of the number of bytes received.
_REPORT_INTERVAL = 0.1
# Characters.
_LONGEST_MESSAGE = 600
_LONGEST_SHOWN_REDIRECT = 100


@dataclass(slots=True, eq=False)
class _Job:
    """One address to fetch, and the state of its requests."""

    positions: list[int]
    """Of the address among those to fetch; several if it was given more than once."""
    shown: Clean
    key: str
    """The address, by which it is cached."""
    next_address: Address
    """The address of the present or next request: the job's, then that of each redirect."""
    may_be_private: bool
    seconds_left: float
    hops: int = 0
    cached: CachedPage | None = None
    transfer: Transfer | None = None
    started: float = 0.0
    """By the monotonic clock, in seconds."""
    received: int = 0


# What a hop reports: bytes received and expected; then the response, the address that it
# redirects to, or the reason why there is none.
_Report = Union[tuple[int, int | None], "Response", Address, str]
_Events = SimpleQueue[tuple[_Job, "Transfer", _Report]]


class FetchScheduler:
    """One call of `fetch_all`; used in the caller's thread only.

    Args:
        on_progress: as for `fetch_all`, like `is_cancelled` and `on_problem`.
        is_cancelled: called often.
        on_problem: called with each address that cannot be fetched.
        max_age: in seconds, of what may be taken from the cache; None: any.
        cache: the cache.
        limits: of one address.
    """

    def __init__(
        self,
        *,
        on_progress: Callable[[FetchProgress], None] | None,
        is_cancelled: Cancelled | None,
        on_problem: OnProblem | None,
        max_age: float | None,
        cache: PageCache,
        limits: FetchLimits,
    ) -> None:
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._on_problem = on_problem
        self._max_age = max_age
        # None once something could not be cached.
        self._cache: PageCache | None = cache
        self._limits = limits
        self._waiting: list[_Job] = []
        self._running: list[_Job] = []
        self._events: _Events = SimpleQueue()
        # By the position of the address.
        self._fetched: dict[int, Fetched] = {}

    def run(
        self, addresses: Sequence[str], typed: Collection[str], network: Network | None
    ) -> tuple[Fetched | None, ...]:
        """Fetch the addresses; see `fetch_all`."""
        self._check_cancelled()
        for job in self._create_jobs(addresses, _origins(typed)):
            cached = self._cache.get(job.key) if self._cache else None
            if cached and self._is_fresh(cached):
                fetched = _from_cache(cached, "--refresh fetches it anew")
                self._finish(job, fetched, FetchState.CACHED)
            else:
                job.cached = cached
                self._waiting.append(job)
                self._report(job, FetchState.WAITING)
        if self._waiting:
            self._process_jobs(network)
        return tuple(self._fetched.get(position) for position in range(len(addresses)))

    def abort_all(self) -> None:
        """End all transfers that are still running."""
        for job in self._running:
            if job.transfer:
                job.transfer.abort()

    def _create_jobs(self, addresses: Sequence[str], typed: set[tuple[str, int]]) -> list[_Job]:
        jobs: dict[str, _Job] = {}
        for position, text in enumerate(addresses):
            try:
                address = parse_address(text)
            except AddressError as error:
                self._report_problem(SourceError(f"{clean_line(text)}: {error}"))
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

    def _process_jobs(self, network: Network | None) -> None:
        if network is None:
            from reader.sources.web.network import Network

            network = Network()
        while self._waiting or self._running:
            self._start_hops(network)
            try:
                job, transfer, report = self._events.get(timeout=_CHECK_INTERVAL)
                # One that was aborted may still report.
                if job.transfer is transfer:
                    self._handle_report(job, transfer, report)
            except Empty:
                pass
            self._check_cancelled()
            self._abort_late_jobs()

    def _start_hops(self, network: Network) -> None:
        """Start a request to each host that is free, as far as the limits allow."""
        from reader.sources.web.network import Transfer

        busy_hosts = {job.next_address.host for job in self._running}
        for job in list(self._waiting):
            if len(self._running) >= self._limits.parallel:
                return
            host = job.next_address.host
            if host in busy_hosts:
                continue
            busy_hosts.add(host)
            self._waiting.remove(job)
            self._running.append(job)
            job.hops += 1
            job.started = time.monotonic()
            job.transfer = Transfer(
                network, may_be_private=job.may_be_private, seconds=job.seconds_left
            )
            self._report(job, FetchState.ASKING)
            hop = _Hop(job, job.next_address, job.transfer, self._events)
            Thread(
                target=hop.run, args=(network, self._limits.max_bytes),
                name=f"fetch {host}", daemon=True,
            ).start()  # fmt: skip

    def _handle_report(self, job: _Job, transfer: Transfer, report: _Report) -> None:
        if isinstance(report, tuple):
            job.received, expected = report
            self._report(job, FetchState.READING, expected)
            return
        self._stop(job)
        if isinstance(report, Address):
            self._follow_redirect(job, report, from_private=transfer.has_private_peer)
        elif isinstance(report, str):
            self._fail(job, report)
        else:
            self._succeed(job, report)

    def _follow_redirect(self, job: _Job, address: Address, *, from_private: bool) -> None:
        if job.hops >= self._limits.hops:
            self._fail(job, f"redirected more than {self._limits.hops - 1} times")
            return
        # A private server that the user typed may redirect to itself. A
        # public name may not: it could have come to mean a private address in the meantime.
        job.may_be_private = from_private and job.next_address.is_same_server(address)
        job.next_address = address
        self._waiting.insert(0, job)

    def _succeed(self, job: _Job, response: Response) -> None:
        page = CachedPage(
            str(job.next_address),
            response.content_type,
            response.charset,
            time.time(),
            response.data,
        )
        try:
            if self._cache:
                self._cache.put(job.key, page)
        except CacheError as error:
            self._cache = None
            if self._on_problem:
                self._on_problem(SourceNoticeError(error.message))
        self._finish(job, _as_fetched(page, cached=False, note=None), FetchState.DONE)

    def _fail(self, job: _Job, reason: str) -> None:
        """End a job with the cached page, if there is one, or else with a problem."""
        if job.cached:
            fetched = _from_cache(job.cached, f"it could not be fetched anew: {reason}")
            self._finish(job, fetched, FetchState.CACHED)
            return
        self._report(job, FetchState.FAILED)
        if job.hops > 1:
            redirect = clean_line(str(job.next_address), _LONGEST_SHOWN_REDIRECT)
            reason = f"redirected to {redirect}: {reason}"
        self._report_problem(SourceError(clean_line(f"{job.shown}: {reason}", _LONGEST_MESSAGE)))

    def _finish(self, job: _Job, fetched: Fetched, state: FetchState) -> None:
        job.received = len(fetched.data)
        self._report(job, state)
        for position in job.positions:
            self._fetched[position] = fetched

    def _abort_late_jobs(self) -> None:
        now = time.monotonic()
        for job in list(self._running):
            if now - job.started > job.seconds_left:
                self._stop(job)
                self._fail(job, f"not done within {self._limits.seconds:g} seconds; try again")

    def _stop(self, job: _Job) -> None:
        self._running.remove(job)
        job.seconds_left -= time.monotonic() - job.started
        if job.transfer:
            job.transfer.abort()
            job.transfer = None

    def _is_fresh(self, page: CachedPage) -> bool:
        return self._max_age is None or 0 <= time.time() - page.fetched < self._max_age

    def _check_cancelled(self) -> None:
        if self._is_cancelled and self._is_cancelled():
            raise StoppedError

    def _report_problem(self, error: SourceError) -> None:
        if self._on_problem is None:
            raise error
        self._on_problem(error)

    def _report(self, job: _Job, state: FetchState, expected: int | None = None) -> None:
        if self._on_progress:
            for position in job.positions:
                self._on_progress(FetchProgress(position, job.shown, state, job.received, expected))


class _Hop:
    """One request, in a thread of its own."""

    def __init__(self, job: _Job, address: Address, transfer: Transfer, events: _Events) -> None:
        self._job = job
        self._address = address
        self._transfer = transfer
        self._events = events
        self._reported_at = float("-inf")

    def run(self, network: Network, max_bytes: int) -> None:
        """Send the request, and report exactly one response, redirect or reason at the end."""
        from reader.sources.web.network import FetchError
        from reader.sources.web.responses import send_request

        result: _Report
        try:
            result = send_request(
                self._address,
                self._transfer,
                network,
                max_bytes=max_bytes,
                on_received=self._report_received,
            )
        except FetchError as problem:
            result = problem.message
        except Exception as error:
            # Without a report the caller would wait for the time limit.
            result = f"it could not be read ({type(error).__name__})"
        finally:
            self._transfer.close()
        self._report(result)

    def _report_received(self, size: int, expected: int | None) -> None:
        # A server may send byte by byte, faster than reports can be handled.
        now = time.monotonic()
        if now - self._reported_at >= _REPORT_INTERVAL:
            self._reported_at = now
            self._report((size, expected))

    def _report(self, report: _Report) -> None:
        self._events.put((self._job, self._transfer, report))


def _origins(typed: Collection[str]) -> set[tuple[str, int]]:
    origins = set()
    for text in typed:
        with suppress(AddressError):
            origins.add(parse_address(text).origin)
    return origins


def _as_fetched(page: CachedPage, *, cached: bool, note: str | None) -> Fetched:
    return Fetched(
        page.data, clean_line(page.address), page.content_type, page.charset, cached,
        clean_line(note) if note else None,
    )  # fmt: skip


def _from_cache(page: CachedPage, explanation: str) -> Fetched:
    try:
        day = time.strftime("%Y-%m-%d %H:%M", time.localtime(page.fetched))
    except (OverflowError, ValueError, OSError):
        day = "an unknown day"
    return _as_fetched(page, cached=True, note=f"the cached copy of {day}; {explanation}")
