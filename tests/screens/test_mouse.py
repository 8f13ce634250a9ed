"""The mouse: pointing, the wheel, the rail, selecting words."""

from __future__ import annotations

import pytest
from textual import events

from tests.screens.rest import rest

WIDE = (200, 50)


def row_in(pane, words: str) -> tuple[int, int]:
    """Where words are in a pane: column and row, from its corner."""
    for y in range(pane.size.height):
        text = pane.render_line(y).text
        if words in text:
            return text.index(words), y
    raise AssertionError(f"{words!r} is not in the pane")


async def at_the_quote(reader):
    """The first article at its third paragraph: its pane, and where the words begin."""
    await reader.press("colon", "3", "enter")
    pane = panes(reader)[0]
    return pane, *row_in(pane, "“I think it")


async def wheel(reader, pane, notches: int) -> None:
    kind = events.MouseScrollDown if notches > 0 else events.MouseScrollUp
    x, y = pane.region.x + 5, pane.region.y + 3
    for _ in range(abs(notches)):
        event = kind(pane, x, y, 0, 0, 0, False, False, False, screen_x=x, screen_y=y)
        pane.post_message(event)
    await reader.pilot.pause()


async def drag(reader, start, end) -> None:
    """Press at one place, move to another, let go; each a pane and an offset in it."""
    await reader.pilot.mouse_down(start[0], offset=start[1])
    await reader.pilot.hover(end[0], offset=end[1])
    await reader.pilot.mouse_up(end[0], offset=end[1])
    await reader.pilot.pause()


def panes(reader) -> list:
    return list(reader.screen.shown_panes.values())


def texts(reader, article: int) -> list[str]:
    return [paragraph.text for paragraph in reader.screen.state.articles[article].paragraphs]


async def test_a_click_reads_the_paragraph_under_it_on_its_row(open_reader):
    async with open_reader(WIDE) as reader:
        pane = panes(reader)[3]
        state = reader.screen.state
        row = next(
            y for y, row in enumerate(state.views[3].rows(20)) if row and y > 2 and not row.line
        )
        paragraph = state.views[3].rows(20)[row].paragraph
        await reader.pilot.click(pane, offset=(12, row))
        await reader.pilot.pause()
        assert state.place == (3, paragraph)
        assert state.view.row_of(paragraph, state.height) == row, "it stays on its row"


async def test_a_click_below_the_text_changes_nothing(make_app, seeds, open_app):
    from reader import compare

    articles = (seeds[0], seeds[4])
    async with open_app(make_app(articles, compare(articles)), (240, 70)) as reader:
        await reader.press("G")
        before = reader.reading
        empty = [y for y, row in enumerate(reader.screen.state.view.rows(60)) if row is None]
        assert empty, "there is room below the last paragraph"
        await reader.pilot.click(panes(reader)[0], offset=(10, empty[-1]))
        await reader.pilot.pause()
        assert reader.reading == before


async def test_the_wheel_reads_the_article_under_the_pointer_to_both_ends(open_reader):
    async with open_reader(WIDE) as reader:
        pane = panes(reader)[3]
        view = reader.screen.state.views[3]
        assert reader.reading[0] == 1
        await wheel(reader, pane, 1)
        assert reader.reading[0] == 4
        await wheel(reader, pane, 80)
        assert reader.screen.state.place == (3, view.shown[-1])
        await wheel(reader, pane, -120)
        assert reader.screen.state.place == (3, view.shown[0])


async def test_the_wheel_brings_the_others_level(open_reader):
    async with open_reader(WIDE) as reader:
        state = reader.screen.state
        levelled = 0
        for _ in range(10):
            await wheel(reader, panes(reader)[3], 1)
            row = state.view.row_of(state.view.reading, state.height)
            for article in state.visible:
                links = state.visible_links.links_to(state.place, article)
                if article != 3 and links:
                    there = links[0].there.place.paragraph
                    assert state.views[article].row_of(there, state.height) == row
                    levelled += 1
        assert levelled


