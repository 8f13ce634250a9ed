"""The differences between a quotation and its source, as printed: strict where edits are lenient.

Edits align words by their keys, in which case, hyphens, apostrophes and the points of numbers are
no part. Here the printed words of every aligned pair are compared, and the words of a change that
are only written differently are told from those that are others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.word_edits import Edit, EditKind, EditPlace
from reader.quote_versions.written_forms import Writing, compare_writing, spell_alike
from reader.text.sentences import ends_sentence

_MOST_COMPARED = 24
"""Words of a change of which each is compared with each; more are other words."""
_RUNS = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Numbers of words of two runs that may be one word written differently."""
_SIGNS_BEFORE = "$£€¥₹₽¢#@&+=/<>≤≥≈~±×÷°§"
_SIGNS_AFTER = "%‰°$£€¥₹₽¢+=/&@#″"
_MINUSES = "-−–"
_CODES = {
    Writing.SAME: None,
    Writing.SPELLING: ReasonCode.SPELLING,
    Writing.CONTRACTION: ReasonCode.CONTRACTION,
}


class PrintedDifference(NamedTuple):
    """One step from the source's words to the draft's; the slices are positions of words."""

    kind: EditKind
    place: EditPlace
    base: slice
    version: slice
    signed: bool
    """Whether an ellipsis or square brackets show it."""
    code: ReasonCode | None = None
    """Of the same words how they are written differently; `NUMBER` of another number."""


def list_unchanged(steps: Sequence[PrintedDifference]) -> Iterator[PrintedDifference]:
    """Yield the steps in which each word of the draft is that of the source in its place."""
    for step in steps:
        is_even = step.base.stop - step.base.start == step.version.stop - step.version.start
        if step.kind is EditKind.SAME and is_even:
            yield step


def find_printed_differences(
    base: PrintedWords, version: PrintedWords, edits: Sequence[Edit]
) -> list[PrintedDifference]:
    """Return the steps of an edit script with the printed words compared, in order.

    Args:
        base: the words of the source.
        version: the words of the draft.
        edits: those from `base` to `version`.
    """
    steps: list[PrintedDifference] = []
    for edit in edits:
        if edit.kind is EditKind.SAME:
            steps += _compare_same(base, version, edit)
        elif edit.kind is EditKind.CHANGED:
            steps += _split_change(base, version, edit)
        else:
            step = _step(edit, edit.kind, edit.base, edit.version)
            is_and = _is_ampersand(base, version, step)
            code = ReasonCode.SPELLING if is_and else None
            steps.append(step._replace(kind=EditKind.SAME, code=code) if is_and else step)
    return steps


def _is_ampersand(base: PrintedWords, version: PrintedWords, step: PrintedDifference) -> bool:
    """Whether an "and" of one text is an ampersand, which is no word, of the other."""
    printed, part, other, gap = version, step.version, base, step.base.start
    if step.kind is EditKind.DROPPED:
        printed, part, other, gap = base, step.base, version, step.version.start
    if part.stop - part.start != 1 or printed.words[part.start].key != "and":
        return False
    if not 0 < gap < len(other.words):
        return False
    between = other.text[other.words[gap - 1].end : other.words[gap].start]
    return between.strip(" \u00a0\n,;:—–") == "&"


def merge_differences(steps: Sequence[PrintedDifference]) -> list[PrintedDifference]:
    """Join steps beside each other that are of one kind, place and code."""
    merged: list[PrintedDifference] = []
    for step in steps:
        before = merged[-1] if merged else None
        if before is not None and _are_one(before, step):
            merged[-1] = before._replace(
                base=slice(before.base.start, step.base.stop),
                version=slice(before.version.start, step.version.stop),
                signed=before.signed and step.signed,
            )
        else:
            merged.append(step)
    return merged


def _are_one(one: PrintedDifference, other: PrintedDifference) -> bool:
    if (one.kind, one.code) != (other.kind, other.code):
        return False
    is_plain = one.kind is EditKind.SAME and one.code is None
    return is_plain or (one.place is other.place and one.kind is not EditKind.SAME)


def _step(
    edit: Edit, kind: EditKind, base: slice, version: slice, code: ReasonCode | None = None
) -> PrintedDifference:
    return PrintedDifference(kind, edit.place, base, version, edit.signed, code)


