"""Whether words that a quotation leaves out govern those that it has.

A cut is harmless where whole sentences are left out that don't take back their neighbours, or words
of a sentence that neither deny, doubt, condition, limit nor attribute the rest. Where that can't be
known, a person should look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.quote_check.framing_sentences import judge_previous
from reader.quote_check.harmless_cuts import (
    is_claim,
    is_harmless_head,
    is_harmless_inside,
    is_harmless_tail,
)
from reader.quote_check.head_cuts import is_said_again, judge_head, only_leads
from reader.quote_check.neighbour_sentences import judge_next
from reader.quote_check.parentheses import is_said_in_passing
from reader.quote_check.tail_cuts import judge_tail
from reader.quote_check.tail_settings import is_repeated, sets_saying
from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.clause_signs import CLAUSE_MARKS, is_negated, limits, restricts
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.sentence_bounds import (
    SentenceBounds,
    read_separator,
    read_stretch,
    split_clause,
)

_LISTS = GOVERNING_LISTS
_TO_COME = re.compile(r"will|'ll|shall|(?:am|is|are|be) going to")


class QuotedPart(NamedTuple):
    """Which words of a passage a quotation has."""

    words: slice
    """From its first to its last."""
    lead: str = ""
    """The words of the draft before it, in its sentence."""
    trail: str = ""
    """Those behind it."""


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
    has_before, has_after = cut.start > 0, cut.stop < count
    is_inside = has_before and has_after
    if is_inside and sentences.end_of(cut.start - 1) > cut.stop:
        sentence = slice(sentences.start_of(cut.start - 1), sentences.end_of(cut.start - 1))
        return _judge_inside(printed, cut, sentence)
    is_splice = is_inside and _splices(sentences, cut.start, cut.stop)
    place = _CutPlace(printed, cut, part, sentences, is_splice)
    reasons = _judge_behind(place) if has_before else []
    reasons += _judge_in_front(place) if has_after else []
    if is_splice:
        reasons.append(CutReason(ReasonCode.JOINED, cut))
    return _unique(reasons)


class _CutPlace(NamedTuple):
    """Words that were left out, and those around them."""

    printed: PrintedWords
    cut: slice
    quoted: QuotedPart
    sentences: SentenceBounds
    is_splice: bool
    """Whether the cut makes one sentence of the start of one and the end of another."""


def _judge_behind(place: _CutPlace) -> list[CutReason]:
    """Judge what was left out behind quoted words: the end of a sentence, or the next one."""
    printed, first, last = place.printed, place.cut.start, place.cut.stop
    begin = place.sentences.start_of(first - 1)
    tail = slice(first, min(last, place.sentences.end_of(first - 1)))
    reasons = judge_tail(printed, tail, begin)
    stated = slice(max(begin, place.quoted.words.start), first)
    trail = place.quoted.trail if place.quoted.words.stop == first else ""
    is_known = place.is_splice or is_harmless_tail(printed, tail, stated, place.quoted.lead)
    is_known = is_known or is_repeated(printed, tail, trail) or sets_saying(printed, tail, stated)
    if not reasons and not is_known:
        reasons = [CutReason(ReasonCode.QUALIFICATION, tail)]
    if tail.stop == first and first < last:
        following = slice(first, min(last, place.sentences.end_of(first)))
        reasons += judge_next(printed, following, slice(begin, first))
    return reasons


def _judge_in_front(place: _CutPlace) -> list[CutReason]:
    """Judge what was left out before quoted words: the start of a sentence, or the last one."""
    printed, first, last = place.printed, place.cut.start, place.cut.stop
    end = place.sentences.end_of(last)
    head = slice(max(first, place.sentences.start_of(last)), last)
    lead = place.quoted.lead if place.quoted.words.start == last else ""
    reasons = judge_head(printed, head, end, lead)
    rest = slice(last, min(end, place.quoted.words.stop))
    if _only_names(printed, head, rest, lead) and _is_to_come(read_stretch(printed, head)):
        reasons = [reason for reason in reasons if reason.code is not ReasonCode.MODALITY]
    is_known = place.is_splice or is_harmless_head(printed, head, rest, lead)
    is_known = is_known or is_said_again(printed, head, lead)
    is_known = is_known or only_leads(read_stretch(printed, head))
    if not reasons and not is_known:
        reasons = [CutReason(ReasonCode.QUALIFICATION, head)]
    if head.start == last and first < last:
        before = slice(max(first, place.sentences.start_of(last - 1)), last)
        reasons += judge_previous(printed, before, slice(last, end))
    return reasons


def _only_names(printed: PrintedWords, head: slice, rest: slice, lead: str) -> bool:
    """Whether quoted words claim nothing, and are a noun with an article or the like in front."""
    around = slice(max(head.start, head.stop - 1), head.stop + 1)
    beside = split_clause(read_stretch(printed, around))
    is_noun = not _LISTS.words["determiners"].isdisjoint(beside)
    return is_noun and not is_claim(printed, rest, lead)


def _is_to_come(text: str) -> bool:
    """Whether all modal words of a text only say that something is to come: "will"."""
    found = find_governing_words(text)
    modal = [words.lower for words in found if words.code is ReasonCode.MODALITY]
    return bool(modal) and all(_TO_COME.fullmatch(lower) for lower in modal)


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
    words = read_stretch(printed, beside)
    if is_negated(words):
        return [CutReason(ReasonCode.NEGATION, beside)]
    # "[[Why would]] I resign": without the verb in front it is no question.
    is_asked = is_head and _is_asked(split_clause(words), printed.words[cut.stop])
    return [CutReason(ReasonCode.QUESTION, beside)] if is_asked else []


def _is_asked(before: Sequence[str], word: QuoteWord) -> bool:
    """Whether a subject is behind its verb, as in a question."""
    is_subject = word.key in _LISTS.words["subjects"] and not word.after_stop
    return is_subject and bool(before) and before[-1] in _LISTS.words["auxiliaries"]


def _unique(reasons: Sequence[CutReason]) -> list[CutReason]:
    found = {(one.code, one.words.start, one.words.stop): one for one in reversed(reasons)}
    return list(reversed(found.values()))


def _judge_inside(printed: PrintedWords, cut: slice, sentence: slice) -> list[CutReason]:
    """Judge words left out between two others of their sentence: any that governs counts."""
    text = read_stretch(printed, cut)
    found = [words.code for words in find_governing_words(text)]
    words = split_clause(text)
    is_set_off = any(mark in read_separator(printed, cut.start) for mark in CLAUSE_MARKS)
    if is_set_off and is_said_in_passing(words):
        return []
    is_restricted = restricts(words) and not is_set_off
    # Between two commas "with its flags" limits nothing, as it may in front.
    is_limit = limits(words[1:] if words[:1] == ("with",) else words)
    is_limit = is_limit or not _LISTS.words["limiting nouns"].isdisjoint(words)
    if not _LISTS.words["tail"].isdisjoint(words) or is_restricted or is_limit:
        found.append(ReasonCode.QUALIFICATION)
    if not found and not is_harmless_inside(printed, cut, sentence):
        found.append(ReasonCode.QUALIFICATION)
    return _unique([CutReason(code, cut) for code in found])
