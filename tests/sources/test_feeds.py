"""Feeds of every form, and data that look like one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.sources import feeds
from reader.sources.feeds import Feed, FeedEntry, open_feed, read_feed
from reader.sources.formats.feed_parsing import parse_feed
from reader.text.cleaning import clean_line

SOURCE = clean_line("feed.xml")
A = FeedEntry(
    clean_line("Ferries & fees"),
    clean_line("https://news.test/a?x=1&y=2"),
    clean_line("2026-11-24 08:00 UTC"),
    clean_line("The company will halve its timetable."),
)
B = FeedEntry(clean_line("Caf\u00e9 closes"), clean_line("https://news.test/b"))

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour &amp; Co</title>
<link>https://news.test/</link>
<item><title>Ferries &amp; fees</title><link>https://news.test/a?x=1&amp;y=2</link>
<description>&lt;p&gt;The company will &lt;b&gt;halve&lt;/b&gt; its timetable.&lt;/p&gt;
</description>
<pubDate>Tue, 24 Nov 2026 09:00:00 +0100</pubDate></item>
<item><title>Caf\u00e9 closes</title><guid isPermaLink="true">https://news.test/b</guid></item>
</channel></rss>"""
FORMS = {
    "RSS 2.0": RSS,
    "RSS 0.91": """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>
<title>Harbour &amp; Co</title><item><title>Ferries &amp; fees</title>
<link>https://news.test/a?x=1&amp;y=2</link><description>The company will halve its timetable.
</description><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item>
<item><title>Caf&eacute; closes</title><link>https://news.test/b</link></item></channel></rss>""",
    "RSS 1.0": """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.test/"><title>Harbour &amp; Co</title></channel>
<item rdf:about="x"><title>Ferries &amp; fees</title><link>https://news.test/a?x=1&amp;y=2</link>
<description>The company will halve its timetable.</description>
<dc:date>2026-11-24T08:00:00Z</dc:date></item>
<item rdf:about="y"><title>Caf\u00e9 closes</title><link>https://news.test/b</link></item>
</rdf:RDF>""",
    "Atom": """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.test/x/">
<title type="html">Harbour &amp;amp; Co</title><entry><title type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">Ferries <i>&amp;</i> fees</div></title>
<link rel="self" href="https://news.test/self"/><link rel="alternate" href="/a?x=1&amp;y=2"/>
<published>2026-11-24T08:00:00Z</published><updated>2026-11-25T08:00:00Z</updated>
<content type="html">&lt;p&gt;The company will halve its timetable.</content></entry>
<entry><title>Caf\u00e9 closes</title><link href="../b"/></entry></feed>""",
    "Atom 0.3": """<feed version="0.3" xmlns="http://purl.org/atom/ns#">
<title>Harbour &amp; Co</title>
<entry><title>Ferries &amp; fees</title><issued>2026-11-24T08:00:00Z</issued>
<link rel="alternate" type="text/html" href="https://news.test/a?x=1&amp;y=2"/>
<summary>The company will halve its timetable.</summary></entry>
<entry><title>Caf\u00e9 closes</title>
<link rel="alternate" type="text/html" href="https://news.test/b"/></entry></feed>""",
    "JSON Feed": json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": "Harbour & Co", "items": [
            {"id": "1", "url": "https://news.test/a?x=1&y=2", "title": "Ferries & fees",
             "content_html": "<p>The company will <b>halve</b> its timetable.</p>",
             "date_published": "2026-11-24T08:00:00Z"},
            {"id": "2", "external_url": "https://news.test/b", "title": "Caf\u00e9 closes"},
        ],
    }),
    "an unclosed feed": RSS.removesuffix("</channel></rss>"),
    "bare ampersands": RSS.replace("&amp;", "&"),
    "white space before": " \n\t" + RSS,
    "an unknown prefix": RSS.replace("</pubDate>", "</pubDate><media:x a='b'>c</media:x>"),
    "a stray control": RSS.replace("<title>Caf", "\x01<title>Caf"),
}  # fmt: skip


