"""The lines of the ladder screen between title and key line: list, heading, rungs, drawer."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.ladder.ladder_layout import LadderLayout, count_words
from reader.app.ladder.ladder_state import DifferenceStyle, LadderState
from reader.app.ladder.one_word_rungs import draw_one_word_rungs, find_one_word_rungs
from reader.app.ladder.pair_lines import draw_pair
from reader.app.ladder.quote_ladders import Rung
from reader.app.ladder.quote_list import (
    ROOMY_FROM,
    draw_quote_list,
    excerpt,
    kind_note,
    speaker_name,
)
from reader.app.ladder.rung_lines import draw_rung
from reader.app.ladder.styled_text import StyledText
from reader.app.ladder.version_facts import describe_differences
from reader.app.ladder.version_text import NO_BRACKETS, EditBrackets
from reader.app.themes.signs import Signs, article_mark
from reader.app.widgets.line_parts import article_tag, pad, rule_line
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width

WIDE_FROM = 100
"""Cells from which on the list of quotes is shown beside the ladder."""
_NARROWEST_LIST, _WIDEST_LIST = 36, 48
"""Cells of the list beside the ladder, which takes three tenths of the width."""
_FULLEST_FROM = 60
"""Cells from which on the heading says where the quote is fullest."""
_MOST_ABSENT = 12
"""Articles without the quote that the heading names; more are counted."""
_RULE_FROM = 18
"""Lines from which on a line separates the heading from the rungs."""
_DRAWER_FROM, _DRAWER_RULE_FROM = 8, 15
"""Lines from which on there is a drawer, and a rule above it."""


@dataclass(frozen=True, slots=True)
class LadderPage:
    """The lines between title and key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    top: int
    """The first line of the rungs that is shown."""
    list_top: int
    """The first row of the list that is shown."""
    list_width: int
    """Cells of the list; 0 where it is not shown."""
    quotes: tuple[int | None, ...]
    """For each line the position of the quote in the list, `FOLD_ROW`, or None."""
    rungs: tuple[int | None, ...]
    """For each line the number of the rung, or None."""

    def is_list_at(self, column: int) -> bool:
        """Return whether the list of quotes is shown at a column."""
        return column < self.list_width

    def quote_at(self, row: int, column: int) -> int | None:
        """Return the quote of the list at a cell of the page, `FOLD_ROW`, or None."""
        if not self.is_list_at(column) or row >= len(self.quotes):
            return None
        return self.quotes[row]

    def rung_at(self, row: int, column: int) -> int | None:
        """Return the number of the rung at a cell of the page, or None."""
        if self.is_list_at(column) or row >= len(self.rungs):
            return None
        return self.rungs[row]


@dataclass(frozen=True, slots=True)
class _LadderLines:
    """The lines beside the list."""

    lines: tuple[Line, ...]
    rungs: tuple[int | None, ...]
    top: int


