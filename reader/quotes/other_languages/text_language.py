"""The language by whose rules the quotes of a text are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reader.quotes.other_languages.speech_words import SPACED_LANGUAGES, load_speech_words
from reader.text.languages import LANGUAGE_WORDS, guess_language
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.stop_words import stop_words
from reader.text.words import split_words

ENGLISH = "en"
UNDETERMINED = "und"
"""Some other language than English (ISO 639-3)."""
_SAMPLE = 3_000
"""Characters of a text whose words are counted."""
_SHORT = 240
"""Characters up to which a name (de la Torre) can outweigh the other words of a text."""
_FIRST_OTHER_SCRIPT = "\u0370"
"""The first letter that is not Latin: Greek, and after it all other scripts."""
_FEWEST_WORDS = 6
"""Words of a text, of which an English one has a common one at least."""
_PART = re.compile("[^’]+’?")
"""A word, or an elided article with its apostrophe."""


@lru_cache(maxsize=256)
def find_speech_language(text: str) -> str:
    """Return the ISO 639-1 code of the language; English where no other one shows.

    `UNDETERMINED` of a text in another script, or of several words none of which is English.
    A text of one sentence has few of the commonest words, so that its reporting verbs count too,
    elided articles (l’eau), and of two words that languages share only what neither English has.
    Particles of names say nothing (Oscar de la Torre).
    """
    language = guess_language(text)
    if language is not None and len(text) > _SHORT:
        return language
    printed = split_words(text[:_SAMPLE].replace("'", "’"))
    words = [part.casefold() for word in printed for part in _PART.findall(word)]
    counts = {
        code: (sum(word in telling for word in words), sum(word in every for word in words))
        for code, (telling, every) in _speech_vocabularies().items()
    }
    best = max(counts, key=lambda code: counts[code])
    english = sum(word in _english_words() for word in words)
    if counts[best][0] > counts[ENGLISH][0] and counts[best][1] >= english:
        return best
    if language is not None and not counts[ENGLISH][0]:
        return language
    return UNDETERMINED if not english and _is_foreign(words) else ENGLISH


def _is_foreign(words: Sequence[str]) -> bool:
    """Whether words, none a common one of English, are several or of another script."""
    latin = sum(word[0] < _FIRST_OTHER_SCRIPT for word in words)
    return 2 * latin < len(words) or len(words) >= _FEWEST_WORDS


@lru_cache(maxsize=1)
def _english_words() -> frozenset[str]:
    return stop_words(ENGLISH) | frozenset(load_reporting_verbs().single)


@lru_cache(maxsize=1)
def _speech_vocabularies() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """For each language (words that tell it from English, all its words)."""
    every = {ENGLISH: LANGUAGE_WORDS.words[ENGLISH] | frozenset(load_reporting_verbs().single)}
    particles = frozenset().union(
        *(load_speech_words(code).words("particles") for code in SPACED_LANGUAGES)
    )
    for code, common in LANGUAGE_WORDS.words.items():
        own = common | (_grammar_of(code) if code in SPACED_LANGUAGES else frozenset())
        if code and code != ENGLISH:
            every[code] = frozenset(
                word for word in own - particles if len(word) > 1 or word == "a"
            )
    others = frozenset().union(*(every[code] for code in every if code != ENGLISH))
    return {
        code: (words - (others if code == ENGLISH else _english_words()), words)
        for code, words in every.items()
    }


def _grammar_of(language: str) -> frozenset[str]:
    speech = load_speech_words(language)
    grammar = ("auxiliaries", "articles", "pronouns", "skipped", "ends")
    return frozenset(speech.verbs).union(*map(speech.words, grammar))