def read(text: str | bytes, **named: Any) -> Feed:
    data = text.encode() if isinstance(text, str) else text
    return read_feed(data, source=SOURCE, **named)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_entries(form: str) -> None:
    feed = read(FORMS[form])
    assert feed == Feed(SOURCE, clean_line("Harbour & Co"), (A, B))


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("iso-8859-1", "latin-1"), ("utf-8", "latin-1"), ("utf-16", "utf-16"),
        ("utf-8", "utf-8-sig"), ("windows-1252", "utf-8"),
        ("no-such-thing", "utf-8"), ("utf-7", "utf-8"),
    ],
)  # fmt: skip
def test_the_bytes_decide_over_a_wrong_declaration(declared: str, codec: str) -> None:
    text = RSS.replace('version="1.0"', f'version="1.0" encoding="{declared}"', 1)
    assert read(text.encode(codec)).entries[1].title == "Caf\u00e9 closes"


def test_the_charset_of_the_server_counts() -> None:
    text = RSS.replace("Caf\u00e9 closes", "\u041f\u043e\u0433\u043e\u0434\u0430")
    feed = read(text.encode("koi8-r"), charset="koi8-r")
    assert feed.entries[1].title == "\u041f\u043e\u0433\u043e\u0434\u0430"


def test_relative_links_are_resolved_against_the_address_of_the_feed() -> None:
    text = RSS.replace("https://news.test/a?", "/a?")
    assert read(text, address="https://news.test/feeds/all").entries == (A, B)
    feed = read(text)
    assert feed.entries == (B,)
    assert len(feed.notes) == 1
    assert feed.notes[0].startswith("1 of 2 entries are left out")


@pytest.mark.parametrize(
    "link",
    [
        "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,a", "ftp://news.test/a",
        "https://user:word@news.test/", "https://news.test/\x1b[31m", "https://", "mailto:a@b.test",
        "https://news.test/" + "a" * 10_000,
    ],
)  # fmt: skip
def test_entries_that_link_to_no_proper_address_are_left_out(link: str) -> None:
    items = [
        {"url": link, "title": "x"},
        {"url": "https://news.test/b", "title": "Caf\u00e9 closes"},
    ]
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}))
    assert feed.entries == (B,)


def test_a_repeated_entry_is_listed_once_at_its_first_place() -> None:
    items = [{"url": f"https://news.test/{n}", "title": n} for n in ("a", "b", "a", "c", "b")]
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}))
    assert [entry.title for entry in feed.entries] == ["a", "b", "c"]


def test_a_feed_with_too_many_entries_is_cut_with_a_note() -> None:
    items = [{"url": f"https://news.test/{n}", "title": "x"} for n in range(600)]
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}))
    assert len(feed.entries) == 500
    assert feed.notes[0].startswith("100 of 600 entries are left out")


HOSTILE = "\x1b]0;owned\x07\u202e\x9b2J\u200b[red]x[/]\r\n\x00"


def test_nothing_hidden_gets_through_in_any_field() -> None:
    by_reference = "".join(f"&#{ord(c)};" for c in HOSTILE if c != "\x00")
    for hostile in (HOSTILE, by_reference):
        text = RSS.replace("Ferries", f"Ferries{hostile}").replace("Harbour", f"Harbour{hostile}")
        text = text.replace("The company", f"The{hostile}company").replace("Tue,", f"{hostile},")
        feed = read(text)
        fields = [feed.title, *(f for e in feed.entries for f in (e.title, e.published, e.summary))]
        for field in filter(None, fields):
            assert field == clean_line(field)
            assert field.isprintable()
        assert "[red]x[/]" in feed.entries[0].title


@pytest.mark.parametrize(
    "reference", ["&#xd800;", "&#57343;", "&#x110000;", "&#0;", f"&#{'9' * 9000};"], ids=range(5)
)
def test_a_reference_to_an_invalid_character_does_not_break_a_feed(reference: str) -> None:
    feed = read(RSS.replace("Ferries", f"Ferries {reference}").replace("Harbour", reference))
    assert feed.entries[0].title.startswith("Ferries \ufffd")
    assert feed.entries[1] == B


def test_long_fields_are_cut() -> None:
    items = [{"url": "https://news.test/a", "title": "t" * 100_000, "summary": "s" * 100_000}]
    (entry,) = read(
        json.dumps({"version": "https://jsonfeed.org/version/1", "items": items})
    ).entries
    assert len(entry.title) == 300
    assert entry.summary is not None
    assert len(entry.summary) == 1000


