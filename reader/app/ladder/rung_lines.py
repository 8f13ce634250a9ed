"""Draws a rung: how much of a quote one article has, and its words."""

from __future__ import annotations

import re

from reader.app.ladder.ladder_layout import LadderLayout, indent
from reader.app.ladder.ladder_state import DifferenceStyle, LadderState
from reader.app.ladder.printed_version import PrintedVersion
from reader.app.ladder.quote_ladders import QuoteLadders, Rung
from reader.app.ladder.styled_text import StyledText
from reader.app.ladder.version_facts import (
    count_changes,
    describe_attribution,
    describe_form,
    draw_retained_bar,
)
from reader.app.ladder.version_text import EditBrackets, write_edits, write_paraphrase, write_plain
from reader.app.ladder.word_pairs import (
    break_into_rows,
    draw_base_row,
    draw_version_row,
    pair_words,
)
from reader.app.notes.noted_things import is_version_noted
from reader.app.themes.signs import article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import article_tag, pad
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.articles import Article, show_date
from reader.quote_versions import VersionForm

NARROW_BELOW = 60
"""Cells below which the cue of a rung has a line of its own."""
_SHORT_FORM_BELOW = 76
"""Cells below which the bar and the form of a rung are short."""
_LABEL_CELLS = 18
"""Cells for the name of the outlet beside the article's mark."""
_DAY_FROM = 100
"""Cells from which on the day of the article is named too, and the outlet has more room."""
_LABEL_CELLS_BESIDE_DAY = 26
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTEXT_CHARACTERS = 60
"""Characters of the reporter's sentence around a fragment, on either side."""


def draw_rung(state: LadderState, rung: Rung, layout: LadderLayout) -> list[Line]:
    """Return the lines of a rung: its head and the words of its version.

    The selected rung has a bar on its left and another background.
    """
    is_selected = rung.number == state.rung
    bar: Part = (layout.signs.here if is_selected else " ", hue_name(rung.article))
    inner = layout.narrower(1)
    lines = [*draw_head(state, rung, inner), *_draw_words(state, rung, inner)]
    return [pad((bar, *line), layout.width, "bar" if is_selected else "") for line in lines]


def print_version(ladders: QuoteLadders, rung: Rung) -> PrintedVersion:
    """Return the version of a rung with the text of its article."""
    return PrintedVersion(rung.version, ladders.text(rung.article))


def describe_base_tag(state: LadderState, rung: Rung, *, is_short: bool = False) -> list[Part]:
    """Return a word that marks the base, and nothing for every other rung."""
    if rung.number != state.base_rung.number:
        return []
    if len(state.rungs) == 1:
        return [("only here ", "key")]
    fullest = "fullest" if is_short else "fullest here"
    return [("base " if state.base else f"{fullest} ", "key")]


def draw_word_under_word(
    rung: Rung, base: Rung, ladders: QuoteLadders, layout: LadderLayout
) -> list[Line]:
    """Return the words of the base with those of a rung below them, each under its counterpart."""
    printed, printed_base = print_version(ladders, rung), print_version(ladders, base)
    pairs = pair_words(printed, printed_base, brackets=layout.brackets)
    marks = [(f"{article_mark(r.article)} ", hue_name(r.article)) for r in (base, rung)]
    lines: list[Line] = []
    for row in break_into_rows(pairs, layout.width - 2):
        if lines:
            lines.append(())
        lines.append((marks[0], *draw_base_row(row)))
        lines.append((marks[1], *draw_version_row(row)))
    return lines


def draw_head(state: LadderState, rung: Rung, layout: LadderLayout) -> list[Line]:
    """Return the bar, the article, the form and the counts; at the right the attribution.

    What does not fit beside goes on in a line of its own.
    """
    width, signs = layout.width, layout.signs
    is_narrow = width < NARROW_BELOW
    left, counts = _head_parts(state, rung, layout), _count_parts(state, rung, layout)
    right = describe_attribution(rung, state.base_rung, signs)
    if parts_width([*left, *counts]) <= width:
        left, counts = [*left, *counts], []
    if not counts and not is_narrow and parts_width(left) + parts_width(right) + 3 <= width:
        return [justify(left, [*right, (" ", "")] if right else [], width)]
    below: Part = ("  " if is_narrow else "    ", "")
    if parts_width([below, *counts, *right]) < width:
        counts, right = [], [*counts, *right]
    further = [each for each in (counts, right) if each]
    return [fit(left, width), *(fit([below, *each], width - (not is_narrow)) for each in further)]


