"""The differences of a version as they are shown: the edit script with its ends told apart.

The edit script itself (`word_edits`) is the shortest. What people count is stricter: a word that
is common by chance holds no cut, different endings are no change of words, and what the base
itself left out is no addition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.value_forms import join_equal_values
from reader.quote_versions.word_edits import Edit, EditKind, EditPlace, build_edit_script
from reader.quote_versions.word_weights import is_content_word

_CHANGED_OUTER_WORDS = 2
"""Words of both that are a change at the beginning or the end of a version; more are others."""
_LONE_GAP, _LONE_CONTENT_GAP = 3, 8
"""Words cut behind a first or last word from which on it is common to both by chance: a stop word,
and any word."""


def build_version_edits(
    base: Sequence[QuoteWord],
    version: Sequence[QuoteWord],
    printed: tuple[PrintedWords, PrintedWords] | None = None,
) -> tuple[Edit, ...]:
    """Return the edits from `base` to `version`, in order; every word of both is in one.

    At an end there can be two: what is dropped there, then what is inserted.

    Args:
        base: the words of the version that the other is compared with.
        version: the words of the other.
        printed: the same words with their texts, so that equal values in other forms are the same.
    """
    edits = list(build_edit_script(base, version))
    edits = _join_lone_start(edits, base, version)
    edits = _join_lone_end(edits, base, version)
    if printed is not None:
        edits = list(join_equal_values(edits, *printed))
    parts = (part for edit in edits for part in _part_brackets(edit, base))
    signed = (_sign_by_base(part, base) for part in parts)
    return tuple(part for edit in signed for part in _split_outer_change(edit))


def _join_lone_start(
    edits: list[Edit], base: Sequence[QuoteWord], version: Sequence[QuoteWord]
) -> list[Edit]:
    """Join a lone first word with the long cut behind it, unless a sign shows the cut."""
    if len(edits) < 3 or not _is_lone(edits[0], edits[1], base):
        return edits
    border = edits[1].version.stop
    if border < len(version) and version[border].after_ellipsis:
        return edits
    joined = _join(edits[0], edits[1], EditPlace.START)
    return [*_split_same_end(joined, base, version), *edits[2:]]


def _split_same_end(
    edit: Edit, base: Sequence[QuoteWord], version: Sequence[QuoteWord]
) -> list[Edit]:
    """Split the words off with which both sides of a step end: they are the same after all."""
    count, most = 0, min(edit.base_count, edit.version_count)
    old, new = edit.base.stop, edit.version.stop
    while count < most and base[old - count - 1].key == version[new - count - 1].key:
        count += 1
    if not count:
        return [edit]
    last, last_new = slice(old - count, old), slice(new - count, new)
    same = replace(edit, kind=EditKind.SAME, place=EditPlace.INSIDE, base=last, version=last_new)
    old_part, new_part = (
        slice(edit.base.start, last.start),
        slice(edit.version.start, last_new.start),
    )
    kind = EditKind.DROPPED if new_part.start == new_part.stop else EditKind.CHANGED
    return [replace(edit, kind=kind, base=old_part, version=new_part), same]


def _join_lone_end(
    edits: list[Edit], base: Sequence[QuoteWord], version: Sequence[QuoteWord]
) -> list[Edit]:
    """Join a lone last word with the long cut before it, unless a sign shows the cut."""
    if len(edits) < 3 or not _is_lone(edits[-1], edits[-2], base):
        return edits
    if version[edits[-1].version.start].after_ellipsis:
        return edits
    return [*edits[:-2], _join(edits[-2], edits[-1], EditPlace.END)]


def _is_lone(end: Edit, gap: Edit, base: Sequence[QuoteWord]) -> bool:
    if end.kind is not EditKind.SAME or end.base_count != 1 or gap.place is EditPlace.BETWEEN:
        return False
    is_content = is_content_word(base[end.base.start])
    return gap.base_count >= (_LONE_CONTENT_GAP if is_content else _LONE_GAP)


def _join(first: Edit, second: Edit, place: EditPlace) -> Edit:
    words = slice(first.version.start, second.version.stop)
    return Edit(
        EditKind.CHANGED, place, slice(first.base.start, second.base.stop), words, signed=False
    )


def _part_brackets(edit: Edit, base: Sequence[QuoteWord]) -> Iterator[Edit]:
    """Yield what is dropped in runs of words in brackets and of others: only these were said."""
    if edit.kind is not EditKind.DROPPED:
        yield edit
        return
    start = edit.base.start
    for _, run in groupby(base[edit.base], key=lambda word: word.bracketed):
        stop = start + sum(1 for _ in run)
        yield replace(edit, base=slice(start, stop))
        start = stop


def _sign_by_base(edit: Edit, base: Sequence[QuoteWord]) -> Edit:
    """Return an edit as signed where an ellipsis or brackets of the base show it.

    What is at an ellipsis of the base, or in the place of its bracketed words, it left out itself:
    nobody can see there which words were the speaker's.
    """
    if edit.kind is EditKind.SAME or edit.signed:
        return edit
    words = base[edit.base]
    is_at_ellipsis = edit.version_count > 0 and any(
        word.after_ellipsis for word in base[edit.base.start : edit.base.stop + 1]
    )
    bracketed = [word.bracketed for word in words]
    is_bracketed = any(bracketed) if edit.kind is EditKind.CHANGED else all(bracketed or [False])
    return replace(edit, signed=True) if is_at_ellipsis or is_bracketed else edit


def _split_outer_change(edit: Edit) -> tuple[Edit, ...]:
    """Return two different beginnings or endings as a drop and an insertion."""
    is_outer = edit.place in (EditPlace.START, EditPlace.END)
    longest = max(edit.base_count, edit.version_count)
    if edit.kind is not EditKind.CHANGED or not is_outer or longest <= _CHANGED_OUTER_WORDS:
        return (edit,)
    start, last = edit.version.start, edit.base.stop
    dropped = replace(edit, kind=EditKind.DROPPED, version=slice(start, start))
    inserted = replace(edit, kind=EditKind.INSERTED, base=slice(last, last))
    return dropped, inserted
