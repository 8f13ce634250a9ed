"""The title line of the people screen."""

from __future__ import annotations

from reader.app.people.people_state import PeopleState
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import pad
from reader.app.widgets.line_widget import Line, Part, justify
from reader.articles import clean_line

_FULL_FROM = 100
"""Cells from which on the order of the rows is named."""
_NARROW_BELOW = 60
_LONGEST_FILTER = 40


def draw_title(state: PeopleState, width: int, signs: Signs) -> Line:
    """Return the first line of the screen: the counts, or the filter."""
    is_narrow = width < _NARROW_BELOW
    left: list[Part] = [(" People ", "strong"), (f"{signs.dot} ", "muted")]
    if not is_narrow:
        left = [(" reader ", "strong"), (f"{signs.rail} People {signs.rail} ", "muted")]
    left += _count_people(state, signs, is_narrow=is_narrow)
    right: list[Part] = [("? keys ", "muted")]
    if width >= _FULL_FROM:
        right.insert(0, (f"order: {state.order.value} {signs.rail} ", "muted"))
    return pad(justify(left, right, width), width)


def name_rows(count: int) -> str:
    """Return a number of rows as printed."""
    return "1 row" if count == 1 else f"{count} rows"


def _count_people(state: PeopleState, signs: Signs, *, is_narrow: bool) -> list[Part]:
    counts = state.counts
    if state.filter:
        typed = clean_line(state.filter, _LONGEST_FILTER)
        return [(f"{name_rows(len(state.rows))} with “{typed}”", "key")]
    if is_narrow:
        return [(f"{counts.heard} heard, {counts.silent} never", "")]
    parts: list[Part] = [
        (f"{counts.heard} heard, {counts.heard_once} in one article only ", ""),
        (f"{signs.rail} ", "muted"),
        (f"{counts.silent} named, never heard", ""),
    ]
    if state.is_folded:
        parts.append((f" {signs.rail} {counts.in_one_article} folded", "key"))
    return parts
