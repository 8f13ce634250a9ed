"""Whether words that a quotation leaves out govern those that it has.

A cut is harmless where whole sentences are left out that don't take back their neighbours, or words
of a sentence that neither deny, doubt, condition, limit nor attribute the rest. Where that can't be
known, a person should look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.governing_words import (
    GOVERNING_LISTS,
    GoverningWords,
    find_governing_words,
)
from reader.quote_versions.printed_words import PrintedWords
from reader.text.sentences import ends_sentence
from reader.text.values.lexemes import WORD, cut_lexemes
from reader.text.word_forms import normal_form

_LISTS = GOVERNING_LISTS
_SHORT_SENTENCE = 14
"""Words of a sentence that can take back another one as a whole."""
_SHORT_ANSWER = 4
"""Words of an answer that says nothing without its question."""
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
_REFERRING = frozenset(("that", "this", "so", "true"))
_BELIEFS = frozenset(("convinced", "sure", "certain", "confident"))
_INDEPENDENT = ("but", "yet", "so")
_IGNORED_BEHIND = frozenset((ReasonCode.DOUBT, ReasonCode.ATTRIBUTION, ReasonCode.NEGATION))
_IGNORED_BEFORE_AND = frozenset((ReasonCode.NEGATION, ReasonCode.MODALITY))
_POSSIBLE_PRONOUNS = ("it", "he", "she", "they", "we", "i", "that", "this", "you", "none", "nobody")


class CutReason(NamedTuple):
    """Why a cut needs a look, with the words of the source that were left out."""

    code: ReasonCode
    words: slice


class SentenceBounds:
    """The sentences of the words of a passage.

    Args:
        printed: the words.
    """

    def __init__(self, printed: PrintedWords) -> None:
        self._printed = printed

    def begins(self, number: int) -> bool:
        """Whether a word is the first of its sentence; true after the last word, too."""
        if number == 0 or number == len(self._printed.words):
            return True
        before, word = self._printed.words[number - 1], self._printed.words[number]
        if not word.after_stop and word.part == before.part:
            return False
        return ends_sentence(self._printed.text, before.end, word.start)

    def start_of(self, number: int) -> int:
        """Return the first word of the sentence that a word is in."""
        while not self.begins(number):
            number -= 1
        return number

    def end_of(self, number: int) -> int:
        """Return the position after the last word of the sentence that a word is in."""
        number += 1
        while not self.begins(number):
            number += 1
        return number


def judge_cut(
    printed: PrintedWords, cut: slice, *, lead: str = "", bounds: SentenceBounds | None = None
) -> list[CutReason]:
    """Return why words that were left out are missed; nothing where their cut is harmless.

    Args:
        printed: the words of the passage of the source, whole.
        cut: those that were left out; one of their ends at least is beside words that were not.
        lead: the words of the draft before the quotation, which may say again what was cut.
        bounds: the sentences of the passage, if they are known.
    """
    sentences = bounds or SentenceBounds(printed)
    reasons: list[CutReason] = []
    first, last = cut.start, cut.stop
    has_before, has_after = first > 0, last < len(printed.words)
    if has_before and has_after and sentences.end_of(first - 1) > last:
        return _judge_inside(printed, cut)
    if has_before:
        tail = slice(first, min(last, sentences.end_of(first - 1)))
        reasons += _judge_tail(printed, tail, sentences.start_of(first - 1))
        if tail.stop == first and first < last:
            reasons += _judge_next(printed, slice(first, min(last, sentences.end_of(first))))
    if has_after:
        head = slice(max(first, sentences.start_of(last)), last)
        reasons += _judge_head(printed, head, sentences.end_of(last), lead)
        if head.start == last and first < last:
            before = slice(max(first, sentences.start_of(last - 1)), last)
            reasons += _judge_previous(printed, before, slice(last, sentences.end_of(last)))
    if has_before and has_after and _splices(sentences, first, last):
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
    is_negated = _is_negated(_read_stretch(printed, beside))
    return [CutReason(ReasonCode.NEGATION, beside)] if is_negated else []


def _unique(reasons: Sequence[CutReason]) -> list[CutReason]:
    found: dict[ReasonCode, CutReason] = {}
    for reason in reasons:
        found.setdefault(reason.code, reason)
    return list(found.values())


def _read_stretch(printed: PrintedWords, part: slice) -> str:
    """Return some words with the marks between them; nothing of a reporter's words."""
    words = printed.words[part]
    pieces: list[str] = []
    for number, word in enumerate(words):
        before = words[number - 1] if number else None
        if before is not None:
            between = printed.text[before.end : word.start]
            pieces.append(between if before.part == word.part else ", ")
        pieces.append(printed.text[word.start : word.end])
    return "".join(pieces)


