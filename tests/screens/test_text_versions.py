"""The screen of text versions, opened by `V`."""

from __future__ import annotations

import pytest

from reader import compare
from reader.app.app import ReaderApp
from reader.app.reading.reading_screen import ReadingScreen
from reader.settings import Memory
from tests.screens.rest import rest
from tests.story.worded_versions import FIRST, SECOND, make_version


@pytest.fixture(scope="module")
def versions():
    return compare(
        [
            make_version(FIRST, published="4 May 2031"),
            make_version("The mayor opened a school in Brodau.", outlet="Brodau Courier"),
            make_version(SECOND, published="4 May 2031", updated="5 May 2031"),
        ]
    )


@pytest.fixture
def open_versions(versions, make_app, open_app):
    def opened(size=(120, 40)):
        return open_app(make_app(versions.articles, versions), size)

    return opened


async def show(reader, *keys: str) -> None:
    await reader.press("V")
    await rest(reader.pilot)
    await reader.press(*keys)


async def test_v_shows_what_changed_facts_first(open_versions):
    async with open_versions() as reader:
        await show(reader)
        text = reader.text()
        assert text[0].startswith(" Versions ")
        assert "from [1] to [3]" in text[4]
        assert "number" in text[5]
        assert "negation" in reader.text()[reader.row_of("negation")]


async def test_enter_reads_the_change_side_by_side_and_backspace_leads_back(open_versions):
    async with open_versions() as reader:
        before = reader.reading
        await show(reader, "g", "enter")
        assert reader.reading[0] == 3
        state = reader.screen.state
        assert "21 passengers" in state.view.article.paragraphs[state.place.paragraph].text
        await reader.press("backspace")
        assert reader.reading == before


async def test_w_shows_the_whole_text_and_b_turns_the_base(open_versions):
    async with open_versions() as reader:
        await show(reader, "W")
        assert "whole text" in reader.text()[0]
        await reader.press("B")
        assert "[1] compared with [3]" in reader.text()[4]
        await reader.press("W", "q")
        assert reader.app.screen is reader.screen


async def test_a_filter_lists_changes_with_words(open_versions):
    async with open_versions() as reader:
        await show(reader, "slash", *"ferry", "enter")
        assert "with “ferry”" in reader.text()[0]
        await reader.press("escape")
        assert "fact" in reader.text()[0]


async def test_an_article_that_is_no_version_is_refused(open_versions):
    async with open_versions() as reader:
        await show(reader, "2")
        assert "[2] is no version of this text" in reader.text()[-1]


async def test_versions_are_offered_when_nobody_types(open_versions):
    async with open_versions() as reader:
        offer = "[1] and [3] are versions of one text: V shows what changed."
        for _ in range(200):
            await reader.pilot.pause(0.1)
            if offer in reader.text()[-1]:
                break
        assert offer in reader.text()[-1]


async def test_the_offer_of_versions_leaves_what_is_new_on_the_screen(
    versions, open_app, tmp_path, monkeypatch
):
    offers: list[str] = []
    offer = ReadingScreen.offer

    def note_offer(screen: ReadingScreen, message: str) -> None:
        offers.append(message)
        offer(screen, message)

    monkeypatch.setattr(ReadingScreen, "offer", note_offer)
    memory = Memory(tmp_path / "remembered.json")
    first = ReaderApp(articles=versions.articles[:2], memory=memory, opening="folder")
    async with open_app(first) as reader:
        await reader.press("j")
    second = ReaderApp(articles=versions.articles, memory=memory, opening="folder")
    async with open_app(second) as reader:
        for _ in range(200):
            await reader.pilot.pause(0.1)
            if offers:
                break
        assert len(offers) == 1
        assert "Since the last time: 1 new [3]" in reader.text()[-1]
        await reader.press("j")
        assert "[1] and [3] are versions of one text" in reader.text()[-1]
        await reader.press("j")
        assert "versions of one text" not in reader.text()[-1]


async def test_without_versions_v_says_so(open_reader):
    async with open_reader((120, 40)) as reader:
        await show(reader)
        assert "No two of these articles are versions of one text." in reader.text()[-1]
