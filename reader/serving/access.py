"""Access control of the server: checks of a request before anything else of it is read.

Whoever uses the app can read and write files as the user, so every web page in the same browser and
everybody in the same network is a possible attacker. A page of another site can send requests to
this machine with the cookies of the browser (cross-site requests, and web sockets, for which
browsers ask nobody), and can have its own name lead to this machine (DNS rebinding). So a request
must name a host that the server is known by, must come from a page of the server where it says
from where it comes, and must have the secret.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address

_SECRET_BYTES = 32
_HTTP_PORT = 80
LOOPBACK = "127.0.0.1"
_LOOPBACK_6 = "::1"


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """The headers of a request that are checked; empty where it has none."""

    host: str
    origin: str = ""
    site: str = ""
    """The relation of the requesting page to this one, by the browser (`Sec-Fetch-Site`)."""
    secret: str = ""
    """The value of the cookie."""
    local_address: str = ""
    """The address of this machine at which it came in."""


@dataclass(frozen=True, slots=True)
class Access:
    """The secrets of one server, and the names by which it is known.

    Args:
        host: the name or address that the server listens at.
        port: its port.
    """

    host: str
    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(_SECRET_BYTES), repr=False)
    """The token in the address that the user opens."""
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(_SECRET_BYTES), repr=False)
    """The value of the cookie, so that the token is sent only once."""

    @property
    def address(self) -> str:
        """The address that the user opens."""
        host = self.host
        if is_unspecified(host):
            # What listens at the addresses of version 6 does not listen at those of version 4.
            host = _LOOPBACK_6 if ":" in host else LOOPBACK
        return f"http://{_with_port(host, self.port)}/open/{self.token}"

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies know no ports, and two servers must not share one."""
        return f"reader-{self.port}"

    def has_token(self, token: str) -> bool:
        """Return whether a token is that of this server, in a time independent of the token."""
        return secrets.compare_digest(token.encode("utf-8", "replace"), self.token.encode())

    def knows_host(self, request: RequestFacts) -> bool:
        """Return whether a request names this server, and not a name that leads to it."""
        hosts = {self.host}
        if is_loopback(self.host) or is_unspecified(self.host):
            hosts |= {LOOPBACK, "localhost", _LOOPBACK_6}
        if is_unspecified(self.host) and request.local_address:
            hosts.add(request.local_address)
        known = {_with_port(host, self.port) for host in hosts}
        if self.port == _HTTP_PORT:
            known |= {_bracketed(host) for host in hosts}
        return request.host.lower() in {host.lower() for host in known}

    def find_refusal(self, request: RequestFacts, *, is_socket: bool) -> str:
        """Return why a request is refused, in words for people; empty: it is not.

        Args:
            request: the request.
            is_socket: whether it opens a web socket, which must say where it comes from.
        """
        if not self.knows_host(request):
            return "This server has another name."
        own = f"http://{request.host}".lower()
        if request.origin.lower() not in ({own} if is_socket else {"", own}):
            return "A page of another site may not use this server."
        if request.site not in ("", "same-origin", "none"):
            return "A page of another site may not use this server."
        if not secrets.compare_digest(
            request.secret.encode("utf-8", "replace"), self.secret.encode()
        ):
            return "Open the address that reader serve printed: it has the key."
        return ""


def is_number(host: str) -> bool:
    """Return whether a host is an address in any form, as browsers decide it: `0`, `127.1`."""
    last = host.rpartition(".")[2].lower()
    return last.isdecimal() or last.startswith("0x")


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach what listens at a host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_unspecified(host: str) -> bool:
    """Return whether what listens at a host listens at every address of this machine."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _with_port(host: str, port: int) -> str:
    return f"{_bracketed(host)}:{port}"