def _separator(printed: PrintedWords, number: int) -> str:
    """Return what is printed between a word and the one before."""
    if not 0 < number < len(printed.words):
        return ""
    before, word = printed.words[number - 1 : number + 1]
    return printed.text[before.end : word.start] if before.part == word.part else ","


def _stop_after(printed: PrintedWords, number: int) -> str:
    """Return the marks after the last word of a sentence that ends before `number`."""
    end = printed.words[number - 1].end
    return printed.text[end : end + 3].lstrip("\"'”’)")[:2]


@lru_cache(maxsize=1 << 12)
def _split(text: str) -> tuple[str, ...]:
    return tuple(lexeme.lower for lexeme in cut_lexemes(text) if lexeme.kind == WORD)


def _judge_inside(printed: PrintedWords, cut: slice) -> list[CutReason]:
    """Judge words left out between two others of their sentence: any that governs counts."""
    text = _read_stretch(printed, cut)
    found = [words.code for words in find_governing_words(text)]
    words = _split(text)
    if not _LISTS.words["tail"].isdisjoint(words) or _restricts(words) or _limits(words):
        found.append(ReasonCode.QUALIFICATION)
    return _unique([CutReason(code, cut) for code in found])


def _judge_tail(printed: PrintedWords, tail: slice, begin: int) -> list[CutReason]:
    """Judge the words left out at the end of a sentence that begins with the word `begin`."""
    if tail.start == tail.stop:
        return []
    text = _read_stretch(printed, tail)
    words = _split(text)
    separator = _separator(printed, tail.start)
    has_mark = any(mark in separator for mark in _MARKS_OF_CLAUSES)
    ignored = _find_ignored_of_tail(words, has_mark=has_mark)
    codes = [
        found.code
        for found in find_governing_words(text)
        if found.code not in ignored
        and (found.code is not ReasonCode.MODALITY or found.lower in _LISTS.words["adverbs"])
    ]
    kept = _read_stretch(printed, slice(begin, tail.start))
    governed = {found.code for found in find_governing_words(kept)}
    if words and words[0] in _LISTS.words["tail"]:
        codes.append(ReasonCode.QUALIFICATION)
    if _is_time_clause(words, text) and ReasonCode.MODALITY in governed:
        codes.append(ReasonCode.CONDITION)
    if _is_open_time(words) or (has_mark and _is_inverted(words)):
        codes.append(ReasonCode.CONDITION)
    if (has_mark and _limits(words)) or _is_afterthought(words, separator):
        codes.append(ReasonCode.QUALIFICATION)
    measures = _LISTS.words["measuring"].intersection(_split(kept))
    if measures and not has_mark and words[:1] in (("to",), ("that",), ("for",)):
        codes.append(ReasonCode.QUALIFICATION)
    # What follows a negation in its clause may be all that it denies: "not on Sundays".
    is_restricted = ReasonCode.NEGATION in governed and words[:1] != ("and",)
    if not has_mark and (is_restricted or _restricts(words)):
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


