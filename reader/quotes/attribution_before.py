"""The attribution before a quote in its sentence: rules of the group `RuleGroup.BEFORE`.

The words are read from the quote to the left. At each of them the phrases that attribute
("according to"), then, if it is a reporting verb, the rules for verbs are tried in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.quotes import attribution_rules as rules
from reader.quotes.addressee import (
    ADDRESSING,
    find_addressee,
    find_leading_setting,
    find_setting,
)
from reader.quotes.attribution import (
    MOST_SUBJECTS,
    Attribution,
    attribute,
    attribute_by_preposition,
    attribute_to_nobody,
    attribute_to_quoted,
    is_according_to,
)
from reader.quotes.attribution_rules import AttributionRule
from reader.quotes.clause_subjects import find_main_subject, find_subject
from reader.quotes.cues import (
    PASSIVE,
    CueMatch,
    is_gerund_noun,
    is_noun,
    is_passive,
    make_cue,
    match_cue,
)
from reader.quotes.embedded_clauses import (
    find_closed_clause,
    is_reduced_relative,
    is_reported,
)
from reader.quotes.inverted_subjects import find_inverted_subject
from reader.quotes.noun_phrases import PRONOUNS, SURE_DAYS, NounPhrase, read_noun_phrase
from reader.quotes.quote import Cue, Phrase, Stance
from reader.quotes.reporting_vocabulary import CueWord, load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import (
    Token,
    find_token_from,
    has_words_at,
    is_capital,
    is_word,
    tokenize_sentence,
)
from reader.quotes.text_authors import find_author, find_stated_author

_IN_THE_WORDS_OF = CueWord("in the words of", Stance.NEUTRAL, False, False)
_DESCRIBING = load_word_class("describing_verbs")
_LOOSE = load_word_class("loose_verbs")
_NOT_DESCRIBING = ("to", "for", "on", "about", "in")
_NO_SPEAKERS = ("it", "this", "that")
_PREPOSITIONS = load_word_class("phrase_ends")
_TEXTS = load_word_class("documents") | load_word_class("words_said")
_SPEAKING_NOUNS = load_word_class("speaking_nouns") | load_word_class("documents")

_NOMINAL_CUE_WORDS = 12
"""Words before a colon in which a noun for what is said is read."""
_READ_WORDS = 60
"""Words before a quote that are read."""
# Words between a reporting verb and the quote, set by hand.
_BESIDE_WORDS, _NEAR_WORDS = 1, 12
_NEAR_ACCORDING_WORDS = 20
_ADJACENT_WORDS = 8
_WEAK_VERB_WORDS = 6
_LOOSE_VERB_WORDS = 8
_DESCRIPTION_WORDS = 8


@dataclass(slots=True)
class _WordsBefore:
    """The reporter's words before a quote in its sentence."""

    text: str
    tokens: Sequence[Token]
    end: int
    """Position after the last word; signs may follow it."""
    subjects_left: int = MOST_SUBJECTS

    @property
    def introduces(self) -> bool:
        """Whether a comma or a colon comes before the quote."""
        return self.end < len(self.tokens) and self.tokens[-1].word in ",:"

    @property
    def ends_in_colon(self) -> bool:
        """Whether a colon comes before the quote."""
        return self.end < len(self.tokens) and self.tokens[-1].word == ":"

    def has_preposition_at(self, position: int) -> bool:
        """Whether "according to", or "per" at the start, is at a position."""
        opens_with_per = position == 0 and self.introduces and self.tokens[0].lower == "per"
        return opens_with_per or is_according_to(self.tokens, position)


def read_before(text: str, spans: Sequence[tuple[int, int]]) -> Attribution | None:
    """Read the attribution before a quote.

    Args:
        text: the article.
        spans: the stretches of the sentence before the quote that are outside any quote, in
            order; the last one ends at the opening mark.
    """
    words = _read_words_before(text, spans)
    if words is None:
        return None
    closed = find_closed_clause(words.tokens, words.end)
    for position in range(words.end - 1, max(-1, words.end - _READ_WORDS), -1):
        if closed is not None and position > closed:
            continue
        if words.has_preposition_at(position):
            return _read_preposition(words, position)
        if found := _read_fixed_phrase(words, position) or _read_verb(words, position):
            return found
    return _read_subject_and_colon(words)


def _read_words_before(text: str, spans: Sequence[tuple[int, int]]) -> _WordsBefore | None:
    """Tokenize the words before a quote; a comma replaces each quote among them."""
    tokens: list[Token] = []
    for begin, stop in spans:
        if tokens:
            tokens.append(Token(begin, begin, ",", ","))
        tokens += tokenize_sentence(text, begin, stop)
    end = len(tokens)
    while end and not is_word(tokens[end - 1]):
        end -= 1
    return _WordsBefore(text, tokens, end) if end else None


