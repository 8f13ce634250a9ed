"""The differences between two versions of a quote, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.quote_versions.chance_runs import find_chance_runs
from reader.quote_versions.quote_words import QuoteWord

_STRAY_LETTERS = 3
"""Letters of a word that both versions have by chance between long differences."""
# Words of the differences on both sides of such a word, together and on the shorter side.
_STRAY_DROPPED, _STRAY_INSERTED, _STRAY_SIDE = 4, 2, 2


class EditKind(str, Enum):
    """What was done to a run of words of the base."""

    SAME = "same"
    DROPPED = "dropped"
    INSERTED = "inserted"
    CHANGED = "changed"


class EditPlace(str, Enum):
    """The part of a version in which an edit is."""

    START = "start"
    """Before the first word that both have: trimmed at the beginning."""
    INSIDE = "inside"
    """Between two words that both have, inside one pair of marks of the version."""
    BETWEEN = "between"
    """Where the version is interrupted: between two pairs of marks."""
    END = "end"
    """After the last word that both have: trimmed at the end."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of an edit script over words; the slices are positions of words."""

    kind: EditKind
    place: EditPlace
    base: slice
    version: slice
    signed: bool
    """Whether an ellipsis or square brackets show it."""
    is_other_form: bool = False
    """Of the same words: whether they are one value in two forms ("96%", "96 percent")."""

    # Python 3.12 is the first whose slices have a hash.
    def __hash__(self) -> int:
        positions = self.base.start, self.base.stop, self.version.start, self.version.stop
        return hash((self.kind, self.place, self.signed, positions))

    @property
    def base_count(self) -> int:
        """Number of words of the base."""
        count: int = self.base.stop - self.base.start
        return count

    @property
    def version_count(self) -> int:
        """Number of words of the version."""
        count: int = self.version.stop - self.version.start
        return count


def count_same_words(edits: Sequence[Edit]) -> int:
    """Count the words of the base that the version has too."""
    return sum(edit.base_count for edit in edits if edit.kind is EditKind.SAME)


def build_edit_script(base: Sequence[QuoteWord], version: Sequence[QuoteWord]) -> tuple[Edit, ...]:
    """Return the edits from `base` to `version`, in order; every word of both is in one.

    The alignment is the longest common subsequence (RapidFuzz's LCSseq opcodes); a
    drop and an insertion at the same place become one change.
    """
    steps = _align_steps(base, version)
    return tuple([_make_edit(steps, index, version) for index in range(len(steps))])


def find_same_runs(
    base: Sequence[QuoteWord], version: Sequence[QuoteWord]
) -> list[tuple[slice, slice]]:
    """Return the runs of words of both that are the same, as the edit script has them."""
    return [
        (slice(step.first, step.last), slice(step.start, step.stop))
        for step in _align_steps(base, version)
        if step.same
    ]


def make_same_edit(count: int) -> Edit:
    """Return the only edit between two versions of so many words that are the same."""
    return Edit(EditKind.SAME, EditPlace.INSIDE, slice(0, count), slice(0, count), False)


def _align_steps(base: Sequence[QuoteWord], version: Sequence[QuoteWord]) -> list[_EditStep]:
    keys, version_keys = _aligned_keys(base), _aligned_keys(version)
    steps = _align_run(keys, version_keys)
    return steps or _align_words(base, version, keys, version_keys)


def _align_run(keys: list[str], version_keys: list[str]) -> list[_EditStep]:
    """Align a version whose words are in a row in the base; nothing where they are not."""
    size = len(version_keys)
    if not size:
        return []
    for first in range(len(keys) - size + 1):
        if keys[first] == version_keys[0] and keys[first : first + size] == version_keys:
            break
    else:
        return []
    steps = [_EditStep(True, first, first + size, 0, size)]
    if first:
        steps.insert(0, _EditStep(False, 0, first, 0, 0))
    if first + size < len(keys):
        steps.append(_EditStep(False, first + size, len(keys), size, size))
    return steps


def _align_words(
    base: Sequence[QuoteWord],
    version: Sequence[QuoteWord],
    keys: list[str],
    version_keys: list[str],
) -> list[_EditStep]:
    steps = _align(keys, version_keys)
    steps = _accept_joined_words(steps, keys, version_keys)
    steps = _move_runs_together(steps, keys)
    steps = _reject_other_sentences(_reject_stray_words(steps, base), base, version)
    return _move_to_stops(_give_back_ends(steps, keys, version_keys), base, version)


class _EditStep(NamedTuple):
    """Words of the base and of the version that are the same, or that differ."""

    same: bool
    first: int
    last: int
    """Words of the base, `base[first:last]`."""
    start: int
    stop: int
    """Words of the version, `version[start:stop]`."""

    @property
    def dropped(self) -> int:
        """Number of words of the base."""
        return self.last - self.first

    @property
    def inserted(self) -> int:
        """Number of words of the version."""
        return self.stop - self.start

    @property
    def is_change(self) -> bool:
        """Whether words are in the place of others."""
        return self.dropped > 0 and self.inserted > 0


