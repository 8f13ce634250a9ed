"""The lines of the differences screen between title and key line."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.differences.difference_lines import count_lines, draw_difference
from reader.app.differences.difference_state import DifferenceState
from reader.app.notes.noted_things import is_difference_noted
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import pad, rule_line
from reader.app.widgets.line_widget import Line, Part, justify, parts_width
from reader.articles import clean_line

_LEGEND_FROM = 14
"""The height in lines from which on a legend is below the list."""
_LONGEST_FILTER = 30
_NOT_JUDGED = " differ, not wrong: reader cannot tell who is right"


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """The lines between title and key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[int, int] | None, ...]
    """For each line the position of its difference and of its side, -1 for its head; or None."""
    top: int
    """The first line of the list that is shown."""
    room: int
    """Lines of the list that fit."""


def draw_page(state: DifferenceState, width: int, height: int, signs: Signs) -> DifferencePage:
    """Draw everything between the title and the key line.

    Args:
        state: what is listed and selected.
        width: cells of a line.
        height: lines.
        signs: the signs of this terminal.
    """
    below = _draw_legend(width, signs) if height >= _LEGEND_FROM else []
    room = max(1, height - len(below))
    heights = [
        count_lines(difference, is_selected=index == state.index)
        for index, difference in enumerate(state.listed)
    ]
    top = _find_top(state, heights, room)
    lines: list[Line] = []
    rows: list[tuple[int, int] | None] = []
    first = 0
    for index, (difference, count) in enumerate(zip(state.listed, heights, strict=True)):
        if first + count > top and first < top + room:
            selected = state.side if index == state.index else None
            drawn = list(
                draw_difference(
                    difference,
                    len(state.articles),
                    width,
                    signs,
                    selected,
                    is_noted=is_difference_noted(difference, state.notes),
                )
            )
            sides = len(difference.sides)
            for at, line in enumerate(drawn):
                if top <= first + at < top + room:
                    lines.append(line)
                    rows.append((index, at - 1 if at <= sides else -1))
        first += count
    empty = room - len(lines)
    lines += [pad([], width)] * empty
    if below:
        hidden = [(top, "above"), (max(0, first - top - room), "below")]
        label = f" {signs.dot} ".join(
            f"{count} line{'s' if count > 1 else ''} {where}" for count, where in hidden if count
        )
        below[0] = rule_line(label, width, signs)
    rows += [None] * (height - len(rows))
    return DifferencePage(tuple([*lines, *below][:height]), tuple(rows[:height]), top, room)


def draw_title(state: DifferenceState, width: int, signs: Signs) -> Line:
    """Return the first line of the screen: the counts, or the words of the filter."""
    facts, quotes, wording = state.counts
    left: list[Part] = [(" Differences ", "strong")]
    counts = f"{len(state.listed)} in {len(state.articles)} articles"
    if state.filter:
        typed = clean_line(state.filter, _LONGEST_FILTER)
        left.append((f"{signs.dot} {len(state.listed)} with “{typed}”", "key"))
    else:
        left += [
            (f"{signs.dot} {counts} {signs.dot} ", ""),
            (f"{facts} {signs.differs} fact{'' if facts == 1 else 's'}", "warning"),
            (f", {quotes} quote{'s' * (quotes > 1)}" if quotes else "", ""),
            (f", {wording} wording", ""),
        ]
    right: list[Part] = [("? keys ", "muted")]
    order: Part = (f"{state.order.value} {signs.rail} ", "muted")
    if parts_width([*left, order, *right]) < width:
        right.insert(0, order)
    return pad(justify(left, right, width), width)


def sign_meanings(signs: Signs) -> list[tuple[str, str]]:
    """Return the signs of the screen with their meanings."""
    return [
        (signs.differs, "facts stated otherwise: number, day, name, denial …"),
        (signs.other_words, "other words in one place"),
        ("[ ]", "the words that differ"),
    ]


def _find_top(state: DifferenceState, heights: list[int], room: int) -> int:
    """Return the first line shown: where the user scrolled to, or one that shows the selection."""
    top = max(0, min(state.top, sum(heights) - room))
    if state.is_scrolled:
        return top
    first = sum(heights[: state.index])
    last = first + heights[state.index]
    return min(max(top, last - room), first)


def _draw_legend(width: int, signs: Signs) -> list[Line]:
    parts: list[Part] = []
    for sign, meaning in sign_meanings(signs):
        more: list[Part] = [(f" {sign}", "key"), (f" {meaning} ", "muted")]
        if parts_width([*parts, *more]) <= width:
            parts += more
    return [
        rule_line("", width, signs),
        pad([(_NOT_JUDGED, "muted")], width),
        pad(parts, width),
    ]
