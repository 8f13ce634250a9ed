"""The attribution before a quote in its sentence: rules of the group `RuleGroup.BEFORE`.

The words are read from the quote to the left. At each of them the phrases that attribute
("according to"), then, if it is a reporting verb, the rules for verbs are tried in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.addressee import (
    ADDRESSING,
    find_addressee,
    find_leading_setting,
    find_setting,
)
from reader.quotes.attribution import (
    Attribution,
    attribute,
    attribute_by_preposition,
    attribute_to_nobody,
    attribute_to_quoted,
)
from reader.quotes.attribution_colon import can_speak, read_subject_and_colon
from reader.quotes.attribution_rules import AttributionRule
from reader.quotes.clause_subjects import find_subject
from reader.quotes.cues import (
    CueMatch,
    is_passive,
    make_cue,
    match_cue,
)
from reader.quotes.denied_verbs import is_denied, is_in_report
from reader.quotes.embedded_clauses import (
    find_closed_clause,
    is_joined_to_report,
    is_of_inserted_clause,
    is_reduced_relative,
    is_reported,
)
from reader.quotes.inverted_subjects import find_inverted_subject
from reader.quotes.named_things import names_thing
from reader.quotes.noun_phrases import PRONOUNS, NounPhrase, read_noun_phrase
from reader.quotes.owned_words import find_owner_of_claim, rejects_claim
from reader.quotes.quote import Phrase, Stance
from reader.quotes.reporting_vocabulary import CueWord
from reader.quotes.sentence_tokens import (
    find_token_from,
    has_words_at,
)
from reader.quotes.verb_reach import (
    BESIDE_WORDS,
    choose_rule,
    describes_by_quote,
    introduces_quote,
    is_expletive,
    is_of_another,
    is_reporting,
)
from reader.quotes.words_before import WordsBefore, read_words_before

_IN_THE_WORDS_OF = CueWord("in the words of", Stance.NEUTRAL, False, False)

_OF_PERSONS = frozenset(("point to", "hold out", "compare", "liken", "identify"))
"""Verbs that report speech of who can speak alone ("the evidence points to")."""
_READ_WORDS = 60
"""Words before a quote that are read."""
# Words between a reporting verb and the quote, set by hand.
_NEAR_ACCORDING_WORDS = 20
_ADJACENT_WORDS = 8


def read_before(text: str, spans: Sequence[tuple[int, int]]) -> Attribution | None:
    """Read the attribution before a quote.

    Args:
        text: the article.
        spans: the stretches of the sentence before the quote that are outside any quote, in
            order; the last one ends at the opening mark.
    """
    words = read_words_before(text, spans)
    if words is None or names_thing(text[slice(*spans[-1])]):
        return None
    closed = find_closed_clause(words.tokens, words.end)
    for position in range(words.end - 1, max(-1, words.end - _READ_WORDS), -1):
        if closed is not None and position > closed:
            continue
        if words.has_preposition_at(position):
            return _read_preposition(words, position)
        if found := _read_phrase(words, position) or _read_verb(words, position):
            return found
    return read_subject_and_colon(words)


def _read_phrase(words: WordsBefore, position: int) -> Attribution | None:
    """Read a fixed phrase, or a claim with its owner, at a position."""
    if found := _read_fixed_phrase(words, position):
        return found
    owner = find_owner_of_claim(words.tokens, position, words.end)
    return attribute(rules.OWNED_CLAIM, words.tokens, owner, is_adjacent=False) if owner else None


def _read_preposition(words: WordsBefore, position: int) -> Attribution | None:
    """Read the speaker after "according to" or "per"."""
    rule = rules.PER
    if words.tokens[position].lower == "according":
        is_near = words.end - position < _NEAR_ACCORDING_WORDS
        rule = rules.ACCORDING_TO_NEAR_BEFORE if is_near else rules.ACCORDING_TO_FAR_BEFORE
    return attribute_by_preposition(rule, words.text, words.tokens, position)


def _read_fixed_phrase(words: WordsBefore, position: int) -> Attribution | None:
    """Read the speaker after "in the words of" or "to quote", which is the cue."""
    if has_words_at(words.tokens, position, "in", "the", "words", "of"):
        rule, first, last = rules.IN_THE_WORDS_OF, position, position + 4
    elif has_words_at(words.tokens, position, "to", "quote"):
        rule, first, last = rules.TO_QUOTE, position + 1, position + 2
    else:
        return None
    phrase = read_noun_phrase(words.tokens, last, words.end)
    if phrase is None:
        return None
    cue = make_cue(words.text, words.tokens, first, last, _IN_THE_WORDS_OF)
    return attribute(rule, words.tokens, phrase, cue)


def _read_verb(words: WordsBefore, position: int) -> Attribution | None:
    """Try the rules for verbs on the reporting verb at a position."""
    verb = match_cue(words.tokens, position) if words.subjects_left else None
    if verb is None:
        return None
    for read in _VERB_READERS:
        if found := read(words, verb):
            return found
    return None


def _read_quoted_as_saying(words: WordsBefore, verb: CueMatch) -> Attribution | None:
    return attribute_to_quoted(rules.QUOTED_AS_SAYING_BEFORE, words.text, words.tokens, verb)


def _read_inverted_opening(words: WordsBefore, verb: CueMatch) -> Attribution | None:
    """Read a verb that opens the sentence ("Said Smith:")."""
    if verb.first > 0 or not words.introduces or verb.word.weak:
        return None
    phrase = find_inverted_subject(words.tokens, verb.last - 1, words.end)
    return _attribute_by_verb(rules.VERB_SPEAKER_BEFORE, words, verb, phrase) if phrase else None


def _read_inverted_clause(words: WordsBefore, verb: CueMatch) -> Attribution | None:
    """Read a clause of the reporter inside the sentence (", said one MP,")."""
    if not is_reporting(words, verb) or words.tokens[verb.first - 1].word != ",":
        return None
    if verb.word.weak or verb.word.lemma in ADDRESSING:
        return None
    phrase = find_inverted_subject(words.tokens, verb.last - 1, words.end)
    if phrase is None or words.tokens[phrase.first].lower in PRONOUNS:
        return None
    # Without a comma after it the phrase is the subject of what is reported ("said Jones “lied”").
    if phrase.last >= len(words.tokens) or words.tokens[phrase.last].word != ",":
        return None
    return _attribute_by_verb(rules.CLAUSE_BEFORE, words, verb, phrase, is_adjacent=False)


def _read_subject_and_verb(words: WordsBefore, verb: CueMatch) -> Attribution | None:
    """Read a subject with its verb; the rule depends on the words between verb and quote."""
    if not is_reporting(words, verb) or not introduces_quote(words, verb):
        return None
    words.subjects_left -= 1
    text, tokens, end = words.text, words.tokens, words.end
    phrase = find_subject(tokens, verb.first, is_gerund=verb.word.gerund)
    if phrase is None or is_expletive(tokens, phrase, verb.first):
        return None
    if is_reduced_relative(tokens, verb, phrase) or is_reported(tokens, verb, phrase):
        return None
    if verb.word.lemma in _OF_PERSONS and not can_speak(tokens, phrase):
        return None
    if words.introduces and is_joined_to_report(tokens, phrase, end):
        return None
    if is_of_another(words, verb, phrase) or is_of_inserted_clause(tokens, verb, phrase):
        return None
    if is_passive(tokens, verb):
        return _read_passive(words, verb, phrase)
    if is_denied(tokens, verb, phrase):
        return None if is_in_report(tokens, phrase) else _deny(rules.DENIED_BEFORE, words, verb)
    if rejects_claim(tokens, verb, end):
        return _deny(rules.REJECTED_CLAIM, words, verb)
    addressee = find_addressee(text, tokens, verb.last, verb.word)
    after = find_token_from(tokens, addressee.end) if addressee else verb.last
    setting = find_setting(text, tokens[:end], after)
    distance = end - verb.last
    is_adjacent = (
        distance <= BESIDE_WORDS
        or (words.introduces and distance <= _ADJACENT_WORDS)
        or describes_by_quote(words, verb)
    )
    return attribute(
        choose_rule(distance),
        tokens,
        phrase,
        make_cue(text, tokens, verb.first, verb.last, verb.word),
        addressee=addressee,
        setting=setting or find_leading_setting(text, tokens, verb.first),
        is_adjacent=is_adjacent,
    )


def _deny(rule: AttributionRule, words: WordsBefore, verb: CueMatch) -> Attribution:
    """Attribute a quote to nobody, though a verb comes before it."""
    cue = make_cue(words.text, words.tokens, verb.first, verb.last, verb.word)
    return attribute_to_nobody(rule, cue)


_VERB_READERS: tuple[Callable[[WordsBefore, CueMatch], Attribution | None], ...] = (
    _read_quoted_as_saying,
    _read_inverted_opening,
    _read_inverted_clause,
    _read_subject_and_verb,
)


def _read_passive(words: WordsBefore, verb: CueMatch, subject: NounPhrase) -> Attribution | None:
    """Read who speaks in the passive: whom "by" names, never the subject ("Smith was told")."""
    tokens, last = words.tokens, verb.last
    if last < words.end and tokens[last].lower == "by":
        phrase = read_noun_phrase(tokens, last + 1, words.end)
        if phrase and can_speak(tokens, phrase):
            distance = words.end - phrase.last
            return _attribute_by_verb(choose_rule(distance), words, verb, phrase)
    if verb.word.lemma not in ADDRESSING:
        return None
    cue = make_cue(words.text, tokens, verb.first, verb.last, verb.word)
    start, end = tokens[subject.first].start, tokens[subject.last - 1].end
    addressee = Phrase(words.text[start:end], start, end)
    return attribute_to_nobody(rules.PASSIVE_BEFORE, cue, addressee=addressee)


def _attribute_by_verb(
    rule: AttributionRule,
    words: WordsBefore,
    verb: CueMatch,
    phrase: NounPhrase,
    *,
    is_adjacent: bool = True,
) -> Attribution:
    cue = make_cue(words.text, words.tokens, verb.first, verb.last, verb.word)
    return attribute(rule, words.tokens, phrase, cue, is_adjacent=is_adjacent)