def _read_preposition(words: _WordsBefore, position: int) -> Attribution | None:
    """Read the speaker after "according to" or "per"."""
    rule = rules.PER
    if words.tokens[position].lower == "according":
        is_near = words.end - position < _NEAR_ACCORDING_WORDS
        rule = rules.ACCORDING_TO_NEAR_BEFORE if is_near else rules.ACCORDING_TO_FAR_BEFORE
    return attribute_by_preposition(rule, words.text, words.tokens, position)


def _read_fixed_phrase(words: _WordsBefore, position: int) -> Attribution | None:
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


def _read_verb(words: _WordsBefore, position: int) -> Attribution | None:
    """Try the rules for verbs on the reporting verb at a position."""
    verb = match_cue(words.tokens, position) if words.subjects_left else None
    if verb is None:
        return None
    for read in _VERB_READERS:
        if found := read(words, verb):
            return found
    return None


def _read_quoted_as_saying(words: _WordsBefore, verb: CueMatch) -> Attribution | None:
    return attribute_to_quoted(rules.QUOTED_AS_SAYING_BEFORE, words.text, words.tokens, verb)


def _read_inverted_opening(words: _WordsBefore, verb: CueMatch) -> Attribution | None:
    """Read a verb that opens the sentence ("Said Smith:")."""
    if verb.first > 0 or not words.introduces or verb.word.weak:
        return None
    phrase = find_inverted_subject(words.tokens, verb.last - 1, words.end)
    return _attribute_by_verb(rules.VERB_SPEAKER_BEFORE, words, verb, phrase) if phrase else None


def _read_inverted_clause(words: _WordsBefore, verb: CueMatch) -> Attribution | None:
    """Read a clause of the reporter inside the sentence (", said one MP,")."""
    if not _is_reporting(words, verb) or words.tokens[verb.first - 1].word != ",":
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


def _read_subject_and_verb(words: _WordsBefore, verb: CueMatch) -> Attribution | None:
    """Read a subject with its verb; the rule depends on the words between verb and quote."""
    if not _is_reporting(words, verb) or not _introduces_quote(words, verb):
        return None
    words.subjects_left -= 1
    text, tokens, end = words.text, words.tokens, words.end
    phrase = find_subject(tokens, verb.first, is_gerund=verb.word.gerund)
    if phrase is None or _is_expletive(tokens, phrase, verb.first):
        return None
    if is_reduced_relative(tokens, verb, phrase) or is_reported(tokens, verb, phrase):
        return None
    if is_passive(tokens, verb):
        return _read_passive(words, verb, phrase)
    addressee = find_addressee(text, tokens, verb.last, verb.word)
    after = find_token_from(tokens, addressee.end) if addressee else verb.last
    setting = find_setting(text, tokens[:end], after)
    distance = end - verb.last
    is_adjacent = (
        distance <= _BESIDE_WORDS
        or (words.introduces and distance <= _ADJACENT_WORDS)
        or _describes_by_quote(words, verb)
    )
    return attribute(
        _choose_rule(distance),
        tokens,
        phrase,
        make_cue(text, tokens, verb.first, verb.last, verb.word),
        addressee=addressee,
        setting=setting or find_leading_setting(text, tokens, verb.first),
        is_adjacent=is_adjacent,
    )


_VERB_READERS: tuple[Callable[[_WordsBefore, CueMatch], Attribution | None], ...] = (
    _read_quoted_as_saying,
    _read_inverted_opening,
    _read_inverted_clause,
    _read_subject_and_verb,
)


def _read_subject_and_colon(words: _WordsBefore) -> Attribution | None:
    """Read the subject of a sentence without a reporting verb before a colon."""
    if not words.ends_in_colon:
        return None
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
    if is_text or _can_speak(tokens, phrase):
        return attribute(rules.SUBJECT_COLON, tokens, phrase, _find_nominal_cue(words))
    return _read_object_and_colon(words)


def _find_nominal_cue(words: _WordsBefore) -> Cue | None:
    """Find the noun for what is said before a colon ("swiped at her in a post:")."""
    for position in range(words.end - 1, max(0, words.end - _NOMINAL_CUE_WORDS), -1):
        token = words.tokens[position]
        is_plural = token.lower.endswith("s") and token.lower[:-1] in _TEXTS
        if token.lower in _TEXTS or is_plural:
            lemma = token.lower[:-1] if is_plural else token.lower
            text = words.text[token.start : token.end]
            return Cue(text, lemma, Stance.NEUTRAL, token.start, token.end)
    return None


