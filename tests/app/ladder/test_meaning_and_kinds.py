"""Signs of lost meaning, rungs of one word, and kinds of speakers on the ladder."""

from __future__ import annotations

import pytest

from reader.app.ladder.ladder_page import draw_page
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_ladders import QuoteLadders
from reader.app.themes.signs import UNICODE
from reader.quote_versions import shared_quotes

SIZE = (99, 30)
"""Too narrow for the list and its legend."""


def open_ladder(articles) -> LadderState:
    return LadderState(QuoteLadders(articles, shared_quotes(articles)))


def show(state: LadderState) -> str:
    page = draw_page(state, *SIZE, UNICODE, brackets=True)
    return "\n".join("".join(text for text, _ in line) for line in page.lines)


def test_a_lost_negation_is_marked_and_named(make_article):
    full = "“We will not close the harbour of Ashford this winter,” Ada Orlen said."
    articles = [make_article(full, name="a"), make_article(full.replace("not ", ""), name="b")]
    state = open_ladder(articles)
    assert state.ladders.loses_meaning(0)
    assert "⚠not" in show(state)
    assert "a negation is left out: “not”" in show(state.select_rung(1))
    harmless = make_article(full.replace("this winter", ""), name="b")
    state = open_ladder([articles[0], harmless])
    assert not state.ladders.loses_meaning(0)
    assert "⚠" not in show(state)


def test_rungs_of_one_word_take_one_line(make_article):
    full = "“It is a shameful and disastrous plan for the town,” Ada Orlen said."
    articles = [
        make_article(full, name="a"),
        make_article("Ada Orlen called the plan “shameful” on Monday.", name="b"),
        make_article("Ada Orlen called the plan “disastrous” on Monday.", name="c"),
    ]
    state = open_ladder(articles)
    (folded,) = (line for line in show(state).split("\n") if "one word each:" in line)
    assert "“shameful”" in folded
    assert "“disastrous”" in folded
    numbers = [rung.number for rung in state.rungs]
    assert numbers == [0, 1, 2]
    pages = [draw_page(state.select_rung(n), *SIZE, UNICODE, brackets=True) for n in numbers]
    assert all(number in page.rungs for number, page in zip(numbers, pages, strict=True))


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("the report said.", "the report (document)"),
        ("Ada Orlen and Paul Veld said.", "Ada Orlen and Paul Veld (together)"),
        ("the White House said.", "White House (office)"),
        ("Ada Orlen said.", "Ada Orlen "),
    ],
)
def test_a_speaker_who_is_no_person_is_shown_as_what_it_is(make_article, speaker, shown):
    paragraph = f"“It is over for good and nobody in this town can change it,” {speaker}"
    state = open_ladder([make_article(paragraph, name=name) for name in "ab"])
    assert shown in show(state.open_list(True))
    assert "Ada Orlen (" not in show(state.open_list(True))
