"""Settings and what is remembered, on the screen."""

from __future__ import annotations

import pytest
from textual.filter import ANSIToTruecolor

from reader.app.app import ReaderApp
from reader.articles import Clean
from reader.settings import Memory, Remembered, Settings
from reader.sources import article_from_text, open_articles
from tests.screens.rest import rest


async def test_the_reader_opens_where_it_was_left(
    seeds, seeds_coverage, make_app, open_app, tmp_path
):
    memory = Memory(tmp_path / "remembered.json")
    async with open_app(make_app(seeds, seeds_coverage, memory=memory)) as reader:
        await reader.press("4", "colon", "9", "enter", "w", "f", "right_parenthesis")
    async with open_app(make_app(seeds, seeds_coverage, memory=memory)) as reader:
        assert reader.reading == (4, 9)
        state = reader.screen.state
        assert not state.is_following
        assert state.options.why.value == "whole"
        assert state.visible_links.floor == pytest.approx(0.35)
        assert "New since" not in reader.text()[-1]
    async with open_app(make_app(seeds, seeds_coverage, memory=memory, at=(2, 3))) as reader:
        assert reader.reading == (2, 3), "what is asked for comes first"


async def test_articles_that_are_new_are_named(seeds, make_app, open_app, tmp_path):
    memory = Memory(tmp_path / "remembered.json")
    async with open_app(ReaderApp(articles=seeds[:2], memory=memory)) as reader:
        await reader.press("j")
        place = reader.reading
    async with open_app(ReaderApp(articles=seeds[:3], memory=memory)) as reader:
        assert "New since the last time: [3]" in reader.text()[-1]
        assert reader.reading == place


async def test_nothing_is_kept_where_the_user_said_so(
    seeds, seeds_coverage, make_app, open_app, tmp_path
):
    memory = Memory(tmp_path / "remembered.json")
    memory.write(Remembered(theme="reader-light"))
    settings = Settings(keep_places=False)
    app = make_app(seeds, seeds_coverage, memory=memory, settings=settings)
    async with open_app(app) as reader:
        assert reader.app.theme == "reader-dark"
        await reader.press("j")
    assert memory.read() == Remembered(theme="reader-light")


async def test_settings_come_before_what_is_remembered(
    seeds, seeds_coverage, make_app, open_app, tmp_path
):
    memory = Memory(tmp_path / "remembered.json")
    memory.write(Remembered(theme="reader-light", follow=True, threshold=0.8))
    settings = Settings(theme="reader-contrast", follow=False, threshold=0.5, panes=1, ascii=True)
    app = make_app(seeds, seeds_coverage, memory=memory, settings=settings)
    async with open_app(app) as reader:
        assert reader.app.theme == "reader-contrast"
        assert "follow OFF" in reader.text()[0]
        assert "links >= .50" in reader.text()[0]
        assert len(reader.shown) == 1


@pytest.mark.parametrize(("theme", "is_native"), [("ansi-dark", True), ("reader-dark", False)])
async def test_the_terminals_own_colours_are_sent_from_the_first_frame_on(
    seeds, seeds_coverage, make_app, open_app, theme, is_native
):
    app = make_app(seeds, seeds_coverage, settings=Settings(theme=theme))
    assert _turns_ansi_colours(app) is not is_native
    async with open_app(app) as reader:
        assert _turns_ansi_colours(reader.app) is not is_native


def _turns_ansi_colours(app) -> bool:
    return any(isinstance(each, ANSIToTruecolor) for each in app.get_line_filters())


async def test_a_theme_that_there_is_not_is_said(seeds, seeds_coverage, make_app, open_app):
    app = make_app(seeds, seeds_coverage, settings=Settings(theme="sepia"))
    async with open_app(app) as reader:
        assert "there is no theme sepia" in reader.text()[-1]
        assert reader.app.theme == "reader-dark"


async def test_r_reads_the_sources_again(open_app, tmp_path):
    first, second = tmp_path / "herald.txt", tmp_path / "courier.txt"
    first.write_text("The harbour bridge reopened on Monday.\n\nNobody was hurt.\n")
    second.write_text("The harbour bridge opened again on Monday.\n")
    names = [str(first), str(second)]
    app = ReaderApp(articles=open_articles(names), reopen=lambda: (open_articles(names), ()))
    async with open_app(app) as reader:
        await reader.press("r")
        await rest(reader.pilot)
        assert "Nothing has changed" in reader.text()[-1]
        await reader.press("j")
        first.write_text("The harbour bridge reopened on Monday.\n\nTwelve people were hurt.\n")
        await reader.press("r")
        await rest(reader.pilot)
        assert "herald: 1 ¶ new or changed" in reader.text()[-1]
        assert reader.reading == (1, 2)
        assert "Twelve people" in "\n".join(reader.text())
        await reader.press("U")
        assert "Nobody was hurt" in "\n".join(reader.text())


async def test_articles_without_a_source_say_so(open_app):
    articles = [article_from_text(f"A ferry sank. {n}", name=Clean(f"n{n}")) for n in range(2)]
    async with open_app(ReaderApp(articles=articles)) as reader:
        await reader.press("r")
        assert "cannot be read again" in reader.text()[-1]


async def test_a_folder_opened_again_says_what_is_new_and_marks_it(
    seeds, make_app, open_app, tmp_path
):
    memory = Memory(tmp_path / "remembered.json")
    async with open_app(ReaderApp(articles=seeds[:2], memory=memory, opening="folder")) as reader:
        await reader.press("j")
    async with open_app(ReaderApp(articles=seeds[1:4], memory=memory, opening="folder")) as reader:
        assert "Since the last time: 2 new [2] and [3]; 1 gone: " in reader.text()[-1]
        assert " new " in "\n".join(reader.text()[:4])


async def test_what_another_reader_remembers_meanwhile_is_kept(
    seeds, seeds_coverage, make_app, open_app, tmp_path
):
    memory = Memory(tmp_path / "remembered.json")
    async with open_app(make_app(seeds, seeds_coverage, memory=memory)) as reader:
        memory.write(Remembered(places={"of the mill": 12}))
        await reader.press("j")
    places = memory.read().places
    assert places["of the mill"] == 12
    assert len(places) == len(seeds) + 1
