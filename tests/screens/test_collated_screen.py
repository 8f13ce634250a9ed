"""The screen of the collated story (`C`): its content, its keys, and where Enter leads."""

from __future__ import annotations

import pytest

from reader import compare, open_articles
from reader.app.collated.collated_screen import CollatedScreen
from reader.app.differences.difference_screen import DifferenceScreen
from reader.app.headlines.headline_screen import HeadlineScreen
from reader.app.ladder.ladder_screen import LadderScreen
from reader.app.matrix.matrix_screen import MatrixScreen
from reader.app.people.people_screen import PeopleScreen
from tests.screens.rest import rest

QUOTED = "underscore the value"


@pytest.fixture(scope="module")
def coverage():
    return compare(open_articles([]))


async def open_story(reader, *keys: str) -> CollatedScreen:
    await reader.press("C")
    await rest(reader.pilot)
    await reader.press(*keys)
    screen = reader.app.screen
    assert isinstance(screen, CollatedScreen)
    return screen


async def select_quote(reader) -> CollatedScreen:
    """Open the story and select the moment whose quotation four articles have."""
    screen = await open_story(reader, "g")
    while QUOTED not in screen.state.selected.shown[0].text:
        await reader.press("]")
    return screen


def lines_of(screen) -> list[str]:
    painted = (screen.view.title, screen.view.rows, screen.view.keys)
    return ["".join(text for text, _ in line) for widget in painted for line in widget.shown]


def barred(screen) -> str:
    return "\n".join(line for line in lines_of(screen) if line.startswith("▌"))


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 50)])
async def test_the_screen_opens_where_one_reads_and_fits(make_app, open_app, coverage, size):
    async with open_app(make_app(coverage.articles, coverage), size) as reader:
        place = reader.app.screen.state.place
        screen = await open_story(reader)
        assert any(passage.place == place for passage in screen.state.selected.passages())
        assert "One story" in lines_of(screen)[0]
        assert all(len(line) <= size[0] for line in lines_of(screen))
        assert barred(screen)


async def test_enter_shows_all_versions_then_reads_in_the_article(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 50)) as reader:
        screen = await select_quote(reader)
        await reader.press("enter")
        assert "4 ¶12" in barred(screen)
        assert "⟦+" in barred(screen)
        assert "Esc closes" in lines_of(screen)[-1]
        await reader.press("escape")
        assert "⟦+" not in barred(screen)
        await reader.press("4", "enter", "enter")
        assert reader.reading == (4, 12)
        screen = await open_story(reader)
        assert QUOTED in screen.state.selected.shown[0].text


async def test_a_number_shows_the_words_of_that_article(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await select_quote(reader)
        assert "⟦of sustained" in barred(screen)
        await reader.press("5")
        assert "said in a statement to the press" in " ".join(barred(screen).split())
        assert "the words of 5; fullest in 1" in "\n".join(lines_of(screen))
        await reader.press("3")
        assert "[3] perhaps has this in other words" in lines_of(screen)[-1]
        await reader.press("h")
        assert screen.state.article == 3
        await reader.press("escape")
        assert screen.state.article is None
        await reader.press("h")
        assert "The first article that has this moment." in lines_of(screen)[-1]


async def test_what_is_in_one_article_is_folded_and_walked(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await open_story(reader, "g", "o")
        assert "5 only here, 27 perhaps: folded." in lines_of(screen)[-1]
        assert any("1 perhaps only here: 2 ¶2" in line for line in lines_of(screen))
        await reader.press("}")
        assert screen.state.selected.is_in_one_article
        await reader.press("]")
        assert not screen.state.selected.is_in_one_article
        await reader.press("{")
        assert screen.state.selected.is_in_one_article
        await reader.press("g", "[")
        assert "No moment that several tell above." in lines_of(screen)[-1]


async def test_the_order_and_the_filter_are_in_the_title(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await open_story(reader, "g", "S", "S")
        assert "Order: that of [2]." in lines_of(screen)[-1]
        assert "order: that of [2]" in lines_of(screen)[0]
        await reader.press("slash", *"tiktok", "enter")
        assert "1 of 47 moments with “tiktok”" in lines_of(screen)[0]
        await reader.press("escape")
        assert "44 moments and 3 parts, each once" in lines_of(screen)[0]


async def test_other_screens_open_from_the_moment(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        await select_quote(reader)
        await reader.press("c")
        await rest(reader.pilot)
        assert isinstance(reader.app.screen, LadderScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, CollatedScreen)
        await reader.press("D")
        await rest(reader.pilot)
        assert isinstance(reader.app.screen, DifferenceScreen)
        await reader.press("escape", "escape")
        assert reader.reading is not None


async def test_a_note_is_written_on_the_paragraph_shown(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await select_quote(reader)
        await reader.press("e", *"look", "ctrl+s")
        await rest(reader.pilot)
        assert reader.app.screen is screen
        assert "Note on [1] ¶3 saved" in lines_of(screen)[-1]


async def test_the_words_are_copied_with_citation_and_versions(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await select_quote(reader)
        text, what = screen.cite()
        assert text.startswith("“I think it’s important")
        assert "[4] ¶12 quotes 3 cut inside without a sign" in text
        assert "[1]" in what


async def test_a_click_selects_a_moment_and_opens_it(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await open_story(reader, "g")
        rows = screen.page.rows
        second = screen.state.listed[1]
        row = next(at for at, entry in enumerate(rows) if entry is second)
        await reader.pilot.click("#rows", offset=(20, row))
        assert screen.state.selected is second
        await reader.press("k")
        await reader.pilot.click("#rows", offset=(20, 3))
        assert screen.state.is_open


async def test_one_article_needs_another_to_collate(make_app, open_app, coverage):
    alone = compare(coverage.articles[:1])
    async with open_app(make_app(alone.articles, alone), (80, 24)) as reader:
        await reader.press("C")
        await reader.pilot.pause()
        assert not isinstance(reader.app.screen, CollatedScreen)


@pytest.mark.parametrize("first", ["C", "H", "P", "m"])
async def test_the_screens_of_a_whole_story_open_each_other(make_app, open_app, coverage, first):
    screens = {"C": CollatedScreen, "H": HeadlineScreen, "P": PeopleScreen, "m": MatrixScreen}

    async def press(key: str) -> None:
        await reader.press(key)
        await rest(reader.pilot)

    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        for key in screens:
            await press(first)
            assert isinstance(reader.app.screen, screens[first])
            await press(key)
            assert isinstance(reader.app.screen, screens[key])
        await reader.press("V")
        await rest(reader.pilot)
        assert "No two of these articles are versions" in lines_of(reader.app.screen)[-1]
