"""The findings on the words that differ between a quotation and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter

from reader.quote_check.bracketed_words import BracketContext, judge_brackets
from reader.quote_check.contracted_verbs import fits_contraction
from reader.quote_check.cut_meaning import QuotedPart, judge_cut, judge_short_cut
from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.printed_differences import PrintedDifference
from reader.quote_check.pronoun_referents import PronounPlace
from reader.quote_check.source_search import MOST_SHORT_WORDS
from reader.quote_versions.check_reasons import (
    CheckReason,
    CutReason,
    ReasonCode,
    count_words,
    mark_words,
)
from reader.quote_versions.clause_signs import has_verb
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import SentenceBounds
from reader.quote_versions.word_edits import EditKind, EditPlace
from reader.quotes.editor_notes import is_editor_note

_CUT_CODES = (
    ReasonCode.NEGATION,
    ReasonCode.CONDITION,
    ReasonCode.ATTRIBUTION,
    ReasonCode.QUESTION,
    ReasonCode.DOUBT,
    ReasonCode.QUALIFICATION,
    ReasonCode.MODALITY,
    ReasonCode.JOINED,
)
"""The codes of a cut, the one that weighs most first."""
_CHANGE_CODES = (ReasonCode.NEGATION, ReasonCode.MODALITY, ReasonCode.CONDITION)
"""The codes of words that are in the place of others, or added."""
_WRITTEN = "written differently"
_CLOSING = ".,;:!?\"'“”‘’()"
_BESIDE = 60
"""Characters beside a number in which the next word is."""
_SIGNS = "$£€¥₹₽¢%‰°−-+"


def judge_differences(
    steps: Sequence[PrintedDifference],
    base: PrintedWords,
    version: PrintedWords,
    around: tuple[str, str] = ("", ""),
    speaker: str = "",
) -> list[Finding]:
    """Judge the differences of a quotation from its source.

    Args:
        steps: the differences, joined, in order.
        base: the words of the passage of the source, whole.
        version: the words of the draft.
        around: the draft's words before and behind the quotation, in the same sentence.
        speaker: the name of its speaker in the source, empty where that is not known.
    """
    bounds = SentenceBounds(base)
    quoted = _find_quoted(steps, around)
    findings: list[Finding] = []
    for step in steps:
        if step.kind is EditKind.SAME and step.code is None:
            continue
        words = _StepWords(step, base, version)
        if step.kind is EditKind.SAME:
            findings += _judge_writing(words)
        elif step.kind is EditKind.DROPPED:
            findings += _judge_drop(words, bounds, quoted)
        else:
            findings += _judge_new_words(words, speaker)
    return findings


def _find_quoted(steps: Sequence[PrintedDifference], around: tuple[str, str]) -> QuotedPart:
    """Return which words of the passage the quotation has, from its first to its last."""
    present = [step.base for step in steps if step.kind is not EditKind.DROPPED]
    if not present:
        return QuotedPart(slice(0, 0), *around)
    return QuotedPart(slice(present[0].start, present[-1].stop), *around)


class _StepWords:
    """One difference with its printed words."""

    def __init__(self, step: PrintedDifference, base: PrintedWords, version: PrintedWords) -> None:
        self.step = step
        self.base = base
        self.version = version
        self.old = base.print_words(step.base)
        self.new = version.print_words(step.version)

    def reason(self, code: ReasonCode, text: str, *, look: bool) -> CheckReason:
        """Return a reason about these words."""
        return CheckReason(code, look, text, self.new, self.old)

    @property
    def is_bracketed(self) -> bool:
        """Whether all the new words are in square brackets."""
        words = self.version.words[self.step.version]
        return bool(words) and all(word.bracketed for word in words)


def _judge_writing(words: _StepWords) -> Iterator[Finding]:
    code = words.step.code
    if code is None:
        return
    # An ampersand is no word.
    text = f"{_WRITTEN}: {mark_words(words.old or '&')} is {mark_words(words.new or '&')}"
    verdict = Verdict.WRITTEN_DIFFERENTLY
    if code is ReasonCode.BRACKETED:
        verdict, text = Verdict.TRIMMED, f"in brackets: {mark_words(words.new)}"
    elif code is ReasonCode.NUMERAL:
        text = f"{_WRITTEN}: {_mark_number(words, old=True)} is {_mark_number(words, old=False)}"
    yield Finding(verdict, words.reason(code, text, look=False))


def _mark_number(words: _StepWords, *, old: bool) -> str:
    """Return a number in quotation marks, with the signs that are printed beside it."""
    printed, part = (words.base, words.step.base) if old else (words.version, words.step.version)
    if part.start == part.stop:
        return "nothing"
    first, last = printed.words[part.start], printed.words[part.stop - 1]
    if first.part != last.part:
        return mark_words(printed.print_words(part))
    start, end = first.start, last.end
    while start and not printed.text[start - 1].isspace() and printed.text[start - 1] in _SIGNS:
        start -= 1
    while end < len(printed.text) and printed.text[end] in _SIGNS:
        end += 1
    return mark_words(printed.text[start:end])


def _mark_longer_number(words: _StepWords) -> str:
    """Return a number of the source with the word beside it to which it goes on."""
    text, part, count = words.base.text, words.step.base, len(words.base.words)
    start, end = words.base.words[part.start].start, words.base.words[part.stop - 1].end
    after = text[end : end + _BESIDE].split(maxsplit=1)
    before = text[max(0, start - _BESIDE) : start].split()
    if part.stop == count and after:
        return mark_words(f"{text[start:end]} {after[0].strip(_CLOSING)}")
    return mark_words(f"{before[-1].strip(_CLOSING)} {text[start:end]}" if before else words.old)


def _judge_new_words(words: _StepWords, speaker: str) -> Iterator[Finding]:
    """Judge words that are in the place of others, or added."""
    step = words.step
    if step.code is ReasonCode.NUMBER:
        old, new = _mark_number(words, old=True), _mark_number(words, old=False)
        if old == new:
            old = _mark_longer_number(words)
        text = f"changed: number {old} is {new}"
        yield Finding(Verdict.CHANGED, words.reason(ReasonCode.NUMBER, text, look=True))
        return
    if words.is_bracketed:
        part, count = step.version, len(words.version.words)
        before = words.version.print_words(slice(max(0, part.start - 1), part.start))
        after = words.version.print_words(slice(part.stop, min(count, part.stop + 1)))
        place = _find_place(words, speaker)
        fits = partial(_fits_behind, words)
        context = BracketContext(before, after, words.base.text, place, fits)
        code, look = judge_brackets(words.old, words.new, context)
        text = f"in brackets: {mark_words(words.new)}"
        if words.old:
            text += f" for {mark_words(words.old)}"
        verdict = Verdict.CHANGED if look and words.old else Verdict.TRIMMED
        yield Finding(verdict, words.reason(code, text, look=look))
        return
    is_added = step.kind is EditKind.INSERTED
    plain_code = ReasonCode.INSERTED if is_added else ReasonCode.CHANGED
    code = _find_change_code(words.old, words.new) or plain_code
    new = mark_words(words.new)
    text = f"inserted: {new}" if is_added else f"changed: {mark_words(words.old)} is {new}"
    yield Finding(Verdict.CHANGED, words.reason(code, text, look=True))


def _find_place(words: _StepWords, speaker: str) -> PronounPlace:
    """Return where the words of the source are in whose place others stand, or are added."""
    base, part = words.base.words, words.step.base
    number = part.start if part.stop > part.start else max(0, part.start - 1)
    parts = [list(part) for _, part in groupby(base, key=attrgetter("part"))]
    spans = tuple((part[0].start, part[-1].end) for part in parts)
    return PronounPlace(words.base.text, base[number].start, spans, speaker)


def _fits_behind(words: _StepWords, verb: str) -> bool:
    return fits_contraction(verb, words.base, words.step.base.stop)


def _find_change_code(old: str, new: str) -> ReasonCode | None:
    """Return the code of what only one of two runs of words says: a negation, a modal verb."""
    one, other = ({found.code for found in find_governing_words(text)} for text in (old, new))
    return next((code for code in _CHANGE_CODES if (code in one) != (code in other)), None)


def _judge_drop(words: _StepWords, bounds: SentenceBounds, quoted: QuotedPart) -> Iterator[Finding]:
    """Judge words that were left out: at an end, where a sign shows it, or inside without one."""
    step = words.step
    if _is_note(words):
        reason = words.reason(ReasonCode.BRACKETED, f"left out: [{words.old}]", look=False)
        yield Finding(Verdict.WRITTEN_DIFFERENTLY, reason)
        return
    if step.place is EditPlace.INSIDE and is_hesitation(words.base, step.base):
        reason = words.reason(ReasonCode.LEFT_OUT, f"left out: {mark_words(words.old)}", look=False)
        yield Finding(Verdict.WRITTEN_DIFFERENTLY, reason)
        return
    if len(words.version.words) <= MOST_SHORT_WORDS and not is_clause(words.version):
        cuts = judge_short_cut(words.base, step.base)
    else:
        cuts = judge_cut(words.base, step.base, quoted=quoted, bounds=bounds)
    if step.place is EditPlace.INSIDE and not step.signed:
        code = _first_code(cuts)
        text = f"cut inside without ellipsis: {mark_words(words.old)}"
        reason = words.reason(code or ReasonCode.LEFT_OUT, text, look=True)
        yield Finding(Verdict.CUT, reason)
        return
    for first, cut in _take_gravest(cuts):
        old = words.base.print_words(cut.words)
        text = f"trimmed: {mark_words(old)} left out"
        yield Finding(Verdict.TRIMMED, CheckReason(first, True, text, "", old))
    if not cuts and not _drops_sentences(step, bounds):
        where = {EditPlace.START: "at the start", EditPlace.END: "at the end"}
        place = where.get(step.place, "inside")
        count = count_words(step.base.stop - step.base.start)
        text = f"trimmed: {count} left out {place}"
        reason = words.reason(ReasonCode.LEFT_OUT, text, look=False)
        yield Finding(Verdict.TRIMMED, reason)


def _is_note(words: _StepWords) -> bool:
    """Whether the source's words are an editor's note in brackets: "[applause]"."""
    left = words.base.words[words.step.base]
    return all(word.bracketed for word in left) and is_editor_note(words.old)


def is_hesitation(printed: PrintedWords, part: slice) -> bool:
    """Whether words of a source are sounds, or a small word that is said again: "we, uh, we"."""
    keys = [word.key for word in printed.words[part]]
    sounds = GOVERNING_LISTS.words["sounds"]
    said = [key for key in keys if key not in sounds]
    if not said:
        return True
    count, again = len(said), GOVERNING_LISTS.words["said again"]
    beside = (part.start - count, part.start), (part.stop, part.stop + count)
    runs = [[word.key for word in printed.words[max(0, at) : end]] for at, end in beside]
    return said in runs and again.issuperset(said)


def is_clause(printed: PrintedWords) -> bool:
    """Whether words are a subject and its verb, which state something: "Anyone lied"."""
    words = [printed.text[word.start : word.end] for word in printed.words]
    is_subject = words[0][:1].isupper() or words[0].lower() in GOVERNING_LISTS.words["subjects"]
    return is_subject and len(words) > 1 and has_verb([word.lower() for word in words[1:]])


def _first_code(cuts: Sequence[CutReason]) -> ReasonCode | None:
    codes = {cut.code for cut in cuts}
    return next((code for code in _CUT_CODES if code in codes), None)


def _take_gravest(cuts: Sequence[CutReason]) -> Iterator[tuple[ReasonCode, CutReason]]:
    """Yield for each run of words that is missed the code that weighs most."""
    runs: dict[tuple[int, int], list[CutReason]] = {}
    for cut in cuts:
        runs.setdefault((cut.words.start, cut.words.stop), []).append(cut)
    for found in runs.values():
        code = _first_code(found)
        if code is not None:
            yield code, found[0]


def _drops_sentences(step: PrintedDifference, bounds: SentenceBounds) -> bool:
    """Whether a cut leaves out whole sentences of the source and no part of one."""
    return bounds.begins(step.base.start) and bounds.begins(step.base.stop)
