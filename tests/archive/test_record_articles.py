"""Records of news corpora: fields by their usual names, whatever else is in them."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.record_articles import read_record
from reader.errors import SourceError
from reader.sources.formats.article_records import article_to_record

TEXT = "The ferry Aurora struck the pier at noon.\n\nNobody was hurt, the coastguard said."


def read(record, **options):
    return read_record(record, source="news.jsonl, record 7", name="news 7", **options)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"text": TEXT, "title": "Ferry hits pier", "domain": "herald.example"},
         ("Ferry hits pier", "herald.example", None)),
        ({"maintext": TEXT, "headline": "Ferry hits pier", "source_domain": "herald.example",
          "date_publish": "2031-05-04 10:00:00"},
         ("Ferry hits pier", "herald.example", date(2031, 5, 4))),
        ({"Content": TEXT, "Title": "Ferry hits pier", "source": {"id": None, "name": "Herald"},
          "publishedAt": "2031-05-04T10:00:00Z"},
         ("Ferry hits pier", "Herald", date(2031, 5, 4))),
        ({"body": TEXT.split("\n\n"), "published": datetime(2031, 5, 4, tzinfo=timezone.utc)},
         (None, None, date(2031, 5, 4))),
        ({"body": TEXT, "timestamp": 1935741600}, (None, None, date(2031, 5, 5))),
    ],
)  # fmt: skip
def test_usual_fields(record, expected):
    found = read(record)
    assert (found.article.title, found.article.outlet, found.date.day) == expected
    assert [paragraph.text for paragraph in found.article.paragraphs][-2:] == TEXT.split("\n\n")


def test_address_is_what_a_version_is_known_by():
    found = read({"text": TEXT, "url": "https://Example.org/a?b=1#top", "id": "9"})
    assert found.address == found.origin == "https://example.org/a?b=1"
    assert found.article.source == found.address


def test_identity_inside_of_a_file():
    assert read({"text": TEXT, "id": 9}).origin == "news.jsonl#9"
    assert read({"text": TEXT, "url": "no address"}).origin is None


def test_own_record_stays_as_it_was(make_article):
    article = make_article("herald", "The ferry struck the pier.", "She said so.", furniture=(1,))
    assert read(article_to_record(article)).article == article


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (None, "no object"),
        ([TEXT], "no object"),
        ({}, "no text in a field text, body or content"),
        ({"text": "  "}, "no text in a field"),
        ({"text": 17.5}, None),
        ({"text": True}, "no text in a field"),
        ({"format": "reader-article/1"}, '"source" must be a text'),
    ],
)
def test_records_without_an_article(record, reason):
    if reason is None:
        assert read(record).article.paragraphs[0].text == "17.5"
        return
    with pytest.raises(SourceError, match=reason):
        read(record)


def test_fields_of_other_names():
    renamed = {"text": "Inhalt", "outlet": "Wo"}
    found = read({"Inhalt": TEXT, "Wo": "Bote", "text": "no"}, renamed=renamed)
    assert found.article.outlet == "Bote"
    with pytest.raises(SourceError, match="no text in a field Inhalt"):
        read({"text": TEXT}, renamed=renamed)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
names = st.sampled_from(["text", "title", "url", "date", "source", "id", "language", "author"])


@given(st.dictionaries(names | st.text(max_size=8), values, max_size=8))
def test_any_record_is_an_article_or_refused(record):
    found = None
    with suppress(SourceError):
        found = read(record)
    assert found is None or found.article.paragraphs
    assert found is None or json.dumps(article_to_record(found.article))
