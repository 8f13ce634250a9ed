"""Words of a reporter by which it is not sure, or not so, that somebody says what is quoted."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.words import split_words

_LISTS = GOVERNING_LISTS
_NEAR = 3
"""Words between an adverb of doubt and the verb of saying that it is of."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:widely )?"
    r"(?:said|reported|alleged|believed|rumou?red|thought|supposed|claimed) to have\b"
)
_ACCUSED = re.compile(r"\b(?:accused|suspected) of (?:\w+ )?(\w+ing)\b")
_UNREAL = re.compile(r"\b(?:might|may|could|would) (?:never |well )?have (\w+)\b")
_NAMED = 5
"""Words of the name of who says something, before or behind the verb."""


@lru_cache(maxsize=1 << 10)
def find_hearsay(words: str) -> bool:
    """Return whether it is only reported that somebody said something: "is said to have told".

    Args:
        words: a reporter's words in the sentence of a quotation, in lower case.
    """
    if _PASSIVE.search(words):
        return True
    verbs = load_reporting_verbs().single
    accused, unreal = _ACCUSED.search(words), _UNREAL.search(words)
    if (accused and _is_saying(accused[1])) or (unreal and unreal[1] in verbs):
        return True
    printed = split_words(words)
    doubts = _LISTS.words["hearsay adverbs"]
    return any(
        word in doubts
        and any(near in verbs for near in printed[max(0, at - _NEAR) : at + _NEAR + 1])
        for at, word in enumerate(printed)
    )


def _is_saying(participle: str) -> bool:
    stem = participle.removesuffix("ing")
    verbs = load_reporting_verbs().single
    return stem in verbs or f"{stem}e" in verbs or participle == "having"


@lru_cache(maxsize=1 << 10)
def is_lied(after: str) -> bool:
    """Return whether the verb right behind a quotation says that its speaker does not mean it.

    Args:
        after: the reporter's words behind the quotation: "Ida Vance lied".
    """
    clause = split_words(after.split(",")[0])[:_NAMED]
    verb = next((word for word in clause if word[0].islower() and not _is_person(word)), "")
    return verb in _LISTS.words["lying verbs"]


def _is_person(word: str) -> bool:
    return word in _LISTS.words["subjects"] or word in _LISTS.words["determiners"]


@lru_cache(maxsize=1 << 10)
def is_disowned(after: str) -> bool:
    """Return whether a clause behind the attribution denies it: "…, but she did not believe it"."""
    for clause in after.split(",")[1:]:
        words = split_words(clause.lower())
        is_denied = any(one.code is ReasonCode.NEGATION for one in find_governing_words(clause))
        if words[:1] == ["but"] and is_denied and not _BELIEFS.isdisjoint(words):
            return True
    return False


_BELIEFS = frozenset(("believe", "mean", "think", "true", "serious", "so", "meant"))
"""Words of which one tells what is denied: that the speaker means what he says."""
