"""The stop words: words without a meaning of their own, such as "the"."""

from __future__ import annotations

from functools import lru_cache

from reader.text.languages import LANGUAGE_WORDS
from reader.text.word_lists import WordLists
from reader.text.words import stem_word, word_key

_LISTS = WordLists(__file__, "stop_words")


def is_stop_word(printed: str, language: str | None = None) -> bool:
    """Whether a word, printed or as its key, is a stop word of English or of another language."""
    return word_key(printed) in stop_words(language)


@lru_cache(maxsize=32)
def stop_words(language: str | None = None) -> frozenset[str]:
    """The keys of the stop words of English and of another language.

    Args:
        language: ISO 639-1 code; English alone if None or not listed.
    """
    return frozenset(map(word_key, _printed_stop_words(language)))


@lru_cache(maxsize=32)
def stop_stems(language: str | None = None) -> frozenset[str]:
    """The stems of the same words, each in its language."""
    english = frozenset(stem_word(word, "en") for word in _printed_stop_words(None))
    return english.union(stem_word(word, language) for word in _printed_stop_words(language))


def _printed_stop_words(language: str | None) -> frozenset[str]:
    words = _LISTS.words["en"]
    if language and language != "en":
        none: frozenset[str] = frozenset()
        words |= _LISTS.words.get(language, none) | LANGUAGE_WORDS.words.get(language, none)
    return words
