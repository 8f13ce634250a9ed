"""The finite verbs of an English sentence, known by closed classes of words and by what is before.

There is no tagger here: a verb is a listed word, a word on "-ed" after a noun, or any word after a
pronoun that is a subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.quotes.reporting_vocabulary import load_word_class
from reader.story.labels.phrase_bounds import RELATIVE, reports_speech
from reader.text.word_lists import WordLists

if TYPE_CHECKING:
    from reader.story.labels.phrase_bounds import PhraseWord

_LISTS = WordLists(__file__, "clause_grammar")
JOINING = frozenset(("and", "or", "but", "nor", "yet", "so"))


class _Grammar(NamedTuple):
    """Classes of words, as their keys."""

    auxiliaries: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    base: frozenset[str]
    verbs: frozenset[str]
    """The last three."""
    verb_forms: frozenset[str]
    """All of them, and "be"."""
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    """Those that make a clause a part of another one."""


@lru_cache(maxsize=1)
def load_grammar() -> _Grammar:
    """Return the classes of words that several rules read."""
    words = _LISTS.words
    conjunctions = load_word_class("subject_conjunctions") | load_word_class("clause_starts")
    past = words["past"] | load_word_class("past_verbs")
    present = words["present"] | load_word_class("present_verbs")
    return _Grammar(
        auxiliaries=words["auxiliaries"],
        past=past,
        present=present,
        base=words["base"],
        verbs=past | present | words["base"],
        verb_forms=past | present | words["base"] | words["auxiliaries"] | {"be"},
        adverbs=load_word_class("auxiliaries") - words["auxiliaries"] - words["being"],
        prepositions=load_word_class("phrase_ends") - conjunctions,
        conjunctions=conjunctions - JOINING,
    )


def grammar_words(section: str) -> frozenset[str]:
    """Return the words of a section of `data/clause_grammar.txt`."""
    return _LISTS.words[section]


def find_finite_verbs(words: Sequence[PhraseWord]) -> list[bool]:
    """Return for every word whether it is the first word of a verb that has a subject."""
    grammar, pronouns = load_grammar(), grammar_words("subject pronouns")
    found = [False] * len(words)
    for at, word in enumerate(words):
        key = word.key
        is_tied = word.is_compound and words[at - 1].key not in grammar_words("prefixes")
        if is_tied or (key == "am" and at and _is_number(words[at - 1])):
            # "The state-owned port", "11 a.m."
            continue
        if (
            word.is_contraction
            or key in grammar.verb_forms
            or key.endswith("ed")
            or (at and words[at - 1].key in pronouns)
            or (at > 1 and words[at - 2].key in pronouns)
        ):
            found[at] = _is_finite(words, at, found)
    for at, is_verb in enumerate(found):
        if is_verb and _is_participle(words, at, found):
            found[at] = False
    return found


def _is_participle(words: Sequence[PhraseWord], at: int, found: Sequence[bool]) -> bool:
    """Return whether a word on "-ed" describes the noun before it.

    So it is where a preposition follows and the verb of the same subject comes later ("The ferry
    moored at the pier has sunk") or the sentence begins with a participle ("Citing divers trained
    in the port, the mayor …").
    """
    word = words[at]
    if not word.key.endswith("ed") or at + 1 == len(words) or words[at + 1].follows_pause:
        return False
    if words[at + 1].key not in load_grammar().prepositions and words[at + 1].key != "to":
        return False
    if at and (words[at - 1].has_capital or words[at - 1].key in grammar_words("subject pronouns")):
        return False
    for each in range(at + 1, len(words)):
        if words[each].key in RELATIVE or words[each].key in load_grammar().conjunctions | JOINING:
            return False
        if found[each]:
            return not reports_speech(words[each - 1])
        if words[each].follows_pause:
            is_resumed = words[each].key in load_grammar().auxiliaries
            return words[int(words[0].joins)].key.endswith("ing") or (is_resumed and found[each])
    return False


def is_preposition(word: PhraseWord) -> bool:
    """Whether a word is a preposition, which begins no subject."""
    return word.key in load_grammar().prepositions or word.key in ("after", "before", "since", "as")


def skip_adverbs(words: Sequence[PhraseWord], at: int) -> int:
    """Return the position of the last word before a verb that is no adverb, -1 for none."""
    last = at - 1
    adverbs = load_grammar().adverbs
    while last >= 0 and not words[last + 1].follows_pause:
        key = words[last].key
        is_adverb = key in adverbs or (key.endswith("ly") and len(key) > 4)
        if not is_adverb or words[last].has_capital:
            break
        last -= 1
    return last


def _is_finite(words: Sequence[PhraseWord], at: int, before: Sequence[bool]) -> bool:
    word, forms = words[at], load_grammar()
    if word.is_contraction:
        return True
    last = skip_adverbs(words, at)
    previous = words[last] if last >= 0 and not _is_parted(words, last + 1, at) else None
    if previous is None:
        # After a comma: "Ann Lee, 46, is", "the mayor, a former diver, said".
        is_sure = word.key in forms.auxiliaries or word.key in ("said", "says")
        return at > 0 and (is_sure or _resumes_subject(words, at, before))
    if word.key == "be":
        # "They ask that the pump be replaced."
        return previous.is_telling and not before[last] and not words[last].is_possessive
    if word.key in forms.auxiliaries:
        return not (before[last] and previous.key in forms.auxiliaries)
    if before[last] and not reports_speech(previous):
        return False
    is_group = previous.key in forms.auxiliaries or previous.key in grammar_words("being")
    if is_group or previous.is_contraction or previous.key in ("to", "having"):
        return False
    if previous.is_possessive or previous.key in grammar_words("before nouns"):
        return False
    if previous.key in grammar_words("subject pronouns"):
        return _may_follow_pronoun(words, at)
    if previous.key in forms.prepositions:
        return False
    return _has_verb_form(words, at, previous)


def _resumes_subject(words: Sequence[PhraseWord], at: int, before: Sequence[bool]) -> bool:
    """Return whether a verb in the past right after a comma is that of the sentence's subject.

    ("The ferry, which divers raised, sank": no other verb can be.)
    """
    key = words[at].key
    is_past = key in load_grammar().past or (key.endswith("ed") and len(key) > 4)
    opening = words[int(words[0].joins)]
    if not is_past or opening.key.endswith(("ed", "ing")) or opening.key in load_grammar().past:
        return False
    described = False
    for each in range(1, at):
        if words[each].follows_pause:
            described = False
        described = described or words[each].key in RELATIVE
        if before[each] and not described:
            return False
    following = words[at + 1] if at + 1 < len(words) else None
    return following is not None and following.key != "by" and not following.follows_pause


def _may_follow_pronoun(words: Sequence[PhraseWord], at: int) -> bool:
    word, forms = words[at], load_grammar()
    if word.key in forms.verbs or word.key.endswith("ed"):
        return True
    is_plain = word.is_telling and not word.key.endswith(("ly", "ing")) and not word.has_capital
    return is_plain and word.key not in forms.prepositions and word.key not in forms.conjunctions


def _has_verb_form(words: Sequence[PhraseWord], at: int, previous: PhraseWord) -> bool:
    word, forms = words[at], load_grammar()
    following = words[at + 1] if at + 1 < len(words) else None
    is_last = following is None or following.follows_pause
    if following is not None and following.key == "by" and not following.follows_pause:
        return False
    if word.has_capital:
        return False
    if word.key in forms.past:
        return True
    if word.key in forms.present:
        return not (is_last and previous.key.endswith("s"))
    if word.key.endswith("ed") and len(word.key) > 4 and not word.key.startswith("un"):
        is_subject = previous.is_telling or previous.key in grammar_words("subject words")
        is_subject = is_subject and previous.key != "most"
        return is_subject and not _is_number(previous)
    return word.key in forms.base and previous.key.endswith("s") and not previous.is_possessive


def _is_number(word: PhraseWord) -> bool:
    return word.key[0].isdigit() or word.key in ("million", "billion", "trillion", "thousand")


def _is_parted(words: Sequence[PhraseWord], first: int, last: int) -> bool:
    return any(words[at].follows_pause or words[at].opens_quote for at in range(first, last + 1))
