"""The lines of the ladder screen between title and key line."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.ladder.ladder_page import WIDE_FROM, draw_page
from reader.app.ladder.ladder_state import DifferenceStyle, LadderState
from reader.app.ladder.ladder_title import draw_title
from reader.app.ladder.quote_ladders import QuoteLadders
from reader.app.themes.signs import ASCII, UNICODE
from reader.app.widgets.line_widget import parts_width
from reader.quote_versions import shared_quotes

FULL = "We must meet again before the winter, in the old capital, and settle the border for good"
CUT = FULL.replace("before the winter, ", "")
SIZES = [(200, 50), (120, 40), (100, 30), (99, 24), (80, 24), (60, 20), (40, 15), (24, 8), (31, 9)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_line_is_as_wide_as_the_screen_and_the_page_as_high(seeds, size, signs):
    width, rows = size
    assert seeds.quotes
    for quote, style, is_pair, is_list_open in product(
        range(len(seeds.quotes)), DifferenceStyle, (False, True), (False, True)
    ):
        state = LadderState(seeds, quote, style=style, is_pair=is_pair, is_list_open=is_list_open)
        has_rungs = not is_pair and (width >= WIDE_FROM or not is_list_open)
        for rung in range(len(state.rungs)):
            state = state.select_rung(rung)
            page = draw_page(state, width, rows - 2, signs, brackets=not signs.unicode)
            assert len(page.lines) == len(page.quotes) == len(page.rungs) == rows - 2
            assert {parts_width(line) for line in page.lines} == {width}
            assert parts_width(draw_title(state, width, signs)) == width
            assert page.top >= 0
            assert not has_rungs or rung in page.rungs, "the selected rung is on the screen"
            state = state.scroll_to(page.top, page.list_top)


ODD_WORDS = (
    "treaty", "中国", "👩‍👩‍👧", "[sic]", "[/]", "border-line", "é́́", "a", "x" * 90, "…", "$8.5",
    "—", "it’s",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(ODD_WORDS), min_size=6, max_size=30)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(0, 40), st.sampled_from(SIZES), st.sampled_from(list(DifferenceStyle)))
def test_any_words_keep_within_the_screen(make_ladders, words, cut, size, style):
    fixed = "We will never leave the northern valley to the invaders and their helpers"
    full = f"{fixed} {' '.join(words)} said the old soldier of the village"
    other = [*full.split(" ")]
    del other[cut % len(other) : cut % len(other) + 3]
    ladders = make_ladders(full, " ".join(other))
    assert ladders.shared
    width, rows = size
    for is_pair in (False, True):
        state = LadderState(ladders, rung=1, style=style, is_pair=is_pair)
        page = draw_page(state, width, rows - 2, UNICODE, brackets=True)
        assert {parts_width(line) for line in page.lines} == {width}


def text_of(state, size=(120, 38), *, brackets=False) -> str:
    page = draw_page(state, *size, UNICODE, brackets=brackets)
    return "\n".join("".join(text for text, _ in line) for line in page.lines)


def test_the_heading_says_who_carries_the_quote_and_where_it_is_fullest(seeds):
    text = text_of(LadderState(seeds))
    assert "in 4 of 5 articles · fullest here: [1] ¶3, 46 words · not in [3]" in text
    assert "original" not in text


def test_the_counts_are_given_in_signs_and_in_words(seeds):
    text = text_of(LadderState(seeds, rung=1))
    assert " ¶12 direct 32 words ✂3 ›11" in text
    assert "✂ 3 words cut inside, no ellipsis" in text
    assert "› 11 words trimmed at the end" in text
    assert "“told” (neutral), there “emphasized” (asserting)" in text
    assert "same words as [4] ¶12; straight quotation marks" in text
    assert "certainty" in text


def test_the_list_marks_who_carries_each_quote(seeds):
    text = text_of(LadderState(seeds))
    assert "12·45 ✂" in text
    assert "·2·45 =" in text


def test_words_given_to_another_speaker_are_flagged(make_article):
    articles = tuple(
        make_article("The talks ended on Monday.", f"“{FULL},” {who} said.", name=who)
        for who in ("Prime Minister Anna Berg", "Foreign Minister Karl Holm")
    )
    text = text_of(LadderState(QuoteLadders(articles, shared_quotes(articles)), rung=1))
    assert "⚠ 12 =" in text
    assert "⚠ speaker:" in text


def test_many_articles_are_counted(make_ladders):
    assert "15/15" in text_of(LadderState(make_ladders(*[FULL] * 15)))


def test_a_long_ladder_follows_the_rung_and_can_be_scrolled(make_ladders):
    state = LadderState(make_ladders(*[f"{FULL} {'very ' * n}soon" for n in range(30)]))
    state = state.select_rung(29)
    page = draw_page(state, 80, 22, UNICODE, brackets=False)
    assert 29 in page.rungs
    assert "lines above" in text_of(state, (80, 22))
    state = state.scroll_to(page.top, page.list_top).scroll(-10_000)
    page = draw_page(state, 80, 22, UNICODE, brackets=False)
    assert (page.top, page.rungs.count(29)) == (0, 0)
    assert "lines below" in text_of(state, (80, 22))


def test_a_pair_has_the_same_words_in_the_same_rows(make_ladders):
    state = LadderState(make_ladders(FULL, CUT), rung=1, is_pair=True)
    rows = text_of(state, (80, 22), brackets=True).split("\n")
    halves = [row.split(" │ ") for row in rows if row.count(" │ ") == 1]
    for word in ("meet", "capital,", "settle"):
        left, right = next(pair for pair in halves if word in pair[0])
        assert left.index(word) == right.index(word)
    assert any("⟦-before" in left and "before" not in right for left, right in halves)


def test_what_does_not_fit_beside_a_name_goes_on_below_where_there_are_lines(make_article):
    outlets = ("The Harbour and Valley Courier", "The Evening Star of the Islands")
    articles = tuple(
        make_article(f"“{FULL},” Anna Berg told reporters on the old quay of Tarnow.", name=name)
        for name in outlets
    )
    state = LadderState(QuoteLadders(articles, shared_quotes(articles)), rung=1)
    assert "told reporters on the old quay of Tarnow" not in text_of(state, (80, 9))
    assert "told reporters" in text_of(state, (80, 22))
    many = LadderState(QuoteLadders(articles * 6, shared_quotes(articles * 6)))
    assert len(text_of(many, (80, 22)).split("\n")) == 22