def _head_parts(state: LadderState, rung: Rung, layout: LadderLayout) -> list[Part]:
    width = layout.width
    is_narrow, is_short = width < NARROW_BELOW, width < _SHORT_FORM_BELOW
    name: list[Part] = [(" ", ""), article_tag(rung.article)]
    has_day = width >= _DAY_FROM
    if not is_short:
        label = state.ladders.articles[rung.article].label
        cells = _LABEL_CELLS_BESIDE_DAY if has_day else _LABEL_CELLS
        name += fit([(f" {label}", "")], cells)
    bar_cells = 9 if not is_short else 4 if is_narrow else 5
    return [
        ("" if is_narrow else " ", ""),
        draw_retained_bar(rung, bar_cells, layout.signs),
        *name,
        *(_day_parts(state.ladders.articles[rung.article]) if has_day else ()),
        (f" {rung.paragraphs} ", "strong"),
        (f"{layout.signs.note} " if is_version_noted(rung.version, state.notes) else "", "key"),
        *describe_form(rung, is_short=is_short),
    ]


def _count_parts(state: LadderState, rung: Rung, layout: LadderLayout) -> list[Part]:
    """Return the signs of changes with their counts, and the word that marks the base."""
    return [
        *count_changes(rung, layout.signs),
        *describe_base_tag(state, rung, is_short=layout.width < NARROW_BELOW),
    ]


def _day_parts(article: Article) -> list[Part]:
    """Return the day on which an article was published, where it is known."""
    shown = show_date(article.published)
    day = _DAY.match(shown) if shown else None
    return [(f" {day.group()}", "muted")] if day else []


def _draw_words(state: LadderState, rung: Rung, layout: LadderLayout) -> list[Line]:
    """Return the words of the version, indented."""
    cells = 2 if layout.width < NARROW_BELOW else 4
    width = max(4, layout.width - cells - 1)
    is_word_under_word = state.style is DifferenceStyle.WORD_UNDER_WORD
    if rung.same_words_as is not None and not is_word_under_word:
        return [indent(_same_words(state, rung, rung.same_words_as), cells)]
    if is_word_under_word and rung.version.edits:
        inner = layout.narrower(layout.width - width)
        lines = draw_word_under_word(rung, state.base_rung, state.ladders, inner)
    else:
        lines = _write_words(state, rung, layout.brackets).lines(width)
    return [indent(line, cells) for line in lines]


def _write_words(state: LadderState, rung: Rung, brackets: EditBrackets) -> StyledText:
    printed = print_version(state.ladders, rung)
    if rung.is_indirect:
        return write_paraphrase(printed, state.base_rung.version)
    context = _CONTEXT_CHARACTERS if rung.version.form is VersionForm.PARTIAL else 0
    if state.style is DifferenceStyle.OFF:
        return write_plain(printed, context=context)
    base = print_version(state.ladders, state.base_rung)
    return write_edits(printed, base, brackets=brackets, context=context)


def _same_words(state: LadderState, rung: Rung, same_as: int) -> list[Part]:
    """Return which fuller rung has the very same words, and whether only the marks differ."""
    twin = state.rungs[same_as]
    mark, twin_mark = _opening_character(state, rung), _opening_character(state, twin)
    straight = "; straight quotation marks" if mark == '"' != twin_mark else ""
    return [
        ("same words as ", "furniture"),
        article_tag(twin.article),
        (f" {twin.paragraphs}{straight}", "furniture"),
    ]


def _opening_character(state: LadderState, rung: Rung) -> str:
    """Return the character before the first word of a version."""
    text = state.ladders.text(rung.article)
    return text[rung.version.spans[0][0] - 1 :][:1]
