"""Every key of the ladder screen, pressed as a user would, at four sizes."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager

import pytest
from textual.widgets import Input

from reader.app.dialogs.closing_palette import ClosingPalette
from reader.app.ladder.ladder_keys import LADDER_KEYS
from reader.app.ladder.ladder_page import WIDE_FROM
from reader.app.ladder.ladder_screen import LadderScreen
from reader.app.ladder.ladder_state import DifferenceStyle
from reader.app.ladder.quote_ladders import QuoteLadders
from reader.app.themes.signs import ASCII
from reader.linking import Place
from reader.quote_versions import ArticleQuotes
from tests.screens.rest import rest

SIZES = [(200, 50), (120, 40), (80, 24), (40, 15)]
WIDE = [size for size in SIZES if size[0] >= WIDE_FROM]
NARROW = [size for size in SIZES if size[0] < WIDE_FROM]
FIND_UTTERANCES = "reader.quote_versions.article_quotes.ArticleQuotes.find_utterances"
ENGAGEMENT = Place(3, 11)
"""¶12 of the fourth article: “I think it’s important to underscore the value …”."""


@pytest.fixture
def open_ladder(open_reader, seeds_quotes):
    """`async with open_ladder(size) as reader:` the ladder on the quote of a paragraph."""

    @asynccontextmanager
    async def opened(size=(120, 40), place=ENGAGEMENT, key="c"):
        async with open_reader(size) as reader:
            screen = reader.screen
            screen.parts.coverage_screens.quotes.use_quotes(
                QuoteLadders(screen.state.articles, seeds_quotes)
            )
            screen.state.go_to(place)
            await reader.press(key)
            assert isinstance(reader.app.screen, LadderScreen)
            yield reader

    return opened


def state_of(reader):
    return reader.app.screen.state


def page_of(reader) -> str:
    return "\n".join(reader.text())


async def test_the_first_c_waits_for_the_quotes_and_then_opens(open_reader):
    async with open_reader((120, 40)) as reader:
        reader.screen.state.go_to(ENGAGEMENT)
        await reader.pilot.press("c")
        await rest(reader.pilot)
        await reader.pilot.pause()
        assert isinstance(reader.app.screen, LadderScreen)
        assert state_of(reader).current.article == 3


async def test_the_quotes_of_the_comparison_are_not_looked_for_again(open_reader, monkeypatch):
    def refuse(*_):
        raise AssertionError("quotes are looked for a second time")

    for name in ("find_quotes_of_texts", "find_versions"):
        monkeypatch.setattr(f"reader.quote_versions.article_quotes.{name}", refuse)
    async with open_reader((120, 40)) as reader:
        await reader.press("v", "q")
        await rest(reader.pilot)
        assert "43 marked: quotations" in reader.text()[-1]
        await reader.press("Q")
        await rest(reader.pilot)
        assert isinstance(reader.app.screen, LadderScreen)


async def test_escape_gives_up_the_search_for_quotes(open_reader, monkeypatch):
    go_on = threading.Event()

    def slow(*_):
        go_on.wait(60)
        return ()

    monkeypatch.setattr(FIND_UTTERANCES, slow)
    async with open_reader((120, 40)) as reader:
        await reader.press("Q")
        assert "finding quotes" not in reader.text()[0]
        await reader.pilot.pause(0.3)
        assert "finding quotes" in reader.text()[0]
        await reader.press("escape")
        assert "Stopped" in reader.text()[-1]
        assert "finding" not in reader.text()[0]
        go_on.set()
        await reader.pilot.pause(0.2)
        assert not isinstance(reader.app.screen, LadderScreen)


async def test_a_fault_in_the_search_is_reported_and_nothing_else_happens(open_reader, monkeypatch):
    monkeypatch.setattr(FIND_UTTERANCES, lambda *_, **__: 1 / 0)
    async with open_reader((120, 40)) as reader:
        await reader.pilot.press("Q")
        await reader.pilot.pause(0.2)
        assert "could not be compared" in reader.text()[-1]
        await reader.press("j")
        assert reader.app.is_running


async def test_a_paragraph_without_a_shared_quote_says_so(open_reader, seeds_quotes):
    async with open_reader((120, 40)) as reader:
        screen = reader.screen
        screen.parts.coverage_screens.quotes.use_quotes(
            QuoteLadders(screen.state.articles, seeds_quotes)
        )
        screen.state.go_to(Place(0, 0))
        await reader.press("c")
        assert "There is no quote in ¶1" in reader.text()[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_c_opens_the_rung_of_the_paragraph_being_read(open_ladder, size):
    async with open_ladder(size) as reader:
        assert (state_of(reader).current.article, state_of(reader).current.paragraphs) == (3, "¶12")
        page = page_of(reader)
        assert "[4] ¶12" in page
        assert "✂3 ›11" in page
        assert all(len(row) <= size[0] for row in reader.text())


@pytest.mark.parametrize("size", WIDE)
async def test_the_list_shows_the_shared_quotes_with_their_signs(open_ladder, size):
    async with open_ladder(size) as reader:
        rows = reader.text()
        for marks in ("12·45 ✂", "·2·45 =", "1·3·· ›", "··34· ="):
            assert any(marks in row for row in rows)
        page = page_of(reader)
        assert "words cut inside, no ellipsis" in page
        assert "in 4 of 5 articles · fullest here: [1] ¶3, 46 words · not in [3]" in page


@pytest.mark.parametrize("size", SIZES)
async def test_j_and_k_choose_the_quote(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("j", "down")
        assert state_of(reader).quote == 2
        await reader.press("k", "up")
        assert state_of(reader).quote == 0
        await reader.press("k")
        assert "first quote" in reader.text()[-1]
        await reader.press("G")
        assert state_of(reader).quote == len(state_of(reader).ladders.shared) - 1
        await reader.press("g")
        assert state_of(reader).quote == 0


@pytest.mark.parametrize("size", SIZES)
async def test_h_and_l_choose_the_rung(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("h")
        for forward, back in (("l", "h"), ("right", "left"), ("tab", "shift+tab")):
            await reader.press(forward)
            assert state_of(reader).rung == 1
            await reader.press(back)
            assert state_of(reader).rung == 0
        await reader.press("h")
        assert "fullest version here" in reader.text()[-1]
        await reader.press(*["l"] * (len(state_of(reader).rungs) - 1))
        assert state_of(reader).current.is_indirect
        assert "¶4 indirect" in page_of(reader)
        await reader.press("l")
        assert "slightest version" in reader.text()[-1]
        assert state_of(reader).quote == 0


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_leads_to_the_rung_of_an_article(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("5")
        assert state_of(reader).current.article == 4
        await reader.press("3")
        assert "does not have" in reader.text()[-1]
        await reader.press("9")
        assert "no article 9" in reader.text()[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_an_apostrophe_and_a_number_lead_to_an_article(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("apostrophe")
        assert "which article" in _last_lines(reader)
        await reader.press("5")
        assert state_of(reader).current.article == 4
        await reader.press("apostrophe", "3")
        assert "Article 3 does not have this quote" in _last_lines(reader)


def _last_lines(reader) -> str:
    """The last two lines as one: a message that is too long for one goes on in the next."""
    return " ".join(line.strip() for line in reader.text()[-2:])


async def test_after_an_apostrophe_only_keys_that_type_nothing_are_commands(open_ladder):
    async with open_ladder() as reader:
        await reader.press("apostrophe", "j")
        assert state_of(reader).quote == 0
        await reader.press("apostrophe", "down")
        assert state_of(reader).quote == 1
        await reader.press("apostrophe", "escape")
        assert isinstance(reader.app.screen, LadderScreen)
        assert "which article" not in reader.text()[-1]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("w", "w does nothing on this screen. Elsewhere: why passages are linked."),
        ("n", "n does nothing on this screen. Elsewhere: next hit of the search."),
        ("plus", "+ does nothing on this screen. Elsewhere: add an article."),
        ("alt+down", "Alt+Down does nothing on this screen. Elsewhere: next linked paragraph."),
        ("Q", "The list of quotes is beside the ladder."),
        ("c", "This is the ladder of this quote."),
        ("o", "Every quote is in more than one article."),
    ],
)
async def test_a_key_that_does_nothing_says_so(open_ladder, key, message):
    async with open_ladder((120, 40)) as reader:
        before = state_of(reader)
        await reader.press(key)
        assert reader.text()[-1].strip() == message
        assert state_of(reader) == before


async def test_what_cannot_be_compared_says_so(open_ladder):
    async with open_ladder((120, 40)) as reader:
        await reader.press(*["l"] * len(state_of(reader).rungs))
        assert "B base" not in reader.text()[-1]
        await reader.press("B")
        assert "cannot be the base" in reader.text()[-1]
        assert state_of(reader).base is None


async def test_a_list_alone_says_how_to_open_the_ladder(open_ladder):
    async with open_ladder((80, 24), key="Q") as reader:
        for key in ("l", "2", "apostrophe", "B", "z", "W"):
            await reader.press(key)
            assert "Enter opens the ladder" in reader.text()[-1]
        await reader.press("Q")
        assert "the list of all quotes" in reader.text()[-1]
        await reader.press("c")
        assert not state_of(reader).is_list_open


@pytest.mark.parametrize("size", SIZES)
async def test_c_shows_the_whole_ladder_again(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("z", "c")
        assert not state_of(reader).is_pair
        assert isinstance(reader.app.screen, LadderScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_colon_goes_to_a_paragraph_of_the_article(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("colon", "9", "9", "enter")
        assert "no paragraph 99" in reader.text()[-1]
        await reader.press("colon", "1", "3", "enter")
        assert reader.reading == (4, 13)


async def test_a_colon_runs_a_command_by_name(open_ladder):
    async with open_ladder() as reader:
        await reader.press("colon", *"order", "enter")
        assert "Sorted by most changed" in reader.text()[-1]
        await reader.press("colon", *"xyz", "enter")
        assert isinstance(reader.app.screen, ClosingPalette)
        assert reader.app.screen.query_one(Input).value == "xyz"
        await reader.press("escape")
        await reader.press("colon", *"ladder", "escape")
        assert state_of(reader).quote == 0
        await reader.press("j")
        assert state_of(reader).quote == 1


@pytest.mark.parametrize("size", SIZES)
async def test_capital_w_shows_differences_struck_under_each_other_or_not(open_ladder, size):
    async with open_ladder(size) as reader:
        screens = set()
        for style in (DifferenceStyle.WORD_UNDER_WORD, DifferenceStyle.OFF, DifferenceStyle.STRUCK):
            await reader.press("W")
            assert state_of(reader).style is style
            assert style.value in reader.text()[-1]
            screens.add(page_of(reader))
        assert len(screens) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_capital_b_chooses_another_base(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("B")
        assert "Compared with [4] ¶12" in reader.text()[-1]
        assert state_of(reader).base == 1
        await reader.press("B")
        assert "¶3, the fullest" in reader.text()[-1]
        assert state_of(reader).base is None


@pytest.mark.parametrize("size", SIZES)
async def test_z_sets_two_versions_alone_and_escape_leads_back(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("z")
        page = page_of(reader)
        assert "[1]" in page
        assert "[4]" in page
        assert "¶12 direct" in page
        assert "indirect" not in page
        await reader.press("l")
        assert state_of(reader).opposite.article == 4
        await reader.press("escape")
        assert isinstance(reader.app.screen, LadderScreen)
        assert not state_of(reader).is_pair


async def test_a_pair_has_its_words_level(open_ladder):
    async with open_ladder((120, 40)) as reader:
        await reader.press("z")
        row = next(row for row in reader.text() if row.count("laying out our") == 2)
        left, right = row.split("│")
        assert left.index("laying") == right.index("laying") - 1


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_the_place_and_backspace_returns(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("5", "enter")
        assert reader.reading == (5, 8)
        await reader.press("backspace")
        assert reader.reading == (4, 12)


@pytest.mark.parametrize("size", SIZES)
async def test_y_copies_the_version_with_its_citation(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("y")
        copied = reader.app.clipboard
        assert copied.startswith("“I think it’s important")
        assert "Antony Blinken (“told”), ThePrint · Reuters" in copied
        assert "¶12" in copied
        assert "3 words cut inside" in copied
        await reader.press("z", "y")
        assert reader.app.clipboard.count("\n“I think it’s important") == 1
        assert "⟦-of sustained engagement,-⟧" in reader.app.clipboard


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["q", "escape", "backspace"])
async def test_q_escape_and_backspace_lead_back_to_the_articles(open_ladder, size, key):
    async with open_ladder(size) as reader:
        await reader.press(key)
        assert reader.app.is_running
        assert reader.reading == (4, 12)


@pytest.mark.parametrize("size", NARROW)
async def test_capital_q_shows_the_list_alone_where_there_is_one_column(open_ladder, size):
    async with open_ladder(size, key="Q") as reader:
        assert state_of(reader).is_list_open
        assert any("12·45 ✂" in row for row in reader.text())
        await reader.press("j")
        assert state_of(reader).quote == 1
        await reader.press("enter")
        assert not state_of(reader).is_list_open
        assert "Quote 2/" in reader.text()[0]
        await reader.press("Q")
        assert state_of(reader).is_list_open


@pytest.mark.parametrize("size", NARROW)
async def test_a_list_alone_is_paged_through(open_ladder, size):
    async with open_ladder(size, key="Q") as reader:
        await reader.press("space", "space", "space")
        assert state_of(reader).quote == len(state_of(reader).ladders.shared) - 1
        assert "▶" in page_of(reader)
        await reader.press("K", "pageup", "pageup", "pageup")
        assert state_of(reader).quote == 0


@pytest.mark.parametrize("size", SIZES)
async def test_scrolling_moves_the_ladder_and_a_rung_brings_it_back(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("g", "1", "pageup", "pageup", "pageup")
        top = state_of(reader).top
        await reader.press("J", "J")
        moved = state_of(reader).top - top
        assert moved in (0, 2), "scrolled, unless everything is on the screen"
        await reader.press("K", "K")
        assert state_of(reader).top == top
        for key in ("space", "pagedown", "d", "ctrl+d", "ctrl+u", "u", "b"):
            await reader.press(key)
        await reader.press("1")
        assert state_of(reader).rung in reader.app.screen.page.rungs


@pytest.mark.parametrize("size", SIZES)
async def test_question_mark_lists_the_keys_and_the_signs(open_ladder, size):
    async with open_ladder(size) as reader:
        await reader.press("question_mark")
        assert "Keys of the quotes screen" in page_of(reader)
        await reader.press("escape")
        assert isinstance(reader.app.screen, LadderScreen)


async def test_the_page_of_keys_has_every_key(open_ladder):
    async with open_ladder((160, 90)) as reader:
        await reader.press("question_mark")
        page = page_of(reader)
        for binding in LADDER_KEYS:
            if not binding.key.isdecimal():
                assert binding.tooltip in page
        assert "1 … 9" in page
        assert "The version of the article with this number" in page
        assert "only a fragment is left" in page


def test_binding_ids_are_unique_and_everything_is_explained():
    ids = [binding.id for binding in LADDER_KEYS]
    assert len(ids) == len(set(ids))
    assert all(binding.tooltip for binding in LADDER_KEYS)


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_line_shows_what_works_and_a_click_does_it(open_ladder, size):
    async with open_ladder(size) as reader:
        row = reader.text()[-1]
        assert "j k quote" in row
        before = state_of(reader).quote, state_of(reader).rung
        await reader.pilot.click("#keys", offset=(row.index("j k"), 0))
        await reader.pilot.pause()
        assert (state_of(reader).quote, state_of(reader).rung) != before


async def test_clicks_choose_quotes_and_rungs(open_ladder):
    async with open_ladder((120, 40)) as reader:
        row = reader.row_of(" ¶8 direct")
        await reader.pilot.click("#rows", offset=(60, row - 1))
        await reader.pilot.pause()
        assert state_of(reader).current.article == 4
        row = reader.row_of("·2·45")
        await reader.pilot.click("#rows", offset=(5, row - 1))
        await reader.pilot.pause()
        assert state_of(reader).quote == 1


async def test_a_theme_chosen_on_the_ladder_applies_at_once(open_ladder):
    async with open_ladder((120, 40)) as reader:

        def dropped():
            return reader.app.screen.theme_styles.current().style("dropped").color

        def muted():
            return reader.app.screen.theme_styles.current().style("muted").color

        before = dropped(), muted()
        await reader.press("t", "down", "enter")
        assert isinstance(reader.app.screen, LadderScreen)
        assert dropped() != before[0]
        assert muted() != before[1]


def colours_of(reader):
    segments = [segment for strip in reader.strips() for segment in strip]
    return {(seg.style.color, seg.style.bgcolor) for seg in segments if seg.style}


async def test_the_ladder_opens_again_in_the_current_theme_and_size(open_ladder):
    async with open_ladder((120, 40)) as reader:
        dark = colours_of(reader)
        await reader.press("q", "t", "down", "enter")
        await reader.pilot.resize_terminal(80, 24)
        await reader.press("c")
        assert isinstance(reader.app.screen, LadderScreen)
        light = colours_of(reader)
        assert not {ground for _, ground in dark} & {ground for _, ground in light}
        rows = reader.text()
        assert (len(rows), {len(row) for row in rows}) == (24, {80})
        assert "Quote 1/" in rows[0]
        assert state_of(reader).rung == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_slash_filters_the_list_and_escape_lists_all(open_ladder, size):
    async with open_ladder(size) as reader:
        count = len(state_of(reader).ladders.quotes)
        await reader.press("slash", *"diplomacy", "enter")
        assert 0 < len(state_of(reader).ladders.quotes) < count
        assert f"of {count} quotes with “diplomacy”" in page_of(reader)
        assert all("iplomacy" in quote.base.text for quote in state_of(reader).quotes)
        await reader.press("escape")
        assert len(state_of(reader).ladders.quotes) == count
        assert isinstance(reader.app.screen, LadderScreen)


async def test_a_filter_that_nothing_has_is_said(open_ladder):
    async with open_ladder((80, 24)) as reader:
        before = state_of(reader)
        await reader.press("slash", *"zeppelin", "enter")
        assert "No quote matches “zeppelin”." in reader.text()[-1]
        assert state_of(reader) == before


async def test_brackets_replace_strokes_without_colours(open_ladder, monkeypatch):
    async with open_ladder((120, 40)) as reader:
        assert "⟦-" not in page_of(reader)
        monkeypatch.setattr(reader.app, "no_color", True)
        await reader.press("l")
        assert "⟦-of sustained engagement,-⟧" in page_of(reader)


async def test_brackets_replace_strokes_in_the_colours_of_the_terminal(open_ladder):
    async with open_ladder((120, 40)) as reader:
        reader.app.theme = "ansi-dark"
        await reader.press("l")
        assert "⟦-of sustained engagement,-⟧" in page_of(reader)


async def test_brackets_replace_strokes_where_they_may_not_be_drawn(open_ladder, monkeypatch):
    async with open_ladder((120, 40)) as reader:
        assert "⟦-" not in page_of(reader)
        monkeypatch.setenv("TERM", "linux")
        await reader.press("l")
        assert "⟦-of sustained engagement,-⟧" in page_of(reader)


async def test_ascii_signs_reach_the_ladder(open_ladder):
    async with open_ladder((120, 40)) as reader:
        reader.app.screen.signs = ASCII
        await reader.press("l")
        page = page_of(reader)
        assert "/3 \\11" in page
        assert "[-of sustained engagement,-]" in page
        assert not set("✂›█░▌▶│") & set(page)


async def test_the_ladder_survives_every_size(open_ladder):
    async with open_ladder((120, 40)) as reader:
        for size in [(1, 1), (10, 3), (23, 9), (24, 8), (40, 10), (300, 80), (99, 23), (100, 7)]:
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
            assert len(reader.text()) == size[1]
        await reader.pilot.resize_terminal(120, 40)
        await reader.pilot.pause()
        assert "[4] ¶12" in page_of(reader)


async def test_a_user_who_read_on_gets_a_message_and_no_ladder(open_reader, monkeypatch):
    go_on = threading.Event()
    found = []

    def slow(*_):
        go_on.wait(60)
        return found

    monkeypatch.setattr(FIND_UTTERANCES, slow)
    monkeypatch.setattr("reader.app.reading.awaited_result.READ_ON_SECONDS", 0.001)
    async with open_reader((120, 40)) as reader:
        await reader.press("Q", "j")
        go_on.set()
        await rest(reader.pilot)
        assert not isinstance(reader.app.screen, LadderScreen)
        assert "The quotes are found" in reader.text()[-1]
        await reader.press("Q")
        assert "There are no quotes in these articles" in reader.text()[-1]


@pytest.fixture
def every_quote(seeds):
    found = ArticleQuotes(seeds).find_utterances()
    return QuoteLadders(
        seeds,
        [quote for quote in found if len(quote.articles) > 1],
        [quote for quote in found if len(quote.articles) == 1],
    )


@asynccontextmanager
async def all_listed(open_reader, every_quote, size):
    async with open_reader(size) as reader:
        screen = reader.screen
        screen.parts.coverage_screens.quotes.use_quotes(
            QuoteLadders(screen.state.articles, every_quote.shared, every_quote.single)
        )
        await reader.press("Q")
        yield reader


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 50)])
async def test_quotes_of_one_article_are_listed_with_o_and_each_can_be_reached(
    open_reader, every_quote, size
):
    async with all_listed(open_reader, every_quote, size) as reader:
        shared, alone = len(every_quote.shared), len(every_quote.single)
        await reader.press("G", "j")
        assert state_of(reader).is_on_fold
        assert f"{alone} quotes in one article only" in page_of(reader)
        await reader.press("o")
        seen = {state_of(reader).quote}
        for _ in range(alone + 2):
            await reader.press("j")
            seen.add(state_of(reader).quote)
        assert seen == set(range(shared, shared + alone))
        await reader.press("o")
        assert state_of(reader).quote == shared - 1


async def test_enter_on_the_fold_line_lists_the_quotes_of_one_article(open_reader, every_quote):
    async with all_listed(open_reader, every_quote, (120, 40)) as reader:
        await reader.press("G", "j", "enter")
        assert state_of(reader).lists_single
        page = page_of(reader)
        assert "only in [1] ¶1" in page
        await reader.press("z")
        assert "no other version" in reader.text()[-1]
        await reader.press("y", "W", "B", "l", "enter")
        assert not isinstance(reader.app.screen, LadderScreen)


async def test_a_click_on_the_fold_line_lists_the_quotes_of_one_article(open_reader, every_quote):
    async with all_listed(open_reader, every_quote, (120, 40)) as reader:
        row = next(n for n, text in enumerate(reader.text()) if "in one article only   " in text)
        await reader.pilot.click(offset=(5, row))
        await reader.pilot.pause()
        assert state_of(reader).lists_single


async def test_the_list_is_sorted_and_the_quote_stays_selected(open_reader, every_quote):
    async with all_listed(open_reader, every_quote, (120, 40)) as reader:
        await reader.press("j", "j")
        chosen = state_of(reader).shared
        for order in ("most changed", "speaker", "outlet", "kind", "most outlets"):
            await reader.press("S")
            assert state_of(reader).shared == chosen
            assert f"sort: {order}" in reader.text()[0]
        assert list(state_of(reader).ladders.shared) == list(every_quote.shared)


async def test_the_key_line_ends_with_the_key_for_all_keys(open_reader, every_quote):
    for size in ((40, 15), (80, 24), (120, 40), (200, 50)):
        async with all_listed(open_reader, every_quote, size) as reader:
            assert reader.text()[-1].rstrip().endswith("? keys")
