"""Web addresses: those that may be fetched, in the form in which they are sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

LONGEST_ADDRESS = 4096
"""In characters. Longer ones are refused."""

# In characters, by RFC 1035.
_LONGEST_HOST = 253
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"(?=[a-z0-9_.-]{1,253}\.?\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://")
_INVALID_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# Reserved and unreserved characters of RFC 3986, and the percent sign of what is encoded.
_LITERAL = "!#$%&'()*+,/:;=?@[]~"


class AddressError(ValueError):
    """An address that may not be fetched; the message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be fetched, in the form in which it is sent: ASCII throughout."""

    scheme: str
    """`http` or `https`."""
    host: str
    """In lower case; an international name in its ASCII form, an IPv6 address bare."""
    port: int
    target: str
    """Path and query, from the slash on. The fragment never leaves the program."""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    @property
    def origin(self) -> tuple[str, int]:
        """Host and port of the server."""
        return self.host, self.port

    def is_same_server(self, other: Address) -> bool:
        """Return whether `other` is on this server, or on its form with encryption.

        Other ports of a host belong to other programs; only the step from http to https, each
        at its usual port, is one between two ports of one server.
        """
        is_upgrade = (self.scheme, other.scheme) == ("http", "https") and all(
            address.port == _PORTS[address.scheme] for address in (self, other)
        )
        return self.host == other.host and (self.port == other.port or is_upgrade)


def is_address(name: str) -> bool:
    """Return whether `name` is an address, valid or not, and no path."""
    return _SCHEME.match(name) is not None


def parse_address(text: str) -> Address:
    """Return the address that `text` is.

    Raises:
        AddressError: it is no address, is not http or https, names a user, or holds white
            space or control characters.
    """
    if len(text) > LONGEST_ADDRESS:
        raise AddressError(f"an address of more than {LONGEST_ADDRESS:,} characters")
    if _has_forbidden_character(text):
        raise AddressError("white space or control characters in the address")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise AddressError("no valid address") from error
    if parts.scheme not in _PORTS:
        raise AddressError("only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise AddressError("a user name or password in the address; leave it out")
    if port == 0:
        raise AddressError("no valid address: port 0")
    target = _encode(parts.path or "/")
    if parts.query:
        target += "?" + _encode(parts.query)
    return Address(parts.scheme, _parse_host(parts.netloc), port or _PORTS[parts.scheme], target)


def resolve_redirect(address: Address, location: str) -> Address:
    """Return the address that an answer redirects to.

    Args:
        address: where the answer came from.
        location: its raw Location header.

    Raises:
        AddressError: it may not be followed.
    """
    # The header's bytes were decoded as Latin-1; what is not ASCII in them is UTF-8 in practice.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    if _has_forbidden_character(location):
        raise AddressError("white space or control characters in the address")
    try:
        whole = location if is_address(location) else urljoin(str(address), location)
        redirected = parse_address(whole)
    except ValueError as error:
        raise AddressError(str(error)) from error
    if address.scheme == "https" and redirected.scheme == "http":
        raise AddressError("from https to http, where others could read and change it")
    return redirected


def _has_forbidden_character(text: str) -> bool:
    return any(character <= " " or "\x7f" <= character <= "\x9f" for character in text)


def _parse_host(netloc: str) -> str:
    if netloc.startswith("["):
        address, _, rest = netloc[1:].partition("]")
        if rest and not rest.startswith(":"):
            raise AddressError("no valid IPv6 address")
        return _parse_ipv6(address)
    name = netloc.rpartition(":")[0] if ":" in netloc else netloc
    if not name:
        raise AddressError("no host in the address")
    host = name.lower() if name.isascii() else _encode_international(name)
    if not _HOST.fullmatch(host):
        raise AddressError("no valid host name in the address")
    return host


def _parse_ipv6(text: str) -> str:
    try:
        address = IPv6Address(text)
        if address.scope_id is not None:
            raise AddressError("an IPv6 address with a zone; leave it out")
        return str(address)
    except AddressValueError as error:
        raise AddressError("no valid IPv6 address") from error


def _encode_international(name: str) -> str:
    """Return the ASCII form of an international name by IDNA 2008 as browsers do (UTS 46)."""
    import idna

    if len(name) > _LONGEST_HOST:
        raise AddressError("no valid host name in the address")
    try:
        return idna.encode(name, uts46=True).decode("ascii").lower()
    except UnicodeError as error:
        raise AddressError("no valid host name in the address") from error


def _encode(text: str) -> str:
    """Percent-encode everything but ASCII, and percent signs that encode nothing."""
    try:
        return quote(_INVALID_PERCENT.sub("%25", text), safe=_LITERAL)
    except UnicodeError as error:
        raise AddressError("no valid address") from error
