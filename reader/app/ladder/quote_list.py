"""The list of quotes as lines: two for each quote, around the compared one."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_ladders import QuoteLadders, QuoteOutcome
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import pad
from reader.app.widgets.line_widget import Line, Part, fit, justify
from reader.quote_versions import SharedQuote
from reader.quotes import SpeakerKind

KIND_WORDS = {
    SpeakerKind.GROUP: "group",
    SpeakerKind.JOINT: "together",
    SpeakerKind.DOCUMENT: "document",
    SpeakerKind.OFFICE: "office",
    SpeakerKind.SPOKESPERSON: "spokesperson",
    SpeakerKind.ORGANISATION: "organisation",
}
"""The kinds of speakers that are shown, in a word."""
FOLD_ROW = -1
"""Represents, in place of a quote's position, the line that folds the quotes of one article."""
ROOMY_FROM = 24
"""Lines from which on there are empty lines to structure a page."""
_LEGEND_FROM = 30
"""Lines from which on the signs are explained below the list."""
_LINES_PER_ROW = 2
_MOST_MARKS = 12
"""Articles that have a mark each in the list; more are counted."""
_LONG_FOLD_FROM = 36
"""Cells from which on the fold line says that it counts quotes."""


@dataclass(frozen=True, slots=True)
class ListLines:
    """The list as drawn."""

    lines: tuple[Line, ...]
    quotes: tuple[int | None, ...]
    """For each line the position of its quote, `FOLD_ROW`, or None."""
    top: int
    """The first row of the list on the screen."""


