"""Sends one request and reads its response, within limits; refuses responses without text."""

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
from reader.sources.formats.file_signatures import find_unreadable_kind
from reader.sources.web.addresses import Address, AddressError, resolve_redirect
from reader.sources.web.network import GRACE_SECONDS, FetchError, Network, Transfer, create_pool
from reader.text.cleaning import clean_line

USER_AGENT = f"coverage-reader/{__version__} (fetches what its user typed, nothing else)"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Bytes per read.
_READ_SIZE = 64 * 1024
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
# Characters.
_LONGEST_HEADER = 1000
_LONGEST_SHOWN_ADDRESS = 100
_LONGEST_SHOWN_ENCODING = 40
_LONGEST_SHOWN_REASON = 100
# Servers state these where they do not know the type; then the content decides.
_UNSPECIFIC_TYPES = frozenset({
    "application/octet-stream", "binary/octet-stream", "unknown/unknown",
})  # fmt: skip
_READABLE_TYPES = frozenset({
    "application/xml", "application/json", "application/rss", "application/atom",
    "application/x-rss", "application/markdown", "application/x-mimearchive",
    "multipart/related", "message/rfc822",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text", "application/pdf",
})  # fmt: skip
_OTHER_TEXT_TYPES = frozenset({"text/css", "text/javascript", "text/calendar", "text/vcard"})
_PLAIN_ENCODINGS = ("identity", "")
_GZIP_ENCODINGS = ("gzip", "x-gzip")
_SAVE_FROM_BROWSER = "save the page from a browser and open the file"
_ADVICE = {
    401: _SAVE_FROM_BROWSER,
    402: _SAVE_FROM_BROWSER,
    403: _SAVE_FROM_BROWSER,
    404: "check the address",
    410: "check the address",
    429: "it wants fewer requests; try again later",
    451: _SAVE_FROM_BROWSER,
    503: "try again later",
}

OnReceived = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Response:
    """The body of a successful response, decoded from its transfer forms."""

    data: bytes
    content_type: str | None
    """The media type in lower case, or None where the server does not know it."""
    charset: str | None
    """As the server names it, in lower case: a claim, not a known encoding."""


def send_request(
    address: Address,
    transfer: Transfer,
    network: Network,
    *,
    max_bytes: int,
    on_received: OnReceived,
) -> Response | Address:
    """Request an address, once, and return the response or the address it redirects to.

    Args:
        address: the address.
        transfer: the connections to use; it limits the time.
        network: the functions to connect with.
        max_bytes: the most that may come, before and after decompression.
        on_received: called with the decoded bytes so far and, where known, all there will be.

    Raises:
        FetchError: there is no usable response.
    """
    pool = create_pool(address.scheme, address.host, address.port, transfer, network)
    timeout = Timeout(transfer.seconds_left + GRACE_SECONDS)
    try:
        response = pool.urlopen(
            "GET", address.target, headers=_HEADERS, retries=False, redirect=False,
            preload_content=False, decode_content=False, timeout=timeout,
        )  # fmt: skip
        try:
            return _read_response(address, response, transfer, max_bytes, on_received)
        finally:
            response.close()
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise FetchError(_describe_error(error, address)) from error
    finally:
        pool.close()


class GzipDecoder:
    """Decompression with a limit to the number of bytes.

    Args:
        max_bytes: the limit; one byte more is returned where there are more.
    """

    def __init__(self, max_bytes: int) -> None:
        self._left = max_bytes + 1
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def is_complete(self) -> bool:
        """Whether the data end with the end of a member."""
        return self._member.eof

    def decode(self, data: bytes) -> bytes:
        """Return the decompressed form of the next bytes.

        Raises:
            FetchError: they are damaged.
        """
        parts: list[bytes] = []
        while data and self._left > 0:
            if self._member.eof:
                if not data.startswith(b"\x1f\x8b"):
                    # Padding after the end is ignored, as by every browser.
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


