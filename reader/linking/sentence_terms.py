"""What of a text takes part in matching: words without typography, inflection and case."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import chain, islice
from os.path import dirname, join
from typing import TYPE_CHECKING, Any
from unicodedata import combining, normalize

from reader.linking.work_progress import distinct
from reader.text.word_alignment import STOP_WORDS
from reader.text.word_forms import form_looked_for, lists_of_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]

CHARACTERS_MATCHED = 4000
"""Of a sentence longer than that only the beginning is matched."""
CHECK_EVERY = 200
"""After so many sentences the caller is told how far the work is."""
LANGUAGES_WITH_FAMILIES = (None, "en")
"""The list of families is English; it is asked where the language is not known, too."""
FORMS_KEPT = 1 << 18
"""Printed forms that are remembered; more than in most languages a story has."""

# Scripts written without spaces: pairs of neighbouring characters stand for words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_ACRONYM = r"(?:[A-Z]\.){2,}[A-Z]?"
_PATTERN = (
    rf"[{_UNSPACED}]+|{_ACRONYM}|[^\W_{_UNSPACED}]+(?:['’.,][0-9]+|['’][^\W\d_{_UNSPACED}]+)*"
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_NUMBER_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty
"""
# Words that are everywhere in these languages and say nothing alone, beside the commonest by
# which languages are told apart. Group frequencies find them too, but not in a group of two
# short articles.
_OTHER_STOP_WORDS = {
    "de": """
    der die das den dem des ein eine einen einem einer und oder aber ist sind war waren wird
    werden wurde wurden hat haben hatte im in an am auf aus bei mit nach von vom zu zum zur für
    über unter nicht auch sich es er sie wir ich dass als wie noch nur so um
    """,
    "fr": """
    le la les l un une des du de d au aux et ou mais est sont était été a ont avait dans en sur
    sous par pour avec sans qui que qu ne pas se sa son ses ce cette ces il elle ils elles nous
    """,
    "es": """
    el la los las un una unos unas de del al y o pero es son era fue a en que ha han había con
    por para como más no su sus lo le se ya este esta estos hasta
    """,
    "ru": """
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по под только
    ее мне было от из о об для при это этот эта был была были
    """,
    "ar": """
    في من على إلى عن أن ان التي الذي هذا هذه مع كان كانت قد لا ما بعد قبل بين كما أو و
    """,
}


@dataclass(frozen=True, slots=True)
class Words:
    """The distinct words of every sentence of several articles.

    Sentences are rows, counted through all articles. A row of nothing but words that
    an earlier row of its article also has in full is left without words of its own.
    """

    article: Numbers
    """For every row the position of its article."""
    position: Numbers
    """For every row its place in the article, from 0."""
    original: Numbers
    """For every row the first row of the article with exactly the same words."""
    offsets: Numbers
    """`terms[offsets[row] : offsets[row + 1]]` are the words of a row."""
    terms: Numbers
    stop: Any
    """For every word whether it says nothing alone (booleans)."""
    named: Any
    """For every word whether it is a name or a number (booleans)."""
    family: Numbers
    """For every word the family of words that it is one of, counted from 0, or -1."""


def read_words(
    documents: Sequence[Sequence[str]],
    languages: Sequence[str | None],
    check: Callable[[float], None],
) -> Words:
    """Take the sentences of several articles apart; linear in the length of the text.

    `languages` are ISO 639-1 codes or None; unknown ones are stemmed as English where
    they are written in Latin letters. `check` is told the share done, often.
    """
    import numpy as np

    find = _word_pattern().findall
    forms = _Forms()
    originals: array[int] = array("i")
    columns: tuple[list[Any], list[Any]] = ([], [])
    total = max(1, sum(map(len, documents)))
    for sentences, language in zip(documents, languages, strict=True):
        forms.read_as(language)
        seen: dict[bytes, int] = {}
        waiting = iter(sentences)
        while chunk := list(islice(waiting, CHECK_EVERY)):
            check(len(originals) / total)
            printed = [find(sentence[:CHARACTERS_MATCHED]) for sentence in chunk]
            terms, counts = forms.distinct_terms(printed)
            words, begin = terms.tobytes(), 0
            row = first_row = len(originals)
            for size in (counts * terms.itemsize).tolist():
                originals.append(seen.setdefault(words[begin : begin + size], row))
                begin += size
                row += 1
            new = np.array(originals[first_row:]) == np.arange(first_row, row)
            columns[0].append(terms[np.repeat(new, counts)])
            columns[1].append(counts * new)
    check(1.0)
    lengths = [len(sentences) for sentences in documents]
    nothing = np.zeros(0, np.int32)
    ends = np.cumsum(np.concatenate([nothing, *columns[1]]))
    check(1.0)
    stop, named = forms.stop_and_named()
    check(1.0)
    return Words(
        np.repeat(np.arange(len(lengths), dtype=np.int32), lengths),
        np.concatenate([nothing, *(np.arange(n, dtype=np.int32) for n in lengths)]),
        np.array(originals, np.int32),
        np.concatenate(([0], ends)).astype(np.int32),
        np.concatenate([nothing, *columns[0]]),
        stop,
        named,
        forms.families(),
    )


