"""The words of a version beside those of the base: pairs, and rows of pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from reader.app.ladder.printed_version import BETWEEN_PARTS, PrintedVersion, PrintedWord
from reader.app.ladder.version_text import (
    ADDED,
    DROPPED,
    EDIT_SIGN,
    NO_BRACKETS,
    EditBrackets,
    name_left_out,
    shorten_trim,
)
from reader.app.widgets.line_widget import Line, Part
from reader.quote_versions import Edit, EditKind


@dataclass(frozen=True, slots=True)
class SideWord:
    """A word of one side of a pair as printed; empty where the side has none."""

    text: str = ""
    gap: str = ""
    """A space where the text has white space after the word, else nothing."""
    is_remark: bool = False
    """Whether it is a remark in place of words that are not shown."""
    opening: str = ""
    """The bracket before it, where it begins words that differ."""
    closing: str = ""

    @property
    def width(self) -> int:
        """The cells of the word and its brackets."""
        return cell_len(self.opening) + cell_len(self.text) + cell_len(self.closing)


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of the base and the word of a version in its place; either may be empty."""

    base: SideWord
    version: SideWord
    is_same: bool


@dataclass(frozen=True, slots=True)
class WordBlock:
    """Pairs that begin in one column; only blocks are parted by white space of the screen.

    Inside a block each side has its own gaps, so that “face-to-face” stays as it is.
    """

    pairs: tuple[WordPair, ...]

    @property
    def width(self) -> int:
        """The cells of the wider side."""
        return max(_side_width(self.bases), _side_width(self.versions))

    @property
    def bases(self) -> list[tuple[SideWord, WordPair]]:
        """The words of the base, each with its pair."""
        return [(pair.base, pair) for pair in self.pairs if pair.base.text]

    @property
    def versions(self) -> list[tuple[SideWord, WordPair]]:
        """The words of the version, each with its pair."""
        return [(pair.version, pair) for pair in self.pairs if pair.version.text]


def pair_words(
    printed: PrintedVersion,
    base: PrintedVersion,
    *,
    brackets: EditBrackets = NO_BRACKETS,
    shortened: bool = True,
) -> list[WordPair]:
    """Pair the words of a version with those of the base.

    Args:
        printed: the version; its edits are those against `base`.
        base: the version it is compared with.
        brackets: the brackets around words that differ.
        shortened: whether long trims at the ends are shortened.
    """
    version_words, base_words = _end_words(printed), _end_words(base)
    pairs: list[WordPair] = []
    for edit in printed.version.edits:
        is_same = edit.kind is EditKind.SAME
        right = _print_words(version_words[edit.version])
        if shortened and not right:
            left = _print_trim(base_words[edit.base], edit, brackets)
        else:
            left = _print_words(base_words[edit.base])
            left = left if is_same else _bracket(left, brackets.dropped)
        right = right if is_same else _bracket(right, brackets.added)
        pairs += [
            WordPair(a, b, is_same) for a, b in zip_longest(left, right, fillvalue=SideWord())
        ]
    return pairs


def break_into_rows(pairs: Sequence[WordPair], width: int) -> Iterator[list[WordBlock]]:
    """Break pairs into rows of blocks, each at most `width` cells; a long word goes on below."""
    row: list[WordBlock] = []
    used = 0
    for block in _fit_blocks(_join_into_blocks(pairs), width):
        if row and used + 1 + block.width > width:
            yield row
            row, used = [], 0
        used += block.width + (1 if row else 0)
        row.append(block)
    if row:
        yield row


def draw_base_row(row: Sequence[WordBlock], *, is_marked: bool = True) -> Line:
    """Return the words of the base in a row, differing ones in their style if `is_marked`."""
    return _draw_row([block.bases for block in row], row, DROPPED if is_marked else "")


def draw_version_row(row: Sequence[WordBlock], *, is_marked: bool = True) -> Line:
    """Return the words of the version in a row, differing ones in their style if `is_marked`."""
    return _draw_row([block.versions for block in row], row, ADDED if is_marked else "")


def _end_words(printed: PrintedVersion) -> list[PrintedWord]:
    """Return the words of a version in their marks; after the last one there is room."""
    words = printed.words_in_marks()
    return [*words[:-1], *(word._replace(gap=" ") for word in words[-1:])]


def _print_words(words: Sequence[PrintedWord]) -> list[SideWord]:
    return [_print_word(word) for word in words]


