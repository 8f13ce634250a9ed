"""Whether a whole sentence that was left out takes back or gives away the one beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.clause_signs import is_elliptic, is_negated
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import read_marks_after, read_stretch, split_clause

_LISTS = GOVERNING_LISTS
_SHORT_SENTENCE = 14
"""Words of a sentence that can take back another one as a whole."""
_SHORT_ANSWER = 4
"""Words of an answer that says nothing without its question."""
_POSSIBLE_PRONOUNS = ("it", "he", "she", "they", "we", "i", "that", "this", "you", "none", "nobody")


def judge_next(printed: PrintedWords, sentence: slice) -> list[CutReason]:
    """Judge a sentence that was left out after the quotation: does it take that back?"""
    text = read_stretch(printed, sentence)
    words = split_clause(text)
    if not words or len(words) > _SHORT_SENTENCE:
        return []
    codes = {found.code for found in find_governing_words(text)}
    first_clause = split_clause(text.split(",")[0])
    starts = [" ".join(first_clause), " ".join(words)]
    if any(start in _LISTS.lines["cancelling"] for start in starts):
        return [CutReason(ReasonCode.NEGATION, sentence)]
    if len(words) <= _SHORT_ANSWER + 2 and is_elliptic(words) and is_negated(text):
        return [CutReason(ReasonCode.NEGATION, sentence)]
    if words[-1] in _LISTS.words["pointing"] and is_negated(text):
        return [CutReason(ReasonCode.NEGATION, sentence)]
    begins = _find_fragment_code(text, words)
    if begins is not None:
        return [CutReason(begins, sentence)]
    if not _has_pointing_subject(words):
        return []
    if ReasonCode.ATTRIBUTION in codes:
        return [CutReason(ReasonCode.ATTRIBUTION, sentence)]
    if _is_denial(text, words):
        return [CutReason(ReasonCode.NEGATION, sentence)]
    return []


def _find_fragment_code(text: str, words: Sequence[str]) -> ReasonCode | None:
    """Return the code of a sentence that is only a condition or a limit of the one before."""
    if "," in text:
        return None
    found = find_governing_words(text)
    conditional = (ReasonCode.CONDITION, ReasonCode.QUALIFICATION)
    begins = [one for one in found if not text[: one.start].strip(" \"'“‘")]
    first = words[0] in ("or", "but", "and") and len(words) > 1
    if first:
        rest = text[len(words[0]) :].lstrip()
        begins += [one for one in found if text.find(rest) == one.start]
    for one in begins:
        if one.code in conditional:
            return one.code
    return ReasonCode.DOUBT if words[0] == "or" else None


def _has_pointing_subject(words: Sequence[str]) -> bool:
    """Whether a sentence speaks of what was said: "That …", "But it …"."""
    rest = words[1:] if words[0] in ("but", "and", "yet", "so", "however", "still") else words
    first = rest[0].partition("'")[0].removesuffix("n") if rest else ""
    return first in _LISTS.words["pointing"] or first in _POSSIBLE_PRONOUNS


def _is_denial(text: str, words: Sequence[str]) -> bool:
    """Whether a sentence says that what was said is not so, or was not done."""
    if not _LISTS.words["false words"].isdisjoint(words):
        return True
    if not is_negated(text):
        return False
    is_falsity = not _LISTS.words["falsity"].isdisjoint(words)
    return is_falsity or is_elliptic(split_clause(text.split(",")[0]))


def judge_previous(printed: PrintedWords, sentence: slice, kept: slice) -> list[CutReason]:
    """Judge a sentence that was left out before the quotation: does it give that to another?"""
    text = read_stretch(printed, sentence)
    words = split_clause(text)
    if not words:
        return []
    is_question = "?" in read_marks_after(printed, sentence.stop)
    answer = split_clause(read_stretch(printed, kept))
    if is_question and len(answer) <= _SHORT_ANSWER:
        return [CutReason(ReasonCode.QUESTION, sentence)]
    if len(words) > _SHORT_SENTENCE:
        return []
    if words[0] in _LISTS.words["supposing"]:
        return [CutReason(ReasonCode.CONDITION, sentence)]
    codes = {found.code for found in find_governing_words(text)}
    points = not {"this", "that", "what", "following", "here", "so", "it"}.isdisjoint(words)
    if ReasonCode.ATTRIBUTION in codes and points:
        return [CutReason(ReasonCode.ATTRIBUTION, sentence)]
    return []
