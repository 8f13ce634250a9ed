"""Web addresses: which may be fetched, and in which form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from reader.text.cleaning import Clean, clean_line

LONGEST_ADDRESS = 4096
"""In characters. Longer ones are refused."""

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"(?=[a-z0-9_.-]{1,253}\.?\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://")
# Reserved and unreserved characters of RFC 3986, and the percent sign of what is encoded.
_LITERAL = "!#$%&'()*+,/:;=?@[]~"


class AddressError(ValueError):
    """No address that may be fetched; the message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be fetched, in the one form in which it is sent: ASCII throughout."""

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
    def shown(self) -> Clean:
        """The address as it can be shown."""
        return clean_line(str(self))

    @property
    def origin(self) -> tuple[str, int]:
        """Host and port: whom one asks."""
        return self.host, self.port


def is_address(name: str) -> bool:
    """Whether `name` is meant as an address and not as a path, be it one to be refused."""
    return _SCHEME.match(name) is not None


def parse_address(text: str) -> Address:
    """The address that `text` states.

    Raises:
        AddressError: it is none, is not http or https, names a user, or holds white
            space or control characters.
    """
    if len(text) > LONGEST_ADDRESS:
        raise AddressError(f"an address of more than {LONGEST_ADDRESS:,} characters")
    if any(character <= " " or "\x7f" <= character <= "\x9f" for character in text):
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
    target = _encoded(parts.path or "/")
    if parts.query:
        target += "?" + _encoded(parts.query)
    return Address(parts.scheme, _host(parts.netloc), port or _PORTS[parts.scheme], target)


def redirected(address: Address, location: str) -> Address:
    """Where the answer from `address` sends one, by its raw Location header.

    Raises:
        AddressError: that may not be followed.
    """
    # The header's bytes came as Latin-1; what is not ASCII in them is UTF-8 in practice.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    if any(character <= " " or "\x7f" <= character <= "\x9f" for character in location):
        raise AddressError("white space or control characters in the address")
    try:
        whole = location if is_address(location) else urljoin(str(address), location)
        following = parse_address(whole)
    except ValueError as error:
        raise AddressError(str(error)) from error
    if address.scheme == "https" and following.scheme == "http":
        raise AddressError("from https to http, where others could read and change it")
    return following


def _host(netloc: str) -> str:
    if netloc.startswith("["):
        address, _, rest = netloc[1:].partition("]")
        if rest and not rest.startswith(":"):
            raise AddressError("no valid IPv6 address")
        return _ipv6(address)
    name = netloc.rpartition(":")[0] if ":" in netloc else netloc
    if not name:
        raise AddressError("no host in the address")
    host = name.lower() if name.isascii() else _international(name)
    if not _HOST.fullmatch(host):
        raise AddressError("no valid host name in the address")
    return host


def _ipv6(text: str) -> str:
    try:
        address = IPv6Address(text)
        if address.scope_id is not None:
            raise AddressError("an IPv6 address with a zone; leave it out")
        return str(address)
    except AddressValueError as error:
        raise AddressError("no valid IPv6 address") from error


def _international(name: str) -> str:
    """The ASCII form of an international name by IDNA 2008 as browsers do (UTS 46)."""
    import idna

    if len(name) > 253:
        raise AddressError("no valid host name in the address")
    try:
        return idna.encode(name, uts46=True).decode("ascii").lower()
    except UnicodeError as error:
        raise AddressError("no valid host name in the address") from error


def _encoded(text: str) -> str:
    """`text` with everything but ASCII percent-encoded, and a percent sign that encodes nothing."""
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    try:
        return quote(text, safe=_LITERAL)
    except UnicodeError as error:
        raise AddressError("no valid address") from error