def draw_quote_list(state: LadderState, width: int, height: int, signs: Signs) -> ListLines:
    """Draw the list of quotes, scrolled as far as needed to show the selected one.

    Args:
        state: the quotes and the selected one.
        width: cells of every line.
        height: lines.
        signs: the signs.
    """
    legend = _draw_legend(signs, width) if height >= _LEGEND_FROM else []
    lines: list[Line] = [pad(fit([_describe_list(state)], width - 1), width)]
    if height >= ROOMY_FROM:
        lines.append(pad([], width))
    quotes: list[int | None] = [None] * len(lines)
    rows = _list_rows(state)
    selected = rows.index(FOLD_ROW if state.is_on_fold else state.quote)
    room = max(1, (height - len(lines) - len(legend)) // _LINES_PER_ROW)
    top = max(0, min(state.list_top, len(rows) - room))
    top = min(max(top, selected - room + 1), selected)
    for number, row in enumerate(rows[top : top + room], top):
        is_selected = number == selected
        if row == FOLD_ROW:
            drawn = _draw_fold(state, is_selected, width, signs)
        else:
            drawn = _draw_quote(state.ladders, row, is_selected, width, signs)
        lines += drawn
        quotes += [row] * len(drawn)
    below = len(rows) - top - room
    if below > 0 and height - len(lines) - len(legend) >= 1:
        lines.append(pad([(f"   {below} more below", "muted")], width))
    empty = height - len(lines) - len(legend)
    lines += [pad([], width)] * empty + legend
    quotes += [None] * (height - len(quotes))
    return ListLines(tuple(lines[:height]), tuple(quotes[:height]), top)


def outcome_sign(outcome: QuoteOutcome, signs: Signs) -> str:
    """Return the sign for what happened to a quote."""
    return {
        QuoteOutcome.CUT: signs.cut,
        QuoteOutcome.REWORDED: signs.other_words,
        QuoteOutcome.TRIMMED: signs.trimmed_end,
        QuoteOutcome.FRAGMENT: '"',
        QuoteOutcome.SAME: "=",
        QuoteOutcome.SINGLE: signs.only_here,
    }[outcome]


def sign_meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the (sign, meaning) of every sign of the list, the most serious first."""
    outcomes = [(outcome_sign(outcome, signs), outcome.value) for outcome in QuoteOutcome]
    return (
        *outcomes,
        (signs.warning, "another speaker; meaning lost"),
        ("(3)", "so many quotes of this speaker"),
    )


def ladder_sign_meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return those of the list and of the rungs of a ladder."""
    return (
        *sign_meanings(signs),
        (f"{signs.full}{signs.empty}", "how much of the fullest version is left"),
        (signs.trimmed_start, "words left out at the start"),
        (signs.more_words, "more words than the version it is compared with"),
        ("".join(signs.dropped), "words of the fullest version that this one does not have"),
        ("".join(signs.added), "words that only this version has"),
    )


def speaker_name(quote: SharedQuote) -> str:
    """Return the speaker of a quote as the screen names them."""
    return quote.speaker.display_name if quote.speaker else "speaker not stated"


def kind_note(quote: SharedQuote) -> str:
    """Return in brackets the kind of a speaker who is no single person with a name."""
    kind = quote.speaker.kind if quote.speaker else SpeakerKind.UNKNOWN
    return f" ({KIND_WORDS[kind]})" if kind in KIND_WORDS else ""


def excerpt(quote: SharedQuote) -> str:
    """Return the words of the fullest version in quotation marks; the caller cuts them."""
    return f"“{quote.base.text}”"


def count_single(state: LadderState) -> str:
    """Return how many quotes are in one article only, in words."""
    count = len(state.ladders.single)
    return f"{count} quote{'' if count == 1 else 's'} in one article only"


def _describe_list(state: LadderState) -> Part:
    """Return the heading of the list: its content, or its filter."""
    if state.unfiltered is None:
        return (" QUOTES IN SEVERAL ARTICLES", "muted strong")
    count, total = len(state.ladders.quotes), len(state.unfiltered.quotes)
    return (f" {count} of {total} quotes with “{state.filter}”", "key")


def _list_rows(state: LadderState) -> list[int]:
    """Return the rows: the shared quotes, the fold line, and the single ones if unfolded."""
    shared = len(state.ladders.shared)
    rows = [*range(shared)]
    if state.ladders.single:
        rows.append(FOLD_ROW)
    if state.lists_single:
        rows += range(shared, len(state.ladders.quotes))
    return rows


def _draw_fold(state: LadderState, is_selected: bool, width: int, signs: Signs) -> list[Line]:
    """Draw the line that folds the quotes of one article only, with its key."""
    style = "bar" if is_selected else ""
    is_short = width < _LONG_FOLD_FROM
    count = f"{len(state.ladders.single)} in one article only" if is_short else count_single(state)
    key: list[Part] = [("o ", "key")]
    left: list[Part] = [(signs.focus if is_selected else " ", "here"), (f" {count}", "strong")]
    hint = "   o hides them" if state.lists_single else "   Enter or o lists them"
    return [pad(justify(left, key, width), width, style), pad([(hint, "muted")], width, style)]


def _draw_quote(
    ladders: QuoteLadders, number: int, is_selected: bool, width: int, signs: Signs
) -> list[Line]:
    quote = ladders.quotes[number]
    style = "bar" if is_selected else ""
    outcome = ladders.outcome(number)
    is_serious = outcome in (QuoteOutcome.CUT, QuoteOutcome.REWORDED)
    needs_look = ladders.has_several_speakers(number) or ladders.loses_meaning(number)
    right: list[Part] = [
        (f"{signs.warning} ", "warning") if needs_look else ("", ""),
        *_draw_carriers(ladders, quote, signs),
        (f" {outcome_sign(outcome, signs)} ", "warning" if is_serious else "key"),
    ]
    speaker: Part = (speaker_name(quote), "strong" if quote.speaker else "muted")
    count = ladders.count_of_speaker(quote)
    often: Part = (kind_note(quote) + (f" ({count})" if count > 1 else ""), "muted")
    first = justify([(signs.focus if is_selected else " ", "here"), speaker, often], right, width)
    words: Part = (excerpt(quote)[: 2 * width], "" if is_selected else "muted")
    return [pad(first, width, style), pad(fit([("   ", ""), words], width - 1), width, style)]


def _draw_carriers(ladders: QuoteLadders, quote: SharedQuote, signs: Signs) -> list[Part]:
    """Return a mark for each article: its own where it carries the quote, else a dot."""
    count = len(ladders.articles)
    if count > _MOST_MARKS:
        return [(f"{len(quote.articles)}/{count}", "key")]
    carrying = set(quote.articles)
    return [
        (article_mark(article), f"{hue_name(article)} strong")
        if article in carrying
        else (signs.dot, "muted")
        for article in range(count)
    ]


def _draw_legend(signs: Signs, width: int) -> list[Line]:
    lines = [
        pad([(f" {sign} ", "key"), (meaning, "muted")], width)
        for sign, meaning in sign_meanings(signs)
    ]
    return [*lines, pad([], width)]
