"""What of a text takes part in matching: words without typography, inflection and case."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any
from unicodedata import combining, normalize

from reader.linking.aligning import STOP_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]

CHARACTERS_MATCHED = 4000
"""Of a sentence longer than that only the beginning is matched."""
CHECK_EVERY = 200
"""After so many sentences the caller is told how far the work is."""

# Scripts written without spaces: pairs of neighbouring characters stand for words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PATTERN = rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:['’.,][0-9]+|['’][^\W\d_{_UNSPACED}]+)*"
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
# Words that are everywhere in these languages and say nothing alone. Group frequencies
# find them too, but not in a group of two short articles.
_OTHER_STOP_WORDS = """
    der die das den dem des ein eine einen einem einer und oder aber ist sind war waren wird
    werden wurde wurden hat haben hatte im in an am auf aus bei mit nach von vom zu zum zur für
    über unter nicht auch sich es er sie wir ich dass als wie noch nur so um
    le la les l un une des du de d au aux et ou mais est sont était été a ont avait dans en sur
    sous par pour avec sans qui que qu ne pas se sa son ses ce cette ces il elle ils elles nous
    el los las una unos unas del al y o pero es son era fue han había con por para como más no
    su sus lo le se ya que este esta estos
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее
    мне было от из о об для при это этот эта был была были
    في من على إلى عن أن ان التي الذي هذا هذه مع كان كانت قد لا ما بعد قبل بين كما أو و
"""


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

    find = _word_pattern().finditer
    ids: dict[str, int] = {}
    inside: array[int] = array("q")
    lower: array[int] = array("q")
    article: array[int] = array("i")
    position: array[int] = array("i")
    original: array[int] = array("i")
    offsets: array[int] = array("i", [0])
    terms: array[int] = array("i")
    total = max(1, sum(map(len, documents)))
    for number, (sentences, language) in enumerate(zip(documents, languages, strict=True)):
        known: dict[str, tuple[int, ...]] = {}
        seen: dict[tuple[int, ...], int] = {}
        for place, sentence in enumerate(sentences):
            row = len(article)
            if row % CHECK_EVERY == 0:
                check(row / total)
            found: dict[int, None] = {}
            for match in find(sentence[:CHARACTERS_MATCHED]):
                printed = match.group()
                keys = known.get(printed)
                if keys is None:
                    keys = tuple(
                        ids.setdefault(key, len(ids)) for key in word_keys(printed, language)
                    )
                    known[printed] = keys
                    while len(inside) < len(ids):
                        inside.append(0)
                        lower.append(0)
                for key in keys:
                    if printed[0].islower():
                        lower[key] += 1
                    elif found and printed[0].isupper():
                        inside[key] += 1
                    found[key] = None
            distinct = tuple(found)
            article.append(number)
            position.append(place)
            first = seen.setdefault(tuple(sorted(distinct)), row)
            original.append(first)
            if first == row:
                terms.extend(distinct)
            offsets.append(len(terms))
    vocabulary = list(ids)
    stop = np.fromiter((key in _stop_keys() for key in vocabulary), bool, len(ids))
    number_like = np.fromiter((key[0].isdigit() for key in vocabulary), bool, len(ids))
    capital = np.array(inside, np.int64) > np.array(lower, np.int64)
    return Words(
        np.frombuffer(article, np.int32),
        np.frombuffer(position, np.int32),
        np.frombuffer(original, np.int32),
        np.frombuffer(offsets, np.int32),
        np.frombuffer(terms, np.int32),
        stop,
        (capital | number_like) & ~stop,
    )


@lru_cache(maxsize=1 << 16)
def word_keys(printed: str, language: str | None = None) -> tuple[str, ...]:
    """The forms under which a printed word is matched.

    One for a word: without case, accents, possessive ending and inflection; figures
    for number words ("five" → "5"). Several for a run of unspaced script: every two
    neighbouring characters.
    """
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
    stemmed = str(_stemmer(language or _script_language(key)).stemWord(key))
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
def _figures() -> dict[str, str]:
    return {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split())}


@lru_cache(maxsize=1)
def _stop_keys() -> frozenset[str]:
    english = {key for word in STOP_WORDS for key in word_keys(word, "en")}
    plain = {
        "".join(c for c in normalize("NFKD", w) if not combining(c)) for w in _OTHER_STOP_WORDS
    }
    return frozenset(english | plain - {"no", "a"} | {"no", "a"})


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    return re.compile(_PATTERN)
