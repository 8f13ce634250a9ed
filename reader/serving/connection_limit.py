"""A bound on open connections: who has no key can open as many as the system lets through."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

MOST_CONNECTIONS = 64
"""Far below the files that a process may have open; a browser uses six a server."""


def limit_connections(
    server: web.Server, is_page: Callable[[asyncio.BaseTransport], bool]
) -> Callable[[], asyncio.Protocol]:
    """Return a factory of connections that closes the oldest where there are too many.

    So connections without a request give way, to each other and to the user.

    Args:
        server: makes and knows the connections.
        is_page: whether a connection is the web socket of a page, which is never closed here.
    """

    def open_connection() -> asyncio.Protocol:
        transports = [each.transport for each in server.connections]
        live = [each for each in transports if each is not None and not each.is_closing()]
        if len(live) >= MOST_CONNECTIONS:
            oldest = next((each for each in live if not is_page(each)), None)
            if oldest is not None:
                oldest.abort()
        return server()

    return open_connection


def ignore_connection_errors(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Print nothing about a connection that cannot be accepted; it is tried again."""
    if not isinstance(context.get("exception"), OSError):
        loop.default_exception_handler(context)
