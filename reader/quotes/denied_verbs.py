"""Reporting verbs that are denied ("would not say whether"): they give their subject no words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.cues import CueMatch, match_cue
from reader.quotes.noun_phrases import NounPhrase
from reader.quotes.quote import Stance
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, is_adverb

_NEGATIONS = frozenset(("not", "never", "n't", "n’t", "cannot"))
_CONTRACTED = ("n't", "n’t")
_NOT_ALONE = frozenset(("only", "just", "merely", "simply"))
"""After "not": what is said is said, and more than that."""
_REFUSALS = load_word_class("refusals")
"""Verbs before "to" or a form on -ing: "declined to say", "avoided calling"."""
_BETWEEN = (load_word_class("auxiliaries") | {"yet"}) - _NEGATIONS


def is_denied(tokens: Sequence[Token], verb: CueMatch, subject: NounPhrase) -> bool:
    """Return whether the subject of a verb before a quote is said not to have said it.

    ("Smith did not say whether it was “…”", "Smith declined to call it “…”"). What somebody does
    not think is a statement all the same.

    Args:
        tokens: the reporter's words before the quote.
        verb: the verb.
        subject: its subject.
    """
    if verb.word.stance is Stance.THINKING or subject.last > verb.first:
        return False
    position = verb.first - 1
    if position > subject.last and tokens[position].lower == "to":
        position -= 1
    is_refused = position >= subject.last and tokens[position].lower in _REFUSALS
    is_bound = verb.word.gerund or position < verb.first - 1
    if is_refused and is_bound:
        return True
    if position < verb.first - 1:
        return False
    while position >= subject.last:
        lower = tokens[position].lower
        if lower in _NEGATIONS or lower.endswith(_CONTRACTED):
            return tokens[position + 1].lower not in _NOT_ALONE
        if lower not in _BETWEEN and not is_adverb(tokens[position]):
            return False
        position -= 1
    return False


def is_in_report(tokens: Sequence[Token], subject: NounPhrase) -> bool:
    """Return whether another verb reports the clause of a subject: "Smith said he did not call"."""
    position = subject.first - 1
    if position > 0 and tokens[position].lower == "that":
        position -= 1
    outer = match_cue(tokens, position) if position > 0 else None
    return outer is not None and not outer.word.weak
