"""The rungs of the ladder as lines: what is left of a quote in each article, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from reader.app.ladder.ladder_state import Differences, LadderState
from reader.app.ladder.quote_list import QuoteCoverage, Rung
from reader.app.ladder.version_text import (
    ADDED,
    DROPPED,
    Cell,
    Quoted,
    Writing,
    cells,
    paraphrase,
    plain,
    rows_of,
    struck,
)
from reader.app.themes.signs import Signs, article_mark, printed_score
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.quotes import Cue
from reader.shared_quotes import EditKind, EditPlace, Version, VersionForm

_NARROW = 60
"""Below this width a rung's cue has a line of its own."""
_NARROWEST_COLUMN = 34
"""Below this width of a column the versions of a pair stand one under the other."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How lines are written on this terminal."""

    width: int
    signs: Signs
    bracketed: bool
    """Whether `[-…-]` and `{+…+}` stand round words that differ."""
    roomy: bool = False
    """Whether there are lines to spare."""


def article_name(article: int) -> Part:
    """An article's mark in brackets, in its colour."""
    return (f"[{article_mark(article)}]", f"hue-{article % 10} strong")


def padded(parts: Sequence[Part], width: int, style: str = "") -> Line:
    """A line of exactly `width` cells; `style` is laid over every part of it."""
    line = fit(parts, width)
    line = (*line, (" " * (width - parts_width(line)), ""))
    if not style:
        return line
    return tuple((text, f"{names} {style}".strip()) for text, names in line)


def rung_lines(state: LadderState, rung: Rung, pen: Pen) -> list[Line]:
    """A rung: its head, and the words of its version.

    The rung that is read has a bar on its left and stands on a ground of its own.
    """
    current = rung.number == state.rung
    bar: Part = (pen.signs.here if current else " ", f"hue-{rung.article % 10}")
    inner = replace(pen, width=pen.width - 1)
    lines = [*_head(state, rung, inner), *_words(state, rung, inner)]
    return [padded((bar, *line), pen.width, "bar" if current else "") for line in lines]


def pair_lines(state: LadderState, pen: Pen) -> list[Line]:
    """Base and one other version alone, side by side, the same words in the same row."""
    base, other = state.base_rung, state.opposite
    column = (pen.width - 3) // 2
    if column < _NARROWEST_COLUMN or state.differences is Differences.TWO_LINES:
        return _stacked_pair(state, base, other, pen)
    rail: Part = (f" {pen.signs.rail} ", "rail")

    def beside(left: Sequence[Part], right: Sequence[Part]) -> Line:
        return padded((*padded(left, column), rail, *padded(right, column)), pen.width)

    lines = [
        beside(*pair)
        for pair in zip(
            _pair_head(state, base, column, pen.signs),
            _pair_head(state, other, column, pen.signs),
            strict=True,
        )
    ]
    lines.append(beside([], []))
    here, there = _quoted(state.coverage, other), _quoted(state.coverage, base)
    if not other.version.edits:
        left_words = plain(there)
        right_words = paraphrase(here, base.version) if _is_indirect(other) else plain(here)
        columns = [words.lines(column - 1) for words in (left_words, right_words)]
        for row in range(max(map(len, columns))):
            left, right = (lines_[row] if row < len(lines_) else () for lines_ in columns)
            lines.append(beside([(" ", ""), *left], [(" ", ""), *right]))
        return lines
    shown = state.differences is not Differences.OFF
    dropped, added = (DROPPED, ADDED) if shown else ("", "")
    words = cells(here, there, signs=pen.bracketed and shown, whole=True)
    for aligned in rows_of(words, column - 1):
        left, right = _cell_line(aligned, dropped, base=True), _cell_line(aligned, added)
        lines.append(beside([(" ", ""), *left], [(" ", ""), *right]))
    return lines


