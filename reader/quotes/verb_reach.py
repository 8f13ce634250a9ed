"""Whether a reporting verb before a quote reports it, by what is between the two."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution_rules import AttributionRule
from reader.quotes.cues import PASSIVE, CueMatch, is_gerund_noun, is_noun
from reader.quotes.noun_phrases import NounPhrase
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_capital, is_possessive
from reader.quotes.words_before import WordsBefore

_DESCRIBING = load_word_class("describing_verbs")
_LOOSE = load_word_class("loose_verbs")
_CALLING = frozenset(("call", "label", "brand", "dub", "deem", "term"))
"""Verbs that say what their object is, without "as"."""
_ENDINGS_OF_VERBS_ALONE = ("ed", "ing", "said", "told", "wrote")
_DETERMINERS = load_word_class("determiners")
_LIKENING = frozenset(("compare", "liken"))
"""Verbs that say what their object is like, after "to"."""
_COPULAS = frozenset(("is", "was", "are", "were"))
_COUNTED = frozenset(("a", "an", "all", "both", "most", "no", "some"))
"""Articles before what is summoned rather than named ("called a meeting")."""
_PREPOSITIONS = load_word_class("phrase_ends")
_BEGINNING = load_word_class("beginning_verbs")
_NOT_DESCRIBING = ("to", "for", "on", "about", "in")
# Words between a reporting verb and the quote, set by hand.
BESIDE_WORDS = 1
_NEAR_WORDS = 12
_WEAK_VERB_WORDS = 6
_LOOSE_VERB_WORDS = 8
_DESCRIPTION_WORDS = 8
_FAR_DESCRIPTION_WORDS = 25
_OBJECT_WORDS = 14
"""Between a verb and what it calls its object: "called the case against Smith “unfair”"."""
_BEFORE_THAT_WORDS = 7


def choose_rule(distance: int) -> AttributionRule:
    """Return the rule for a verb with so many words between it and the quote."""
    if distance <= BESIDE_WORDS:
        return rules.SPEAKER_VERB_BESIDE_BEFORE
    if distance <= _NEAR_WORDS:
        return rules.SPEAKER_VERB_NEAR_BEFORE
    return rules.SPEAKER_VERB_FAR_BEFORE


def is_reporting(words: WordsBefore, verb: CueMatch) -> bool:
    """Whether a verb inside the sentence is no participle after "as", no name and no noun."""
    tokens = words.tokens
    if verb.first == 0 or is_capital(tokens[verb.first]):
        return False
    if verb.word.gerund and verb.first > 1 and tokens[verb.last - 2].lower == "as":
        return False
    if verb.last == words.end and _ends_described_object(tokens, verb.first):
        return False
    if verb.word.gerund and _is_no_speech(tokens, verb.first):
        return False
    return _goes_on(tokens, verb.first) or not is_noun(tokens, verb.first, verb.word)


def _is_no_speech(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a participle says what a noun is for, or what another verb is about.

    ("an apology for calling it “…”", of whomever; "would not discuss dismissing “…”")
    """
    before = [token.lower for token in tokens[max(0, verb - 3) : verb]]
    if before[-1:] == ["for"]:
        return before[-2:-1] == ["apology"] or before[0] in ("a", "an", "any", "no")
    is_infinitive = len(before) > 1 and before[-2] in load_word_class("auxiliaries") | {"to", "not"}
    return is_infinitive and before[-1] in load_vocabulary().cues


def _ends_described_object(tokens: Sequence[Token], position: int) -> bool:
    """Whether a form ends the object that a verb describes by the quote ("called the report “…”").

    Only a verb that says what its object is has the quoted words right after it.
    """
    if not tokens[position].lower.endswith(_ENDINGS_OF_VERBS_ALONE):
        for before in range(position - 2, max(-1, position - _OBJECT_WORDS), -1):
            token = tokens[before]
            if token.word in ",;:" or token.lower in ("that", "who", "which"):
                return False
            cue = load_vocabulary().cues.get(token.lower)
            if cue is not None and cue.lemma in _CALLING and token.lower != cue.lemma:
                return tokens[before + 1].lower in _DETERMINERS
    return False


