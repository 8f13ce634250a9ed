"""Which of the passages that have all words of a quotation it is judged by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.quote_check.passage_judgement import DraftQuote
from reader.quote_check.quote_surroundings import read_line
from reader.quote_check.source_passages import SourcePassage
from reader.quote_check.speaker_findings import find_speaker_findings, is_contradicted
from reader.quote_versions.check_reasons import CheckReason, ReasonCode
from reader.quote_versions.speaker_agreement import are_two_people, speakers_differ
from reader.quote_versions.word_edits import EditKind

_OF_PLACE = frozenset((ReasonCode.CHANGED, ReasonCode.OTHER_SPEAKER))


class FoundPassages(NamedTuple):
    """The passage of a quotation, and those of other sources that have all its words."""

    best: SourcePassage | None
    others: Sequence[SourcePassage]


def prefer_spelling(draft: DraftQuote, passages: FoundPassages) -> FoundPassages:
    """Take another passage for the best one where only that is spelled as the quotation is."""
    best, others = passages
    if best is None or best.faults or _is_spelled_alike(draft, best):
        return passages
    for other in others:
        is_others = speakers_differ(best.speaker, other.speaker)
        if not is_others and _is_spelled_alike(draft, other):
            return FoundPassages(other, [best, *(one for one in others if one is not other)])
    return passages


def prefer_speaker(draft: DraftQuote, passages: FoundPassages) -> FoundPassages:
    """Take another passage for the best one where only that says that the speaker said it."""
    best, others = passages
    if best is None or best.faults or not others or _is_said_by(draft, best):
        return passages
    if is_contradicted(draft.speaker, draft.speaker_text, best):
        return passages
    for other in others:
        is_others = are_two_people(best.speaker, other.speaker)
        if other.quote and other.is_whole_quote and not is_others and _is_said_by(draft, other):
            return FoundPassages(other, [best, *(one for one in others if one is not other)])
    return passages


def _is_said_by(draft: DraftQuote, passage: SourcePassage) -> bool:
    found = find_speaker_findings(draft.speaker, draft.speaker_text, passage)
    return not any(finding.reason.needs_review for finding in found)


def _is_spelled_alike(draft: DraftQuote, passage: SourcePassage) -> bool:
    """Whether a passage prints every word of a quotation with the same letters."""
    printed, source = draft.printed, passage.source.text
    return all(
        source[theirs.start : theirs.end] == printed.text[ours.start : ours.end]
        for edit in passage.edits
        if edit.kind is EditKind.SAME
        for theirs, ours in zip(passage.base[edit.base], printed.words[edit.version], strict=True)
    )


def depends_on_place(reasons: Iterable[CheckReason]) -> bool:
    """Return whether a look is asked for only because of the speaker or of how words are printed.

    Another place of the source that has the same words may have both as the draft has them. What
    limits them at one place limits them at the others, too.
    """
    codes = {reason.code for reason in reasons if reason.needs_review}
    return bool(codes) and codes <= _OF_PLACE


def is_line_of(draft: DraftQuote, place: SourcePassage) -> bool:
    """Return whether a draft has the whole line of a source that a quotation is in."""
    line = read_line(draft.printed.text, draft.printed.words[0].start)
    return line == read_line(place.source.text, place.span[0])