def facts(state: LadderState, rung: Rung, signs: Signs) -> list[Part]:
    """What sets a version apart from the base, in words, what matters most first."""
    base, version = state.base_rung, rung.version
    if rung.number == base.number:
        if state.base:
            return [("the base you chose; b compares with the fullest again", "")]
        if len(state.rungs) == 1:
            told = [(f"{signs.only_here} in this article only", "")]
        else:
            told = [("fullest here; the others are compared with it", "")]
        if rung.version.speaker and not rung.version.speaker.is_stated:
            told.append((f"? {rung.version.speaker.display_name}: not said beside the quote", ""))
        return told
    found: list[Part] = []
    if version.same_speaker is False and version.speaker and base.version.speaker:
        there = base.version.speaker.display_name
        found.append(
            (f"{signs.warning} speaker: {version.speaker.display_name}, there {there}", "warning")
        )
    found += _what_happened(rung, base, signs)
    if version.speaker is None:
        found.append(("speaker not stated here", ""))
    elif not version.speaker.is_stated:
        found.append((f"? {version.speaker.display_name}: not said beside the quote", ""))
    here, there_cue = version.cue, base.version.cue
    if here and there_cue and not version.same_cue:
        found.append((f"{_cue(here, version)}, there {_cue(there_cue, version)}", ""))
    if version.same_setting is False and version.setting and base.version.setting:
        found.append((f"“{version.setting.text}”, there “{base.version.setting.text}”", ""))
    return found


def counts(rung: Rung, signs: Signs) -> list[Part]:
    """The signs for what was done to the base's words, each with its count."""
    version = rung.version
    if version.form is VersionForm.INDIRECT or not version.edits:
        return []
    parts: list[Part] = []
    cut, signed = version.count_cuts(signed=False), version.count_cuts(signed=True)
    if cut:
        parts.append((f"{signs.cut}{cut} ", "warning"))
    if signed:
        parts.append((f"{signs.ellipsis}{signed} ", "key"))
    if version.form is VersionForm.DIRECT:
        start, end = version.trimmed_counts
        if start:
            parts.append((f"{signs.trimmed_start}{start} ", "key"))
        if end:
            parts.append((f"{signs.trimmed_end}{end} ", "key"))
    other = version.inserted_count + version.changed_count
    if other:
        parts.append((f"~{other} ", "warning"))
    return parts


def reported(rung: Rung, base: Rung, signs: Signs) -> list[Part]:
    """Cue, addressee and setting, as printed; another speaker than the base's first."""
    version = rung.version
    parts: list[Part] = []
    if version.same_speaker is False and version.speaker and rung.number != base.number:
        parts.append((f"{signs.warning} {version.speaker.display_name} ", "warning"))
    elif version.speaker and not version.speaker.is_stated:
        parts.append((f"? {version.speaker.display_name} ", "muted"))
    if version.cue:
        parts.append((version.cue.text, "strong" if version.same_stance is False else ""))
    if version.addressee:
        parts.append((f" {version.addressee.text}" if parts else version.addressee.text, ""))
    if version.setting:
        dot = f" {signs.dot} " if parts else ""
        parts.append((f"{dot}{version.setting.text}", "muted"))
    return parts


def form(rung: Rung, *, short: bool) -> list[Part]:
    """Direct, partial or indirect; how sure it is that it is the same utterance, if not quite."""
    version = rung.version
    name = version.form.value
    if version.form is VersionForm.PARTIAL and len(version.words) == 1:
        name = "one word"
    parts: list[Part] = [(f"{name} ", "")]
    if version.form is not VersionForm.INDIRECT and len(version.words) > 1:
        parts.append((f"{len(version.words)} words ", "muted"))
    if version.certainty < 0.995:
        certainty = printed_score(version.certainty)
        parts.append((f"({certainty}) " if short else f"certainty {certainty} ", "muted"))
    return parts


def left_of(rung: Rung, cells: int, signs: Signs) -> Part:
    """A bar of so many cells: how much of the base is left inside the marks."""
    kept = 0.0 if _is_indirect(rung) else rung.version.retained
    full = round(kept * cells)
    if 0 < kept < 1:
        full = min(cells - 1, max(1, full))
    return (signs.full * full + signs.empty * (cells - full), f"hue-{rung.article % 10}")


def _is_indirect(rung: Rung) -> bool:
    return rung.version.form is VersionForm.INDIRECT


def _quoted(coverage: QuoteCoverage, rung: Rung) -> Quoted:
    return Quoted(rung.version, coverage.text(rung.article))


