"""The signs by which a clause or a phrase limits, conditions or denies what is said beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.sentence_bounds import split_clause
from reader.text.word_forms import normal_form

_LISTS = GOVERNING_LISTS
CLAUSE_MARKS = ",;:—–-.!?…("
"""Marks that set a clause or a phrase off."""
_LONGEST_NOUN = 3
"""Letters of nouns and adjectives such as "bed" and "red"."""
_PHRASE_WORDS = 6
"""Words of a phrase among which its noun is."""


def is_time_clause(words: Sequence[str], text: str) -> bool:
    """Whether words are a clause of time: "after the board agrees", not "before the winter"."""
    if not words or words[0] not in _LISTS.words["time clause"]:
        return False
    is_time = words[-1] in _LISTS.words["times"] or any(letter.isdigit() for letter in text)
    return not is_time


def is_open_time(words: Sequence[str]) -> bool:
    """Whether words are a clause of a time that may never come: "when the money comes"."""
    if not words or words[0] not in _LISTS.words["limiting clause"]:
        return False
    is_perfect = not {"has", "have"}.isdisjoint(words)
    return is_perfect or not any(is_past(word) for word in words[1:])


def has_verb(words: Sequence[str]) -> bool:
    """Return whether words have a verb that shows by itself that it is one."""
    verbs = _LISTS.words["auxiliaries"] | _LISTS.words["forms of be and have"]
    return any(word in verbs or "'" in word or is_past(word) for word in words)


def is_past(word: str) -> bool:
    """Return whether a word in lower case has the form of a past tense or a past participle."""
    is_regular = word.endswith("ed") and not word.endswith("eed") and len(word) > _LONGEST_NOUN
    is_irregular = normal_form(word) != word and not word.endswith(("s", "ing", "our"))
    return is_regular or is_irregular or word in _LISTS.words["past"]


def is_inverted(words: Sequence[str]) -> bool:
    """Whether words are a condition with its verb in front: "should the talks fail"."""
    return len(words) > 2 and words[0] in _LISTS.words["inverted conditions"]


def limits(words: Sequence[str]) -> bool:
    """Whether words are a phrase in which alone a clause is said to hold: "in the worst case"."""
    if not words:
        return False
    starts = _LISTS.words["limiting starts"]
    is_phrase = words[0] in ("in", "on", "at", "by", "from", "for", "to", "as")
    return words[0] in starts or (
        is_phrase and not _LISTS.words["limiting nouns"].isdisjoint(words[:_PHRASE_WORDS])
    )


def estimates(words: Sequence[str], rest: str) -> bool:
    """Whether the last word says that the number behind it is not exact: "about half"."""
    quantities = _LISTS.words["quantities"]
    first = split_clause(rest)[:1]
    is_number = rest[:1].isdigit() or (bool(first) and first[0] in quantities)
    return is_number and bool(words) and words[-1] in _LISTS.words["estimates"]


def counts(words: Sequence[str]) -> bool:
    """Whether words say of how many the rest is said: "half of", "two of"."""
    if words[-1:] and words[-1] in _LISTS.words["bare quantities"]:
        return True
    is_part = len(words) > 1 and words[-1] == "of"
    return is_part and not _LISTS.words["quantities"].isdisjoint(words[-3:-1])


def restricts(words: Sequence[str]) -> bool:
    """Whether words say of which one something is said: "who beat them", "earning a million"."""
    if not words:
        return False
    return words[0] in _LISTS.words["restricting"] or (
        words[0].endswith("ing") and len(words[0]) > _PHRASE_WORDS
    )


def is_elliptic(clause: Sequence[str]) -> bool:
    """Whether a clause ends where the one before would go on: "but it was not"."""
    last = clause[-1] if clause else ""
    if clause[-2:-1] == ("to",):
        return False
    return last in ("not", "never") or last.endswith("n't") or last in _LISTS.words["auxiliaries"]


def is_negated(text: str) -> bool:
    """Return whether a text has a word that negates: "not", "nobody"."""
    return any(one.code is ReasonCode.NEGATION for one in find_governing_words(text))
