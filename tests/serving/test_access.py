"""Who may use the server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.serving.access import Access, RequestFacts, is_loopback, is_number

ACCESS = Access("127.0.0.1", 8000)
OWN = RequestFacts(
    "127.0.0.1:8000", "http://127.0.0.1:8000", "same-origin", ACCESS.secret, "127.0.0.1"
)


def refuses(is_socket: bool = True, **changes: str) -> bool:
    return bool(ACCESS.find_refusal(replace(OWN, **changes), is_socket=is_socket))


def test_the_page_of_the_server_may_use_it() -> None:
    assert not refuses()
    assert not refuses(site="")
    assert not refuses(is_socket=False, origin="", site="none")
    for name in ("localhost:8000", "[::1]:8000", "LOCALHOST:8000"):
        assert not refuses(host=name, origin=f"http://{name}")


@pytest.mark.parametrize(
    "changes",
    [
        {"host": "evil.example:8000", "origin": "http://evil.example:8000"},
        {"host": "127.0.0.1", "origin": "http://127.0.0.1"},
        {"host": "127.0.0.1:8001", "origin": "http://127.0.0.1:8001"},
        {"host": ""},
        {"host": "127.0.0.1:8000.evil.example"},
        {"host": "evil.example@127.0.0.1:8000"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9000"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": "http://localhost:8000"},
        {"origin": "null"},
        {"origin": ""},
        {"site": "cross-site"},
        {"site": "same-site"},
        {"secret": ""},
        {"secret": "x" * 43},
        {"secret": "é"},
        {"secret": ACCESS.token},
    ],
)
def test_everybody_else_is_refused(changes: dict[str, str]) -> None:
    assert refuses(**changes)


def test_a_server_at_every_address_is_known_by_the_one_that_was_asked() -> None:
    access = Access("0.0.0.0", 8000)
    facts = RequestFacts("192.0.2.7:8000", local_address="192.0.2.7")
    assert access.knows_host(facts)
    assert not access.knows_host(replace(facts, host="198.51.100.1:8000"))
    assert not access.knows_host(replace(facts, host="evil.example:8000"))
    assert access.address.startswith("http://127.0.0.1:8000/open/")
    assert Access("::1", 80).knows_host(RequestFacts("[::1]"))


def test_the_address_to_open_is_one_at_which_the_server_listens() -> None:
    access = Access("::", 8000)
    assert access.address.startswith("http://[::1]:8000/open/")
    assert access.knows_host(RequestFacts("[::1]:8000"))


@pytest.mark.parametrize(
    ("host", "is_address"),
    [
        ("0", True),
        ("127.1", True),
        ("0x7f000001", True),
        ("192.0.2.7", True),
        ("localhost", False),
        ("news.example", False),
        ("7.example", False),
    ],
)
def test_an_address_is_known_in_any_form(host: str, is_address: bool) -> None:
    assert is_number(host) == is_address


def test_secrets_are_long_differ_and_are_not_printed() -> None:
    other = Access("127.0.0.1", 8000)
    assert len({ACCESS.token, ACCESS.secret, other.token, other.secret}) == 4
    assert min(map(len, (ACCESS.token, ACCESS.secret))) >= 43
    assert ACCESS.token not in repr(ACCESS)
    assert ACCESS.secret not in repr(ACCESS)
    assert ACCESS.has_token(ACCESS.token)
    assert not ACCESS.has_token("")
    assert not ACCESS.has_token("é")


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.7", False),
        ("localhost.evil.example", False),
    ],
)
def test_loopback_is_told_from_what_others_reach(host: str, is_own: bool) -> None:
    assert is_loopback(host) is is_own
