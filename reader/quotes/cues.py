"""Reporting verbs among the words of a sentence, and words that only have their form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.quote import Cue
from reader.quotes.reporting_vocabulary import CueWord, load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, has_words_at, is_adverb, is_word

PASSIVE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
_DESCRIBING = load_word_class("describing_verbs") - {"refer", "call"}
_TEXTS = load_word_class("documents") | load_word_class("words_said")
_NOUNS = load_word_class("verbs_that_are_nouns")
_AUXILIARIES = load_word_class("auxiliaries")
_PAST_VERBS = load_word_class("past_verbs") - _AUXILIARIES
_PRONOUNS = load_word_class("pronouns")
_PREPOSITIONS = load_word_class("phrase_ends") - _PRONOUNS - {"but", "that", "so", "then", "n't"}
_BEFORE_NOUN = load_word_class("before_nouns")
_BEFORE_VERB = frozenset(("also", "now", "never", "often", "always", "still", "sometimes", "even"))
"""Adverbs after which a form is a verb ("often notes in", "now claim that")."""
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "our"))
_BEFORE_GERUND_NOUN = frozenset(("a", "an", "the", "this", "every", "each"))
_AFTER_PLURAL = frozenset(
    (
        *("from", "in", "on", "for", "to", "and", "with", "about", "against", "like", "such"),
        "over",
    )
)
"""After one of these a form on -s is a plural ("reports from")."""
_SUBJECTS_OF_LEMMA = frozenset(("they", "we", "i", "you"))
_WITH_OF = frozenset(("say", "speak", "write"))
"""Verbs that "of" follows ("writes of the mayor")."""
_AFTER_NOUNS = frozenset(("of", "from", "in", "at", "for", "outside"))
"""Prepositions that tie a noun to a subject ("a mother of two says")."""
_UNCERTAIN = frozenset(("say", "report", "rumour", "think", "believe", "know", "allege"))
"""Verbs that report no speech before "to be" and "to have"."""
_RELATIVES = frozenset(("what", "which", "that", "who", "whom"))
_RELATIVE_WORDS = 6
"""Words before a verb in which the pronoun of its relative clause is."""
_QUOTED_WORDS = 8
"""Words after "quoted" in which "as saying" may follow."""


class CueMatch(NamedTuple):
    """A reporting verb among the tokens of a sentence."""

    first: int
    """Position of the verb."""
    last: int
    """Position after its last word."""
    word: CueWord


def match_cue(tokens: Sequence[Token], position: int) -> CueMatch | None:
    """Find the reporting verb that begins at a position."""
    if position >= len(tokens):
        return None
    words = load_vocabulary()
    lower = tokens[position].lower
    if lower not in words.opening:
        return None
    if position + 1 < len(tokens):
        pair = words.phrases.get((lower, tokens[position + 1].lower))
        if pair:
            return CueMatch(position, position + 2, pair)
    word = words.cues.get(lower)
    if word is None or _reports_nothing(tokens, position, word):
        return None
    if lower == "quoted" and word.lemma == "quote":
        return _match_quoted(tokens, position, word)
    return CueMatch(position, position + 1, word)


def make_cue(text: str, tokens: Sequence[Token], first: int, last: int, word: CueWord) -> Cue:
    """Build the cue of some tokens; the auxiliary of "was quoted" belongs to it."""
    if word.lemma == "quote" and first and tokens[first - 1].lower in PASSIVE:
        first -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    return Cue(text[start:end], word.lemma, word.stance, start, end)


def is_noun(tokens: Sequence[Token], position: int, word: CueWord) -> bool:
    """Whether a word that has the form of a verb is a noun ("a report", "claims of racism")."""
    lower = tokens[position].lower
    if lower not in (word.lemma, word.lemma + "s") or position == 0:
        return False
    before = tokens[position - 1].lower
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if before == "to" and position > 1 and tokens[position - 2].lower in ("had", "has", "have"):
        return False
    if before in _BEFORE_VERB and (lower != word.lemma or after == "that"):
        return False
    is_owned = before.endswith(("’s", "'s")) or _is_owned_over_quote(tokens, position)
    if before in _BEFORE_NOUN or is_owned or (after == "of" and word.lemma not in _WITH_OF):
        return True
    if word.lemma not in _NOUNS:
        return False
    if lower != word.lemma:
        if after in _AFTER_PLURAL or _is_plural_object(tokens, position):
            return True
        if after in PASSIVE and _is_subject(tokens, position):
            return True
        is_relative = after == "that" and _is_verb_at(tokens, position + 2)
        return is_relative or (after == "that" and not _can_be_subject_end(tokens[position - 1]))
    is_plural = before.endswith("s") and not before.endswith(("ss", "us", "is"))
    return before not in _SUBJECTS_OF_LEMMA and not is_plural


def _is_owned_over_quote(tokens: Sequence[Token], position: int) -> bool:
    """Whether quoted words are between an owner and a noun ("Smith's “minor” issues")."""
    # The place of a quote is held by a token of no length.
    is_quote = position > 1 and tokens[position - 1].start == tokens[position - 1].end
    return is_quote and tokens[position - 2].lower.endswith(("’s", "'s"))


def _is_verb_at(tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb follows "that", which is then a relative pronoun ("protests that began")."""
    lower = tokens[position].lower if position < len(tokens) else ""
    return lower in _PAST_VERBS or lower in _AUXILIARIES


