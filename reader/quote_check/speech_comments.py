"""Sentences by which a speaker says where the words before are from, or how sure they are.

"That's from the letter", "Don't quote me", "I read it somewhere", "I was drunk".
"""

from __future__ import annotations

from collections.abc import Callable

from reader.quote_check.left_out_sentence import LeftOutSentence
from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.text.reporting_verbs import load_reporting_verbs

_LISTS = GOVERNING_LISTS
_SHORT = 8
_VERY_SHORT = 4
_OWN = frozenset(("i", "we"))
_POINTING = frozenset(("that", "this", "it", "so", "those", "these"))
_ADDRESSED = frozenset(("me", "us", "that", "this", "it"))
_ON_TIME = frozenset(("exactly", "really", "precisely", "yet", "anymore", "now", "sure", "for"))


def _names_a_text(sentence: LeftOutSentence) -> bool:
    """Whether it says that the words are from a text: "That was the script", "… the letter"."""
    words = sentence.words
    if len(words) > _SHORT or words[0].partition("'")[0] not in _POINTING:
        return False
    # "It was a great song" may speak of anything.
    sections = ("hearsay nouns",) if words[0].startswith("it") else ("hearsay nouns", "texts")
    return any(map(sentence.has_word, sections)) and _OWN.isdisjoint(words)


def _asks_not_to_rely(sentence: LeftOutSentence) -> bool:
    """Whether it tells the listeners not to rely on the words: "Don't quote me on that"."""
    words = sentence.words
    if len(words) > _SHORT or _ADDRESSED.isdisjoint(words):
        return False
    said = words[1:] if words[0] in ("don't", "dont", "but", "please") else words
    said = said[2:] if said[:2] == ("do", "not") else said[said[:1] == ("don't",) :]
    return said[:1] != () and said != words and said[0] in _LISTS.words["relying"]


def _asks_to_be_corrected(sentence: LeftOutSentence) -> bool:
    """Whether it asks to be told if it is not so: "Correct me if I'm wrong"."""
    return sentence.words[:2] in (("correct", "me"), ("stop", "me"), ("tell", "me"))


def _does_not_remember(sentence: LeftOutSentence) -> bool:
    words = list(sentence.words)
    while len(words) > 1 and words[-1] in _ON_TIME:
        words.pop()
    is_own = sentence.core[0].partition("'")[0] in _OWN
    return is_own and sentence.is_negated and words[-1] in ("know", "remember", "recall")


def _has_it_from_others(sentence: LeftOutSentence) -> bool:
    """Whether the speaker has only read or heard it: "I read it somewhere"."""
    words = sentence.core
    is_own = words[0] in _OWN and len(words) <= _SHORT
    return (
        is_own
        and words[1:2] in (("read",), ("heard",), ("dreamt",), ("dreamed",))
        and (words[2:3] != () and words[2] in _POINTING)
    )


def _was_not_sober(sentence: LeftOutSentence) -> bool:
    """Whether the speaker tells in what state the words came: "I was drunk"."""
    words = sentence.core
    is_short = words[0] in _OWN and len(words) <= _VERY_SHORT
    return is_short and words[1:2] in (("was",), ("were",)) and sentence.has_word("unsound states")


def _turns_the_story(sentence: LeftOutSentence) -> bool:
    """Whether it ends what was told: "Then I woke up", "Then we checked"."""
    words = sentence.words
    is_turn = words[0] == "then" and words[1:2] != () and words[1] in _OWN
    return is_turn and len(words) <= _VERY_SHORT and sentence.has_word("turning verbs")


def _says_who_said_it(sentence: LeftOutSentence) -> bool:
    """Whether it gives the words to another: "He said that, not me"."""
    clause = sentence.first_clause
    if not clause or len(clause) > _VERY_SHORT or clause[-1] not in _POINTING:
        return False
    verbs = load_reporting_verbs().single
    said = [verbs[word] for word in clause[1:-1] if word in verbs]
    return clause[0] not in _OWN and any(not verb.is_weak for verb in said)


def _says_it_not_in_earnest(sentence: LeftOutSentence) -> bool:
    """Whether the speaker says how the words are meant: "I say that with a smile"."""
    words = sentence.core
    is_said = words[0] in _OWN and words[1:2] in (("say",), ("said",), ("meant",), ("mean",))
    return is_said and words[2:3] != () and words[2] in _POINTING and sentence.has_word("smiles")


SPEECH_RULES: tuple[tuple[Callable[[LeftOutSentence], bool], ReasonCode], ...] = (
    (_names_a_text, ReasonCode.ATTRIBUTION),
    (_asks_not_to_rely, ReasonCode.DOUBT),
    (_asks_to_be_corrected, ReasonCode.DOUBT),
    (_does_not_remember, ReasonCode.DOUBT),
    (_has_it_from_others, ReasonCode.ATTRIBUTION),
    (_was_not_sober, ReasonCode.DOUBT),
    (_turns_the_story, ReasonCode.DOUBT),
    (_says_who_said_it, ReasonCode.ATTRIBUTION),
    (_says_it_not_in_earnest, ReasonCode.DOUBT),
)
"""What such a sentence says of the one before, and the code of it."""
