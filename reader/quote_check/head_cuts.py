"""Whether words left out at the start of a sentence govern those behind them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.clause_signs import (
    CLAUSE_MARKS,
    counts,
    estimates,
    has_verb,
    is_inverted,
    is_open_time,
    is_time_clause,
    limits,
)
from reader.quote_versions.governing_words import (
    GOVERNING_LISTS,
    GoverningWords,
    find_governing_words,
)
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import (
    read_marks_after,
    read_separator,
    read_stretch,
    split_clause,
)

_LISTS = GOVERNING_LISTS
_MODAL_REACH = 3
"""Words between a modal verb and the verb that it governs."""
_CLAUSE_END = re.compile(
    r"[,;—–]\s*(?:and|but|yet|so)\b|;|\s[—–]|(?<!anything )\bbut\b|\byet\b(?! to\b)|--",
    re.IGNORECASE,
)
_SEGMENT_END = re.compile(r"[,;:—–.…]|--")
_BELIEFS = frozenset(("convinced", "sure", "certain", "confident"))
_INDEPENDENT = ("but", "yet", "so")
_IGNORED_BEFORE_AND = frozenset((ReasonCode.NEGATION, ReasonCode.MODALITY))


class _Head(NamedTuple):
    """Words left out at the start of a sentence."""

    text: str
    words: tuple[str, ...]
    """In lower case."""
    separator: str
    """What is printed behind them."""
    rest: str
    """The words of the sentence behind them."""
    is_question: bool
    """Whether the sentence ends with a question mark."""
    lead: str
    """The draft's words before the quotation, in its sentence."""

    @property
    def own(self) -> int:
        """Where in the text the clause begins that goes on behind the cut."""
        return _find_own_clause(self.text, self.separator)

    @property
    def last_clause(self) -> tuple[str, ...]:
        """The words of that clause behind its last comma."""
        return split_clause(_SEGMENT_END.split(self.text[self.own :])[-1])


def judge_head(printed: PrintedWords, part: slice, end: int, lead: str) -> list[CutReason]:
    """Judge the words left out at the start of a sentence that ends before the word `end`."""
    if part.start == part.stop:
        return []
    text = read_stretch(printed, part)
    head = _Head(
        text,
        split_clause(text),
        read_separator(printed, part.stop),
        read_stretch(printed, slice(part.stop, end)),
        "?" in read_marks_after(printed, end),
        lead,
    )
    if affirms(text[head.own :]) or only_leads(text):
        return []
    codes = [*_find_codes(head), *(code for holds, code in _RULES if holds(head))]
    return [CutReason(code, part) for code in codes]


def affirms(text: str) -> bool:
    """Return whether words in front of a statement only stress it: "There is no doubt that"."""
    return " ".join(split_clause(text)).removesuffix(" that") in _LISTS.lines["affirming heads"]


def only_leads(text: str) -> bool:
    """Return whether words in front only lead to what follows: "Well, needless to say"."""
    segments = [" ".join(split_clause(segment)) for segment in _SEGMENT_END.split(text)]
    known = _LISTS.lines["openers"]
    if " ".join(filter(None, segments)) in _LISTS.lines["scoffing"]:
        return False
    return any(segments) and all(not segment or segment in known for segment in segments)


def _find_codes(head: _Head) -> list[ReasonCode]:
    """Return the codes of the words in it that govern what is behind it."""
    text, own = head.text, head.own
    ignored = _find_ignored(text[:own], head.separator if own == len(text) else "")
    return [
        found.code
        for found in find_governing_words(text)
        if (found.start >= own or found.code not in ignored)
        and (found.code is not ReasonCode.MODALITY or _reaches_end(found, text + head.separator))
        and not _is_led(found, text, head.lead)
    ]


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


def _find_ignored(text: str, separator: str) -> frozenset[ReasonCode]:
    """Return what does not govern a clause of its own, of the words in front of it.

    After "but" nothing does, save a condition and who says it all ("As my aunt told me, …"); after
    "and" a doubt or another's name still may.
    """
    words = split_clause(text)
    last = words[-1] if words else ""
    if last in _INDEPENDENT or ";" in separator or text.rstrip().endswith(";"):
        is_told = words[:1] == ("as",) or words[:2] == ("according", "to")
        governing = {ReasonCode.CONDITION, *((ReasonCode.ATTRIBUTION,) if is_told else ())}
        return frozenset(ReasonCode) - governing
    codes = {found.code for found in find_governing_words(text)}
    if codes & {ReasonCode.DOUBT, ReasonCode.ATTRIBUTION} or "that" in words:
        return frozenset()
    return _IGNORED_BEFORE_AND


