"""Connections to servers that are slow, unknown or not secure."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest

from reader.sources.web.fetch_values import Fetched, FetchLimits
from reader.sources.web.network import Network

BadServer = Any
Exchange = Any
PAGE = b"<title>Ferries</title><p>The ferry company will halve its timetable.</p>"
QUICK = FetchLimits(seconds=0.3, max_bytes=200_000)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


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


def test_a_slow_resolver_is_not_waited_for(
    refusal: Callable[..., str],
) -> None:
    forever = threading.Event()

    def find(host: str, port: int) -> list[Any]:
        forever.wait(60)
        return []

    network = Network(resolve_host=find)
    assert "not done within" in refusal("http://news.test/", limits=QUICK, network=network)
    forever.set()


def test_a_host_that_refuses_or_is_unknown_is_named(
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
def test_an_unused_proxy_is_named_where_no_host_answers(
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
        unused_port = closed.getsockname()[1]
    network = Network(
        resolve_host=lambda host, port: [
            (socket.AF_INET, ("127.0.0.1", unused_port)),
            (socket.AF_INET, ("127.0.0.1", server.port)),
        ]
    )
    assert get("http://news.test/", network=network).data == PAGE


def test_a_page_comes_over_tls_from_a_server_with_a_valid_certificate(
    secure_server: BadServer, get: Callable[..., Fetched], trusting: Network
) -> None:
    secure_server.answers["/a"] = secure_server.response(PAGE)
    address = secure_server.address("/a", scheme="https")
    assert get(address, network=trusting).data == PAGE


def test_a_certificate_without_an_authority_is_refused(
    secure_server: BadServer, refusal: Callable[..., str]
) -> None:
    reason = refusal(secure_server.address("/a", scheme="https"))
    assert reason.startswith("the certificate of news.test is not valid (self-signed certificate)")
    assert secure_server.requests == []


def test_a_certificate_for_another_host_is_refused(
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
        "no secure connection to news.test could be sizes",
        "not done within 0.3 seconds; try again",
    )


def test_a_stalled_tls_handshake_is_cut_off(network: Network, refusal: Callable[..., str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://news.test:{silent.getsockname()[1]}/"
        assert "not done within" in refusal(address, limits=QUICK)
