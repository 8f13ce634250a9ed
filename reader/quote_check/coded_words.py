"""Words as characters, so that two stretches of words are compared as two short strings."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil
from operator import add

from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.word_weights import is_content_key
from reader.text.words import word_keys

UNKNOWN = "\0"
"""The character of a word that is not in the alphabet."""
_FIRST_SURROGATE, _SURROGATES = 0xD800, 0x800
_LAST_CHARACTER = "\U0010ffff"
"""The character of all words for which no other is left."""
_WORDS_REMEMBERED = 65_536


class WordAlphabet:
    """A character for every word of some texts.

    Two words have one character only where there are more words than characters, so what two coded
    stretches have in common is never less than what their words have. Once all texts are added it
    is safe to use from several threads.
    """

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}
        self._coded_texts: list[str] = []
        self._joined: dict[str, bool] = {}

    def add_text(self, text: str) -> str:
        """Add the words of a text, and return a character for each of them in order."""
        characters = self._characters
        coded = []
        for key in word_keys(text):
            character = characters.get(key)
            if character is None:
                characters[key] = character = _make_character(len(characters) + 1)
            coded.append(character)
        self._coded_texts.append("".join(coded))
        return self._coded_texts[-1]

    @property
    def keys(self) -> KeysView[str]:
        """The keys of all words."""
        return self._characters.keys()

    def encode(self, keys: Iterable[str]) -> str:
        """Return a character for each of some words; `UNKNOWN` for one that no text has."""
        return "".join([self._characters.get(key, UNKNOWN) for key in keys])

    def count_joinable(self, keys: Sequence[str]) -> int:
        """Count the words of a quotation that a text may have with another hyphen.

        One word for two of the text, or two or three for one, as in "day to day"; each counted as
        on the side that has more.

        Args:
            keys: its words; an empty one is never joined.
        """
        known = self._characters.keys()
        count = 2 * sum(map(self._is_joined, keys))
        pairs = list(map(add, keys, keys[1:]))
        if not known.isdisjoint(pairs):
            both = zip(pairs, pairwise(keys), strict=True)
            count += 2 * sum(pair in known and all(parts) for pair, parts in both)
        triples = list(map(add, pairs, keys[2:]))
        if not known.isdisjoint(triples):
            all_three = zip(triples, keys, keys[1:], keys[2:], strict=False)
            count += 3 * sum(triple in known and all(parts) for triple, *parts in all_three)
        return count

    @cached_property
    def _pairs(self) -> frozenset[str]:
        """All pairs of characters that are beside each other in a text."""
        found: set[str] = set()
        for coded in self._coded_texts:
            found.update(map(add, coded, coded[1:]))
        return frozenset(found)

    def _is_joined(self, key: str) -> bool:
        """Whether a word is two that a text has beside each other."""
        if len(key) > _LONGEST_JOINED:
            return False
        is_joined = self._joined.get(key)
        if is_joined is None:
            if len(self._joined) >= _WORDS_REMEMBERED:
                self._joined.clear()
            known = self._characters
            ways = ((key[:place], key[place:]) for place in range(1, len(key)))
            is_joined = self._joined[key] = any(
                one in known and other in known and known[one] + known[other] in self._pairs
                for one, other in ways
            )
        return is_joined


_LONGEST_JOINED = 60
"""Letters of a word that may be two of a text; the ways to part a longer one are not tried."""


def _make_character(number: int) -> str:
    code = number if number < _FIRST_SURROGATE else number + _SURROGATES
    return chr(code) if code < ord(_LAST_CHARACTER) else _LAST_CHARACTER


def find_places(coded: str, words: str, most: int) -> list[int]:
    """Return the places of some words in a stretch, those after the first `most` left out."""
    places: list[int] = []
    place = coded.find(words)
    while place >= 0 and len(places) < most:
        places.append(place)
        place = coded.find(words, place + 1)
    return places


class CodedQuotation:
    """The words of a quotation as characters, with bounds of what a passage can be worth.

    Args:
        words: its words.
        alphabet: that of the sources.
    """

    __slots__ = ("_has_gaps", "_joinable", "_shown", "coded", "content_words", "words")

    def __init__(self, words: Sequence[QuoteWord], alphabet: WordAlphabet) -> None:
        self.words = words
        # A word in square brackets is the reporter's, so it is never one of the source.
        keys = ["" if word.bracketed else word.key for word in words]
        self.coded = alphabet.encode(keys)
        self._joinable = alphabet.count_joinable(keys)
        self.content_words = [at for at, key in enumerate(keys) if is_content_key(key)]
        """The numbers of the words that are evidence of a place."""
        has_ellipsis = any(word.after_ellipsis for word in words)
        self._shown = len(words) if has_ellipsis else keys.count("")
        self._has_gaps = has_ellipsis or (bool(words) and words[-1].part > 0)

    def count_needed(self, share: float) -> int:
        """Return how many characters a passage must have in common, in order.

        Args:
            share: part of its words that a passage must have, 0 to 1.
        """
        needed = max(ceil(share * len(self.words)), min(2, len(self.words)))
        return max(1, needed - self._joinable)

    def find_whole(self, stretch: str, most: int) -> list[int]:
        """Return where a stretch has all words in a row, so that no other place is better.

        Args:
            stretch: the words of the stretch.
            most: the number of places that are returned at most.
        """
        return [] if self._has_gaps else find_places(stretch, self.coded, most)

    def has_run(self, stretch: str) -> bool:
        """Whether a stretch may have two words in a row of the quotation, or its only word."""
        coded = self.coded
        if len(coded) == 1 or self._joinable:
            return True
        return any(map(stretch.__contains__, map(add, coded, coded[1:])))

    def count_least_faults(self, common: int) -> int:
        """Return how many words are faulty at least with so many characters in common.

        A word that no passage has is a fault where neither brackets nor an ellipsis may show it.
        """
        return len(self.words) - self._shown - self._joinable - common

    def count_least_common(self, faults: int) -> int:
        """Return how many characters a stretch has in common at least with so few faulty words."""
        return len(self.words) - self._shown - self._joinable - faults