def test_the_title_of_an_entry_without_one_is_its_first_words_or_address() -> None:
    items = [
        {"url": "https://news.test/a", "content_text": "The ferry company. " * 20},
        {"url": "https://news.test/b"},
    ]
    first, second = read(
        json.dumps({"version": "https://jsonfeed.org/version/1", "items": items})
    ).entries
    assert first.title.startswith("The ferry company.")
    assert len(first.title) <= 80
    assert second.title == "https://news.test/b"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!DOCTYPE html><html><head><title>x</title></head><body><p>hi", "no feed (RSS, Atom"),
        ("just words", "no feed (RSS, Atom"),
        ("{}", "no feed (RSS, Atom"),
        ("[1, 2]", "no feed (RSS, Atom"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 5}', "without an entry"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [5, null, {}]}', "without an"),
        ('{"version": ["https://jsonfeed.org/version/1"]}', "no feed (RSS, Atom"),
        ("{", "could not be read as a feed"),
        ("[" * 100_000, "could not be read as a feed"),
        ('<rss version="2.0"><channel><title>T</title></channel></rss>', "without an entry"),
        ("<rss>" + "<item>" * 3000, "without an entry"),
        ("<!DOCTYPE x [" + '<!ENTITY a "b">' * 5000 + "]><rss><channel></channel></rss>", "feed"),
        ("<rss>" + "<!--" * 50_000, "feed"),
        ("<" * 50_000, "feed"),
        (" " * (feeds.MAX_FEED_BYTES + 1), "more than the 8 MB"),
    ],
)
def test_other_content_is_refused_in_one_sentence(text: str, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)
    assert caught.value.message.startswith("feed.xml: ")
    assert reason in caught.value.message
    assert "\n" not in caught.value.message


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = RSS.replace(
        '<?xml version="1.0"?>',
        f'<!DOCTYPE x [<!ENTITY a0 "ha"><!ENTITY s SYSTEM "{secret.as_uri()}">{laughs}]>',
    ).replace("Ferries", "Ferries &a9; &s;")
    feed = read(text)
    assert "hidden" not in repr(feed)
    assert "haha" not in repr(feed)
    assert feed.entries[1] == B


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_give_entries_or_a_json_error(data: bytes) -> None:
    try:
        answer = parse_feed(data, {"address": None})
    except ValueError:
        assert data.decode("utf-8", "replace").lstrip()[:1] in ("{", "[")
        return
    assert json.loads(json.dumps(answer)) == answer


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["title", "url", "items", "summary", "content_html", "date_published"]),
        inner, max_size=4,
    ),
    max_leaves=20,
)  # fmt: skip


@given(JSON, JSON)
def test_any_json_gives_a_list_of_entries(title: object, items: object) -> None:
    feed = {"version": "https://jsonfeed.org/version/1", "title": title, "items": items}
    answer = parse_feed(json.dumps(feed).encode(), {"address": "https://news.test/"})
    assert isinstance(answer["entries"], list)


@given(
    st.lists(st.one_of(JSON, st.fixed_dictionaries({"link": st.text(max_size=9), "title": JSON})))
)
def test_any_answer_of_the_child_gives_valid_entries(raw: list[object]) -> None:
    entries = list(feeds.convert_entries(raw))
    assert len(entries) <= len(raw)
    for entry in entries:
        assert entry.address.startswith("http")


def test_a_feed_in_a_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS, encoding="utf-8")
    feed = open_feed(str(path))
    assert feed.entries == (A, B)
    assert feed.source == str(path)
    assert feed.typed == ()


@pytest.mark.parametrize("name", ["missing.xml", ".", "a\nb\x1b[31m.xml", "nul\0.xml"])
def test_a_file_that_cannot_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as caught:
        open_feed(name)
    assert caught.value.message.startswith(clean_line(name))
    assert caught.value.message.isprintable()


def test_a_feed_at_an_address_holds_the_typed_address(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.sources.web import fetching
    from reader.sources.web.fetch_values import Fetched

    fetched = Fetched(
        RSS.replace("https://news.test/b", "b").encode(), clean_line("https://news.test/x/rss"),
        "application/rss+xml", "utf-8", cached=True, note=clean_line("the cached copy of a day"),
    )  # fmt: skip
    monkeypatch.setattr(fetching, "fetch", lambda address, **named: fetched)
    feed = open_feed("https://news.test/feed#top")
    assert feed.source == "https://news.test/feed"
    assert feed.typed == ("https://news.test/feed#top",)
    assert feed.notes == ("the cached copy of a day",)
    assert feed.entries[0] == A
