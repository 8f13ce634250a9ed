"""Sentences of one article that stand in a passage of another, nearly word for word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.articles import Passage, Place
from reader.story.collated.repeated_sentences import split_passage
from reader.text.words import word_key, word_spans

_STANDS = 0.8
"""A sentence stands in a passage that has at least this part, 0..1, of its words, each beside the
same neighbour as here."""
_FEWEST_WORDS = 5
"""Fewer words may be in two sentences by chance."""

_Pair = tuple[str, str]


class WordsAgain:
    """Passages, to find sentences of other articles in them."""

    def __init__(self) -> None:
        self._passages: list[Passage] = []
        self._having: dict[_Pair, set[int]] = defaultdict(set)

    def add(self, passage: Passage) -> None:
        """Let sentences be found in a passage."""
        for pair in pairwise(_read_words(passage)):
            self._having[pair].add(len(self._passages))
        self._passages.append(passage)

    def find(self, sentence: Passage) -> Passage | None:
        """Return the passage of another article in which a sentence stands; the first of several.

        None where its words are too few to tell.
        """
        words = _read_words(sentence)
        if len(words) < _FEWEST_WORDS:
            return None
        covered: dict[int, set[int]] = defaultdict(set)
        for at, pair in enumerate(pairwise(words)):
            for number in self._having.get(pair, ()):
                covered[number].update((at, at + 1))
        standing = [
            (-len(positions), number)
            for number, positions in covered.items()
            if len(positions) >= _STANDS * len(words)
            and self._passages[number].article_position != sentence.article_position
        ]
        return self._passages[min(standing)[1]] if standing else None


class Standing:
    """The sentences that stand in a passage of another article.

    Args:
        found: for each the passage.
    """

    def __init__(self, found: Mapping[Passage, Passage]) -> None:
        self._by_place: dict[Place, list[tuple[Passage, Passage]]] = defaultdict(list)
        for sentence, passage in found.items():
            self._by_place[passage.place].append((passage, sentence))

    def list_in(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """Return the sentences that stand in some passages."""
        return tuple(
            sentence
            for place in dict.fromkeys(each.place for each in passages)
            for passage, sentence in self._by_place.get(place, ())
            if any(passage.overlaps(each) for each in passages)
        )


def take_words_again(
    told: Iterable[Passage], apart: Mapping[Place, tuple[Passage, ...]]
) -> tuple[dict[Place, tuple[Passage, ...]], Standing]:
    """Divide passages in no moment into those that stand nowhere else, and the others.

    Of two of them of which each stands in the other, the one with more words stays.

    Args:
        told: all passages of moments.
        apart: the passages in none, by their places.

    Returns:
        Those that stand nowhere else, by their places; and the sentences that do.
    """
    index = WordsAgain()
    for passage in told:
        index.add(passage)
    sentences = [
        each for own in apart.values() for passage in own for each in split_passage(passage)
    ]
    standing: dict[Passage, Passage] = {}
    for sentence in sorted(sentences, key=lambda each: -len(each.text.split())):
        found = index.find(sentence)
        if found is None:
            index.add(sentence)
        else:
            standing[sentence] = found
    left: dict[Place, tuple[Passage, ...]] = {}
    for place, passages in apart.items():
        own = tuple(part for each in passages for part in _leave_out(each, standing))
        if own:
            left[place] = own
    return left, Standing(standing)


def _leave_out(passage: Passage, standing: Mapping[Passage, Passage]) -> Iterator[Passage]:
    """Yield what is left of a passage without some of its sentences."""
    start = passage.start
    for sentence in split_passage(passage):
        if sentence in standing:
            if passage.paragraph.text[start : sentence.start].strip():
                yield replace(passage, start=start, end=sentence.start)
            start = sentence.end
    if passage.paragraph.text[start : passage.end].strip():
        yield replace(passage, start=start)


def _read_words(passage: Passage) -> list[str]:
    text = passage.text
    return [word_key(text[start:end]) for start, end in word_spans(text)]