def _append(steps: list[_EditStep], step: _EditStep) -> None:
    """Append a step, or extend the last one if both are the same or both differ."""
    if steps and steps[-1].same == step.same:
        before = steps[-1]
        steps[-1] = _EditStep(before.same, before.first, step.last, before.start, step.stop)
    else:
        steps.append(step)


def _aligned_keys(words: Sequence[QuoteWord]) -> list[str]:
    """Return the forms by which words are aligned, which show what their keys leave out.

    A bracketed word is never the speaker's, and a possessive ending is no typography.
    """
    return [_aligned_key(word) if word.possessive or word.bracketed else word.key for word in words]


def _aligned_key(word: QuoteWord) -> str:
    form = f"{word.key}'s" if word.possessive else word.key
    return f"[{form}" if word.bracketed else form


def _align(keys: list[str], version_keys: list[str]) -> list[_EditStep]:
    from rapidfuzz.distance.LCSseq import opcodes

    steps: list[_EditStep] = []
    for code in opcodes(keys, version_keys):
        span = code.src_start, code.src_end, code.dest_start, code.dest_end
        _append(steps, _EditStep(code.tag == "equal", *span))
    return steps


def _accept_joined_words(
    steps: list[_EditStep], keys: list[str], version_keys: list[str]
) -> list[_EditStep]:
    """Take words for the same that differ in a hyphen only ("co-operation")."""
    joined = [
        index
        for index, step in enumerate(steps)
        if not step.same
        and step.is_change
        and "".join(keys[step.first : step.last]) == "".join(version_keys[step.start : step.stop])
    ]
    # Mostly there are none, and the steps stay as they are.
    for index in joined:
        steps[index] = steps[index]._replace(same=True)
    return _merge(steps) if joined else steps


def _move_runs_together(steps: list[_EditStep], keys: list[str]) -> list[_EditStep]:
    """Take of equal words those beside the other common ones, not those far from them.

    Where words of the base are dropped between two common runs and a whole run is at the other
    end of them as well, it is taken from that end: what was trimmed is no cut inside.
    """
    found = list(steps)
    index = 1
    while 0 < index < len(found) - 1:
        moved = _move_run(found[index - 1 : index + 2], keys, opens=index == 1)
        if moved is None:
            index += 1
            continue
        found[index - 1 : index + 2] = moved
        found = _merge(found)
        index = max(1, index - 2)
    return found


def _move_run(steps: list[_EditStep], keys: list[str], *, opens: bool) -> list[_EditStep] | None:
    """Move the run before or after a drop to its other side; None where neither is there too."""
    before, gap, after = steps
    if gap.same or gap.inserted or not before.same or not after.same:
        return None
    # Words joined by a hyphen in one version count differently in the other: such runs stay.
    if before.dropped != before.inserted or after.dropped != after.inserted:
        return None
    run, later = keys[before.first : before.last], keys[after.first : after.last]
    to_right = _ends_with(keys, gap, run)
    to_left = _begins_with(keys, gap, later)
    if to_right and (opens or not to_left or len(run) <= len(later)):
        cut = gap.last - len(run)
        return [
            _EditStep(False, before.first, cut, before.start, before.start),
            _EditStep(True, cut, after.last, before.start, after.stop),
        ]
    if to_left:
        cut = gap.first + len(later)
        return [
            _EditStep(True, before.first, cut, before.start, after.stop),
            _EditStep(False, cut, after.last, after.stop, after.stop),
        ]
    return None


def _ends_with(keys: list[str], gap: _EditStep, run: list[str]) -> bool:
    return len(run) <= gap.dropped and keys[gap.last - len(run) : gap.last] == run


def _begins_with(keys: list[str], gap: _EditStep, run: list[str]) -> bool:
    return len(run) <= gap.dropped and keys[gap.first : gap.first + len(run)] == run


def _merge(steps: list[_EditStep]) -> list[_EditStep]:
    """Make one step of those beside each other that are the same, or that differ."""
    merged: list[_EditStep] = []
    for step in steps:
        _append(merged, step)
    return merged


def _reject_stray_words(steps: list[_EditStep], base: Sequence[QuoteWord]) -> list[_EditStep]:
    """Join a short word alone between two long differences with them: it is chance."""
    stray = [
        index
        for index, step in enumerate(steps)
        if step.same
        and step.last - step.first == 1
        and len(base[step.first].key) <= _STRAY_LETTERS
        and _is_between_changes(steps, index)
    ]
    if not stray:
        return steps
    found = list(steps)
    for index in stray:
        found[index] = found[index]._replace(same=False)
    return _merge(found)


def _reject_other_sentences(
    steps: list[_EditStep], base: Sequence[QuoteWord], version: Sequence[QuoteWord]
) -> list[_EditStep]:
    """Part what is the same by chance in two sentences of which each says something else."""
    runs = [(step.first, step.start, step.dropped) for step in steps if step.same]
    if any(step.same and step.dropped != step.inserted for step in steps):
        return steps
    chance = set(find_chance_runs(runs, base, version))
    if not chance or len(chance) == len(runs):
        return steps
    parted: list[_EditStep] = []
    for step in steps:
        is_chance = step.same and (step.first, step.start, step.dropped) in chance
        _append(parted, step._replace(same=False) if is_chance else step)
    return parted


