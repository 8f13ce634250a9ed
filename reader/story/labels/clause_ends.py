"""Where a clause may end, so that nothing is missing that its verb or its last word needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.story.labels.finite_verbs import (
    JOINING,
    grammar_words,
    is_preposition,
    load_grammar,
    skip_adverbs,
)
from reader.story.labels.phrase_bounds import RELATIVE, is_first_adjective, reports_speech

if TYPE_CHECKING:
    from reader.story.labels.phrase_bounds import PhraseWord

_NAME_LINKS = frozenset(("for", "of", "and", "on", "the", "in"))
_PERFECT = frozenset(("have", "has", "had", "having"))
_COMPLEMENT = frozenset(("that", "whether", "what", "how", "why"))
"""They begin what the word before them is about."""
_CLAUSE_REACH = 4
"""Words after "and" in which the verb of another clause is."""
_ASKED_REACH = 4
"""Words in which a verb of asking and whom it asks are."""


def needs_clause(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether a word is followed by a clause, so that a label needs its verb, too."""
    word = words[at]
    if verbs[at] and word.key in grammar_words("saying"):
        return True
    if word.key in RELATIVE:
        return True
    return word.key in load_grammar().conjunctions and not is_preposition(word)


def rate_clause_end(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends after a word, 0..1; None where it can't.

    Args:
        words: of a sentence.
        verbs: what `find_finite_verbs` returns for them.
        at: the position of the word.
    """
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.is_possessive or word.is_contraction or word.is_initial:
        return None
    if (verbs[at] and word.key in grammar_words("saying")) or _is_day_of_saying(words, at):
        return None
    is_particle = word.key in grammar_words("particles")
    if _is_function_word(word):
        return 0.8 if is_particle and (following is None or following.follows_pause) else None
    if not (word.is_telling or is_particle or word.key in grammar_words("objects")):
        return 0.9 if following is None or following.is_apart else None
    if following is None:
        return 1.0
    if following.is_apart:
        return 0.5 if verbs[at] else 1.0
    if following.quote_signs:
        # "A “no limits” partnership": the quotation describes what follows.
        is_open = following.is_telling and not (following.follows_pause or verbs[at + 1])
        return None if following.opens_quote or is_open else 0.9
    is_open = verbs[at] or _may_have_object(words, at)
    if following.follows_pause:
        return 0.3 if is_open or reports_speech(word) else 0.9
    return _rate_open_end(words, verbs, at) if is_open else _rate_boundary(words, verbs, at)


def _is_day_of_saying(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a day parts a verb of speech from what is said: "announced Thursday that"."""
    is_day = at > 0 and words[at].key in grammar_words("days") and not words[at].follows_pause
    return is_day and reports_speech(words[at - 1]) and not _is_passive(words, at - 1)


def may_have_verb(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word lets another verb follow in the same label: "and", "said", a comma."""
    word = words[at]
    key = word.key
    return word.follows_pause or key in JOINING or key in _COMPLEMENT or reports_speech(word)


def _is_function_word(word: PhraseWord) -> bool:
    key, grammar = word.key, load_grammar()
    return (
        key in grammar.prepositions
        or key in grammar.conjunctions
        or key in JOINING
        or key in RELATIVE
        or key in grammar_words("open ends")
        or key == "to"
    )


def _rate_open_end(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends in a verb: "the struggle that the states face as …"."""
    key = words[at + 1].key
    is_clause_next = key in load_grammar().conjunctions and key not in _COMPLEMENT
    return 0.3 if verbs[at] and is_clause_next and not reports_speech(words[at]) else None


def _rate_boundary(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends before a word that no mark parts from it."""
    grammar = load_grammar()
    word, key = words[at], words[at + 1].key
    is_participle = word.key.endswith("ed") and not word.has_capital
    if is_participle and not _is_passive(words, at):
        return None
    if reports_speech(word) and word.key in grammar.past:
        return None
    if word.has_capital and key in _NAME_LINKS and _has_capital(words, at + 2):
        return None
    if key == "by" and word.key in grammar.past and not _is_passive(words, at):
        # "a seat held by his father"
        return None
    if key == "to":
        if _has_whom(words, at):
            return None
        return 0.1 if word.is_telling and not is_participle and not word.has_capital else None
    if key in _COMPLEMENT or key in ("of", "than", "else") or key in grammar_words("particles"):
        return None
    if key in RELATIVE:
        return 0.4 if word.is_telling else None
    if word.key in grammar_words("spans") and key in ("after", "before"):
        return None
    if key in JOINING:
        return _rate_before_joining(words, verbs, at)
    if key == "as":
        return None if word.has_capital else 0.2
    if key in grammar.conjunctions:
        return 0.75
    if key in grammar.prepositions:
        return None if word.key in grammar_words("particles") else 0.1 if is_participle else 0.5
    return 0.4 if key in grammar_words("days") else None


def _rate_before_joining(
    words: Sequence[PhraseWord], verbs: Sequence[bool], at: int
) -> float | None:
    """Return how well a clause ends before "and": well where no noun is joined to its last one."""
    if is_first_adjective(words, at):
        return None
    after = at + 2
    if after < len(words) and (verbs[after] or words[after].key == "to"):
        return 0.6
    return 0.7 if any(verbs[after : after + _CLAUSE_REACH]) else 0.15


def _has_capital(words: Sequence[PhraseWord], at: int) -> bool:
    return at < len(words) and words[at].has_capital


def _has_whom(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a noun is one who is asked to do what follows: "asked divers to help"."""
    first = at
    while first and not words[first].follows_pause and at - first <= _ASKED_REACH:
        if words[first].key in grammar_words("asking"):
            return True
        first -= 1
    return False


def _is_passive(words: Sequence[PhraseWord], at: int) -> bool:
    last = skip_adverbs(words, at)
    return last >= 0 and words[last].key in grammar_words("being")


def _may_have_object(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word is a verb that may have an object: after "to", or on "-ing"."""
    word = words[at]
    being, grammar = grammar_words("being"), load_grammar()
    if word.key.endswith("ing") and len(word.key) > 5:
        if not at or words[at - 1].key in grammar_words("before nouns"):
            return not at
        following = words[at + 1] if at + 1 < len(words) else None
        is_adjective = following is None or following.follows_pause or following.key == "to"
        return not (words[at - 1].key in being and is_adjective)
    last = skip_adverbs(words, at)
    if last < 0 or word.follows_pause:
        return False
    before = words[last]
    if before.key in _PERFECT and word.key.endswith("s"):
        # "He has doubts."
        return False
    if before.key == "to" or before.key in _PERFECT or before.is_contraction:
        return word.is_telling
    is_modal = before.key in grammar.auxiliaries and before.key not in being
    return is_modal and not word.key.endswith("ed")
