"""Links stored on disk: read only for the same articles, and never if damaged."""

from __future__ import annotations

import json
import threading
from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article, Clean, ParagraphKind, Place, replace_kinds
from reader.coverage.comparison import compare_inputs
from reader.coverage.findings import Findings
from reader.linking import Link, LinkCorrections
from reader.linking.linker_input import linker_input
from reader.processes import link_cache
from reader.processes.link_cache import LinkCache, clear_link_cache
from reader.processes.linker_process import start_comparison
from reader.sources.cache_folder import CacheFolder

MakeArticle = Callable[..., Article]

STORY = (
    "The ferry to {place} ran aground on a sandbank on Friday with ninety people on board.",
    "“Nobody panicked, and the tide will lift her tonight,” harbour master Ida Falk said.",
    "Divers found a crack of two metres in the hull near {place}.",
)


@pytest.fixture
def articles(make_article: MakeArticle) -> tuple[Article, ...]:
    return tuple(
        make_article(place, *(text.format(place=place) for text in STORY))
        for place in ("Visby", "Turku")
    )


@pytest.fixture
def data(articles: tuple[Article, ...]) -> bytes:
    return compare_inputs([linker_input(article) for article in articles]).to_bytes()


@pytest.fixture
def files(tmp_path: Path) -> CacheFolder:
    return CacheFolder("links", ".links", max_entries=5, max_bytes=100_000, folder=tmp_path / "a")


def only_file(files: CacheFolder) -> Path:
    (path,) = files.path.iterdir()
    return path


def test_links_are_read_as_they_were_found(articles, data, files) -> None:
    assert LinkCache(files=files).read(articles) is None
    LinkCache(files=files).write(articles, data)
    coverage = LinkCache(files=files).read(articles)
    assert coverage is not None
    assert len(list(coverage.links())) == 3
    assert [moment.places for moment in coverage.moments] == [((0, n), (1, n)) for n in range(3)]
    (shared,) = coverage.shared_quotes
    assert shared.versions[0].speaker is not None
    assert shared.versions[0].speaker.name == "Ida Falk"


def test_other_articles_have_no_links(articles, data, files, make_article) -> None:
    LinkCache(files=files).write(articles, data)
    one, two = articles
    for others in (
        (two, one),
        (one,),
        (one, replace(two, language=Clean("de"))),
        (one, replace_kinds(two, {1: ParagraphKind.HEADING})),
        (one, make_article("Turku", *(f"{text}x" for text in STORY))),
    ):
        assert LinkCache(files=files).read(others) is None
    renamed = replace(two, name=Clean("Åbo"))
    assert LinkCache(files=files).read((one, renamed)) is not None


def test_another_version_of_the_program_reads_none(articles, data, files, monkeypatch) -> None:
    LinkCache(files=files).write(articles, data)
    monkeypatch.setattr(link_cache, "_code_state", lambda: "another")
    assert LinkCache(files=files).read(articles) is None


@pytest.mark.parametrize("content", [b"", b"reader links 1\n", b"\x80\x04.", b"\0" * 500])
def test_a_foreign_file_is_ignored_and_replaced(articles, data, files, content) -> None:
    LinkCache(files=files).write(articles, data)
    only_file(files).write_bytes(content)
    assert LinkCache(files=files).read(articles) is None
    LinkCache(files=files).write(articles, data)
    assert LinkCache(files=files).read(articles) is not None


def test_a_file_under_the_name_of_another_is_ignored(articles, data, files) -> None:
    LinkCache(files=files).write(articles, data)
    path = only_file(files)
    LinkCache(files=files).write(articles[::-1], data)
    (other,) = set(files.path.iterdir()) - {path}
    path.replace(other)
    assert LinkCache(files=files).read(articles[::-1]) is None


@given(choice=st.data())
def test_a_damaged_file_is_ignored(choice, tmp_path_factory, make_article) -> None:
    folder = tmp_path_factory.mktemp("kept")
    files = CacheFolder("links", ".links", max_entries=5, max_bytes=100_000, folder=folder)
    articles = [make_article("Visby", *STORY), make_article("Turku", *STORY[:2])]
    cache = LinkCache(files=files)
    cache.write(articles, b"\1\2\3" * 20)
    content = only_file(files).read_bytes()
    at = choice.draw(st.integers(0, len(content) - 1))
    byte = choice.draw(st.integers(0, 255).filter(lambda byte: byte != content[at]))
    only_file(files).write_bytes(content[:at] + bytes((byte,)) + content[at + 1 :])
    assert cache.read(articles) is None
    only_file(files).write_bytes(content[:at])
    assert cache.read(articles) is None


