"""Fetching from servers that mean no good."""

from __future__ import annotations

import gzip
import os
import socket
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import SourceError, StoppedError
from reader.sources.web.fetch_values import Fetched, FetchLimits, FetchProgress
from reader.sources.web.fetching import fetch, fetch_all
from reader.sources.web.network import Network
from reader.sources.web.page_cache import CachedPage, PageCache

BadServer = Any
Exchange = Any
PAGE = b"<title>Ferries</title><p>The ferry company will halve its timetable.</p>"
QUICK = FetchLimits(seconds=0.3, max_bytes=200_000)
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


def test_a_page_is_fetched_with_what_the_server_says_of_it(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/a"] = server.response(PAGE, content_type='Text/HTML; Charset="Windows-1252"')
    assert get(server.address("/a")) == Fetched(
        PAGE, server.address("/a"), "text/html", "windows-1252", cached=False, note=None
    )


def test_a_request_says_who_asks_and_gives_nothing_else_away(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/a?b=c"] = server.response(PAGE, set_cookie="id=1; Path=/")
    server.answers["/d"] = server.response(PAGE)
    get(server.address("/a?b=c#fragment"))
    get(server.address("/d"))
    heads = [head.split("\r\n") for head in server.requests]
    assert [head[0] for head in heads] == ["GET /a?b=c HTTP/1.1", "GET /d HTTP/1.1"]
    for head in heads:
        fields = dict(line.split(": ", 1) for line in head[1:] if line)
        assert set(fields) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert fields["User-Agent"].startswith("coverage-reader/")
        assert fields["Accept-Encoding"] == "gzip"


def test_an_international_name_is_asked_for_by_its_ascii_form(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/%C3%A4"] = server.response(PAGE)
    fetched = get(server.address("/ä", host="bücher.test"))
    assert fetched.address == server.address("/%C3%A4", host="xn--bcher-kva.test")


def test_compressed_answers_are_decompressed(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/a"] = server.compressed(PAGE)
    half = len(PAGE) // 2
    server.answers["/members"] = server.response(
        gzip.compress(PAGE[:half]) + gzip.compress(PAGE[half:]) + b"\0\0", content_encoding="x-gzip"
    )
    assert get(server.address("/a")).data == PAGE
    assert get(server.address("/members")).data == PAGE


def test_a_chunked_answer_is_put_together(server: BadServer, get: Callable[..., Fetched]) -> None:
    server.answers["/a"] = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"5\r\nThe f\r\n4;x=y\r\nerry\r\n0\r\nTrailer: a\r\n\r\n"
    )
    assert get(server.address("/a")).data == b"The ferry"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("404 Not Found", "the server answered 404 Not Found; check the address"),
        ("500 \x1b]0;owned\x07", "the server answered 500 Internal Server Error"),
        ("204 No Content", "the server answered 204 No Content"),
        ("206 Partial Content", "the server answered 206 Partial Content"),
        ("304 Not Modified", "the server answered 304 Not Modified"),
        ("300 Multiple Choices", "the server answered 300 Multiple Choices"),
        ("302 Found", "the server answered 302 Found"),
        ("403 Forbidden", "the server answered 403 Forbidden; save the page from a browser and "
         "open the file"),
        ("599 \u202egnihtemos", "the server answered 599"),
        ("429 Too Many Requests", "the server answered 429 Too Many Requests; it wants fewer "
         "requests; try again later"),
    ],
)  # fmt: skip
def test_any_other_status_is_told_in_our_own_words(
    server: BadServer, refusal: Callable[..., str], status: str, reason: str
) -> None:
    server.answers["/a"] = server.response(PAGE, status=status, retry_after="86400")
    assert refusal(server.address("/a")) == reason
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("content_type", "accepted"),
    [
        ("text/html", True),
        ("text/plain; charset=utf-8", True),
        ("application/xhtml+xml", True),
        ("application/rss+xml", True),
        ("application/feed+json", True),
        ("application/octet-stream", True),
        ("", True),
        ("\x1b[31m", True),
        ("image/png", False),
        ("image/svg+xml", False),
        ("application/pdf", False),
        ("application/zip", False),
        ("video/mp4", False),
        ("text/css", False),
        ("application/javascript", False),
    ],
)
def test_what_says_to_be_no_article_is_refused_unread(
    server: BadServer,
    get: Callable[..., Fetched],
    refusal: Callable[..., str],
    content_type: str,
    accepted: bool,
) -> None:
    if accepted:
        server.answers["/a"] = server.response(PAGE, content_type=content_type)
        assert get(server.address("/a")).data == PAGE
    else:
        server.answers["/a"] = lambda exchange: (
            exchange.send(server.response(b"", content_type=content_type, length=1000)),
            exchange.hang(),
        )[0]
        assert refusal(server.address("/a")) == (
            f"the server answered 200 OK with {content_type}, which is no article"
        )


