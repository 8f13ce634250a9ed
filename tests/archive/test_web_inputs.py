"""Pages that are fetched for an archive: once, and again on request."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from reader.archive.archive import Archive
from reader.archive.article_dates import DateSource
from reader.errors import SourceError
from reader.sources.web.fetch_values import Fetched

pytestmark = pytest.mark.usefixtures("indexes_library")

STORY = (
    "The ferry {address} struck the pier.\n\n"
    "Forty passengers were taken off by {word}, the coastguard said on Monday.\n"
)


@pytest.fixture
def web(monkeypatch):
    """Addresses that were fetched; what is at `missing` can't be; `word` is in every text."""
    site = SimpleNamespace(fetched=[], word="lifeboats")

    def fetch_all(addresses, *, on_problem, **_):
        site.fetched += addresses
        answers = []
        for address in addresses:
            if "missing" in address:
                on_problem(SourceError(f"{address}: not found"))
                answers.append(None)
            else:
                text = STORY.format(address=address, word=site.word).encode()
                answers.append(Fetched(text, address, "text/plain", "utf-8", False, None))
        return tuple(answers)

    def open_feed(name, **_):
        if name == "broken":
            raise SourceError("broken: no feed")
        entries = [
            SimpleNamespace(address="https://e.org/1", published="2031-05-04 10:00 UTC"),
            SimpleNamespace(address="https://e.org/missing", published=None),
        ]
        return SimpleNamespace(entries=entries, typed=(name,))

    monkeypatch.setattr("reader.sources.web.fetching.fetch_all", fetch_all)
    monkeypatch.setattr("reader.sources.feeds.open_feed", open_feed)
    return site


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


def test_addresses_are_fetched_once(archive, web):
    assert archive.add(["https://e.org/2", "https://e.org/2#top"]).added == 1
    result = archive.add("https://E.org/2")
    assert (result.added, result.known_inputs) == (0, 1)
    assert web.fetched == ["https://e.org/2"]


def test_entries_of_a_feed_are_dated_by_it(archive, web):
    problems = []
    result = archive.add([], feeds=["https://e.org/rss", "broken"], on_problem=problems.append)
    assert result.added == 1
    stored = archive.store.read(1)
    assert (str(stored.date), stored.date_source) == ("2031-05-04", DateSource.PAGE)
    assert sorted(map(str, problems)) == ["broken: no feed", "https://e.org/missing: not found"]


def test_what_could_not_be_fetched_is_tried_again(archive, web):
    for _ in range(2):
        archive.add("https://e.org/missing", on_problem=lambda _: None)
    assert web.fetched == ["https://e.org/missing"] * 2


def test_changed_page_is_a_version(archive, web):
    archive.add("https://e.org/2")
    web.word = "helicopters"
    result = archive.add("https://e.org/2", reads_again=True)
    assert (result.added, result.versions) == (1, 1)


def test_address_that_is_none_is_a_problem(archive, web):
    with pytest.raises(SourceError, match="only http and https"):
        archive.add("ftp://e.org/2")
