"""The lines of a change, and of paragraphs of two versions in which words are struck and added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.app.ladder.styled_text import StyledText
from reader.app.ladder.version_text import (
    ADDED,
    DROPPED,
    EDIT_SIGN,
    NO_BRACKETS,
    EditBrackets,
)
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import pad
from reader.app.widgets.line_widget import Line, Part
from reader.articles import Article
from reader.reports.text_version_report import name_change, split_change
from reader.story.text_versions.row_edits import find_row_edits, split_edits_of_row
from reader.story.text_versions.text_change import ChangeKind, ComparedRow, TextChange

_INDENT = 4
_PLACES = 9
"""Cells of the paragraph numbers."""
_KIND = 12
"""Cells of what changed."""


def draw_change(
    change: TextChange,
    row: ComparedRow | None,
    width: int,
    signs: Signs,
    brackets: EditBrackets,
    *,
    is_selected: bool,
) -> Iterator[Line]:
    """Yield the lines of a change: one, or where it is selected its paragraph and its note too.

    Args:
        change: the change.
        row: the paragraphs that it is in; None of the headline.
        width: cells of a line.
        signs: the signs of this terminal.
        brackets: the brackets around words that differ.
        is_selected: whether it is the selected one.
    """
    head = _draw_head(change, signs, is_selected=is_selected)
    if not is_selected:
        yield pad([*head, *_write_excerpt(change, brackets)], width)
        return
    yield pad(head, width)
    if row is not None and change.kind not in (ChangeKind.ADDED, ChangeKind.REMOVED):
        styled = write_row(row, brackets)
    else:
        styled = StyledText()
        for text, style in _write_excerpt(change, brackets):
            styled.write(text, style)
    room = max(1, width - _INDENT - 1)
    for line in styled.lines(room):
        yield pad([(" " * _INDENT, ""), *line], width)
    if change.note:
        note = StyledText()
        note.write(f"{signs.correction} ", "here")
        note.write(change.note, "strong")
        for line in note.lines(room):
            yield pad([(" " * _INDENT, ""), *line], width)


def draw_row(
    row: ComparedRow,
    articles: tuple[Article, Article],
    width: int,
    signs: Signs,
    brackets: EditBrackets,
    *,
    is_selected: bool,
) -> Iterator[Line]:
    """Yield the lines of paragraphs side by side, and an empty one.

    Args:
        row: the paragraphs.
        articles: the base and the other version.
        width: cells of a line.
        signs: the signs of this terminal.
        brackets: as for `draw_change`.
        is_selected: whether it is the selected row.
    """
    sides = (row.here_paragraphs, row.there_paragraphs)
    old, new = (
        [article.paragraphs[at].number for at in paragraphs]
        for article, paragraphs in zip(articles, sides, strict=True)
    )
    places = _name_paragraphs(new or old)
    here = (signs.here if is_selected else " ", "here")
    styled = write_row(row, brackets)
    if row.is_moved:
        styled.write(f"  (moved, was {_name_paragraphs(old)})", "muted")
    for number, line in enumerate(styled.lines(max(1, width - _PLACES - 2))):
        shown = places if not number else ""
        yield pad([here, (shown.rjust(_PLACES - 1), "muted"), (" ", ""), *line], width)
    yield pad([], width)


def write_row(row: ComparedRow, brackets: EditBrackets) -> StyledText:
    """Write the paragraphs of the other version, with the words that the base alone has."""
    styled = StyledText()
    if not row.here_paragraphs or not row.there_paragraphs:
        for text, style in _bracket(row.here, row.there, brackets):
            styled.write(text.replace("\n", " "), style)
        return styled
    for piece in split_edits_of_row(row.here, row.there, row.edits):
        if piece.is_same:
            styled.write(piece.there.replace("\n", " "))
            continue
        if not piece.there and styled.text and not styled.text[-1].isspace():
            styled.write(" ", EDIT_SIGN)
        for text, style in _bracket(piece.here, piece.there, brackets):
            styled.write(text.replace("\n", " "), style)
    return styled


def _draw_head(change: TextChange, signs: Signs, *, is_selected: bool) -> list[Part]:
    """Return the sign, what changed, and the numbers of the paragraphs."""
    is_fact = change.fact is not None
    signs_of = {
        ChangeKind.ADDED: "+",
        ChangeKind.REMOVED: "-",
        ChangeKind.MOVED: signs.dot,
    }
    sign = signs.differs if is_fact else signs_of.get(change.kind, signs.other_words)
    noted = signs.correction if change.note else " "
    is_headline = change.kind is ChangeKind.HEADLINE
    kind = change.kind.value if is_headline else name_change(change)
    old, new = (
        _name_paragraphs([passage.number for passage in side])
        for side in (change.here, change.there)
    )
    return [
        (signs.focus if is_selected else " ", "here"),
        (f"{sign} ", "warning" if is_fact else "muted"),
        (f"{noted} ", "here"),
        (f"{kind} ".ljust(_KIND), "key"),
        (f"{new or old} ".ljust(_PLACES), "muted"),
    ]


def _write_excerpt(change: TextChange, brackets: EditBrackets) -> Iterator[Part]:
    """Yield the changed words and, in a lighter style, the words after them."""
    if change.kind is ChangeKind.HEADLINE:
        edits = find_row_edits(change.old, change.new)
        for piece in split_edits_of_row(change.old, change.new, edits):
            if piece.is_same:
                yield (piece.there, "")
            else:
                yield from _bracket(piece.here, piece.there, brackets)
    elif change.kind is ChangeKind.MOVED:
        yield (change.new, "")
    else:
        yield from _bracket(change.old, change.new, brackets)
        *_, last = split_change(change)
        if last.side == "same":
            yield (last.text, "muted")


def _bracket(old: str, new: str, brackets: EditBrackets) -> Iterator[Part]:
    """Yield dropped and added words, each between its brackets where there are some."""
    if old:
        yield from (
            (brackets.dropped[0], EDIT_SIGN),
            (old, DROPPED),
            (brackets.dropped[1], EDIT_SIGN),
        )
    if old and new and brackets == NO_BRACKETS:
        yield (" ", EDIT_SIGN)
    if new:
        yield from ((brackets.added[0], EDIT_SIGN), (new, ADDED), (brackets.added[1], EDIT_SIGN))


def _name_paragraphs(numbers: Sequence[int]) -> str:
    """Return the numbers of paragraphs as they are cited: `¶3`, `¶7–8`."""
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    return f"¶{first}" if first == last else f"¶{first}–{last}"