def _restricts(words: Sequence[str]) -> bool:
    """Whether words say of which one something is said: "who beat them", "earning a million"."""
    if not words:
        return False
    return words[0] in _LISTS.words["restricting"] or (
        words[0].endswith("ing") and len(words[0]) > _PHRASE_WORDS
    )


def _find_ignored_of_tail(words: Sequence[str], *, has_mark: bool) -> frozenset[ReasonCode]:
    """Return what does not count in a clause of its own after "and": its doubts are its own."""
    is_own_clause = len(words) > 2 and words[0] in ("and", "so")
    pointing = _LISTS.words["pointing"]
    points = not pointing.isdisjoint(words[1:3]) or not _REFERRING.isdisjoint(words[-2:])
    points = points or _is_elliptic(words)
    return _IGNORED_BEHIND if is_own_clause and not points else frozenset()


def _judge_head(printed: PrintedWords, head: slice, end: int, lead: str) -> list[CutReason]:
    """Judge the words left out at the start of a sentence that ends before the word `end`."""
    if head.start == head.stop:
        return []
    text = _read_stretch(printed, head)
    words = _split(text)
    separator = _separator(printed, head.stop)
    own = _find_own_clause(text, separator)
    ignored = _find_ignored_of_head(text[:own], separator if own == len(text) else "")
    reasons = [
        CutReason(found.code, head)
        for found in find_governing_words(text)
        if (found.start >= own or found.code not in ignored)
        and (found.code is not ReasonCode.MODALITY or _reaches_end(found, text + separator))
        and not _is_led(found, text, lead)
    ]
    if "?" in _stop_after(printed, end) and words:
        reasons.append(CutReason(ReasonCode.QUESTION, head))
    rest = _read_stretch(printed, slice(head.stop, end))
    is_modal = any(found.code is ReasonCode.MODALITY for found in find_governing_words(rest))
    if _is_time_clause(words, text) and is_modal:
        reasons.append(CutReason(ReasonCode.CONDITION, head))
    if len(words) > 1 and words[-1] == "or":
        reasons.append(CutReason(ReasonCode.QUALIFICATION, head))
    if _is_open_time(words) or (_is_inverted(words) and "," in text + separator):
        reasons.append(CutReason(ReasonCode.CONDITION, head))
    if _limits(words) or _counts(words) or _estimates(words, rest):
        reasons.append(CutReason(ReasonCode.QUALIFICATION, head))
    # What "that" introduces is as true as the words before it say: "I was afraid that".
    clause = _split(text[own:])
    others_belief = {"i", "we"}.isdisjoint(clause) and not _BELIEFS.isdisjoint(clause)
    is_stated = not _LISTS.words["stating"].isdisjoint(clause) and not others_belief
    if clause[-1:] == ("that",) and not is_stated:
        reasons.append(CutReason(ReasonCode.DOUBT, head))
    return reasons


def _is_time_clause(words: Sequence[str], text: str) -> bool:
    """Whether words are a clause of time: "after the board agrees", not "before the winter"."""
    if not words or words[0] not in _LISTS.words["time clause"]:
        return False
    is_time = words[-1] in _LISTS.words["times"] or any(letter.isdigit() for letter in text)
    return not is_time


def _is_open_time(words: Sequence[str]) -> bool:
    """Whether words are a clause of a time that may never come: "when the money comes"."""
    if not words or words[0] not in _LISTS.words["limiting clause"]:
        return False
    is_perfect = not {"has", "have"}.isdisjoint(words)
    return is_perfect or not any(_is_past(word) for word in words[1:])


def _is_past(word: str) -> bool:
    is_regular = word.endswith("ed") and len(word) > 4
    is_irregular = normal_form(word) != word and not word.endswith(("s", "ing", "our"))
    return is_regular or is_irregular or word in _LISTS.words["past"]


