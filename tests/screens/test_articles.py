"""Articles added, removed and corrected while reading."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual import events

from reader.app.dialogs.add_article import AddArticleDialog, plain_name
from reader.articles import ParagraphKind

STORY = """Bridge closed after cracks found

The Harbour Bridge was closed on Monday after divers found cracks in two pillars.

“We have no choice,” Mayor Ellen Brandt told reporters. “Safety comes first.”

Share this article
"""


@pytest.fixture(autouse=True)
def own_state(monkeypatch, tmp_path: Path) -> Path:
    """The notebook of this test alone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(
        "reader.notebook.notebook_file.default_path",
        lambda: tmp_path / "state" / "notebook.sqlite3",
    )
    return tmp_path


async def settle(reader, done) -> None:  # type: ignore[no-untyped-def]
    """Wait until something that happens in a thread or another process is so."""
    for _ in range(600):
        await reader.pilot.pause()
        if done():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen:\n" + "\n".join(reader.text()))


def reading_row(reader) -> int | None:  # type: ignore[no-untyped-def]
    """The row on which the paragraph being read begins."""
    state = reader.screen.state
    row: int | None = state.view.row_of(state.view.reading, state.height)
    return row


async def add(reader, name: str, *, expect: int) -> None:  # type: ignore[no-untyped-def]
    await reader.press("plus")
    reader.app.screen.query_one("Input").value = name
    await reader.press("enter")
    await settle(reader, lambda: len(reader.screen.state.articles) == expect)


def is_linked(reader) -> bool:  # type: ignore[no-untyped-def]
    linked = reader.screen.state.visible_links
    return linked is not None and not linked.is_carried


async def test_plus_adds_an_article_and_the_place_stays(open_reader, own_state):
    story = own_state / "bridge.txt"
    story.write_text(STORY)
    async with open_reader((160, 40)) as reader:
        await reader.press("j", "j")
        before, row = reader.reading, reading_row(reader)
        await add(reader, str(story), expect=6)
        assert reader.reading == before
        assert reading_row(reader) == row
        assert 6 in reader.shown, "what was added is on the screen"
        assert reader.screen.state.links, "the links there were are still shown"
        await settle(reader, lambda: is_linked(reader))
        assert reader.reading == before


async def test_the_threshold_the_user_chose_stays(open_reader, own_state):
    story = own_state / "bridge.txt"
    story.write_text(STORY)
    async with open_reader() as reader:
        await reader.press("right_parenthesis", "right_parenthesis")
        floor = reader.screen.state.visible_links.floor
        await add(reader, str(story), expect=6)
        await settle(reader, lambda: is_linked(reader))
        assert reader.screen.state.visible_links.floor == floor


async def test_what_cannot_be_opened_is_said_in_the_dialog_which_stays(open_reader):
    async with open_reader() as reader:
        await reader.press("plus")
        reader.app.screen.query_one("Input").value = "no-such-file.txt"
        await reader.press("enter")
        await settle(reader, lambda: "no such file" in "\n".join(reader.text()))
        assert isinstance(reader.app.screen, AddArticleDialog)
        await reader.press("escape")
        assert len(reader.screen.state.articles) == 5


async def test_an_article_that_is_open_is_not_added_again(open_reader, seeds):
    seed = Path(__file__).parents[2] / seeds[1].source
    async with open_reader() as reader:
        await reader.press("plus")
        reader.app.screen.query_one("Input").value = str(seed)
        await reader.press("enter")
        await settle(reader, lambda: "Already open as [2]" in "\n".join(reader.text()))
        assert len(reader.screen.state.articles) == 5


async def test_pasted_text_becomes_an_article(open_reader):
    async with open_reader((160, 40)) as reader:
        await reader.press("plus")
        line = reader.app.screen.query_one("Input")
        line.post_message(events.Paste(STORY))
        await reader.pilot.pause()
        assert "Bridge closed after cracks found" in "\n".join(reader.text())
        await reader.press("enter")
        await settle(reader, lambda: len(reader.screen.state.articles) == 6)
        texts = [paragraph.text for paragraph in reader.screen.state.articles[5].paragraphs]
        assert any("no choice" in text for text in texts)


async def test_pasted_text_is_harmless(open_reader):
    async with open_reader((160, 40)) as reader:
        await reader.press("plus")
        line = reader.app.screen.query_one("Input")
        line.post_message(events.Paste("One [/b] \x1b]52;c;Zm9v\x07 line.\n\nAnother \u202e line."))
        await reader.pilot.pause()
        shown = "\n".join(reader.text())
        assert "[/b]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        await reader.press("enter")
        await settle(reader, lambda: len(reader.screen.state.articles) == 6)
        shown = "\n".join(reader.text())
        assert "\x1b" not in shown
        assert "\u202e" not in shown


