"""Clauses that open a sentence and end with a quote: "Calling it “a risk,” Jo Smith left".

The subject behind a participle speaks the quote; the one behind "when" or "after" need not.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution import Attribution, attribute
from reader.quotes.attribution_colon import can_speak
from reader.quotes.cues import make_cue, match_cue
from reader.quotes.noun_phrases import read_noun_phrase
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, tokenize_sentence
from reader.text.sentences import find_sentence_start

_OPENING_CHARS = 250
"""Characters before a quote in which the clause that opens its sentence is read."""
_LEAST_CLAUSE_WORDS = 3
_CLAUSE_STARTS = load_word_class("clause_starts") - {"that", "but"}
_CONJUNCTIONS = frozenset(
    ("when", "while", "after", "before", "although", "though", "because", "since", "until", "once")
)


def read_opening_participle(
    text: str, opened: int, following: Sequence[Token]
) -> Attribution | None:
    """Read the speaker of a quote in the clause that opens a sentence.

    Args:
        text: the article.
        opened: the position of the opening mark.
        following: the words after the quote and its comma, to the end of the sentence.
    """
    start = find_sentence_start(text, max(0, opened - _OPENING_CHARS), opened)
    before = tokenize_sentence(text, start, opened)
    verb = match_cue(before, 0) if before else None
    if verb is None or not verb.word.gerund or any(token.word in ",;:" for token in before[:-1]):
        return None
    phrase = read_noun_phrase(following, 0, len(following))
    if phrase is None or phrase.last == len(following) or not can_speak(following, phrase):
        return None
    cue = make_cue(text, before, verb.first, verb.last, verb.word)
    return attribute(rules.PARTICIPLE_BEFORE, following, phrase, cue)


def ends_opening_clause(text: str, opened: int) -> bool:
    """Return whether a quote is the end of a clause with a conjunction that opens its sentence.

    ("When Smith called it “a risk,” Jones laughed": Jones need not have said it.)

    Args:
        text: the article.
        opened: the position of the opening mark.
    """
    start = find_sentence_start(text, max(0, opened - _OPENING_CHARS), opened)
    before = tokenize_sentence(text, start, opened)
    if len(before) < _LEAST_CLAUSE_WORDS or before[0].lower not in _CONJUNCTIONS:
        return False
    return not any(token.word in ",;:" for token in before)


def is_in_opening_clause(text: str, start: int, subject: int) -> bool:
    """Return whether the subject of a verb before a quote is that of a clause with a conjunction.

    ("When they asked, “…,” Smith said": where an attribution follows, it is the speaker's.)

    Args:
        text: the article.
        start: where the sentence begins.
        subject: where the subject begins.
    """
    words = text[start:subject].split()
    return bool(words) and words[0].lower() in _CLAUSE_STARTS and "," not in text[start:subject]
