"""The lines of the people screen between title and key line: rows, detail, legend."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.people.people_layout import PeopleLayout
from reader.app.people.people_lines import draw_heading, draw_heads, draw_row
from reader.app.people.people_state import PeopleState
from reader.app.people.person_detail import draw_detail
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import pad, rule_line
from reader.app.widgets.line_widget import Line, Part, parts_width

_LEGEND_FROM = 20
"""Lines from which on signs are explained."""
_DETAIL_FROM = 10
"""Lines from which on the selected row is explained."""
_LEAST_DETAIL = 3
_MOST_DETAIL = 14

_GAP = "  "
"""Between the entries of the legend."""


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The lines between title and key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    rows: tuple[int | None, ...]
    """For each line the position of the row that it shows, or None."""
    heads: int
    """How many lines are above the rows."""
    top: int
    """The first line of the rows, headings counted, that is shown."""
    left: int
    """The first article that is shown."""
    room: int
    """How many lines of rows fit."""


def draw_page(state: PeopleState, layout: PeopleLayout, height: int) -> PeoplePage:
    """Draw everything between the title and the key line.

    Args:
        state: the rows and the selected cell.
        layout: the columns.
        height: lines.
    """
    width, signs = layout.width, layout.signs
    left = layout.first_article(state.article, state.left, state.article_count)
    state = state.scroll_to(state.top, left)
    listed = _list_lines(state)
    legend = [_draw_legend(width, signs)] if height >= _LEGEND_FROM else []
    detail = _count_detail(height, len(listed) + len(legend) + 2)
    room = max(1, height - 1 - len(legend) - detail - (1 if detail else 0))
    at = listed.index(state.line)
    top = max(0, min(state.top, len(listed) - room))
    if not state.is_scrolled:
        first = at - 1 if at and listed[at - 1] is None else at
        top = min(max(top, at - room + 1), first if room > 1 else at)
    shown = listed[top : top + room]
    lines = _draw_rows(state, layout, listed, top, room)
    below: list[Line] = []
    if detail:
        hidden = _count_hidden(top, len(listed) - top - room, signs)
        below = [rule_line(hidden, width, signs), *draw_detail(state, width, detail, signs)]
    empty = room - len(shown)
    page = [draw_heads(state, layout), *lines, *([pad([], width)] * empty), *below, *legend]
    positions = (None, *shown, *(None for _ in range(height)))[:height]
    return PeoplePage(tuple(page[:height]), positions, 1, top, left, room)


def _list_lines(state: PeopleState) -> list[int | None]:
    """Return the position of the row of every line; None for the heading of a section."""
    lines: list[int | None] = []
    at = 0
    for section in state.sections:
        lines.append(None)
        lines += range(at, at + len(section.rows))
        at += len(section.rows)
    return lines


def _draw_rows(
    state: PeopleState, layout: PeopleLayout, listed: list[int | None], top: int, room: int
) -> list[Line]:
    """Draw the lines that are on the screen."""
    rows, most = state.rows, state.counts.most_words
    sections = iter(state.sections)
    drawn: list[Line] = []
    for at, line in enumerate(listed[: top + room]):
        section = next(sections) if line is None else None
        if at < top:
            continue
        if section is not None:
            drawn.append(draw_heading(section, layout))
        elif line is not None:
            is_selected = line == state.line
            drawn.append(draw_row(state, rows[line], layout, most, is_selected=is_selected))
    return drawn


def _count_detail(height: int, taken: int) -> int:
    """Return the lines about the selected row: a third, more where the rows leave room."""
    if height < _DETAIL_FROM:
        return 0
    least = max(_LEAST_DETAIL, min(_MOST_DETAIL, height * 3 // 10))
    return max(least, min(height - taken, height // 2))


def _draw_legend(width: int, signs: Signs) -> Line:
    parts: list[Part] = []
    for sign, meaning in legend(signs):
        gap = _GAP if parts else " "
        more: list[Part] = [(gap, ""), (f"{sign} ", "key"), (meaning, "muted")]
        if parts_width([*parts, *more]) > width:
            break
        parts += more
    return pad(parts, width)


def legend(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the (sign, meaning) of everything that a cell may have, short."""
    times = "×" if signs.unicode else "x"
    return (
        (signs.full, "words quoted"),
        (signs.half, "indirect"),
        ("+", "more"),
        (f"1{times}", "times"),
        (signs.silent, "not heard"),
        (signs.perhaps, "perhaps"),
        (signs.dot, "absent"),
    )


def sign_meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the (sign, meaning) of everything that the rows have, for the help."""
    times = "×" if signs.unicode else "x"
    return (
        (signs.full, "share of the words that are quoted, directly or in part"),
        (signs.half, "share of the words in indirect speech"),
        ("142", "words that the article has the person say, both together"),
        ("30+", "and more in indirect speech, not counted: where it ends is not sure"),
        (f"7{times}", "how often: utterances, and sentences of indirect speech"),
        (signs.silent, "named and not heard in this article"),
        (signs.dot, "not named in this article"),
        (signs.perhaps, "perhaps heard: the article does not state who speaks"),
    )


def _count_hidden(above: int, below: int, signs: Signs) -> str:
    hidden = []
    if above > 0:
        hidden.append(f"{above} above")
    if below > 0:
        hidden.append(f"{below} below")
    return f" {signs.dot} ".join(hidden)
