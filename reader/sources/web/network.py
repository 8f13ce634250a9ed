"""Connections: how hosts are found, which may be talked to, and how a transfer is cut off."""

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

SECONDS_TO_CONNECT = 6.0
"""For one of the addresses of a host; another may answer where the first does not."""

GRACE_SECONDS = 2.0
"""How much longer a single wait on a connection may take than the wire is to last. The wire
is cut in time; this is for the case that nobody is left to cut it."""

Endpoint = tuple[socket.AddressFamily, tuple[Any, ...]]
"""A family and the socket address that belongs to it, the IP address first."""

# Address ranges that stand for an IPv4 address: RFC 6052 (NAT64) and RFC 3056 (6to4).
_NAT64 = IPv6Network("64:ff9b::/96")


class FetchError(Exception):
    """Something could not be fetched; the message says why, without naming the address."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet (IANA's registries of special ones).

    An IPv6 address that stands for an IPv4 address is what the latter is.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        return _embedded_are_public(parsed)
    return _is_unicast_global(parsed)


def find_endpoints(host: str, port: int) -> list[Endpoint]:
    """Where a host can be reached, as the system's resolver says.

    Raises:
        FetchError: it does not know the host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(not_found(host)) from error
    return [(family, where) for family, _, _, _, where in found]


def tls_context() -> ssl.SSLContext:
    """Certificates are checked, against the system's authorities."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if sys.platform != "win32" and paths.cafile is None and paths.capath is None:
        # A Python that brings its own OpenSSL (from python.org, on macOS) may know none.
        import certifi

        context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class Network:
    """The outer world, as far as a transfer needs it."""

    find_endpoints: Callable[[str, int], list[Endpoint]] = find_endpoints
    is_public: Callable[[str], bool] = is_public
    tls_context: Callable[[], ssl.SSLContext] = tls_context


class Wire:
    """The connections of one transfer; any thread may cut them.

    Shutting a socket down ends every wait on it at once, in whichever call: timeouts of
    single reads do not bound a sender that sends a byte now and then.
    """

    def __init__(self, network: Network, *, private: bool, seconds: float) -> None:
        self._network = network
        self._private = private
        self._end = monotonic() + seconds
        self._lock = Lock()
        self._is_cut = False
        self._held: list[socket.socket] = []

    @property
    def is_cut(self) -> bool:
        return self._is_cut

    @property
    def seconds_left(self) -> float:
        """At least a little, so that it can be given as a timeout."""
        return max(self._end - monotonic(), 0.001)

    def cut(self) -> None:
        """End the transfer: what waits for a connection fails at once."""
        with self._lock:
            self._is_cut = True
            for held in self._held:
                with suppress(OSError):
                    held.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        with self._lock:
            self._is_cut = True
            for held in self._held:
                held.close()
            self._held.clear()

    def connect(self, host: str, port: int) -> socket.socket:
        """A connection to the first endpoint of the host that answers and may be talked to.

        Raises:
            FetchError: there is none.
        """
        problem = not_found(host)
        for family, where in self._network.find_endpoints(host, port):
            if not self._may_be(where[0]):
                problem = private_problem(host)
                continue
            try:
                return self._connected(host, family, where)
            except OSError as error:
                problem = f"no connection to {clean_line(host)}: {_reason(error)}{_no_proxy()}"
        raise FetchError(problem)

    def _connected(
        self, host: str, family: socket.AddressFamily, where: tuple[Any, ...]
    ) -> socket.socket:
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            self._hold(connection)
            connection.settimeout(min(SECONDS_TO_CONNECT, self.seconds_left))
            connection.connect(where)
            if not self._may_be(connection.getpeername()[0]):
                raise FetchError(private_problem(host))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(self.seconds_left + GRACE_SECONDS)
        except BaseException:
            connection.close()
            raise
        return connection

    def _may_be(self, peer: str) -> bool:
        return self._private or self._network.is_public(peer)

    def _hold(self, connection: socket.socket) -> None:
        """Keep a second handle: TLS takes the first one over and gives it another name."""
        with self._lock:
            if self._is_cut:
                raise FetchError("stopped")
            self._held.append(connection.dup())


def not_found(host: str) -> str:
    shown = clean_line(host)
    return f"the host {shown} was not found; check the address and the connection{_no_proxy()}"


def private_problem(host: str) -> str:
    return f"{clean_line(host)} is a private address; only what is typed itself may be one"


class _Connection(HTTPConnection):
    def __init__(self, *arguments: Any, wire: Wire, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._wire = wire

    def _new_conn(self) -> socket.socket:
        return self._wire.connect(self._dns_host, self.port)


class _SecureConnection(HTTPSConnection):
    def __init__(self, *arguments: Any, wire: Wire, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._wire = wire

    def _new_conn(self) -> socket.socket:
        return self._wire.connect(self._dns_host, self.port)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def pool_for(scheme: str, host: str, port: int, wire: Wire, network: Network) -> HTTPConnectionPool:
    """A pool of one connection that goes over `wire`."""
    if scheme == "https":
        return _SecurePool(
            host, port, maxsize=1, wire=wire, ssl_context=network.tls_context(),
            cert_reqs="CERT_REQUIRED",
        )  # fmt: skip
    return _Pool(host, port, maxsize=1, wire=wire)


def _embedded_are_public(address: IPv6Address) -> bool:
    inner = address.ipv4_mapped or address.sixtofour
    if inner is None and address in _NAT64:
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    return _is_unicast_global(address if inner is None else inner)


def _is_unicast_global(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _reason(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer"
    return clean_line((error.strerror or "it failed").lower())


def _no_proxy() -> str:
    """What those should know who reach the network through a proxy alone."""
    names = ("http_proxy", "https_proxy", "all_proxy")
    if any(os.environ.get(name) or os.environ.get(name.upper()) for name in names):
        return " (the proxy that the environment names is not used)"
    return ""
