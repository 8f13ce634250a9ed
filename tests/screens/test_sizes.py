"""The reading screen at every size, through changes of size, in every kind of colour."""

from __future__ import annotations

import random

import pytest
from rich.cells import cell_len

from reader.app.ladder.quote_ladders import QuoteLadders
from reader.app.reading.screen_layout import SMALLEST_COLUMNS, SMALLEST_ROWS
from reader.app.widgets.line_painter import gutter_width
from reader.articles import Place
from tests.screens.rest import rest

SIZES = [
    (1, 1), (10, 3), (24, 8), (40, 15), (60, 20), (79, 24), (80, 24), (120, 40), (200, 50),
    (240, 70), (5, 60), (239, 4), (23, 70),
]  # fmt: skip
WITH_QUOTE = Place(3, 11)
"""A paragraph whose quote others carry."""


def is_readable(size: tuple[int, int]) -> bool:
    return size[0] >= SMALLEST_COLUMNS and size[1] >= SMALLEST_ROWS


async def resized(reader, size: tuple[int, int]) -> None:
    await reader.pilot.resize_terminal(*size)
    await reader.pilot.pause()
    await reader.pilot.pause()


def assert_everything_in_its_place(reader, size: tuple[int, int]) -> None:
    columns, rows = size
    screen = reader.text()
    assert len(screen) == rows
    assert all(cell_len(row) == columns for row in screen)
    if not is_readable(size):
        return
    assert " reader" in screen[0] or "follow" in screen[0], "the title bar is the first row"
    assert screen[-1].strip(), "the keys are the last row"
    why = [y for y, row in enumerate(screen) if "why ·" in row]
    assert why, "the drawer is below the articles"
    assert why[-1] >= rows // 2
    marks = [f"[{article}]" for article in reader.shown]
    assert all(mark in screen[1] for mark in marks), "the headers are below the title bar"


def assert_panes_are_set(reader) -> None:
    """What a pane shows of a paragraph is what the paragraph says, and nothing between is lost."""
    for position, pane in reader.screen.shown_panes.items():
        text = ""
        article = reader.screen.state.articles[position]
        words = [" ".join(paragraph.text.split()) for paragraph in article.paragraphs]
        gutter = gutter_width(len(words), len(reader.screen.state.articles))
        for y in range(pane.size.height):
            text += pane.render_line(y).text[gutter:-1].strip() + " "
        whole = " ".join(" ".join(words).split())
        assert "".join(text.split()) in "".join(whole.split()), text


def assert_level(reader) -> None:
    """The matches begin on the row of the reading paragraph."""
    state = reader.screen.state
    row = state.view.row_of(state.view.reading, state.height)
    assert row is not None
    assert 0 <= row < state.height
    for article in state.visible:
        if article != state.layout.focus and (
            links := state.visible_links.links_to(state.place, article)
        ):
            there = state.views[article].row_of(links[0].there.place.paragraph, state.height)
            assert there == row


@pytest.mark.parametrize("size", [(1, 1), (24, 8), (40, 15), (79, 24)], ids=str)
async def test_the_program_starts_at_any_size(open_reader, size):
    async with open_reader(size) as reader:
        assert_everything_in_its_place(reader, size)
        await reader.press("j", "k", "l", "2", "slash", "escape", "G", "g", "z", "p")
        assert len(reader.text()) == size[1]
        assert reader.app.is_running


async def test_every_size_shows_its_parts_in_their_places(open_reader):
    async with open_reader((120, 40)) as reader:
        place = reader.reading
        for size in [*SIZES, *reversed(SIZES)]:
            await resized(reader, size)
            assert_everything_in_its_place(reader, size)
            assert reader.reading == place, "the reading place stays"
            if is_readable(size):
                assert_panes_are_set(reader)
                assert_level(reader)


async def test_a_storm_of_sizes_ends_as_the_last_size_would(open_reader):
    numbers = random.Random(2026)
    async with open_reader((200, 50)) as reader:
        await reader.press("j", "j", "j")
        place = reader.reading
        for _ in range(12):
            await reader.pilot.resize_terminal(numbers.randint(1, 240), numbers.randint(1, 70))
        await resized(reader, (200, 50))
        assert reader.reading == place
        assert reader.shown == [1, 2, 3, 4, 5]
        assert_everything_in_its_place(reader, (200, 50))
        assert_panes_are_set(reader)
        assert_level(reader)


async def test_keys_between_changes_of_size_do_no_harm(open_reader):
    numbers = random.Random(7)
    keys = ["j", "k", "G", "g", "space", "b", "l", "h", "z", "w", "p", "minus", "equals_sign"]
    async with open_reader((120, 40)) as reader:
        for _ in range(12):
            await reader.pilot.resize_terminal(numbers.randint(1, 240), numbers.randint(1, 70))
            await reader.pilot.press(numbers.choice(keys))
        await resized(reader, (160, 45))
        assert reader.app.is_running
        assert_panes_are_set(reader)
        assert_level(reader)


