"""Whether words left out at the end of a sentence govern those before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.clause_signs import (
    CLAUSE_MARKS,
    has_verb,
    is_elliptic,
    is_inverted,
    is_open_time,
    is_time_clause,
    limits,
    restricts,
)
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import read_separator, read_stretch, split_clause
from reader.text.reporting_verbs import load_reporting_verbs

_LISTS = GOVERNING_LISTS
_SHORT_PHRASE = 3
"""Words after a comma that are no more than an afterthought."""
_PHRASE_WORDS = 6
"""Words after a dash that are no more than an afterthought."""
_DASHES = ("–", "—", " - ", "--")
_PAIRING = frozenset(("between", "both"))
"""Words behind which two are named."""
_REFERRING = frozenset(("that", "this", "so", "true"))
_TAKEN_UP = frozenset(("it", "them", "one", "any", "so", "that", "this", "none", "nothing"))
_TAKING_UP = frozenset(("it", "none", "not", "nothing", "neither"))
_BELIEVING = frozenset(("believe", "believes", "believed", "doubt", "doubts", "doubted"))
_IGNORED_BEHIND = frozenset((ReasonCode.DOUBT, ReasonCode.ATTRIBUTION, ReasonCode.NEGATION))


class _Tail(NamedTuple):
    """Words left out at the end of a sentence."""

    text: str
    words: tuple[str, ...]
    """In lower case."""
    separator: str
    """What is printed before them."""
    kept: str
    """The words of the sentence before them."""

    @property
    def has_mark(self) -> bool:
        """Whether a comma, a dash or the like sets them off."""
        return any(mark in self.separator for mark in CLAUSE_MARKS)

    def begins_with(self, *starts: str) -> bool:
        return self.words[:1] in tuple((start,) for start in starts)

    def follows(self, code: ReasonCode) -> bool:
        """Whether the kept words have one that governs."""
        return any(found.code is code for found in find_governing_words(self.kept))


def judge_tail(printed: PrintedWords, part: slice, begin: int) -> list[CutReason]:
    """Judge the words left out at the end of a sentence that begins with the word `begin`."""
    if part.start == part.stop:
        return []
    text = read_stretch(printed, part)
    if " ".join(split_clause(text)) in _LISTS.lines["affirming tails"]:
        return []
    kept = read_stretch(printed, slice(begin, part.start))
    tail = _Tail(text, split_clause(text), read_separator(printed, part.start), kept)
    codes = [*_find_codes(tail), *(code for holds, code in _RULES if holds(tail))]
    return [CutReason(code, part) for code in codes]


def _find_codes(tail: _Tail) -> list[ReasonCode]:
    """Return the codes of the words in it that govern, but for those of a claim of its own."""
    ignored = _find_ignored(tail.words, has_mark=tail.has_mark)
    return [
        found.code
        for found in find_governing_words(tail.text)
        if (found.code not in ignored or _refers(found.lower))
        and (found.code is not ReasonCode.MODALITY or found.lower in _LISTS.words["adverbs"])
    ]


def _refers(phrase: str) -> bool:
    """Whether a phrase has a pronoun for what is said before it: "take that back"."""
    return not _REFERRING.isdisjoint(phrase.split()[1:-1])


def _find_ignored(words: Sequence[str], *, has_mark: bool) -> frozenset[ReasonCode]:
    """Return what does not count in a clause of its own after "and": its doubts are its own."""
    is_own_clause = len(words) > 2 and words[0] in ("and", "so") and words[1] not in ("to", "that")
    pointing = _LISTS.words["pointing"] - {"they"}
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


def _begins_limit(tail: _Tail) -> bool:
    """Whether its first word limits: "but only on Sundays"."""
    return tail.words[:1] != () and tail.words[0] in _LISTS.words["tail"]


def _is_negated(tail: _Tail) -> bool:
    found = find_governing_words(tail.text)
    return any(words.code is ReasonCode.NEGATION for words in found)


def _takes_up_and_denies(tail: _Tail) -> bool:
    """Whether a negated clause has a pronoun for what is said: "and we never got them"."""
    if not tail.begins_with("and") or len(tail.words) <= _SHORT_PHRASE:
        return False
    takes_up = tail.words[-1] in _TAKEN_UP or tail.words[1] in _TAKING_UP
    return takes_up and _is_negated(tail)


def _tells_outcome(tail: _Tail) -> bool:
    """Whether it may say what became of what was intended: "and the money ran out".

    "They promised us boats, and they did" only says that it came about.
    """
    is_intended = not _LISTS.words["intended"].isdisjoint(split_clause(tail.kept))
    is_affirmed = is_elliptic(tail.words) and not _is_negated(tail)
    return tail.begins_with("and") and len(tail.words) > 2 and is_intended and not is_affirmed


def _undoes(tail: _Tail) -> bool:
    """Whether its verb undoes what is said: "and acquitted of it", "and they failed"."""
    return tail.begins_with("and") and not _LISTS.words["undoing"].isdisjoint(tail.words[1:4])


def _is_ironic(tail: _Tail) -> bool:
    """Whether an absurd claim makes the one before absurd: "and pigs can fly"."""
    return tail.begins_with("and") and not _LISTS.words["ironic"].isdisjoint(tail.words)


def _only_says_so(tail: _Tail) -> bool:
    """Whether it says who says so, and nothing else: "so they tell us", "we were promised"."""
    words = [word for word in tail.words if word not in _LISTS.words["addressees"]]
    words = words[1:] if words[:1] in (["and"], ["so"], ["or"]) else words
    if not 1 < len(words) <= _SHORT_PHRASE:
        return False
    if tail.words[0] == "so" and words[-1] in _LISTS.words["hearing"]:
        return True
    if words[-1] not in load_reporting_verbs().single:
        return False
    is_passive = words[1] in ("was", "were", "am", "are", "is")
    subjects = _LISTS.words["subjects"] | _LISTS.words["other persons"]
    return words[0] in subjects and (is_passive or words[0] not in ("i", "we"))


def _is_time_of_plan(tail: _Tail) -> bool:
    """Whether it says when what is only planned will be: "once the board agrees"."""
    return is_time_clause(tail.words, tail.text) and tail.follows(ReasonCode.MODALITY)


def _is_condition(tail: _Tail) -> bool:
    """Whether it is a time that may never come, or a condition with its verb in front."""
    return is_open_time(tail.words) or (tail.has_mark and is_inverted(tail.words))


def _is_limit(tail: _Tail) -> bool:
    """Whether it says where alone the rest holds: ", in theory", " – on Sundays"."""
    is_phrase = tail.has_mark and limits(tail.words)
    return is_phrase or _is_afterthought(tail.words, tail.separator)


def _is_measure(tail: _Tail) -> bool:
    """Whether it says for what something is enough, or too much: "too weak to hold"."""
    measures = _LISTS.words["measuring"].intersection(split_clause(tail.kept))
    return bool(measures) and not tail.has_mark and tail.begins_with("to", "that", "for")


def _is_denied_part(tail: _Tail) -> bool:
    """Whether it may be all that a negation before it denies: "not on Sundays"."""
    is_plain = not tail.has_mark and not tail.begins_with("and")
    return is_plain and tail.follows(ReasonCode.NEGATION)


def _restricts(tail: _Tail) -> bool:
    """Whether it says of which one something is said: "who beat them"."""
    return not tail.has_mark and restricts(tail.words)


def _is_half_of_pair(tail: _Tail) -> bool:
    """Whether it has the other of two of whom something is said: "between men [and women]"."""
    kept = split_clause(tail.kept)
    pairs = [at for at, word in enumerate(kept) if word in _PAIRING]
    return tail.begins_with("and") and bool(pairs) and "and" not in kept[pairs[-1] :]


_RULES: tuple[tuple[Callable[[_Tail], bool], ReasonCode], ...] = (
    (_begins_limit, ReasonCode.QUALIFICATION),
    (_takes_up_and_denies, ReasonCode.NEGATION),
    (_undoes, ReasonCode.NEGATION),
    (_tells_outcome, ReasonCode.QUALIFICATION),
    (_is_ironic, ReasonCode.DOUBT),
    (_only_says_so, ReasonCode.ATTRIBUTION),
    (_is_time_of_plan, ReasonCode.CONDITION),
    (_is_condition, ReasonCode.CONDITION),
    (_is_limit, ReasonCode.QUALIFICATION),
    (_is_measure, ReasonCode.QUALIFICATION),
    (_is_denied_part, ReasonCode.QUALIFICATION),
    (_restricts, ReasonCode.QUALIFICATION),
    (_is_half_of_pair, ReasonCode.QUALIFICATION),
)
"""What makes words at the end missed, beside those that govern, and the code of it."""


def _is_afterthought(words: Sequence[str], separator: str) -> bool:
    """Whether a few words after a dash say for whom or where alone something holds."""
    if not words or words[0] in ("and", "so"):
        return False
    is_claim = words[0] in ("i", "we") and has_verb(words[1:2])
    is_dashed = any(mark in separator for mark in _DASHES) and not is_claim
    is_time = not _LISTS.words["times"].isdisjoint(words)
    is_short = "," in separator and len(words) <= _SHORT_PHRASE and not is_time
    is_short = is_short and words[0] in _LISTS.words["afterthoughts"]
    return (is_dashed and len(words) <= _PHRASE_WORDS) or is_short
