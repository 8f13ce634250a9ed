"""The numbers of a quotation against those of its source, as values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.quote_check.number_edges import part_at_numbers
from reader.quote_check.printed_differences import PrintedDifference
from reader.quote_check.source_search import MOST_SHORT_WORDS
from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.printed_values import (
    FoundValue,
    are_equal,
    find_line_values,
    read_values,
)
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.word_edits import EditKind, EditPlace
from reader.text.values import may_have_values

_LONGEST_LINE = 2_000
"""Characters of a line whose values are all read, so that those of a part are known."""
_NO_SIGNS = " \t.,;:!?…'\"“”‘’«»()[]"
"""Characters that are at the ends of a line and no part of a number there."""
_JOINED_WORDS = 3
"""Words on either side of a difference, one of which shows that a number has a word of it."""


def judge_numbers(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> list[PrintedDifference]:
    """Join the steps over each number that is printed differently, and judge it by its value.

    The joined step is `SAME` with the code of a numeral where both numbers are equal, otherwise
    `CHANGED` with that of a number; where the values can't be told apart it is changed too.

    Args:
        steps: the differences word by word, in order.
        base: the words of the source.
        version: the words of the draft.
    """
    if _has_no_number_to_judge(steps, base, version):
        return list(steps)
    values, others = read_values(base), read_values(version)
    if not values and not others:
        return list(steps)
    is_long = len(version.words) > MOST_SHORT_WORDS
    spans = _read_spans(values), _read_spans(others)
    counts = len(base.words), len(version.words)
    parts = [part for step in steps for part in part_at_numbers(step, spans, counts)]
    judged = [part for step in parts for part in _split_at_values(step, values, others)]
    for group in _find_groups(judged, values, others):
        first, last = group
        code = _judge_group(judged[first:last], values, others, is_long=is_long)
        if code is not None:
            judged[first:last] = _join(judged[first:last], code)
    return judged


def _has_no_number_to_judge(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> bool:
    """Whether no number can be in what differs, nor go on beyond an end, in either text.

    Same words printed alike are the same number.
    """
    if not base.words or not version.words:
        return True
    if any(_goes_on(printed, at) for printed in (base, version) for at in (0, len(printed.words))):
        return False
    return not any(
        _may_change_number(step, base, version)
        for step in steps
        if step.kind is not EditKind.SAME or step.code is not None
    ) and not _has_parted_number(steps, base, version)


def _may_change_number(step: PrintedDifference, base: PrintedWords, version: PrintedWords) -> bool:
    """Whether a number may have words of a difference; of a trim those alone on either side."""
    if step.kind is EditKind.DROPPED and step.place in (EditPlace.START, EditPlace.END):
        return _goes_on(base, step.base.start) or _goes_on(base, step.base.stop)
    return _may_have_values(base, step.base) or _may_have_values(version, step.version)


def _goes_on(printed: PrintedWords, number: int) -> bool:
    """Whether a value has characters on both sides of a word's start, or of the last one's end."""
    text, words = printed.text, printed.words
    places = [words[number - 1].end] if number else []
    if number < len(words):
        places.append(words[number].start)
    return any(_is_inside_value(text, place) for place in places)


def _is_inside_value(text: str, place: int) -> bool:
    """Whether a value may have characters on both sides of an offset, as in any overlong line."""
    start, end = _find_line(text, place)
    if start == place or place == end:
        return False
    if not text[start:place].strip(_NO_SIGNS) or not text[place:end].strip(_NO_SIGNS):
        return False
    if end - start > _LONGEST_LINE:
        return True
    at = place - start
    return any(value.start < at < value.end for value in find_line_values(text[start:end]))


def _find_line(text: str, place: int) -> tuple[int, int]:
    """Return the start and the end of the line that an offset is in."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, end if end >= 0 else len(text)


