"""The verdict on one quotation of a draft, from the edits that lead to it from its source."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.word_edits import Edit, EditKind, EditPlace
from reader.text.sentences import ends_sentence


class Verdict(str, Enum):
    """What became of a quotation in the draft, from harmless to worst.

    The first three may be harmless or not: the reasons of a check say it.
    """

    EXACT = "exact"
    WRITTEN_DIFFERENTLY = "written differently"
    """The same words in another spelling, contractions written out, numbers in figures."""
    TRIMMED = "trimmed"
    """Ends sooner or begins later than the quotation in the source, or differs from it only
    where an ellipsis or square brackets show it."""
    CUT = "cut inside without ellipsis"
    MOVED = "moved"
    """Parts are in another order than in the source."""
    JOINED = "joined"
    """Words of several quotations as one."""
    CHANGED = "changed"
    NOT_QUOTED = "not a quotation in the source"
    """In the source, but outside quotation marks."""
    OTHER_SPEAKER = "other speaker"
    NOT_FOUND = "not found"


def judge_edits(
    text: str,
    base: Sequence[QuoteWord],
    edits: Sequence[Edit],
    *,
    is_whole_quote: bool,
    has_other_speaker: bool,
) -> Verdict:
    """Judge a quotation by its differences from the source.

    Args:
        text: the source.
        base: the words of the source's passage.
        edits: the edits from them to the draft's words.
        is_whole_quote: whether the passage is a whole quotation of the source.
        has_other_speaker: whether the source certainly has another speaker.
    """
    different = [edit for edit in edits if edit.kind is not EditKind.SAME]
    faults = [edit for edit in different if _is_fault(edit)]
    if any(edit.kind is not EditKind.DROPPED for edit in faults):
        return Verdict.CHANGED
    if has_other_speaker:
        return Verdict.OTHER_SPEAKER
    if faults:
        return Verdict.CUT
    is_trimmed = any(not _drops_sentences(text, base, edit) for edit in different)
    return Verdict.TRIMMED if is_trimmed and is_whole_quote else Verdict.EXACT


def count_faulty_words(edits: Sequence[Edit]) -> int:
    """Count the words that are cut inside, or that the speaker did not say."""
    return sum(max(edit.base_count, edit.version_count) for edit in edits if _is_fault(edit))


def _is_fault(edit: Edit) -> bool:
    """Whether a difference is one that no sign shows and that is no mere trim."""
    if edit.signed or edit.kind is EditKind.SAME:
        return False
    return edit.kind is not EditKind.DROPPED or edit.place is EditPlace.INSIDE


def _drops_sentences(text: str, base: Sequence[QuoteWord], edit: Edit) -> bool:
    """Whether a trim drops whole sentences of the source and no part of one."""
    if edit.kind is not EditKind.DROPPED or edit.place is EditPlace.INSIDE:
        return False
    edges = [edit.base.stop] if edit.place is EditPlace.START else [edit.base.start]
    if edit.place is EditPlace.BETWEEN:
        edges = [edit.base.start, edit.base.stop]
    return all(_begins_sentence(text, base[edge - 1], base[edge]) for edge in edges)


def _begins_sentence(text: str, before: QuoteWord, word: QuoteWord) -> bool:
    return word.part != before.part or ends_sentence(text, before.end, word.start)
