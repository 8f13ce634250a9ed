"""The parts of a sentence between commas, and the verbs in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import Token, is_capital

_PREPOSITIONS = load_word_class("phrase_ends")
_AUXILIARIES = load_word_class("auxiliaries")
CLAUSE_BREAKS = frozenset(",;:–—()[]-")
COORDINATORS = frozenset(("and", "but", "so", "or", "yet"))
_FINITE_VERBS = frozenset(("was", "were", "is", "are", "has", "had", "have", "would", "will"))
_MOST_SEGMENTS = 12
"""Parts between commas that are read before a verb."""
BEFORE_SUBJECTS = frozenset(("as", "while", "though", "although", "because", "whereas", "if"))


def skip_words(
    tokens: Sequence[Token], start: int, stop: int, words: Iterable[str] = COORDINATORS
) -> int:
    """Return the position of the first token that is not one of some words."""
    while start < stop and tokens[start].lower in words:
        start += 1
    return start


def find_segment_start(tokens: Sequence[Token], end: int) -> int:
    """Return the start of the part between commas that ends at `end`."""
    position = end
    while position > 0 and tokens[position - 1].word not in CLAUSE_BREAKS:
        position -= 1
    return position


def find_segments_before(tokens: Sequence[Token], comma: int) -> list[tuple[int, int]]:
    """Find the parts between commas before a position, in order, back to a colon or semicolon."""
    segments: list[tuple[int, int]] = []
    end = comma
    while end > 0 and len(segments) < _MOST_SEGMENTS:
        begin = find_segment_start(tokens, end)
        if begin < end:
            segments.append((begin, end))
        if begin == 0 or tokens[begin - 1].word in ";:":
            break
        end = begin - 1
    return segments[::-1]


def is_gerund_at(tokens: Sequence[Token], position: int) -> bool:
    """Whether a form on -ing, in lower case, is at a position ("since leaving office")."""
    token = tokens[position]
    return len(token.lower) > 5 and token.lower.endswith("ing") and not is_capital(token)


def has_any_verb(tokens: Sequence[Token], begin: int, end: int) -> bool:
    cues = load_vocabulary().cues
    return any(token.lower in cues or token.lower in _AUXILIARIES for token in tokens[begin:end])


def has_finite_verb(tokens: Sequence[Token], start: int, stop: int) -> bool:
    cues = load_vocabulary().cues
    for token in tokens[start:stop]:
        if token.lower in _FINITE_VERBS:
            return True
        cue = cues.get(token.lower)
        if cue and not cue.weak and not cue.gerund and not is_capital(token):
            return True
    return False


def is_governed_gerund(tokens: Sequence[Token], position: int) -> bool:
    """Whether a form on -ing follows a preposition ("accused of attacking Jo Smith")."""
    is_after = position > 0 and tokens[position - 1].lower in _PREPOSITIONS
    return is_after and is_gerund_at(tokens, position)


def is_inflected_cue(token: Token) -> bool:
    words = load_vocabulary()
    cue = words.cues.get(token.lower)
    if cue is None or token.lower == cue.lemma or is_capital(token):
        return False
    return token.lower not in words.roles
