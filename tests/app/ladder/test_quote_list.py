"""The list of quotes as lines."""

from __future__ import annotations

import pytest

from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_ladders import QuoteOutcome
from reader.app.ladder.quote_list import draw_quote_list, outcome_sign, sign_meanings
from reader.app.themes.signs import ASCII, UNICODE


@pytest.mark.parametrize(
    ("outcome", "sign", "ascii_sign"),
    [
        (QuoteOutcome.CUT, "✂", "/"),
        (QuoteOutcome.REWORDED, "∼", "%"),
        (QuoteOutcome.TRIMMED, "›", "\\"),
        (QuoteOutcome.SAME, "=", "="),
    ],
)
def test_an_outcome_has_its_sign(outcome, sign, ascii_sign):
    assert (outcome_sign(outcome, UNICODE), outcome_sign(outcome, ASCII)) == (sign, ascii_sign)


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_two_outcomes_have_one_sign(signs):
    meanings = dict(sign_meanings(signs))
    assert len(meanings) == len(QuoteOutcome) + 2


def test_the_outcomes_of_the_seeds(seeds):
    signs = {
        quote.base.text[:14]: outcome_sign(seeds.outcome(number), UNICODE)
        for number, quote in enumerate(seeds.shared)
    }
    assert signs["I think it’s i"] == "✂"
    assert signs["Whether we cho"] == "="
    assert signs["Face to face d"] == "›"
    assert signs["no limits"] == "="


@pytest.mark.parametrize("height", [6, 12, 40])
def test_the_selected_quote_is_on_the_screen(seeds, height):
    assert seeds.shared
    for number in range(len(seeds.shared)):
        drawn = draw_quote_list(LadderState(seeds, number), 40, height, UNICODE)
        assert drawn.quotes.count(number) == 2
        assert len(drawn.lines) == len(drawn.quotes) == height