def _compare_same(
    base: PrintedWords, version: PrintedWords, edit: Edit
) -> Iterator[PrintedDifference]:
    """Yield every pair of words that are the same by their keys, as they are printed."""
    if _are_printed_alike(base, version, edit):
        yield PrintedDifference(EditKind.SAME, edit.place, edit.base, edit.version, False)
        return
    for part, other in _pair_by_keys(base, version, edit):
        writing = compare_writing(
            base.print_words(part),
            version.print_words(other),
            opens=_opens(base, part.start) or _opens(version, other.start),
        )
        if writing is not Writing.OTHER and _read_signs(base, part) != _read_signs(version, other):
            writing = Writing.OTHER
        if writing is Writing.OTHER:
            yield PrintedDifference(EditKind.CHANGED, EditPlace.INSIDE, part, other, False)
        else:
            yield PrintedDifference(EditKind.SAME, edit.place, part, other, False, _CODES[writing])


def _are_printed_alike(base: PrintedWords, version: PrintedWords, edit: Edit) -> bool:
    """Whether all words of a run are printed the same, with all that is between and beside them."""
    if edit.base_count != edit.version_count:
        return False
    if base.print_whole(edit.base) != version.print_whole(edit.version):
        return False
    return _read_signs(base, edit.base) == _read_signs(version, edit.version)


def _pair_by_keys(
    base: PrintedWords, version: PrintedWords, edit: Edit
) -> Iterator[tuple[slice, slice]]:
    """Yield the shortest runs of words whose keys, joined, are the same."""
    first, start = edit.base.start, edit.version.start
    last, stop = first, start
    one = other = ""
    while last < edit.base.stop or stop < edit.version.stop:
        if len(one) <= len(other) and last < edit.base.stop:
            one += spell_alike(base.words[last].key)
            last += 1
        else:
            other += spell_alike(version.words[stop].key)
            stop += 1
        if one == other:
            yield slice(first, last), slice(start, stop)
            first, start, one, other = last, stop, "", ""


def _opens(printed: PrintedWords, number: int) -> bool:
    """Whether a word is the first of a sentence, of a pair of marks or behind a colon."""
    word = printed.words[number]
    before = printed.words[number - 1] if number else None
    if before is None or before.part != word.part or word.after_ellipsis:
        return True
    # Some outlets write a capital behind a colon and others don't.
    if printed.text[before.end : word.start].strip() == ":":
        return True
    return word.after_stop and ends_sentence(printed.text, before.end, word.start)


def _read_signs(printed: PrintedWords, part: slice) -> tuple[str, str]:
    """Return the signs right before and right after some words: those of sums, shares, minus."""
    text, words = printed.text, printed.words
    start, end = words[part.start].start, words[part.stop - 1].end
    first = start
    while first and text[first - 1] in _SIGNS_BEFORE:
        first -= 1
    before = text[first:start]
    if first and text[start].isdigit() and text[first - 1] in _MINUSES:
        before = _read_minus(text, first - 1) + before
    last = end
    while last < len(text) and text[last] in _SIGNS_AFTER:
        last += 1
    return before, text[end:last]


def _read_minus(text: str, position: int) -> str:
    is_glued = position > 0 and (text[position - 1].isalnum() or text[position - 1] in _MINUSES)
    return "" if is_glued else "-"


def _split_change(
    base: PrintedWords, version: PrintedWords, edit: Edit
) -> Iterator[PrintedDifference]:
    """Yield the steps of a change: words written differently, others, and what was cut off."""
    last, start = edit.base.stop, edit.base.start
    if edit.place is EditPlace.END:
        last = min(last, start + 2 * edit.version_count + _RUNS[-1][0])
    elif edit.place is EditPlace.START:
        start = max(start, last - 2 * edit.version_count - _RUNS[-1][0])
    if start > edit.base.start:
        yield _step(edit, EditKind.DROPPED, slice(edit.base.start, start), _empty(edit.version))
    pieces = list(_pair_runs(base, version, slice(start, last), edit.version))
    for number, piece in enumerate(pieces):
        place = _place_piece(edit.place, number, len(pieces))
        for found in _cut_end(base, piece, place):
            yield found._replace(signed=edit.signed)
    if last < edit.base.stop:
        end = slice(edit.version.stop, edit.version.stop)
        yield _step(edit, EditKind.DROPPED, slice(last, edit.base.stop), end)


def _empty(part: slice) -> slice:
    return slice(part.start, part.start)


def _place_piece(place: EditPlace, number: int, count: int) -> EditPlace:
    """Return the place of one of the pieces of a change."""
    if place is EditPlace.START:
        return place if number == 0 else EditPlace.INSIDE
    if place is EditPlace.END:
        return place if number == count - 1 else EditPlace.INSIDE
    return place


