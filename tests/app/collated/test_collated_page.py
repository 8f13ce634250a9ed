"""The lines of the collated story fit every width and lose no word."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from reader import compare, open_articles
from reader.app.collated.collated_page import StoryLines, draw_page, draw_title
from reader.app.collated.collated_state import CollatedState
from reader.app.collated.moment_block import BlockLayout, BlockView, draw_moment
from reader.app.themes.signs import ASCII, UNICODE
from reader.story.collated.collated_story import CollatedMoment

WIDTHS = [24, 40, 80, 99, 100, 120, 200]


@pytest.fixture(scope="module")
def state() -> CollatedState:
    return CollatedState.of(compare(open_articles([])).collated)


def text_of(lines) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_line_is_as_wide_as_the_screen(state: CollatedState, width: int, signs) -> None:
    story = StoryLines(BlockLayout(width, len(state.articles), signs))
    pages = [
        draw_page(each, story, 30)
        for each in (state, state.select(9).open_versions(is_open=True), state.fold())
    ]
    lines = [line for page in pages for line in text_of(page.lines)]
    assert {cell_len(line) for line in lines} == {width}
    assert {len(page.lines) for page in pages} == {30}
    assert cell_len(text_of([draw_title(state, width, signs)])[0]) == width


def test_what_the_foot_has_no_room_for_is_left_out_whole(state: CollatedState) -> None:
    feet = []
    for width in (40, 60, 70, 80, 90, 120):
        story = StoryLines(BlockLayout(width, len(state.articles), UNICODE))
        feet.append(text_of(draw_page(state, story, 30).lines)[-1].rstrip())
    assert [foot for foot in feet if foot.endswith("…")] == []
    assert feet[-1].endswith("no word is added")
    assert feet[3].endswith(("no word is added", "as printed"))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_word_of_a_moment_is_on_the_screen(state: CollatedState, width: int) -> None:
    layout = BlockLayout(width, len(state.articles), UNICODE)
    missing = []
    for moment in state.story.moments:
        drawn = " ".join(text_of(draw_moment(moment, layout)))
        drawn = drawn.replace("⟦", "").replace("⟧", "")
        words = " ".join(passage.text for passage in moment.shown).split()
        missing += [word for word in words if word not in drawn]
    assert missing == []


def test_all_versions_are_shown_with_the_words_that_only_they_have(state: CollatedState) -> None:
    layout = BlockLayout(80, len(state.articles), UNICODE)
    moment = next(each for each in state.story.moments if len(each.versions) > 2)
    drawn = "\n".join(text_of(draw_moment(moment, layout, BlockView(is_open=True))))
    numbers = [f"¶{version.passages[0].number}" for version in moment.versions]
    assert [number for number in numbers if number not in drawn] == []
    assert "⟦+" in drawn


def find_moment(state: CollatedState, words: str) -> CollatedMoment:
    """The moment that is shown with these words."""
    (found,) = (each for each in state.story.moments if words in each.shown[0].text)
    return found


def test_what_others_have_is_beside_a_moment_or_below_it(state: CollatedState) -> None:
    moment = find_moment(state, "sustained engagement")
    wide, narrow = (
        text_of(draw_moment(moment, BlockLayout(width, len(state.articles), UNICODE)))
        for width in (120, 80)
    )
    cut = "✂3 ›11 told"
    assert cut in next(line for line in wide if "4 ¶12" in line and "│" in line[50:])
    assert cut in next(line for line in narrow if line.startswith("   │ 4 ¶12"))


def test_who_tells_a_moment_is_at_fixed_places(state: CollatedState) -> None:
    head = text_of(
        draw_moment(find_moment(state, "sustained engagement"), BlockLayout(120, 5, UNICODE))
    )[0]
    assert head.startswith("    1 2 ┄ 4 5")


def test_the_sign_of_one_article_stands_apart_from_the_places(state: CollatedState) -> None:
    layout = BlockLayout(120, 5, UNICODE)
    single = [moment for moment in state.story.moments if moment.is_in_one_article]
    assert single
    for moment in single:
        head = text_of(draw_moment(moment, layout))[0]
        assert head[1] != " "
        assert head[2:4] == "  "
        assert head[4] != " "


@pytest.mark.parametrize(
    ("signs", "sign"), [(UNICODE, "░"), (ASCII, ":")], ids=["unicode", "ascii"]
)
def test_shared_copy_is_shown_beside_those_who_tell(state: CollatedState, signs, sign) -> None:
    layout = BlockLayout(120, 5, signs)
    heads = {
        bool(moment.copy): text_of(draw_moment(moment, layout))[0][: layout.carriers].rstrip(" │|")
        for moment in state.story.moments
        if not moment.is_in_one_article
    }
    assert heads[True].endswith(sign)
    assert not heads[False].endswith(sign)


def test_the_selected_moment_has_the_bar_and_is_on_the_screen(state: CollatedState) -> None:
    story = StoryLines(BlockLayout(80, 5, UNICODE))
    pages = [draw_page(state.select(at), story, 22) for at in range(0, len(state.listed), 7)]
    barred = [
        next(at for at, line in enumerate(text_of(page.lines)) if line.startswith("▌"))
        for page in pages
    ]
    selected = [page.rows[at] for page, at in zip(pages, barred, strict=True)]
    assert selected == list(state.listed[::7])


def test_much_that_others_have_is_cut_but_for_the_selected_moment(state: CollatedState) -> None:
    layout = BlockLayout(120, len(state.articles), UNICODE)
    short = text_of(draw_moment(state.selected, layout))
    whole = text_of(draw_moment(state.selected, layout, BlockView(is_selected=True)))
    assert len(short) < len(whole)
    assert [len(re.findall(r"… \d more", "\n".join(lines))) for lines in (short, whole)] == [1, 0]


def test_what_is_perhaps_elsewhere_is_not_called_only_in_one(state: CollatedState) -> None:
    layout = BlockLayout(120, len(state.articles), UNICODE)
    for moment in state.story.moments:
        drawn = "\n".join(text_of(draw_moment(moment, layout)))
        assert ("◇" in drawn) == ("only in" in drawn) == moment.is_only_here
        possible = ("in one article, perhaps", "in one article, probably")
        assert any(words in drawn for words in possible) == (
            moment.is_in_one_article and not moment.is_only_here
        )
    sure, once = state.story.only_here_count, state.story.one_article_count
    assert 0 < sure < once
    title = text_of([draw_title(state, 120, UNICODE)])[0]
    assert f"{sure} only here, {once - sure} perhaps" in title
