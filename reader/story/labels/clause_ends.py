"""Where a clause may end, so that nothing is missing that its verb or its last word needs.

A clause is cut only where a mark, a conjunction or a phrase of time or place begins that no verb
needs; before other prepositions, "to" and participles may be what the verb is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.story.labels.finite_verbs import (
    JOINING,
    grammar_words,
    is_preposition,
    load_grammar,
    skip_adverbs,
)
from reader.story.labels.phrase_bounds import RELATIVE, has_verb, reports_speech
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.story.labels.phrase_bounds import PhraseWord

_PERFECT = frozenset(("have", "has", "had", "having"))
_COMPLEMENT = frozenset(("that", "whether", "what", "how", "why", "if", "unless", "until", "where"))
"""They begin what the word before them is about, or on what it depends."""
_ADDRESSEE = 4
"""Words before "that" in which are a verb of speech and to whom something is said."""
_CLAUSE_REACH = 4
"""Words after "and" in which the verb of another clause is."""
_NAME_REACH = 8
"""Words of a name with the role before it."""
_PAIR_REACH = 12
"""Words from "between" to the "and" that belongs to it."""
_PLACE_REACH = 2
"""Words after "in" in which a name or a number shows that a place or a time follows."""
_FEWEST_TOLD = 2
"""Words behind the verb that tell something, before a phrase of time or place is left out."""
_BOUND = frozenset(("into", "to", "as", "from", "that"))
"""Words that a verb needs, also behind a phrase of time or place."""
_NEVER_AFTER_MARK = frozenset(("as", "or", "nor", "than", "of"))
"""Words with which goes on, behind a mark, what is before it: "the use – the need – of it"."""
_LIST_REACH = 4
"""Words of an item of a list."""


def needs_clause(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether a word is followed by a clause, so that a label needs its verb, too."""
    word = words[at]
    if verbs[at] and word.key in grammar_words("saying"):
        return True
    if word.key in RELATIVE or (word.key == "but" and word.follows_pause):
        return True
    if word.key in ("that", "as"):
        # "Said that the ferry …", "as divers left"; not "that ferry", "as a diver".
        return begins_content(words, at) or _has_verb_before_pause(words, verbs, at + 1)
    return word.key in load_grammar().conjunctions and not is_preposition(word)