async def test_delete_removes_the_article_and_undo_brings_it_back(open_reader, seeds):
    async with open_reader((200, 50)) as reader:
        await reader.press("l", "j", "j")
        place, second = reader.reading, reader.screen.state.layout.focus
        await reader.press("delete")
        assert len(reader.screen.state.articles) == 4
        assert seeds[second] not in reader.screen.state.articles
        await reader.press("U")
        assert reader.screen.state.articles == seeds
        assert reader.screen.state.visible_links is not None
        assert not reader.screen.state.visible_links.is_carried, "the links of before are known"
        await reader.press(str(second + 1))
        assert reader.reading == place


async def test_removing_another_article_keeps_the_place(open_reader, seeds):
    async with open_reader((200, 50)) as reader:
        await reader.press("j", "j", "j", "3", "3")
        before = {view.article: view.reading for view in reader.screen.state.views}
        await reader.press("_")
        assert seeds[2] not in reader.screen.state.articles
        for view in reader.screen.state.views:
            assert view.reading == before[view.article]
        await settle(reader, lambda: is_linked(reader))
        places = {
            link.there.article_position
            for link in reader.screen.state.visible_links.coverage.links()
        }
        assert places
        assert max(places) <= 3


async def test_the_last_article_cannot_be_removed(open_reader):
    async with open_reader() as reader:
        await reader.press(*["delete"] * 8)
        assert len(reader.screen.state.articles) == 1


async def test_a_paragraph_can_be_corrected_and_the_correction_is_stored(open_reader, own_state):
    async with open_reader((200, 50)) as reader:
        place = reader.screen.state.place
        number = reader.number
        await reader.press("comma", "enter")
        article = reader.screen.state.articles[place.article]
        assert article.paragraphs[place.paragraph].kind is ParagraphKind.FURNITURE
        assert reader.number != number, "furniture is folded"
        from reader.notebook import Notebook, hash_text

        stored = Notebook(own_state / "state" / "notebook.sqlite3").read_corrections(
            hash_text(article)
        )
        assert stored == {number: ParagraphKind.FURNITURE}
        await reader.press("U")
        article = reader.screen.state.articles[place.article]
        assert article.paragraphs[place.paragraph].kind is ParagraphKind.BODY


async def test_what_was_corrected_before_holds_for_an_article_that_is_added(open_reader, own_state):
    from reader.notebook import Notebook, hash_text
    from reader.sources import open_articles

    story = own_state / "bridge.txt"
    story.write_text(STORY)
    key = hash_text(open_articles([story])[0])
    Notebook(own_state / "state" / "notebook.sqlite3").save_correction(
        key, 2, ParagraphKind.HEADING
    )
    async with open_reader((160, 40)) as reader:
        await add(reader, str(story), expect=6)
        added = reader.screen.state.articles[5]
        assert added.paragraphs[1].kind is ParagraphKind.HEADING


async def test_furniture_becomes_story(open_reader):
    async with open_reader((120, 40)) as reader:
        await reader.press("3", "3", "full_stop")
        state = reader.screen.state
        article = state.articles[state.layout.focus]
        furniture = next(p for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE)
        await reader.press("colon", *str(furniture.number), "enter", "comma", "enter")
        state = reader.screen.state
        corrected = state.articles[state.layout.focus].paragraphs[furniture.number - 1]
        assert corrected.kind is ParagraphKind.BODY
        assert reader.number == furniture.number


async def test_marks_of_a_lens_and_hits_of_a_search_follow_the_articles(open_reader, own_state):
    story = own_state / "bridge.txt"
    story.write_text(STORY.replace("cracks", "Blinken"))
    async with open_reader((160, 40)) as reader:
        await reader.press("slash", *"blinken", "enter")
        before = len(reader.screen.state.search.hits)
        await add(reader, str(story), expect=6)
        assert len(reader.screen.state.search.hits) > before


async def test_tab_completes_a_path(open_reader, own_state, monkeypatch):
    (own_state / "harbour-bridge.txt").write_text(STORY)
    monkeypatch.chdir(own_state)
    async with open_reader() as reader:
        await reader.press("plus", *"harb")
        line = reader.app.screen.query_one("Input")
        await settle(reader, lambda: "our-bridge.txt" in "".join(reader.text()))
        await reader.press("tab")
        assert line.value == "harbour-bridge.txt"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  a.txt ", "a.txt"),
        ("'my file.txt'", "my file.txt"),
        ('"my file.txt"', "my file.txt"),
        ("my\\ file.txt", "my file.txt"),
        ("https://example.org/a\\b", "https://example.org/a\\b"),
        ("~", str(Path.home())),
    ],
)
def test_a_name_is_taken_as_meant(typed: str, meant: str) -> None:
    assert plain_name(typed) == meant
