"""The clauses of an English sentence: where the subject of a verb begins.

A subject is what is before its verb, back to a mark, a conjunction or the verb that reports it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.story.labels.finite_verbs import (
    JOINING,
    grammar_words,
    is_preposition,
    load_grammar,
    skip_adverbs,
)
from reader.story.labels.phrase_bounds import RELATIVE, describes_noun, reports_speech
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.story.labels.phrase_bounds import PhraseWord

_NOMINATIVE = frozenset(("i", "we", "he", "she", "they"))
"""Pronouns that begin a subject."""
REPORTING_PARTICIPLES = frozenset(
    ("saying", "adding", "noting", "arguing", "claiming", "insisting", "stressing")
)
"""Participles after which a clause of what is said begins."""
_CONDITIONS = frozenset(("if", "unless", "whether"))
"""Words after which something is not stated."""
_MANNERS = frozenset(("how", "why", "whether"))
"""Words without which what is asked would be stated, also with one word after them: "how soon"."""
_ADDRESSEE = 4
"""Words before "that" in which are a verb of saying and to whom something is said."""
_LONGEST_SUBJECT = 12
"""Words."""
_LONGEST_INSERTION = 8
"""Words."""
_WHO_IS = "whos"
"""After a noun it describes that: "the diver who's been here"."""


class Clause(NamedTuple):
    """The subject and the verb of a clause, as positions of words."""

    first: int
    verb: int
    """Its finite verb; the same as `first` where one word is both: "it's"."""
    is_subordinate: bool
    """Whether a conjunction such as "when" or "although" makes it a part of another clause."""


def find_clauses(words: Sequence[PhraseWord], verbs: Sequence[bool]) -> Iterator[Clause]:
    """Yield the clauses whose subject can be found from the words before it.

    Args:
        words: of a sentence.
        verbs: what `find_finite_verbs` returns for them.
    """
    for at, is_verb in enumerate(verbs):
        if is_verb and (clause := _find_subject(words, verbs, at)) is not None:
            yield clause


def _find_subject(words: Sequence[PhraseWord], verbs: Sequence[bool], verb: int) -> Clause | None:
    """Return the clause of a verb, None where its subject is not right before it.

    A clause that describes a noun lacks that: "the wall that nobody wants".
    """
    first = verb if words[verb].is_contraction else _find_start(words, verbs, verb)
    if first is None or _is_inverted(words, first, verb):
        return None
    if words[verb].is_contraction and words[verb].key == _WHO_IS and first:
        return None
    before = words[first - 1] if first and not words[first].follows_pause else None
    if before is not None and _lacks_object(words, first - 1):
        return None
    if before is not None and _is_said_by_thing(words, first - 1):
        return None
    first = _skip_joining(words, first, verb)
    is_parted = words[verb].follows_pause and first < verb
    if not is_parted and first > skip_adverbs(words, verb) and not words[verb].is_contraction:
        return None
    if _is_no_subject(words, first, verb):
        return None
    key = before.key if before is not None else ""
    if _is_conditional(words, first) or _is_asked(words, first):
        return None
    is_subordinate = key in load_grammar().conjunctions
    if key == "that":
        # "Now that it sank".
        is_subordinate = first > 1 and words[first - 2].key in ("now", "so", "given", "provided")
    return Clause(first, verb, is_subordinate)


def _skip_joining(words: Sequence[PhraseWord], first: int, verb: int) -> int:
    """Return where a subject begins behind the words that join its clause to another."""
    while first < verb and (words[first].joins or words[first].key in REPORTING_PARTICIPLES):
        first += 1
    # "that Ozols left", not "that ferry left".
    return first + (words[first].key == "that" and words[first + 1].has_capital)


def _is_no_subject(words: Sequence[PhraseWord], first: int, verb: int) -> bool:
    """Return whether the words from one on up to a verb are no whole subject of it."""
    if is_preposition(words[first]):
        # "In a speech delivered on Sunday …"
        is_opening = not first or words[first].is_apart
        return not is_opening or words[verb].key.endswith("ed")
    subject = words[first:verb]
    if subject and reports_speech(words[first]) and not words[first].has_capital:
        return True
    days = grammar_words("days")
    if subject and all(_is_adverb(word) or word.key in days for word in subject):
        return True
    is_joined = first > 0 and words[first - 1].key in ("and", "or")
    return is_joined and _is_half(subject, words[verb])


def _is_half(subject: Sequence[PhraseWord], verb: PhraseWord) -> bool:
    """Return whether words behind "and" are the last ones of a subject or of an object.

    ("Ozols, 46, and her son were …"; "… and others to raise ferries needed …")
    """
    keys = [word.key for word in subject]
    has_plural = any(
        (word.is_telling and word.key.endswith("s")) or word.key in _NOMINATIVE for word in subject
    )
    is_plural_verb = verb.key in ("were", "are", "have")
    return "to" in keys or (is_plural_verb and not has_plural and keys[:1] != ["you"])


def _is_conditional(words: Sequence[PhraseWord], first: int) -> bool:
    """Return whether a clause is a condition or joined to one: "if it sinks and they sell it"."""
    at = first
    while at > 0 and not words[at].follows_pause:
        at -= 1
        if words[at].key in _CONDITIONS:
            return at + 1 == first or words[first - 1].joins
    return False


def _is_asked(words: Sequence[PhraseWord], first: int) -> bool:
    """Return whether a clause is what is asked: "how divers would raise it", "how soon they will".

    Where the adjective or adverb after "how" seems to be the subject's first word it is one.
    """
    for at in range(first, max(0, first - 2), -1):
        if words[at].follows_pause:
            return False
        if words[at - 1].key in _MANNERS:
            return at == first or words[at - 1].key == "how"
    return False


def find_name(words: Sequence[PhraseWord], clause: Clause) -> int:
    """Return where the name right before the verb of a clause begins, with a title before it.

    ("harbour master Marta Ozols said", "former Orlan Gov. Marta Ozols said"; the clause's first
    word where there is nothing else before the name.)
    """
    last = skip_adverbs(words, clause.verb)
    first = last
    while first > clause.first and words[first].has_capital and not words[first].follows_pause:
        first -= 1
    if first >= last or any(_ties(word) for word in words[clause.first : first + 1]):
        return clause.first
    role, name = words[first], words[first + 1]
    titles = list_words("person_titles", "any")
    run = range(max(first, clause.first + 1), last)
    titled = next((at for at in run if words[at].key in titles), None)
    if titled is not None and words[titled].has_capital:
        return titled
    is_role = role.is_telling and not (role.has_capital or role.is_possessive)
    is_apart = name.follows_pause or name.quote_signs > 0
    return first + 1 if is_role and not is_apart else clause.first


def _ties(word: PhraseWord) -> bool:
    """Return whether a name after a word may be a part of the subject only: "an aide to"."""
    return is_preposition(word) or word.joins


def _is_inverted(words: Sequence[PhraseWord], first: int, verb: int) -> bool:
    """Return whether a subject follows the verb: "Among those on the pier before the talks was …"

    There the sentence begins with a preposition and has no comma before the verb, and what seems
    to be the subject is the noun of another preposition.
    """
    opening = int(words[0].joins)
    return (
        first > opening
        and is_preposition(words[opening])
        and is_preposition(words[first - 1])
        and words[first].key not in grammar_words("subject pronouns")
        and not any(word.follows_pause for word in words[opening + 1 : verb + 1])
    )


def _lacks_object(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether the word before a clause is its object: "the wall that he wants"."""
    key = words[at].key
    if key in ("which", "whom"):
        is_whole = at > 0 and is_preposition(words[at - 1]) and not words[at].follows_pause
        return not is_whole
    if key in ("who", "whose", "what", "than"):
        return True
    if words[at + 1].key in _NOMINATIVE and not words[at + 1].follows_pause:
        # "The house he owned": after a noun no conjunction is needed.
        is_noun = (
            words[at].is_telling
            and key not in grammar_words("days")
            and not reports_speech(words[at])
        )
        if is_noun and key not in load_grammar().verbs:
            return True
    return key == "that" and (_is_relative(words, at) or _is_content(words, at))


