"""Fetching from the servers of the tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reader.errors import SourceError
from reader.sources.web.fetch_values import Fetched, FetchLimits
from reader.sources.web.fetching import fetch
from reader.sources.web.network import Network
from reader.sources.web.page_cache import PageCache

UNTIMED = FetchLimits(seconds=30, max_bytes=200_000)


@pytest.fixture
def get(cache: PageCache, network: Network) -> Callable[..., Fetched]:
    """`fetch` from the test's hosts, with more time than any answer here needs."""

    def get(address: str, **named: Any) -> Fetched:
        return fetch(address, **{"cache": cache, "network": network, "limits": UNTIMED} | named)

    return get


@pytest.fixture
def refusal(get: Callable[..., Fetched]) -> Callable[..., str]:
    """Why an address cannot be fetched, without the address."""

    def refusal(address: str, **named: Any) -> str:
        with pytest.raises(SourceError) as caught:
            get(address, **named)
        message = caught.value.message
        assert message.startswith(f"{address}: ")
        assert "\n" not in message
        assert message.isprintable()
        return message.removeprefix(f"{address}: ")

    return refusal
