"""What no sign in an article betrays of a version of a quotation: words changed, cut, put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from reader.quote_versions import Edit, EditKind, EditPlace
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.written_forms import Writing, compare_writing, expand_word
from reader.reports.version_differences import describe_edits
from reader.text.stop_words import is_stop_word
from reader.text.words import word_key


class AlterationWeight(IntEnum):
    """How much an alteration can change of what was said, from most to least."""

    OTHER_SPEAKER = 0
    EXCHANGED = 1
    """Words that say something are in the place of others."""
    CUT_OR_ADDED = 2
    """Words that say something are left out or put in."""
    FORM = 3
    """Stop words alone, or another spelling."""


class Alteration(NamedTuple):
    """One alteration, in words."""

    weight: AlterationWeight
    words: str


def list_altered(
    edits: Sequence[Edit], base: PrintedWords, version: PrintedWords
) -> Iterator[Alteration]:
    """Yield the words changed anywhere, and those cut or put in between common words.

    What is only longer or shorter at an end, or where the reporter interrupts, is not altered.

    Args:
        edits: the steps from `base` to `version`.
        base: the words of the version that the other is compared with.
        version: the words of the other.
    """
    for edit in edits:
        is_inside = edit.kind is not EditKind.SAME and edit.place is EditPlace.INSIDE
        if (is_inside or edit.kind is EditKind.CHANGED) and not edit.signed:
            [words] = describe_edits([edit], base, version)
            yield Alteration(_weigh(edit, base, version), words)


def _weigh(edit: Edit, base: PrintedWords, version: PrintedWords) -> AlterationWeight:
    one, other = base.print_words(edit.base), version.print_words(edit.version)
    if edit.kind is EditKind.CHANGED:
        if compare_writing(one, other, opens=True) is not Writing.OTHER:
            return AlterationWeight.FORM
        if _says_something(one) and _says_something(other):
            return AlterationWeight.EXCHANGED
    says = _says_something(one) or _says_something(other)
    return AlterationWeight.CUT_OR_ADDED if says else AlterationWeight.FORM


def _says_something(words: str) -> bool:
    written = (part for word in words.split() for part in expand_word(word)[-1])
    return any((key := word_key(each)) and not is_stop_word(key) for each in written)
