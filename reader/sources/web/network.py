"""Connections: resolving hosts, refusing private ones, and aborting a transfer."""

from __future__ import annotations

import os
import socket
import ssl
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Lock
from time import monotonic
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from reader.text.cleaning import clean_line

CONNECT_TIMEOUT = 6.0
"""In seconds, for one of the addresses of a host; another may answer where the first does not."""

GRACE_SECONDS = 2.0
"""How much longer a single wait on a connection may take than the whole transfer. The transfer
is aborted in time; this is for the case that its caller has ended."""

# Seconds. A timeout must be positive.
_SHORTEST_TIMEOUT = 0.001

Endpoint = tuple[socket.AddressFamily, tuple[Any, ...]]
"""A family and the socket address that belongs to it, the IP address first."""

# The range of addresses that embed an IPv4 address by RFC 6052 (NAT64).
_NAT64 = IPv6Network("64:ff9b::/96")


class FetchError(Exception):
    """An address could not be fetched; the message says why, without the address."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def is_public(address: str) -> bool:
    """Return whether an IP address is public, by IANA's registries of special addresses.

    An IPv6 address that embeds an IPv4 address is public if the latter is.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        return _is_ipv6_public(parsed)
    return _is_unicast_global(parsed)


def resolve_host(host: str, port: int) -> list[Endpoint]:
    """Return the endpoints of a host by the system's resolver.

    Raises:
        FetchError: the host is unknown.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(_not_found_message(host)) from error
    return [(family, address) for family, _, _, _, address in found]


def create_tls_context() -> ssl.SSLContext:
    """Return a context that checks certificates, against the system's authorities."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if sys.platform != "win32" and paths.cafile is None and paths.capath is None:
        # A Python with an OpenSSL of its own (from python.org, on macOS) may have none.
        import certifi

        context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class Network:
    """The functions by which a transfer reaches the network; replaced in tests."""

    resolve_host: Callable[[str, int], list[Endpoint]] = resolve_host
    is_public: Callable[[str], bool] = is_public
    create_tls_context: Callable[[], ssl.SSLContext] = create_tls_context


class Transfer:
    """The connections of one transfer; any thread may abort it.

    Shutting a socket down ends every wait on it at once, in whichever call: timeouts of
    single reads do not limit a server that sends a byte now and then.

    Args:
        network: the functions to connect with.
        may_be_private: whether the host may have a private address.
        seconds: the time limit.
    """

    def __init__(self, network: Network, *, may_be_private: bool, seconds: float) -> None:
        self._network = network
        self._may_be_private = may_be_private
        self._end = monotonic() + seconds
        self._lock = Lock()
        self._is_aborted = False
        self._peer: str | None = None
        self._sockets: list[socket.socket] = []

    @property
    def is_aborted(self) -> bool:
        """Whether it was aborted or closed."""
        return self._is_aborted

    @property
    def has_private_peer(self) -> bool:
        """Whether the connection that was opened leads to a private address."""
        return self._peer is not None and not self._network.is_public(self._peer)

    @property
    def seconds_left(self) -> float:
        """The time until the limit; always positive, so that it can be a timeout."""
        return max(self._end - monotonic(), _SHORTEST_TIMEOUT)

    def abort(self) -> None:
        """End the transfer: every wait for a connection fails at once."""
        with self._lock:
            self._is_aborted = True
            for held in self._sockets:
                with suppress(OSError):
                    held.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close all sockets; no connection can be opened after it."""
        with self._lock:
            self._is_aborted = True
            for held in self._sockets:
                held.close()
            self._sockets.clear()

    def connect(self, host: str, port: int) -> socket.socket:
        """Return a connection to the first endpoint of the host that answers and is allowed.

        Raises:
            FetchError: there is none.
        """
        problem = _not_found_message(host)
        for family, address in self._network.resolve_host(host, port):
            if not self._is_allowed(address[0]):
                problem = _private_message(host)
                continue
            try:
                return self._connect_endpoint(host, family, address)
            except OSError as error:
                reason = f"{_describe_error(error)}{_proxy_hint()}"
                problem = f"no connection to {clean_line(host)}: {reason}"
        raise FetchError(problem)

    def _connect_endpoint(
        self, host: str, family: socket.AddressFamily, address: tuple[Any, ...]
    ) -> socket.socket:
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            self._hold(connection)
            connection.settimeout(min(CONNECT_TIMEOUT, self.seconds_left))
            connection.connect(address)
            peer = connection.getpeername()[0]
            if not self._is_allowed(peer):
                raise FetchError(_private_message(host))
            self._peer = peer
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(self.seconds_left + GRACE_SECONDS)
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_allowed(self, peer: str) -> bool:
        return self._may_be_private or self._network.is_public(peer)

    def _hold(self, connection: socket.socket) -> None:
        """Store a second handle: TLS takes over the first one and detaches it."""
        with self._lock:
            if self._is_aborted:
                raise FetchError("stopped")
            self._sockets.append(connection.dup())


def create_pool(
    scheme: str, host: str, port: int, transfer: Transfer, network: Network
) -> HTTPConnectionPool:
    """Return a pool of one connection, which is part of `transfer`."""
    if scheme == "https":
        return _SecurePool(
            host, port, maxsize=1, transfer=transfer, ssl_context=network.create_tls_context(),
            cert_reqs="CERT_REQUIRED",
        )  # fmt: skip
    return _Pool(host, port, maxsize=1, transfer=transfer)


class _Connection(HTTPConnection):
    def __init__(self, *arguments: Any, transfer: Transfer, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._transfer = transfer

    def _new_conn(self) -> socket.socket:
        return self._transfer.connect(self._dns_host, self.port)


class _SecureConnection(HTTPSConnection):
    def __init__(self, *arguments: Any, transfer: Transfer, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._transfer = transfer

    def _new_conn(self) -> socket.socket:
        return self._transfer.connect(self._dns_host, self.port)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _is_ipv6_public(address: IPv6Address) -> bool:
    embedded = address.ipv4_mapped or address.sixtofour
    if embedded is None and address in _NAT64:
        embedded = IPv4Address(int(address) & 0xFFFFFFFF)
    return _is_unicast_global(address if embedded is None else embedded)


def _is_unicast_global(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _not_found_message(host: str) -> str:
    name = clean_line(host)
    return f"the host {name} was not found; check the address and the connection{_proxy_hint()}"


def _private_message(host: str) -> str:
    return f"{clean_line(host)} is a private address; only what is typed itself may be one"


def _describe_error(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer"
    return clean_line((error.strerror or "it failed").lower())


def _proxy_hint() -> str:
    """Return a remark for those who reach the network only through a proxy."""
    names = ("http_proxy", "https_proxy", "all_proxy")
    if any(os.environ.get(name) or os.environ.get(name.upper()) for name in names):
        return " (the proxy that the environment names is not used)"
    return ""