def introduces_quote(words: WordsBefore, verb: CueMatch) -> bool:
    """Whether a verb is near enough to report the quote, by how surely it reports speech."""
    distance = words.end - verb.last
    if verb.word.lemma in _BEGINNING and not words.introduces:
        return False
    if verb.word.lemma == "identify" and not describes_by_quote(words, verb):
        return False
    if verb.word.weak and not (
        distance <= BESIDE_WORDS
        or (distance <= _WEAK_VERB_WORDS and words.introduces)
        or describes_by_quote(words, verb)
        or _reports_clause(words, verb)
    ):
        return False
    is_loose = verb.word.lemma.replace(" ", "_") in _LOOSE and not _has_clause(words, verb)
    if is_loose and distance > _LOOSE_VERB_WORDS:
        return False
    is_infinitive = words.tokens[verb.first - 1].lower == "to"
    if is_infinitive and distance > BESIDE_WORDS and not _goes_on(words.tokens, verb.first):
        return False
    if verb.word.gerund and _is_object(words, verb):
        return False
    return not (verb.word.gerund and is_gerund_noun(words.tokens, verb.first))


def _has_clause(words: WordsBefore, verb: CueMatch) -> bool:
    """Whether "that" follows a verb, but for when and where ("reported on May 2, that")."""
    following = words.tokens[verb.last : verb.last + _BEFORE_THAT_WORDS]
    position = next((n for n, token in enumerate(following) if token.lower == "that"), None)
    if position is None:
        return False
    between = following[:position]
    return not between or between[0].lower in ("on", "in", "at", "over", "last", "this", "late")


def _is_object(words: WordsBefore, verb: CueMatch) -> bool:
    """Whether a participle after "of" is what another verb is of ("the idea of denying it is")."""
    between = [token.lower for token in words.tokens[verb.last : words.end]]
    is_governed = verb.first > 0 and words.tokens[verb.first - 1].lower == "of"
    return is_governed and not _COPULAS.isdisjoint(between)


def _reports_clause(words: WordsBefore, verb: CueMatch) -> bool:
    """Whether "that" follows a verb, which then reports speech ("charged that")."""
    follows = verb.last < words.end and words.tokens[verb.last].lower == "that"
    return follows and words.end - verb.last <= _NEAR_WORDS


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "went on to" and the like come before a verb."""
    before = [token.lower for token in tokens[max(0, verb - 3) : verb]]
    return before[-2:] == ["on", "to"] or before[-2:-1] in (["continued"], ["proceeded"])


def describes_by_quote(words: WordsBefore, verb: CueMatch) -> bool:
    """Whether "as" ties the verb to the quoted words ("described the rules as …")."""
    distance, lemma = words.end - verb.last, verb.word.lemma
    last = words.end - 1
    has_article = words.tokens[last].lower in ("a", "an", "the")
    if has_article and lemma in (*_DESCRIBING, *_LIKENING, "identify"):
        last -= 1
    if lemma == "identify" and not has_article:
        # Without an article it is the name of what is identified.
        return False
    if words.tokens[last].lower == "as":
        is_far = lemma in _DESCRIBING or lemma == "identify"
        return distance <= (_FAR_DESCRIPTION_WORDS if is_far else _DESCRIPTION_WORDS)
    if lemma in _LIKENING:
        return words.tokens[last].lower == "to" and distance <= _FAR_DESCRIPTION_WORDS
    if _has_object_beside(words, verb):
        return True
    if distance > _OBJECT_WORDS:
        return False
    between = {token.lower for token in words.tokens[verb.last : words.end]}
    return verb.word.lemma in _DESCRIBING and between.isdisjoint(_NOT_DESCRIBING)


def _has_object_beside(words: WordsBefore, verb: CueMatch) -> bool:
    """Whether the object of a verb that calls it by the quote begins at once and goes on to it.

    ("called the coins that were brought to the town “hush money”")
    """
    between = words.tokens[verb.last : words.end]
    if verb.word.lemma not in _CALLING or not between or len(between) > _FAR_DESCRIPTION_WORDS:
        return False
    is_object = between[0].lower in _DETERMINERS - _COUNTED or is_possessive(between[0])
    return is_object and between[-1].lower not in _PREPOSITIONS


def is_of_another(words: WordsBefore, verb: CueMatch, subject: NounPhrase) -> bool:
    """Whether what is quoted is one person's, and the subject of the verb is several.

    ("Senators should apologize for his claim that …")
    """
    tokens = words.tokens
    last = tokens[subject.last - 1]
    if subject.has_name or is_capital(last) or not last.lower.endswith("s"):
        return False
    between = [token.lower for token in tokens[verb.last : words.end]]
    owners = [number for number, word in enumerate(between) if word in ("his", "her")]
    return bool(owners) and between[-1] != "that" and "that" in between[owners[-1] :]


def is_expletive(tokens: Sequence[Token], phrase: NounPhrase, verb: int) -> bool:
    """Whether "it" refers to nobody ("it was reported")."""
    return tokens[phrase.first].lower == "it" and tokens[verb - 1].lower in PASSIVE