class _Piece(NamedTuple):
    """A run of words of both sides; `code` and `same` as of a difference."""

    base: slice
    version: slice
    same: bool
    code: ReasonCode | None = None


_Option = tuple[int, _Piece | None, int, int]
"""The words that are the same from here on, the run here if one is, and where the next step is."""


def _pair_runs(
    base: PrintedWords, version: PrintedWords, part: slice, other: slice
) -> Iterator[_Piece]:
    """Yield the pieces of a change: runs that are the same words, and what is between them."""
    rows, columns = part.stop - part.start, other.stop - other.start
    if max(rows, columns) > _MOST_COMPARED:
        yield _Piece(part, other, False)
        return
    best: list[list[_Option]] = [[(0, None, 0, 0)] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            options: list[_Option] = [
                (best[row + 1][column][0], None, row + 1, column),
                (best[row][column + 1][0], None, row, column + 1),
            ]
            for high, wide in _RUNS:
                if row + high > rows or column + wide > columns:
                    continue
                piece = _match_run(
                    base, version, part.start + row, other.start + column, high, wide
                )
                if piece:
                    score = best[row + high][column + wide][0] + high + wide
                    options.append((score, piece, row + high, column + wide))
            best[row][column] = max(options, key=lambda option: option[0])
    yield from _trace(best, part, other)


def _trace(best: list[list[_Option]], part: slice, other: slice) -> Iterator[_Piece]:
    row = column = done_row = done_column = 0
    while row < part.stop - part.start and column < other.stop - other.start:
        _, piece, next_row, next_column = best[row][column]
        if piece is not None:
            if row > done_row or column > done_column:
                yield _Piece(
                    slice(part.start + done_row, part.start + row),
                    slice(other.start + done_column, other.start + column),
                    False,
                )
            yield piece
            done_row, done_column = next_row, next_column
        row, column = next_row, next_column
    if part.start + done_row < part.stop or other.start + done_column < other.stop:
        rest = slice(part.start + done_row, part.stop)
        yield _Piece(rest, slice(other.start + done_column, other.stop), False)


def _match_run(
    base: PrintedWords, version: PrintedWords, row: int, column: int, high: int, wide: int
) -> _Piece | None:
    """Return the piece of two runs that are the same words, or None."""
    words, others = base.words[row : row + high], version.words[column : column + wide]
    if words[0].key[:1] != others[0].key[:1] or any(word.bracketed for word in (*words, *others)):
        return None
    part, other = slice(row, row + high), slice(column, column + wide)
    opens = _opens(base, row) or _opens(version, column)
    one, another = base.print_words(part), version.print_words(other)
    writing = compare_writing(one, another, opens=opens)
    if writing is Writing.OTHER or _read_signs(base, part) != _read_signs(version, other):
        return None
    return _Piece(part, other, True, _CODES[writing])


def _cut_end(base: PrintedWords, piece: _Piece, place: EditPlace) -> Iterator[PrintedDifference]:
    """Yield a piece, at an end of the quotation as the change and what was left out beyond it."""
    count = piece.version.stop - piece.version.start
    part, other = piece.base, piece.version
    length = part.stop - part.start
    if piece.same:
        yield PrintedDifference(EditKind.SAME, place, part, other, False, piece.code)
    elif not count or not length:
        kind = EditKind.INSERTED if count else EditKind.DROPPED
        yield PrintedDifference(kind, place, part, other, False)
    elif place is EditPlace.END and length > count:
        cut = _limit_to_sentence(base, part.start, part.start + count)
        yield PrintedDifference(EditKind.CHANGED, place, slice(part.start, cut), other, False)
        rest = slice(other.stop, other.stop)
        yield PrintedDifference(EditKind.DROPPED, place, slice(cut, part.stop), rest, False)
    elif place is EditPlace.START and length > count:
        opened = [at for at in range(part.stop - count, part.stop) if _opens(base, at)]
        cut = opened[-1] if opened else part.stop - count
        yield PrintedDifference(
            EditKind.DROPPED, place, slice(part.start, cut), _empty(other), False
        )
        yield PrintedDifference(EditKind.CHANGED, place, slice(cut, part.stop), other, False)
    else:
        yield PrintedDifference(EditKind.CHANGED, place, part, other, False)


def _limit_to_sentence(base: PrintedWords, first: int, cut: int) -> int:
    """Return where a run of words ends at the latest: with the sentence of its first word."""
    for number in range(first + 1, cut):
        if _opens(base, number):
            return number
    return cut
