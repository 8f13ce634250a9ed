"""The judgement of one quotation by the passage that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.quote_check.checked_alignment import Alignment, align_quotation
from reader.quote_check.contracted_verbs import find_contraction_findings
from reader.quote_check.difference_findings import judge_differences
from reader.quote_check.distancing_marks import find_mark_findings
from reader.quote_check.draft_verdicts import Finding, Verdict, weigh_findings
from reader.quote_check.dropped_ellipses import find_ellipsis_findings
from reader.quote_check.number_agreement import judge_numbers
from reader.quote_check.place_findings import Locate, find_moved_words, find_place_findings
from reader.quote_check.printed_differences import (
    PrintedDifference,
    find_printed_differences,
    merge_differences,
)
from reader.quote_check.punctuation_changes import find_punctuation_findings
from reader.quote_check.reporter_words import find_reporter_findings, find_short_findings
from reader.quote_check.source_passages import SourcePassage
from reader.quote_check.source_search import MOST_SHORT_WORDS
from reader.quote_check.speaker_findings import find_speaker_findings
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, count_words, mark_words
from reader.quote_versions.clause_signs import is_negated
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import SentenceBounds
from reader.quote_versions.word_edits import EditKind, EditPlace
from reader.quotes.quote import Speaker

_STOPS = ".,!?"
_WRITINGS = (ReasonCode.NUMERAL, ReasonCode.SPELLING)
_INDIRECT = ReasonCode.INDIRECT_MADE_DIRECT


class DraftQuote(NamedTuple):
    """A quotation of a draft, or one that is checked by itself."""

    printed: PrintedWords
    speaker: Speaker | None
    speaker_text: str
    """The text that the speaker was read from, empty where the name was given by itself."""
    beside: tuple[str, str] = ("", "")
    """The draft's words right before and right behind it, in its sentence."""
    around: str = ""
    """The draft's words before and after it, in its sentence."""
    behind: str = ""
    """The draft's sentence behind that."""


class Judgement(NamedTuple):
    """What is to say of a quotation."""

    verdict: Verdict
    reasons: tuple[CheckReason, ...]
    """Those that need a look first."""
    alignment: Alignment


def judge_passage(draft: DraftQuote, found: SourcePassage, locate: Locate) -> Judgement:
    """Judge a quotation by the passage of the sources that it comes from.

    Args:
        draft: the quotation.
        found: the passage.
        locate: searches words in all sources.
    """
    alignment = align_passage(draft, found)
    findings = _explain_indirect(list(_find_all(draft, found, alignment, locate)))
    verdict, reasons = weigh_findings(findings)
    return Judgement(verdict, reasons, alignment)


def _explain_indirect(findings: list[Finding]) -> list[Finding]:
    """Take no negation for added that an indirect statement has in front: "that he hasn't"."""
    indirect = [one.reason for one in findings if one.reason.code is _INDIRECT]
    if not any(is_negated(reason.source_words) for reason in indirect):
        return findings
    return [
        one._replace(reason=replace(one.reason, code=ReasonCode.INSERTED))
        if one.reason.code is ReasonCode.NEGATION and not one.reason.source_words
        else one
        for one in findings
    ]


def judge_fuller(
    draft: DraftQuote, found: SourcePassage, others: Sequence[SourcePassage]
) -> CheckReason | None:
    """Return the reason that another source has more of a quotation, None where none has.

    It needs a look where the words that only the other has govern the rest.

    Args:
        draft: the quotation.
        found: the passage by which it is judged.
        others: passages of other sources with all its words.
    """
    if not others:
        return None
    least = _count_missing(draft, found)
    fullest: tuple[bool, int, SourcePassage, str] | None = None
    for other in others:
        if other.quote is None or not other.is_whole_quote:
            continue
        more = _count_missing(draft, other) - least
        if more <= 0:
            continue
        alignment = align_passage(draft, other)
        steps = compare_words(alignment)
        findings = judge_differences(steps, alignment.base, alignment.version, draft.beside)
        reasons = [one.reason for one in findings if one.reason.needs_review]
        look = bool(reasons)
        if fullest is None or (look, more) > fullest[:2]:
            fullest = look, more, other, _name_bearing_words(reasons)
    if fullest is None:
        return None
    look, more, other, bearing = fullest
    start = other.base[0].start
    place = other.source.name_place(start, with_source=True)
    return CheckReason(
        ReasonCode.FULLER_SOURCE,
        look,
        f"fuller in {place}: {count_words(more)} more{bearing}",
        "",
        other.text,
        passages=other.source.passages_of(other.base),
    )


def _name_bearing_words(reasons: Sequence[CheckReason]) -> str:
    """Return what of the words that a source has more bears on the quotation: a condition."""
    for reason in reasons:
        if reason.source_words and not reason.draft_words:
            kind = "the condition " if reason.code is ReasonCode.CONDITION else ""
            return f", with {kind}{mark_words(reason.source_words)}"
    return ""


