"""The detail below the rows: quotations and descriptions of the selected person."""

from __future__ import annotations

from reader.app.people.people_state import PeopleState
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import article_tag, pad
from reader.app.widgets.line_widget import Line, Part, fit, justify
from reader.articles import clean_line
from reader.quote_versions import VersionForm
from reader.story.people.coverage_people import PeopleCell, PeopleRow, PersonSpeech, SpeechCount

_FORM_WORDS = {
    VersionForm.DIRECT: "direct",
    VersionForm.PARTIAL: "in part",
    VersionForm.INDIRECT: "indirect",
}
_LONGEST_SPEECH = 240
"""Most characters of a speech that are used for a line."""
_LONGEST_CALLED = 120
_NARROW_BELOW = 60
_ALL_ARTICLES_FROM = 3
"""Lines from which on every article that fits has one, and not the selected one only."""


def draw_detail(state: PeopleState, width: int, height: int, signs: Signs) -> list[Line]:
    """Return exactly `height` lines about the selected row.

    First a title, then a line or two for each article, the selected one first; the rest shows
    the words that the selected article gives.
    """
    if height <= 0:
        return []
    row = state.row
    lines: list[Line] = [_draw_title(state, row, width)]
    cells = _order_cells(state, row, height - 1)
    for cell in cells:
        lines += _describe_cell(cell, width, signs)
    selected = state.cell_to_read
    if selected is not None:
        lines += [_draw_speech(each, width, signs) for each in selected.speeches]
    lines = lines[:height]
    return [pad(line, width) for line in lines] + [pad([], width)] * (height - len(lines))


def _draw_title(state: PeopleState, row: PeopleRow, width: int) -> Line:
    name: list[Part] = [(f" {clean_line(row.name)}", "strong")]
    spoken = row.spoken
    named = len(row.cells)
    heard = len(row.heard_in)
    of = f"of {state.article_count}"
    if spoken:
        where = f"{count_words(spoken)} in {heard} {of}, named in {named}"
    else:
        where = f"never heard, named in {named} {of}"
    if spoken and width < _NARROW_BELOW:
        where = f"{count_words(spoken)} in {heard} {of}"
    if row.may_be_heard:
        where = f"perhaps heard, named in {named} {of}"
    return justify(name, [(f" {where} ", "muted")], width - 1)


def _order_cells(state: PeopleState, row: PeopleRow, room: int) -> list[PeopleCell]:
    """Return the cells that have lines: all in their order, or the selected one alone."""
    if room >= 2 * len(row.cells):
        return list(row.cells)
    selected = state.cell_to_read
    if room < _ALL_ARTICLES_FROM:
        return [selected] if selected else list(row.cells[:1])
    rest = [cell for cell in row.cells if cell is not selected]
    return [selected, *rest] if selected else rest


def _describe_cell(cell: PeopleCell, width: int, signs: Signs) -> list[Line]:
    """Return how often and with which verbs an article quotes the person, then its description."""
    parts: list[Part] = [(" ", ""), article_tag(cell.article), (" ", "")]
    counts = [
        (words, count)
        for words, count in (
            ("direct", cell.direct),
            ("in part", cell.partial),
            ("indirect", cell.indirect),
            ("perhaps", cell.perhaps),
        )
        if count
    ]
    if not counts:
        parts.append((f"not heard, named {_count_times(cell.mentions, signs)}", ""))
    for at, (words, count) in enumerate(counts):
        times = _count_times(count.times, signs)
        parts.append((", " if at else "", "muted"))
        parts.append((f"{words} {times}", ""))
        parts.append((f" {count_words(count)}", "muted"))
    verbs = ", ".join(
        verb.lemma if verb.times == 1 else f"{verb.lemma} {verb.times}" for verb in cell.verbs
    )
    if verbs:
        parts += [(f" {signs.dot} ", "muted"), (verbs, "strong")]
    first = cell.first_spoken or cell.first
    lines: list[Line] = [justify(parts, [(f" ¶{first.number} ", "muted")], width - 1)]
    called = [passage.text for passage in (*cell.titles, *cell.descriptions)]
    if called:
        words = f" {signs.dot} ".join(clean_line(each, _LONGEST_CALLED) for each in called)
        lines.append(fit([("     called ", "muted"), (words, "")], width - 1))
    return lines


def _draw_speech(speech: PersonSpeech, width: int, signs: Signs) -> Line:
    """Return the first words of a quotation, with its form and paragraph."""
    form = _FORM_WORDS[speech.form]
    sign = "" if speech.is_stated else f"{signs.perhaps} "
    marks = ("“", "”") if signs.unicode else ('"', '"')
    is_quoted = speech.form is not VersionForm.INDIRECT
    text = clean_line(speech.passage.text, _LONGEST_SPEECH)
    words = f"{marks[0]}{text}{marks[1]}" if is_quoted else text
    number = f"{'¶' if signs.unicode else 'par. '}{speech.passage.number}"
    return fit([(f"  {number:>5} {sign}{form:<9}", "muted"), (words, "")], width - 1)


def count_words(count: SpeechCount) -> str:
    """Return a number of words as printed."""
    if count.times and not count.words:
        return "words not counted"
    words = "1 word" if count.words == 1 else f"{count.words} words"
    return f"{words}, {count.uncounted} not counted" if count.uncounted else words


def _count_times(times: int, signs: Signs) -> str:
    return f"{times}{'×' if signs.unicode else 'x'}"