async def test_the_rail_goes_where_it_is_clicked_and_dragged(open_reader):
    async with open_reader((100, 24)) as reader:
        position, pane = list(reader.screen.shown_panes.items())[1]
        view = reader.screen.state.views[position]
        rail, bottom = pane.size.width - 1, pane.size.height - 1
        await reader.pilot.click(pane, offset=(rail, 0))
        await reader.pilot.pause()
        assert reader.screen.state.place == (position, view.shown[0])
        await drag(reader, (pane, (rail, 0)), (pane, (rail, bottom)))
        assert reader.screen.state.place.article == position
        assert view.index_of(view.reading) >= len(view.shown) * 0.8
        assert not reader.screen.selections, "dragging the rail selects nothing"
        await reader.pilot.hover(pane, offset=(rail, 1))
        await reader.pilot.pause()
        assert view.index_of(view.reading) >= len(view.shown) * 0.8, "it was let go"


async def test_a_drag_that_leaves_the_rail_stays_with_it(open_reader):
    async with open_reader((100, 24)) as reader:
        first, second = list(reader.screen.shown_panes.items())[:2]
        rail = first[1].size.width - 1
        await drag(reader, (first[1], (rail, 0)), (second[1], (4, second[1].size.height - 1)))
        view = reader.screen.state.views[first[0]]
        assert reader.screen.state.place.article == first[0]
        assert view.index_of(view.reading) >= len(view.shown) * 0.8