def is_said_again(printed: PrintedWords, part: slice, lead: str) -> bool:
    """Return whether all that governs in words left out is in the draft's words before the rest."""
    text = read_stretch(printed, part)
    governing = find_governing_words(text)
    return bool(lead and governing) and all(_is_led(found, text, lead) for found in governing)


def _ends_negated(words: tuple[str, ...]) -> bool:
    """Whether the last word is a negation: "did not" is "didn't"."""
    return words[-1:] != () and (words[-1] in ("not", "never") or words[-1].endswith("n't"))


def _is_led(found: GoverningWords, text: str, lead: str) -> bool:
    """Whether the draft's own words before the quotation say again what was cut before it."""
    if not lead:
        return False
    before = split_clause(lead)
    missing = split_clause(text[found.start :])
    if before[-len(missing) :] == missing:
        return True
    if found.code is ReasonCode.NEGATION:
        return _ends_negated(before) and _ends_negated(missing)
    if found.code is ReasonCode.ATTRIBUTION:
        return False
    is_said_again = any(words.code is found.code for words in find_governing_words(lead))
    return is_said_again or (found.code is ReasonCode.MODALITY and before[-1:] == ("to",))


def _is_time_of_plan(head: _Head) -> bool:
    """Whether it says when what is only planned will be: "Once the board agrees, …"."""
    is_modal = any(found.code is ReasonCode.MODALITY for found in find_governing_words(head.rest))
    return is_modal and is_time_clause(head.words, head.text)


def _is_alternative(head: _Head) -> bool:
    """Whether the rest is one of two things: "Either he lied or"."""
    return len(head.words) > 1 and head.words[-1] == "or"


def _is_condition(head: _Head) -> bool:
    """Whether it is a time that may never come, or a condition with its verb in front."""
    is_inverse = is_inverted(head.words) and "," in head.text + head.separator
    return is_inverse or is_open_time(head.words)


def _is_limit(head: _Head) -> bool:
    """Whether it says where alone, or of how many, the rest holds: "In theory", "Half of"."""
    has_mark = any(mark in head.separator for mark in CLAUSE_MARKS)
    is_count = (counts(head.words) or _is_quantity_left_out(head)) and not has_mark
    return limits(head.words) or is_count or estimates(head.words, head.rest)


def _is_quantity_left_out(head: _Head) -> bool:
    """Whether a subject with a quantity is left out: "Few people [[would call it safe]]"."""
    quantities = _LISTS.words["bare quantities"]
    is_subject = bool(head.last_clause) and head.last_clause[0] in quantities
    return is_subject and has_verb(split_clause(head.rest)[:1]) and not head.own


def _is_unstated(head: _Head) -> bool:
    """Whether "that" introduces what the words before do not state: "I was afraid that"."""
    clause = head.last_clause
    others_belief = {"i", "we"}.isdisjoint(clause) and not _BELIEFS.isdisjoint(clause)
    is_stated = not _LISTS.words["stating"].isdisjoint(clause) and not others_belief
    return clause[-1:] == ("that",) and not is_stated


def _is_exception(head: _Head) -> bool:
    """Whether the rest is what alone is excepted: "Nobody but", "All but"."""
    if head.words[-1:] != ("but",):
        return False
    before = split_clause(_SEGMENT_END.split(head.text.rstrip()[:-3])[-1])
    return bool(before) and (before[-1] in _LISTS.words["excepted from"] or not has_verb(before))


def _is_ironic_assent(head: _Head) -> bool:
    """Whether two words of assent in a row mean the reverse: "Oh sure, …", "Yeah, right, …"."""
    row = [word for word in head.words if word not in _LISTS.words["joining"]]
    return " ".join(row) in _LISTS.lines["mocking assents"]


_RULES: tuple[tuple[Callable[[_Head], bool], ReasonCode], ...] = (
    (lambda head: head.is_question and bool(head.words), ReasonCode.QUESTION),
    (_is_time_of_plan, ReasonCode.CONDITION),
    (_is_alternative, ReasonCode.QUALIFICATION),
    (_is_condition, ReasonCode.CONDITION),
    (_is_limit, ReasonCode.QUALIFICATION),
    (_is_exception, ReasonCode.NEGATION),
    (_is_ironic_assent, ReasonCode.DOUBT),
    (_is_unstated, ReasonCode.DOUBT),
)
"""What makes words at the start missed, beside those that govern, and the code of it."""
