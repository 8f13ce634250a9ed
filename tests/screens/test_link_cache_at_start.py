"""Starts with links stored by an earlier start, and without."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

import reader.app
import reader.app.article_comparison as comparison_module
from reader.app.app import ReaderApp
from reader.articles import Article
from reader.cli import main as command_line
from reader.cli import side_by_side
from reader.coverage.comparison import compare_inputs
from reader.linking.linker_input import linker_input
from reader.processes import linker_process
from reader.processes.link_cache import LinkCache
from reader.settings import Settings

STORY = (
    "A tram left the rails in {place} on Sunday and hit a bakery, the fire service said.",
    "“We heard a bang and saw flour everywhere,” baker Tom Roos told reporters.",
    "The driver, who had worked for eleven days, was not hurt in {place}.",
)


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "reader" / "links"


@pytest.fixture
def names(tmp_path) -> list[str]:
    for place in ("Ghent", "Graz"):
        text = "\n\n".join(STORY).format(place=place)
        (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / "Ghent.txt"), str(tmp_path / "Graz.txt")]


@pytest.fixture
def started(monkeypatch) -> list[str]:
    """A line for each child that was started to compare."""
    started: list[str] = []
    start = linker_process.ChildProcess

    def note_start(*given):
        started.append("child")
        return start(*given)

    monkeypatch.setattr(linker_process, "ChildProcess", note_start)
    return started


@pytest.fixture
def shown(monkeypatch) -> list[dict]:
    """What the app was to show; it waits for the links and ends."""
    shown: list[dict] = []

    def run_app(**given) -> int:
        shown.append(given)
        if given["pending"] is not None:
            given["pending"].result()
        for thread in threading.enumerate():
            if thread.name == "comparison":
                thread.join()
        return 0

    monkeypatch.setattr(reader.app, "run_app", run_app)
    monkeypatch.setattr(side_by_side, "read_keys_from_terminal", lambda: None)
    monkeypatch.setattr(side_by_side, "has_screen", lambda **_given: True)
    return shown


def open_screen(names: list[str]) -> None:
    assert command_line.main(names) == 0


def test_a_second_start_has_the_links_and_starts_no_child(names, cache, started, shown):
    open_screen(names)
    assert shown[0]["coverage"] is None
    assert started == ["child"]
    open_screen(names)
    assert started == ["child"]
    coverage = shown[1]["coverage"]
    assert coverage.table == shown[0]["pending"].result().table
    assert len(list(coverage.links())) == 3


def test_a_changed_article_is_compared_again(names, cache, started, shown):
    open_screen(names)
    path = Path(names[0])
    path.write_text(path.read_text(encoding="utf-8") + "\n\nNobody else was hurt.\n", "utf-8")
    open_screen(names)
    assert shown[1]["coverage"] is None


def test_damaged_links_are_found_again(names, cache, started, shown):
    open_screen(names)
    stored = list(cache.iterdir())
    assert len(stored) == 2, "the links, and that there are some of these inputs"
    for path in stored:
        path.write_bytes(b"\x80\x04damaged")
    open_screen(names)
    assert shown[1]["coverage"] is None


def test_no_links_are_stored_where_the_user_said_so(names, cache, started, shown, monkeypatch):
    monkeypatch.setattr(side_by_side, "_read_settings", lambda: (Settings(keep_links=False), []))
    open_screen(names)
    open_screen(names)
    assert started == ["child", "child"]
    assert shown[1]["link_cache"] is None
    assert not cache.exists()


def test_clearing_the_cache_removes_the_links(names, cache, started, shown):
    open_screen(names)
    assert list(cache.iterdir())
    assert command_line.main(["--clear-cache"]) == 0
    assert list(cache.iterdir()) == []
    open_screen(names)
    assert shown[1]["coverage"] is None


@pytest.fixture
def articles(make_article) -> tuple[Article, ...]:
    return tuple(
        make_article(place, *(text.format(place=place) for text in STORY))
        for place in ("Ghent", "Graz")
    )


async def test_known_links_are_in_the_first_frame(articles, cache, open_app, monkeypatch):
    def start(*_given):
        raise AssertionError("nothing is to be compared")

    monkeypatch.setattr(comparison_module, "start_comparison", start)
    data = compare_inputs([linker_input(article) for article in articles]).to_bytes()
    link_cache = LinkCache()
    link_cache.write(articles, data)
    coverage = link_cache.read(articles)
    app = ReaderApp(articles=articles, coverage=coverage, link_cache=link_cache)
    async with open_app(app) as reader:
        assert reader.screen.state.visible_links.coverage is coverage
        assert "same" in "\n".join(reader.text())


async def test_articles_opened_behind_the_screen_have_their_links(
    names, cache, open_app, started, shown
):
    open_screen(names)
    async with open_app(ReaderApp(names=names, link_cache=LinkCache())) as reader:
        while reader.screen.state.visible_links is None:
            await reader.pilot.pause(0.01)
    assert started == ["child"]
