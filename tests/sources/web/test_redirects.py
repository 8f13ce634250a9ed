"""Redirects, and the private addresses that they must not reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reader.sources.web.fetch_values import Fetched
from reader.sources.web.network import Network

BadServer = Any
PAGE = b"<title>Ferries</title><p>The ferry company will halve its timetable.</p>"


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


def test_a_typed_private_host_may_redirect_to_itself_but_to_no_other_private_host(
    inside: BadServer, get: Callable[..., Fetched], refusal: Callable[..., str]
) -> None:
    inside.answers["/a"] = inside.response(PAGE)
    inside.answers["/b"] = inside.redirect("/c")
    inside.answers["/c"] = inside.redirect(inside.address("/a", host="inside.test"))
    inside.answers["/d"] = inside.redirect(inside.address("/a", host="127.0.0.2"))
    assert get(inside.address("/b", host="inside.test")).data == PAGE
    assert "is a private address" in refusal(inside.address("/d", host="inside.test"))
    assert inside.paths == ["/b", "/c", "/a", "/d"]


def test_a_private_host_is_not_reached_at_another_port_by_a_redirect(
    inside: BadServer, refusal: Callable[..., str]
) -> None:
    inside.answers["/b"] = inside.redirect("http://inside.test:1/")
    assert "is a private address" in refusal(inside.address("/b", host="inside.test"))


def test_a_way_back_from_a_public_host_to_the_private_one_is_refused(
    server: BadServer, inside: BadServer, refusal: Callable[..., str]
) -> None:
    inside.answers["/a"] = inside.redirect(server.address("/b"))
    server.answers["/b"] = server.redirect(inside.address("/c", host="inside.test"))
    assert "is a private address" in refusal(inside.address("/a", host="inside.test"))
    assert (inside.paths, server.paths) == (["/a"], ["/b"])


def test_a_public_name_that_becomes_private_may_not_redirect_to_itself(
    server: BadServer, refusal: Callable[..., str], network: Network
) -> None:
    server.answers["/a"] = server.redirect("/b")
    answers = iter([True, False])
    changing = Network(resolve_host=network.resolve_host, is_public=lambda _: next(answers))
    assert "is a private address" in refusal(server.address("/a"), network=changing)
    assert server.paths == ["/a"]


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


def test_the_connected_peer_is_checked_and_not_the_resolved_name(
    server: BadServer, refusal: Callable[..., str], network: Network
) -> None:
    server.answers["/a"] = server.redirect(server.address("/b", host="other.test"))
    checked: list[str] = []

    def is_public(address: str) -> bool:
        checked.append(address)
        return len(checked) <= 2

    changing = Network(resolve_host=network.resolve_host, is_public=is_public)
    assert "is a private address" in refusal(server.address("/a"), network=changing)
    # The peer of the first request, the resolved name of the second, and its peer.
    assert len(checked) == 3
    assert server.paths == ["/a"]