def draw_page(
    state: LadderState, width: int, height: int, signs: Signs, *, brackets: bool
) -> LadderPage:
    """Draw everything between the title and the key line.

    Args:
        state: the compared quote and how it is shown.
        width: cells.
        height: lines.
        signs: the signs.
        brackets: whether words that differ are put in brackets.
    """
    nothing = (None,) * height
    if state.is_list_open and width < WIDE_FROM:
        listed = draw_quote_list(state, width, height, signs)
        return LadderPage(listed.lines, state.top, listed.top, width, listed.quotes, nothing)
    edit_brackets = EditBrackets(signs.dropped, signs.added) if brackets else NO_BRACKETS
    layout = LadderLayout(width, signs, edit_brackets, is_roomy=height >= ROOMY_FROM)
    if width < WIDE_FROM or state.is_pair:
        ladder = _draw_ladder(state, layout, height, names_speaker=width >= WIDE_FROM)
        return LadderPage(ladder.lines, ladder.top, state.list_top, 0, nothing, ladder.rungs)
    list_width = min(_WIDEST_LIST, max(_NARROWEST_LIST, width * 3 // 10))
    listed = draw_quote_list(state, list_width, height, signs)
    beside = layout.narrower(list_width + 1)
    ladder = _draw_ladder(state, beside, height, names_speaker=True)
    rail: Part = (signs.rail, "rail")
    lines = tuple(
        (*left, rail, *right) for left, right in zip(listed.lines, ladder.lines, strict=True)
    )
    return LadderPage(lines, ladder.top, listed.top, list_width, listed.quotes, ladder.rungs)


def _draw_ladder(
    state: LadderState, layout: LadderLayout, height: int, *, names_speaker: bool
) -> _LadderLines:
    """Draw heading, rungs and drawer.

    `names_speaker` is false where the title names the speaker.
    """
    heading = _draw_heading(state, layout, height, names_speaker=names_speaker)
    drawer = _draw_drawer(state, layout, height)
    room = max(1, height - len(heading) - len(drawer))
    drawn = _draw_rungs(state, layout, room)
    if len(drawn.lines) < room:
        drawer = _draw_drawer(state, layout, height, spare=room - len(drawn.lines))
        room = max(1, height - len(heading) - len(drawer))
    above, below = drawn.top, len(drawn.lines) - drawn.top - room
    lines = list(drawn.lines[above : above + room])
    rungs = list(drawn.rungs[above : above + room])
    lines += [pad([], layout.width)] * (room - len(lines))
    rungs += [None] * (room - len(rungs))
    if len(drawer) > 1 and (below > 0 or above > 0):
        drawer[0] = rule_line(_count_hidden(above, below, layout.signs), layout.width, layout.signs)
    elif drawer and below > 0:
        hidden: Part = (f" {below} below", "muted")
        drawer[0] = justify(fit(drawer[0], layout.width), [hidden], layout.width)
    all_lines = (*heading, *lines, *drawer)
    all_rungs = (*(None for _ in heading), *rungs, *(None for _ in drawer))
    return _LadderLines(all_lines[:height], all_rungs[:height], drawn.top)


def _draw_rungs(state: LadderState, layout: LadderLayout, room: int) -> _LadderLines:
    """Draw all rungs or the pair; `top` shows the selected rung unless the user scrolled."""
    if state.is_pair:
        pair = tuple(draw_pair(state, layout))
        return _LadderLines(pair, (None,) * len(pair), _clamp_top(state, len(pair), room))
    lines: list[Line] = []
    rungs: list[int | None] = []
    first = last = 0
    for together in _join_one_words(state):
        if layout.is_roomy and lines:
            lines.append(pad([], layout.width))
            rungs.append(None)
        if find_one_word_rungs(state)[:1] == together[:1]:
            drawn = draw_one_word_rungs(state, together, layout)
        else:
            drawn = draw_rung(state, together[0], layout)
        numbers = [rung.number for rung in together]
        if state.rung in numbers:
            first, last = len(lines), len(lines) + len(drawn)
        lines += drawn
        rungs += [state.rung if state.rung in numbers else numbers[0]] * len(drawn)
    top = _clamp_top(state, len(lines), room)
    if not state.is_scrolled:
        top = min(max(top, last - room), first)
    return _LadderLines(tuple(lines), tuple(rungs), top)


def _join_one_words(state: LadderState) -> list[tuple[Rung, ...]]:
    """Return the rungs in their order, those of one word together in the place of the first."""
    folded = find_one_word_rungs(state)
    joined: list[tuple[Rung, ...]] = []
    for rung in state.rungs:
        if rung in folded[:1]:
            joined.append(folded)
        elif rung not in folded:
            joined.append((rung,))
    return joined


def _clamp_top(state: LadderState, lines: int, room: int) -> int:
    return max(0, min(state.top, lines - room))


def _draw_heading(
    state: LadderState, layout: LadderLayout, height: int, *, names_speaker: bool
) -> list[Line]:
    """Draw the speaker, the articles with the quote, the fullest one, and the articles without."""
    shared, width, signs = state.shared, layout.width, layout.signs
    carriers, absent = _describe_carriers(state, layout), _describe_absent(state)
    together = [*carriers, (f" {signs.dot}", "muted"), *absent] if absent else carriers
    if height < ROOMY_FROM or parts_width(together) <= width:
        lines = [pad(together, width)]
    else:
        lines = [pad(carriers, width), pad(absent, width)]
    if names_speaker:
        speaker: list[Part] = [
            (f" {speaker_name(shared)}", "strong"),
            (kind_note(shared), "muted"),
            (f" {signs.dot} {excerpt(shared)[: 2 * width]}", "muted"),
        ]
        lines.insert(0, pad(fit(speaker, width - 1), width))
    if height >= ROOMY_FROM:
        lines.append(pad([], width))
    elif height >= _RULE_FROM:
        lines.append(rule_line("", layout.width, layout.signs))
    return lines


def _describe_carriers(state: LadderState, layout: LadderLayout) -> list[Part]:
    """Return how many articles carry the quote, and where it is fullest."""
    shared, ladders = state.shared, state.ladders
    fullest = ladders.rungs(state.quote, None)[0]
    where: list[Part] = [
        article_tag(fullest.article),
        (f" {fullest.paragraphs}, {count_words(len(fullest.version.words))}", ""),
    ]
    if len(shared.articles) == 1:
        return [(" only in ", ""), *where]
    count: Part = (f" in {len(shared.articles)} of {len(ladders.articles)} articles", "")
    if layout.width < _FULLEST_FROM:
        return [count]
    return [count, (f" {layout.signs.dot} fullest here: ", "muted"), *where]


def _describe_absent(state: LadderState) -> list[Part]:
    """Return which articles do not carry a quote that several carry."""
    missing = state.ladders.articles_without(state.shared)
    if not missing or len(state.shared.articles) == 1:
        return []
    parts: list[Part] = [(" not in ", "muted")]
    for article in missing[:_MOST_ABSENT]:
        parts += [article_tag(article), (" ", "")]
    if len(missing) > _MOST_ABSENT:
        parts.append((f"and {len(missing) - _MOST_ABSENT} more", "muted"))
    return parts


def _draw_drawer(
    state: LadderState, layout: LadderLayout, height: int, spare: int = 0
) -> list[Line]:
    """Draw, in words, how the current rung differs from the base.

    Args:
        state: the compared quote and how it is shown.
        layout: the size of the ladder.
        height: lines of the screen.
        spare: lines that it may have beside its own where it needs them.
    """
    if height < _DRAWER_FROM:
        return []
    rung, width = state.current, layout.width
    rows = 3 if height >= 32 else 2 if height >= 18 else 1
    label: list[Part] = [(" ", ""), article_tag(rung.article), (f" {rung.paragraphs}  ", "strong")]
    facts = describe_differences(state, rung, layout.signs)
    lines = [pad(fit(line, width - 1), width) for line in _flow(label, facts, layout, rows + spare)]
    lines += [pad([], width)] * (rows - len(lines))
    return lines if height < _DRAWER_RULE_FROM else [_draw_base_rule(state, layout), *lines]


def _draw_base_rule(state: LadderState, layout: LadderLayout) -> Line:
    """Draw the rule above the drawer, which names the base."""
    if len(state.rungs) == 1:
        name = ""
    else:
        base = state.base_rung
        name = f"compared with [{article_mark(base.article)}] {base.paragraphs}"
    if state.style is DifferenceStyle.OFF and len(state.rungs) > 1:
        name += ", differences not shown"
    return rule_line(name, layout.width, layout.signs)


def _flow(label: list[Part], facts: list[Part], layout: LadderLayout, rows: int) -> list[Line]:
    """Lay facts out in as few lines as possible, each unbroken if there are enough rows."""
    lines = _flow_whole(label, facts, layout)
    if len(lines) <= rows and all(parts_width(line) < layout.width for line in lines):
        return lines
    running = StyledText()
    for number, (text, style) in enumerate([*label, *facts]):
        if number > len(label):
            running.write(f" {layout.signs.dot} ", "muted")
        running.write(text, style)
    wrapped = running.lines(max(4, layout.width - 4))
    lines = [line if number == 0 else ((" ", ""), *line) for number, line in enumerate(wrapped)]
    if len(lines) > rows:
        lines[rows - 1] = (*lines[rows - 1], (" …", "muted"))
    return lines[:rows]


def _flow_whole(label: list[Part], facts: list[Part], layout: LadderLayout) -> list[Line]:
    """Lay facts out one after the other, breaking lines only between them."""
    separator: Part = (f"  {layout.signs.dot}  ", "muted")
    lines: list[list[Part]] = [[*label, *facts[:1]]]
    for fact in facts[1:]:
        more = [separator, fact]
        if parts_width([*lines[-1], *more]) >= layout.width:
            lines.append([("    ", ""), fact])
        else:
            lines[-1] += more
    return [tuple(line) for line in lines]


def _count_hidden(above: int, below: int, signs: Signs) -> str:
    hidden = []
    if above > 0:
        hidden.append(f"{above} lines above")
    if below > 0:
        hidden.append(f"{below} lines below")
    return f" {signs.dot} ".join(hidden)