def _tag(state: LadderState, rung: Rung, *, short: bool = False) -> list[Part]:
    if rung.number != state.base_rung.number:
        return []
    if len(state.rungs) == 1:
        return [("only here ", "key")]
    fullest = "fullest" if short else "fullest here"
    return [("base " if state.base else f"{fullest} ", "key")]


def _head(state: LadderState, rung: Rung, pen: Pen) -> list[Line]:
    """The bar, the article, the form and the counts; at the right how it is reported."""
    narrow = pen.width < _NARROW
    name: list[Part] = [(" ", ""), article_name(rung.article)]
    if pen.width >= 100:
        label = state.coverage.articles[rung.article].label
        name += fit([(f" {label}", "")], 26)
    left: list[Part] = [
        ("" if narrow else " ", ""),
        left_of(rung, 9 if pen.width >= 76 else 4 if narrow else 5, pen.signs),
        *name,
        (f" {rung.paragraphs} ", "strong"),
        *form(rung, short=pen.width < 76),
        *counts(rung, pen.signs),
        *_tag(state, rung, short=narrow),
    ]
    right = reported(rung, state.base_rung, pen.signs)
    if narrow:
        lines = [fit(left, pen.width)]
        if right:
            lines.append(fit([("  ", ""), *right], pen.width))
        return lines
    room = pen.width - parts_width(left) - 3
    if pen.roomy and parts_width(right) > room:
        return [fit(left, pen.width), fit([("    ", ""), *right], pen.width - 1)]
    return [justify(left, [*fit(right, room), (" ", "")] if room > 8 else [], pen.width)]


def _words(state: LadderState, rung: Rung, pen: Pen) -> list[Line]:
    """The words of the version, set in."""
    indent = 2 if pen.width < _NARROW else 4
    width = max(4, pen.width - indent - 1)
    if rung.same_words_as is not None and state.differences is not Differences.TWO_LINES:
        return [_indented(_same_words(state, rung), indent)]
    here = _quoted(state.coverage, rung)
    there = _quoted(state.coverage, state.base_rung)
    if _is_indirect(rung):
        lines = paraphrase(here, state.base_rung.version).lines(width)
    elif state.differences is Differences.TWO_LINES and rung.version.edits:
        lines = _two_lines(rung, state.base_rung, here, there, replace(pen, width=width))
    else:
        lines = _running(state, rung, here, there, pen.bracketed).lines(width)
    return [_indented(line, indent) for line in lines]


def _running(
    state: LadderState, rung: Rung, here: Quoted, there: Quoted, bracketed: bool
) -> Writing:
    context = 60 if rung.version.form is VersionForm.PARTIAL else 0
    if state.differences is Differences.OFF:
        return plain(here, context=context)
    return struck(here, there, signs=bracketed, context=context)


def _same_words(state: LadderState, rung: Rung) -> list[Part]:
    assert rung.same_words_as is not None
    twin = state.rungs[rung.same_words_as]
    here = state.coverage.text(rung.article)[rung.version.spans[0][0] - 1 :][:1]
    there = state.coverage.text(twin.article)[twin.version.spans[0][0] - 1 :][:1]
    straight = "; straight quotation marks" if here == '"' != there else ""
    return [
        ("same words as ", "furniture"),
        article_name(twin.article),
        (f" {twin.paragraphs}{straight}", "furniture"),
    ]


def _indented(line: Iterable[Part], indent: int) -> Line:
    return ((" " * indent, ""), *line)


def _two_lines(rung: Rung, base: Rung, here: Quoted, there: Quoted, pen: Pen) -> list[Line]:
    """The base's words, under them the version's, each under the one it stands for."""
    lines: list[Line] = []
    marks = [(f"{article_mark(r.article)} ", f"hue-{r.article % 10}") for r in (base, rung)]
    for row in rows_of(cells(here, there, signs=pen.bracketed), pen.width - 2):
        if lines:
            lines.append(())
        lines.append((marks[0], *_cell_line(row, DROPPED, base=True)))
        lines.append((marks[1], *_cell_line(row, ADDED)))
    return lines


