"""The state of the ladder: every change gives a new one."""

from __future__ import annotations

import pytest

from reader.app.ladder.ladder_state import DifferenceStyle, LadderState
from reader.app.ladder.quote_ladders import QuoteLadders, QuoteOrder
from reader.quote_versions import ArticleQuotes


@pytest.fixture(scope="module")
def every_quote(seeds):
    """The seeds with the quotes that one article alone carries."""
    found = ArticleQuotes(seeds.articles).find_utterances()
    shared = [quote for quote in found if len(quote.articles) > 1]
    return QuoteLadders(seeds.articles, shared, found[len(shared) :])


def test_steps_end_at_both_ends(seeds):
    state = LadderState(seeds)
    assert state.step(-1) == state
    assert state.step(1).quote == 1
    assert state.step_rung(-1) == state
    last = LadderState(seeds, rung=len(state.rungs) - 1)
    assert last.step_rung(1) == last


def test_a_number_past_the_end_selects_the_last(seeds):
    state = LadderState(seeds, rung=1, base=1).select_quote(10_000)
    assert (state.quote, state.rung, state.base) == (len(seeds.shared) - 1, 0, None)
    state = LadderState(seeds).select_rung(10_000)
    assert state.rung == len(state.rungs) - 1


def test_a_base_is_chosen_and_given_up(seeds):
    chosen = LadderState(seeds, rung=1).toggle_base()
    assert chosen.base_rung.article == 3
    assert chosen.rungs[1].version.edits == ()
    assert chosen.toggle_base().base_rung.number == 0


def test_an_indirect_version_cannot_be_the_base(seeds):
    state = LadderState(seeds)
    indirect = state.select_rung(len(state.rungs) - 1)
    assert not indirect.can_be_base
    assert indirect.toggle_base() == indirect


def test_a_pair_never_has_the_same_version_twice(seeds):
    state = LadderState(seeds).toggle_pair()
    seen = [state.opposite.number]
    while (following := state.step_rung(1)) != state:
        state = following
        seen.append(state.opposite.number)
    assert seen == list(range(1, len(state.rungs)))
    assert state.base_rung.number == 0


def test_the_base_of_a_pair_changes_places_with_the_other(seeds):
    state = LadderState(seeds, rung=1, is_pair=True).toggle_base()
    assert (state.base_rung.number, state.opposite.number) == (1, 0)


def test_another_quote_with_one_version_ends_the_pair(every_quote):
    state = LadderState(every_quote, is_pair=True, is_unfolded=True)
    assert state.step(1).is_pair
    single = state.select_quote(len(every_quote.shared))
    assert len(single.rungs) == 1
    assert not single.is_pair


def test_an_article_leads_to_its_versions_in_turn(seeds):
    first = LadderState(seeds).select_article(4)
    second = first.select_article(4)
    assert [first.rungs[first.rung].article, second.rungs[second.rung].article] == [4, 4]
    assert second.rung > first.rung
    assert second.select_article(4).rung == first.rung


def test_an_article_without_the_quote_changes_nothing(seeds):
    state = LadderState(seeds)
    assert not state.has_version_of(2)
    assert state.select_article(2) == state


def test_the_fold_line_follows_the_last_shared_quote(every_quote):
    last = LadderState(every_quote, len(every_quote.shared) - 1)
    on_fold = last.step(1)
    assert on_fold.is_on_fold
    assert on_fold.step(1) == on_fold
    assert on_fold.step(-1) == last


def test_unfolding_selects_the_first_quote_of_one_article(every_quote):
    unfolded = LadderState(every_quote).fold_single()
    assert unfolded.lists_single
    assert unfolded.quote == len(every_quote.shared)
    folded = unfolded.fold_single()
    assert not folded.lists_single
    assert folded.quote == len(every_quote.shared) - 1


def test_quotes_of_one_article_are_listed_where_there_are_no_others(every_quote):
    alone = QuoteLadders(every_quote.articles, (), every_quote.single)
    state = LadderState(alone)
    assert state.lists_single
    assert state.fold_single().lists_single


def test_the_compared_quote_stays_selected_in_every_order(seeds):
    state = LadderState(seeds, 2)
    orders = set()
    for _ in QuoteOrder:
        following = state.sort_by_next_order()
        assert following.shared == state.shared
        orders.add(following.order)
        state = following
    assert orders == set(QuoteOrder)
    assert state.ladders.shared == seeds.shared


def test_a_filter_lists_quotes_with_all_its_words(every_quote):
    state = LadderState(every_quote).filter_by("BLINKEN engagement")
    assert 0 < len(state.ladders.quotes) < len(every_quote.quotes)
    for quote in state.ladders.quotes:
        assert any("engagement" in version.text for version in quote.versions)
    back = state.filter_by("")
    assert (back.filter, back.unfiltered) == ("", None)
    assert set(back.ladders.quotes) == set(every_quote.quotes)


def test_the_compared_quote_stays_selected_in_a_filter(every_quote):
    state = LadderState(every_quote, 2)
    word = state.shared.base.words[0].key
    assert state.filter_by(word).shared == state.shared
    assert state.filter_by(word).filter_by("").shared == state.shared


def test_a_filter_that_nothing_has_changes_nothing(every_quote):
    state = LadderState(every_quote, 2)
    assert state.filter_by("zeppelin") == state


def test_a_filter_finds_outlets_and_forms(every_quote):
    label = every_quote.articles[1].label
    found = LadderState(every_quote).filter_by(f"partial {label}").ladders.quotes
    assert found
    for quote in found:
        assert 1 in quote.articles


def test_sorting_keeps_the_filter(every_quote):
    state = LadderState(every_quote).filter_by("china")
    following = state.sort_by_next_order()
    assert set(following.ladders.quotes) == set(state.ladders.quotes)
    assert following.filter == "china"


def test_styles_come_one_after_the_other(seeds):
    state = LadderState(seeds)
    styles = []
    for _ in DifferenceStyle:
        state = state.show_next_style()
        styles.append(state.style)
    assert styles == [
        DifferenceStyle.WORD_UNDER_WORD,
        DifferenceStyle.OFF,
        DifferenceStyle.STRUCK,
    ]


def test_scrolling_stops_at_the_top_and_a_rung_ends_it(seeds):
    scrolled = LadderState(seeds).scroll(3)
    assert (scrolled.top, scrolled.is_scrolled) == (3, True)
    assert scrolled.scroll(-10).top == 0
    assert not scrolled.select_rung(1).is_scrolled
