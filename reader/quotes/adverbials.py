"""Parts of a sentence between commas in which no subject is: adverbials, datelines, parties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_acronym, is_capital

_NO_ADVERBIAL = frozenset(("that", "who", "whose", "which", "what"))
ADVERBIAL_STARTS = (load_word_class("phrase_ends") - _NO_ADVERBIAL) | load_word_class(
    "adverbial_starts"
)
"""Words that begin an adverbial before the subject."""
_RELATIVES = frozenset(("who", "which", "whose", "whom"))
_STATES = load_word_class("state_abbreviations")
_PARTY_AND_STATE = re.compile(r"(?:[RDIL]|DFL|Ind|Lab|Con)-[A-Z][\w.]*|[RDI]")
"""A politician's party, with or without a state ("R-Ohio")."""


def is_adverbial(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a part between commas is an adverbial, a relative clause, or party and state."""
    token = tokens[start]
    if is_acronym(token) and not is_acronym(tokens[min(start + 1, stop - 1)]):
        return start == 0 and _is_dateline(tokens, stop)
    if token.lower in _RELATIVES or token.word[0].isdigit() or token.lower in ADVERBIAL_STARTS:
        return True
    if stop - start == 1 and (_PARTY_AND_STATE.fullmatch(token.word) or is_state(token)):
        return True
    if start == 0 and (_is_dateline(tokens, stop) or _is_opening_participle(token)):
        return True
    is_alone = stop - start == 1 or not is_capital(tokens[start + 1])
    return is_alone and len(token.lower) > 4 and token.lower.endswith("ly")


def is_state(token: Token) -> bool:
    """Whether it is the abbreviation of a state after a place ("Ariz.")."""
    return token.word[0].isupper() and token.lower.rstrip(".") in _STATES


def _is_dateline(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a sentence begins with a place in capitals and a dash ("LONDON — ")."""
    is_dashed = stop < len(tokens) and tokens[stop].word in ("-", "–", "—")
    return is_dashed and all(
        len(token.word) > 1 and token.word.isupper() for token in tokens[:stop]
    )


def _is_opening_participle(token: Token) -> bool:
    """Whether a sentence begins with a participle ("Posting on the site, Jo Smith wrote")."""
    cue = load_vocabulary().cues.get(token.lower)
    return cue is not None and cue.gerund
