"""The words of a quotation as its sources write them: other spellings, contractions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.written_forms import contract_words, expand_word, spell_alike
from reader.text.words import word_key


class SourceSpelling:
    """The spellings of the sources.

    Args:
        keys: the keys of all words of the sources.
    """

    def __init__(self, keys: Collection[str]) -> None:
        self._known = keys
        self._spelled: dict[str, str] = {}
        for key in keys:
            self._spelled.setdefault(spell_alike(key), key)

    def rewrite(self, printed: PrintedWords) -> list[QuoteWord] | None:
        """Return the words of a quotation as the sources write them; None if they do so already.

        Words that are written out or contracted have the place of those that they are for.
        """
        words = [self._respell(word) for word in printed.words]
        words = list(self._contract(self._expand(printed, words)))
        keys = [word.key for word in printed.words]
        return None if [word.key for word in words] == keys else words

    def _respell(self, word: QuoteWord) -> QuoteWord:
        if word.key in self._known:
            return word
        return word._replace(key=self._spelled.get(spell_alike(word.key), word.key))

    def _expand(self, printed: PrintedWords, words: Sequence[QuoteWord]) -> Iterator[QuoteWord]:
        for word in words:
            parts = [] if word.key in self._known else self._expand_word(printed, word)
            if parts:
                yield from (word._replace(key=key) for key in parts)
            else:
                yield word

    def _expand_word(self, printed: PrintedWords, word: QuoteWord) -> list[str]:
        """Return the keys of what a word is short for, where the sources have all of them."""
        for parts in expand_word(printed.text[word.start : word.end]):
            keys = [word_key(part) for part in parts]
            if len(keys) > 1 and all(key in self._known for key in keys):
                return keys
        return []

    def _contract(self, words: Iterator[QuoteWord]) -> Iterator[QuoteWord]:
        listed = list(words)
        is_taken = False
        for word, after in pairwise([*listed, None]):
            if is_taken or word is None:
                is_taken = False
                continue
            short = after and next(
                (key for key in contract_words(word.key, after.key) if key in self._known), None
            )
            is_taken = short is not None and after is not None
            yield word._replace(key=short) if short and is_taken else word
