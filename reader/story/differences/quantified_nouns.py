"""Of how many of some things two sentences tell: all of them, nearly all, or most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.story.differences.difference import DifferenceKind
from reader.story.differences.stated_pairs import StatedPair, Statement

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence

_ALL, _NEARLY, _MOST = "all", "nearly all", "most"
_WHOLE = frozenset({"all", "every"})
_NEARLY_WORDS = frozenset({"nearly", "almost", "virtually", "practically"})
_BETWEEN = frozenset({"of", "the", "its", "their", "his", "her", "our", "these", "those"})
"""Words between a quantifier and its noun."""
_MOST_NOUNS = 3
_FEWEST_NOUNS = 2
"""Words of the things that two sentences share: "gun sales", not "people"."""
_SHARED = 0.4
"""The share of words by which the certainty of a pair is found."""


@dataclass(frozen=True, slots=True)
class QuantifiedNoun:
    """What part of some things a sentence tells of."""

    sentence: TextSentence
    start: int
    """Offset of the quantifier in the paragraph."""
    end: int
    part: str
    """all, nearly all, or most."""
    nouns: tuple[slice, ...]
    """The words for the things."""
    keys: frozenset[str]


def read_quantified_nouns(sentences: Sequence[TextSentence]) -> Iterator[QuantifiedNoun]:
    """Yield what the sentences of a paragraph tell a part of."""
    for sentence in sentences:
        words = sentence.words
        for at, word in enumerate(words):
            if word not in _WHOLE and word != "most":
                continue
            is_nearly = at > 0 and words[at - 1] in _NEARLY_WORDS
            part = _MOST if word == "most" else _NEARLY if is_nearly else _ALL
            if found := _read_nouns(sentence, at, at - is_nearly, part):
                yield found


def _read_nouns(sentence: TextSentence, at: int, first: int, part: str) -> QuantifiedNoun | None:
    tokens, words = sentence.tokens, sentence.words
    position = at + 1
    while position < len(tokens) and words[position] in _BETWEEN:
        position += 1
    nouns = []
    for token in tokens[position : position + _MOST_NOUNS]:
        if token.is_common or token.value is not None:
            break
        nouns.append(token)
    if len(nouns) < _FEWEST_NOUNS:
        return None
    spans = tuple(slice(token.start, token.end) for token in nouns)
    keys = frozenset(token.key for token in nouns)
    return QuantifiedNoun(sentence, tokens[first].start, tokens[at].end, part, spans, keys)


def pair_parts(
    here: Sequence[QuantifiedNoun],
    there: Sequence[QuantifiedNoun],
    is_stated: Callable[[int, QuantifiedNoun], bool],
) -> Iterator[StatedPair]:
    """Yield the parts of the same things of which two passages tell, where they differ.

    Args:
        here: those of one passage.
        there: those of the other.
        is_stated: whether the first (0) or the second passage (1) tells of that part, too.
    """
    for one in here:
        for other in there:
            # "Commercial gun sales" are not all gun sales.
            if one.part == other.part or one.keys != other.keys:
                continue
            if is_stated(1, one) or is_stated(0, other):
                continue
            yield StatedPair(
                DifferenceKind.NUMBER,
                Statement(one.start, one.end, one.part),
                Statement(other.start, other.end, other.part),
                True,
                _SHARED,
                (slice(one.nouns[0].start, one.nouns[-1].stop),),
            )
