"""Whose words a paragraph reports, as far as names beside verbs of speech show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.word_alignment import Word

_BEFORE_VERB = frozenset(
    ("had", "has", "have", "also", "then", "later", "earlier", "again", "once", "repeatedly")
)
"""Words between a name and its verb."""
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "we", "i", "the", "a", "an", "this", "that", "who", "one")
)
_PERSONAL = frozenset(("he", "she"))
_AFTER_VERB = frozenset(("say", "add", "tell", "write"))
"""Verbs that may precede their subject: "said Ann Lee"."""


def reports_speech(word: Word) -> bool:
    """Whether a word is "says" or a reporting verb in the past; "claims" may be a noun."""
    verb = load_reporting_verbs().single.get(word.key)
    if verb is None or verb.is_weak or verb.is_gerund or word.has_capital:
        return False
    return word.key == "says" or not (word.key == verb.lemma or word.key.endswith("s"))


def find_speaking_names(words: Sequence[Word]) -> frozenset[str]:
    """The keys of the last names beside verbs of speech in English words, in order."""
    found = set()
    for number, word in enumerate(words):
        if not reports_speech(word):
            continue
        before = number - 1
        while before >= 0 and words[before].key in _BEFORE_VERB:
            before -= 1
        if before >= 0 and _may_be_name(words[before]):
            found.add(words[before].key)
        elif load_reporting_verbs().single[word.key].lemma in _AFTER_VERB:
            run = list(takewhile(_may_be_name, words[number + 1 :]))
            found.update(one.key for one in run[-1:])
    return frozenset(found)


def is_said_by_pronoun(words: Sequence[Word]) -> bool:
    """Whether "he" or "she" directly precedes a verb of speech."""
    return any(one.key in _PERSONAL and reports_speech(other) for one, other in pairwise(words))


def _may_be_name(word: Word) -> bool:
    is_word = word.key not in _PRONOUNS and not word.key[0].isdigit()
    return word.has_capital and is_word