def _is_inverted(words: Sequence[str]) -> bool:
    """Whether words are a condition with its verb in front: "should the talks fail"."""
    return len(words) > 2 and words[0] in _LISTS.words["inverted conditions"]


def _limits(words: Sequence[str]) -> bool:
    """Whether words are a phrase in which alone a clause is said to hold: "in the worst case"."""
    if not words:
        return False
    starts = _LISTS.words["limiting starts"]
    is_phrase = words[0] in ("in", "on", "at", "by", "from", "for", "to", "as")
    return words[0] in starts or (
        is_phrase and not _LISTS.words["limiting nouns"].isdisjoint(words[:_PHRASE_WORDS])
    )


def _estimates(words: Sequence[str], rest: str) -> bool:
    """Whether the last word says that the number behind it is none exactly: "about half"."""
    quantities = _LISTS.words["quantities"]
    first = _split(rest)[:1]
    is_number = rest[:1].isdigit() or (bool(first) and first[0] in quantities)
    return is_number and bool(words) and words[-1] in _LISTS.words["estimates"]


def _counts(words: Sequence[str]) -> bool:
    """Whether words say of how many the rest is said: "half of", "two of"."""
    if words[-1:] and words[-1] in _LISTS.words["bare quantities"]:
        return True
    is_part = len(words) > 1 and words[-1] == "of"
    return is_part and not _LISTS.words["quantities"].isdisjoint(words[-3:-1])


def _reaches_end(modal: GoverningWords, text: str) -> bool:
    """Whether a modal word may govern what is behind the end of a text."""
    rest = text[modal.end :]
    is_near = len(_split(rest)) <= _MODAL_REACH and not any(mark in rest for mark in ",;:—–")
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
    words = _split(text)
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
    before = _split(lead)
    missing = _split(text[found.start :])
    if before[-len(missing) :] == missing:
        return True
    if found.code in (ReasonCode.NEGATION, ReasonCode.ATTRIBUTION):
        return False
    is_said_again = any(words.code is found.code for words in find_governing_words(lead))
    return is_said_again or (found.code is ReasonCode.MODALITY and before[-1:] == ("to",))


def _judge_next(printed: PrintedWords, sentence: slice) -> list[CutReason]:
    """Judge a sentence that was left out after the quotation: does it take that back?"""
    text = _read_stretch(printed, sentence)
    words = _split(text)
    if not words or len(words) > _SHORT_SENTENCE:
        return []
    codes = {found.code for found in find_governing_words(text)}
    first_clause = _split(text.split(",")[0])
    starts = [" ".join(first_clause), " ".join(words)]
    if any(start in _LISTS.lines["cancelling"] for start in starts):
        return [CutReason(ReasonCode.NEGATION, sentence)]
    if len(words) <= _SHORT_ANSWER + 2 and _is_elliptic(words) and _is_negated(text):
        return [CutReason(ReasonCode.NEGATION, sentence)]
    if words[-1] in _LISTS.words["pointing"] and _is_negated(text):
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
    if not _is_negated(text):
        return False
    is_falsity = not _LISTS.words["falsity"].isdisjoint(words)
    return is_falsity or _is_elliptic(_split(text.split(",")[0]))


def _is_negated(text: str) -> bool:
    return any(one.code is ReasonCode.NEGATION for one in find_governing_words(text))


def _is_elliptic(clause: Sequence[str]) -> bool:
    """Whether a clause ends where the one before would go on: "but it was not"."""
    last = clause[-1] if clause else ""
    return last in ("not", "never") or last.endswith("n't") or last in _LISTS.words["auxiliaries"]


def _judge_previous(printed: PrintedWords, sentence: slice, kept: slice) -> list[CutReason]:
    """Judge a sentence that was left out before the quotation: does it give that to another?"""
    text = _read_stretch(printed, sentence)
    words = _split(text)
    if not words:
        return []
    is_question = "?" in _stop_after(printed, sentence.stop)
    answer = _split(_read_stretch(printed, kept))
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
