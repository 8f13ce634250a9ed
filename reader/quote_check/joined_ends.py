"""Ends of a sentence behind "and" without which its start may say something else.

Most clauses behind "and" only add to what is said before them. Those told here turn it, or are half
of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.quote_versions.clause_signs import has_verb, is_past
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values.opposites import are_opposites

_LISTS = GOVERNING_LISTS
_LEAST_WORDS = 3
"""Words of such an end, with "and"."""
_OTHERS = frozenset(("he", "she", "they", "it"))
"""Subjects of a clause by which a person or a thing is meant that was named before."""
_VERB_WORDS = 3
"""Words behind "and", or behind a subject, among which the verb is."""


def turns_statement(words: Sequence[str], stated: Sequence[str]) -> bool:
    """Return whether an end of a sentence may turn what is stated before it, or be half of it.

    Args:
        words: those of the end, in lower case.
        stated: those of the sentence that are quoted before them.
    """
    if words[:1] != ("and",) or len(words) < _LEAST_WORDS:
        return False
    return any(rule(words, stated) for rule in (_is_other_phrase, _reacts, _is_reversed))


def _is_other_phrase(words: Sequence[str], stated: Sequence[str]) -> bool:
    """Whether it is a phrase without a verb, with a preposition that is not used before it.

    ("off the streets [and into jail]", but not "in Riga [and in Ashford]")
    """
    starts = _LISTS.words["phrase starts"] | _LISTS.words["particles"]
    is_other = words[1] in starts and words[1] not in stated
    return is_other and not has_verb(words[1:]) and words[-1] not in _LISTS.words["times"]


def _reacts(words: Sequence[str], stated: Sequence[str]) -> bool:
    """Whether another than the subject does something then: "we asked him in, and he left"."""
    is_other = words[1] in _OTHERS and words[1] not in stated
    if not is_other or _LISTS.words["subjects"].isdisjoint(stated[:2]):
        return False
    be = _LISTS.words["forms of be and have"]
    verbs = [word for word in words[2 : 2 + _VERB_WORDS] if is_past(word)]
    is_told = bool(verbs) and verbs[0] in load_reporting_verbs().single
    acts = bool(verbs) and verbs[0] not in be and not is_told
    return acts and any(map(is_past, stated))


def _is_reversed(words: Sequence[str], stated: Sequence[str]) -> bool:
    """Whether the opposite of what is said was done then: "opened the school [and closed it]"."""
    if not _LISTS.words["reversals"].isdisjoint(words):
        return True
    verbs = [word for word in words[1 : 1 + _VERB_WORDS] if is_past(word)]
    return any(are_opposites(one, other) for one in stated for other in verbs)
