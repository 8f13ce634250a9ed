"""The screen of headlines (`H`): its content, its keys, and where Enter leads."""

from __future__ import annotations

import pytest

from reader import compare, open_articles
from reader.app.headlines.headline_screen import HeadlineScreen
from tests.screens.rest import rest


@pytest.fixture(scope="module")
def coverage():
    return compare(open_articles([]))


async def open_headlines(reader, *keys: str) -> HeadlineScreen:
    await reader.press("H")
    await rest(reader.pilot)
    await reader.press(*keys)
    screen = reader.app.screen
    assert isinstance(screen, HeadlineScreen)
    return screen


def lines_of(screen) -> list[str]:
    painted = (screen.view.title, screen.view.rows, screen.view.keys)
    return ["".join(text for text, _ in line) for widget in painted for line in widget.shown]


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 50)])
async def test_the_screen_fits_and_selects_the_article_one_reads(
    make_app, open_app, coverage, size
):
    async with open_app(make_app(coverage.articles, coverage), size) as reader:
        article = reader.app.screen.state.place.article
        screen = await open_headlines(reader)
        assert screen.state.selected.position == article
        assert "Headlines" in lines_of(screen)[0]
        assert all(len(line) <= size[0] for line in lines_of(screen))


async def test_articles_are_side_by_side_with_their_own_words(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await open_headlines(reader, "3")
        heads = next(line for line in lines_of(screen) if "[3]" in line)
        assert "[2]" in heads
        shown = "\n".join(lines_of(screen))
        assert "⟦businesses⟧" in shown
        assert "4 opens with it too" in shown
        assert "first in" not in shown
        assert "⟦ ⟧ in this headline only" in shown
        await reader.press("l", "l")
        assert "2 articles to the left" in "\n".join(lines_of(screen))
        await reader.press("l")
        assert "The last article." in lines_of(screen)[-1]


async def test_articles_are_called_as_everywhere_else(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (80, 24)) as reader:
        screen = await open_headlines(reader, "1")
        (head,) = [line for line in lines_of(screen) if "[1]" in line][:1]
        article = coverage.articles[0]
        assert article.is_called_by_heading
        assert article.label in head
        assert article.name not in head


async def test_enter_reads_the_first_paragraph(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (80, 24)) as reader:
        await open_headlines(reader, "4")
        await reader.press("enter")
        assert reader.reading == (4, 9)


async def test_a_filter_lists_some_and_escape_all(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await open_headlines(reader, "slash", *"jeopardise", "enter")
        assert "1 of 5 with “jeopardise”" in lines_of(screen)[0]
        await reader.press("1")
        assert "[1] is not listed: Esc lists all." in lines_of(screen)[-1]
        await reader.press("escape")
        assert "5 articles" in lines_of(screen)[0]


async def test_a_click_selects_and_reads(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await open_headlines(reader, "1")
        await reader.pilot.click("#rows", offset=(60, 3))
        assert screen.state.selected.position == 1
        await reader.pilot.click("#rows", offset=(60, 3))
        assert reader.reading == (2, 1)


async def test_the_first_paragraph_is_copied_with_citation(make_app, open_app, coverage):
    async with open_app(make_app(coverage.articles, coverage), (120, 40)) as reader:
        screen = await open_headlines(reader, "4")
        text, what = screen.cite()
        assert "Blinken meets top Shanghai official" in text
        assert what == "the first paragraph of [4] with citation"
