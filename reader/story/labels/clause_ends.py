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
from reader.story.labels.phrase_bounds import RELATIVE, has_verb, is_first_adjective, reports_speech
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.story.labels.phrase_bounds import PhraseWord

_NAME_LINKS = frozenset(("for", "of", "and", "on", "the", "in"))
_PERFECT = frozenset(("have", "has", "had", "having"))
_COMPLEMENT = frozenset(("that", "whether", "what", "how", "why"))
"""They begin what the word before them is about."""
_PREPOSITION = (0.1, 0.3, 0.5)
"""How well a clause ends before a preposition, by how many words behind its verb tell something."""
_ADDRESSEE = 4
"""Words before "that" in which are a verb of speech and to whom something is said."""
_CLAUSE_REACH = 4
"""Words after "and" in which the verb of another clause is."""
_SHORT_ING = 5
"""Letters of a word on "-ing" that may be no participle: "king", "thing"."""
_NAME_REACH = 8
"""Words of a name with the role before it."""
_PAIR_REACH = 12
"""Words from "between" to the "and" that belongs to it."""
_NOUN_OF_VERB = ("tion", "tions", "sion", "sions", "inquiry", "probe")
"""Endings of nouns of what somebody does."""
_ASKED_REACH = 4
"""Words in which a verb of asking and whom it asks are."""