class _Forms(dict[str, int]):
    """Words as they are printed, numbered, with the terms under which they are matched."""

    def __init__(self) -> None:
        self._language: str | None = None
        self._languages: set[str] = set()
        """All that were read."""
        self._vocabulary: dict[str, int] = {}
        self._terms: array[int] = array("i")
        """The terms of all forms, one after the other."""
        self._ends: array[int] = array("i", [0])
        self._case: array[int] = array("b")
        """1 for a form in small letters, 2 for one with a capital."""
        self._times: array[int] = array("i")
        self._times_first: array[int] = array("i")
        self._without_families: set[str] = set()
        """Keys of languages that have no list of families."""

    def read_as(self, language: str | None) -> None:
        """What follows is in this language."""
        if language != self._language:
            self.clear()
            self._language = language
            if language:
                self._languages.add(language)

    def __missing__(self, printed: str) -> int:
        if len(self) > FORMS_KEPT:
            self.clear()
        known = self._vocabulary
        keys = word_keys(printed, self._language)
        for key in keys:
            self._terms.append(known.setdefault(key, len(known)))
        if self._language not in LANGUAGES_WITH_FAMILIES:
            self._without_families.update(keys)
        self._ends.append(len(self._terms))
        self._case.append(1 if printed[0].islower() else 2 if printed[0].isupper() else 0)
        self._times.append(0)
        self._times_first.append(0)
        number = self[printed] = len(self._case) - 1
        return number

    def distinct_terms(self, printed: Sequence[Sequence[str]]) -> tuple[Numbers, Numbers]:
        """The terms of several sentences, each once in a sentence; how many each has."""
        import numpy as np

        form = np.fromiter(map(self.__getitem__, chain.from_iterable(printed)), np.int32)
        length = np.fromiter(map(len, printed), np.int64, len(printed))
        row = np.repeat(np.arange(len(printed)), length)
        first = (np.cumsum(length) - length)[length > 0]
        np.add.at(np.frombuffer(self._times, np.int32), form, 1)
        np.add.at(np.frombuffer(self._times_first, np.int32), form[first], 1)
        ends = np.frombuffer(self._ends, np.int32)
        begin: Any = ends[form]
        count = ends[form + 1] - begin
        if (count != 1).any():
            row = np.repeat(row, count)
            begin = np.repeat(begin - (np.cumsum(count) - count), count) + np.arange(len(row))
        term = np.frombuffer(self._terms, np.int32)[begin]
        packed = distinct((row << 32) | term)
        counts = np.bincount(packed >> 32, minlength=len(printed))
        return (packed & 0xFFFFFFFF).astype(np.int32), counts.astype(np.int32)

    def stop_and_named(self) -> tuple[Any, Any]:
        """For every term whether it says nothing alone, and whether it is a name or a number.

        A name is printed with a capital inside a sentence more often than without.
        """
        import numpy as np

        vocabulary = self._vocabulary
        stop_keys = _stop_keys(frozenset(self._languages))
        stop = np.fromiter((key in stop_keys for key in vocabulary), bool, len(vocabulary))
        number = np.fromiter((key[:1].isdigit() for key in vocabulary), bool, len(vocabulary))
        times, times_first, case, terms = (
            np.array(column) for column in (self._times, self._times_first, self._case, self._terms)
        )
        count = np.diff(np.array(self._ends))
        lower, inside = (
            np.bincount(terms, np.repeat(times_of, count), len(vocabulary))
            for times_of in (times * (case == 1), (times - times_first) * (case == 2))
        )
        return stop, ((inside > lower) | number) & ~stop

    def families(self) -> Numbers:
        """For every term the number of its family, or -1.

        A word that an article in another language has too (war, die) is in none.
        """
        import numpy as np

        family_of = word_families()
        numbers = {
            key: family_of[key]
            for key in family_of.keys() & self._vocabulary.keys() - self._without_families
        }
        found = np.full(len(self._vocabulary), -1, np.int32)
        order = {number: place for place, number in enumerate(sorted(set(numbers.values())))}
        for key, number in numbers.items():
            found[self._vocabulary[key]] = order[number]
        return found


