"""A whole sentence beside a quotation that was left out, and what it speaks of."""

from __future__ import annotations

from typing import NamedTuple

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.clause_signs import is_negated, is_past
from reader.quote_versions.governing_words import (
    GOVERNING_LISTS,
    GoverningWords,
    find_governing_words,
)
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import read_stretch, split_clause

_LISTS = GOVERNING_LISTS
_OPENING_WORDS = frozenset(
    ("but", "and", "yet", "so", "however", "still", "well", "at", "least", "no", "oh")
)
_PERSONS = frozenset(("he", "she", "they", "we", "i", "you", "none", "nobody"))


class LeftOutSentence(NamedTuple):
    """A sentence that was left out."""

    text: str
    words: tuple[str, ...]
    """In lower case."""
    governing: tuple[GoverningWords, ...]

    @classmethod
    def read(cls, printed: PrintedWords, part: slice) -> LeftOutSentence:
        text = read_stretch(printed, part)
        return cls(text, split_clause(text), find_governing_words(text))

    @property
    def first_clause(self) -> tuple[str, ...]:
        """The words up to the first comma."""
        return split_clause(self.text.split(",")[0])

    @property
    def core(self) -> tuple[str, ...]:
        """The words without those that only join it to the sentence before."""
        number = 0
        while number + 1 < len(self.words) and self.words[number] in _OPENING_WORDS:
            number += 1
        return self.words[number:]

    @property
    def is_about_statement(self) -> bool:
        """Whether its subject is what was said: "That was …", "But this claim is …"."""
        core = (
            tuple(word for word in self.core if word not in _LISTS.words["adverbs beside verbs"])
            or self.core
        )
        pointer = core[0].partition("'")[0]
        if pointer not in _LISTS.words["pointing"] - _PERSONS:
            return False
        return (
            core[0] != pointer
            or len(core) == 1
            or is_verb_form(core[1])
            or is_statement_noun(core[1])
        )

    @property
    def is_about_person(self) -> bool:
        return self.core[0].partition("'")[0].removesuffix("n") in _PERSONS

    @property
    def is_negated(self) -> bool:
        return is_negated(self.text)

    def has(self, code: ReasonCode) -> bool:
        return any(found.code is code for found in self.governing)

    def has_word(self, section: str) -> bool:
        return not _LISTS.words[section].isdisjoint(self.words)


def is_verb_form(word: str) -> bool:
    verbs = _LISTS.words["auxiliaries"] | _LISTS.words["forms of be and have"]
    return word.partition("'")[0] in verbs or word.endswith("n't") or is_past(word)


def is_statement_noun(word: str) -> bool:
    return word.removesuffix("s") in _LISTS.words["statement nouns"]