def _give_back_ends(
    steps: list[_EditStep], keys: list[str], version_keys: list[str]
) -> list[_EditStep]:
    """Move equal words at the end of a difference to the common run after it."""
    moved = list(steps)
    for index in range(len(moved) - 1):
        step, after = moved[index], moved[index + 1]
        if not step.same:
            shift = _count_equal_at_ends(step, keys, version_keys)
            if not shift:
                continue
            moved[index] = step._replace(last=step.last - shift, stop=step.stop - shift)
            moved[index + 1] = after._replace(first=after.first - shift, start=after.start - shift)
    return moved


def _count_equal_at_ends(step: _EditStep, keys: list[str], version_keys: list[str]) -> int:
    """Count the last words of a difference that are the same: they belong to what follows."""
    words = zip(
        reversed(keys[step.first : step.last]),
        reversed(version_keys[step.start : step.stop]),
        strict=False,
    )
    count = 0
    for key, version_key in words:
        if key != version_key:
            break
        count += 1
    return count


def _is_between_changes(steps: list[_EditStep], index: int) -> bool:
    """Whether a step is between long differences, with words in the place of others."""
    if not 0 < index < len(steps) - 1:
        return False
    sides = (steps[index - 1], steps[index + 1])
    return (
        any(side.is_change for side in sides)
        and sum(side.dropped for side in sides) >= _STRAY_DROPPED
        and sum(side.inserted for side in sides) >= _STRAY_INSERTED
        and min(side.dropped + side.inserted for side in sides) >= _STRAY_SIDE
    )


def _move_to_stops(
    steps: list[_EditStep], base: Sequence[QuoteWord], version: Sequence[QuoteWord]
) -> list[_EditStep]:
    """Move a drop or an insertion that could as well be elsewhere to where a sign shows it.

    A drop to where the version has an ellipsis; else either to where a stop begins it.
    """
    moved = list(steps)
    for index in range(1, len(moved) - 1):
        before, step, after = moved[index - 1 : index + 2]
        if step.same or step.is_change or not before.same or not after.same:
            continue
        shift = _choose_shift(before, step, after, base, version)
        if not shift:
            continue
        moved[index - 1] = before._replace(last=before.last + shift, stop=before.stop + shift)
        moved[index] = _EditStep(
            False, step.first + shift, step.last + shift, step.start + shift, step.stop + shift
        )
        moved[index + 1] = after._replace(first=after.first + shift, start=after.start + shift)
    return moved


def _choose_shift(
    before: _EditStep,
    step: _EditStep,
    after: _EditStep,
    base: Sequence[QuoteWord],
    version: Sequence[QuoteWord],
) -> int:
    """Return by how many words a drop or an insertion is moved."""
    is_drop = step.dropped > 0
    words = base if is_drop else version
    first, last = (step.first, step.last) if is_drop else (step.start, step.stop)
    shifts = list(_find_shifts(words, first, last, before, after))
    at_ellipsis = (shift for shift in shifts if version[step.start + shift].after_ellipsis)
    shift = next(at_ellipsis, None) if is_drop else None
    if shift is not None:
        return shift
    to_left = sorted((shift for shift in shifts if shift <= 0), reverse=True)
    return next((shift for shift in to_left if words[first + shift].after_stop), 0)


def _find_shifts(
    words: Sequence[QuoteWord], first: int, last: int, before: _EditStep, after: _EditStep
) -> Iterator[int]:
    """Yield by how many words a drop or an insertion can be moved, to the left below 0."""
    yield 0
    for shift in range(1, min(last - first, before.dropped - 1) + 1):
        if words[first - shift].key != words[last - shift].key:
            break
        yield -shift
    for shift in range(1, min(last - first, after.dropped - 1) + 1):
        if words[first + shift - 1].key != words[last + shift - 1].key:
            break
        yield shift


def _make_edit(steps: list[_EditStep], index: int, version: Sequence[QuoteWord]) -> Edit:
    step = steps[index]
    base, span = slice(step.first, step.last), slice(step.start, step.stop)
    if step.same:
        return Edit(EditKind.SAME, EditPlace.INSIDE, base, span, False)
    kind = EditKind.DROPPED
    if step.stop > step.start:
        kind = EditKind.CHANGED if step.last > step.first else EditKind.INSERTED
    words = version[span]
    has_ellipsis = True in [word.after_ellipsis for word in version[step.start : step.stop + 1]]
    is_bracketed = bool(words) and all(word.bracketed for word in words)
    place = _find_place(steps, index, version)
    return Edit(kind, place, base, span, has_ellipsis or is_bracketed)


def _find_place(steps: list[_EditStep], index: int, version: Sequence[QuoteWord]) -> EditPlace:
    if index == 0:
        return EditPlace.START
    if index == len(steps) - 1:
        return EditPlace.END
    start = steps[index].start
    is_between = start < len(version) and version[start].part != version[start - 1].part
    return EditPlace.BETWEEN if is_between else EditPlace.INSIDE
