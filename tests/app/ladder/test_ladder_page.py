"""The ladder without a screen: texts, state and lines."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import open_articles
from reader.app.ladder.ladder_page import WIDE_FROM, page, sign_of, title_line
from reader.app.ladder.ladder_state import Differences, LadderState
from reader.app.ladder.quote_list import QuoteCoverage
from reader.app.ladder.version_text import Quoted, cells, paraphrase, plain, rows_of, struck
from reader.app.reading.citation import quote_citation
from reader.app.themes.signs import ASCII, UNICODE
from reader.app.widgets.line_widget import parts_width
from reader.linking.links import Place
from reader.shared_quotes import VersionForm, shared_quotes

FULL = "We must meet again before the winter, in the old capital, and settle the border for good"
CUT = "We must meet again in the old capital, and settle the border for good"
CHANGED = (
    "We must gather again before the winter, in the old capital, and settle the border for good"
)
SIGNED = "We must meet again … in the old capital, and settle the border for good"


@pytest.fixture(scope="module")
def seeds():
    articles = open_articles([])
    return QuoteCoverage(articles, shared_quotes(articles))


@pytest.fixture(scope="module")
def make_quotes(make_article):
    """`make_quotes("words", …)`: one article for each, in which the minister says them."""

    def make(*quotes: str) -> QuoteCoverage:
        articles = tuple(
            make_article(
                "The talks ended on Monday.",
                f"“{words},” Prime Minister Anna Berg said.",
                name=f"a{n}",
            )
            for n, words in enumerate(quotes)
        )  # fmt: skip
        return QuoteCoverage(articles, shared_quotes(articles))

    return make


def rung_of(coverage: QuoteCoverage, article: int, quote: int = 0):
    rung = next(rung for rung in coverage.rungs(quote, None) if rung.article == article)
    return rung, Quoted(rung.version, coverage.text(article))


def compared(coverage: QuoteCoverage, article: int, *, signs: bool = True) -> str:
    base = coverage.rungs(0, None)[0]
    _, here = rung_of(coverage, article)
    return struck(here, Quoted(base.version, coverage.text(base.article)), signs=signs).text


# Words


def test_dropped_words_stand_where_they_were(make_quotes):
    assert compared(make_quotes(FULL, CUT), 1) == (
        "“We must meet again [-before the winter,-] in the old capital, and settle the border for "
        "good,”"
    )


def test_changed_words_stand_after_those_they_replace(make_quotes):
    assert "“We must [-meet-] {+gather+} again before" in compared(make_quotes(FULL, CHANGED), 1)


def test_an_ellipsis_is_shown_and_counts_as_signed(make_quotes):
    coverage = make_quotes(FULL, SIGNED)
    assert "again … [-before the winter,-] in the old" in compared(coverage, 1)
    rung, _ = rung_of(coverage, 1)
    assert rung.version.count_cuts(signed=False) == 0


def test_without_signs_a_style_says_it(make_quotes):
    coverage = make_quotes(FULL, CUT)
    _, there = rung_of(coverage, 0)
    _, here = rung_of(coverage, 1)
    writing = struck(here, there, signs=False)
    assert [writing.text[a:b] for a, b, style in writing.styles if style == "dropped"] == [
        "before the winter,"
    ]
    assert "[-" not in writing.text


def test_a_long_trim_shows_its_first_and_last_words(seeds):
    quote, _ = seeds.find(Place(0, 7))
    base = seeds.rungs(quote, None)[0]
    _, here = rung_of(seeds, 0, quote)
    text = struck(here, Quoted(base.version, seeds.text(base.article)), signs=True).text
    assert text == (
        "“Face-to-face diplomacy matters, [-It is important for avoiding miscommunications … of "
        "the American people.-]”"
    )


def test_a_split_quote_shows_both_parts_in_their_marks(seeds):
    _, here = rung_of(
        seeds, 0, next(q for q in range(7) if "fentanyl" in seeds.quotes[q].base.text)
    )
    assert "ages of 18 and 49,” … “President Biden" in plain(here).text


def test_words_of_a_paraphrase_that_the_base_has_stand_out(seeds):
    base, _ = rung_of(seeds, 0)
    rung = next(r for r in seeds.rungs(0, None) if r.version.form is VersionForm.INDIRECT)
    writing = paraphrase(Quoted(rung.version, seeds.text(rung.article)), base.version)
    telling = {writing.text[a:b] for a, b, _ in writing.styles}
    assert {"engaging", "directly", "differences"} <= telling
    assert "acknowledging" not in telling


def test_cells_set_the_same_words_beside_each_other(make_quotes):
    coverage = make_quotes(FULL, CUT)
    _, there = rung_of(coverage, 0)
    _, here = rung_of(coverage, 1)
    found = cells(here, there, signs=False)
    assert " ".join(cell.there for cell in found if cell.there) == f"“{FULL},”"
    assert " ".join(cell.here for cell in found if cell.here) == f"“{CUT},”"
    assert [cell.there for cell in found if not cell.same] == ["before", "the", "winter,"]
    for row in rows_of(found, 30):
        assert sum(max(len(c.there), len(c.here)) + 1 for c in row) - 1 <= 30


# What happened, as signs


def test_the_sign_of_a_quote_is_what_most_wants_a_look(make_quotes):
    assert sign_of(make_quotes(FULL, CUT).outcome(0), UNICODE) == "✂"
    assert sign_of(make_quotes(FULL, CUT).outcome(0), ASCII) == "/"
    assert sign_of(make_quotes(FULL, CHANGED).outcome(0), UNICODE) == "~"
    assert sign_of(make_quotes(FULL, FULL).outcome(0), UNICODE) == "="
    assert sign_of(make_quotes(FULL, FULL[: FULL.index(", and")]).outcome(0), UNICODE) == "›"


def test_the_signs_of_the_seeds(seeds):
    signs = {
        quote.base.text[:14]: sign_of(seeds.outcome(number), UNICODE)
        for number, quote in enumerate(seeds.quotes)
    }
    assert signs["I think it’s i"] == "✂"
    assert signs["Whether we cho"] == "="
    assert signs["Face to face d"] == "›"
    assert signs["no limits"] == "="


# The place on the ladder


def test_a_paragraph_leads_to_its_quote_and_rung(seeds):
    quote, rung = seeds.find(Place(3, 11))
    found = seeds.rungs(quote, None)[rung]
    assert (found.article, found.paragraphs) == (3, "¶12")
    assert seeds.find(Place(0, 0)) is None


def test_the_same_words_are_told_once(seeds):
    rungs = seeds.rungs(0, None)
    assert [rung.same_words_as for rung in rungs[:3]] == [None, None, 1]


def test_articles_without_the_quote_are_named(seeds):
    assert seeds.not_in(seeds.quotes[0]) == (2,)


def test_steps_end_at_both_ends(seeds):
    state = LadderState(seeds)
    assert not state.step_quote(-1)
    assert state.step_quote(1)
    assert not state.step_rung(-1)
    while state.step_rung(1):
        pass
    assert state.rung == len(state.rungs) - 1
    assert state.go_to_quote(10_000)
    assert state.quote == len(seeds.quotes) - 1
    assert state.rung == 0


def test_a_base_is_chosen_and_given_up(seeds):
    state = LadderState(seeds, 0, 1)
    assert state.choose_base()
    assert state.base_rung.article == 3
    assert state.rungs[1].version.edits == ()
    assert state.rungs[0].version.inserted_count >= 11
    assert state.choose_base()
    assert state.base_rung.number == 0


def test_an_indirect_version_is_no_base(seeds):
    state = LadderState(seeds, 0)
    state.go_to_rung(len(state.rungs) - 1)
    assert not state.choose_base()


def test_a_pair_never_sets_a_version_beside_itself(seeds):
    state = LadderState(seeds, 0, 0)
    state.pair()
    seen = {state.opposite.number}
    while state.step_rung(1):
        assert state.opposite.number != state.base_rung.number
        seen.add(state.opposite.number)
    assert seen == set(range(1, len(state.rungs)))
    before = state.opposite.number
    assert not state.choose_base()
    state.go_to_rung(1)
    assert state.choose_base()
    assert (state.base_rung.number, state.opposite.number) == (1, 0)
    assert before != 1


def test_an_article_leads_to_its_versions_in_turn(seeds):
    state = LadderState(seeds, 0)
    assert state.go_to_article(4)
    first = state.rung
    assert state.go_to_article(4)
    assert state.rung > first
    assert state.go_to_article(4)
    assert state.rung == first
    assert not state.go_to_article(2)


# Lines

SIZES = [(200, 50), (120, 40), (100, 30), (99, 24), (80, 24), (60, 20), (40, 15), (24, 8), (31, 9)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_line_is_as_wide_as_the_screen_and_the_page_as_high(seeds, size, signs):
    width, rows = size
    assert seeds.quotes
    for quote, style, paired, listing in product(
        range(len(seeds.quotes)), Differences, (False, True), (False, True)
    ):
        state = LadderState(seeds, quote)
        state.differences, state.paired, state.listing = style, paired, listing
        for rung in range(len(state.rungs)):
            state.go_to_rung(rung)
            shown = page(state, width, rows - 2, signs, bracketed=not signs.unicode)
            assert len(shown.lines) == len(shown.quotes) == len(shown.rungs) == rows - 2
            assert {parts_width(line) for line in shown.lines} == {width}
            assert parts_width(title_line(state, width, signs)) == width
            assert shown.top >= 0
            if not paired and not shown.quotes[0] and (width >= WIDE_FROM or not listing):
                assert rung in shown.rungs, "the rung that is read is on the screen"
            state.top, state.list_top = shown.top, shown.list_top


ODD_WORDS = (
    "treaty", "中国", "👩‍👩‍👧", "[sic]", "[/]", "border-line", "é́́", "a", "x" * 90, "…", "$8.5",
    "—", "it’s",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(ODD_WORDS), min_size=6, max_size=30)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(0, 40), st.sampled_from(SIZES), st.sampled_from(list(Differences)))
def test_any_words_keep_within_the_screen(make_quotes, words, cut, size, style):
    fixed = "We will never leave the northern valley to the invaders and their helpers"
    full = f"{fixed} {' '.join(words)} said the old soldier of the village"
    other = [*full.split(" ")]
    del other[cut % len(other) : cut % len(other) + 3]
    coverage = make_quotes(full, " ".join(other))
    if not coverage.quotes:
        return
    width, rows = size
    for paired in (False, True):
        state = LadderState(coverage, 0, 1)
        state.differences, state.paired = style, paired
        shown = page(state, width, rows - 2, UNICODE, bracketed=True)
        assert {parts_width(line) for line in shown.lines} == {width}


def text_of(shown) -> str:
    return "\n".join("".join(text for text, _ in line) for line in shown.lines)


def test_the_heading_says_who_carries_the_quote_and_where_it_is_fullest(seeds):
    text = text_of(page(LadderState(seeds), 120, 38, UNICODE, bracketed=False))
    assert "in 4 of 5 articles · fullest here: [1] ¶3, 46 words · not in [3]" in text
    assert "original" not in text


def test_the_counts_are_told_in_signs_and_in_words(seeds):
    text = text_of(page(LadderState(seeds, 0, 1), 120, 38, UNICODE, bracketed=False))
    assert "[4] ¶12 direct 32 words ✂3 ›11" in text
    assert "✂ 3 words cut inside, no ellipsis" in text
    assert "› 11 words trimmed at the end" in text
    assert "“told” (neutral), there “emphasized” (asserting)" in text
    assert "same words as [4] ¶12; straight quotation marks" in text
    assert "certainty" in text


def test_the_list_marks_who_carries_each_quote(seeds):
    text = text_of(page(LadderState(seeds), 120, 38, UNICODE, bracketed=False))
    assert "12·45 ✂" in text
    assert "·2·45 =" in text


def test_words_given_to_another_speaker_want_a_look(make_article):
    articles = tuple(
        make_article("The talks ended on Monday.", f"“{FULL},” {who} said.", name=who)
        for who in ("Prime Minister Anna Berg", "Foreign Minister Karl Holm")
    )
    state = LadderState(QuoteCoverage(articles, shared_quotes(articles)), 0, 1)
    text = text_of(page(state, 120, 38, UNICODE, bracketed=False))
    assert "⚠ 12 =" in text
    assert "⚠ speaker:" in text


def test_many_articles_are_counted(make_quotes):
    coverage = make_quotes(*[FULL] * 15)
    text = text_of(page(LadderState(coverage), 120, 38, UNICODE, bracketed=False))
    assert "15/15" in text


def test_a_long_ladder_follows_the_rung_and_can_be_scrolled(make_quotes):
    state = LadderState(make_quotes(*[f"{FULL} {'very ' * n}soon" for n in range(30)]))
    state.go_to_rung(29)
    shown = page(state, 80, 22, UNICODE, bracketed=False)
    assert 29 in shown.rungs
    assert "lines above" in text_of(shown)
    state.top = shown.top
    state.scroll(-10_000)
    shown = page(state, 80, 22, UNICODE, bracketed=False)
    assert (shown.top, shown.rungs.count(29)) == (0, 0)
    assert "lines below" in text_of(shown)


def test_a_pair_has_the_same_words_in_the_same_rows(make_quotes):
    state = LadderState(make_quotes(FULL, CUT), 0, 1)
    state.pair()
    rows = text_of(page(state, 80, 22, UNICODE, bracketed=True)).split("\n")
    halves = [row.split(" │ ") for row in rows if row.count(" │ ") == 1]
    for word in ("meet", "capital,", "settle"):
        left, right = next(pair for pair in halves if word in pair[0])
        assert left.index(word) == right.index(word)
    assert any("[-before" in left and "before" not in right for left, right in halves)


def test_a_citation_of_a_quote_says_who_said_it_and_what_differs(make_article):
    article = make_article("“Yes,” she said.", name="a", outlet="AP", title="Talks")
    assert quote_citation(
        article, "Yes,", "¶1", speaker="Anna Berg", cue="said", differs=("2 words trimmed",)
    ) == ("“Yes,”\n— Anna Berg (“said”), AP, “Talks”, ¶1 (a.txt)\n  2 words trimmed")
