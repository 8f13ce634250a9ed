"""Requests, and the responses of faulty and hostile servers."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.sources.web.fetch_values import Fetched, FetchLimits
from reader.sources.web.fetching import fetch_all
from reader.sources.web.network import Network
from reader.sources.web.page_cache import PageCache

BadServer = Any
PAGE = b"<title>Ferries</title><p>The ferry company will halve its timetable.</p>"
UNTIMED = FetchLimits(seconds=30, max_bytes=200_000)


def test_a_page_is_fetched_with_its_type_and_charset(
    server: BadServer, get: Callable[..., Fetched]
) -> None:
    server.answers["/a"] = server.response(PAGE, content_type='Text/HTML; Charset="Windows-1252"')
    assert get(server.address("/a")) == Fetched(
        PAGE, server.address("/a"), "text/html", "windows-1252", cached=False, note=None
    )


def test_a_request_names_the_program_and_nothing_else(
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


def test_an_international_name_is_requested_in_its_ascii_form(
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
def test_any_other_status_is_described_in_our_own_words(
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
        ("application/pdf", True),
        ("application/zip", False),
        ("video/mp4", False),
        ("text/css", False),
        ("application/javascript", False),
    ],
)
def test_a_response_of_another_type_is_refused_unread(
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


def test_a_picture_labelled_as_a_page_is_refused(
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
def test_a_bad_answer_is_one_sentence_and_is_not_cached(
    server: BadServer, refusal: Callable[..., str], cache: PageCache, name: str
) -> None:
    make, reason = BAD_ANSWERS[name]
    server.answers["/a"] = make(server)
    assert reason in refusal(server.address("/a"))
    assert len(server.requests) == 1
    assert cache.clear() == 0


def test_decompression_stops_at_the_limit(server: BadServer, refusal: Callable[..., str]) -> None:
    from reader.sources.web import responses

    sizes: list[int] = []

    class Counting(responses.GzipDecoder):
        def decode(self, data: bytes) -> bytes:
            sizes.append(len(decoded := super().decode(data)))
            return decoded

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(responses, "GzipDecoder", Counting)
        server.answers["/a"] = server.compressed(b"a" * 5_000_000)
        assert "longer than" in refusal(server.address("/a"))
    assert sum(sizes) == UNTIMED.max_bytes + 1


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
def test_any_bytes_give_a_page_or_one_sentence(
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