def align_passage(draft: DraftQuote, found: SourcePassage) -> Alignment:
    """Align a quotation word by word with a passage."""
    return align_quotation(PrintedWords(found.source.text, found.base), draft.printed, found.edits)


def compare_words(alignment: Alignment) -> list[PrintedDifference]:
    """Return the steps from the words of a passage to those of the quotation, joined, in order."""
    steps = find_printed_differences(*alignment)
    return merge_differences(judge_numbers(steps, alignment.base, alignment.version))


def take_source_writing(alignment: Alignment) -> PrintedWords | None:
    """Return the words of a passage that a quotation only writes otherwise: "20%".

    So the way of writing makes no difference where the quotation is compared with other passages.
    None where it writes nothing otherwise, or has words of its own or a gap.
    """
    steps = compare_words(alignment)
    kept = [step for step in steps if step.kind is EditKind.SAME]
    inside = [
        step
        for step in steps
        if step.kind is not EditKind.SAME
        and not (step.kind is EditKind.DROPPED and step.place in (EditPlace.START, EditPlace.END))
    ]
    if inside or all(step.code not in _WRITINGS for step in kept):
        return None
    base = alignment.base
    return PrintedWords(base.text, base.words[kept[0].base.start : kept[-1].base.stop])


def _count_missing(draft: DraftQuote, found: SourcePassage) -> int:
    """Count the words of a passage that are left out, in the sentences that are quoted."""
    bounds = SentenceBounds(PrintedWords(found.source.text, found.base))
    count = 0
    for edit in found.edits:
        if edit.kind is not EditKind.DROPPED:
            continue
        first, last = edit.base.start, edit.base.stop
        if first == 0 and last < len(found.base):
            first = max(first, bounds.start_of(last))
        elif last == len(found.base) and first:
            last = min(last, bounds.end_of(first - 1))
        count += max(0, last - first)
    return count


def _find_all(
    draft: DraftQuote, found: SourcePassage, alignment: Alignment, locate: Locate
) -> Iterator[Finding]:
    base, version, _ = alignment
    steps = compare_words(alignment)
    yield from find_place_findings(found, base, steps)
    steps, moved = find_moved_words(found, base, steps, version, locate)
    yield from moved
    speaker = found.speaker.name if found.speaker else ""
    yield from judge_differences(merge_differences(steps), base, version, draft.beside, speaker)
    yield from find_speaker_findings(draft.speaker, draft.speaker_text, found)
    is_long = len(version.words) > MOST_SHORT_WORDS
    if found.quote is not None and found.is_whole_quote:
        text = found.source.text
        if is_long:
            yield from find_reporter_findings(found.quote, text, draft.around, draft.behind)
        else:
            yield from find_short_findings(found.quote, text, draft.around)
    yield from find_question_findings(steps, base, version)
    yield from find_punctuation_findings(steps, base, version)
    yield from find_contraction_findings(steps, base, version)
    yield from find_ellipsis_findings(steps, base, version)
    yield from find_mark_findings(steps, base, version)


def find_question_findings(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> Iterator[Finding]:
    """Yield the finding that a question reads as a statement, or the reverse."""
    if not _has_question(base) and not _has_question(version):
        return
    for step in steps:
        if step.kind is not EditKind.SAME:
            continue
        old_numbers = range(step.base.start, step.base.stop)
        new_numbers = range(step.version.start, step.version.stop)
        for number, other in zip(old_numbers, new_numbers, strict=False):
            old, new = _mark_after(base, number), _mark_after(version, other)
            if new == "?" and not old:
                # The end of the question is left out, and its mark is not.
                old = _mark_after(base, SentenceBounds(base).end_of(number) - 1)
            is_evident = _is_evident(base, number) and _is_evident(version, other)
            if (old == "?") == (new == "?") or (old == "?" and is_evident):
                continue
            words = base.print_words(slice(max(0, number - 2), number + 1))
            printed = version.print_words(slice(max(0, other - 2), other + 1))
            text = f"changed: {mark_words(words + old)} is {mark_words(printed + new)}"
            reason = CheckReason(ReasonCode.QUESTION, True, text, printed + new, words + old)
            yield Finding(Verdict.CHANGED, reason)


def _has_question(printed: PrintedWords) -> bool:
    if not printed.words:
        return False
    return printed.text.find("?", printed.words[0].start, printed.words[-1].end + 2) >= 0


def _mark_after(printed: PrintedWords, number: int) -> str:
    end = printed.words[number].end
    mark = printed.text[end : end + 2].strip()[:1]
    return mark if mark in _STOPS else ""


def _is_evident(base: PrintedWords, number: int) -> bool:
    """Whether the words alone show that a sentence is a question: "Did anyone …", "Who …"."""
    first = number
    while first and not (base.words[first].after_stop):
        first -= 1
    return base.words[first].key in GOVERNING_LISTS.words["question starts"]
