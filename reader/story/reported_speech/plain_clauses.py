"""Clauses of what is said after verbs that mostly have "that", where it is left out."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import load_word_class

_VERBS = frozenset(
    (
        *("acknowledge", "admit", "allege", "announce", "argue", "assert", "charge", "claim"),
        *("concede", "confirm", "contend", "declare", "estimate", "explain", "hint", "hope"),
        *(
            "insist",
            "joke",
            "maintain",
            "make clear",
            "note",
            "observe",
            "pledge",
            "post",
            "predict",
            "promise",
        ),
        *("recall", "reiterate", "remark", "report", "reveal", "stress", "suggest", "testify"),
        *("tweet", "vow", "warn", "write"),
    )
)
"""Verbs that have a clause of what is said, in the base form."""
_DAY = (
    r"(?:(?:on |late |early )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
    r"(?: (?:morning|afternoon|evening|night))?)"
)
_PRONOUN = re.compile(
    rf"\s*(?:{_DAY} )?(?:he|she|they|we|there"
    r"|it(?! (?:on|in|at|to|as|for|with|by|during|from)\b|\W*$))\b"
)
_SUBJECT = re.compile(
    rf"\s*(?:{_DAY} )?((?:(?!(?:that|who|which|whom|whose|where|when|to|for|by|as|after|before|than"
    r"|because|if|he|she|it|they|we|there|how|what|why)\b)[\w’'$%.-]+,? ){1,10}?)"
    r"(?:is|are|was|were|has|had|have|will|would|could|can|may|might|should|must)\b"
)
"""The subject of a clause, as the first group, before its auxiliary."""
_NAMED = re.compile(rf"\s*(?:{_DAY} )?(?:[A-Z][\w’'.-]* ){{1,3}}([a-z]{{3,}})\b(?! (?:by|of)\b)")
_NO_SUBJECT = re.compile(r"(?:on|in|at|to|for|of|with|against|from|by|about|as|over|and|but|or)\b")
_NEW_CLAUSE = re.compile(r", (?:and|but|or|so) ")
_OBJECT = re.compile(r"(?:the|an?|his|her|its|their)((?: [a-z]\w+)+) [A-Z]")
"""A noun with a clause of its own: "announced the plan Lee had drafted"; first, its words."""
_CLOSING = re.compile(rf"(?: {_DAY})?(?: (?:in|during|on|at|to|from) [^,;“”\"]*)?[.!?]?[”\"’]?\s*$")
"""What follows verb and speaker at the end of a sentence: when, where and to whom."""


def _has_named_subject(following: str) -> bool:
    """Return whether a name and a verb in the past follow: "claimed Lee asked her to go"."""
    match = _NAMED.match(following)
    if match is None:
        return False
    verb = match.group(1)
    return verb.endswith("ed") or verb in load_word_class("past_verbs")


def has_clause_without_that(following: str, lemma: str) -> bool:
    """Return whether a clause of what is said follows a verb without "that".

    ("suggested Mr. Lee might go", "announced Tuesday he will go", "insisted the sand is wet")

    Args:
        following: the words after verb and speaker.
        lemma: the verb in its base form.
    """
    if lemma not in _VERBS:
        return False
    if _PRONOUN.match(following) or _has_named_subject(following):
        return True
    match = _SUBJECT.match(following)
    if match is None:
        return False
    subject = match.group(1)
    others = (_NO_SUBJECT.match(subject), _NEW_CLAUSE.search(subject), _has_clause(subject))
    return not any(others)


def _has_clause(subject: str) -> bool:
    """Return whether a noun is followed by a name that begins a clause, and by no preposition."""
    match = _OBJECT.match(subject)
    words = match.group(1).split() if match else []
    words = words[:-1] if words[-1:] == ["the"] else words
    return bool(words) and words[-1] not in load_word_class("phrase_ends")


def may_lack_that(lemma: str) -> bool:
    """Return whether a verb in its base form may have a clause of what is said without "that"."""
    return lemma in _VERBS


def closes_sentence(following: str, lemma: str) -> bool:
    """Return whether verb and speaker end a sentence that is said, but for when and where.

    Args:
        following: the words after verb and speaker.
        lemma: the verb in its base form.
    """
    return lemma in _VERBS and _CLOSING.match(following) is not None
