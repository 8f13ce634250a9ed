"""Every key of the reading screen, pressed as a user would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.app.reading.reading_keys import READING_KEYS
from reader.articles import Clean, Place
from tests.screens.rest import rest

QUOTE = "I think it"


async def test_reading_starts_at_a_paragraph_that_two_others_have(open_reader):
    async with open_reader((120, 40)) as reader:
        state = reader.screen.state
        same = {link.there.article_position for link in state.links if link.level.value == "same"}
        assert len(same) >= 2
        assert reader.reading[0] == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 45), (200, 50), (240, 70), (101, 33)])
async def test_matches_come_level_on_the_same_row(open_reader, size):
    async with open_reader(size) as reader:
        for _ in range(12):
            state = reader.screen.state
            row = state.view.row_of(state.view.reading, state.height)
            for article in state.visible:
                if article != state.layout.focus and (
                    links := state.visible_links.links_to(state.place, article)
                ):
                    view = state.views[article]
                    assert view.row_of(links[0].there.place.paragraph, state.height) == row
            await reader.press("j")


async def test_the_level_row_is_the_row_on_the_screen(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("colon", "3", "enter")
        rows = [row for row in reader.text() if row.count(QUOTE) == 3]
        assert len(rows) == 1, "the three carriers of the quote begin on one screen row"


async def test_j_and_k_move_the_reading_paragraph(open_reader):
    async with open_reader((200, 50)) as reader:
        start = reader.number
        await reader.press("j")
        assert reader.number == start + 1
        await reader.press("down", "k", "up")
        assert reader.number == start


async def test_a_paragraph_taller_than_the_pane_scrolls_first(open_reader):
    async with open_reader((40, 15)) as reader:
        await reader.press("g")
        before = reader.text()
        await reader.press("j")
        assert reader.number == 1
        assert reader.text() != before


async def test_g_and_shift_g_go_to_the_ends(open_reader):
    async with open_reader() as reader:
        await reader.press("G")
        assert reader.number == 15
        await reader.press("g")
        assert reader.number == 1
        await reader.press("end", "home")
        assert reader.number == 1


@pytest.mark.parametrize("keys", [("J", "K"), ("d", "u"), ("space", "b"), ("pagedown", "pageup")])
async def test_scrolling_keys_move_the_text_and_back(open_reader, keys):
    async with open_reader((80, 24)) as reader:
        before = reader.text()[4:-6]
        await reader.press(*[keys[0]] * 3)
        assert reader.text()[4:-6] != before


async def test_scrolling_takes_the_reading_paragraph_along(open_reader):
    async with open_reader((80, 24)) as reader:
        await reader.press("g", "space", "space")
        assert reader.number > 2


async def test_colon_goes_to_a_paragraph(open_reader):
    async with open_reader() as reader:
        await reader.press("colon", "1", "2", "enter")
        assert reader.number == 12
        await reader.press("colon", "9", "9", "enter")
        assert reader.number == 12
        assert "no paragraph 99" in reader.text()[-1]


async def test_colon_runs_a_command_by_name(open_reader):
    async with open_reader() as reader:
        await reader.press("colon", *"zoom", "enter")
        assert reader.shown == [1]


async def test_brackets_go_to_linked_paragraphs(open_reader):
    async with open_reader() as reader:
        state = reader.screen.state
        await reader.press("g")
        for _ in range(5):
            await reader.press("right_square_bracket")
            assert state.links
        await reader.press("left_square_bracket")
        assert state.links


async def test_braces_go_to_paragraphs_that_are_only_here(open_reader):
    async with open_reader() as reader:
        await reader.press("g", "right_curly_bracket")
        assert not reader.screen.state.links
        first = reader.number
        await reader.press("right_curly_bracket", "left_curly_bracket")
        assert reader.number == first
        assert any("only here" in row for row in reader.text())


async def test_enter_offers_a_choice_and_backspace_leads_back(open_reader):
    async with open_reader() as reader:
        start = reader.reading
        assert len(reader.screen.state.links) > 1
        await reader.press("enter")
        assert len(reader.app.screen_stack) == 2
        await reader.press("enter")
        assert reader.reading[0] != start[0]
        await reader.press("backspace")
        assert reader.reading == start


async def test_parentheses_move_the_threshold_at_once(open_reader):
    async with open_reader() as reader:
        state = reader.screen.state
        floor, counts = state.visible_links.floor, state.visible_links.totals()
        await reader.press("right_parenthesis", "right_parenthesis")
        assert state.visible_links.floor == pytest.approx(floor + 0.1)
        assert state.visible_links.totals().all < counts.all
        await reader.press("left_parenthesis", "left_parenthesis")
        assert state.visible_links.totals() == counts


async def test_f_holds_the_others_still(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("f")
        before = [reader.screen.state.views[n].rows(5) for n in range(1, 5)]
        await reader.press("j", "j", "j", "j")
        assert [reader.screen.state.views[n].rows(5) for n in range(1, 5)] == before
        assert "follow OFF" in reader.text()[0]


async def test_shift_f_pins_the_pane_being_read(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("4", "F", "1", "g")
        before = reader.screen.state.views[3].rows(5)
        await reader.press(*"jjjjjjjj")
        assert reader.screen.state.views[3].rows(5) == before
        assert any("pinned" in row for row in reader.text())


async def test_w_shows_and_hides_the_reasons(open_reader):
    async with open_reader() as reader:
        await reader.press("colon", "3", "enter")
        brief = reader.text()
        drawer = reader.row_of("── why")
        assert any("in a row" in row for row in brief)
        await reader.press("w")
        assert reader.row_of("── why") < drawer, "all of it"
        await reader.press("w")
        assert not any("in a row" in row for row in reader.text())
        await reader.press("w")
        assert reader.text() == brief


async def test_p_shows_and_hides_the_map(open_reader):
    async with open_reader() as reader:
        assert any("MAP" in row for row in reader.text())
        await reader.press("p")
        assert not any("MAP" in row for row in reader.text())
        await reader.press("p")
        assert any("MAP" in row for row in reader.text())


async def test_h_l_and_tab_read_another_article_at_the_level_paragraph(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("4")
        assert reader.reading == (4, 12)
        await reader.press("l")
        assert reader.reading == (5, 8)
        await reader.press("h")
        assert reader.reading == (4, 12)
        await reader.press("tab", "shift+tab", "right", "left")
        assert reader.reading[0] == 4


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize("article", [2, 3, 4, 5])
async def test_one_press_of_a_number_goes_to_that_article_at_every_size(open_reader, size, article):
    async with open_reader(size) as reader:
        await reader.press(str(article))
        assert reader.reading[0] == article
        assert article in reader.shown
        await reader.press("z", "1")
        assert reader.reading[0] == 1, "also while one article is shown alone"
        await reader.press("9")
        assert reader.reading[0] == 1
        assert "no article 9" in reader.text()[-1]


async def test_a_number_brings_a_hidden_article_back(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("3", "minus")
        assert 3 not in reader.shown
        await reader.press("3")
        assert reader.reading[0] == 3


async def test_an_apostrophe_goes_to_the_article_named_next(open_reader):
    async with open_reader((80, 24)) as reader:
        await reader.press("apostrophe")
        assert "Which article?" in reader.text()[-1]
        await reader.press("4")
        assert reader.reading[0] == 4
        number = reader.number
        await reader.press("apostrophe", "escape", "apostrophe", "j")
        assert reader.reading == (4, number), "what is no article runs no command"
        await reader.press("apostrophe", "down")
        assert reader.reading == (4, number + 1), "a key that types nothing does what it does"


async def test_articles_from_the_tenth_on_are_reached_by_their_letter(make_app, seeds, open_app):
    from reader import compare

    articles = tuple(replace(seeds[0], name=Clean(f"copy {n}")) for n in range(12))
    async with open_app(make_app(articles, compare(articles)), (120, 40)) as reader:
        await reader.press("apostrophe", "c")
        assert reader.reading[0] == 12
        await reader.press("apostrophe", "1")
        assert reader.reading[0] == 1


async def test_arrows_with_alt_go_to_linked_paragraphs_and_those_that_are_only_here(open_reader):
    async with open_reader() as reader:
        await reader.press("g", "right_square_bracket")
        linked = reader.reading
        await reader.press("g", "alt+down")
        assert reader.reading == linked
        await reader.press("alt+down", "alt+up")
        assert reader.reading == linked
        await reader.press("g", "right_curly_bracket")
        only_here = reader.reading
        await reader.press("g", "alt+shift+down")
        assert reader.reading == only_here
        await reader.press("alt+shift+down", "alt+shift+up")
        assert reader.reading == only_here


async def test_ctrl_o_leads_back_too(open_reader):
    async with open_reader() as reader:
        start = reader.reading
        await reader.press("enter", "enter")
        assert reader.reading != start
        await reader.press("ctrl+o")
        assert reader.reading == start


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (["B"], "B does nothing on this screen"),
        (["n"], "no hits"),
        (["U"], "nothing to take back"),
        (["escape"], "nothing to close"),
        (["g", "k"], "The first paragraph"),
        (["G", "j"], "The last paragraph"),
        (["1"], "You are reading article 1"),
    ],
    ids=lambda keys: "".join(keys) if isinstance(keys, list) else "",
)
async def test_a_key_that_does_nothing_says_so(open_reader, keys, message):
    async with open_reader() as reader:
        await reader.press(*keys)
        assert message in reader.text()[-1]
        await reader.press("d")
        assert message not in reader.text()[-1]


async def test_a_command_that_does_nothing_now_says_so(open_reader):
    async with open_reader() as reader:
        await reader.press("colon", *"undo", "enter")
        assert "nothing to take back" in reader.text()[-1]


@pytest.mark.parametrize("key", ["question_mark", "i"])
async def test_the_key_that_opened_a_text_closes_it_and_the_other_does_not(open_reader, key):
    async with open_reader() as reader:
        await reader.press(key)
        assert len(reader.app.screen_stack) == 2
        await reader.press({"question_mark": "i", "i": "question_mark"}[key])
        assert len(reader.app.screen_stack) == 2
        await reader.press(key)
        assert len(reader.app.screen_stack) == 1


async def test_minus_hides_and_equals_brings_back(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("minus")
        assert reader.shown == [2, 3, 4, 5]
        await reader.press("minus", "minus", "minus", "minus")
        assert len(reader.shown) == 1
        await reader.press("equals_sign")
        assert reader.shown == [1, 2, 3, 4, 5]


async def test_z_zooms_and_escape_leaves(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("z")
        assert reader.shown == [1]
        await reader.press("escape")
        assert reader.shown == [1, 2, 3, 4, 5]


async def test_angle_brackets_move_the_pane(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("greater_than_sign")
        assert reader.shown == [2, 1, 3, 4, 5]
        await reader.press("less_than_sign")
        assert reader.shown == [1, 2, 3, 4, 5]


async def test_search_finds_in_all_articles_and_n_goes_round(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.press("slash", *"fentanyl", "enter")
        hits = reader.screen.state.search.hits
        assert {hit.article for hit in hits} == {0, 2, 3, 4}
        first = reader.reading
        for _ in hits:
            await reader.press("n")
        assert reader.reading == first
        await reader.press("N")
        assert f"/{len(hits)}" in reader.text()[0]
        await reader.press("escape")
        assert not reader.screen.state.search.hits


async def test_a_search_without_hits_says_so(open_reader):
    async with open_reader() as reader:
        await reader.press("slash", *"xyzzy", "enter")
        assert "none of the articles" in reader.text()[-1]


async def test_typing_in_the_search_does_not_move(open_reader):
    async with open_reader() as reader:
        before = reader.reading
        await reader.press("slash", *"jjq", "escape")
        assert reader.reading == before
        assert reader.app.is_running


async def test_full_stop_shows_the_furniture(open_reader):
    async with open_reader((160, 50)) as reader:
        await reader.press("4", "4", "g")
        assert reader.number == 9
        await reader.press("full_stop", "g")
        assert reader.number == 1
        await reader.press("full_stop")
        assert reader.number == 9


async def test_number_sign_hides_the_numbers(open_reader):
    async with open_reader() as reader:
        await reader.press("colon", "3", "enter")
        row = reader.row_of(QUOTE)
        assert " 3 “" in reader.text()[row]
        await reader.press("number_sign")
        assert " 3 “" not in reader.text()[reader.row_of(QUOTE)]


async def test_t_chooses_a_theme_and_escape_keeps_the_old_one(open_reader):
    async with open_reader() as reader:
        assert reader.app.theme == "reader-dark"
        await reader.press("t", "down", "enter")
        assert reader.app.theme == "reader-light"
        await reader.press("t", "down", "escape")
        assert reader.app.theme == "reader-light"


async def test_question_mark_lists_every_key(open_reader):
    async with open_reader((120, 110)) as reader:
        await reader.press("question_mark")
        page = "\n".join(reader.text())
        for binding in READING_KEYS:
            if not binding.key.isdecimal():
                assert binding.tooltip in page, binding.tooltip
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1


async def test_i_shows_what_is_known_of_the_article(open_reader):
    async with open_reader() as reader:
        await reader.press("4", "4", "i")
        page = "\n".join(reader.text())
        assert "Simon Lewis" in page
        assert "Reuters" in page
        await reader.press("q")
        assert reader.app.is_running


async def test_y_copies_the_passage_with_its_citation(open_reader):
    async with open_reader() as reader:
        await reader.press("4", "4", "y")
        copied = reader.app.clipboard
        assert "the necessity – of direct engagement" in copied
        assert "ThePrint" in copied
        assert "¶12" in copied


async def test_the_palette_has_every_command(open_reader):
    async with open_reader() as reader:
        await reader.press("ctrl+p")
        assert len(reader.app.screen_stack) == 2
        await reader.press(*"map of all")
        await rest(reader.pilot)
        await reader.press("enter")
        assert len(reader.app.screen_stack) == 1
        assert not any("MAP" in row for row in reader.text())


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("dark", "colours"),
        ("ladder", "quote"),
        ("help", "keys"),
        ("who is quoted", ":people"),
        ("plagiarism", ":lens"),
        ("wire", ":lens"),
        ("agency", ":about"),
        ("disagree", ":differences"),
        ("what was cut", ":compare"),
        ("does everyone agree", ":differences"),
    ],
)
async def test_the_palette_finds_commands_by_other_words(open_reader, typed, named):
    async with open_reader() as reader:
        await reader.press("ctrl+p", *typed)
        await rest(reader.pilot)
        page = "\n".join(reader.text())
        assert named in page
        assert ":" in page
        assert "No matches" not in page


async def test_a_sentence_after_the_colon_is_searched_for_and_runs_nothing(open_reader):
    async with open_reader() as reader:
        floor = reader.screen.state.visible_links.floor
        await reader.press("colon", *"who shares copy", "enter")
        await rest(reader.pilot)
        assert "Lens: shared copy" in "\n".join(reader.text())
        await reader.press("escape")
        assert reader.screen.state.visible_links.floor == floor


async def test_a_lens_is_named_after_the_colon(open_reader):
    async with open_reader() as reader:
        await reader.press("colon", *"lens n", "enter")
        await rest(reader.pilot)
        assert reader.screen.state.lens.key == "n"
        await reader.press("colon", "enter")
        assert len(reader.app.screen_stack) == 1


async def test_the_key_line_has_what_works_here(open_reader):
    async with open_reader((80, 24)) as reader:
        await reader.press("colon", "3", "enter")
        assert all(keys in reader.text()[-1] for keys in ("Enter follow", "c quote", "/ search"))
        await reader.press("right_curly_bracket")
        assert not reader.screen.state.links
        assert "Enter" not in reader.text()[-1]
        await reader.press("enter")
        assert "no link to follow" in reader.text()[-1]


async def test_the_passages_of_a_link_are_compared_word_by_word(open_reader):
    async with open_reader((120, 40)) as reader:
        await reader.press("1", "colon", "3", "enter", "W")
        page = "\n".join(reader.text())
        assert "Word by word" in page
        assert "⟦-" in page
        assert "⟦+" in page
        await reader.press("W")
        assert len(reader.app.screen_stack) == 1


async def test_keys_show_the_words_of_the_other_links_of_a_paragraph(open_reader):
    async with open_reader((120, 40)) as reader:
        state = reader.screen.state
        await reader.press("1")
        for position in state.view.shown:
            state.go_to(Place(0, position))
            others = list(dict.fromkeys(link.there.article_position + 1 for link in state.links))
            if len(others) > 1:
                break
        assert len(others) > 1
        await reader.press("W")
        titles = [
            f"[1] and [{other}] · {at} of {len(others)}" for at, other in enumerate(others, 1)
        ]
        for key, pair in (("l", 1), ("h", 0), ("h", -1), (str(others[0]), 0), (str(others[1]), 1)):
            await reader.press(key)
            page = "\n".join(reader.text())
            assert titles[pair] in page, key
            assert f"[{others[pair]}] " in page.split(titles[pair])[1]
        await reader.press("1")
        assert titles[1] in "\n".join(reader.text()), "an article without a pair changes nothing"
        await reader.press("W")
        assert len(reader.app.screen_stack) == 1


async def test_q_quits(open_reader):
    async with open_reader() as reader:
        await reader.press("q")
        assert not reader.app.is_running
        assert reader.app.exit_code == 0


async def test_the_wheel_moves_the_reading_paragraph_and_lights_the_others(open_reader):
    async with open_reader((200, 50)) as reader:
        pane = reader.screen.shown_panes[3]
        for _ in range(12):
            await reader.wheel_down(pane)
        assert reader.reading[0] == 4


async def test_a_click_reads_the_paragraph_under_it(open_reader):
    async with open_reader((200, 50)) as reader:
        pane = reader.screen.shown_panes[4]
        await reader.pilot.click(pane, offset=(12, 3))
        await reader.pilot.pause()
        assert reader.reading[0] == 5


async def test_a_click_on_the_key_line_does_what_the_key_does(open_reader):
    async with open_reader((120, 40)) as reader:
        start = reader.number
        row = reader.text()[-1]
        await reader.pilot.click("#keys", offset=(row.index("j k"), 0))
        await reader.pilot.pause()
        assert reader.number == start + 1
        await reader.pilot.click("#keys", offset=(row.index("j k") + 2, 0))
        await reader.pilot.pause()
        assert reader.number == start


async def test_a_click_on_a_header_reads_that_article(open_reader):
    async with open_reader((200, 50)) as reader:
        await reader.pilot.click("#headers", offset=(100, 1))
        await reader.pilot.pause()
        assert reader.reading[0] == 3


async def test_a_long_message_is_whole_in_a_narrow_window(open_reader):
    async with open_reader((40, 15)) as reader:
        above = reader.text()[-3]
        await reader.press("F")
        assert "[1] stays still while you read elsewhere." in " ".join(
            line.strip() for line in reader.text()[-2:]
        )
        assert reader.text()[-3] == above
        await reader.press("F")
        await reader.press("j")
        assert "stays still" not in "".join(reader.text())
        assert "? keys" in reader.text()[-1]


async def test_a_long_message_is_whole_on_a_screen_of_rows(open_reader):
    async with open_reader((40, 15)) as reader:
        await reader.press("m")
        await rest(reader.pilot)
        reader.app.screen.show_message("The mill report of the council is in the folder of Mara.")
        await reader.pilot.pause()
        shown = " ".join(line.strip() for line in reader.text()[-2:])
        assert "The mill report of the council is in the folder of Mara." in shown
        await reader.press("j")
        assert "The mill report" not in "".join(reader.text())


async def test_without_a_desktop_o_copies_where_the_original_is(open_reader, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "of a test")
    async with open_reader((200, 50)) as reader:
        await reader.press("O")
        await rest(reader.pilot)
        assert reader.app.clipboard.endswith("000_11cd6da2f50c277f.txt")
        assert "000_11cd6da2f50c277f.txt" in reader.text()[-1]
