"""Where an article prints elsewhere what one of its versions of a quote does not have there.

Outlets take the sentences of one statement apart: what is missing at the end of one quotation may
be the next one. Such words are not left out by the article, nor inserted by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from reader.quote_versions.quote_words import QuoteWord
from reader.text.sentences import ends_sentence
from reader.text.words import word_keys

_LEAST_WORDS = 4
"""Words in a row that are looked for; fewer are found by chance."""
_LEAST_REWORDED = 6
"""Words of a sentence that may be printed with a word changed or with the reporter's between."""
_RUN_WORDS = 3
"""Words in a row by which such a sentence is recognised."""
_MOST_OF_SENTENCE = 0.75
"""Part of its words that are in such runs, 0..1."""
_RAREST_WORDS = 3
_MOST_PARAGRAPHS = 12
"""The rarest words of such a sentence, and paragraphs with one of them, that are read."""

_GAP = "|"
"""Stands for words that are not read; no word is written so."""
_LINE_BREAK = re.compile("\n")
_JOINTS = frozenset(("and", "but", "or", "so"))


class WordsElsewhere(NamedTuple):
    """Where some words of a quote are printed in another article."""

    paragraphs: tuple[int, ...]
    """The positions of the paragraphs, from 0, in the order of the words; empty for nowhere."""
    is_whole: bool
    """Whether all the sentences are there, and not only some."""


def widen_outer(words: Sequence[QuoteWord], part: slice) -> Sequence[QuoteWord]:
    """Return a part of some words, with words beside it where it is too short to be looked for.

    ("I’m" of "I’m encouraged by reports": the article has the four words in a row elsewhere.)
    """
    missing = max(0, _LEAST_WORDS - (part.stop - part.start))
    if not missing:
        return words[part]
    if part.start == 0:
        return words[: part.stop + missing]
    return words[max(0, part.start - missing) :] if part.stop == len(words) else words[part]


class ArticleWords:
    """The words of an article by paragraph, read when they are first requested.

    Args:
        text: its paragraphs, separated by line breaks.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def find(
        self, text: str, words: Sequence[QuoteWord], paired: Sequence[tuple[int, int]] = ()
    ) -> WordsElsewhere:
        """Find words of a quote, sentence by sentence.

        Args:
            text: the text that holds the words.
            words: the words.
            paired: the stretches of the article that are paired with other words of the quote, in
                order; what is printed there is not these words, however like them it is.
        """
        found = [self._find_run(run, paired) for run in _split_sentences(text, words)]
        places = dict.fromkeys(place for place in found if place is not None)
        return WordsElsewhere(tuple(places), bool(found) and None not in found)

    def _find_run(self, run: str, paired: Sequence[tuple[int, int]]) -> int | None:
        """Return the first paragraph that has some words in a row, or nearly all in short runs."""
        words = _split(run)
        places = sorted((self._places.get(word, ()) for word in words), key=len)
        exact = next((n for n in places[0] if run in self._read_unpaired(n, paired)), None)
        if exact is not None or len(words) < _LEAST_REWORDED:
            return exact
        known = [found for found in places if found][:_RAREST_WORDS]
        near = list(dict.fromkeys(chain.from_iterable(known)))[:_MOST_PARAGRAPHS]
        runs = list(_runs_of(words))
        return next((n for n in near if _has_most(self._read_unpaired(n, paired), runs)), None)

    def _read_unpaired(self, paragraph: int, paired: Sequence[tuple[int, int]]) -> str:
        """Return the words of a paragraph, with a gap for every stretch that is paired."""
        first, last = self._bounds[paragraph]
        inside = [(max(first, a), min(last, b)) for a, b in paired if a < last and b > first]
        if not inside:
            return self._paragraphs[paragraph]
        begins = [first, *(end for _, end in inside)]
        ends = [*(start for start, _ in inside), last]
        return _GAP.join(
            _join(word_keys(self._text[begin:end])) for begin, end in zip(begins, ends, strict=True)
        )

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        """Where every paragraph begins and ends."""
        ends = [*(match.start() for match in _LINE_BREAK.finditer(self._text)), len(self._text)]
        return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))

    @cached_property
    def _paragraphs(self) -> list[str]:
        return [_join(word_keys(self._text[begin:end])) for begin, end in self._bounds]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The paragraphs of every word, in order."""
        places: dict[str, list[int]] = {}
        for number, words in enumerate(self._paragraphs):
            for word in set(_split(words)):
                places.setdefault(word, []).append(number)
        return places


def _has_most(paragraph: str, runs: Sequence[str]) -> bool:
    """Whether a paragraph has most words of a sentence, given by its short runs in order."""
    is_common = [run in paragraph for run in runs]
    count = len(runs) + _RUN_WORDS - 1
    common = sum(
        any(is_common[max(0, position - _RUN_WORDS + 1) : position + 1])
        for position in range(count)
    )
    return common >= _MOST_OF_SENTENCE * count


def _split_sentences(text: str, words: Sequence[QuoteWord]) -> Iterator[str]:
    """Yield the keys of every sentence of some words, those of a few words left out."""
    begin = 0
    for position in range(1, len(words) + 1):
        if position < len(words) and not _is_border(text, words[position - 1], words[position]):
            continue
        keys = _without_joints([word.key for word in words[begin:position]])
        if len(keys) >= _LEAST_WORDS:
            yield _join(keys)
        begin = position


def _without_joints(keys: list[str]) -> list[str]:
    """Return words without those at the ends that join sentences, which are parted without them."""
    begin, end = 0, len(keys)
    while begin < end and keys[begin] in _JOINTS:
        begin += 1
    while begin < end and keys[end - 1] in _JOINTS:
        end -= 1
    return keys[begin:end]


def _is_border(text: str, before: QuoteWord, word: QuoteWord) -> bool:
    """Whether a sentence, a pair of marks or an ellipsis is between two words."""
    is_apart = before.part != word.part or word.after_ellipsis
    return is_apart or ends_sentence(text, before.end, word.start)


def _runs_of(words: Sequence[str]) -> Iterator[str]:
    """Yield the runs of a few words of a sentence, in order."""
    for first in range(len(words) - _RUN_WORDS + 1):
        yield _join(words[first : first + _RUN_WORDS])


def _join(keys: Sequence[str]) -> str:
    return f" {' '.join(keys)} "


def _split(words: str) -> list[str]:
    """Return the keys that `_join` joined."""
    return words[1:-1].split(" ")
