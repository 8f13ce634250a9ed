"""Which quotes of several texts are the same utterance, by their words.

Candidates share a run of three words (two in a fragment) that is not made of the
commonest words only; they come from an index, so the cost grows with what is shared
and not with the number of pairs. A pair is then aligned word by word (RapidFuzz's
LCSseq) and judged by the weight of the words in common runs: how much of the shorter
one they make up, and how long the longest run is. Two quotations that share a turn
of phrase only, and those of two speakers that share a fragment, stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from reader.quote_versions.word_edits import QuoteWord, printed_words, quote_words, word_key
from reader.quotes.quote import Quote, QuoteKind, Speaker, SpeakerKind, group_utterances
from reader.quotes.quote_finder import find_quotes
from reader.quotes.reporting_vocabulary import load_word_class

SURE_RUN = 6
"""So many words in a row, two of them of some weight, are no chance."""
_TWO_SPEAKERS = 10
"""So many words in a row are one utterance even where articles name different speakers."""
LEAST_SHARE = 0.55
"""Part of the weight of the shorter quote that must be in common runs."""
_SAME_CONTEXT = 3
"""So many heavier words that stand around both speak for one occasion."""
_SPELLED = 5
"""Letters of a name from which on another spelling of it is looked for."""
_LIKE_NAMES = 85.0
_TITLE_WORDS = 5
_LIGHT = 0.15
_NAME = 0.3
_AROUND = 600
_SPOKEN_FOR = frozenset((SpeakerKind.ROLE, SpeakerKind.ORGANISATION))
"""Speakers whose words may be given to a person by name in another article."""
MOST_PLACES = 400
"""A run of words that stands in more quotes than this is a turn of phrase."""


@dataclass(frozen=True)
class Spoken:
    """What one paragraph of a text has of one utterance, ready for comparison."""

    document: int
    text: str = field(repr=False)
    """All of the document."""
    spans: tuple[tuple[int, int], ...]
    kind: QuoteKind
    words: tuple[QuoteWord, ...]
    weights: tuple[float, ...]
    speaker: Speaker | None
    quotes: tuple[Quote, ...]

    @cached_property
    def keys(self) -> list[str]:
        """What is compared of its words."""
        return [word.key for word in self.words]

    @cached_property
    def weight(self) -> float:
        """Of all its words."""
        return sum(self.weights)

    @cached_property
    def context(self) -> frozenset[str]:
        """The heavier words of the paragraph around it."""
        text, first, last = self.text, self.spans[0][0], self.spans[-1][1]
        begin = max(text.rfind("\n", 0, first) + 1, first - _AROUND)
        end = text.find("\n", last)
        end = min(last + _AROUND, end if end >= 0 else len(text))
        around = printed_words(text, begin, first) + printed_words(text, last, end)
        return frozenset(filter(is_content_key, map(word_key, around)))

    @cached_property
    def sentences(self) -> tuple[slice, ...]:
        """The positions of the words of its sentences."""
        return tuple(_sentences(self.text, self.words))


class Likeness(NamedTuple):
    """How much of two utterances is the same."""

    share: float
    """Part of the lighter one's weight in common runs, 0..1."""
    run: int
    """Words in the longest common run."""
    heavy: int
    """Words of some weight in common runs."""


def spoken(
    document: int,
    text: str,
    quotes: Sequence[Quote] | None = None,
    *,
    titles: bool = False,
    short: bool = False,
) -> list[Spoken]:
    """The utterances of a text that can be compared: speech of two words and more.

    With `titles`, also the names of works that are as long as a sentence; with
    `short`, also single words.
    """
    found = find_quotes(text) if quotes is None else quotes
    result: list[Spoken] = []
    for parts in _in_paragraphs(text, found):
        words = tuple(quote_words(text, [(part.start, part.end) for part in parts]))
        title = all(part.kind is QuoteKind.TITLE for part in parts)
        least = _TITLE_WORDS if title else 1 if short else 2
        if len(words) >= least and (titles or not title):
            result.append(_spoken(document, text, parts, words))
    return result


def _in_paragraphs(text: str, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, ...]]:
    """The parts of every utterance, those of each paragraph apart; quotes in quotes left out."""
    for utterance in group_utterances(quotes):
        if utterance.first.depth > 0:
            continue
        parts: list[Quote] = []
        for part in utterance.parts:
            if parts and text.find("\n", parts[-1].end, part.start) >= 0:
                yield tuple(parts)
                parts = []
            parts.append(part)
        yield tuple(parts)


