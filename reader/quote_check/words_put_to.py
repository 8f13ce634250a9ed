"""Quoted words that were put to somebody: "Asked “Did you lie?”, she said no".

The verb behind such words is not theirs: it has words of its own. Whether it has, or whether the
words are part of what was asked, tells them from "Asked about it, “I did not lie,” she said".
"""

from __future__ import annotations

import re

from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.text.reporting_verbs import load_reporting_verbs

_WORD = re.compile(r"[\w'’-]+")
_MARKS = ",:;—–-"
_BY = re.compile(r"\s+by(?:\s+(?:an?|the|his|her|their|its|our|my)\b)?(?:\s+[\w'’.-]+){1,5}$")
"""Who asked, at the end of a clause."""
_ANSWERED = re.compile(
    r"\W*(?:[\w'’.-]+\s+){0,6}?(?P<verb>[\w'’]+)\s+(?P<rest>(?!on\b|in\b|at\b|to\b|during\b)\w+)"
)
_ACTIVE = re.compile(
    r"\W*(?:i|we|you|he|she|they) \w+ (?:that|of|about|if|whether)\b", re.IGNORECASE
)
"""A pronoun whose verb a participle would be: "He warned that"."""
_MOST_LEADING_WORDS = 3
"""Words before the participle: "When she was asked"."""


def is_put_to_speaker(before: str, after: str, *, asks: bool) -> bool:
    """Return whether quoted words were put to the one who is named behind them.

    Args:
        before: the reporter's words of the sentence before the quotation.
        after: those behind it.
        asks: whether the quotation ends with a question mark.
    """
    lead = _read_lead(before)
    if lead is None:
        return False
    rest = lead.rstrip()
    is_apart = rest[-1:] in tuple(_MARKS) or not rest
    words = rest.rstrip(f"{_MARKS} ")
    is_bare = not _BY.sub("", f" {words}").strip()
    if not is_apart:
        return not is_bare or bool(words) or asks or _has_own_words(after)
    return is_bare and (asks or _has_own_words(after))


def says_who_was_spoken_to(sentence: str) -> bool:
    """Return whether a reporter's sentence begins with whom somebody spoke to: "Asked by Reed"."""
    return _find_participle(sentence) is not None


def _read_lead(before: str) -> str | None:
    """Return what is behind the participle by which somebody is spoken to; None if there is none.

    A clause that follows it has a verb of its own: "Asked about it, she said".
    """
    end = _find_participle(before)
    if end is None or _has_clause(before[end:]):
        return None
    return before[end:]


def _find_participle(sentence: str) -> int | None:
    """Return the end of the participle that a sentence begins with: "When she was asked"."""
    addressed = GOVERNING_LISTS.words["spoken to"]
    if _ACTIVE.match(sentence):
        return None
    for match in list(_WORD.finditer(sentence))[: _MOST_LEADING_WORDS + 1]:
        word = match.group().lower()
        if word in addressed:
            return match.end()
        if word not in GOVERNING_LISTS.words["before spoken to"]:
            return None
    return None


def _has_clause(behind: str) -> bool:
    """Whether a main clause that reports speech follows: ", she said"."""
    verbs = load_reporting_verbs().single
    words = [word.lower() for word in _WORD.findall(behind.partition(",")[2])]
    return any(word in verbs for word in words)


def _has_own_words(after: str) -> bool:
    """Whether the verb behind a quotation has words of its own: "she said no", "said that …"."""
    match = _ANSWERED.match(after)
    verbs = load_reporting_verbs().single
    while match is not None:
        verb, rest = match.group("verb").lower(), match.group("rest").lower()
        if verb in verbs:
            return rest in GOVERNING_LISTS.words["reported answers"] or not rest[0].isalpha()
        match = _ANSWERED.match(after, match.end("verb"))
    return bool(after.strip(" .,")) and not any(
        word.lower() in verbs for word in _WORD.findall(after)
    )
