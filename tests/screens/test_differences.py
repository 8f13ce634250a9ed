"""The screen of differences (`D`): its content, its keys, and where Enter leads."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare
from reader.app.differences.difference_screen import DifferenceScreen
from tests.screens.rest import rest

FERRY = """Ferry aground off Velmont

The ferry Amelie ran aground off Velmont with 212 passengers on board on Tuesday morning.

The company will pay for the repair of the hull and of the rudder, its director Ines Kolbe said.

The coast guard plans to tow the ship from the sandbank to the yard of Velmont at high tide.
"""
OTHER = FERRY.replace("212", "221").replace("will pay", "will not pay").replace("sandbank", "reef")


def open_both(make_app, *others: str):
    articles = [article_from_text(text, name=f"n{at}") for at, text in enumerate((FERRY, *others))]
    coverage = compare(articles)
    return make_app(coverage.articles, coverage)


async def open_list(reader, *keys: str) -> DifferenceScreen:
    await reader.press("D")
    await rest(reader.pilot)
    await reader.press(*keys)
    screen = reader.app.screen
    assert isinstance(screen, DifferenceScreen)
    return screen


def lines_of(screen) -> list[str]:
    painted = (screen.view.title, screen.view.rows, screen.view.keys)
    return ["".join(text for text, _ in line) for widget in painted for line in widget.shown]


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 50)])
async def test_the_screen_has_what_differs_and_enter_goes_there(make_app, open_app, size):
    async with open_app(open_both(make_app, OTHER), size) as reader:
        screen = await open_list(reader)
        shown = "\n".join(lines_of(screen))
        assert "Differences" in shown
        assert "▲ number" in shown
        assert "[212]" in shown
        assert "[221]" in shown
        assert all(len(line) <= size[0] for line in lines_of(screen))
        await reader.press("j", "l", "enter")
        assert reader.reading == (2, 3)
        assert "which is right" in "".join(reader.text())
        screen = await open_list(reader)
        await reader.press("enter")
        assert reader.reading == (2, 3), "the screen opens again as it was left"


async def test_facts_come_first_and_wording_opens_when_selected(make_app, open_app):
    async with open_app(open_both(make_app, OTHER), (80, 24)) as reader:
        screen = await open_list(reader)
        assert "2 ▲ facts, 1 wording" in lines_of(screen)[0]
        assert any("sandbank / reef" in line for line in lines_of(screen))
        await reader.press("G")
        shown = "\n".join(lines_of(screen))
        assert "[sandbank]" in shown
        assert "[reef]" in shown
        assert any("differ, not wrong" in line for line in lines_of(screen))


async def test_an_article_that_has_the_moment_and_does_not_say_is_named(make_app, open_app):
    silent = FERRY.replace(" with 212 passengers on board", "")
    async with open_app(open_both(make_app, OTHER, silent), (100, 30)) as reader:
        screen = await open_list(reader)
        assert any("[3] has this and does not say" in line for line in lines_of(screen))
        await reader.press("3")
        assert "[3] has this and does not say." in lines_of(screen)[-1]


async def test_the_order_and_the_filter(make_app, open_app):
    async with open_app(open_both(make_app, OTHER), (80, 24)) as reader:
        screen = await open_list(reader, "S")
        assert "Order: the story’s." in lines_of(screen)[-1]
        await reader.press("slash", *"reef", "enter")
        assert [each.kind.value for each in screen.state.listed] == ["wording"]
        await reader.press("escape")
        assert len(screen.state.listed) == 3
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1


async def test_the_copy_has_both_sentences_and_their_sources(make_app, open_app, monkeypatch):
    from reader.app.differences.difference_citation import cite_difference

    async with open_app(open_both(make_app, OTHER), (80, 24)) as reader:
        screen = await open_list(reader)
        text = cite_difference(screen.state.selected)
        assert "with [212] passengers" in text
        assert "with [221] passengers" in text
        assert "(n0)" in text
        assert "¶2" in text
        await reader.press("y")
        assert "with citations" in lines_of(screen)[-1]


async def test_keys_typed_before_the_screen_is_there_act_on_it(make_app, open_app):
    async with open_app(open_both(make_app, OTHER), (80, 24)) as reader:
        before = reader.reading
        await reader.pilot.press("D", "j", "j")
        await rest(reader.pilot)
        await reader.pilot.pause()
        screen = reader.app.screen
        assert isinstance(screen, DifferenceScreen)
        assert screen.state.index == 2
        await reader.press("escape")
        assert reader.reading == before


async def test_a_message_says_that_nothing_differs(make_app, open_app):
    async with open_app(open_both(make_app, FERRY)) as reader:
        await reader.press("D")
        await rest(reader.pilot)
        assert "No difference found" in "".join(reader.text())
        assert len(reader.app.screen_stack) == 1


async def test_a_message_says_that_no_difference_was_looked_for(make_app, open_app):
    text = (
        "Die Fähre nach der Insel lief am Dienstag auf Grund, teilte der Betreiber mit.\n\n"
        "An Bord der Fähre waren 120 Fahrgäste, und niemand wurde nach Angaben der Wache verletzt."
    )
    async with open_app(open_both(make_app, text)) as reader:
        await reader.press("D")
        await rest(reader.pilot)
        nothing = "No difference was looked for: that is done in English only"
        assert nothing in "".join(reader.text())


async def test_escape_stops_the_search_or_closes_the_screen(make_app, open_app):
    async with open_app(open_both(make_app, OTHER)) as reader:
        await reader.press("D", "escape")
        await rest(reader.pilot)
        assert len(reader.app.screen_stack) == 1


async def test_with_one_article_a_message_says_why_there_is_nothing(make_app, open_app):
    coverage = compare([article_from_text(FERRY, name="one")])
    async with open_app(make_app(coverage.articles, coverage)) as reader:
        await reader.press("D")
        assert "only one article" in "".join(reader.text())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_drawer_and_gutter_show_the_difference_of_a_paragraph(make_app, open_app, size):
    async with open_app(open_both(make_app, OTHER), size) as reader:
        await open_list(reader)
        await reader.press("escape")
        await reader.press(":", "2", "enter")
        row = reader.text()[reader.row_of("212 / 221")]
        assert "▲" in row
        assert "D lists" in row
        assert sum("▲" in line for line in reader.text()) > 1, "the gutter has the sign, too"
        await reader.press("j", "j")
        assert "212 / 221" not in "".join(reader.text())
