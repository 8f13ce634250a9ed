"""Marks around a word by which a speaker keeps at a distance from it: their ‘success’."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.printed_differences import PrintedDifference, list_unchanged
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, mark_words
from reader.quote_versions.printed_words import PrintedWords
from reader.text.quote_signs import ANY_CLOSING, ANY_OPENING, QUOTE_SIGNS

_OPENING = frozenset(ANY_OPENING)
_MOST_WORDS = 4
"""Words of an expression that is set off; more are somebody's words."""


def find_mark_findings(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> Iterator[Finding]:
    """Yield the findings on words that only the source, or only the draft, has in inner marks.

    Args:
        steps: the differences of the quotation from its source.
        base: the words of the source.
        version: those of the draft.
    """
    for step in list_unchanged(steps):
        shift = step.version.start - step.base.start
        for part in _find_marked(base, step.base):
            other = slice(part.start + shift, part.stop + shift)
            if not _has_marks(version, other):
                yield _make(base, part, version, other)
        for part in _find_marked(version, step.version):
            other = slice(part.start - shift, part.stop - shift)
            if not _has_marks(base, other):
                yield _make(base, other, version, part)


def _find_marked(printed: PrintedWords, among: slice) -> Iterator[slice]:
    """Yield the runs of a few words in inner marks, names and titles left out."""
    if among.start >= among.stop or not _may_have_marks(printed, among):
        return
    for first in range(among.start, among.stop):
        if not _opens(printed, first):
            continue
        for last in range(first, min(first + _MOST_WORDS, among.stop)):
            if _closes(printed, last):
                is_all = (first, last + 1) == (0, len(printed.words))
                word = printed.words[first]
                if not is_all and printed.text[word.start].islower():
                    yield slice(first, last + 1)
                break


def _may_have_marks(printed: PrintedWords, among: slice) -> bool:
    """Whether an opening mark is right before some words or between them."""
    start = printed.words[among.start].start
    text = printed.text[max(0, start - 1) : printed.words[among.stop - 1].start]
    return not _OPENING.isdisjoint(text)


def _opens(printed: PrintedWords, number: int) -> bool:
    """Whether a mark is right before a word, and not the one that opens the quotation."""
    text, start = printed.text, printed.words[number].start
    if not start or text[start - 1] not in ANY_OPENING:
        return False
    before = text[start - 2] if start > 1 else " "
    if number and printed.words[number - 1].part == printed.words[number].part:
        return not before.isalnum()
    return before in QUOTE_SIGNS


def _closes(printed: PrintedWords, number: int) -> bool:
    """Whether a mark is right behind a word, and not the one that closes the quotation."""
    text, words = printed.text, printed.words
    end = words[number].end
    is_last = number + 1 == len(words) or words[number + 1].part != words[number].part
    if end >= len(text) or is_last:
        return False
    marks = text[end : end + 2].lstrip(",.")
    return marks[:1] in tuple(ANY_CLOSING)


def _has_marks(printed: PrintedWords, part: slice) -> bool:
    text, words = printed.text, printed.words
    start, end = words[part.start].start, words[part.stop - 1].end
    is_opened = start > 0 and text[start - 1] in QUOTE_SIGNS
    return is_opened and text[end : end + 2].lstrip(",.")[:1] in tuple(QUOTE_SIGNS)


def _make(base: PrintedWords, part: slice, version: PrintedWords, other: slice) -> Finding:
    old, new = _print(base, part), _print(version, other)
    text = f"changed: {mark_words(old)} is {mark_words(new)}"
    return Finding(Verdict.CHANGED, CheckReason(ReasonCode.DOUBT, True, text, new, old))


def _print(printed: PrintedWords, part: slice) -> str:
    """Return words as printed, with inner marks if they have them."""
    words = printed.print_words(part)
    return f"‘{words}’" if _has_marks(printed, part) else words
