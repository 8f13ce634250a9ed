"""The terms under which printed words are matched: without typography, inflection and case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Any
from unicodedata import combining, normalize

from reader.text.languages import LANGUAGE_WORDS
from reader.text.word_alignment import STOP_WORDS
from reader.text.word_forms import normal_form

# Scripts written without spaces: pairs of neighbouring characters stand for words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_FIRST_UNSPACED = "\u0e00"
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
# which languages are recognised. Group frequencies find them too, but not in a group of two
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


@lru_cache(maxsize=1)
def word_pattern() -> re.Pattern[str]:
    """The pattern that finds the printed words of a text."""
    return re.compile(_PATTERN)


@lru_cache(maxsize=1 << 16)
def word_terms(printed: str, language: str | None = None) -> tuple[str, ...]:
    """The terms under which a printed word is matched.

    One for a word: without case, accents, possessive ending and inflection; figures for
    number words ("five" → "5"). Several for a run of unspaced script: every two neighbouring
    characters.

    Args:
        printed: a match of `word_pattern`.
        language: ISO 639-1 code; guessed from the script if None.
    """
    if printed[1:2] == "." and printed[0].isalpha():
        printed = printed.replace(".", "")
    term = printed.translate(_APOSTROPHES).casefold()
    if not term.isascii():
        term = normalize("NFKC", term)
        if term[0] >= _FIRST_UNSPACED and re.match(f"[{_UNSPACED}]", term):
            return tuple(term[i : i + 2] for i in range(max(1, len(term) - 1)))
    if term[0].isdigit():
        return (term.replace(",", "").replace("'", ""),)
    term = term.removesuffix("'s").replace("'", "")
    figures = _figures().get(term)
    if figures is not None:
        return (figures,)
    language = language or _script_language(term)
    if language == "en":
        term = normal_form(term)
    stem = str(stemmer(language).stemWord(term))
    return (stem if stem.isascii() else _without_accents(stem) or stem,)


@lru_cache(maxsize=32)
def stemmer(language: str) -> Any:
    """The Snowball stemmer of a language, the English one for a language without its own."""
    return import_module("Stemmer").Stemmer(_STEMMERS.get(language, "english"), 0)


@lru_cache(maxsize=8)
def stop_terms(languages: frozenset[str]) -> frozenset[str]:
    """The terms of the stop words of English and of some languages, and single letters."""
    terms = {term for word in STOP_WORDS for term in word_terms(word, "en")}
    for language in languages:
        words = {*_OTHER_STOP_WORDS.get(language, "").split(), *commonest_words(language)}
        terms.update(term for word in words for term in word_terms(word, language))
    letters = normalize("NFKD", "".join(_OTHER_STOP_WORDS.values()))
    return frozenset(terms.union(letters))


def commonest_words(language: str | None) -> Iterable[str]:
    """The commonest short words of a language, by which it is also recognised.

    None of English, which has a longer list of its own (`STOP_WORDS`).
    """
    return () if language == "en" else LANGUAGE_WORDS.words.get(language or "", ())


def _without_accents(word: str) -> str:
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def _script_language(term: str) -> str:
    first = term[0]
    if "\u0400" <= first <= "\u04ff":
        return "ru"
    if "\u0600" <= first <= "\u06ff":
        return "ar"
    return "el" if "\u0370" <= first <= "\u03ff" else "en"


@lru_cache(maxsize=1)
def _figures() -> dict[str, str]:
    return {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split())}
