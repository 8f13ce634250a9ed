"""Whether words of a source share enough with a quotation to be its passage."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.word_edits import Edit, EditKind, find_same_runs, make_same_edit
from reader.text.stop_words import is_stop_word

LEAST_SHARE = 0.5
"""Part of the quotation's words that a passage must have in order to be its source."""
_LEAST_COMMON_WORDS = 4
"""How many of them there must be where none is a word of content."""
_LONGEST_FACTOR, _LONGEST_EXTRA = 4, 8
"""A passage has at most so many times the quotation's words, and so many more."""


def cut_to_shared(
    words: Sequence[QuoteWord], window: Sequence[QuoteWord]
) -> tuple[Sequence[QuoteWord], tuple[Edit, ...]]:
    """Return a window from its first to its last word of a quotation; nothing for too few.

    With the edits from that to the quotation where it has just its words.
    """
    same = find_same_runs(window, words)
    counts = [run.stop - run.start for run, _ in same]
    if not same or sum(counts) < LEAST_SHARE * len(words):
        return (), ()
    if max(counts) < min(2, len(words)):
        return (), ()
    inner = window[same[0][0].start : same[-1][0].stop]
    if len(inner) > _LONGEST_FACTOR * len(words) + _LONGEST_EXTRA:
        return (), ()
    is_all = len(same) == 1 and counts[0] == len(words) == same[0][1].stop - same[0][1].start
    return inner, (make_same_edit(len(words)),) if is_all else ()


def share_content(edits: Sequence[Edit], words: Sequence[QuoteWord]) -> bool:
    """Return whether a quotation has a word of content in common with a passage, or several others.

    Words such as "it was the" are everywhere, and are no sign of where the others are from.
    """
    same = [edit.version for edit in edits if edit.kind is EditKind.SAME]
    if any(not is_stop_word(word.key) for part in same for word in words[part]):
        return True
    if sum(part.stop - part.start for part in same) >= _LEAST_COMMON_WORDS:
        return True
    return all(is_stop_word(word.key) for word in words)