def _can_be_subject_end(token: Token) -> bool:
    """Whether a subject or an adverb can end in a word ("lob" in "rivals lob charges" can't)."""
    words = load_vocabulary()
    is_known = token.lower in words.roles or token.lower in _PRONOUNS or token.lower in _AUXILIARIES
    return token.word[0].isupper() or not is_word(token) or is_known or is_adverb(token)


def _is_subject(tokens: Sequence[Token], position: int) -> bool:
    """Whether a form before "is" is its subject ("Mueller questions is", not "what he claims is").

    A verb has its own subject in a relative clause.
    """
    before = [token.lower for token in tokens[max(0, position - _RELATIVE_WORDS) : position]]
    return before[-1] not in _PRONOUNS and _RELATIVES.isdisjoint(before)


def _is_plural_object(tokens: Sequence[Token], position: int) -> bool:
    """Whether a form on -s follows a preposition or another verb ("on claims", "hauled signs").

    A noun may be between them ("over budget issues").
    """
    if _is_object_of_past(tokens, position) or _follows_object(tokens, position):
        return True
    for before in range(position - 1, max(-1, position - 3), -1):
        token = tokens[before]
        if token.word[0].isupper() or not is_word(token):
            return False
        is_verb = before == position - 1 and token.lower.endswith("ed")
        if is_verb or token.lower in _PREPOSITIONS or token.lower.endswith("ing"):
            return before == position - 1 or token.lower not in _AFTER_NOUNS
        if token.lower in load_vocabulary().roles or token.lower in _PRONOUNS:
            return False
    return False


def _follows_object(tokens: Sequence[Token], position: int) -> bool:
    """Whether a bare noun and a preposition on -ing come before ("following opposition claims")."""
    if position < 2 or not is_word(tokens[position - 1]):
        return False
    return tokens[position - 2].lower in ("amid", "despite", "following", "over")


def _is_object_of_past(tokens: Sequence[Token], position: int) -> bool:
    """Whether a past verb and one or two words come before a form on -s ("drew Tory demands")."""
    for before in range(position - 2, max(0, position - 4), -1):
        if not all(map(is_word, tokens[before + 1 : position])):
            return False
        if tokens[before].lower in _PAST_VERBS:
            return True
    return False


def is_passive(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether a verb is a participle after "was", so that its subject is not who speaks.

    "was reported as saying" is no such report: its subject spoke.
    """
    word, lower = verb.word, tokens[verb.first].lower
    if word.gerund or lower.startswith(word.lemma + "s") or word.lemma in ("quote", "hear"):
        return False
    if has_words_at(tokens, verb.last, "as", "saying"):
        return False
    following = tokens[verb.last].lower if verb.last < len(tokens) else ""
    if word.lemma in _DESCRIBING and lower.endswith("ed") and following in ("in", "by"):
        return True
    if word.lemma == "accuse" and following == "of":
        # Who accuses has an object: "Smith accused him of".
        return True
    position = verb.first - 1
    while position > 0 and is_adverb(tokens[position]):
        position -= 1
    return position >= 0 and tokens[position].lower in PASSIVE


def is_gerund_noun(tokens: Sequence[Token], position: int) -> bool:
    """Whether a form on -ing is a noun ("told a regular briefing", "today's ruling")."""
    if position and tokens[position - 1].lower in _TEXTS:
        return False
    if position and tokens[position - 1].lower.endswith(("’s", "'s")):
        return True
    return any(
        tokens[before].lower in _BEFORE_GERUND_NOUN
        for before in range(max(0, position - 2), position)
    )


def _match_quoted(tokens: Sequence[Token], position: int, word: CueWord) -> CueMatch | None:
    """Extend "quoted" to "quoted as saying"; "quoted by" names no speaker."""
    last = position + 1
    if last + 1 < len(tokens) and tokens[last].lower == "as":
        return CueMatch(position, last + 2, word)
    for ahead in range(last, min(last + _QUOTED_WORDS, len(tokens) - 1)):
        if has_words_at(tokens, ahead, "as", "saying"):
            is_passive = position > 0 and tokens[position - 1].lower in PASSIVE
            return CueMatch(position, ahead + 2 if is_passive else last, word)
    if has_words_at(tokens, last, "by"):
        return None
    return CueMatch(position, last, word)


def _reports_nothing(tokens: Sequence[Token], position: int, word: CueWord) -> bool:
    """Whether a verb does not report ("added to", "said to be", "took repeated steps")."""
    following = [token.lower for token in tokens[position + 1 : position + 3]]
    if word.lemma == "add" and following[:1] in (["to"], ["up"]):
        return True
    if following in (["to", "be"], ["to", "have"]):
        return word.lemma in _UNCERTAIN
    before = tokens[position - 1].lower if position else ""
    is_participle = tokens[position].lower.endswith("ed")
    if is_participle and before.endswith(("’s", "'s")) and following[:1]:
        # "Smith's alleged role": before a clause it is "Smith has alleged".
        opens_clause = following[0] in _PRONOUNS or following[0] in ("that", "the", "a", "an")
        return is_word(tokens[position + 1]) and not opens_clause
    if is_participle and position > 1 and before.endswith("ing"):
        # "refusing repeated demands"
        is_plural = following[:1] != [] and following[0].endswith("s")
        return is_plural and not following[0].endswith("selves") and is_word(tokens[position + 1])
    return is_participle and (before in _ARTICLES or before in _PAST_VERBS)
