"""Whether words that a quotation leaves out govern those that it has.

A cut is harmless where whole sentences are left out that don't take back their neighbours, or words
of a sentence that neither deny, doubt, condition, limit nor attribute the rest. Where that can't be
known, a person should look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.clause_signs import (
    counts,
    estimates,
    is_elliptic,
    is_inverted,
    is_negated,
    is_open_time,
    is_time_clause,
    limits,
    restricts,
)
from reader.quote_versions.governing_words import (
    GOVERNING_LISTS,
    GoverningWords,
    find_governing_words,
)
from reader.quote_versions.harmless_cuts import (
    is_harmless_head,
    is_harmless_inside,
    is_harmless_tail,
)
from reader.quote_versions.neighbour_sentences import judge_next, judge_previous
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import (
    SentenceBounds,
    read_marks_after,
    read_separator,
    read_stretch,
    split_clause,
)

_LISTS = GOVERNING_LISTS
_MARKS_OF_CLAUSES = ",;:—–-.!?…("
_SHORT_PHRASE = 3
"""Words after a comma that are no more than an afterthought."""
_PHRASE_WORDS = 6
"""Words of a phrase among which its noun is."""
_MODAL_REACH = 3
"""Words between a modal verb and the verb that it governs."""
_CLAUSE_END = re.compile(
    r"[,;—–]\s*(?:and|but|yet|so)\b|;|\s[—–]|\b(?:but|yet)\b|--", re.IGNORECASE
)
_SEGMENT_END = re.compile(r"[,;:—–.…]|--")
_REFERRING = frozenset(("that", "this", "so", "true"))
_BELIEFS = frozenset(("convinced", "sure", "certain", "confident"))
_BELIEVING = frozenset(("believe", "believes", "believed", "doubt", "doubts", "doubted"))
_INDEPENDENT = ("but", "yet", "so")
_IGNORED_BEHIND = frozenset((ReasonCode.DOUBT, ReasonCode.ATTRIBUTION, ReasonCode.NEGATION))
_IGNORED_BEFORE_AND = frozenset((ReasonCode.NEGATION, ReasonCode.MODALITY))


class QuotedPart(NamedTuple):
    """Which words of a passage a quotation has."""

    words: slice
    """From its first to its last."""
    lead: str = ""
    """The words of the draft before it, in its sentence."""


def judge_cut(
    printed: PrintedWords,
    cut: slice,
    *,
    quoted: QuotedPart | None = None,
    bounds: SentenceBounds | None = None,
) -> list[CutReason]:
    """Return why words that were left out are missed; nothing where their cut is harmless.

    Args:
        printed: the words of the passage of the source, whole.
        cut: those that were left out; one of their ends at least is beside words that were not.
        quoted: the words of the passage that are quoted; all but the cut if it isn't known.
        bounds: the sentences of the passage, if they are known.
    """
    sentences = bounds or SentenceBounds(printed)
    count = len(printed.words)
    part = quoted or QuotedPart(slice(cut.stop if cut.start == 0 else 0, count))
    reasons: list[CutReason] = []
    first, last = cut.start, cut.stop
    has_before, has_after = first > 0, last < count
    is_splice = has_before and has_after and _splices(sentences, first, last)
    if has_before and has_after and sentences.end_of(first - 1) > last:
        return _judge_inside(printed, cut)
    if has_before:
        tail = slice(first, min(last, sentences.end_of(first - 1)))
        begin = sentences.start_of(first - 1)
        found = _judge_tail(printed, tail, begin)
        start = max(begin, part.words.start)
        is_known = is_splice or is_harmless_tail(printed, tail, slice(start, first), part.lead)
        if not found and not is_known:
            found = [CutReason(ReasonCode.QUALIFICATION, tail)]
        reasons += found
        if tail.stop == first and first < last:
            following = slice(first, min(last, sentences.end_of(first)))
            reasons += judge_next(printed, following, slice(begin, first))
    if has_after:
        head = slice(max(first, sentences.start_of(last)), last)
        end = sentences.end_of(last)
        lead = part.lead if part.words.start == last else ""
        found = _judge_head(printed, head, end, lead)
        rest = slice(last, min(end, part.words.stop))
        is_known = is_splice or is_harmless_head(printed, head, rest, lead)
        if not found and not is_known:
            found = [CutReason(ReasonCode.QUALIFICATION, head)]
        reasons += found
        if head.start == last and first < last:
            before = slice(max(first, sentences.start_of(last - 1)), last)
            reasons += judge_previous(printed, before, slice(last, end))
    if is_splice:
        reasons.append(CutReason(ReasonCode.JOINED, cut))
    return _unique(reasons)


def _splices(sentences: SentenceBounds, first: int, last: int) -> bool:
    """Whether a cut makes one sentence of the start of one and the end of another."""
    return not sentences.begins(first) and not sentences.begins(last)


def judge_short_cut(printed: PrintedWords, cut: slice) -> list[CutReason]:
    """Return why one or two quoted words are not the speaker's: a negation right beside them.

    Args:
        printed: the words of the passage of the source.
        cut: the words that were left out before or after them.
    """
    is_head = cut.stop < len(printed.words)
    beside = slice(max(cut.start, cut.stop - 1), cut.stop)
    if not is_head:
        beside = slice(cut.start, min(cut.start + 1, cut.stop))
    is_denied = is_negated(read_stretch(printed, beside))
    return [CutReason(ReasonCode.NEGATION, beside)] if is_denied else []


def _unique(reasons: Sequence[CutReason]) -> list[CutReason]:
    found: dict[ReasonCode, CutReason] = {}
    for reason in reasons:
        found.setdefault(reason.code, reason)
    return list(found.values())


def _judge_inside(printed: PrintedWords, cut: slice) -> list[CutReason]:
    """Judge words left out between two others of their sentence: any that governs counts."""
    text = read_stretch(printed, cut)
    found = [words.code for words in find_governing_words(text)]
    words = split_clause(text)
    is_set_off = any(mark in read_separator(printed, cut.start) for mark in _MARKS_OF_CLAUSES)
    is_restricted = restricts(words) and not is_set_off
    # Between two commas "with its flags" limits nothing, as it may in front.
    is_limit = limits(words[1:] if words[:1] == ("with",) else words)
    is_limit = is_limit or not _LISTS.words["limiting nouns"].isdisjoint(words)
    if not _LISTS.words["tail"].isdisjoint(words) or is_restricted or is_limit:
        found.append(ReasonCode.QUALIFICATION)
    if not found and not is_harmless_inside(printed, cut):
        found.append(ReasonCode.QUALIFICATION)
    return _unique([CutReason(code, cut) for code in found])


def _judge_tail(printed: PrintedWords, tail: slice, begin: int) -> list[CutReason]:
    """Judge the words left out at the end of a sentence that begins with the word `begin`."""
    if tail.start == tail.stop:
        return []
    text = read_stretch(printed, tail)
    words = split_clause(text)
    separator = read_separator(printed, tail.start)
    has_mark = any(mark in separator for mark in _MARKS_OF_CLAUSES)
    ignored = _find_ignored_of_tail(words, has_mark=has_mark)
    codes = [
        found.code
        for found in find_governing_words(text)
        if found.code not in ignored
        and (found.code is not ReasonCode.MODALITY or found.lower in _LISTS.words["adverbs"])
    ]
    kept = read_stretch(printed, slice(begin, tail.start))
    governed = {found.code for found in find_governing_words(kept)}
    if words and words[0] in _LISTS.words["tail"]:
        codes.append(ReasonCode.QUALIFICATION)
    if words[:1] == ("and",) and not _LISTS.words["ironic"].isdisjoint(words):
        codes.append(ReasonCode.DOUBT)
    if is_time_clause(words, text) and ReasonCode.MODALITY in governed:
        codes.append(ReasonCode.CONDITION)
    if is_open_time(words) or (has_mark and is_inverted(words)):
        codes.append(ReasonCode.CONDITION)
    if (has_mark and limits(words)) or _is_afterthought(words, separator):
        codes.append(ReasonCode.QUALIFICATION)
    measures = _LISTS.words["measuring"].intersection(split_clause(kept))
    if measures and not has_mark and words[:1] in (("to",), ("that",), ("for",)):
        codes.append(ReasonCode.QUALIFICATION)
    # What follows a negation in its clause may be all that it denies: "not on Sundays".
    is_restricted = ReasonCode.NEGATION in governed and words[:1] != ("and",)
    if not has_mark and (is_restricted or restricts(words)):
        codes.append(ReasonCode.QUALIFICATION)
    return [CutReason(code, tail) for code in codes]


def _is_afterthought(words: Sequence[str], separator: str) -> bool:
    """Whether a few words after a dash say for whom or where alone something holds."""
    if not words or words[0] in ("and", "so"):
        return False
    is_dashed = any(mark in separator for mark in ("–", "—", " - ", "--"))
    is_time = not _LISTS.words["times"].isdisjoint(words)
    is_short = "," in separator and len(words) <= _SHORT_PHRASE and not is_time
    is_short = is_short and words[0] in _LISTS.words["afterthoughts"]
    return (is_dashed and len(words) <= _PHRASE_WORDS) or is_short


def _find_ignored_of_tail(words: Sequence[str], *, has_mark: bool) -> frozenset[ReasonCode]:
    """Return what does not count in a clause of its own after "and": its doubts are its own."""
    is_own_clause = len(words) > 2 and words[0] in ("and", "so") and words[1] not in ("to", "that")
    pointing = _LISTS.words["pointing"]
    points = not pointing.isdisjoint(words[1:3]) or not _REFERRING.isdisjoint(words[-2:])
    points = points or not _LISTS.words["taking back"].isdisjoint(words)
    points = points or (words[-1:] == ("it",) and not _BELIEVING.isdisjoint(words))
    has_subject = words[1:2] and words[1] in _LISTS.words["subjects"]
    if not is_own_clause or points or is_elliptic(words):
        return frozenset()
    if not has_subject:
        return _IGNORED_BEHIND
    limits_all = not _LISTS.words["limiting all"].isdisjoint(words)
    own = {ReasonCode.CONDITION} if limits_all else {ReasonCode.CONDITION, ReasonCode.QUALIFICATION}
    return _IGNORED_BEHIND | own


def _judge_head(printed: PrintedWords, head: slice, end: int, lead: str) -> list[CutReason]:
    """Judge the words left out at the start of a sentence that ends before the word `end`."""
    if head.start == head.stop:
        return []
    text = read_stretch(printed, head)
    words = split_clause(text)
    separator = read_separator(printed, head.stop)
    own = _find_own_clause(text, separator)
    ignored = _find_ignored_of_head(text[:own], separator if own == len(text) else "")
    reasons = [
        CutReason(found.code, head)
        for found in find_governing_words(text)
        if (found.start >= own or found.code not in ignored)
        and (found.code is not ReasonCode.MODALITY or _reaches_end(found, text + separator))
        and not _is_led(found, text, lead)
    ]
    if "?" in read_marks_after(printed, end) and words:
        reasons.append(CutReason(ReasonCode.QUESTION, head))
    rest = read_stretch(printed, slice(head.stop, end))
    is_modal = any(found.code is ReasonCode.MODALITY for found in find_governing_words(rest))
    if is_time_clause(words, text) and is_modal:
        reasons.append(CutReason(ReasonCode.CONDITION, head))
    if len(words) > 1 and words[-1] == "or":
        reasons.append(CutReason(ReasonCode.QUALIFICATION, head))
    if is_open_time(words) or (is_inverted(words) and "," in text + separator):
        reasons.append(CutReason(ReasonCode.CONDITION, head))
    has_mark = any(mark in separator for mark in _MARKS_OF_CLAUSES)
    if limits(words) or (counts(words) and not has_mark) or estimates(words, rest):
        reasons.append(CutReason(ReasonCode.QUALIFICATION, head))
    # What "that" introduces is as true as the words before it say: "I was afraid that".
    clause = split_clause(_SEGMENT_END.split(text[own:])[-1])
    others_belief = {"i", "we"}.isdisjoint(clause) and not _BELIEFS.isdisjoint(clause)
    is_stated = not _LISTS.words["stating"].isdisjoint(clause) and not others_belief
    if clause[-1:] == ("that",) and not is_stated:
        reasons.append(CutReason(ReasonCode.DOUBT, head))
    return reasons


def _reaches_end(modal: GoverningWords, text: str) -> bool:
    """Whether a modal word may govern what is behind the end of a text."""
    rest = text[modal.end :]
    is_near = len(split_clause(rest)) <= _MODAL_REACH and not any(mark in rest for mark in ",;:—–")
    return is_near or modal.lower in _LISTS.words["adverbs"]


def _find_own_clause(text: str, separator: str) -> int:
    """Return where the clause begins that goes on behind the cut; the length if it begins there."""
    if any(mark in separator for mark in ";—–"):
        return len(text)
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    return ends[-1] if ends else 0


def _find_ignored_of_head(text: str, separator: str) -> frozenset[ReasonCode]:
    """Return what does not govern a clause of its own, of the words in front of it.

    After "but" nothing does, save a condition; after "and" a doubt or another's name still may.
    """
    words = split_clause(text)
    last = words[-1] if words else ""
    if last in _INDEPENDENT or ";" in separator or text.rstrip().endswith(";"):
        return frozenset(ReasonCode) - {ReasonCode.CONDITION}
    codes = {found.code for found in find_governing_words(text)}
    if codes & {ReasonCode.DOUBT, ReasonCode.ATTRIBUTION} or "that" in words:
        return frozenset()
    return _IGNORED_BEFORE_AND


def _is_led(found: GoverningWords, text: str, lead: str) -> bool:
    """Whether the draft's own words before the quotation say again what was cut before it."""
    if not lead:
        return False
    before = split_clause(lead)
    missing = split_clause(text[found.start :])
    if before[-len(missing) :] == missing:
        return True
    if found.code in (ReasonCode.NEGATION, ReasonCode.ATTRIBUTION):
        return False
    is_said_again = any(words.code is found.code for words in find_governing_words(lead))
    return is_said_again or (found.code is ReasonCode.MODALITY and before[-1:] == ("to",))
