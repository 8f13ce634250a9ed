"""One request and its answer, within limits; what is no article is refused by a sentence."""

from __future__ import annotations

import re
import ssl
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from http.client import IncompleteRead as HTTPIncompleteRead

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import HTTPError, IncompleteRead, InvalidChunkLength, SSLError

from reader import __version__
from reader.sources.formats.file_signatures import binary_kind
from reader.sources.web.addresses import Address, AddressError, redirected
from reader.sources.web.network import GRACE_SECONDS, FetchError, Network, Wire, pool_for
from reader.text.cleaning import clean_line

USER_AGENT = f"coverage-reader/{__version__} (fetches what its user typed, nothing else)"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 64 * 1024
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": (
        "text/html, application/xhtml+xml, text/plain, text/markdown, application/rss+xml, "
        "application/atom+xml, application/feed+json, */*;q=0.1"
    ),
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}")
_CHARSET = re.compile(r"charset=[\"']?([a-z0-9][a-z0-9._:-]{0,39})")
_LONGEST_HEADER = 1000
# Servers say so of what they know nothing about; the content itself is looked at then.
_UNSPECIFIC = frozenset({"application/octet-stream", "binary/octet-stream", "unknown/unknown"})
_TEXTS = frozenset({
    "application/xml", "application/json", "application/rss", "application/atom",
    "application/x-rss", "application/markdown", "application/x-mimearchive",
    "multipart/related", "message/rfc822",
})  # fmt: skip
_NO_ARTICLES = frozenset({"text/css", "text/javascript", "text/calendar", "text/vcard"})
_ADVICE = {
    401: "save the page from a browser and open the file",
    402: "save the page from a browser and open the file",
    403: "save the page from a browser and open the file",
    404: "check the address",
    410: "check the address",
    429: "it wants fewer requests; try again later",
    451: "save the page from a browser and open the file",
    503: "try again later",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a successful answer, decoded from its transfer forms."""

    data: bytes
    content_type: str | None
    """The media type in lower case, or None where the server does not know it."""
    charset: str | None
    """As the server names it, in lower case: a claim, not a known encoding."""


def request(
    address: Address,
    wire: Wire,
    network: Network,
    *,
    max_bytes: int,
    received: Callable[[int, int | None], None],
) -> Answer | Address:
    """Ask for one address; no more than one request is made.

    Args:
        wire: what the connection goes over; it bounds the time.
        max_bytes: the most that may come, before and after decompression.
        received: told the decoded bytes so far and, where known, all there will be.

    Returns the answer, or the address that the server sends one to.

    Raises:
        FetchError: there is no such answer.
    """
    pool = pool_for(address.scheme, address.host, address.port, wire, network)
    timeout = Timeout(wire.seconds_left + GRACE_SECONDS)
    try:
        response = pool.urlopen(
            "GET", address.target, headers=_HEADERS, retries=False, redirect=False,
            preload_content=False, decode_content=False, timeout=timeout,
        )  # fmt: skip
        try:
            return _answer(address, response, wire, max_bytes, received)
        finally:
            response.close()
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise FetchError(_told(error, address)) from error
    finally:
        pool.close()


def _answer(
    address: Address,
    response: BaseHTTPResponse,
    wire: Wire,
    max_bytes: int,
    received: Callable[[int, int | None], None],
) -> Answer | Address:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location is not None:
        try:
            return redirected(address, location)
        except AddressError as error:
            raise FetchError(f"redirected to {clean_line(location, 100)}: {error}") from error
    if response.status != HTTPStatus.OK:
        raise FetchError(_status_problem(response.status))
    content_type, charset = _content_type(response.headers.get("Content-Type"))
    if not _may_be_article(content_type):
        raise FetchError(f"the server answered 200 OK with {content_type}, which is no article")
    data = _body(response, wire, max_bytes, received)
    if not data:
        raise FetchError("the server answered 200 OK with an empty page")
    if kind := binary_kind(data):
        raise FetchError(f"the server answered 200 OK with {kind}, which is no article")
    return Answer(data, content_type, charset)


def _body(
    response: BaseHTTPResponse,
    wire: Wire,
    max_bytes: int,
    received: Callable[[int, int | None], None],
) -> bytes:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip"):
        raise FetchError(
            f"the server answered 200 OK encoded as {clean_line(encoding, 40)}, "
            "which was not asked for"
        )
    gzip = _Gzip(max_bytes) if encoding.endswith("gzip") else None
    expected = None if gzip else response.length_remaining
    if expected is not None and expected > max_bytes:
        raise FetchError(_too_long(max_bytes))
    raw = 0
    # Not a list of parts: there may be millions, of a byte each.
    data = bytearray()
    while part := response.read1(_PIECE, decode_content=False):
        raw += len(part)
        data += gzip.decoded(part) if gzip else part
        if max(raw, len(data)) > max_bytes:
            raise FetchError(_too_long(max_bytes))
        received(len(data), expected)
    if wire.is_cut:
        raise FetchError("stopped")
    if gzip and raw and not gzip.is_complete:
        raise FetchError("the server answered 200 OK, but its compressed answer is cut short")
    return bytes(data)


class _Gzip:
    """Decompression that never gives more than a stated number of bytes."""

    def __init__(self, max_bytes: int) -> None:
        self._left = max_bytes + 1
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def is_complete(self) -> bool:
        return self._member.eof

    def decoded(self, data: bytes) -> bytes:
        parts: list[bytes] = []
        while data and self._left > 0:
            if self._member.eof:
                if not data.startswith(b"\x1f\x8b"):
                    # Padding after the end is left alone, as by every browser.
                    break
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                parts.append(self._member.decompress(data, self._left))
            except zlib.error as error:
                raise FetchError(
                    "the server answered 200 OK, but its compressed answer is damaged"
                ) from error
            self._left -= len(parts[-1])
            data = self._member.unconsumed_tail or self._member.unused_data
        return b"".join(parts)


def _content_type(header: str | None) -> tuple[str | None, str | None]:
    value = (header or "")[:_LONGEST_HEADER].strip().lower()
    media, _, parameters = value.partition(";")
    media = media.strip()
    charset = _CHARSET.search(parameters)
    known = _MEDIA_TYPE.fullmatch(media) is not None and media not in _UNSPECIFIC
    return media if known else None, charset.group(1) if charset else None


def _may_be_article(content_type: str | None) -> bool:
    if content_type is None or content_type in _TEXTS:
        return True
    if content_type in _NO_ARTICLES:
        return False
    kind, _, form = content_type.partition("/")
    return kind == "text" or (kind == "application" and form.endswith(("+xml", "+json")))


def _status_problem(status: int) -> str:
    # What the server's status line says in words is not repeated: it may say anything.
    try:
        phrase = f" {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    advice = f"; {_ADVICE[status]}" if status in _ADVICE else ""
    return f"the server answered {status}{phrase}{advice}"


def _too_long(max_bytes: int) -> str:
    return f"the answer is longer than the {max_bytes / 1024 / 1024:.0f} MB a page may have"


def _told(error: Exception, address: Address) -> str:
    """What an exception means, in our own words: its own may quote the answer."""
    causes = tuple(_causes(error))
    host = clean_line(address.host)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = clean_line(cause.verify_message, 100)
            return f"the certificate of {host} is not valid ({reason}), so nothing is read from it"
    for cause in causes:
        if isinstance(cause, TimeoutError):
            return "the server does not answer"
        if isinstance(cause, (IncompleteRead, HTTPIncompleteRead, InvalidChunkLength)):
            return "the answer is cut short"
        if isinstance(cause, (ssl.SSLError, SSLError)):
            return f"no secure connection to {host} could be made"
    if any(isinstance(cause, OSError) for cause in causes):
        return "the connection broke off"
    return "the server's answer is not valid HTTP"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
