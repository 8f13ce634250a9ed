"""Whether a whole sentence that was left out takes back or gives away the one beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.clause_signs import is_elliptic, is_negated, is_past
from reader.quote_versions.governing_words import (
    GOVERNING_LISTS,
    GoverningWords,
    find_governing_words,
)
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import read_marks_after, read_stretch, split_clause
from reader.text.reporting_verbs import load_reporting_verbs

_LISTS = GOVERNING_LISTS
_SHORT_SENTENCE = 14
"""Words of a sentence that can take back another one as a whole."""
_SHORT_ANSWER = 4
"""Words of an answer that says nothing without its question."""
_SHORT_REPORT = 8
"""Words of a sentence that only says where the next one is from: "The rumour goes like this"."""
_OPENING_WORDS = frozenset(
    ("but", "and", "yet", "so", "however", "still", "well", "at", "least", "no", "oh")
)
_PERSONS = frozenset(("he", "she", "they", "we", "i", "you", "none", "nobody"))
_WISHES = frozenset(("wish", "wished", "hope", "hoped"))
_CORRECTED = frozenset(("that", "this", "it", "myself", "what"))
_CONDITIONAL = (ReasonCode.CONDITION, ReasonCode.QUALIFICATION)
_INTRODUCING = frozenset(("this", "that", "what", "following", "here", "so", "it"))


class _Neighbour(NamedTuple):
    """A sentence that was left out."""

    text: str
    words: tuple[str, ...]
    """In lower case."""
    governing: tuple[GoverningWords, ...]

    @classmethod
    def read(cls, printed: PrintedWords, part: slice) -> _Neighbour:
        text = read_stretch(printed, part)
        return cls(text, split_clause(text), find_governing_words(text))

    @property
    def first_clause(self) -> tuple[str, ...]:
        """The words up to the first comma."""
        return split_clause(self.text.split(",")[0])

    @property
    def core(self) -> tuple[str, ...]:
        """The words without those that only join it to the sentence before."""
        number = 0
        while number + 1 < len(self.words) and self.words[number] in _OPENING_WORDS:
            number += 1
        return self.words[number:]

    @property
    def is_about_statement(self) -> bool:
        """Whether its subject is what was said: "That was …", "But this claim is …"."""
        core = self.core
        pointer = core[0].partition("'")[0]
        if pointer not in _LISTS.words["pointing"] - _PERSONS:
            return False
        return core[0] != pointer or len(core) == 1 or _is_verb(core[1]) or _is_statement(core[1])

    @property
    def is_about_person(self) -> bool:
        return self.core[0].partition("'")[0].removesuffix("n") in _PERSONS

    @property
    def is_negated(self) -> bool:
        return is_negated(self.text)

    def has(self, code: ReasonCode) -> bool:
        return any(found.code is code for found in self.governing)

    def has_word(self, section: str) -> bool:
        return not _LISTS.words[section].isdisjoint(self.words)


def _is_verb(word: str) -> bool:
    verbs = _LISTS.words["auxiliaries"] | _LISTS.words["forms of be and have"]
    return word.partition("'")[0] in verbs or word.endswith("n't") or is_past(word)


def _is_statement(word: str) -> bool:
    return word.removesuffix("s") in _LISTS.words["statement nouns"]


def _cancels(sentence: _Neighbour) -> bool:
    """Whether it is an answer by itself: "No", "Nonsense", "I was joking"."""
    starts = (" ".join(sentence.first_clause), " ".join(sentence.words))
    return any(start in _LISTS.lines["cancelling"] for start in starts)


def _denies_in_short(sentence: _Neighbour) -> bool:
    """Whether it leaves out what the one before says: "He did not"."""
    is_short = len(sentence.words) <= _SHORT_ANSWER + 2
    return is_short and is_elliptic(sentence.words) and sentence.is_negated


def _denies_what_was_said(sentence: _Neighbour) -> bool:
    """Whether it denies "that": "Nobody believes that", "None of this is proven"."""
    if sentence.core[0] == "none" and not _CORRECTED.isdisjoint(sentence.core[2:3]):
        return True
    return sentence.is_negated and _believes_what_was_said(sentence)


def _believes_what_was_said(sentence: _Neighbour) -> bool:
    """Whether its last words are those of "say that", "believe a word of it"."""
    words = list(sentence.words)
    if words.pop() not in _LISTS.words["pointing"]:
        return False
    while words and words[-1] in _LISTS.words["before that"]:
        words.pop()
    return bool(words) and words[-1] in _LISTS.words["believing"]


def _takes_back(sentence: _Neighbour) -> bool:
    """Whether the speaker takes words back: "Sorry, I misspoke", "Let me correct that"."""
    words = sentence.words
    if sentence.is_negated:
        return False
    if words[-1] in _CORRECTED and words[-2:-1] and words[-2] in _LISTS.words["correcting"]:
        return True
    own = {"i", "i'm", "we", "we're", "just", "only"}
    return any(
        word in _LISTS.words["not meant"]
        and (not number or not own.isdisjoint(words[max(0, number - 3) : number]))
        for number, word in enumerate(words)
    )


def _reverses(sentence: _Neighbour) -> bool:
    """Whether it says that the opposite holds: "The opposite is true", "And pigs can fly"."""
    text = f" {' '.join(sentence.words)} "
    if any(f" {phrase} " in text for phrase in _LISTS.lines["reversing"]):
        return True
    is_wish = not _WISHES.isdisjoint(sentence.words) and sentence.has_word("falsity")
    is_absurd = sentence.has_word("ironic") and sentence.core[0] in ("i", "i'm", "pigs")
    points = not _LISTS.words["pointing"].isdisjoint(sentence.words)
    return is_absurd or (is_wish and points)


def _only_doubts(sentence: _Neighbour) -> bool:
    """Whether it is nothing but a doubt of the one before: "Perhaps", "I hope", "In theory"."""
    if len(sentence.words) > _SHORT_ANSWER:
        return False
    doubts = (ReasonCode.DOUBT, ReasonCode.MODALITY, ReasonCode.QUALIFICATION)
    spoken = {
        word for found in sentence.governing if found.code in doubts for word in found.lower.split()
    }
    rest = set(sentence.words) - spoken
    return bool(spoken) and rest <= _LISTS.words["bare doubts"]


def _does_not_know(sentence: _Neighbour) -> bool:
    """Whether the speaker does not know: "I don't know", "We are not sure"."""
    is_own = sentence.core[0].partition("'")[0] in ("i", "we")
    last = sentence.words[-1]
    return is_own and sentence.is_negated and last in ("know", "sure", "certain", "convinced")


def _doubts_what_was_said(sentence: _Neighbour) -> bool:
    """Whether it doubts "that": "Who believes that?", "That's what I thought", "He made it up"."""
    points = _believes_what_was_said(sentence)
    doubts = [found for found in sentence.governing if found.code is ReasonCode.DOUBT]
    if any(not _CORRECTED.isdisjoint(found.lower.split()[:-1]) for found in doubts):
        return True
    is_thought = sentence.is_about_statement and "what" in sentence.words[:3]
    return bool(doubts) and (points or is_thought)


def _says_false(sentence: _Neighbour) -> bool:
    """Whether it says that something was false: "That was a lie", "They were wrong"."""
    core = sentence.core
    false = [at for at, word in enumerate(core) if word in _LISTS.words["false words"]]
    is_person = sentence.is_about_person and len(core) <= _SHORT_ANSWER + 1
    if not false or not (sentence.is_about_statement or is_person):
        return False
    # "It's wrong" blames more often than it denies.
    if core[0].partition("'")[0] == "it" and core[false[0]] == "wrong":
        return False
    before, after = " ".join(core[1 : false[0]]), core[false[0] + 1 :]
    before = before.replace("to be", "")
    is_predicate = _LISTS.words["naming prepositions"].isdisjoint(before.split())
    # "It was wrong to wait" speaks of the waiting.
    return is_predicate and after[:1] not in (("to",), ("that",), ("side",))


def _says_not_so(sentence: _Neighbour) -> bool:
    """Whether it says that something is not so, or was not done: "It never happened"."""
    if not sentence.is_negated or not (sentence.is_about_statement or sentence.is_about_person):
        return False
    is_falsity = any(
        word in _LISTS.words["falsity"] and (word != "case" or before == "the")
        for before, word in pairwise(sentence.words)
    )
    return is_falsity or is_elliptic(sentence.first_clause)


def _is_condition_alone(sentence: _Neighbour) -> bool:
    """Whether it is only a condition or a limit of the one before: "Unless it rains"."""
    return _begins_clauses(sentence, ReasonCode.CONDITION)


def _is_limit_alone(sentence: _Neighbour) -> bool:
    return _begins_clauses(sentence, ReasonCode.QUALIFICATION)


def _begins_clauses(sentence: _Neighbour, code: ReasonCode) -> bool:
    """Whether each clause begins with a condition or a limit, the first one with a certain one."""
    clauses = [clause.strip(" \"'“‘") for clause in sentence.text.split(",")]
    if "that is" in clauses:
        # "If, that is, the crew agrees": nothing but the condition.
        return _code_in_front(clauses[0]) is code
    first, _, rest = clauses[0].partition(" ")
    if first.lower() in ("or", "but", "and") and rest:
        clauses[0] = rest.lstrip()
    codes = [_code_in_front(clause) for clause in clauses]
    return codes[0] is code and all(code in _CONDITIONAL for code in codes)


def _code_in_front(clause: str) -> ReasonCode | None:
    found = find_governing_words(clause)
    return found[0].code if found and found[0].start == 0 else None


def _begins_with_but(sentence: _Neighbour) -> bool:
    """Whether it says of itself that it limits the one before: "But only on Sundays"."""
    return sentence.words[0] in _LISTS.words["limiting sentence starts"]


def _begins_with_or(sentence: _Neighbour) -> bool:
    return "," not in sentence.text and sentence.words[0] == "or"


def _is_share_alone(sentence: _Neighbour) -> bool:
    """Whether it only says of how much the one before holds: "Well, half of it"."""
    is_short = len(sentence.core) <= _SHORT_ANSWER
    first, last = sentence.core[0], sentence.core[-1]
    return (
        is_short
        and first in _LISTS.words["quantities"]
        and last in _LISTS.words["pointing"] | {"them"}
    )


def _says_who_says_so(sentence: _Neighbour) -> bool:
    """Whether it gives what was said to others, the verb in front: "So says the bank"."""
    verbs = load_reporting_verbs().single
    return sentence.words[0] == "so" and sentence.words[1:2] != () and sentence.words[1] in verbs


def _was_planned(sentence: _Neighbour) -> bool:
    """Whether it says that something was only hoped or meant: "That was the plan"."""
    is_over = "was" in sentence.core[:2]
    last = sentence.first_clause[-1:]
    is_unreal = not _LISTS.words["unreal nouns" if is_over else "unproven nouns"].isdisjoint(last)
    return sentence.is_about_statement and is_unreal


def _is_given_away(sentence: _Neighbour) -> bool:
    """Whether it gives what was said to others: "That is what they say", "They all say so"."""
    if sentence.is_about_statement and sentence.has(ReasonCode.ATTRIBUTION):
        return True
    others = {"his", "her", "their", "your", "the"}.intersection(sentence.words)
    is_named = any(word.endswith("'s") for word in sentence.core[1:])
    ends = sentence.words[-1:] + sentence.first_clause[-1:]
    ends += tuple(word for word, after in pairwise(sentence.words) if after == "of")
    if sentence.is_about_statement and any(map(_is_statement, ends)) and (others or is_named):
        return True
    is_object = sentence.words[-1] in ("so", "that", "this")
    return is_object and sentence.has(ReasonCode.ATTRIBUTION)


_NEXT_RULES: tuple[tuple[Callable[[_Neighbour], bool], ReasonCode], ...] = (
    (_cancels, ReasonCode.NEGATION),
    (_denies_in_short, ReasonCode.NEGATION),
    (_denies_what_was_said, ReasonCode.NEGATION),
    (_takes_back, ReasonCode.NEGATION),
    (_reverses, ReasonCode.NEGATION),
    (_is_condition_alone, ReasonCode.CONDITION),
    (_is_limit_alone, ReasonCode.QUALIFICATION),
    (_begins_with_or, ReasonCode.DOUBT),
    (_is_given_away, ReasonCode.ATTRIBUTION),
    (_says_who_says_so, ReasonCode.ATTRIBUTION),
    (_is_share_alone, ReasonCode.QUALIFICATION),
    (_says_false, ReasonCode.NEGATION),
    (_says_not_so, ReasonCode.NEGATION),
    (_begins_with_but, ReasonCode.QUALIFICATION),
    (_was_planned, ReasonCode.DOUBT),
    (_only_doubts, ReasonCode.DOUBT),
    (_does_not_know, ReasonCode.DOUBT),
    (_doubts_what_was_said, ReasonCode.DOUBT),
)
"""What takes back the sentence before, and the code of it; the first that holds counts."""


_LONG_RULES = (_begins_with_but,)
"""Those of them that hold for long sentences, too."""


def judge_next(printed: PrintedWords, part: slice, kept: slice) -> list[CutReason]:
    """Judge a sentence that was left out after another one: does it take that back?

    Args:
        printed: the words of the passage.
        part: those of the sentence that was left out.
        kept: those of the sentence before it.
    """
    sentence = _Neighbour.read(printed, part)
    if not sentence.words:
        return []
    is_long = len(sentence.words) > _SHORT_SENTENCE
    # "He is no thief. Of course not." says it again.
    is_again = sentence.is_negated and is_negated(read_stretch(printed, kept))
    for holds, code in _NEXT_RULES:
        if is_long and holds not in _LONG_RULES:
            continue
        if is_again and len(sentence.words) > 1 and holds in (_cancels, _denies_in_short):
            continue
        if holds(sentence):
            return [CutReason(code, part)]
    return []


def judge_previous(printed: PrintedWords, part: slice, kept: slice) -> list[CutReason]:
    """Judge a sentence that was left out before the quotation: does it give that to another?"""
    sentence = _Neighbour.read(printed, part)
    if not sentence.words:
        return []
    is_question = "?" in read_marks_after(printed, part.stop)
    answer = split_clause(read_stretch(printed, kept))
    if is_question and len(answer) <= _SHORT_ANSWER:
        return [CutReason(ReasonCode.QUESTION, part)]
    if len(sentence.words) > _SHORT_SENTENCE:
        return []
    code = _find_frame(sentence)
    return [CutReason(code, part)] if code else []


def _find_frame(sentence: _Neighbour) -> ReasonCode | None:
    """Return the code of a sentence that says whose or what the next one is."""
    if sentence.words[0] in _LISTS.words["supposing"]:
        return ReasonCode.CONDITION
    is_report = len(sentence.words) <= _SHORT_REPORT and sentence.words[-1] in _INTRODUCING
    if is_report and sentence.has_word("false words"):
        return ReasonCode.DOUBT
    speech = [found for found in sentence.governing if found.code is ReasonCode.ATTRIBUTION]
    rest = split_clause(sentence.text[speech[-1].end :]) if speech else ()
    ends = set(rest) <= _INTRODUCING | _LISTS.words["addressees"]
    is_named = not _INTRODUCING.isdisjoint(sentence.words)
    return ReasonCode.ATTRIBUTION if speech and ends and is_named else None