def test_links_that_point_beyond_the_articles_are_ignored(articles, data, files) -> None:
    lengths = array("Q", data[:24])
    table = data[24 : 24 + lengths[0]]
    assert len(table) > 80
    LinkCache(files=files).write(
        articles, data[:24] + b"\xff" * len(table) + data[24 + len(table) :]
    )
    assert LinkCache(files=files).read(articles) is None


def test_nothing_is_kept_where_the_folder_cannot_be_made(articles, data, tmp_path) -> None:
    (tmp_path / "file").write_text("no folder")
    files = CacheFolder("l", ".links", max_entries=5, max_bytes=9, folder=tmp_path / "file" / "l")
    cache = LinkCache(("here",), files)
    cache.write(articles, data)
    assert not cache.knows_inputs()
    assert cache.read(articles) is None


def test_the_bytes_can_hold_nothing_but_numbers_and_text(data) -> None:
    lengths = array("Q", data[:24])
    quotes = json.loads(data[24 + lengths[0] + lengths[1] :])
    assert len(quotes) == 2
    assert "Ida Falk" in json.dumps(quotes)


def test_a_comparison_is_kept_with_its_inputs(articles, files) -> None:
    cache = LinkCache(("folder", "names"), files)
    assert not cache.knows_inputs()
    pending = start_comparison(articles, cache)
    expected = pending.result()
    for thread in threading.enumerate():
        if thread.name == "comparison":
            thread.join()
    kept = cache.read(articles)
    assert kept is not None
    assert kept.table == expected.table
    assert cache.knows_inputs()
    assert not LinkCache(("folder", "others"), files).knows_inputs()


def test_old_links_make_room_and_all_can_be_removed(make_article, data) -> None:
    articles = [make_article("one", f"Report {number}.") for number in range(3)]
    cache = LinkCache()
    for article in articles:
        cache.write([article], data)
    assert clear_link_cache() == 3
    assert clear_link_cache() == 0


def turned(link: Link) -> Link:
    return link._replace(here=link.there, there=link.here)


def test_what_was_found_out_about_links_is_read_with_them(articles, data, files) -> None:
    cache = LinkCache(files=files)
    cache.write(articles, data)
    coverage = cache.read(articles)
    assert coverage is not None
    links = list(coverage.links())
    assert links
    found = [coverage.evidence(link) for link in links]
    doubts = [coverage.nearest(Place(0, number)) for number in range(3)]
    cache.write_findings(coverage)

    again = cache.read(articles)
    assert again is not None
    assert not again.findings.has_new
    assert [again.evidence(link) for link in links] == found
    assert [again.evidence(turned(link)) for link in links] == [each.turned() for each in found]
    assert [again.nearest(Place(0, number)) for number in range(3)] == doubts
    assert not again.findings.has_new


def test_findings_are_stored_once_and_not_of_a_corrected_comparison(articles, data, files) -> None:
    cache = LinkCache(files=files)
    cache.write(articles, data)
    coverage = cache.read(articles)
    assert coverage is not None
    cache.write_findings(coverage)
    assert len(list(files.path.iterdir())) == 1
    corrected = coverage.with_corrections(LinkCorrections(added=[(Place(0, 0), Place(1, 2))]))
    for link in corrected.links():
        corrected.evidence(link)
    assert corrected.findings.has_new
    cache.write_findings(corrected)
    assert len(list(files.path.iterdir())) == 1


def test_the_number_of_origins_is_read_with_the_links(articles, data, files) -> None:
    cache = LinkCache(files=files)
    cache.write(articles, data)
    coverage = cache.read(articles)
    assert coverage is not None
    assert coverage.findings.origins is None
    coverage.findings.add_origins(1)
    cache.write_findings(coverage)

    again = cache.read(articles)
    assert again is not None
    assert again.findings.origins == 1
    again.findings.add_origins(1)
    assert not again.findings.has_new


def test_findings_of_articles_of_other_names_are_not_used(articles, data, files) -> None:
    cache = LinkCache(files=files)
    cache.write(articles, data)
    coverage = cache.read(articles)
    assert coverage is not None
    (link, *_) = coverage.links()
    coverage.evidence(link)
    cache.write_findings(coverage)
    renamed = cache.read([replace(articles[0], name=Clean("Elsewhere")), articles[1]])
    assert renamed is not None
    (link, *_) = renamed.links()
    renamed.evidence(link)
    assert renamed.findings.has_new


@pytest.mark.parametrize(
    "damage",
    [b"[", b"null", b"[[1], [], null]", b"[[], [[[0, 0], 1]], 1]", b"[[], [], []]", b"[" * 9000],
)
def test_findings_of_another_form_are_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match=r"findings|unpack|Expecting"):
        Findings.read(damage)