def _cell_line(row: Sequence[Cell], style: str, *, base: bool = False) -> Line:
    """One side of a row of cells, every word at the column of its counterpart."""
    parts: list[Part] = []
    running = False
    for cell in row:
        word = cell.there if base else cell.here
        gap = max(cell_len(cell.there), cell_len(cell.here)) - cell_len(word) + 1
        marked = bool(word) and not cell.same
        if marked and running and parts[-1][0] == " ":
            parts[-1] = (" ", style)
        parts.append((word, style if marked else ""))
        parts.append((" " * gap, ""))
        running = marked
    return tuple(parts[:-1])


def _pair_head(state: LadderState, rung: Rung, width: int, signs: Signs) -> list[Line]:
    """Three lines over a column of a pair."""
    label = state.coverage.articles[rung.article].label
    return [
        fit([(" ", ""), article_name(rung.article), (f" {label}", "strong")], width),
        fit(
            [
                (" ", ""),
                (f"{rung.paragraphs} ", "strong"),
                *form(rung, short=width < 50),
                *counts(rung, signs),
                *_tag(state, rung),
            ],
            width,
        ),
        fit([(" ", ""), *reported(rung, state.base_rung, signs)], width),
    ]


def _stacked_pair(state: LadderState, base: Rung, other: Rung, pen: Pen) -> list[Line]:
    lines: list[Line] = []
    for rung in (base, other):
        who, what, _ = _pair_head(state, rung, pen.width, pen.signs)
        lines += [who, what] if pen.width >= _NARROW else [who[:2] + what]
    lines.append(())
    here, there = _quoted(state.coverage, other), _quoted(state.coverage, base)
    inner = replace(pen, width=pen.width - 1)
    if other.version.edits:
        lines += [_indented(line, 1) for line in _two_lines(other, base, here, there, inner)]
    else:
        for rung, quoted in ((base, there), (other, here)):
            words = plain(quoted, context=60).lines(pen.width - 4)
            lines += [
                (
                    (" ", ""),
                    (f"{article_mark(rung.article)} ", f"hue-{rung.article % 10}"),
                    *words[0],
                )
            ]
            lines += [_indented(line, 3) for line in words[1:]]
            lines.append(())
    return [padded(line, pen.width) for line in lines]


def _what_happened(rung: Rung, base: Rung, signs: Signs) -> list[Part]:
    version = rung.version
    if version.form is VersionForm.INDIRECT:
        certainty = printed_score(version.certainty)
        return [(f"in the reporter’s words, tied by words both have; certainty {certainty}", "")]
    found: list[Part] = []
    cut, signed = version.count_cuts(signed=False), version.count_cuts(signed=True)
    if cut:
        found.append((f"{signs.cut} {_words_of(cut)} cut inside, no ellipsis", "warning"))
    if signed:
        found.append((f"{_words_of(signed)} left out at an ellipsis or a bracket", ""))
    between = sum(
        edit.base.stop - edit.base.start
        for edit in version.edits
        if edit.kind is EditKind.DROPPED and edit.place is EditPlace.BETWEEN
    )
    if between:
        found.append((f"{_words_of(between)} left out between two pairs of marks", ""))
    if version.form is VersionForm.PARTIAL:
        found.append((f"a fragment: {len(version.words)} of {len(base.version.words)} words", ""))
    else:
        start, end = version.trimmed_counts
        if start:
            found.append((f"{signs.trimmed_start} {_words_of(start)} trimmed at the start", "key"))
        if end:
            found.append((f"{signs.trimmed_end} {_words_of(end)} trimmed at the end", "key"))
    if version.changed_count:
        found.append((f"~ {_words_of(version.changed_count)} other than there", "warning"))
    if version.inserted_count:
        found.append((f"~ {_words_of(version.inserted_count)} more than there", "warning"))
    return found or [("= word for word the same", "")]


def _cue(cue: Cue, version: Version) -> str:
    """A cue as printed, with its stance where the two differ in it."""
    return f"“{cue.text}”" + ("" if version.same_stance else f" ({cue.stance.value})")


def _words_of(count: int) -> str:
    return f"{count} word{'' if count == 1 else 's'}"
