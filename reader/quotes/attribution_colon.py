"""The speaker before a colon in a sentence without a reporting verb ("Smith was blunt: “…”")."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution import Attribution, attribute
from reader.quotes.clause_subjects import find_main_subject
from reader.quotes.noun_phrases import PRONOUNS, SURE_DAYS, NounPhrase, read_noun_phrase
from reader.quotes.quote import Cue, Stance
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_capital
from reader.quotes.text_authors import find_author, find_stated_author
from reader.quotes.words_before import WordsBefore

_NO_SPEAKERS = ("it", "this", "that")
_PREPOSITIONS = load_word_class("phrase_ends")
_TEXTS = load_word_class("documents") | load_word_class("words_said")
_SPEAKING_NOUNS = load_word_class("speaking_nouns") | load_word_class("documents")
_NOMINAL_CUE_WORDS = 12
"""Words before a colon in which a noun for what is said is read."""


def read_subject_and_colon(words: WordsBefore) -> Attribution | None:
    """Read the subject of a sentence without a reporting verb before a colon."""
    if not words.ends_in_colon:
        return _read_headline(words)
    tokens, end = words.tokens, words.end
    if tokens[0].lower == "from":
        phrase = read_noun_phrase(tokens, 1, end)
        if phrase and _is_introduced_person(tokens, phrase, end):
            return attribute(rules.INTRODUCED_FROM, tokens, phrase)
    phrase = find_stated_author(tokens, end) or find_main_subject(tokens, end)
    if phrase is None:
        return None
    is_text = find_author(tokens, phrase) != phrase
    phrase = phrase if is_text else _drop_unknown_verb(tokens, phrase, end)
    if is_text or can_speak(tokens, phrase):
        return attribute(rules.SUBJECT_COLON, tokens, phrase, _find_nominal_cue(words))
    return _read_object_and_colon(words)


def _read_headline(words: WordsBefore) -> Attribution | None:
    """Read who opens the headline of an article before a colon ("Harbour adviser: Lee “lied”").

    A name without title or given name may be that of a place or a matter.
    """
    tokens, known = words.tokens, load_vocabulary()
    if words.text[: tokens[0].start].strip():
        return None
    colon = next((n for n, token in enumerate(tokens[: words.end]) if token.word == ":"), 0)
    phrase = read_noun_phrase(tokens, 0, colon) if colon else None
    if phrase is None or phrase.last != colon:
        return None
    is_person = phrase.has_name and (
        phrase.name > phrase.first or tokens[phrase.name].word in known.gender
    )
    is_role = tokens[colon - 1].lower in known.roles
    return attribute(rules.SUBJECT_COLON, tokens, phrase) if is_person or is_role else None


def _find_nominal_cue(words: WordsBefore) -> Cue | None:
    """Find the noun for what is said before a colon ("swiped at her in a post:")."""
    for position in range(words.end - 1, max(0, words.end - _NOMINAL_CUE_WORDS), -1):
        token = words.tokens[position]
        is_plural = token.lower.endswith("s") and token.lower[:-1] in _TEXTS
        if token.lower in _TEXTS or is_plural:
            lemma = token.lower[:-1] if is_plural else token.lower
            text = words.text[token.start : token.end]
            return Cue(text, lemma, Stance.NEUTRAL, token.start, token.end)
    return None


def can_speak(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase is a name, a pronoun, or a noun for people, bodies or what they write."""
    if phrase.has_name:
        return True
    last = tokens[phrase.last - 1].lower
    if phrase.last == phrase.first + 1 and last in _NO_SPEAKERS:
        return False
    return last in PRONOUNS or last in load_vocabulary().roles or last in _SPEAKING_NOUNS


def _is_introduced_person(tokens: Sequence[Token], phrase: NounPhrase, end: int) -> bool:
    """Whether a name after "from" is a person's and no place's or day's.

    What shows it: a title, role or owner before the name, a given name, or what follows a comma.
    """
    words = load_vocabulary()
    if not phrase.has_name or tokens[phrase.name].lower in SURE_DAYS:
        return False
    is_last = phrase.last == end
    if not is_last and tokens[phrase.last].word != ",":
        return False
    if phrase.name > phrase.first or tokens[phrase.name].word in words.gender:
        return True
    following = [token.lower for token in tokens[phrase.last + 1 : phrase.last + 3]]
    is_member = following[:2] == ["of", "the"]
    return is_member or any(word in words.roles or word in words.titles for word in following)


def _drop_unknown_verb(tokens: Sequence[Token], phrase: NounPhrase, end: int) -> NounPhrase:
    """Leave out the word between a name and a colon, as a misspelt verb is ("Jo Smith siad:").

    With it what follows between two names ("Jo Smith rips Lee:").
    """
    if (subject := _find_name_before_verb(tokens, phrase)) is not None:
        return subject
    last = tokens[phrase.last - 1]
    is_beside = phrase.last == end and phrase.last - phrase.first > 1
    if not is_beside or is_capital(last) or not is_capital(tokens[phrase.last - 2]):
        return phrase
    if last.lower in load_vocabulary().roles or last.lower in _SPEAKING_NOUNS:
        return phrase
    return read_noun_phrase(tokens, phrase.first, phrase.last - 1) or phrase


def _find_name_before_verb(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase | None:
    """Return the name before a word in the form of a verb and another name ("Vance rips Lee:")."""
    verb = phrase.first
    while verb < phrase.last and is_capital(tokens[verb]):
        verb += 1
    if verb == phrase.first or verb + 1 >= phrase.last or not is_capital(tokens[verb + 1]):
        return None
    word = tokens[verb].lower
    words = load_vocabulary()
    is_verb = word.endswith(("s", "ed")) and word.isalpha() and word not in words.roles
    return read_noun_phrase(tokens, phrase.first, verb) if is_verb else None


def _read_object_and_colon(words: WordsBefore) -> Attribution | None:
    """Read the person in a role right before a colon ("it does not worry analyst Jo Smith:")."""
    tokens, end = words.tokens, words.end
    roles = load_vocabulary().roles
    for position in range(end - 1, 0, -1):
        if tokens[position].lower in roles and tokens[position - 1].lower not in _PREPOSITIONS:
            phrase = read_noun_phrase(tokens, position, end)
            is_whole = phrase is not None and phrase.has_name and phrase.last == end
            return attribute(rules.OBJECT_COLON, tokens, phrase) if phrase and is_whole else None
    return None