def test_a_picture_that_says_to_be_a_page_is_refused(
    server: BadServer, refusal: Callable[..., str]
) -> None:
    server.answers["/a"] = server.response(b"\x89PNG\r\n\x1a\n\0\0\0")
    assert refusal(server.address("/a")).startswith("the server answered 200 OK with a PNG picture")


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ("text/html;CHARSET='Shift_JIS'", "shift_jis"),
        ("text/html; charset=no-such-thing", "no-such-thing"),
        ("text/html; charset=\x1b[31m", None),
        ("text/html; charset=", None),
        ("text/html" + ";" * 50_000 + "charset=utf-8", None),
    ],
)
def test_a_charset_is_a_plain_word_or_none(
    server: BadServer, get: Callable[..., Fetched], header: str, charset: str | None
) -> None:
    server.answers["/a"] = server.response(PAGE, content_type=header)
    assert get(server.address("/a")).charset == charset


def _damaged(data: bytes) -> bytes:
    return data[:20] + bytes([data[20] ^ 0xFF]) + data[21:]


LONG = os.urandom(30_000).hex().encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
BAD_ANSWERS: dict[str, tuple[Callable[[Any], bytes], str]] = {
    "nothing at all": (lambda web: b"", "the connection broke off"),
    "no HTTP": (lambda web: b"SSH-2.0-OpenSSH\r\n\r\n", "the server's answer is not valid HTTP"),
    "controls": (lambda web: b"\x1b[2J\x07\r\n\r\n", "the server's answer is not valid HTTP"),
    "empty body": (lambda web: web.response(b""), "200 OK with an empty page"),
    "empty gzip": (lambda web: web.compressed(b""), "200 OK with an empty page"),
    "short body": (lambda web: web.response(PAGE, length=9999), "the answer is cut short"),
    "short gzip": (
        lambda web: web.response(gzip.compress(LONG)[:9000], content_encoding="gzip"),
        "200 OK, but its compressed answer is cut short",
    ),
    "no gzip": (
        lambda web: web.response(PAGE, content_encoding="gzip"),
        "200 OK, but its compressed answer is damaged",
    ),
    "damaged gzip": (
        lambda web: web.response(_damaged(gzip.compress(LONG)), content_encoding="gzip"),
        "200 OK, but its compressed answer is damaged",
    ),
    "deflate": (
        lambda web: web.response(zlib.compress(PAGE), content_encoding="deflate"),
        "encoded as deflate, which was not asked for",
    ),
    "twice gzip": (
        lambda web: web.response(PAGE, content_encoding="gzip, gzip"),
        "encoded as gzip, gzip, which was not asked for",
    ),
    "hostile encoding": (
        lambda web: web.response(PAGE, content_encoding="\x1b]52;c;aGk=\x07" * 9),
        "which was not asked for",
    ),
    "no chunks": (lambda web: CHUNKED + b"zzz\r\nabc\r\n", "cut short"),
    "endless chunk size": (lambda web: CHUNKED + b"1" * 100_000, "the"),
    "negative chunk": (lambda web: CHUNKED + b"-5\r\nabc\r\n0\r\n\r\n", "the"),
    "unended chunks": (lambda web: CHUNKED + b"5\r\nabcde\r\n", "cut short"),
    "two lengths": (
        lambda web: HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nabcdefghi",
        "the server's answer is not valid HTTP",
    ),
    "a huge header": (
        lambda web: HEAD + b"X: " + b"a" * 300_000 + b"\r\n\r\n",
        "the server's answer is not valid HTTP",
    ),
    "too many headers": (
        lambda web: HEAD + b"X: a\r\n" * 500 + b"\r\n",
        "the server's answer is not valid HTTP",
    ),
    "too long by its length": (
        lambda web: web.response(PAGE, length=10**12), "the answer is longer than the 0 MB",
    ),
    "too long": (
        lambda web: HEAD + b"\r\n" + b"a" * 300_000, "the answer is longer than the 0 MB",
    ),
    "a gzip bomb": (
        lambda web: web.compressed(b"a" * 20_000_000), "the answer is longer than the 0 MB",
    ),
    "a bomb of members": (
        lambda web: web.response(gzip.compress(b"a" * 9000) * 99, content_encoding="gzip"),
        "the answer is longer than the 0 MB",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_a_bad_answer_is_one_sentence_and_nothing_is_kept(
    server: BadServer, refusal: Callable[..., str], cache: PageCache, name: str
) -> None:
    make, reason = BAD_ANSWERS[name]
    server.answers["/a"] = make(server)
    assert reason in refusal(server.address("/a"))
    assert len(server.requests) == 1
    assert cache.clear() == 0


def test_decompression_stops_at_the_limit(server: BadServer, refusal: Callable[..., str]) -> None:
    from reader.sources.web import responses

    made: list[int] = []

    class Counting(responses.GzipDecoder):
        def decode(self, data: bytes) -> bytes:
            made.append(len(decoded := super().decode(data)))
            return decoded

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(responses, "GzipDecoder", Counting)
        server.answers["/a"] = server.compressed(b"a" * 5_000_000)
        assert "longer than" in refusal(server.address("/a"))
    assert sum(made) == UNTIMED.max_bytes + 1


PIECES = st.sampled_from([
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 200\r\n", b"HTTP/2 200 OK\r\n", b"HTTP/1.1 301 Moved\r\n",
    b"HTTP/1.1 \xff\r\n", b"Content-Type: text/html\r\n", b"Content-Type: \xff/\x00\r\n",
    b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"Content-Length: 9999999999\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip\r\n",
    b"Content-Encoding: gzip\r\n", b"Content-Encoding: br\r\n",
    b"Location: /a\r\n", b"Location: http://[\r\n", b"Location:\r\n",
    b": x\r\n", b"x\r\n", b" folded\r\n", b"X:\x00\x1b[2J\r\n", b"\r\n", b"\n", b"5\r\nabcde\r\n",
    b"0\r\n\r\n", b"fffffffffffffffff\r\n", b"abcde", gzip.compress(b"abcde"), b"\x1f\x8b\x08",
])  # fmt: skip


@given(answer=st.lists(PIECES | st.binary(max_size=8), max_size=9).map(b"".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_it_fail_otherwise_than_by_a_sentence(
    server: BadServer, cache: PageCache, network: Network, answer: bytes
) -> None:
    for bytes_sent in (answer, HEAD + answer):
        server.answers["/a"] = bytes_sent
        problems: list[SourceError] = []
        (fetched,) = fetch_all(
            [server.address("/a")], on_problem=problems.append, cache=cache, network=network
        )
        for problem in problems:
            assert "it could not be read" not in problem.message
            assert problem.message.isprintable()
        assert (fetched is None) == bool(problems)
        cache.clear()


def _drip(start: bytes, drop: bytes) -> Callable[[Exchange], None]:
    def drip(exchange: Exchange) -> None:
        exchange.send(start)
        while True:
            exchange.send(drop)
            exchange.pause()

    return drip


def _stall(start: bytes) -> Callable[[Exchange], None]:
    def stall(exchange: Exchange) -> None:
        exchange.send(start)
        exchange.hang()

    return stall


SLOW_ANSWERS = {
    "never answers": _stall(b""),
    "stops in the status line": _stall(b"HTTP/1.1 2"),
    "stops in the headers": _stall(HEAD),
    "stops in the body": _stall(HEAD + b"\r\n<p>abc"),
    "stops in a chunk": _stall(CHUNKED + b"fff\r\nabc"),
    "drips the status line": _drip(b"HTTP/1.1 200 ", b"a"),
    "drips a header": _drip(HEAD, b"a"),
    "drips headers": _drip(HEAD, b"X:a\r\n"),
    "drips the body": _drip(HEAD + b"\r\n", b"a"),
    "drips chunks": _drip(CHUNKED, b"1\r\na\r\n"),
    "drips a trailer": _drip(CHUNKED + b"1\r\na\r\n0\r\n", b"X: a\r\n"),
    "drips gzip members": _drip(HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"")),
    "says to go on for ever": _drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("name", SLOW_ANSWERS)
def test_a_slow_answer_is_cut_off_as_a_whole(
    server: BadServer, refusal: Callable[..., str], name: str
) -> None:
    server.answers["/a"] = SLOW_ANSWERS[name]
    assert refusal(server.address("/a"), limits=QUICK) == "not done within 0.3 seconds; try again"


def test_a_slow_look_up_of_a_name_is_not_waited_for(
    refusal: Callable[..., str],
) -> None:
    forever = threading.Event()

    def find(host: str, port: int) -> list[Any]:
        forever.wait(60)
        return []

    network = Network(resolve_host=find)
    assert "not done within" in refusal("http://news.test/", limits=QUICK, network=network)
    forever.set()


def test_a_host_that_refuses_or_is_not_known_is_named(
    refusal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert refusal(f"http://news.test:{port}/") == (
        "no connection to news.test: connection refused"
    )

    def find(host: str, port: int) -> list[Any]:
        return []

    assert refusal("http://news.test/", network=Network(resolve_host=find)) == (
        "the host news.test was not found; check the address and the connection"
    )


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_not_used_and_it_is_said_where_nothing_answers(
    server: BadServer,
    get: Callable[..., Fetched],
    refusal: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    server.answers["/a"] = server.response(PAGE)
    assert get(server.address("/a")).data == PAGE
    assert refusal(f"http://news.test:{port}/") == (
        "no connection to news.test: connection refused "
        "(the proxy that the environment names is not used)"
    )


def test_a_second_address_of_a_host_is_tried(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/"] = server.response(PAGE)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = closed.getsockname()[1]
    network = Network(
        resolve_host=lambda host, port: [
            (socket.AF_INET, ("127.0.0.1", nobody)),
            (socket.AF_INET, ("127.0.0.1", server.port)),
        ]
    )
    assert get("http://news.test/", network=network).data == PAGE


# Redirects


def test_redirects_are_followed_from_host_to_host(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/a"] = server.redirect("/b", "301 Moved Permanently")
    server.answers["/b"] = server.redirect(server.address("/c", host="other.test"), "307 Moved")
    server.answers["/c"] = server.response(PAGE)
    fetched = get(server.address("/a"))
    assert fetched.data == PAGE
    assert fetched.address == server.address("/c", host="other.test")
    assert server.paths == ["/a", "/b", "/c"]


def test_no_more_requests_than_allowed_are_made(
    server: BadServer, refusal: Callable[..., str]
) -> None:
    server.answers["/a"] = server.redirect("/b")
    server.answers["/b"] = server.redirect("/a")
    assert refusal(server.address("/a")).endswith("redirected more than 4 times")
    assert server.paths == ["/a", "/b", "/a", "/b", "/a"]


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://news.test/",
        "javascript:alert(1)",
        "data:text/html,owned",
        "//user:word@news.test/",
        "/a\x1b]0;owned\x07",
        "/a\x9b31m",
        "/\u202egnp",
        "/a b",
        "http://",
        "http://[",
        "http://news.test:99999/",
    ],
)
def test_a_redirect_to_anything_but_a_proper_address_is_refused(
    server: BadServer, refusal: Callable[..., str], location: str
) -> None:
    server.answers["/a"] = server.redirect(location)
    if location == "/\u202egnp":
        # It is sent on percent-encoded, and so is harmless.
        assert "404" in refusal(server.address("/a"))
        return
    assert refusal(server.address("/a")).startswith("redirected to ")
    assert server.paths == ["/a"]


@pytest.mark.parametrize("folded", [b"/b\r\n\tX: y", b"/b\r\n x"])
def test_a_folded_location_is_refused(
    server: BadServer, refusal: Callable[..., str], folded: bytes
) -> None:
    server.answers["/a"] = b"HTTP/1.1 302 Found\r\nLocation: " + folded + b"\r\n\r\n"
    assert refusal(server.address("/a")).startswith("redirected to ")
    assert server.paths == ["/a"]


def test_a_redirect_never_reaches_a_private_address(
    server: BadServer, inside: BadServer, refusal: Callable[..., str]
) -> None:
    inside.answers["/"] = inside.response(b"secret")
    for host in ("inside.test", "127.0.0.2"):
        server.answers["/a"] = server.redirect(inside.address("/", host=host))
        assert refusal(server.address("/a")) == (
            f"redirected to {inside.address('/', host=host)}: {host} is a private address; "
            "only what is typed itself may be one"
        )
    assert inside.requests == []


def test_a_typed_host_may_be_private_but_may_not_redirect_to_itself(
    inside: BadServer, get: Callable[..., Fetched], refusal: Callable[..., str]
) -> None:
    inside.answers["/a"] = inside.response(PAGE)
    inside.answers["/b"] = inside.redirect("/a")
    assert get(inside.address("/a", host="inside.test")).data == PAGE
    assert "is a private address" in refusal(inside.address("/b", host="inside.test"))
    assert inside.paths == ["/a", "/b"]


def test_what_a_feed_mentions_may_be_private_only_on_the_host_that_was_typed(
    inside: BadServer, get: Callable[..., Fetched], refusal: Callable[..., str]
) -> None:
    inside.answers["/a"] = inside.response(PAGE)
    address = inside.address("/a", host="inside.test")
    assert "is a private address" in refusal(address, typed=())
    assert "is a private address" in refusal(address, typed=["http://inside.test:1/feed"])
    assert inside.requests == []
    feed = inside.address("/feed", host="inside.test")
    assert get(address, typed=[feed]).data == PAGE


def test_the_peer_itself_is_looked_at_and_not_what_the_name_stood_for(
    server: BadServer, refusal: Callable[..., str], network: Network
) -> None:
    server.answers["/a"] = server.redirect(server.address("/b", host="other.test"))
    looks: list[str] = []

    def is_public(address: str) -> bool:
        looks.append(address)
        return len(looks) == 1

    changing = Network(resolve_host=network.resolve_host, is_public=is_public)
    assert "is a private address" in refusal(server.address("/a"), network=changing)
    assert len(looks) == 2
    assert server.paths == ["/a"]


# TLS


def test_a_page_comes_over_tls_from_a_server_with_a_valid_certificate(
    secure_server: BadServer, get: Callable[..., Fetched], trusting: Network
) -> None:
    secure_server.answers["/a"] = secure_server.response(PAGE)
    address = secure_server.address("/a", scheme="https")
    assert get(address, network=trusting).data == PAGE


def test_a_certificate_nobody_vouches_for_ends_it(
    secure_server: BadServer, refusal: Callable[..., str]
) -> None:
    reason = refusal(secure_server.address("/a", scheme="https"))
    assert reason.startswith("the certificate of news.test is not valid (self-signed certificate)")
    assert secure_server.requests == []


def test_a_certificate_for_another_host_ends_it(
    secure_server: BadServer, refusal: Callable[..., str], trusting: Network
) -> None:
    address = secure_server.address("/a", host="other.test", scheme="https")
    reason = refusal(address, network=trusting)
    assert reason.startswith("the certificate of other.test is not valid (")
    assert secure_server.requests == []


def test_a_redirect_from_https_to_http_is_refused(
    secure_server: BadServer, server: BadServer, refusal: Callable[..., str], trusting: Network
) -> None:
    secure_server.answers["/a"] = secure_server.redirect(server.address("/b"))
    reason = refusal(secure_server.address("/a", scheme="https"), network=trusting)
    assert reason.endswith("from https to http, where others could read and change it")
    assert server.requests == []


def test_a_server_that_does_not_speak_tls_is_named(
    server: BadServer, refusal: Callable[..., str], trusting: Network
) -> None:
    reason = refusal(server.address("/a", scheme="https"), network=trusting, limits=QUICK)
    assert reason in (
        "no secure connection to news.test could be made",
        "not done within 0.3 seconds; try again",
    )


def test_a_stalled_tls_handshake_is_cut_off(network: Network, refusal: Callable[..., str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://news.test:{silent.getsockname()[1]}/"
        assert "not done within" in refusal(address, limits=QUICK)


# Several at once


def test_the_order_given_is_kept_and_a_bad_one_stops_no_other(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    server.answers["/a"] = server.response(b"<p>a")
    server.answers["/b"] = server.redirect("/c")
    server.answers["/c"] = server.response(b"<p>c")
    problems: list[SourceError] = []
    addresses = [
        server.address("/b"), "ftp://news.test/", server.address("/a", host="other.test"),
        server.address("/none"), server.address("/b#again"),
    ]  # fmt: skip
    answers = fetch_all(
        addresses, on_problem=problems.append, cache=cache, network=network, limits=UNTIMED
    )
    assert [answer and answer.data for answer in answers] == [
        b"<p>c", None, b"<p>a", None, b"<p>c",
    ]  # fmt: skip
    assert sorted(problem.message for problem in problems) == [
        "ftp://news.test/: only http and https addresses are fetched",
        f"{server.address('/none')}: the server answered 404 Not Found; check the address",
    ]
    assert sorted(server.paths) == ["/a", "/b", "/c", "/none"]


def test_without_on_problem_the_first_problem_ends_it(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    with pytest.raises(SourceError, match="404"):
        fetch_all([server.address("/none")], cache=cache, network=network)


def test_one_host_is_asked_one_thing_at_a_time_and_several_hosts_at_once(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    together = threading.Barrier(2)

    def meet(exchange: Exchange) -> None:
        together.wait(20)
        exchange.send(server.response(PAGE))

    alone: list[int] = []

    def look(exchange: Exchange) -> None:
        alone.append(1)
        exchange.pause(0.02)
        assert len(alone) == 1
        alone.pop()
        exchange.send(server.response(PAGE))

    server.answers |= {"/meet": meet, "/1": look, "/2": look, "/3": look}
    met = fetch_all(
        [server.address("/meet"), server.address("/meet", host="other.test")],
        cache=cache, network=network, limits=UNTIMED,
    )  # fmt: skip
    assert [bool(answer) for answer in met] == [True, True]
    answers = fetch_all(
        [server.address(path) for path in ("/1", "/2", "/3")],
        cache=cache, network=network, limits=UNTIMED,
    )  # fmt: skip
    assert [bool(answer) for answer in answers] == [True] * 3


def test_progress_tells_how_far_each_address_has_come(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    server.answers["/a"] = server.response(PAGE)
    told: list[FetchProgress] = []
    addresses = [server.address("/a"), server.address("/\x1b[none")]
    fetch_all(
        [server.address("/a"), server.address("/none")],
        progress=told.append, on_problem=lambda _: None, cache=cache, network=network,
    )  # fmt: skip
    first = [step for step in told if step.position == 0]
    assert [step.state.value for step in first] == ["waiting", "asking", "reading", "done"]
    assert first[-2].expected == len(PAGE)
    assert first[-1].line == f"{addresses[0]}: done, 0 kB"
    assert [step.state.value for step in told if step.position == 1] == [
        "waiting", "asking", "failed",
    ]  # fmt: skip


def test_progress_is_told_seldom_however_small_the_pieces_are(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    server.answers["/a"] = CHUNKED + b"1\r\na\r\n" * 20_000 + b"0\r\n\r\n"
    told: list[FetchProgress] = []
    (fetched,) = fetch_all(
        [server.address("/a")], progress=told.append, cache=cache, network=network
    )
    assert fetched is not None
    assert fetched.data == b"a" * 20_000
    assert len(told) < 1000


def test_cancelling_ends_it_and_cuts_the_connections(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    asked = threading.Event()
    cut = threading.Event()

    def hang(exchange: Exchange) -> None:
        asked.set()
        try:
            while True:
                exchange.send(b"a" * 1000)
                exchange.pause()
        finally:
            cut.set()

    server.answers["/a"] = hang
    with pytest.raises(StoppedError):
        fetch_all([server.address("/a")], cancelled=asked.is_set, cache=cache, network=network)
    assert cut.wait(20)


def test_ctrl_c_ends_it_and_cuts_the_connections(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    cut = threading.Event()

    def hang(exchange: Exchange) -> None:
        try:
            exchange.send(HEAD + b"\r\nabc")
            while True:
                exchange.send(b"a" * 1000)
                exchange.pause()
        finally:
            cut.set()

    def interrupt(step: FetchProgress) -> None:
        if step.received:
            raise KeyboardInterrupt

    server.answers["/a"] = hang
    with pytest.raises(KeyboardInterrupt):
        fetch_all([server.address("/a")], progress=interrupt, cache=cache, network=network)
    assert cut.wait(20)


def test_nothing_a_page_mentions_is_fetched(
    server: BadServer, inside: BadServer, get: Callable[..., Fetched]
) -> None:
    mentioned = "".join(
        f"""<img src="{web.address(f"/{n}1.png")}" srcset="{web.address(f"/{n}2.png")} 2x">
        <link rel="stylesheet" href="{web.address(f"/{n}3.css")}"><base href="/x/">
        <link rel="preload" href="{web.address(f"/{n}4")}"><iframe src="{web.address(f"/{n}5")}">
        </iframe><script src="{web.address(f"/{n}6.js")}"></script><object data="/{n}7"></object>
        <meta http-equiv="refresh" content="0;url={web.address(f"/{n}8")}">
        <video poster="/{n}9" src="/{n}10"></video><style>@import "/{n}11";</style>
        <a href="/{n}12" ping="/{n}13">more</a><form action="/{n}14"></form>"""
        for n, web in enumerate((server, inside))
    )
    page = f"<html manifest='/15'><head>{mentioned}</head><body>{mentioned}</body></html>".encode()
    server.answers["/a"] = server.response(
        page, link="</16.css>; rel=preload; as=style", refresh="0;url=/17", alt_svc='h2=":1"'
    )
    fetched = get(server.address("/a"))
    read_page = pytest.importorskip("reader.sources.formats.pages").read_page
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", None)
        with suppress(SourceError):
            read_page(fetched.data, source=fetched.address, name=fetched.address)
    assert server.paths == ["/a"]
    assert inside.requests == []


# What is kept


def test_a_second_start_needs_no_network(
    server: BadServer, get: Callable[..., Fetched], cache: PageCache
) -> None:
    server.answers["/a"] = server.redirect("/b")
    server.answers["/b"] = server.response(PAGE, content_type="text/html; charset=utf-8")
    first = get(server.address("/a"))
    server.close()
    again = get(server.address("/a"), network=Network(resolve_host=None))
    assert again.cached
    assert not first.cached
    assert (again.data, again.address, again.content_type, again.charset) == (
        first.data, server.address("/b"), "text/html", "utf-8",
    )  # fmt: skip
    assert again.note is not None
    assert again.note.startswith("the copy kept on 2")
    assert again.note.endswith("; --refresh fetches it anew")


def test_refresh_asks_again(server: BadServer, get: Callable[..., Fetched]) -> None:
    server.answers["/a"] = server.response(b"<p>old")
    get(server.address("/a"))
    server.answers["/a"] = server.response(b"<p>new")
    assert get(server.address("/a")).data == b"<p>old"
    assert get(server.address("/a"), refresh=True).data == b"<p>new"
    assert get(server.address("/a")).data == b"<p>new"


def test_what_is_older_than_wanted_is_asked_for_anew(
    server: BadServer, get: Callable[..., Fetched], cache: PageCache
) -> None:
    address = server.address("/a")
    server.answers["/a"] = server.response(b"<p>new")
    for seconds_ago, expected in ((30, b"<p>old"), (90, b"<p>new"), (-3600, b"<p>new")):
        kept = CachedPage(address, "text/html", None, time.time() - seconds_ago, b"<p>old")
        cache.put(address, kept)
        assert get(address, max_age=60).data == expected
        cache.put(address, kept)
        assert get(address).data == b"<p>old"


def test_where_refreshing_fails_the_older_copy_serves_and_it_is_said(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/a"] = server.response(PAGE)
    get(server.address("/a"))
    server.answers["/a"] = server.response(PAGE, status="503 Service Unavailable")
    fetched = get(server.address("/a"), refresh=True)
    assert fetched.cached
    assert fetched.data == PAGE
    assert fetched.note is not None
    assert fetched.note.endswith(
        "it could not be fetched anew: the server answered 503 Service Unavailable; try again later"
    )


def test_where_nothing_can_be_kept_it_is_said_once(
    server: BadServer, network: Network, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    server.answers["/a"] = server.answers["/b"] = server.response(PAGE)
    problems: list[SourceError] = []
    answers = fetch_all(
        [server.address("/a"), server.address("/b")],
        cache=PageCache(tmp_path / "file" / "cache"), network=network, on_problem=problems.append,
    )  # fmt: skip
    assert [answer and answer.data for answer in answers] == [PAGE, PAGE]
    assert [problem.message for problem in problems] == [
        "pages could not be kept for the next start: not a directory"
    ]
