"""The terms of the sentences of several articles, as arrays."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

import numpy as np

from reader.linking.arrays import Booleans, Integers, sorted_unique
from reader.linking.synonym_groups import LANGUAGES_WITH_SYNONYMS, synonym_groups
from reader.linking.word_terms import find_stop_terms, word_terms
from reader.text.words import split_words

CHARACTERS_MATCHED = 4000
"""Only so many characters of a sentence, from its beginning, are matched."""
SENTENCES_AT_ONCE = 200
FORMS_CACHED = 1 << 18
"""Printed words whose terms are remembered; more than a story has in most languages."""


@dataclass(frozen=True, slots=True)
class SentenceTerms:
    """The distinct terms of every sentence of several articles.

    Sentences are rows, counted through all articles. A row with the same terms as an earlier
    row of its article has no terms of its own.
    """

    article: Integers
    """For every row the position of its article."""
    position: Integers
    """For every row its position in the article, from 0."""
    first_copy: Integers
    """For every row the first row of the article with exactly the same terms."""
    offsets: Integers
    """`terms[offsets[row] : offsets[row + 1]]` are the terms of a row."""
    terms: Integers
    is_stop: Booleans
    """For every term whether it is a stop word."""
    is_name: Booleans
    """For every term whether it is a name or a number."""
    synonym_group: Integers
    """For every term its synonym group, counted from 0, or -1."""

    def of_articles(self, is_chosen: Booleans) -> SentenceTerms:
        """Return the rows of some articles; `first_copy` still counts all rows.

        Args:
            is_chosen: for every article whether its rows are among them.
        """
        rows = is_chosen[self.article]
        counts = np.diff(self.offsets)
        return replace(
            self,
            article=self.article[rows],
            position=self.position[rows],
            first_copy=self.first_copy[rows],
            offsets=np.concatenate(([0], np.cumsum(counts[rows]))).astype(np.int32),
            terms=self.terms[np.repeat(rows, counts)],
        )


def read_sentence_terms(
    documents: Sequence[Sequence[str]], languages: Sequence[str | None]
) -> SentenceTerms:
    """Find the terms of all sentences; linear in the length of the text.

    Args:
        documents: the sentences of every article, in order.
        languages: ISO 639-1 code of every article, or None; words of an unknown language in
            Latin letters are stemmed as English.
    """
    vocabulary = _Vocabulary()
    first_copy: array[int] = array("i")
    terms_of_new: list[Any] = []
    counts_of_new: list[Any] = []
    for sentences, language in zip(documents, languages, strict=True):
        vocabulary.set_language(language)
        row_of_terms: dict[bytes, int] = {}
        waiting = iter(sentences)
        while batch := list(islice(waiting, SENTENCES_AT_ONCE)):
            terms, counts = vocabulary.distinct_terms(batch)
            data, begin = terms.tobytes(), 0
            row = first_row = len(first_copy)
            for size in (counts * terms.itemsize).tolist():
                first_copy.append(row_of_terms.setdefault(data[begin : begin + size], row))
                begin += size
                row += 1
            is_new = np.array(first_copy[first_row:]) == np.arange(first_row, row)
            terms_of_new.append(terms[np.repeat(is_new, counts)])
            counts_of_new.append(counts * is_new)
    lengths = [len(sentences) for sentences in documents]
    none = np.zeros(0, np.int32)
    ends = np.cumsum(np.concatenate([none, *counts_of_new]))
    is_stop, is_name = vocabulary.stop_words_and_names()
    return SentenceTerms(
        np.repeat(np.arange(len(lengths), dtype=np.int32), lengths),
        np.concatenate([none, *(np.arange(n, dtype=np.int32) for n in lengths)]),
        np.array(first_copy, np.int32),
        np.concatenate(([0], ends)).astype(np.int32),
        np.concatenate([none, *terms_of_new]),
        is_stop,
        is_name,
        vocabulary.synonym_groups(),
    )


class _Vocabulary(dict[str, int]):
    """The number of every printed word, and the terms under which it is matched.

    A dictionary of the words of one language at a time; the terms are numbered over all.
    """

    def __init__(self) -> None:
        self._language: str | None = None
        self._languages: set[str] = set()
        self._numbers: dict[str, int] = {}
        """The number of every term."""
        self._terms: array[int] = array("i")
        """The terms of all printed words, one after the other."""
        self._ends: array[int] = array("i", [0])
        self._case: array[int] = array("b")
        """1 for a word in small letters, 2 for one with a capital, else 0."""
        self._count: array[int] = array("i")
        """How often every printed word was read."""
        self._count_first: array[int] = array("i")
        """How often it was the first word of a sentence."""
        self._without_synonyms: set[str] = set()
        """Terms of languages that have no list of synonyms."""

    def set_language(self, language: str | None) -> None:
        """Set the language of the sentences that are read next."""
        if language != self._language:
            self.clear()
            self._language = language
            if language:
                self._languages.add(language)

    def __missing__(self, printed: str) -> int:
        if len(self) > FORMS_CACHED:
            self.clear()
        numbers = self._numbers
        terms = word_terms(printed, self._language)
        for term in terms:
            self._terms.append(numbers.setdefault(term, len(numbers)))
        if self._language not in LANGUAGES_WITH_SYNONYMS:
            self._without_synonyms.update(terms)
        self._ends.append(len(self._terms))
        self._case.append(1 if printed[0].islower() else 2 if printed[0].isupper() else 0)
        self._count.append(0)
        self._count_first.append(0)
        number = self[printed] = len(self._case) - 1
        return number

    def distinct_terms(self, sentences: Sequence[str]) -> tuple[Integers, Integers]:
        """The terms of several sentences, each once in a sentence; how many each has."""
        printed = [split_words(sentence, 0, CHARACTERS_MATCHED) for sentence in sentences]
        word = np.fromiter(map(self.__getitem__, chain.from_iterable(printed)), np.int32)
        length = np.fromiter(map(len, printed), np.int64, len(printed))
        row = np.repeat(np.arange(len(printed)), length)
        first = (np.cumsum(length) - length)[length > 0]
        np.add.at(np.frombuffer(self._count, np.int32), word, 1)
        np.add.at(np.frombuffer(self._count_first, np.int32), word[first], 1)
        ends = np.frombuffer(self._ends, np.int32)
        begin: Any = ends[word]
        count = ends[word + 1] - begin
        if (count != 1).any():
            row = np.repeat(row, count)
            begin = np.repeat(begin - (np.cumsum(count) - count), count) + np.arange(len(row))
        term = np.frombuffer(self._terms, np.int32)[begin]
        packed = sorted_unique((row << 32) | term)
        counts = np.bincount(packed >> 32, minlength=len(printed))
        return (packed & 0xFFFFFFFF).astype(np.int32), counts.astype(np.int32)

    def stop_words_and_names(self) -> tuple[Booleans, Booleans]:
        """For every term whether it is a stop word, and whether it is a name or a number.

        A name is printed with a capital inside a sentence more often than without.
        """
        size = len(self._numbers)
        is_stop = np.array(find_stop_terms(self._numbers, self._languages), bool)
        is_number = np.fromiter((term[:1].isdigit() for term in self._numbers), bool, size)
        count, count_first, case, terms = (
            np.array(column) for column in (self._count, self._count_first, self._case, self._terms)
        )
        term_counts = np.diff(np.array(self._ends))
        lower, inside = (
            np.bincount(terms, np.repeat(word_counts, term_counts), size)
            for word_counts in (count * (case == 1), (count - count_first) * (case == 2))
        )
        return is_stop, ((inside > lower) | is_number) & ~is_stop

    def synonym_groups(self) -> Integers:
        """For every term the number of its synonym group, or -1.

        A word that an article in another language has too (war, die) is in none.
        """
        group_of = synonym_groups()
        groups = {
            term: group_of[term]
            for term in group_of.keys() & self._numbers.keys() - self._without_synonyms
        }
        found = np.full(len(self._numbers), -1, np.int32)
        order = {group: place for place, group in enumerate(sorted(set(groups.values())))}
        for term, group in groups.items():
            found[self._numbers[term]] = order[group]
        return found
