"""The phrase that an apposition or a relative clause before a verb belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.adverbials import is_adverbial
from reader.quotes.clause_parts import (
    BEFORE_SUBJECTS,
    COORDINATORS,
    find_segment_start,
    find_segments_before,
    has_any_verb,
    has_finite_verb,
    skip_words,
)
from reader.quotes.clause_phrases import find_phrase_before_verb
from reader.quotes.noun_phrases import PRONOUNS, NounPhrase, is_name_of, read_noun_phrase
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_capital

_RESTARTS = load_word_class("clause_starts")
_RESTARTS_ALONE = _RESTARTS - {"as", "which"}
_TIMES = frozenset(("when", "where", "until"))
_RESTARTING = COORDINATORS | BEFORE_SUBJECTS | _TIMES
"""Words after a comma that begin a clause with a subject of its own."""
_PREPOSITIONS = load_word_class("phrase_ends")
_DETERMINERS = load_word_class("determiners")
_PLACES = load_word_class("place_names") | load_word_class("capitals")
_BEFORE_TIMES = frozenset(("before", "after", "since", "until"))
"""Words that are prepositions where nothing follows their noun ("weeks before the vote,")."""


def find_subject_over_apposition(tokens: Sequence[Token], comma: int) -> NounPhrase | None:
    """Find the phrase that an apposition or a relative clause before the verb belongs to."""
    found: list[NounPhrase] = []
    for begin, stop in find_segments_before(tokens, comma):
        start = skip_words(tokens, begin, stop)
        if _is_other_name(tokens, begin, stop):
            continue
        if restart := _find_restart(tokens, begin, stop, comma):
            found = [restart]
            continue
        if start >= stop or is_adverbial(tokens, start, stop):
            continue
        described = None if found else _find_name_after_relative(tokens, start, stop)
        if described and stop != comma:
            inner: NounPhrase | None = described
        elif has_finite_verb(tokens, start, stop) and stop != comma:
            inner = None if found else find_phrase_before_verb(tokens, start, stop)
        else:
            inner = _find_phrase_of_restart(tokens, start, stop) or read_noun_phrase(
                tokens, start, stop
            )
        if inner:
            found.append(inner)
    if found and (name := _find_name_after_opening(tokens, found[0])):
        return name
    return _choose_most_specific(tokens, found) or _find_name_after_conjunction(tokens, comma)


def _find_name_after_relative(tokens: Sequence[Token], begin: int, stop: int) -> NounPhrase | None:
    """Find the full name that fills the rest of a part ("released a video in which Jo Smith")."""
    for position in range(stop - 2, begin, -1):
        if tokens[position].lower in ("which", "where", "that"):
            is_name = is_name_at(tokens, position + 1, stop)
            return read_noun_phrase(tokens, position + 1, stop) if is_name else None
    return None


def _find_name_after_opening(tokens: Sequence[Token], apposition: NounPhrase) -> NounPhrase | None:
    """Find the full name between an adverbial without a comma and its own apposition.

    ("In a video posted online Jo Smith, a leader of the group, said")
    """
    stop = apposition.first - 1
    if stop < 2 or tokens[stop].word != "," or tokens[apposition.first].lower not in ("a", "an"):
        return None
    begin = stop
    while begin and is_capital(tokens[begin - 1]):
        begin -= 1
    is_opening = find_segment_start(tokens, stop) == 0 and is_adverbial(tokens, 0, stop)
    if not is_opening or stop - begin < 2 or begin < 2:
        return None
    before = tokens[begin - 1].lower
    words = load_vocabulary()
    is_governed = before in _PREPOSITIONS | _DETERMINERS | words.roles | words.titles
    return None if is_governed else NounPhrase(begin, stop, begin)


def _is_other_name(tokens: Sequence[Token], begin: int, stop: int) -> bool:
    """Whether a part is another name of what is before: "or ARU, as it is known"."""
    is_name = stop - begin > 1 and tokens[begin].lower == "or" and is_capital(tokens[begin + 1])
    return is_name and (stop - begin == 2 or tokens[stop - 1].lower in ("known", "called"))


def find_name_before_apposition(tokens: Sequence[Token], begin: int) -> NounPhrase | None:
    """Find the name before an apposition that no comma ends ("Jo Smith, police chief said")."""
    words = load_vocabulary()
    if begin < 3 or begin >= len(tokens) or tokens[begin - 1].word != ",":
        return None
    head = tokens[begin].lower
    if not (head in words.titles or head in words.roles or head in _DETERMINERS):
        return None
    start = find_segment_start(tokens, begin - 1)
    if start >= begin - 1 or is_adverbial(tokens, start, begin - 1):
        return None
    phrase = read_noun_phrase(tokens, start, begin - 1)
    if phrase is None or phrase.last != begin - 1 or phrase.last - phrase.name < 2:
        return None
    return phrase


def _find_restart(tokens: Sequence[Token], begin: int, stop: int, comma: int) -> NounPhrase | None:
    """Find the name that fills a part after a conjunction and has an apposition behind it.

    ("Jones left, but Jo Smith, a teacher, said", "Jones came, and the host, Jo Smith, said")
    """
    if begin == 0 or stop >= comma or tokens[begin].lower not in _RESTARTING:
        return None
    phrase = read_noun_phrase(tokens, begin + 1, stop)
    if phrase is None or phrase.last != stop:
        return None
    is_role = tokens[phrase.first].lower == "the" and is_name_at(tokens, stop + 1, comma)
    # "came to the show, and the host, Jo Smith, asked": a comma before "and" and a role with its
    # name begin another clause.
    is_after_clause = tokens[begin].lower in _TIMES or has_any_verb(tokens, 0, begin)
    return phrase if is_role or (phrase.has_name and is_after_clause) else None


def is_name_at(tokens: Sequence[Token], begin: int, stop: int) -> bool:
    """Whether a full name fills the part between commas."""
    phrase = read_noun_phrase(tokens, begin, stop) if begin < stop else None
    return (
        phrase is not None and phrase.has_name and phrase.last == stop and stop - phrase.name >= 2
    )


def _find_name_after_conjunction(tokens: Sequence[Token], comma: int) -> NounPhrase | None:
    """Find the name that fills a part after "as" or "while" ("As Jo Smith, R-Ohio, put it")."""
    for begin, stop in find_segments_before(tokens, comma):
        if tokens[begin].lower in BEFORE_SUBJECTS:
            phrase = read_noun_phrase(tokens, begin + 1, stop)
            if phrase and phrase.has_name and phrase.last == stop:
                return phrase
    return None


def _choose_most_specific(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase]
) -> NounPhrase | None:
    """Choose the first of a phrase and its appositions, or a name among them where it is a role."""
    if not phrases:
        return None
    first = phrases[0]
    is_one_of = tokens[first.first].lower in ("a", "an", "another", "one", "fellow")
    if (first.has_name and not is_one_of) or tokens[first.first].lower in PRONOUNS:
        return first
    for phrase in phrases[1:]:
        if _is_place(tokens, phrase):
            continue
        is_full_name = phrase.has_name and phrase.last - phrase.name >= 2
        if is_full_name or is_name_of(tokens, first, phrase):
            return phrase
    return first


def _is_place(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase is the name of a place behind that of a town ("in Ashford, New York,")."""
    name = tokens[phrase.first : phrase.last]
    follows_town = phrase.first > 1 and is_capital(tokens[phrase.first - 2])
    return follows_town and name[-1].word in _PLACES and all(map(is_capital, name))


def _find_phrase_of_restart(tokens: Sequence[Token], start: int, stop: int) -> NounPhrase | None:
    for position in range(stop - 2, start - 1, -1):
        if tokens[position].lower in _RESTARTS_ALONE:
            phrase = read_noun_phrase(tokens, position + 1, stop)
            is_clause = phrase is None or phrase.last < stop
            return phrase if is_clause or tokens[position].lower not in _BEFORE_TIMES else None
    return None