def _spoken(
    document: int, text: str, parts: tuple[Quote, ...], words: tuple[QuoteWord, ...]
) -> Spoken:
    direct = any(part.kind is QuoteKind.DIRECT for part in parts)
    return Spoken(
        document=document,
        text=text,
        spans=tuple((part.start, part.end) for part in parts),
        kind=QuoteKind.DIRECT if direct else parts[0].kind,
        words=words,
        weights=tuple(_weights(text, words)),
        speaker=parts[0].speaker,
        quotes=parts,
    )


def likeness(one: Spoken, other: Spoken) -> Likeness:
    """Align two utterances. Symmetric but for ties."""
    return _likeness(one.keys, one.weights, other.keys, other.weights)


def same_utterance(one: Spoken, other: Spoken, found: Likeness | None = None) -> bool:
    """Whether two quotes are versions of one utterance; `found` is their likeness, if known."""
    found = found or likeness(one, other)
    if _are_two_people(one.speaker, other.speaker):
        return found.run >= _TWO_SPEAKERS or (found.share >= 0.95 and found.run >= 5)
    if found.run >= SURE_RUN and (found.heavy >= 1 or found.share >= 0.9):
        return True
    if found.share >= 0.8 and found.heavy >= 3 and found.run >= 3:
        return True
    if found.share >= 0.95 and found.heavy >= 2 and found.run >= 4:
        return True
    near = len(one.context & other.context) >= _SAME_CONTEXT
    if found.share >= 0.95 and found.heavy >= 1 and found.run >= 4 and near:
        return True
    if speakers_differ(one.speaker, other.speaker):
        return False
    agreed = speakers_agree(one.speaker, other.speaker)
    known = one.speaker is not None and other.speaker is not None
    if agreed and found.run >= 4 and found.heavy >= 2 and found.share >= 0.4:
        return True
    if agreed and found.run >= 4 and found.share >= (0.8 if found.heavy else 0.9):
        return True
    direct = QuoteKind.DIRECT in (one.kind, other.kind)
    if min(len(one.words), len(other.words)) >= 5 and direct:
        several = found.heavy >= 3 or (
            found.heavy == 2 and found.share >= (0.65 if agreed else 0.8)
        )
        if found.share >= LEAST_SHARE and found.run >= 3 and several:
            return True
        return known and _shares_sentence(one, other)
    if found.share >= 0.8 and found.run >= 2 and found.heavy >= 1:
        return agreed or (known and found.run >= 3) or near
    return known and direct and _shares_sentence(one, other)