def _is_relative(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether "that" describes the noun before it and does not begin what is said."""
    if words[at].follows_pause and not (words[at].is_apart or words[at].follows_dash):
        # "the old treaty, or pact, that the mayor signed": nothing before it reports speech.
        return at > 1 and not any(reports_speech(word) for word in words[:at])
    if not describes_noun(words, at):
        return False
    return not any(reports_speech(word) for word in words[max(0, at - _ADDRESSEE) : at])


def _is_said_by_thing(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a clause is what a thing says of which the sentence speaks.

    ("They doubt the report that said the ferry sank.")
    """
    verb = at - (words[at].key == "that")
    return verb > 1 and reports_speech(words[verb]) and words[verb - 1].key in ("that", "which")


def _is_content(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether "that" begins what a noun is about: "his comment that …".

    It is then a claim or a hope that the sentence speaks of, and not what it tells.
    """
    if at < 1 or words[at].follows_pause:
        return False
    if words[at - 1].key.removesuffix("s") in grammar_words("stated"):
        return True
    before = words[at - 2] if at > 1 else None
    if before is None or not (before.is_possessive or before.key in grammar_words("before nouns")):
        return False
    # "He told the council that …" against "to clarify the comment that …".
    is_told = any(reports_speech(word) for word in words[max(0, at - _ADDRESSEE) : at - 1])
    return reports_speech(words[at - 1]) or not is_told


def _find_start(words: Sequence[PhraseWord], verbs: Sequence[bool], verb: int) -> int | None:
    """Return where the subject of a verb begins, None where that is unclear."""
    last = skip_adverbs(words, verb)
    first = verb
    while first > 0 and verb - first <= _LONGEST_SUBJECT:
        word, before = words[first], words[first - 1]
        key = before.key
        if first == verb and (inserted := _find_insertion(words, verbs, verb)) is not None:
            first = inserted - 1
            continue
        if word.follows_pause or (word.opens_quote and not _closes_quote(words, first, verb)):
            return first
        is_joined = first < verb
        if key == "what" and not is_joined:
            # "What is missing is a pump", not "she holds what is missing".
            is_subject = first == 1 or before.follows_pause or before.opens_quote
            return first - 1 if is_subject else None
        if key == "that" and is_joined and (first == 1 or before.is_apart):
            # "That house is sold."
            return first - 1
        is_title = key == "as" and is_joined and _is_plain_noun(word)
        if not is_title and _begins_clause(words, verbs, first - 1):
            return first
        is_pronoun = word.key in _NOMINATIVE or (word.key == "it" and first == last)
        if is_joined and is_pronoun and key not in ("and", "or"):
            # "Why would they go": a question.
            return None if key in load_grammar().auxiliaries else first
        if verbs[first - 1]:
            if reports_speech(before):
                return first
            relative = skip_adverbs(words, first - 1)
            if relative < 1 or words[relative].key not in ("who", "that", "which"):
                return None
            # "Those who backed the plan left": the verb before is that of another subject.
            first = relative
            continue
        first -= 1
    return None if first else 0


def _find_insertion(words: Sequence[PhraseWord], verbs: Sequence[bool], verb: int) -> int | None:
    """Return where the words between commas begin that part a verb from its subject.

    ("Marta Ozols, 46, is …"; None where there are none.)
    """
    first, has_verb = verb, False
    if not words[verb].follows_pause or words[verb].is_apart:
        return None
    while first > 1 and verb - first < _LONGEST_INSERTION:
        first -= 1
        has_verb = has_verb or verbs[first]
        if words[first].is_apart:
            return None
        if words[first].follows_pause:
            # "The pump, which divers raised, is …"
            return first if not has_verb or words[first].key in RELATIVE else None
    return None


def _begins_clause(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether a conjunction or a relative pronoun begins a clause."""
    key = words[at].key
    if key in JOINING and _joins_clauses(words, verbs, at):
        return True
    return key in RELATIVE or key in load_grammar().conjunctions or key in ("that", "than")


def _joins_clauses(words: Sequence[PhraseWord], verbs: Sequence[bool], at: int) -> bool:
    """Return whether a conjunction is between clauses and not between nouns.

    So it is where a verb is before it, with no sign or word between that begins the subject.
    """
    conjunctions = load_grammar().conjunctions
    before = at - 1
    while before >= 0:
        if verbs[before]:
            return not reports_speech(words[before])
        if words[before].key in conjunctions or words[before + 1].follows_pause:
            return words[before + 1].follows_pause and before + 1 == at and any(verbs[:at])
        before -= 1
    return False


def _closes_quote(words: Sequence[PhraseWord], first: int, verb: int) -> bool:
    return any(words[at].quote_signs for at in range(first + 1, verb + 1))


def _is_adverb(word: PhraseWord) -> bool:
    is_adverb = word.key in load_grammar().adverbs or word.key.endswith("ly")
    return is_adverb and not word.has_capital


def _is_plain_noun(word: PhraseWord) -> bool:
    """Return whether a word is a noun in the singular, without an article."""
    return word.is_telling and not word.has_capital and not word.key.endswith("s")
