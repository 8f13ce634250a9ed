"""Two versions of a quote alone as lines: side by side, or one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from reader.app.ladder.ladder_layout import LadderLayout, indent
from reader.app.ladder.ladder_state import DifferenceStyle, LadderState
from reader.app.ladder.quote_ladders import Rung
from reader.app.ladder.rung_lines import (
    NARROW_BELOW,
    describe_base_tag,
    draw_word_under_word,
    print_version,
)
from reader.app.ladder.version_facts import count_changes, describe_attribution, describe_form
from reader.app.ladder.version_text import (
    NO_BRACKETS,
    EditBrackets,
    write_paraphrase,
    write_plain,
)
from reader.app.ladder.word_pairs import (
    break_into_rows,
    draw_base_row,
    draw_version_row,
    pair_words,
)
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import article_tag, pad
from reader.app.widgets.line_widget import Line, Part, fit

_NARROWEST_COLUMN = 34
"""Cells of a column below which the two versions are shown one below the other."""
_SHORT_FORM_BELOW = 50
"""Cells of a column below which the form of a version is short."""
_CONTEXT_CHARACTERS = 60
"""Characters of the reporter's sentence around a version, on either side."""


def draw_pair(state: LadderState, layout: LadderLayout) -> list[Line]:
    """Return the base and one other version, the same words in the same row."""
    column = (layout.width - 3) // 2
    is_word_under_word = state.style is DifferenceStyle.WORD_UNDER_WORD
    if column < _NARROWEST_COLUMN or is_word_under_word:
        return _draw_stacked(state, layout)
    base, other = state.base_rung, state.opposite
    heads = zip(
        _draw_head(state, base, column, layout.signs),
        _draw_head(state, other, column, layout.signs),
        strict=True,
    )
    if other.version.edits:
        words = _draw_level_words(state, column - 1, brackets=layout.brackets)
    else:
        words = _draw_whole_versions(state, column - 1)
    rows = [*heads, ((), ()), *((indent(left, 1), indent(right, 1)) for left, right in words)]
    rail: Part = (f" {layout.signs.rail} ", "rail")
    return [
        pad((*pad(left, column), rail, *pad(right, column)), layout.width) for left, right in rows
    ]


def _draw_level_words(
    state: LadderState, width: int, *, brackets: EditBrackets
) -> Iterator[tuple[Line, Line]]:
    """Yield rows of (base, version) with every word level with its counterpart."""
    is_marked = state.style is not DifferenceStyle.OFF
    pairs = pair_words(
        print_version(state.ladders, state.opposite),
        print_version(state.ladders, state.base_rung),
        brackets=brackets if is_marked else NO_BRACKETS,
        shortened=False,
    )
    for row in break_into_rows(pairs, width):
        yield draw_base_row(row, is_marked=is_marked), draw_version_row(row, is_marked=is_marked)


def _draw_whole_versions(state: LadderState, width: int) -> Iterator[tuple[Line, Line]]:
    """Yield rows of two versions without edits, each in its own lines."""
    base, other = state.base_rung, state.opposite
    printed = print_version(state.ladders, other)
    left = write_plain(print_version(state.ladders, base))
    right = write_paraphrase(printed, base.version) if other.is_indirect else write_plain(printed)
    return zip_longest(left.lines(width), right.lines(width), fillvalue=())


def _draw_head(state: LadderState, rung: Rung, width: int, signs: Signs) -> list[Line]:
    """Return the three lines above a version of a pair."""
    label = state.ladders.articles[rung.article].label
    name: list[Part] = [(" ", ""), article_tag(rung.article), (f" {label}", "strong")]
    form: list[Part] = [
        (" ", ""),
        (f"{rung.paragraphs} ", "strong"),
        *describe_form(rung, is_short=width < _SHORT_FORM_BELOW),
        *count_changes(rung, signs),
        *describe_base_tag(state, rung),
    ]
    attribution: list[Part] = [(" ", ""), *describe_attribution(rung, state.base_rung, signs)]
    return [fit(name, width), fit(form, width), fit(attribution, width)]


def _draw_stacked(state: LadderState, layout: LadderLayout) -> list[Line]:
    """Return the two versions one below the other."""
    lines: list[Line] = []
    for rung in (state.base_rung, state.opposite):
        name, form, _ = _draw_head(state, rung, layout.width, layout.signs)
        lines += [name, form] if layout.width >= NARROW_BELOW else [name[:2] + form]
    lines.append(())
    if state.opposite.version.edits:
        words = draw_word_under_word(
            state.opposite, state.base_rung, state.ladders, layout.narrower(1)
        )
        lines += [indent(line, 1) for line in words]
    else:
        for rung in (state.base_rung, state.opposite):
            lines += _draw_in_context(state, rung, layout.width - 4)
    return [pad(line, layout.width) for line in lines]


def _draw_in_context(state: LadderState, rung: Rung, width: int) -> list[Line]:
    """Return a version as printed, after its article's mark, and an empty line."""
    printed = print_version(state.ladders, rung)
    first, *others = write_plain(printed, context=_CONTEXT_CHARACTERS).lines(width)
    mark: Part = (f"{article_mark(rung.article)} ", hue_name(rung.article))
    return [((" ", ""), mark, *first), *(indent(line, 3) for line in others), ()]