@lru_cache(maxsize=1 << 16)
def word_keys(printed: str, language: str | None = None) -> tuple[str, ...]:
    """The forms under which a printed word is matched.

    One for a word: without case, accents, possessive ending and inflection; figures
    for number words ("five" → "5"). Several for a run of unspaced script: every two
    neighbouring characters.
    """
    if printed[1:2] == "." and printed[0].isalpha():
        printed = printed.replace(".", "")
    key = printed.translate(_APOSTROPHES).casefold()
    if not key.isascii():
        key = normalize("NFKC", key)
        if key[0] >= "\u0e00" and re.match(f"[{_UNSPACED}]", key):
            return tuple(key[i : i + 2] for i in range(max(1, len(key) - 1)))
    if key[0].isdigit():
        return (key.replace(",", "").replace("'", ""),)
    key = key.removesuffix("'s").replace("'", "")
    figures = _figures().get(key)
    if figures is not None:
        return (figures,)
    language = language or _script_language(key)
    if language == "en":
        key = form_looked_for(key)
    stemmed = str(_stemmer(language).stemWord(key))
    return (stemmed if stemmed.isascii() else _without_accents(stemmed) or stemmed,)


def _without_accents(word: str) -> str:
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def _script_language(key: str) -> str:
    first = key[0]
    if "\u0400" <= first <= "\u04ff":
        return "ru"
    if "\u0600" <= first <= "\u06ff":
        return "ar"
    return "el" if "\u0370" <= first <= "\u03ff" else "en"


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Any:
    return import_module("Stemmer").Stemmer(_STEMMERS.get(language, "english"), 0)


@lru_cache(maxsize=1)
def word_families() -> dict[str, int]:
    """For the stems of words in `data/families.txt` the numbers of their families."""
    families = lists_of_words(join(dirname(__file__), "data", "families.txt"))
    words = [word for family in families for word in family]
    numbers = [number for number, family in enumerate(families) for _ in family]
    return dict(zip(_stemmer("en").stemWords(words), numbers, strict=True))


def family_and_stem(printed: str, language: str | None) -> tuple[int, str] | None:
    """The family of a printed word, and under which stem it is in it; None without one."""
    if language not in LANGUAGES_WITH_FAMILIES or not printed[0].isalnum():
        return None
    stem = word_keys(printed, language)[0]
    family = word_families().get(stem)
    return None if family is None else (family, stem)


@lru_cache(maxsize=1)
def _figures() -> dict[str, str]:
    return {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split())}


@lru_cache(maxsize=8)
def _stop_keys(languages: frozenset[str]) -> frozenset[str]:
    """The stop words of English, those of some languages, and letters that stand alone."""
    keys = {key for word in STOP_WORDS for key in word_keys(word, "en")}
    for language in languages:
        words = {*_OTHER_STOP_WORDS.get(language, "").split(), *commonest_words(language)}
        keys.update(key for word in words for key in word_keys(word, language))
    letters = normalize("NFKD", "".join(_OTHER_STOP_WORDS.values()))
    return frozenset(keys.union(letters))


def commonest_words(language: str | None) -> Iterable[str]:
    """The commonest short words of a language, by which it is also told from others.

    None of English, which has a list of its own (`STOP_WORDS`) that is longer.
    """
    from reader.text.languages import LANGUAGE_WORDS

    return () if language == "en" else LANGUAGE_WORDS.words.get(language or "", ())


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    return re.compile(_PATTERN)