def _can_speak(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
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
    """Leave out the word between a name and a colon, as a misspelt verb is ("Jo Smith siad:")."""
    last = tokens[phrase.last - 1]
    is_beside = phrase.last == end and phrase.last - phrase.first > 1
    if not is_beside or is_capital(last) or not is_capital(tokens[phrase.last - 2]):
        return phrase
    if last.lower in load_vocabulary().roles or last.lower in _SPEAKING_NOUNS:
        return phrase
    return read_noun_phrase(tokens, phrase.first, phrase.last - 1) or phrase


def _read_object_and_colon(words: _WordsBefore) -> Attribution | None:
    """Read the person in a role right before a colon ("it does not worry analyst Jo Smith:")."""
    tokens, end = words.tokens, words.end
    roles = load_vocabulary().roles
    for position in range(end - 1, 0, -1):
        if tokens[position].lower in roles and tokens[position - 1].lower not in _PREPOSITIONS:
            phrase = read_noun_phrase(tokens, position, end)
            is_whole = phrase is not None and phrase.has_name and phrase.last == end
            return attribute(rules.OBJECT_COLON, tokens, phrase) if phrase and is_whole else None
    return None


def _read_passive(words: _WordsBefore, verb: CueMatch, subject: NounPhrase) -> Attribution | None:
    """Read who speaks in the passive: whom "by" names, never the subject ("Smith was told")."""
    tokens, last = words.tokens, verb.last
    if last < words.end and tokens[last].lower == "by":
        phrase = read_noun_phrase(tokens, last + 1, words.end)
        if phrase and _can_speak(tokens, phrase):
            distance = words.end - phrase.last
            return _attribute_by_verb(_choose_rule(distance), words, verb, phrase)
    if verb.word.lemma not in ADDRESSING:
        return None
    cue = make_cue(words.text, tokens, verb.first, verb.last, verb.word)
    start, end = tokens[subject.first].start, tokens[subject.last - 1].end
    addressee = Phrase(words.text[start:end], start, end)
    return attribute_to_nobody(rules.PASSIVE_BEFORE, cue, addressee=addressee)


def _attribute_by_verb(
    rule: AttributionRule,
    words: _WordsBefore,
    verb: CueMatch,
    phrase: NounPhrase,
    *,
    is_adjacent: bool = True,
) -> Attribution:
    cue = make_cue(words.text, words.tokens, verb.first, verb.last, verb.word)
    return attribute(rule, words.tokens, phrase, cue, is_adjacent=is_adjacent)


def _choose_rule(distance: int) -> AttributionRule:
    if distance <= _BESIDE_WORDS:
        return rules.SPEAKER_VERB_BESIDE_BEFORE
    if distance <= _NEAR_WORDS:
        return rules.SPEAKER_VERB_NEAR_BEFORE
    return rules.SPEAKER_VERB_FAR_BEFORE


def _is_reporting(words: _WordsBefore, verb: CueMatch) -> bool:
    """Whether a verb inside the sentence is no participle after "as", no name and no noun."""
    tokens = words.tokens
    if verb.first == 0 or is_capital(tokens[verb.first]):
        return False
    if verb.word.gerund and verb.first > 1 and tokens[verb.last - 2].lower == "as":
        return False
    return _goes_on(tokens, verb.first) or not is_noun(tokens, verb.first, verb.word)


def _introduces_quote(words: _WordsBefore, verb: CueMatch) -> bool:
    """Whether a verb is near enough to report the quote, by how surely it reports speech."""
    distance = words.end - verb.last
    if verb.word.weak and not (
        distance <= _BESIDE_WORDS
        or (distance <= _WEAK_VERB_WORDS and words.introduces)
        or _describes_by_quote(words, verb)
        or _reports_clause(words, verb)
    ):
        return False
    if verb.word.lemma in _LOOSE and distance > _LOOSE_VERB_WORDS:
        return False
    is_infinitive = words.tokens[verb.first - 1].lower == "to"
    if is_infinitive and distance > _BESIDE_WORDS and not _goes_on(words.tokens, verb.first):
        return False
    return not (verb.word.gerund and is_gerund_noun(words.tokens, verb.first))


def _reports_clause(words: _WordsBefore, verb: CueMatch) -> bool:
    """Whether "that" follows a verb, which then reports speech ("charged that")."""
    follows = verb.last < words.end and words.tokens[verb.last].lower == "that"
    return follows and words.end - verb.last <= _NEAR_WORDS


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "went on to" and the like come before a verb."""
    before = [token.lower for token in tokens[max(0, verb - 3) : verb]]
    return before[-2:] == ["on", "to"] or before[-2:-1] in (["continued"], ["proceeded"])


def _describes_by_quote(words: _WordsBefore, verb: CueMatch) -> bool:
    """Whether "as" ties the verb to the quoted words ("described the rules as …")."""
    if words.end - verb.last > _DESCRIPTION_WORDS:
        return False
    if words.tokens[words.end - 1].lower == "as":
        return True
    between = {token.lower for token in words.tokens[verb.last : words.end]}
    return verb.word.lemma in _DESCRIBING and between.isdisjoint(_NOT_DESCRIBING)


def _is_expletive(tokens: Sequence[Token], phrase: NounPhrase, verb: int) -> bool:
    """Whether "it" refers to nobody ("it was reported")."""
    return tokens[phrase.first].lower == "it" and tokens[verb - 1].lower in PASSIVE