def _has_parted_number(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> bool:
    """Whether two figures or number words have other signs between them: "3-4", "3, 4"."""
    return any(
        one.kind is step.kind is EditKind.SAME
        and _read_gap(base, one.base.stop) != _read_gap(version, one.version.stop)
        and may_have_values(_read_word(base, one.base.stop - 1))
        and may_have_values(_read_word(base, one.base.stop))
        for one, step in pairwise(steps)
    )


def _read_gap(printed: PrintedWords, number: int) -> str:
    """Return the signs before a word."""
    words = printed.words
    return "".join(printed.text[words[number - 1].end : words[number].start].split())


def _read_word(printed: PrintedWords, number: int) -> str:
    word = printed.words[number]
    return printed.text[word.start : word.end]


def _may_have_values(printed: PrintedWords, part: slice) -> bool:
    """Whether some words, or those right beside them, may belong to a number."""
    text = printed.text
    words = printed.words[max(0, part.start - _JOINED_WORDS) : part.stop + _JOINED_WORDS]
    if not words or not may_have_values(text[words[0].start : words[-1].end]):
        return False
    near = printed.words[max(0, part.start - 1) : part.stop + 1]
    first, last = near[0].start, near[-1].end
    start, end = _find_line(text, first)
    if end < last or end - start > _LONGEST_LINE:
        return True
    values = find_line_values(text[start:end])
    return any(start + value.start < last and first < start + value.end for value in values)


def _read_spans(values: Sequence[FoundValue]) -> list[tuple[int, int]]:
    return [(found.first, found.last) for found in values]


def _split_at_values(
    step: PrintedDifference, values: Sequence[FoundValue], others: Sequence[FoundValue]
) -> Iterator[PrintedDifference]:
    """Yield the parts of a run of words, the same or left out, between the ends of its values."""
    count = step.base.stop - step.base.start
    is_run = step.kind is EditKind.SAME and step.version.stop - step.version.start == count
    ends = {end - step.base.start for value in values for end in (value.first, value.last)}
    if is_run:
        ends |= {end - step.version.start for value in others for end in (value.first, value.last)}
    inner = sorted(end for end in ends if 0 < end < count)
    if not inner or not (is_run or step.kind is EditKind.DROPPED):
        yield step
        return
    for first, last in pairwise((0, *inner, count)):
        base = slice(step.base.start + first, step.base.start + last)
        part = step._replace(base=base)
        if is_run:
            start = step.version.start
            part = part._replace(version=slice(start + first, start + last))
        yield part


def _find_groups(
    steps: Sequence[PrintedDifference], values: Sequence[FoundValue], others: Sequence[FoundValue]
) -> Iterator[tuple[int, int]]:
    """Yield the runs of steps that share the words of a value, the last one first."""
    spans = [_find_steps(steps, found, is_base=True) for found in values]
    spans += [_find_steps(steps, found, is_base=False) for found in others]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(span for span in spans if span[0] < span[1]):
        if merged and first < merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    yield from reversed(merged)


def _find_steps(
    steps: Sequence[PrintedDifference], found: FoundValue, *, is_base: bool
) -> tuple[int, int]:
    parts = [step.base if is_base else step.version for step in steps]
    hits = [
        number
        for number, part in enumerate(parts)
        if part.start < found.last and found.first < part.stop
    ]
    return (hits[0], hits[-1] + 1) if hits else (0, 0)


def _judge_group(
    steps: Sequence[PrintedDifference],
    values: Sequence[FoundValue],
    others: Sequence[FoundValue],
    *,
    is_long: bool,
) -> ReasonCode | None:
    """Return the code of a run of steps with values; None where nothing is to say of them."""
    base = slice(steps[0].base.start, steps[-1].base.stop)
    version = slice(steps[0].version.start, steps[-1].version.stop)
    here = [found for found in values if _overlaps(found, base)]
    there = [found for found in others if _overlaps(found, version)]
    is_same = all(step.kind is EditKind.SAME and step.code is None for step in steps)
    if is_same and [found.text for found in here] == [found.text for found in there]:
        return None
    if base.start == base.stop or version.start == version.stop:
        return None
    if are_equal(here, there):
        return None if is_same else ReasonCode.NUMERAL
    if here and there:
        return ReasonCode.NUMBER
    # Of the same words what is read depends on those around; of others a part must be left.
    is_partly_left = any(step.kind is EditKind.SAME for step in steps) and bool(there or is_long)
    return ReasonCode.NUMBER if is_partly_left and not is_same else None


def _overlaps(found: FoundValue, part: slice) -> bool:
    return bool(found.first < part.stop and part.start < found.last)


def _join(steps: Sequence[PrintedDifference], code: ReasonCode) -> list[PrintedDifference]:
    kind = EditKind.SAME if code is ReasonCode.NUMERAL else EditKind.CHANGED
    return [
        steps[0]._replace(
            kind=kind,
            base=slice(steps[0].base.start, steps[-1].base.stop),
            version=slice(steps[0].version.start, steps[-1].version.stop),
            signed=any(step.signed for step in steps if step.kind is not EditKind.SAME),
            code=code,
        )
    ]