def _read_response(
    address: Address,
    response: BaseHTTPResponse,
    transfer: Transfer,
    max_bytes: int,
    on_received: OnReceived,
) -> Response | Address:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location is not None:
        try:
            return resolve_redirect(address, location)
        except AddressError as error:
            shown = clean_line(location, _LONGEST_SHOWN_ADDRESS)
            raise FetchError(f"redirected to {shown}: {error}") from error
    if response.status != HTTPStatus.OK:
        raise FetchError(_status_message(response.status))
    content_type, charset = _parse_content_type(response.headers.get("Content-Type"))
    if not _may_be_article(content_type):
        raise FetchError(f"the server answered 200 OK with {content_type}, which is no article")
    data = _read_body(response, transfer, max_bytes, on_received)
    if not data:
        raise FetchError("the server answered 200 OK with an empty page")
    if kind := find_unreadable_kind(data):
        raise FetchError(f"the server answered 200 OK with {kind.name}, which is no article")
    return Response(data, content_type, charset)


def _read_body(
    response: BaseHTTPResponse, transfer: Transfer, max_bytes: int, on_received: OnReceived
) -> bytes:
    decoder = _create_decoder(response, max_bytes)
    expected = None if decoder else response.length_remaining
    if expected is not None and expected > max_bytes:
        raise FetchError(_too_long_message(max_bytes))
    received = 0
    # Not a list of parts: there may be millions, of a byte each.
    data = bytearray()
    while part := response.read1(_READ_SIZE, decode_content=False):
        received += len(part)
        data += decoder.decode(part) if decoder else part
        if max(received, len(data)) > max_bytes:
            raise FetchError(_too_long_message(max_bytes))
        on_received(len(data), expected)
    if transfer.is_aborted:
        raise FetchError("stopped")
    if decoder and received and not decoder.is_complete:
        raise FetchError("the server answered 200 OK, but its compressed answer is cut short")
    return bytes(data)


def _create_decoder(response: BaseHTTPResponse, max_bytes: int) -> GzipDecoder | None:
    """Return the decoder for the content encoding of a response, None where it needs none."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in _GZIP_ENCODINGS:
        return GzipDecoder(max_bytes)
    if encoding not in _PLAIN_ENCODINGS:
        raise FetchError(
            f"the server answered 200 OK encoded as "
            f"{clean_line(encoding, _LONGEST_SHOWN_ENCODING)}, which was not asked for"
        )
    return None


def _parse_content_type(header: str | None) -> tuple[str | None, str | None]:
    """Return media type and charset of a Content-Type header, None where not stated."""
    value = (header or "")[:_LONGEST_HEADER].strip().lower()
    media_type, _, parameters = value.partition(";")
    media_type = media_type.strip()
    charset = _CHARSET.search(parameters)
    is_specific = (
        _MEDIA_TYPE.fullmatch(media_type) is not None and media_type not in _UNSPECIFIC_TYPES
    )
    return media_type if is_specific else None, charset.group(1) if charset else None


def _may_be_article(content_type: str | None) -> bool:
    if content_type is None or content_type in _READABLE_TYPES:
        return True
    if content_type in _OTHER_TEXT_TYPES:
        return False
    kind, _, form = content_type.partition("/")
    return kind == "text" or (kind == "application" and form.endswith(("+xml", "+json")))


def _status_message(status: int) -> str:
    # The words of the server's status line are not repeated: they may be anything.
    try:
        phrase = f" {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    advice = f"; {_ADVICE[status]}" if status in _ADVICE else ""
    return f"the server answered {status}{phrase}{advice}"


def _too_long_message(max_bytes: int) -> str:
    return f"the answer is longer than the {max_bytes / 1024 / 1024:.0f} MB a page may have"


def _describe_error(error: Exception, address: Address) -> str:
    """Return the meaning of an exception in our own words: its own may quote the response."""
    causes = tuple(_causes(error))
    host = clean_line(address.host)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = clean_line(cause.verify_message, _LONGEST_SHOWN_REASON)
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