async def test_a_double_click_selects_one_paragraph(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        await reader.pilot.click(pane, offset=(x + 3, y), times=2)
        await reader.pilot.pause()
        selected = reader.screen.get_selected_text()
        assert selected in texts(reader, 0)
        await reader.press("y")
        assert reader.app.clipboard == selected


async def test_what_is_dragged_over_is_what_is_copied(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        await drag(reader, (pane, (x, y)), (pane, (x + 6, y)))
        selected = reader.screen.get_selected_text()
        assert selected
        assert "“I think it".startswith(selected[:6])
        await reader.press("y")
        assert reader.app.clipboard == selected
        assert "selected words" in reader.text()[-1]


async def test_a_selection_over_several_lines_keeps_the_words_between(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        await drag(reader, (pane, (x, y)), (pane, (x + 4, y + 3)))
        selected = reader.screen.get_selected_text()
        (paragraph,) = [text for text in texts(reader, 0) if text.startswith("“I think it")]
        assert paragraph.startswith(selected)
        assert len(selected) > 60


async def test_a_selection_over_two_paragraphs_is_the_words_of_both(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        await drag(reader, (pane, (x, y)), (pane, (x + 4, y + 15)))
        pieces = reader.screen.get_selected_text().split("\n\n")
        assert len(pieces) > 1
        paragraphs = texts(reader, 0)
        first = next(n for n, text in enumerate(paragraphs) if text.startswith("“I think it"))
        assert pieces[:-1] == paragraphs[first : first + len(pieces) - 1]
        assert paragraphs[first + len(pieces) - 1].startswith(pieces[-1])


async def test_a_selection_that_ends_between_paragraphs_keeps_the_whole_paragraph(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        paragraph = next(text for text in texts(reader, 0) if text.startswith("“I think it"))
        lines = reader.screen.state.views[0].rows(50)
        gap = next(n for n in range(y, 50) if lines[n].paragraph != lines[n + 1].paragraph)
        await drag(reader, (pane, (x, y)), (pane, (x + 4, gap)))
        assert reader.screen.get_selected_text() == paragraph


@pytest.mark.parametrize("backwards", [False, True])
async def test_a_selection_stays_in_one_pane(open_reader, backwards):
    async with open_reader(WIDE) as reader:
        left, right = panes(reader)[:2]
        places = ((left, (8, 4)), (right, (20, 12)))
        start, end = reversed(places) if backwards else places
        await drag(reader, start, end)
        assert len(reader.screen.selections) <= 1
        selected = reader.screen.get_selected_text() or ""
        article = 1 if backwards else 0
        pieces = [piece for piece in selected.split("\n\n") if piece]
        assert all(any(piece in text for text in texts(reader, article)) for piece in pieces)


async def test_a_drag_does_not_move_the_reading_place_and_a_click_clears_it(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        before = reader.reading
        await drag(reader, (pane, (x, y + 8)), (pane, (x + 6, y + 9)))
        assert reader.screen.get_selected_text()
        assert reader.reading == before
        await reader.pilot.click(pane, offset=(12, y))
        await reader.pilot.pause()
        assert not reader.screen.get_selected_text()


async def test_the_selection_is_painted_on_the_words_selected(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        plain = {segment.style.bgcolor for segment in pane.render_line(y) if segment.style}
        await drag(reader, (pane, (x, y)), (pane, (x + 6, y)))
        selected = reader.screen.get_selected_text()
        painted = "".join(
            segment.text
            for segment in pane.render_line(y)
            if segment.style and segment.style.bgcolor not in plain
        )
        assert painted == selected


async def test_a_mark_in_the_gutter_leads_to_its_article(open_reader):
    async with open_reader(WIDE) as reader:
        await reader.press("1", "colon", "3", "enter")
        pane = reader.screen.shown_panes[0]
        rows = [pane.render_line(y).text for y in range(pane.size.height)]
        y = next(number for number, row in enumerate(rows) if row[1:6] == "·2·45")
        await reader.pilot.click(pane, offset=(4, y))
        await reader.pilot.pause()
        assert reader.reading == (4, 12)
        await reader.press("backspace")
        assert reader.reading == (1, 3)


async def test_a_dot_in_the_gutter_reads_the_paragraph(open_reader):
    async with open_reader(WIDE) as reader:
        await reader.press("1", "colon", "3", "enter", "g")
        pane = reader.screen.shown_panes[0]
        rows = [pane.render_line(y).text for y in range(pane.size.height)]
        y = next(number for number, row in enumerate(rows) if row[1:6] == "·2·45")
        await reader.pilot.click(pane, offset=(3, y))
        await reader.pilot.pause()
        assert reader.reading == (1, 3)


async def test_a_place_that_the_drawer_names_is_gone_to(open_reader):
    async with open_reader(WIDE) as reader:
        await reader.press("1", "colon", "3", "enter", "w")
        y = reader.row_of("── why")
        x = reader.text()[y].rindex("[4] ¶12")
        await reader.pilot.click(offset=(x + 1, y))
        await reader.pilot.pause()
        assert reader.reading == (4, 12)


@pytest.mark.parametrize(("offer", "key"), [("? keys", "question_mark"), ("w more", "w")])
async def test_a_key_that_a_line_offers_is_pressed_by_a_click(open_reader, offer, key):
    async with open_reader((120, 40)) as reader:
        rows = reader.text()
        y = next(number for number, row in enumerate(rows) if offer in row)
        await reader.pilot.click(offset=(rows[y].index(offer), y))
        await rest(reader.pilot)
        clicked = reader.text()
    async with open_reader((120, 40)) as reader:
        await reader.press(key)
        await rest(reader.pilot)
        assert reader.text() == clicked != rows


async def test_a_sign_on_the_map_is_gone_to(open_reader):
    async with open_reader(WIDE) as reader:
        await reader.press("1", "colon", "3", "enter")
        left = reader.app.screen.query_one("#map").region.x
        column = left + 2 + 2 * 3
        y = next(n for n, row in enumerate(reader.text()) if row[column] == "═" and n > 3)
        await reader.pilot.click(offset=(column, y))
        await reader.pilot.pause()
        assert reader.reading == (4, 12)


async def test_what_is_selected_says_how_to_copy_it(open_reader):
    async with open_reader(WIDE) as reader:
        pane, x, y = await at_the_quote(reader)
        await drag(reader, (pane, (x, y)), (pane, (x + 6, y)))
        assert "selected: y copies" in reader.text()[-1]


async def test_clicks_beside_the_palette_close_it_once(open_reader):
    async with open_reader((100, 30)) as reader:
        await reader.press("Q")
        await rest(reader.pilot)
        await reader.pilot.pause(0.3)
        depth = len(reader.app.screen_stack)
        await reader.press("ctrl+p")
        palette = reader.app.screen
        for _ in range(3):
            palette.dismiss(None)
        await reader.pilot.pause()
        assert len(reader.app.screen_stack) == depth
        assert reader.app.is_running


async def test_a_dialog_closes_nothing_but_itself(open_reader):
    async with open_reader((100, 30)) as reader:
        await reader.press("question_mark")
        dialog = reader.app.screen
        dialog.dismiss(None)
        dialog.dismiss(None)
        await reader.pilot.pause()
        assert len(reader.app.screen_stack) == 1
        assert reader.app.is_running