def _print_word(word: PrintedWord) -> SideWord:
    if word.gap == BETWEEN_PARTS:
        return SideWord(word.text + BETWEEN_PARTS.rstrip(), " ")
    return SideWord(word.text, " " if word.gap else "")


def _print_trim(words: list[PrintedWord], edit: Edit, brackets: EditBrackets) -> list[SideWord]:
    """Return dropped words; in place of the middle of a long trim at an end is its length."""
    runs = [_bracket(_print_words(run), brackets.dropped) for run in shorten_trim(words, edit)]
    if len(runs) == 1:
        return runs[0]
    first, last = runs
    left_out = name_left_out(len(words) - len(first) - len(last))
    return [
        *first[:-1],
        replace(first[-1], gap=" "),
        SideWord(left_out, " ", is_remark=True),
        *last,
    ]


def _bracket(words: list[SideWord], brackets: tuple[str, str]) -> list[SideWord]:
    """Return words with brackets around the first and the last of them."""
    if not words:
        return words
    bracketed = [*words]
    bracketed[0] = replace(bracketed[0], opening=brackets[0])
    bracketed[-1] = replace(bracketed[-1], closing=brackets[1])
    return bracketed


def _join_into_blocks(pairs: Sequence[WordPair]) -> Iterator[WordBlock]:
    """Yield the shortest runs of pairs at whose ends both sides have white space."""
    block: list[WordPair] = []
    base_ends = version_ends = True
    for pair in pairs:
        if block and base_ends and version_ends:
            yield WordBlock(tuple(block))
            block = []
        block.append(pair)
        base_ends = bool(pair.base.gap) if pair.base.text else base_ends
        version_ends = bool(pair.version.gap) if pair.version.text else version_ends
    if block:
        yield WordBlock(tuple(block))


def _fit_blocks(blocks: Iterator[WordBlock], width: int) -> Iterator[WordBlock]:
    """Yield blocks with those wider than `width` broken between pairs, if need be inside words."""
    for block in blocks:
        if block.width <= width:
            yield block
            continue
        fitted: tuple[WordPair, ...] = ()
        for pair in (piece for whole in block.pairs for piece in _chop_pair(whole, width)):
            if fitted and WordBlock((*fitted, pair)).width > width:
                yield WordBlock(fitted)
                fitted = ()
            fitted = (*fitted, pair)
        yield WordBlock(fitted)


def _chop_pair(pair: WordPair, width: int) -> Iterator[WordPair]:
    """Yield a pair in pieces that are at most `width` cells wide."""
    sides = zip_longest(
        _chop_word(pair.base, width), _chop_word(pair.version, width), fillvalue=SideWord()
    )
    for base, version in sides:
        yield WordPair(base, version, pair.is_same)


def _chop_word(word: SideWord, width: int) -> list[SideWord]:
    if word.width <= width:
        return [word]
    room = width - cell_len(word.opening) - cell_len(word.closing)
    pieces = [replace(word, text=piece, opening="", gap="", closing="")
              for piece in chop_cells(word.text, max(2, room))]  # fmt: skip
    pieces[0] = replace(pieces[0], opening=word.opening)
    pieces[-1] = replace(pieces[-1], closing=word.closing, gap=word.gap)
    return pieces


def _side_width(words: Sequence[tuple[SideWord, WordPair]]) -> int:
    gaps = sum(len(word.gap) for word, _ in words[:-1])
    return gaps + sum(word.width for word, _ in words)


def _draw_row(
    sides: Sequence[list[tuple[SideWord, WordPair]]], row: Sequence[WordBlock], style: str
) -> Line:
    """Return one side of a row, every block at the column of its counterpart."""
    parts: list[Part] = []
    follows_marked = False
    for words, block in zip(sides, row, strict=True):
        for number, (word, pair) in enumerate(words):
            is_marked = not pair.is_same and not word.is_remark
            if is_marked and follows_marked and parts[-1][0] == " ":
                parts[-1] = (" ", style)
            word_style = style if is_marked else EDIT_SIGN if word.is_remark else ""
            parts.append((word.opening, EDIT_SIGN))
            parts.append((word.text, word_style))
            parts.append((word.closing, EDIT_SIGN))
            parts.append((word.gap if number + 1 < len(words) else "", ""))
            follows_marked = is_marked and not word.closing
        parts = [part for part in parts if part[0]]
        parts.append((" " * (block.width - _side_width(words) + 1), ""))
        follows_marked = follows_marked and bool(words)
    return tuple(parts[:-1])
