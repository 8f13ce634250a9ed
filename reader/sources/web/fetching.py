"""Fetches only the addresses that are given: several hosts at once, one request to each.

Proxies named in the environment are not used: behind one, a redirect to a private address
could not be recognised.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from reader.sources.callbacks import Cancelled, OnProblem
from reader.sources.web.fetch_scheduler import FetchScheduler
from reader.sources.web.fetch_values import Fetched, FetchLimits, FetchProgress
from reader.sources.web.page_cache import PageCache

if TYPE_CHECKING:
    from reader.sources.web.network import Network

Progress = Callable[[FetchProgress], None]


def fetch(
    address: str,
    *,
    typed: Collection[str] | None = None,
    on_progress: Progress | None = None,
    is_cancelled: Cancelled | None = None,
    refresh: bool = False,
    max_age: float | None = None,
    cache: PageCache | None = None,
    limits: FetchLimits | None = None,
    network: Network | None = None,
) -> Fetched:
    """Fetch one address; for the arguments see `fetch_all`.

    Raises:
        SourceError: it could not be fetched.
        StoppedError: `is_cancelled` returned true.
    """
    (fetched,) = fetch_all(
        [address], typed=typed, on_progress=on_progress, is_cancelled=is_cancelled, refresh=refresh,
        max_age=max_age, cache=cache, limits=limits, network=network,
    )  # fmt: skip
    assert fetched is not None
    return fetched


def fetch_all(
    addresses: Sequence[str],
    *,
    typed: Collection[str] | None = None,
    on_progress: Progress | None = None,
    is_cancelled: Cancelled | None = None,
    on_problem: OnProblem | None = None,
    refresh: bool = False,
    max_age: float | None = None,
    cache: PageCache | None = None,
    limits: FetchLimits | None = None,
    network: Network | None = None,
) -> tuple[Fetched | None, ...]:
    """Fetch addresses, or take them from the cache on disk; in the order given.

    Of one host only one address is requested at a time. No address is requested twice, and
    nothing that a page mentions is requested at all. All callbacks are called in the
    caller's thread.

    Args:
        addresses: http or https; a fragment is left out.
        typed: the addresses that the user typed, if others than these: a host that was
            typed may be a private one, every other (a redirect's, a feed's) may not.
        on_progress: called with the progress of each address.
        is_cancelled: called often; once it returns true everything is ended at once.
        on_problem: called with each address that cannot be fetched, while the others are,
            and once if nothing can be cached.
        refresh: whether to request even what is cached; that is used only if the request fails.
        max_age: in seconds; what was cached longer ago is requested again, as with `refresh`.
        cache: the cache, instead of the usual one.
        limits: instead of the usual ones.
        network: instead of the real one.

    Returns for each address its answer, or None if `on_problem` was called with it.

    Raises:
        SourceError: the first address that cannot be fetched, without `on_problem`.
        StoppedError: `is_cancelled` returned true.
    """
    scheduler = FetchScheduler(
        on_progress=on_progress,
        is_cancelled=is_cancelled,
        on_problem=on_problem,
        max_age=0.0 if refresh else max_age,
        cache=cache or PageCache(),
        limits=limits or FetchLimits(),
    )
    try:
        return scheduler.run(addresses, addresses if typed is None else typed, network)
    finally:
        scheduler.abort_all()
