"""Fetching of several addresses, with progress, cancellation and cache."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from reader.errors import SourceError, StoppedError
from reader.sources.web.fetch_values import Fetched, FetchLimits, FetchProgress
from reader.sources.web.fetching import fetch_all
from reader.sources.web.network import Network
from reader.sources.web.page_cache import CachedPage, PageCache

BadServer = Any
Exchange = Any
PAGE = b"<title>Ferries</title><p>The ferry company will halve its timetable.</p>"
UNTIMED = FetchLimits(seconds=30, max_bytes=200_000)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def test_results_are_in_the_order_given_and_a_bad_address_stops_no_other(
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


def test_without_on_problem_the_first_problem_is_raised(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    with pytest.raises(SourceError, match="404"):
        fetch_all([server.address("/none")], cache=cache, network=network)


def test_one_request_at_a_time_per_host_and_several_hosts_at_once(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    together = threading.Barrier(2)

    def meet(exchange: Exchange) -> None:
        together.wait(20)
        exchange.send(server.response(PAGE))

    alone: list[int] = []

    def record(exchange: Exchange) -> None:
        alone.append(1)
        exchange.pause(0.02)
        assert len(alone) == 1
        alone.pop()
        exchange.send(server.response(PAGE))

    server.answers |= {"/meet": meet, "/1": record, "/2": record, "/3": record}
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


def test_progress_reports_the_state_of_each_address(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    server.answers["/a"] = server.response(PAGE)
    reports: list[FetchProgress] = []
    addresses = [server.address("/a"), server.address("/\x1b[none")]
    fetch_all(
        [server.address("/a"), server.address("/none")],
        on_progress=reports.append, on_problem=lambda _: None, cache=cache, network=network,
    )  # fmt: skip
    first = [step for step in reports if step.position == 0]
    assert [step.state.value for step in first] == ["waiting", "asking", "reading", "done"]
    assert first[-2].expected == len(PAGE)
    assert first[-1].line == f"{addresses[0]}: done, 0 kB"
    assert [step.state.value for step in reports if step.position == 1] == [
        "waiting", "asking", "failed",
    ]  # fmt: skip


def test_progress_is_reported_seldom_however_small_the_pieces_are(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    server.answers["/a"] = CHUNKED + b"1\r\na\r\n" * 20_000 + b"0\r\n\r\n"
    reports: list[FetchProgress] = []
    (fetched,) = fetch_all(
        [server.address("/a")], on_progress=reports.append, cache=cache, network=network
    )
    assert fetched is not None
    assert fetched.data == b"a" * 20_000
    assert len(reports) < 1000


def test_cancelling_aborts_the_connections(
    server: BadServer, cache: PageCache, network: Network
) -> None:
    requested = threading.Event()
    cut = threading.Event()

    def hang(exchange: Exchange) -> None:
        requested.set()
        try:
            while True:
                exchange.send(b"a" * 1000)
                exchange.pause()
        finally:
            cut.set()

    server.answers["/a"] = hang
    with pytest.raises(StoppedError):
        fetch_all(
            [server.address("/a")], is_cancelled=requested.is_set, cache=cache, network=network
        )
    assert cut.wait(20)


def test_ctrl_c_aborts_the_connections(
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
        fetch_all([server.address("/a")], on_progress=interrupt, cache=cache, network=network)
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
    assert again.note.startswith("the cached copy of 2")
    assert again.note.endswith("; --refresh fetches it anew")


def test_refresh_requests_again(server: BadServer, get: Callable[..., Fetched]) -> None:
    server.answers["/a"] = server.response(b"<p>old")
    get(server.address("/a"))
    server.answers["/a"] = server.response(b"<p>new")
    assert get(server.address("/a")).data == b"<p>old"
    assert get(server.address("/a"), refresh=True).data == b"<p>new"
    assert get(server.address("/a")).data == b"<p>new"


def test_a_page_older_than_max_age_is_requested_anew(
    server: BadServer, get: Callable[..., Fetched], cache: PageCache
) -> None:
    address = server.address("/a")
    server.answers["/a"] = server.response(b"<p>new")
    for seconds_ago, expected in ((30, b"<p>old"), (90, b"<p>new"), (-3600, b"<p>new")):
        cached = CachedPage(address, "text/html", None, time.time() - seconds_ago, b"<p>old")
        cache.put(address, cached)
        assert get(address, max_age=60).data == expected
        cache.put(address, cached)
        assert get(address).data == b"<p>old"


def test_a_failed_refresh_gives_the_cached_page_with_a_note(
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


def test_a_cache_that_cannot_be_written_is_one_problem(
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
        "pages could not be stored for the next start: not a directory"
    ]
