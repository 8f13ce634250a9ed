"""The weight of words as evidence, and the stems that are compared in indirect speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reader.quote_versions.quote_words import QuoteWord
from reader.text.sentences import ends_sentence
from reader.text.stop_words import stop_words
from reader.text.words import stem_word, word_key

CONTENT_WEIGHT = 1.0
"""The weight of a content word."""
_STOP_WEIGHT = 0.15
_NAME_WEIGHT = 0.3
_LEAST_STEM_LETTERS = 4
"""Letters of the shortest word whose stem is compared."""


def is_content_word(word: QuoteWord) -> bool:
    """Whether it is a content word: that two quotations share it is evidence."""
    return is_content_key(word.key)


def is_content_key(key: str) -> bool:
    """Whether the key of a word is that of a content word."""
    return key not in stop_words() and len(key) > 1


def without_stop_words(keys: Iterable[str]) -> frozenset[str]:
    """Return the keys that are no stop words."""
    return frozenset(keys) - stop_words()


def weigh_word(word: QuoteWord) -> float:
    """Return the weight of a word by its key alone."""
    return CONTENT_WEIGHT if is_content_word(word) else _STOP_WEIGHT


def weigh_words(text: str, words: Sequence[QuoteWord]) -> Iterator[float]:
    """Yield the weights of the words of a quote.

    Names weigh little, because two statements on one matter share them; the reporter's words in
    brackets weigh nothing.
    """
    for position, word in enumerate(words):
        if word.bracketed:
            yield 0.0
        elif position > 0 and _is_name(text, words[position - 1], word):
            yield min(weigh_word(word), _NAME_WEIGHT)
        else:
            yield weigh_word(word)


def stem_words(words: Iterable[QuoteWord]) -> set[str]:
    """Return the stems of the content words."""
    return {stem_word(word.key) for word in words if _has_stem(word.key)}


def stem_printed_words(words: Iterable[str]) -> set[str]:
    """Return the stems of the content words among printed words."""
    stems = set(map(_stem_printed_word, words))
    stems.discard("")
    return stems


def _is_name(text: str, before: QuoteWord, word: QuoteWord) -> bool:
    """Whether a word inside a sentence is printed with a capital, and not in capitals."""
    if not text[word.start].isupper() or text[word.start : word.end].isupper():
        return False
    if word.part != before.part or ":" in text[before.end : word.start]:
        return False
    return not ends_sentence(text, before.end, word.start)


@lru_cache(maxsize=65_536)
def _stem_printed_word(printed: str) -> str:
    key = word_key(printed)
    return stem_word(key) if _has_stem(key) else ""


def _has_stem(key: str) -> bool:
    return len(key) >= _LEAST_STEM_LETTERS and is_content_key(key)
