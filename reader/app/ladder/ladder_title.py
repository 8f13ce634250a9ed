"""The title line of the ladder screen."""

from __future__ import annotations

from reader.app.ladder.ladder_page import WIDE_FROM
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_ladders import QuoteOutcome
from reader.app.ladder.quote_list import kind_note, speaker_name
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import pad
from reader.app.widgets.line_widget import Line, Part, justify

_NARROW_BELOW = 70
"""Cells below which the title says only how many quotes are shared."""
_FULL_FROM = 120
"""Cells from which on the title has room for the order of the list."""


def draw_title(state: LadderState, width: int, signs: Signs) -> Line:
    """Return the first line of the screen: the counts, or the quote where no list is shown."""
    if width < WIDE_FROM and not state.is_list_open:
        left = _describe_quote(state, signs)
    elif width < _NARROW_BELOW:
        left = [(" Quotes ", "strong"), (f"{signs.dot} {len(state.ladders.shared)} shared", "")]
    else:
        brand: Part = (f"{signs.rail} Quotes {signs.rail} ", "muted")
        left = [(" reader ", "strong"), brand, (_count_quotes(state, width), "")]
    return pad(justify(left, _right_parts(state, width, signs), width), width)


def _right_parts(state: LadderState, width: int, signs: Signs) -> list[Part]:
    keys: Part = ("? keys ", "muted")
    if width >= _FULL_FROM:
        return [(f"sort: {state.order.value} {signs.rail} ", "muted"), keys]
    return [(f"{signs.rail} " if width >= _NARROW_BELOW else "", "muted"), keys]


def _describe_quote(state: LadderState, signs: Signs) -> list[Part]:
    """Return which quote of the list is compared, and its speaker."""
    place = f" Quote {state.quote + 1}/{len(state.quotes)} "
    return [
        (place, "strong"),
        (f"{signs.dot} {speaker_name(state.shared)}", ""),
        (kind_note(state.shared), "muted"),
    ]


def _count_quotes(state: LadderState, width: int) -> str:
    """Return how many quotes there are, and how many were cut without a sign of it."""
    ladders = state.ladders
    shared = len(ladders.shared)
    text = f"{shared} quote{'s' if shared != 1 else ''} in more than one article"
    if ladders.single and width >= _FULL_FROM:
        text = f"{len(ladders.quotes)} quotes, {shared} in more than one article"
    cut = sum(ladders.outcome(number) is QuoteOutcome.CUT for number in range(shared))
    if cut:
        text += f", {cut} cut inside" + (" with no ellipsis" if width >= WIDE_FROM else "")
    return text
