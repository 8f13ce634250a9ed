"""Every key of the people screen, pressed as a user would, at four sizes."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest
from textual import events

from reader.app.ladder.ladder_screen import LadderScreen
from reader.app.people.listed_people import PeopleOrder
from reader.app.people.people_keys import PEOPLE_KEYS
from reader.app.people.people_screen import PeopleScreen
from reader.articles import Place
from tests.screens.rest import rest

SIZES = [(200, 50), (120, 40), (80, 24), (40, 15)]
START = Place(0, 2)
"""¶3 of the first article, where Blinken is quoted."""


async def settle(reader):
    await rest(reader.pilot)
    await reader.pilot.pause()


@pytest.fixture
def open_people(open_reader):
    """`async with open_people(size) as reader:` the people screen at a quoted person."""

    @asynccontextmanager
    async def opened(size=(120, 40), place=START):
        async with open_reader(size) as reader:
            reader.screen.state.go_to(place)
            await reader.pilot.press("P")
            await settle(reader)
            assert isinstance(reader.app.screen, PeopleScreen)
            yield reader

    return opened


def state_of(reader):
    return reader.app.screen.state


def selected(reader):
    """The name of who is selected, and the number of the selected article."""
    return state_of(reader).row.name, state_of(reader).article + 1


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_at_whoever_is_heard_in_the_paragraph(open_people, size):
    async with open_people(size) as reader:
        assert selected(reader) == ("Antony Blinken", 1)
        rows = reader.text()
        assert all(len(row) <= size[0] for row in rows)
        assert "▶1" in rows[1]
        assert any(row.startswith("▶ Antony Bl") for row in rows)


async def test_it_opens_again_as_it_was_left(open_people):
    async with open_people() as reader:
        await reader.press("S", "q")
        reader.screen.state.go_to(Place(3, 20))
        await reader.press("P")
        assert selected(reader) == ("China Daily", 4)
        assert state_of(reader).order is PeopleOrder.NAME


async def test_j_and_k_go_through_the_people(open_people):
    async with open_people() as reader:
        await reader.press("j", "down", "k")
        assert selected(reader)[0] == "Chen Jining"
        await reader.press("g", "k")
        assert selected(reader)[0] == "Antony Blinken"
        assert "The first person." in reader.text()[-1]
        await reader.press("G", "j")
        assert "The last person." in reader.text()[-1]


async def test_l_h_and_numbers_go_through_the_articles(open_people):
    async with open_people() as reader:
        await reader.press("l", "l", "h")
        assert selected(reader)[1] == 2
        await reader.press("5", "l")
        assert "The last article." in reader.text()[-1]
        await reader.press("apostrophe", "3")
        assert selected(reader)[1] == 3
        await reader.press("9")
        assert "There is no article 9." in reader.text()[-1]


async def test_enter_reads_what_is_said_first(open_people):
    async with open_people() as reader:
        await reader.press("3")
        place = state_of(reader).cell.first_spoken.place
        await reader.press("enter")
        assert not isinstance(reader.app.screen, PeopleScreen)
        assert reader.app.screen.state.place == place


async def test_enter_says_where_nobody_is_named(open_people):
    async with open_people() as reader:
        await reader.press("g", "j", "3")
        assert selected(reader) == ("Chen Jining", 3)
        await reader.press("enter")
        assert "[3] does not name this person" in reader.text()[-1]


async def test_c_opens_the_ladder_of_a_quote_and_escape_leads_back(open_people):
    async with open_people() as reader:
        await reader.press("4", "c")
        await settle(reader)
        assert isinstance(reader.app.screen, LadderScreen)
        await reader.press("q")
        assert isinstance(reader.app.screen, PeopleScreen)


async def test_c_says_where_nothing_is_quoted(open_people):
    async with open_people() as reader:
        await reader.press("slash", *"xi jinping", "enter", "c")
        assert "Nothing of this person is quoted." in reader.text()[-1]


async def test_o_folds_those_in_one_article(open_people):
    async with open_people() as reader:
        before = len(state_of(reader).rows)
        await reader.press("o")
        assert "in one article only: left out." in reader.text()[-1]
        assert len(state_of(reader).rows) < before
        await reader.press("o")
        assert len(state_of(reader).rows) == before


async def test_the_order_is_said(open_people):
    async with open_people() as reader:
        await reader.press("S")
        assert "Order: by name." in reader.text()[-1]
        await reader.press("S")
        assert "Order: one article only first." in reader.text()[-1]
        await reader.press("S")
        assert "Order: most words first." in reader.text()[-1]


async def test_a_filter_is_cleared_by_escape(open_people):
    async with open_people() as reader:
        await reader.press("slash", *"minister", "enter")
        assert "with this: Esc lists all." in reader.text()[-1]
        assert selected(reader)[0] in ("Wang Yi", "Sergei Lavrov", "Wang Wenbin")
        await reader.press("slash", *"nobody", "enter")
        assert "No person matches “nobody”." in reader.text()[-1]
        await reader.press("escape")
        assert state_of(reader).filter == ""
        await reader.press("escape")
        assert not isinstance(reader.app.screen, PeopleScreen)


async def test_a_paragraph_of_the_article_is_read_by_its_number(open_people):
    async with open_people() as reader:
        await reader.press("2", "colon", "7", "enter")
        assert reader.app.screen.state.place == Place(1, 6)


async def test_a_copy_has_the_words_and_sources(open_people):
    async with open_people() as reader:
        await reader.press("y")
        await settle(reader)
        assert "this person in 5 articles with citations" in reader.text()[-1]
        copied = reader.app.clipboard
    assert copied.startswith("Antony Blinken\n")
    assert "direct 3× 105 words" in copied
    assert "seeds/000" in copied


async def test_a_click_selects_and_a_second_one_reads(open_people):
    async with open_people() as reader:
        rows = reader.text()
        row = next(at for at, text in enumerate(rows) if "Chen Jining" in text)
        column = rows[1].index("4 ")
        await reader.pilot.click(offset=(column, row))
        assert selected(reader) == ("Chen Jining", 4)
        await reader.pilot.click(offset=(column, row))
        assert not isinstance(reader.app.screen, PeopleScreen)


async def test_the_wheel_scrolls(open_people):
    async with open_people((80, 24)) as reader:
        screen = reader.app.screen
        event = events.MouseScrollDown(
            screen, x=5, y=5, delta_x=0, delta_y=1, button=0, shift=False, meta=False, ctrl=False
        )
        screen.post_message(event)
        await reader.pilot.pause()
        assert state_of(reader).top == 3


async def test_the_palette_and_the_help_have_its_commands(open_people):
    async with open_people() as reader:
        await reader.press("question_mark")
        assert "Keys of the people" in "\n".join(reader.text())
        await reader.press("escape")
        await reader.press("ctrl+p", *"one article")
        await settle(reader)
        assert "Leave out those whom one article alone names" in "\n".join(reader.text())


async def test_every_size_survives(open_people):
    async with open_people() as reader:
        widest = []
        for size in ((1, 1), (20, 5), (24, 8), (39, 9), (60, 20), (300, 80)):
            await reader.pilot.resize_terminal(*size)
            await reader.press("j")
            widest.append(max(map(len, reader.text())) - size[0])
        assert max(widest) <= 0


def test_every_key_has_a_command(make_app, seeds, seeds_coverage):
    names = [str(binding.id).partition(".")[2] for binding in PEOPLE_KEYS]
    assert len(names) == len(set(names))
    assert {"open", "compare", "only-one", "order", "search", "copy", "report", "people"} <= {
        *names
    }
