"""Whether a whole sentence that was left out takes back or gives away the one beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from reader.quote_check.commenting_sentences import COMMENT_RULES, asks_back, is_bare_exclamation
from reader.quote_check.harmless_cuts import is_time
from reader.quote_check.left_out_sentence import (
    LeftOutSentence,
    is_statement_noun,
)
from reader.quote_versions.check_reasons import CutReason, ReasonCode
from reader.quote_versions.clause_signs import has_verb, is_elliptic, is_negated
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import read_marks_after, read_stretch, split_clause
from reader.text.reporting_verbs import load_reporting_verbs

_LISTS = GOVERNING_LISTS
_SHORT_SENTENCE = 14
"""Words of a sentence that can take back another one as a whole."""
_SHORT_ANSWER = 4
"""Words of an answer that takes back the sentence before."""
_DENYING = frozenset(("deny", "denies", "dispute", "disputes", "doubt", "doubts"))
_CLAUSE_WORDS = frozenset(("how", "where", "when", "why", "who"))
_WISHES = frozenset(("wish", "wished", "hope", "hoped"))
_AMOUNT = re.compile(r"\b(?:load|loads|pack|bunch|lot|pile|heap|bit) of\b")
_CORRECTED = frozenset(("that", "this", "it", "myself", "what"))
_CONDITIONAL = (ReasonCode.CONDITION, ReasonCode.QUALIFICATION)

_OBJECT_WORDS = 3
"""Words from a verb of saying to the end of its object: "They tell us all that"."""


def _cancels(sentence: LeftOutSentence) -> bool:
    """Whether it is an answer by itself: "No", "Nonsense", "I was joking"."""
    starts = (" ".join(sentence.first_clause), " ".join(sentence.words))
    return any(start in _LISTS.lines["cancelling"] for start in starts)


def _denies_in_short(sentence: LeftOutSentence) -> bool:
    """Whether it leaves out what the one before says: "He did not"."""
    is_short = len(sentence.words) <= _SHORT_ANSWER + 2
    return is_short and is_elliptic(sentence.words) and sentence.is_negated


def _denies_what_was_said(sentence: LeftOutSentence) -> bool:
    """Whether it denies "that": "Nobody believes that", "None of this is proven"."""
    if sentence.core[0] == "none" and not _CORRECTED.isdisjoint(sentence.core[2:3]):
        return True
    return sentence.is_negated and _believes_what_was_said(sentence)


def _believes_what_was_said(sentence: LeftOutSentence) -> bool:
    """Whether its last words are those of "say that", "believe a word of it"."""
    words = list(sentence.words)
    # "Nobody believes that any more."
    while len(words) > 1 and words[-1] in _LISTS.words["no longer"]:
        words.pop()
    if words.pop() not in _LISTS.words["pointing"]:
        return False
    while words and words[-1] in _LISTS.words["before that"]:
        words.pop()
    return bool(words) and words[-1] in _LISTS.words["believing"]


def _takes_back(sentence: LeftOutSentence) -> bool:
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


def _reverses(sentence: LeftOutSentence) -> bool:
    """Whether it says that the opposite holds: "The opposite is true", "And pigs can fly"."""
    text = f" {' '.join(sentence.words)} "
    if any(f" {phrase} " in text for phrase in _LISTS.lines["reversing"]):
        return True
    is_wish = not _WISHES.isdisjoint(sentence.words) and sentence.has_word("falsity")
    is_absurd = sentence.has_word("ironic") and sentence.core[0] in ("i", "i'm", "pigs")
    points = not _LISTS.words["pointing"].isdisjoint(sentence.words)
    return is_absurd or (is_wish and points)


def _only_doubts(sentence: LeftOutSentence) -> bool:
    """Whether it is nothing but a doubt of the one before: "Perhaps", "I hope", "In theory"."""
    if len(sentence.words) > _SHORT_ANSWER:
        return False
    doubts = (ReasonCode.DOUBT, ReasonCode.MODALITY, ReasonCode.QUALIFICATION)
    spoken = {
        word for found in sentence.governing if found.code in doubts for word in found.lower.split()
    }
    rest = set(sentence.words) - spoken
    return bool(spoken) and rest <= _LISTS.words["bare doubts"]


def _does_not_know(sentence: LeftOutSentence) -> bool:
    """Whether the speaker does not know: "I don't know", "We are not sure"."""
    is_own = sentence.core[0].partition("'")[0] in ("i", "we")
    last = sentence.words[-1]
    return is_own and sentence.is_negated and last in ("know", "sure", "certain", "convinced")


def _doubts_what_was_said(sentence: LeftOutSentence) -> bool:
    """Whether it doubts "that": "Who believes that?", "That's what I thought", "He made it up"."""
    points = _believes_what_was_said(sentence)
    doubts = [found for found in sentence.governing if found.code is ReasonCode.DOUBT]
    if any(not _CORRECTED.isdisjoint(found.lower.split()[:-1]) for found in doubts):
        return True
    is_thought = sentence.is_about_statement and "what" in sentence.words[:3]
    return bool(doubts) and (points or is_thought)


def _says_false(sentence: LeftOutSentence) -> bool:
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
    before = _AMOUNT.sub("", before.replace("to be", ""))
    is_predicate = _LISTS.words["naming prepositions"].isdisjoint(before.split())
    # "It was wrong to wait" speaks of the waiting.
    return is_predicate and after[:1] not in (("to",), ("that",), ("side",))


def _says_not_so(sentence: LeftOutSentence) -> bool:
    """Whether it says that something is not so, or was not done: "It never happened"."""
    if not sentence.is_negated or not (sentence.is_about_statement or sentence.is_about_person):
        return False
    is_falsity = any(
        word in _LISTS.words["falsity"] and (word != "case" or before == "the")
        for before, word in pairwise(sentence.words)
    )
    return is_falsity or is_elliptic(sentence.first_clause)


def _is_condition_alone(sentence: LeftOutSentence) -> bool:
    """Whether it is only a condition or a limit of the one before: "Unless it rains"."""
    return _begins_clauses(sentence, ReasonCode.CONDITION)


def _is_limit_alone(sentence: LeftOutSentence) -> bool:
    return _begins_clauses(sentence, ReasonCode.QUALIFICATION)


def _begins_clauses(sentence: LeftOutSentence, code: ReasonCode) -> bool:
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


def _begins_with_but(sentence: LeftOutSentence) -> bool:
    """Whether it says of itself that it limits the one before: "But only on Sundays"."""
    return sentence.words[0] in _LISTS.words["limiting sentence starts"]


def _goes_on_alone(sentence: LeftOutSentence) -> bool:
    """Whether it is a phrase that belongs to the one before: "By accident", "For a week"."""
    words = sentence.words
    is_phrase = words[0] in _LISTS.words["phrase starts"] and not has_verb(words)
    is_clause = not _LISTS.words["subjects"].isdisjoint(words)
    return is_phrase and not is_clause and len(words) <= _SHORT_ANSWER + 2 and not is_time(words)


def _begins_with_or(sentence: LeftOutSentence) -> bool:
    is_so = sentence.words[:2] == ("or", "so")
    return is_so or ("," not in sentence.text and sentence.words[0] == "or")


def _is_share_alone(sentence: LeftOutSentence) -> bool:
    """Whether it only says of how much the one before holds: "Well, half of it"."""
    is_short = len(sentence.core) <= _SHORT_ANSWER
    first, last = sentence.core[0], sentence.core[-1]
    return (
        is_short
        and first in _LISTS.words["quantities"]
        and last in _LISTS.words["pointing"] | {"them"}
    )


def _says_who_says_so(sentence: LeftOutSentence) -> bool:
    """Whether it gives what was said to others, the verb in front: "So says the bank"."""
    verbs = load_reporting_verbs().single
    return sentence.words[0] == "so" and sentence.words[1:2] != () and sentence.words[1] in verbs


def _was_planned(sentence: LeftOutSentence) -> bool:
    """Whether it says that something was only hoped or meant: "That was the plan"."""
    is_over = "was" in sentence.core[:2]
    last = sentence.first_clause[-1:]
    is_unreal = not _LISTS.words["unreal nouns" if is_over else "unproven nouns"].isdisjoint(last)
    # "That is how they spread fear" explains, and is no comment.
    tells_how = not _CLAUSE_WORDS.isdisjoint(sentence.first_clause)
    return sentence.is_about_statement and is_unreal and not tells_how


def _is_given_away(sentence: LeftOutSentence) -> bool:
    """Whether it gives what was said to others: "That is what they say", "They all say so"."""
    if _denies_a_denial(sentence):
        return False
    if sentence.is_about_statement and sentence.has(ReasonCode.ATTRIBUTION):
        return True
    others = {"his", "her", "their", "your", "the"}.intersection(sentence.words)
    is_named = any(word.endswith("'s") for word in sentence.core[1:])
    ends = sentence.words[-1:] + sentence.first_clause[-1:]
    ends += tuple(word for word, after in pairwise(sentence.words) if after == "of")
    if sentence.is_about_statement and any(map(is_statement_noun, ends)) and (others or is_named):
        return True
    is_object = sentence.words[-1] in ("so", "that", "this")
    return is_object and any(
        len(split_clause(sentence.text[said.end :])) <= _OBJECT_WORDS
        for said in sentence.governing
        if said.code is ReasonCode.ATTRIBUTION
    )


def _denies_a_denial(sentence: LeftOutSentence) -> bool:
    """Whether it only affirms: "No one is going to deny that"."""
    negations = sum(found.code is ReasonCode.NEGATION for found in sentence.governing)
    denies = not _DENYING.isdisjoint(sentence.words)
    return denies and negations > 0 and sentence.core[:1] != ("i",)


_NEXT_RULES: tuple[tuple[Callable[[LeftOutSentence], bool], ReasonCode], ...] = (
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
    (_goes_on_alone, ReasonCode.QUALIFICATION),
    (_was_planned, ReasonCode.DOUBT),
    (_only_doubts, ReasonCode.DOUBT),
    (_does_not_know, ReasonCode.DOUBT),
    (_doubts_what_was_said, ReasonCode.DOUBT),
    *COMMENT_RULES,
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
    code = _find_code(printed, part, kept)
    heard = _cut_to_mark(printed, part)
    if code is None and heard != part:
        # Words before an attribution are heard by themselves: “We are not sure,” he said, “and …”.
        code = _find_code(printed, heard, kept)
    return [CutReason(code, part)] if code else []


def _cut_to_mark(printed: PrintedWords, part: slice) -> slice:
    """Return the words of a sentence up to the mark that closes the quotation they begin in."""
    words = printed.words
    stop = part.start + 1
    while stop < part.stop and words[stop].part == words[part.start].part:
        stop += 1
    return slice(part.start, stop)


def _find_code(printed: PrintedWords, part: slice, kept: slice) -> ReasonCode | None:
    """Return the code of what takes the sentence before back, None where nothing does."""
    sentence = LeftOutSentence.read(printed, part)
    if not sentence.words:
        return None
    if "?" in read_marks_after(printed, part.stop) and asks_back(sentence):
        return ReasonCode.QUESTION
    is_long = len(sentence.words) > _SHORT_SENTENCE
    # "He is no thief. Of course not." says it again.
    said = set(split_clause(read_stretch(printed, kept)))
    is_again = sentence.is_negated and is_negated(read_stretch(printed, kept))
    for holds, code in _NEXT_RULES:
        if is_long and holds not in _LONG_RULES:
            continue
        if is_again and len(sentence.words) > 1 and holds in (_cancels, _denies_in_short):
            continue
        if holds is is_bare_exclamation and set(sentence.words) <= said:
            # "Several ships are lost. Several."
            continue
        if holds(sentence):
            return code
    return None