def begins_content(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word is the "that" before what is said or shown."""
    if words[at].key != "that":
        return False
    if any(map(reports_speech, words[max(0, at - _ADDRESSEE) : at])):
        return True
    return at > 0 and words[at - 1].key in load_grammar().verbs


def find_resumed(
    words: Sequence[PhraseWord], verbs: Sequence[bool], tails: Mapping[int, int]
) -> int:
    """Return the last word with which a clause goes on behind what is between two marks, else -1.

    ("A diver of Cesis, Latvia, | has left", "agreed with Ozols, of the port, | that the pump …".)

    Args:
        words: of a sentence.
        verbs: what `find_finite_verbs` returns for them.
        tails: what `find_tails` returns for them.
    """
    found = -1
    for at, word in enumerate(words):
        if not word.follows_pause or word.is_apart or at - 1 in tails:
            continue
        is_verb = verbs[at] or (_follows_relative(words, at) and has_verb(word))
        is_verb = is_verb or _has_object(words, at)
        if at and (is_verb or word.key in ("that", "of")):
            found = at
    return found


def _has_object(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a verb in the past has an object behind it, so that it is no participle."""
    word, after = words[at], words[at + 1 : at + 2]
    is_past = word.key in load_grammar().past or (word.key.endswith("ed") and has_verb(word))
    articles = grammar_words("before nouns")
    return is_past and any(each.key in articles and not each.follows_pause for each in after)


def _follows_relative(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word follows a clause between commas: ", which sank, |"."""
    first = at - 1
    while first > 0 and not words[first].follows_pause:
        first -= 1
    return words[first].key in RELATIVE


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
    if at + 1 == len(words):
        return 1.0
    word, following = words[at], words[at + 1]
    if _is_never_last(words, verbs, at):
        return None
    is_particle = word.key in grammar_words("particles")
    if _is_function_word(word):
        return 0.8 if is_particle and following.follows_pause else None
    if not (word.is_telling or is_particle or word.key in grammar_words("objects")):
        return None
    if following.opens_quote or following.is_compound:
        # "A “no limits” partnership", "state | -owned".
        return None
    if _may_have_object(words, at) and not _begins_clause(following):
        # "Wants to sell | — at once — the ferry"
        return None
    if following.quote_signs and not following.follows_pause:
        # The quotation describes what follows: "a “floating” wreck".
        is_described = following.is_telling and not verbs[at + 1]
        return None if is_described else _rate_boundary(words, verbs, at)
    if following.is_apart or following.follows_pause:
        return _rate_before_mark(words, verbs, at)
    return _rate_boundary(words, verbs, at)


def _ends_insertion(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a name between marks ends before an object: "sent Ozols, of Cesis, | a"."""
    if words[at + 1].key not in grammar_words("before nouns"):
        return False
    while words[at].has_capital and not words[at].follows_pause and at:
        at -= 1
    return words[at].follows_pause and words[at].has_capital


def _begins_clause(word: PhraseWord) -> bool:
    """Return whether a word behind a comma joins a clause to what is before that."""
    is_conjunction = word.joins or word.key in load_grammar().conjunctions
    return word.follows_pause and not word.follows_dash and is_conjunction


def _is_never_last(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether something has to follow a word, whatever does."""
    word = words[at]
    if verbs[at] or reports_speech(word):
        return True
    if word.is_possessive or word.is_contraction or word.is_initial:
        return True
    if word.has_capital and word.key in list_words("person_titles", "any"):
        return words[at + 1].has_capital and not words[at + 1].follows_pause
    is_adverb = word.key.endswith("ly") and not word.has_capital
    return (
        (word.follows_pause and is_adverb) or _lacks_second(words, at) or _follows_speech(words, at)
    )


def _follows_speech(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a day parts a verb of speech from what is said: "announced Thursday that"."""
    is_day = at > 0 and words[at].key in grammar_words("days") and not words[at].follows_pause
    return is_day and reports_speech(words[at - 1])


def _lacks_second(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether "between" is before a word and the "and" that belongs to it is not."""
    for each in range(at, max(-1, at - _PAIR_REACH), -1):
        if words[each].key == "and":
            return False
        if words[each].key == "between":
            return any(word.key == "and" for word in words[at + 1 : at + _PAIR_REACH])
    return False


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


def _rate_before_mark(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends before a comma, a dash or a mark that ends a clause."""
    following = words[at + 1]
    if _begins_next_clause(words, verbs, at):
        return None
    if following.is_apart:
        return 0.9
    if following.key in _COMPLEMENT or following.key in _NEVER_AFTER_MARK:
        return None
    if following.follows_dash:
        return 0.8
    return None if _is_listed(words, verbs, at + 1) or _ends_insertion(words, at) else 0.9


def _is_listed(words: Sequence[PhraseWord], verbs: Sequence[bool], first: int) -> bool:
    """Return whether words after a comma may go on with what is before it.

    ("Our issues are jobs, | the pensions and …", "a tough, | stubborn rival", "the harbour master,
    | Marta Ozols, on Monday".)
    """
    word, grammar = words[first], load_grammar()
    if word.key == "of" or _is_name(words, first):
        return True
    is_linked = (
        is_preposition(word)
        or word.key in grammar.conjunctions
        or word.key in RELATIVE
        or word.key.endswith(("ing", "ly"))
    )
    if word.joins:
        # "The pump, the ferry, | and the bank": where no item is before it, a clause is joined.
        return _has_own_pause(words, verbs, first - 1) and not _has_own_verb(words, first)
    if is_linked:
        return False
    if word.is_telling and not word.has_capital:
        return True
    for at in range(first + 1, min(first + _LIST_REACH + 1, len(words))):
        if words[at].joins:
            return True
        if words[at].follows_pause:
            return False
    return False


def _is_name(words: Sequence[PhraseWord], first: int) -> bool:
    """Return whether a name from one word on is all that is before the next mark."""
    for at in range(first, min(first + _LIST_REACH + 1, len(words))):
        if at > first and words[at].follows_pause:
            return True
        if not words[at].has_capital:
            return False
    return first + _LIST_REACH >= len(words)


def _has_own_verb(words: Sequence[PhraseWord], first: int) -> bool:
    verbs = load_grammar().verb_forms
    behind = words[first + 1 : first + 1 + _CLAUSE_REACH]
    return any(has_verb(word) or word.key in verbs for word in behind)


def _has_own_pause(words: Sequence[PhraseWord], verbs: Sequence[bool], last: int) -> bool:
    """Return whether a mark is between the last verb up to a word and that word."""
    while last > 0 and not verbs[last]:
        if words[last].follows_pause:
            return True
        last -= 1
    return False


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


def may_have_verb(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word lets another verb follow in the same label: "and", "said", a comma."""
    word = words[at]
    key = word.key
    return word.follows_pause or key in JOINING or key in _COMPLEMENT or reports_speech(word)


def _rate_boundary(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> float | None:
    """Return how well a clause ends before a word that no mark parts from it."""
    word, key, grammar = words[at], words[at + 1].key, load_grammar()
    if key in _COMPLEMENT or key in RELATIVE or key in ("or", "nor", "than"):
        return None
    if word.key in grammar_words("spans") and key in ("after", "before"):
        # "Days | after".
        return None
    if key in ("and", "but", "yet", "so"):
        return _rate_before_joining(words, verbs, at)
    if key == "as":
        return 0.5 if _has_verb_before_pause(words, verbs, at + 2) else None
    is_clause = _has_verb_before_pause(words, verbs, at + 2)
    if key in grammar.conjunctions and (is_clause or not is_preposition(words[at + 1])):
        # "At a time | when", which belongs to it.
        return None if key == "when" and word.key in grammar_words("times") else 0.75
    if _begins_setting(words, at + 1):
        return 0.5 if _count_told(words, verbs, at) >= _FEWEST_TOLD else None
    return None


def _begins_setting(words: Sequence[PhraseWord], first: int) -> bool:
    """Return whether a word begins a phrase of time or place that no verb needs."""
    key, days = words[first].key, grammar_words("days")
    if _goes_on(words, first):
        return False
    if key in days or key in ("during", "amid", "despite", "following", "throughout"):
        return True
    after = words[first + 1 : first + 1 + _PLACE_REACH]
    if key in ("on", "until", "since"):
        return any(word.key in days or word.key[0].isdigit() for word in after)
    if key in ("in", "at", "after", "before", "near"):
        return any(word.has_capital or word.key[0].isdigit() for word in after)
    return False


def _goes_on(words: Sequence[PhraseWord], first: int) -> bool:
    """Return whether before the next mark is a word that belongs to the verb before a phrase.

    ("Turned divers | throughout the port into a guard", "asked divers | in Ventspils to raise it".)
    """
    for at in range(first + 1, len(words)):
        if words[at].follows_pause:
            return False
        if words[at].key in _BOUND:
            return True
    return False


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
    """Return how well a clause ends before "and": where no noun is joined to its last one."""
    after = at + 2
    if after < len(words) and verbs[after]:
        return 0.6
    for each in range(after, min(after + _CLAUSE_REACH, len(words))):
        if each > after and words[each].follows_pause:
            # "Somalia and Yemen — if they have a permit".
            return None
        if verbs[each]:
            return 0.7
    return None


def _may_have_object(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word is a verb that may have an object: after "to", or on "-ing"."""
    word = words[at]
    being, grammar = grammar_words("being"), load_grammar()
    if word.key.endswith("ing") and len(word.key) > 5:
        return not at or words[at - 1].key not in grammar_words("before nouns")
    last = skip_adverbs(words, at)
    if last < 0 or word.follows_pause:
        return False
    before = words[last]
    if before.key in _PERFECT and word.key.endswith("s"):
        # "He has doubts."
        return False
    if before.key == "to" or before.key in _PERFECT or before.is_contraction:
        return word.is_telling and not word.has_capital
    is_modal = before.key in grammar.auxiliaries and before.key not in being
    return is_modal and not word.key.endswith("ed")