def needs_clause(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether a word is followed by a clause, so that a label needs its verb, too."""
    word = words[at]
    if verbs[at] and word.key in grammar_words("saying"):
        return True
    if word.key in RELATIVE or (word.key == "but" and word.follows_pause):
        return True
    if word.key in ("that", "as"):
        # "Said that the ferry …", "as divers left"; not "that ferry", "as a diver".
        is_said = word.key == "that" and any(
            map(reports_speech, words[max(0, at - _ADDRESSEE) : at])
        )
        return is_said or _has_verb_before_pause(words, verbs, at + 1)
    return word.key in load_grammar().conjunctions and not is_preposition(word)


def _has_verb_before_pause(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    while at < len(words) and not (words[at].follows_pause or words[at].key in RELATIVE):
        if verbs[at]:
            return True
        at += 1
    return False


def rate_clause_end(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends after a word, 0..1; None where it can't.

    Args:
        words: of a sentence.
        verbs: what `find_finite_verbs` returns for them.
        at: the position of the word.
    """
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if _is_never_last(words, verbs, at):
        return None
    is_particle = word.key in grammar_words("particles")
    if _is_function_word(word):
        return 0.8 if is_particle and (following is None or following.follows_pause) else None
    if not (word.is_telling or is_particle or word.key in grammar_words("objects")):
        return 0.9 if following is None or following.is_apart else None
    if following is None:
        return 1.0
    if following.is_apart or following.quote_signs or following.follows_pause:
        return _rate_before_mark(words, verbs, at)
    is_open = verbs[at] or _may_have_object(words, at)
    return _rate_open_end(words, verbs, at) if is_open else _rate_boundary(words, verbs, at)


def _rate_before_mark(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends before a mark."""
    following = words[at + 1]
    if following.is_apart:
        if _begins_next_clause(words, verbs, at):
            return None
        return 0.5 if verbs[at] else 1.0
    if following.quote_signs:
        # "A “no limits” partnership": the quotation describes what follows.
        is_open = following.is_telling and not (following.follows_pause or verbs[at + 1])
        return None if following.opens_quote or is_open else 0.9
    return _rate_before_pause(words, verbs, at)


def _is_never_last(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether something has to follow a word, whatever does."""
    word = words[at]
    if word.is_possessive or word.is_contraction or word.is_initial:
        return True
    if word.has_capital and word.key in list_words("person_titles", "any"):
        is_before_name = at + 1 < len(words) and words[at + 1].has_capital
        return is_before_name and not words[at + 1].follows_pause
    if verbs[at] and word.key in grammar_words("saying"):
        return True
    return _lacks_second(words, at) or _is_lone_adverb(word) or _is_day_of_saying(words, at)


def _rate_before_pause(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends before a comma or a dash."""
    has_object = _may_have_object(words, at)
    if has_object and words[at + 1].follows_dash:
        # "He has suspended — for a week — the plan."
        return None
    if _begins_next_clause(words, verbs, at):
        return None
    return 0.3 if verbs[at] or has_object or reports_speech(words[at]) else 0.9


def _begins_next_clause(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether a name behind "and" may be the subject of the verb after what follows it.

    ("Divers raised the pump and Mayor Marta Ozols, who was there, praised it.")
    """
    first = at
    while first and words[first].has_capital and not words[first].follows_pause:
        first -= 1
    while first and words[first].key != "and" and at - first < _NAME_REACH:
        word = words[first]
        if verbs[first] or has_verb(word) or word.follows_pause or is_preposition(word):
            return False
        first -= 1
    is_joined = words[first].key == "and" and words[at].has_capital
    is_joined = is_joined and not words[first - 1].has_capital
    return is_joined and any(verbs[:first]) and any(verbs[at + 1 :])


def _lacks_second(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether "between" is before a word and the "and" that belongs to it is not."""
    for each in range(at, max(-1, at - _PAIR_REACH), -1):
        if words[each].key == "and":
            return False
        if words[each].key == "between":
            return any(word.key == "and" for word in words[at + 1 : at + _PAIR_REACH])
    return False


def _is_lone_adverb(word: PhraseWord) -> bool:
    """Return whether a word begins a phrase that describes one: "dark, particularly at night"."""
    return word.follows_pause and word.key.endswith("ly") and not word.has_capital


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
    if words[at + 1].is_compound or _is_part(words, at):
        return None
    grammar = load_grammar()
    word, key = words[at], words[at + 1].key
    if key == "to":
        return _rate_before_to(words, at)
    if key in RELATIVE:
        # "They called the ferry, which sank, a wreck".
        return 0.4 if word.is_telling and not _names_what_follows(words, verbs, at) else None
    if key in JOINING:
        return _rate_before_joining(words, verbs, at)
    if key == "as":
        return None if word.has_capital else 0.2
    if key in ("if", "whether") and any(map(reports_speech, words[max(0, at - _ADDRESSEE) : at])):
        # "Asked her | whether".
        return None
    if key in grammar.conjunctions:
        # "At a time | when", which belongs to it.
        return None if key == "when" and word.key in grammar_words("times") else 0.75
    if key in grammar.prepositions:
        return _rate_before_preposition(words, verbs, at)
    return _rate_before_phrase(words, at)


def _rate_before_phrase(words: Sequence[PhraseWord], at: int) -> float | None:
    """Return how well a clause ends before a participle or a day."""
    word, key = words[at], words[at + 1].key
    is_noun = word.is_telling and not (word.has_capital or word.key.endswith("ing"))
    if is_noun and key.endswith("ing") and len(key) > _SHORT_ING and not _is_bare_noun(words, at):
        # "A letter | asking for …", not "charges of insider trading".
        return 0.3
    return 0.4 if key in grammar_words("days") else None


def _is_part(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word and the one after it are parts of one phrase."""
    grammar = load_grammar()
    word, key = words[at], words[at + 1].key
    is_passive = _is_passive(words, at)
    if _is_participle(word) and not is_passive:
        return True
    if word.key in grammar.past and (reports_speech(word) or (key == "by" and not is_passive)):
        # "a seat held by his father"
        return True
    if word.has_capital and key in _NAME_LINKS and _has_capital(words, at + 2):
        return True
    if key in _COMPLEMENT or key in ("of", "than", "else") or key in grammar_words("particles"):
        return True
    return word.key in grammar_words("spans") and key in ("after", "before")


def _names_what_follows(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether the last verb up to a word says what somebody calls something."""
    verb = next((each for each in range(at, -1, -1) if verbs[each]), None)
    return verb is not None and words[verb].key in ("called", "calls", "call", "deemed")


def _is_participle(word: PhraseWord) -> bool:
    return word.key.endswith("ed") and not word.has_capital


def _rate_before_to(words: Sequence[PhraseWord], at: int) -> float | None:
    word = words[at]
    is_noun = word.is_telling and not (word.has_capital or _is_participle(word))
    return 0.1 if is_noun and not _has_whom(words, at) else None


def _rate_before_preposition(
    words: Sequence[PhraseWord], verbs: Sequence[bool], at: int
) -> float | None:
    """Return how well a clause ends before a preposition.

    Badly where little is told behind the verb: "pushed back on Friday | against the report".
    """
    if words[at].key in grammar_words("particles"):
        return None
    if _is_participle(words[at]):
        return _PREPOSITION[0]
    if words[at + 1].key == "into" and not words[at].key.endswith(_NOUN_OF_VERB):
        # "Turned the talks | into a quarrel"; an "investigation | into" is one.
        return None
    if _is_bare_noun(words, at):
        # "In exchange for", "as part of".
        return None
    return _PREPOSITION[min(_count_told(words, verbs, at), len(_PREPOSITION) - 1)]


def _is_bare_noun(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a noun without an article is right behind a preposition."""
    word = words[at]
    is_noun = word.is_telling and word.key.isalpha() and not word.key.endswith("s")
    return (
        is_noun
        and not word.has_capital
        and at > 0
        and not word.follows_pause
        and is_preposition(words[at - 1])
    )


def _count_told(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> int:
    """Return how many words behind the last verb up to a word tell something, beside days."""
    told = 0
    for each in range(at, -1, -1):
        if verbs[each]:
            break
        word = words[each]
        is_time = word.key in grammar_words("days") or word.key in grammar_words("particles")
        told += word.is_telling and not is_time and not word.key.endswith("ly")
    return told


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
