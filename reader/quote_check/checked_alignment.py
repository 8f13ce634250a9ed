"""The alignment of a quotation with its source as it is checked.

It differs from that of the versions of a quote: spellings are aligned as one word, and a short word
that an end has by chance far away is not part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.word_edits import Edit, EditKind, EditPlace, build_edit_script
from reader.quote_versions.written_forms import Writing, compare_writing, spell_alike

_STRAY_WORDS = 2
"""Words at an end that may be there by chance."""
_FAR = 4
"""Words between such words and the rest, beside twice those that are in their place."""

_LONG_RUN = 3
"""Words in a row that are not there by chance."""
_DRAWN_WORDS = 4
"""Words at the start that may be written differently nearer to the rest."""


class Alignment(NamedTuple):
    """A quotation word by word with its source."""

    base: PrintedWords
    """The words of the source."""
    version: PrintedWords
    """Those of the quotation."""
    edits: tuple[Edit, ...]


def align_quotation(base: PrintedWords, version: PrintedWords, edits: Sequence[Edit]) -> Alignment:
    """Align a quotation with a passage again where it is not the same words in a row.

    Args:
        base: the words of the passage.
        version: the words of the quotation.
        edits: the edits by which the passage was found, those of `build_edit_script`.
    """
    is_same = all(edit.kind in (EditKind.SAME, EditKind.DROPPED) for edit in edits)
    if is_same and not _has_inner_drop(edits):
        return Alignment(base, version, tuple(edits))
    spelled, others = _spell_all(base.words), _spell_all(version.words)
    is_known = spelled is base.words and others is version.words
    script = tuple(edits) if is_known else build_edit_script(spelled, others)
    script = _draw_end(script, base, version)
    script = _draw_changed_start(script, base, version)
    script = _settle_end(_settle_start(script, base), base)
    script = _draw_start(script, base, version)
    script = _draw_beginning(script, base, version)
    return Alignment(base, version, script)


def _has_inner_drop(edits: Sequence[Edit]) -> bool:
    ends = (EditPlace.START, EditPlace.END)
    return any(edit.kind is EditKind.DROPPED and edit.place not in ends for edit in edits)


def _spell_all(words: Sequence[QuoteWord]) -> Sequence[QuoteWord]:
    """Return words by the spelling that is compared; the same object where none has another."""
    written = [word.key for word in words]
    keys = list(map(spell_alike, written))
    if keys == written:
        return words
    return [
        word if key == word.key else word._replace(key=key)
        for key, word in zip(keys, words, strict=True)
    ]


def _settle_start(edits: tuple[Edit, ...], base: PrintedWords) -> tuple[Edit, ...]:
    """Take short words at the start that are far from the rest to where they are nearer."""
    first = 1 if edits and edits[0].kind is EditKind.DROPPED else 0
    if len(edits) < first + 3:
        return edits
    stray, gap = edits[first : first + 2]
    if not _is_stray(stray, gap):
        return edits
    keys = [word.key for word in base.words]
    run = keys[stray.base]
    count = len(run)
    for place in range(gap.base.stop - count, gap.base.start - 1, -1):
        if keys[place : place + count] == run and gap.base.stop - place <= _reach(gap) + count:
            gap_base = slice(place + count, gap.base.stop)
            moved = (
                Edit(EditKind.DROPPED, EditPlace.START, slice(0, place), slice(0, 0), False),
                _move(stray, place),
                _replace_base(gap, gap_base),
            )
            return (*moved, *edits[first + 2 :])
    whole = slice(0, gap.base.stop), slice(0, gap.version.stop)
    return (Edit(EditKind.CHANGED, EditPlace.START, *whole, gap.signed), *edits[first + 2 :])


def _draw_start(
    edits: tuple[Edit, ...], base: PrintedWords, version: PrintedWords
) -> tuple[Edit, ...]:
    """Take words at the start to where they are written differently right before the rest.

    "I have not gone" is "I haven't gone", whatever sentence before it begins with "I have not".
    """
    gaps = [
        number
        for number, edit in enumerate(edits[1:-1], 1)
        if edit.kind is EditKind.DROPPED and not edit.signed
    ]
    if not gaps or edits[gaps[0]].version.start > _DRAWN_WORDS:
        return edits
    gap = edits[gaps[0]]
    run = slice(0, gap.version.start)
    printed = version.print_words(run)
    for count in range(1, run.stop + 2):
        place = gap.base.stop - count
        if place < gap.base.start:
            break
        words = slice(place, gap.base.stop)
        opens = place == 0 or base.words[place].after_stop
        if compare_writing(base.print_words(words), printed, opens=opens) is not Writing.OTHER:
            dropped = Edit(EditKind.DROPPED, EditPlace.START, slice(0, place), slice(0, 0), False)
            drawn = Edit(EditKind.CHANGED, EditPlace.INSIDE, words, run, False)
            return (dropped, drawn, *edits[gaps[0] + 1 :])
    return edits


def _draw_beginning(
    edits: tuple[Edit, ...], base: PrintedWords, version: PrintedWords
) -> tuple[Edit, ...]:
    """Take all words before a longer run to where they are written differently right before it.

    "Now they are gone by noon" is of "Now they're gone by noon", whatever "they" is before it.
    """
    long = (at for at, edit in enumerate(edits) if edit.kind is EditKind.SAME)
    number = next((at for at in long if edits[at].base_count >= _LONG_RUN), 0)
    run = edits[number]
    before = slice(0, run.version.start)
    changed = [edit for edit in edits[:number] if edit.kind is not EditKind.DROPPED]
    if len(changed) < 2 or before.stop > _DRAWN_WORDS or any(edit.signed for edit in changed):
        return edits
    for count in range(1, before.stop + 2):
        words = slice(run.base.start - count, run.base.start)
        if words.start >= 0 and _are_written_alike(base, words, version, before):
            dropped = Edit(
                EditKind.DROPPED, EditPlace.START, slice(0, words.start), slice(0, 0), False
            )
            drawn = Edit(EditKind.CHANGED, EditPlace.INSIDE, words, before, False)
            return (dropped, drawn, *edits[number:])
    return edits


def _draw_changed_start(
    edits: tuple[Edit, ...], base: PrintedWords, version: PrintedWords
) -> tuple[Edit, ...]:
    """Take the same words at the start to where only what is written differently follows them.

    "We were not asked" is of "We weren't asked", whatever sentence before it begins with "We".
    """
    first = 1 if edits and edits[0].kind is EditKind.DROPPED else 0
    if len(edits) < first + 2:
        return edits
    run, gap = edits[first : first + 2]
    if run.kind is not EditKind.SAME or gap.kind is not EditKind.CHANGED or gap.signed:
        return edits
    keys = [word.key for word in base.words]
    count = run.base_count
    for place in range(gap.base.stop - count - 1, gap.base.start - 1, -1):
        words = slice(place + count, gap.base.stop)
        if words.stop - words.start > _DRAWN_WORDS:
            break
        if keys[place : place + count] != keys[run.base]:
            continue
        if _are_written_alike(base, words, version, gap.version):
            dropped = Edit(EditKind.DROPPED, EditPlace.START, slice(0, place), slice(0, 0), False)
            return (dropped, _move(run, place), _replace_base(gap, words), *edits[first + 2 :])
    return edits


def _draw_end(
    edits: tuple[Edit, ...], base: PrintedWords, version: PrintedWords
) -> tuple[Edit, ...]:
    """Take the same words at the end to where they are right behind the rest, too.

    "It isn't the end" is of "It is not the end", whatever sentence behind it ends with "the end".
    """
    last = len(edits) - 1
    if edits and edits[last].kind is EditKind.DROPPED:
        last -= 1
    if last < 1:
        return edits
    gap, run = edits[last - 1 : last + 1]
    count = run.base_count
    if run.kind is not EditKind.SAME or gap.signed or gap.base_count <= count:
        return edits
    keys = [word.key for word in base.words]
    for place in range(gap.base.start, min(gap.base.stop, gap.base.start + _DRAWN_WORDS)):
        words = slice(gap.base.start, place)
        if keys[place : place + count] != keys[run.base]:
            continue
        if not _are_written_alike(base, words, version, gap.version):
            return edits
        rest, stop = slice(place + count, len(keys)), run.version.stop
        dropped = Edit(EditKind.DROPPED, EditPlace.END, rest, slice(stop, stop), False)
        changed = (replace(gap, base=words, place=EditPlace.INSIDE),) if gap.version_count else ()
        return (*edits[: last - 1], *changed, _move(run, place), dropped)
    return edits


def _are_written_alike(
    base: PrintedWords, part: slice, version: PrintedWords, other: slice
) -> bool:
    """Whether two runs of words are the same ones, perhaps written differently."""
    if part.start == part.stop or other.start == other.stop:
        return bool(part.start == part.stop and other.start == other.stop)
    one, another = base.print_words(part), version.print_words(other)
    return compare_writing(one, another) is not Writing.OTHER


def _settle_end(edits: tuple[Edit, ...], base: PrintedWords) -> tuple[Edit, ...]:
    """Do the same at the end."""
    last = len(edits) - 1
    if edits and edits[last].kind is EditKind.DROPPED:
        last -= 1
    if last < 2:
        return edits
    gap, stray = edits[last - 1 : last + 1]
    if not _is_stray(stray, gap):
        return edits
    keys = [word.key for word in base.words]
    run = keys[stray.base]
    count = len(run)
    end = len(keys)
    for place in range(gap.base.start, gap.base.stop - count + 1):
        if keys[place : place + count] == run and place - gap.base.start <= _reach(gap):
            rest, stop = slice(place + count, end), stray.version.stop
            moved = (
                _replace_base(gap, slice(gap.base.start, place)),
                _move(stray, place),
                Edit(EditKind.DROPPED, EditPlace.END, rest, slice(stop, stop), False),
            )
            return (*edits[: last - 1], *moved)
    whole = slice(gap.base.start, end), slice(gap.version.start, stray.version.stop)
    return (*edits[: last - 1], Edit(EditKind.CHANGED, EditPlace.END, *whole, gap.signed))


def _move(run: Edit, place: int) -> Edit:
    """Return a run of the same words at another place of the source."""
    return replace(run, base=slice(place, place + run.base_count))


def _replace_base(gap: Edit, base: slice) -> Edit:
    """Return a change of other words of the source, or an insertion where there are none."""
    kind = EditKind.CHANGED if base.start < base.stop else EditKind.INSERTED
    return replace(gap, kind=kind, place=EditPlace.INSIDE, base=base)


def _is_stray(stray: Edit, gap: Edit) -> bool:
    """Whether words are few, and far from the rest with others in between."""
    if stray.kind is not EditKind.SAME or gap.kind is not EditKind.CHANGED:
        return False
    is_short = stray.base_count == stray.version_count <= _STRAY_WORDS
    return is_short and gap.base_count > _FAR + 2 * gap.version_count


def _reach(gap: Edit) -> int:
    """Return within how many words of the rest those at an end are no chance."""
    return 2 * gap.version_count + 1
