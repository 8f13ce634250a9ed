"""Equal values in other forms: "96 percent" and "96%", "twelve" and "12" are no cut or change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.quote_versions.printed_values import (
    FoundValue,
    are_equal,
    find_line_values,
    read_values,
)
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.word_edits import Edit, EditKind, EditPlace
from reader.text.values import may_have_values

_BESIDE = 1
"""Words on either side of a difference that may belong to its value."""


def join_equal_values(
    edits: Sequence[Edit], base: PrintedWords, version: PrintedWords
) -> tuple[Edit, ...]:
    """Return the edits with each value that is only written differently as one step, the same.

    Args:
        edits: the steps from `base` to `version`.
        base: the words of the version that the other is compared with.
        version: the words of the other.
    """
    different = [edit for edit in edits if edit.kind is not EditKind.SAME]
    if not any(_may_be_form(edit, base, version) for edit in different):
        return tuple(edits)
    joined, others = tuple(edits), list(_read_forms(version))
    for value in _read_forms(base):
        for other in others:
            if are_equal([value], [other]) and (found := _join(joined, value, other)):
                joined = found
                break
    return joined


def _read_forms(printed: PrintedWords) -> Iterator[FoundValue]:
    """Yield the values, those with "about" and the like without that, too."""
    for found in read_values(printed):
        yield found
        words = found.text.split() if getattr(found.value, "qualifier", "") else []
        for first in range(1, min(len(words), found.last - found.first)):
            rest = " ".join(words[first:])
            values = find_line_values(rest)
            is_whole = len(values) == 1 and (values[0].start, values[0].end) == (0, len(rest))
            if is_whole and not getattr(values[0], "qualifier", ""):
                start = found.first + first
                yield FoundValue(values[0], start, found.last, rest, words[first - 1])
                break


def _may_be_form(edit: Edit, base: PrintedWords, version: PrintedWords) -> bool:
    """Whether both sides of a difference may have a value, a word beside it counted."""
    return _may_have_values(base, edit.base) and _may_have_values(version, edit.version)


def _may_have_values(printed: PrintedWords, part: slice) -> bool:
    words = printed.words[max(0, part.start - _BESIDE) : part.stop + _BESIDE]
    return bool(words) and may_have_values(printed.text[words[0].start : words[-1].end])


def _join(edits: Sequence[Edit], value: FoundValue, other: FoundValue) -> tuple[Edit, ...]:
    """Join the steps over two equal values; empty where they are not in one place or the same."""
    whole = slice(value.first, value.last), slice(other.first, other.last)
    touched = [edit for edit in edits if _touches(edit, *whole)]
    if not any(edit.kind is not EditKind.SAME for edit in touched):
        return ()
    before = [_clip(edit, (0, value.first), (0, other.first)) for edit in edits]
    ends = max(edit.base.stop for edit in edits), max(edit.version.stop for edit in edits)
    after = [_clip(edit, (value.last, ends[0]), (other.last, ends[1])) for edit in edits]
    if None in before or None in after:
        return ()
    same = Edit(EditKind.SAME, EditPlace.INSIDE, *whole, signed=False, is_other_form=True)
    return (
        *_place_inside(before, EditPlace.END),
        same,
        *_place_inside(after, EditPlace.START),
    )


def _touches(edit: Edit, base: slice, version: slice) -> bool:
    parts = (edit.base, base), (edit.version, version)
    return any(one.start < part.stop and part.start < one.stop for one, part in parts)


def _clip(edit: Edit, base: tuple[int, int], version: tuple[int, int]) -> Edit | None:
    """Return the part of a step in two ranges, maybe empty; None where the same words part."""
    part, other = _cut(edit.base, *base), _cut(edit.version, *version)
    count, other_count = part.stop - part.start, other.stop - other.start
    if (part, other) == (edit.base, edit.version):
        return edit
    if edit.kind is EditKind.SAME:
        is_even = edit.base_count == edit.version_count or not count
        is_even = is_even and count == other_count
        return replace(edit, base=part, version=other) if is_even else None
    kind = EditKind.CHANGED if count else EditKind.INSERTED
    return replace(edit, kind=kind if other_count else EditKind.DROPPED, base=part, version=other)


def _cut(part: slice, first: int, last: int) -> slice:
    start = min(max(part.start, first), last)
    return slice(start, max(start, min(part.stop, last)))


def _place_inside(edits: Sequence[Edit | None], place: EditPlace) -> Iterator[Edit]:
    """Yield the steps that have words; none of them is at the end where the value is."""
    for edit in edits:
        if edit is not None and (edit.base_count or edit.version_count):
            yield replace(edit, place=EditPlace.INSIDE) if edit.place is place else edit