async def test_whatever_is_open_survives_small_sizes(open_reader):
    async with open_reader((120, 40)) as reader:
        for opened in ("question_mark", "enter", "ctrl+p", "slash"):
            await reader.press(opened)
            for size in ((24, 8), (1, 1), (120, 40)):
                await reader.pilot.resize_terminal(*size)
                await reader.pilot.pause()
                assert all(cell_len(row) == size[0] for row in reader.text()), opened
            await reader.press("escape")
            assert len(reader.app.screen_stack) == 1
        assert_panes_are_set(reader)


@pytest.mark.parametrize(
    "opened",
    [
        ("i",), ("question_mark",), ("W",), ("D",), ("t",), ("plus",), ("ctrl+p",), ("Q",), ("c",),
        ("c", "question_mark"),
    ],
    ids="-".join,
)  # fmt: skip
async def test_sizes_below_whatever_is_open_leave_no_row_of_an_old_width(
    open_reader, seeds_quotes, opened
):
    async with open_reader((80, 24)) as reader:
        screen = reader.screen
        screen.parts.coverage_screens.quotes.use_quotes(
            QuoteLadders(screen.state.articles, seeds_quotes)
        )
        screen.state.go_to(WITH_QUOTE)
        await reader.press("w", "w", *opened)
        assert len(reader.app.screen_stack) == 1 + len(opened)
        for size in ((30, 10), (40, 15)):
            await resized(reader, size)
        while len(reader.app.screen_stack) > 1:
            await reader.press("escape")
        for _ in range(2):
            assert all(cell_len(row) == 40 for row in reader.text())
            assert_panes_are_set(reader)
            await reader.press("j")


async def test_what_is_read_stays_on_the_screen_when_lines_get_shorter_and_longer(open_reader):
    async with open_reader((80, 24)) as reader:
        for place in (Place(0, 7), Place(1, 6), Place(3, 11)):
            reader.screen.state.go_to(place)
            await reader.press("w", "w", "w")
            for size in ((30, 10), (40, 15), (200, 12), (24, 8), (80, 24)):
                await resized(reader, size)
                assert reader.screen.state.place == place
                assert_level(reader)


async def test_a_window_too_small_says_so_and_comes_back(open_reader):
    async with open_reader((120, 40)) as reader:
        before = reader.reading
        await resized(reader, (23, 7))
        assert "Make this window" in reader.text()[0]
        await resized(reader, (120, 40))
        assert reader.reading == before
        assert "Make this window" not in reader.text()[0]


async def test_without_colour_everything_is_grey_and_readable(open_reader, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader((120, 40)) as reader:
        assert reader.app.no_color
        assert_everything_in_its_place(reader, (120, 40))
        assert_level(reader)
        await reader.press("t")
        page = "\n".join(reader.text())
        assert "reader-dark" in page
        assert "ansi-" not in page, "the terminal's colours come out black on black"


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_the_colours_of_the_terminal_leave_signs_and_words(open_reader, theme):
    async with open_reader((120, 40)) as reader:
        before = reader.text()
        reader.app.theme = theme
        await reader.pilot.pause()
        assert reader.text() == before, "only colours change"
        await reader.press("j", "slash", *"fentanyl", "enter")
        assert_panes_are_set(reader)
        for strip in reader.strips():
            for segment in strip:
                style = segment.style
                if segment.text.strip() and style and style.color and not style.color.is_default:
                    assert style.color != style.bgcolor, segment.text


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("plus", "can be"),
        ("question_mark", "Next"),
        ("i", "Title"),
        ("s", "-in-shanghai.md"),
        ("e", "“I think it’s"),
        ("t", "reader-dark"),
    ],
)
async def test_dialogs_can_be_read_in_the_smallest_window(open_reader, key, words):
    async with open_reader((20, 8)) as reader:
        await reader.press(key)
        await rest(reader.pilot)
        assert words in "\n".join(reader.text())


async def test_explanations_of_keys_go_on_below_where_they_began(open_reader):
    async with open_reader((80, 24)) as reader:
        await reader.press("question_mark")
        await rest(reader.pilot)
        row = reader.row_of("Go to a paragraph by its number")
        begun = reader.text()[row].index("Go to a paragraph")
        assert reader.text()[row + 1].index("command by its name") == begun
    async with open_reader((40, 15)) as reader:
        await reader.press("question_mark")
        await rest(reader.pilot)
        row = reader.row_of("Next paragraph; a long one")
        begun = reader.text()[row].index("Next")
        assert reader.text()[row + 1].index("scrolls first") == begun


async def test_that_text_can_be_pasted_is_said_in_a_narrow_window(open_reader):
    async with open_reader((40, 15)) as reader:
        await reader.press("plus")
        assert "Text can be pasted" in "\n".join(reader.text())


async def test_what_the_signs_of_headlines_mean_is_not_cut(open_reader):
    async with open_reader((60, 20)) as reader:
        await reader.press("H")
        await rest(reader.pilot)
        assert "in this headline only; below: where the others have it" in "\n".join(reader.text())
