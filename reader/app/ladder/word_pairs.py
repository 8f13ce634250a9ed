"""The words of a version beside those of the base: pairs, and rows of pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from reader.app.ladder.printed_version import PrintedVersion
from reader.app.ladder.version_text import ADDED, DROPPED, shorten_trim
from reader.app.widgets.line_widget import Line, Part
from reader.quote_versions import EditKind


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of the base and the word of a version in its place; either may be empty."""

    base: str
    version: str
    is_same: bool

    @property
    def width(self) -> int:
        """The cells of the wider word."""
        return max(cell_len(self.base), cell_len(self.version))


def pair_words(
    printed: PrintedVersion, base: PrintedVersion, *, brackets: bool, shortened: bool = True
) -> list[WordPair]:
    """Pair the words of a version with those of the base.

    Args:
        printed: the version; its edits are those against `base`.
        base: the version it is compared with.
        brackets: whether `[-…-]` and `{+…+}` are written around words that differ.
        shortened: whether long trims at the ends are shortened.
    """
    version_words, base_words = printed.words_in_marks(), base.words_in_marks()
    pairs: list[WordPair] = []
    for edit in printed.version.edits:
        left, right = base_words[edit.base], version_words[edit.version]
        if edit.kind is EditKind.SAME:
            pairs += [WordPair(a, b, True) for a, b in zip(left, right, strict=False)]
            continue
        if shortened and not right:
            left = shorten_trim(left, edit)
        if brackets:
            left, right = _bracket(left, "[-", "-]"), _bracket(right, "{+", "+}")
        pairs += [WordPair(a, b, False) for a, b in zip_longest(left, right, fillvalue="")]
    return pairs


def break_into_rows(pairs: Sequence[WordPair], width: int) -> Iterator[list[WordPair]]:
    """Break pairs into rows of at most `width` cells; a wider pair has a row of its own."""
    row: list[WordPair] = []
    used = 0
    for pair in pairs:
        if row and used + 1 + pair.width > width:
            yield row
            row, used = [], 0
        used += pair.width + (1 if row else 0)
        row.append(pair)
    if row:
        yield row


def draw_base_row(row: Sequence[WordPair], *, is_marked: bool = True) -> Line:
    """Return the words of the base in a row, differing ones in their style if `is_marked`."""
    return _draw_row([(pair.base, pair) for pair in row], DROPPED if is_marked else "")


def draw_version_row(row: Sequence[WordPair], *, is_marked: bool = True) -> Line:
    """Return the words of the version in a row, differing ones in their style if `is_marked`."""
    return _draw_row([(pair.version, pair) for pair in row], ADDED if is_marked else "")


def _draw_row(words: Sequence[tuple[str, WordPair]], style: str) -> Line:
    """Return one side of a row, every word at the column of its counterpart."""
    parts: list[Part] = []
    follows_marked = False
    for word, pair in words:
        is_marked = bool(word) and not pair.is_same
        if is_marked and follows_marked and parts[-1][0] == " ":
            parts[-1] = (" ", style)
        parts.append((word, style if is_marked else ""))
        parts.append((" " * (pair.width - cell_len(word) + 1), ""))
        follows_marked = is_marked
    return tuple(parts[:-1])


def _bracket(words: list[str], opening: str, closing: str) -> list[str]:
    if not words:
        return words
    bracketed = [*words]
    bracketed[0] = opening + bracketed[0]
    bracketed[-1] += closing
    return bracketed
