"""Where a changed run of words begins or ends inside a number, and goes on beyond it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.quote_check.printed_differences import PrintedDifference
from reader.quote_versions.word_edits import EditKind, EditPlace

Span = tuple[int, int]
"""The positions of the first word of a number, and of the one after its last."""


def part_at_numbers(
    step: PrintedDifference,
    numbers: tuple[Sequence[Span], Sequence[Span]],
    counts: tuple[int, int],
) -> Iterator[PrintedDifference]:
    """Yield the parts of a changed run: before, in and after the words of its numbers.

    "11% of all" that becomes "11 percent" is no "of" that becomes "percent": the rest is left out.

    Args:
        step: a difference; any but a changed run is yielded as it is.
        numbers: the numbers of the source, and those of the draft.
        counts: how many words either has.
    """
    sides = step.base, step.version
    found = [_find_cover(part, spans) for part, spans in zip(sides, numbers, strict=True)]
    covers = [
        cover or _find_edge(part, other, other_part, spans)
        for part, cover, other, other_part, spans in zip(
            sides, found, reversed(found), reversed(sides), reversed(numbers), strict=True
        )
    ]
    base, version = covers
    if step.kind is not EditKind.CHANGED or base is None or version is None:
        yield step
        return
    bases = pairwise((step.base.start, *base, step.base.stop))
    versions = pairwise((step.version.start, *version, step.version.stop))
    for one, other in zip(bases, versions, strict=True):
        if one[0] < one[1] or other[0] < other[1]:
            yield _make_part(step, slice(*one), slice(*other), counts)


def _find_cover(part: slice, spans: Sequence[Span]) -> Span | None:
    """Return from where to where the words of a part are those of numbers; None without any."""
    inside = [span for span in spans if span[0] < part.stop and part.start < span[1]]
    if not inside:
        return None
    return max(part.start, inside[0][0]), min(part.stop, inside[-1][1])


def _find_edge(
    part: slice, other: Span | None, other_part: slice, spans: Sequence[Span]
) -> Span | None:
    """Return the end of a part at which the number of the other side goes on; None at neither."""
    if other is None:
        return None
    if any(first < other_part.start < last for first, last in spans):
        return part.start, part.start
    if any(first < other_part.stop < last for first, last in spans):
        return part.stop, part.stop
    return None


def _make_part(
    step: PrintedDifference, base: slice, version: slice, counts: tuple[int, int]
) -> PrintedDifference:
    kind, place = EditKind.CHANGED, step.place
    if base.start == base.stop:
        kind = EditKind.INSERTED
    elif version.start == version.stop:
        kind, place = EditKind.DROPPED, EditPlace.INSIDE
        if version.start == 0:
            place = EditPlace.START
        elif version.stop == counts[1]:
            place = EditPlace.END
    return step._replace(kind=kind, place=place, base=base, version=version)