def _are_two_people(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are named, and named differently."""
    if one is None or other is None or _SPOKEN_FOR & {one.kind, other.kind}:
        return False
    if not speakers_differ(one, other):
        return False
    return not _spelled_alike(_name_words(one.name), _name_words(other.name))


def _shares_sentence(one: Spoken, other: Spoken) -> bool:
    """Whether a sentence of one is a sentence of the other, in nearly the same words."""
    if len(one.sentences) < 2 and len(other.sentences) < 2:
        return False
    for a in one.sentences:
        keys = {word.key for word in one.words[a] if _weight(word) >= 1.0}
        for b in other.sentences:
            shared = sum(1 for word in other.words[b] if word.key in keys)
            if shared < 2:
                continue
            found = _likeness(one.keys[a], one.weights[a], other.keys[b], other.weights[b])
            if found.share >= 0.6 and found.run >= 4 and found.heavy >= 2:
                return True
    return False


def _likeness(
    here: Sequence[str],
    weights: Sequence[float],
    there: Sequence[str],
    other_weights: Sequence[float],
) -> Likeness:
    """The same for the keys of words and their weights."""
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(here, there).as_matching_blocks()
    runs = [(block.a, block.b, block.size) for block in blocks if block.size]
    common, heavy, longest = 0.0, 0, 0
    for a, _, size in _solid(runs, weights):
        for weight in weights[a : a + size]:
            common += weight
            heavy += weight >= 1.0
        longest = max(longest, size)
    lighter = min(sum(weights), sum(other_weights))
    return Likeness(common / lighter if lighter else 0.0, longest, heavy)


def speakers_agree(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are known and share a name."""
    if one is None or other is None:
        return False
    return not _name_words(one.name).isdisjoint(_name_words(other.name))


def speakers_differ(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are certainly not the same; unknown ones may be."""
    if one is None or other is None or not (one.is_stated and other.is_stated):
        return False
    here, there = _name_words(one.name), _name_words(other.name)
    if not here or not there:
        return False
    named = one.name[:1].isupper() and other.name[:1].isupper()
    return named and here.isdisjoint(there)


def _spelled_alike(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two names may be one that an outlet misspelled ("Papoulias", "Papulias")."""
    from rapidfuzz.fuzz import ratio

    return any(
        min(len(one), len(other)) >= _SPELLED and ratio(one, other) >= _LIKE_NAMES
        for one in here
        for other in there
    )


def pairs_of(utterances_of: Sequence[Sequence[Spoken]]) -> Iterator[tuple[Spoken, Spoken]]:
    """The pairs of utterances of different documents that share a run of words."""
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for document, found in enumerate(utterances_of):
        for number, item in enumerate(found):
            for gram in runs_of_words(item):
                index[gram].append((document, number))
    seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for places in index.values():
        if len(places) < 2 or len(places) > MOST_PLACES:
            continue
        for position, one in enumerate(places):
            for other in places[position + 1 :]:
                if one[0] != other[0]:
                    seen.add((one, other) if one < other else (other, one))
    for one, other in sorted(seen):
        yield utterances_of[one[0]][one[1]], utterances_of[other[0]][other[1]]


def match(texts: Sequence[str]) -> Iterable[tuple[int, tuple[int, int], int, tuple[int, int]]]:
    """The quotes of `texts` that are the same utterance in two of them.

    Returns (text, span, text, span) for every such pair, the earlier text first; a
    span goes from the first to the last quoted word.
    """
    found = [spoken(number, text, titles=True) for number, text in enumerate(texts)]
    for one, other in pairs_of(found):
        if same_utterance(one, other):
            yield (
                one.document,
                (one.spans[0][0], one.spans[-1][1]),
                other.document,
                (other.spans[0][0], other.spans[-1][1]),
            )


def _solid(
    runs: list[tuple[int, int, int]], weights: Sequence[float]
) -> Iterator[tuple[int, int, int]]:
    """The common runs that are more than scattered words: long, or next to others."""
    for index, (a, b, size) in enumerate(runs):
        if size >= 3 or (size == 2 and max(weights[a : a + 2]) >= 1.0):
            yield a, b, size
            continue
        for near in (index - 1, index + 1):
            if not 0 <= near < len(runs):
                continue
            first, second = sorted((runs[index], runs[near]))
            gap = max(second[0] - first[0] - first[2], second[1] - first[1] - first[2])
            if gap <= 2 and runs[near][2] >= 2:
                yield a, b, size
                break


def runs_of_words(item: Spoken) -> set[tuple[str, ...]]:
    """The runs of words by which a version of the same utterance is looked for."""
    keys = [word.key for word in item.words]
    weighty = [weight >= 1.0 for weight in item.weights]
    grams: set[tuple[str, ...]] = set()
    for size in (2, 3):
        for first in range(len(keys) - size + 1):
            heavy = sum(weighty[first : first + size])
            if heavy >= 2 or (size == 3 and heavy >= 1):
                grams.add(tuple(keys[first : first + size]))
    if len(keys) <= 3 and any(weighty):
        grams.add(tuple(keys))
        grams.update(tuple(keys[first : first + 2]) for first in range(len(keys) - 1))
    for first in range(len(keys) - 4):
        grams.add(tuple(keys[first : first + 5]))
    return grams


_COMMON = frozenset(word_key(word) for word in load_word_class("common_words"))


def is_content_word(word: QuoteWord) -> bool:
    """Whether sharing the word says anything."""
    return is_content_key(word.key)


def is_content_key(key: str) -> bool:
    """The same for the key of a word."""
    return key not in _COMMON and len(key) > 1


def _weight(word: QuoteWord) -> float:
    return _LIGHT if word.key in _COMMON or len(word.key) == 1 else 1.0


def _weights(text: str, words: Sequence[QuoteWord]) -> Iterator[float]:
    """Names weigh little: two statements on one matter share them; the reporter's words nothing."""
    for position, word in enumerate(words):
        if word.bracketed:
            yield 0.0
            continue
        named = (
            text[word.start].isupper()
            and position > 0
            and not _stops(text, words[position - 1], word)
            and not text[word.start : word.end].isupper()
        )
        yield min(_weight(word), _NAME if named else 1.0)


def _stops(text: str, word: QuoteWord, following: QuoteWord) -> bool:
    between = text[word.end : following.start]
    return word.part != following.part or any(sign in between for sign in ".?!:")


def _sentences(text: str, words: Sequence[QuoteWord]) -> Iterator[slice]:
    begin = 0
    for position in range(1, len(words) + 1):
        if position == len(words) or any(
            sign in text[words[position - 1].end : words[position].start] for sign in ".?!"
        ):
            if position - begin >= 4:
                yield slice(begin, position)
            begin = position


@lru_cache(maxsize=4_096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(map(word_key, name.split())) - _COMMON
