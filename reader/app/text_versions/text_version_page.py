"""The lines of the screen of text versions between title and key line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.app.ladder.version_text import EditBrackets
from reader.app.text_versions.changed_lines import draw_change, draw_row
from reader.app.text_versions.text_version_state import Entry, TextVersionState
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import article_tag, pad, rule_line
from reader.app.widgets.line_widget import Line, Part, justify
from reader.articles import clean_line
from reader.story.text_versions.text_change import ChangeKind, TextChange
from reader.story.text_versions.text_version import TextVersion

_HEAD_FROM = 12
"""Lines from which on all versions are listed above the changes."""
_MOST_VERSIONS = 6
_LONGEST_FILTER = 30


class TextVersionPage(NamedTuple):
    """The lines between title and key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    rows: tuple[int | None, ...]
    """For each line the position of its row; None of a line that belongs to none."""
    top: int
    """The first line of the list that is shown."""
    room: int
    """Lines of the list that fit."""


def draw_page(
    state: TextVersionState, width: int, height: int, signs: Signs, brackets: EditBrackets
) -> TextVersionPage:
    """Draw everything between the title and the key line.

    Args:
        state: what is compared and selected.
        width: cells of a line.
        height: lines.
        signs: the signs of this terminal.
        brackets: the brackets around words that differ.
    """
    head = list(_draw_versions(state, width, signs)) if height >= _HEAD_FROM else []
    head.append(rule_line(_describe_pair(state), width, signs))
    room = max(1, height - len(head))
    lines: list[Line] = []
    rows: list[int | None] = []
    begin = end = 0
    for index, entry in enumerate(state.listed):
        drawn = list(_draw_entry(state, entry, width, signs, brackets, index == state.index))
        if index == state.index:
            begin, end = len(lines), len(lines) + len(drawn)
        lines += drawn
        rows += [index] * len(drawn)
    if not lines:
        lines = [pad([("   The same words in both.", "strong")], width)]
        rows = [None]
    if not state.shows_text:
        notes = list(_draw_loose_notes(state, width, signs))
        lines += notes
        rows += [None] * len(notes)
    top = max(0, min(state.top, len(lines) - room))
    if not state.is_scrolled:
        top = min(max(top, end - room), begin)
    shown = lines[top : top + room]
    empty = [pad([], width)] * (room - len(shown))
    shown_rows = [None] * len(head) + rows[top : top + room] + [None] * len(empty)
    return TextVersionPage(tuple([*head, *shown, *empty][:height]), tuple(shown_rows), top, room)


def draw_title(state: TextVersionState, width: int, signs: Signs) -> Line:
    """Return the first line of the screen: how much changed, or the filter."""
    left: list[Part] = [(" Versions ", "strong")]
    if state.filter:
        typed = clean_line(state.filter, _LONGEST_FILTER)
        left.append((f"{signs.dot} {len(state.listed)} with “{typed}”", "key"))
    else:
        if len(state.texts) > 1:
            left.append((f"{signs.dot} text {state.text + 1} of {len(state.texts)} ", ""))
        left.append((f"{signs.dot} ", ""))
        left += _count_changes(state, signs)
    mode = "whole text" if state.shows_text else "changes"
    return pad(justify(left, [(f"{mode} {signs.rail} ? keys ", "muted")], width), width)


def sign_meanings(signs: Signs) -> list[tuple[str, str]]:
    """Return the signs of the screen with their meanings."""
    return [
        (signs.differs, "another fact: number, day, name, denial …"),
        (signs.other_words, "other words"),
        ("+ -", "a paragraph of the one version only"),
        (signs.correction, "a correction note names it"),
        ("".join(signs.dropped), "words of the base only"),
        ("".join(signs.added), "words of the other version only"),
    ]


def _count_changes(state: TextVersionState, signs: Signs) -> list[Part]:
    """Return how many changes of each kind there are, the facts first."""
    changes = state.changes.changes
    facts = sum(change.kind is ChangeKind.FACT for change in changes)
    parts: list[Part] = []
    if facts:
        parts.append((f"{facts} {signs.differs} fact{'s' * (facts > 1)}", "warning"))
    for kind in list(ChangeKind)[1:]:
        if count := sum(change.kind is kind for change in changes):
            parts.append((f"{', ' if parts else ''}{count} {kind.value}", ""))
    return parts or [("the same words", "")]


def _draw_versions(state: TextVersionState, width: int, signs: Signs) -> Iterator[Line]:
    """Yield a line for each version, then the evidence that they are versions."""
    versions = state.versions.versions
    for number, version in enumerate(versions[:_MOST_VERSIONS]):
        yield pad(_describe_version(state, number, version, signs), width)
    if len(versions) > _MOST_VERSIONS:
        yield pad([(f"   and {len(versions) - _MOST_VERSIONS} more", "muted")], width)
    yield pad([(f"   {state.versions.why}", "muted")], width)


def _describe_version(
    state: TextVersionState, number: int, version: TextVersion, signs: Signs
) -> list[Part]:
    article = version.article
    sign = signs.focus if article == state.other else " "
    parts: list[Part] = [(f"{sign} ", "here"), article_tag(article), (f" {_date(version)}", "")]
    if article == state.base:
        parts.append((f" {signs.dot} base", "key"))
    if number and not version.why_later:
        parts.append((f" {signs.dot} whether it is later is not known", "warning"))
    parts.append((f"  {state.articles[article].label}", "muted"))
    return parts


def _date(version: TextVersion) -> str:
    return f"{version.date_kind} {version.date}" if version.date else "no date stated"


def _describe_pair(state: TextVersionState) -> str:
    base, other = state.base + 1, state.other + 1
    if state.is_known_later:
        return f"from [{base}] to [{other}]"
    return f"[{other}] compared with [{base}]"


def _draw_entry(
    state: TextVersionState,
    entry: Entry,
    width: int,
    signs: Signs,
    brackets: EditBrackets,
    is_selected: bool,
) -> Iterator[Line]:
    if not isinstance(entry, TextChange):
        articles = (state.articles[state.base], state.articles[state.other])
        return draw_row(entry, articles, width, signs, brackets, is_selected=is_selected)
    row = None if entry.row is None else state.changes.rows[entry.row]
    return draw_change(entry, row, width, signs, brackets, is_selected=is_selected)


def _draw_loose_notes(state: TextVersionState, width: int, signs: Signs) -> Iterator[Line]:
    """Yield the correction notes that name no change found here."""
    for note in state.changes.loose_notes:
        lead: Part = (f"   {signs.note} names no change found here: ", "muted")
        yield pad([lead, (note, "")], width)
