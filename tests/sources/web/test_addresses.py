"""Which addresses may be fetched, and where redirects may lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.web.addresses import AddressError, is_address, parse_address, resolve_redirect


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("http://example.com", "http://example.com/"),
        ("HTTP://Example.COM:80/A?b=c#d", "http://example.com/A?b=c"),
        ("https://example.com:443/", "https://example.com/"),
        ("https://example.com:8443/a", "https://example.com:8443/a"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("http://bücher.example/ä?ö=ü", "http://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://日本.example/", "http://xn--wgv71a.example/"),
        ("http://example.com/a%20b%zz%", "http://example.com/a%20b%25zz%25"),
        ("http://example.com?q=1", "http://example.com/?q=1"),
        ('http://example.com/"<>^`{|}', "http://example.com/%22%3C%3E%5E%60%7B%7C%7D"),
        ("http://example.com//other.example/a", "http://example.com//other.example/a"),
        ("http://example.com:/a", "http://example.com/a"),
        ("http://a_b.example./", "http://a_b.example./"),
    ],
)
def test_an_address_has_one_form_in_which_it_is_sent(text: str, sent: str) -> None:
    assert str(parse_address(text)) == sent
    assert str(parse_address(sent)) == sent


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.com/a",
        "file:///etc/passwd",
        "ftp://example.com/a",
        "javascript:alert(1)",
        "data:text/html,a",
        "gopher://example.com/",
        "http:example.com",
        "http:///a",
        "http://:80/",
        "http://user@example.com/",
        "http://user:word@example.com/",
        "http://example.com@127.0.0.1/",
        "http://example.com\\@127.0.0.1/",
        "http://example.com:99999/",
        "http://example.com:0/",
        "http://example.com:8a/",
        "http://example.com:80:80/",
        "http://exa mple.com/",
        "http://example.com/a b",
        " http://example.com/",
        "http://example.com/\n",
        "http://example.com/a\r\nHost: other.example",
        "http://example.com/\x1b]0;title\x07",
        "http://example.com/\x7f",
        "http://example.com/\x9b31m",
        "http://exa%6dple.com/",
        "http://example..com/",
        "http://.example.com/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://[not-an-address]/",
        "http://[::1]x/",
        "http://\u202eexample.com/",
        "http://ex\u2044ample.com/",
        "http://example.com\uff0fpath/",
        "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 200 + "example/",
        "http://example.com/" + "a" * 5000,
        "http://example.com/\ud800",
    ],
)
def test_any_other_address_is_refused(text: str) -> None:
    with pytest.raises(AddressError):
        parse_address(text)


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://a.example/"]))
def test_any_text_gives_an_ascii_address_or_an_error(text: str, start: str) -> None:
    try:
        sent = str(parse_address(start + text))
    except AddressError:
        return
    assert sent.isascii()
    assert all(" " < character < "\x7f" for character in sent)
    assert str(parse_address(sent)) == sent


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("https://example.com", True),
        ("HTTP://example.com", True),
        ("ftp://example.com", True),
        ("file:///a", True),
        ("a.txt", False),
        ("C:\\articles", False),
        ("C:/articles", False),
        ("folder//http://", False),
        ("http:a", False),
        ("", False),
        ("-", False),
    ],
)
def test_a_name_with_a_scheme_is_an_address(name: str, meant: bool) -> None:
    assert is_address(name) is meant


@pytest.mark.parametrize(
    ("location", "following"),
    [
        ("/b", "https://example.com/b"),
        ("b?c#d", "https://example.com/folder/b?c"),
        ("//other.example/x", "https://other.example/x"),
        ("https://other.example", "https://other.example/"),
        ("?page=2", "https://example.com/folder/a?page=2"),
        ("/caf\u00c3\u00a9", "https://example.com/caf%C3%A9"),
        ("", "https://example.com/folder/a"),
    ],
)
def test_a_redirect_is_relative_to_the_address_of_the_response(
    location: str, following: str
) -> None:
    assert (
        str(resolve_redirect(parse_address("https://example.com/folder/a"), location)) == following
    )


@pytest.mark.parametrize(
    "location",
    [
        "http://example.com/b",
        "http://other.example/",
        "file:///etc/passwd",
        "ftp://example.com/",
        "javascript:alert(1)",
        "data:text/html,a",
        "//user@other.example/",
        "/a b",
        "/a\tb",
        "/\x1b[2J",
        "/\u00c2\u009b2J",
        "https://[/",
        "https://exa mple.com",
    ],
)
def test_a_redirect_never_leaves_https_nor_names_a_user_nor_holds_controls(location: str) -> None:
    with pytest.raises(AddressError):
        resolve_redirect(parse_address("https://example.com/folder/a"), location)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("http://desk.test/a", "http://desk.test/b", True),
        ("http://desk.test:8080/a", "http://desk.test:8080/b", True),
        ("http://desk.test/a", "https://desk.test/a", True),
        ("https://desk.test/a", "http://desk.test/a", False),
        ("http://desk.test:8080/a", "https://desk.test/a", False),
        ("http://desk.test/a", "http://desk.test:8080/a", False),
        ("http://desk.test/a", "http://other.test/a", False),
    ],
)
def test_a_server_is_a_host_at_one_port_or_its_encrypted_form(
    one: str, other: str, is_same: bool
) -> None:
    assert parse_address(one).is_same_server(parse_address(other)) is is_same
