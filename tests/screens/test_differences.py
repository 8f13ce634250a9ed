"""The list of differences (`D`): what stands in it, and where Enter leads."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare

FERRY = """Ferry aground off Velmont

The ferry Amelie ran aground off Velmont with 212 passengers on board on Tuesday morning.

The company will pay for the repair of the hull and of the rudder, its director Ines Kolbe said.
"""


def open_both(make_app, other: str):
    articles = [article_from_text(FERRY, name="one"), article_from_text(other, name="two")]
    coverage = compare(articles)
    return make_app(coverage.articles, coverage)


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 50)])
async def test_the_list_has_what_differs_and_enter_goes_there(make_app, open_app, size):
    app = open_both(make_app, FERRY.replace("212", "221").replace("will pay", "will not pay"))
    async with open_app(app, size) as reader:
        await reader.press("D")
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        shown = "\n".join(reader.text())
        assert "Differences: 2 of facts" in shown
        assert "▲ number" in shown
        assert "[212]" in shown
        assert "[221]" in shown
        await reader.press("j", "enter")
        assert reader.reading == (1, 3)
        assert "which is right" in "".join(reader.text())
        await reader.press("D")
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        await reader.press("enter")
        assert reader.reading == (1, 3), "the list opens again at the entry chosen last"


async def test_a_message_says_that_nothing_differs(make_app, open_app):
    async with open_app(open_both(make_app, FERRY)) as reader:
        await reader.press("D")
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert "No difference found" in "".join(reader.text())
        assert len(reader.app.screen_stack) == 1


async def test_escape_stops_the_search_or_closes_the_list(make_app, open_app):
    async with open_app(open_both(make_app, FERRY.replace("212", "221"))) as reader:
        await reader.press("D", "escape")
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert len(reader.app.screen_stack) == 1
        assert "Differences:" not in "".join(reader.text())


async def test_with_one_article_a_message_says_why_there_is_nothing(make_app, open_app):
    coverage = compare([article_from_text(FERRY, name="one")])
    async with open_app(make_app(coverage.articles, coverage)) as reader:
        await reader.press("D")
        assert "only one article" in "".join(reader.text())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_drawer_names_the_difference_of_the_paragraph_read(make_app, open_app, size):
    app = open_both(make_app, FERRY.replace("212", "221"))
    async with open_app(app, size) as reader:
        await reader.press(":", "2", "enter")
        for _ in range(200):
            if "212 / 221" in "".join(reader.text()):
                break
            await reader.pilot.pause(0.1)
        row = reader.text()[reader.row_of("212 / 221")]
        assert "▲" in row
        assert "D lists" in row
        await reader.press("j")
        assert "212 / 221" not in "".join(reader.text())
