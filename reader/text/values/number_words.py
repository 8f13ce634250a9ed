"""Amounts in English words: "two and a half million", "a dozen", "two-thirds"."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.lexemes import (
    APART,
    GLUED,
    HYPHENS,
    SPACED,
    WORD,
    is_glued,
    lexeme_at,
    phrase_at,
)
from reader.text.values.units import unit_at
from reader.text.values.value_lists import list_numbers

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme

_AND = ("and", "&")
_MOST_WORDS = 24
_SECTIONS = ("units", "tens", "plural scales", "ordinals", "multiples")
_HALVED = ("of", "the", "their", "its", "his", "her", "all")
_STARTS = ("a", "an", "half", "several", "many", "few", "minus")


class Amount(NamedTuple):
    """An amount read from the lexemes `start` to before `end`."""

    end: int
    value: Fraction
    step: Fraction = Fraction(0)
    """What the last written digit counts: 100,000 in "3.4 million"; 0 for whole numbers."""
    kind: str = "cardinal"
    """cardinal, ordinal, fraction, or plural ("dozens")."""


@lru_cache(maxsize=1)
def number_beginnings() -> frozenset[str]:
    """Return the words in lower case that may begin an amount in English."""
    known = (list_numbers("number_words", name) for name in _SECTIONS)
    return frozenset((*_STARTS, *(word for words in known for word in words)))


@lru_cache(maxsize=1)
def number_followers() -> frozenset[str]:
    """Return the words in lower case that may follow "a" or "an" in an amount in English."""
    known = (list_numbers("number_words", name) for name in ("scales", "denominators"))
    return frozenset(("half", "couple", *(word for words in known for word in words)))


def amount_in_words(lexemes: list[Lexeme], index: int) -> Amount | None:
    """Return the amount in English words that begins at `index`, or None."""
    word = lexemes[index].lower
    if found := _denominated(lexemes, index):
        return found
    if word in ("half", "a", "an"):
        return _after_article(lexemes, index)
    plural = list_numbers("number_words", "plural scales").get(word)
    if plural is not None:
        return _plural(lexemes, index, plural)
    if word in ("several", "many", "few"):
        size = list_numbers("number_words", "scales").get(phrase_at(lexemes, index + 1, 1))
        return Amount(index + 2, Fraction(2 * size), kind="plural") if size else None
    times = list_numbers("number_words", "multiples").get(word)
    if times is not None:
        return Amount(index + 1, Fraction(times), kind="multiple")
    return _NumberReader(lexemes, index).read()


def _plural(lexemes: list[Lexeme], index: int, size: int) -> Amount:
    """Read "dozens", "tens of thousands", "hundreds of millions"."""
    value, end = 2 * size, index + 1
    if end + 1 < len(lexemes) and lexemes[end].lower == "of" and lexemes[end + 1].gap == SPACED:
        larger = list_numbers("number_words", "plural scales").get(lexemes[end + 1].lower)
        if larger:
            value, end = value * larger, end + 2
    return Amount(end, Fraction(value), kind="plural")


def _denominated(lexemes: list[Lexeme], index: int) -> Amount | None:
    """Read "two-thirds", "three quarters", "a third of", "one-fifth"."""
    first = lexemes[index].lower
    above = 1 if first in ("a", "one") else list_numbers("number_words", "units").get(first, 0)
    after = index + 1
    if not above or lexeme_at(lexemes, after).gap == APART:
        return None
    hyphen = is_glued(lexemes, after, HYPHENS, WORD)
    after += hyphen
    denominators = "denominators" if above == 1 else "plural denominators"
    below = list_numbers("number_words", denominators).get(lexemes[after].lower)
    if below is None or (below == 2 and first == "a"):
        return None
    is_plain = above == 1 and below > 2 and not hyphen
    if is_plain and phrase_at(lexemes, after + 1, 1) != "of":
        return None
    return Amount(after + 1, Fraction(above, below), kind="fraction")


def _after_article(lexemes: list[Lexeme], index: int) -> Amount | None:
    """Read "a dozen", "a million", "half a million", "half-million", "a half", "half of"."""
    end = index + (lexemes[index].lower in ("a", "an"))
    is_half = lexeme_at(lexemes, end).lower == "half"
    if is_half:
        end += 1
        end += lexeme_at(lexemes, end).lower in ("a", "an", *HYPHENS)
    word = lexeme_at(lexemes, end)
    if word.gap == APART:
        return None
    if word.lower in list_numbers("number_words", "scales"):
        return _NumberReader(lexemes, end, Fraction(1, 2) if is_half else Fraction(1)).read()
    if is_half:
        is_share = word.lower in _HALVED or unit_at(lexemes, end) is not None
        return Amount(end, Fraction(1, 2), kind="fraction") if is_share else None
    is_couple = word.lower == "couple" and phrase_at(lexemes, end + 1, 1) == "of"
    return Amount(end + 2, Fraction(2)) if is_couple else None


class _NumberReader:
    """Reads "two million, three hundred and forty-five" word by word."""

    def __init__(self, lexemes: list[Lexeme], index: int, current: Fraction = Fraction(0)) -> None:
        self._lexemes = lexemes
        self._index = index
        self._total = Fraction(0)
        self._current = current
        self._room = Fraction(0) if current else Fraction(10**3)
        """The next word must be below it: 100 after "hundred", 10 after "twenty"."""
        self._limit: int = 10**15
        """The next scale must be below it."""
        self._size = 1
        self._kind = "cardinal"

    def read(self) -> Amount | None:
        """Return the longest number from the first word on, or None."""
        start = self._index
        for count in range(_MOST_WORDS):
            skipped = self._skip_joint() if count else 0
            if not self._take():
                self._index -= skipped
                break
            if self._kind == "ordinal":
                break
        if self._index == start:
            return None
        value = self._total + self._current
        if self._kind == "cardinal" and (half := self._half()):
            return half
        step = Fraction(self._size) if self._size > 1 else Fraction(0)
        return Amount(self._index, value, step, self._kind)

    def _at(self, index: int) -> Lexeme | None:
        if index < len(self._lexemes) and self._lexemes[index].gap != APART:
            return self._lexemes[index]
        return None

    def _skip_joint(self) -> int:
        """Step over a hyphen or "and" between two words of one number; how many lexemes."""
        if is_glued(self._lexemes, self._index, HYPHENS, WORD):
            self._index += 1
            return 1
        lexeme, after = self._at(self._index), self._at(self._index + 1)
        if lexeme is None or lexeme.lower not in _AND or after is None or self._size < 100:
            return 0
        # "Between two hundred and five hundred" is two numbers.
        scales = list_numbers("number_words", "scales")
        if not self._fits(after.lower) or phrase_at(self._lexemes, self._index + 2, 1) in scales:
            return 0
        self._index += 1
        return 1

    def _fits(self, word: str) -> bool:
        units = list_numbers("number_words", "units")
        tens = list_numbers("number_words", "tens")
        return word in units or word in tens or word in list_numbers("number_words", "ordinals")

    def _take(self) -> bool:
        lexeme = self._lexemes[self._index] if self._index < len(self._lexemes) else None
        if lexeme is None or lexeme.kind != WORD:
            return False
        for section in ("units", "tens"):
            small = list_numbers("number_words", section).get(lexeme.lower)
            if small is not None:
                return self._take_small(small, 10 if section == "tens" else 1)
        if (ordinal := list_numbers("number_words", "ordinals").get(lexeme.lower)) is not None:
            self._kind = "ordinal"
            if ordinal == 100 and self._current:
                ordinal = int(self._current) * 99
                self._room = Fraction(10**4)
            return self._take_small(ordinal, 1)
        scale = list_numbers("number_words", "scales").get(lexeme.lower)
        return scale is not None and self._take_scale(scale)

    def _take_small(self, value: int, room: int) -> bool:
        if value >= self._room or (self._room == 10 and value == 0):
            self._kind = "cardinal"
            return False
        self._current += value
        self._room = Fraction(room if room == 10 else 0)
        self._size = 1
        self._index += 1
        return True

    def _take_scale(self, scale: int) -> bool:
        if not self._current or scale >= self._limit:
            return False
        if scale in (12, 100):
            if self._current >= 100:
                return False
            self._current *= scale
            self._room = Fraction(100 if scale == 100 else 0)
        else:
            self._total += self._current * scale
            self._current = Fraction(0)
            self._limit = scale
            self._room = Fraction(10**3)
        self._size = scale
        self._index += 1
        return True

    def _half(self) -> Amount | None:
        """Read "and a half" after the number and a scale after it: "two and a half million"."""
        index = self._index
        joints = 0
        words: list[str] = []
        while len(words) < 3 and index < len(self._lexemes) and joints < 4:
            lexeme = self._lexemes[index]
            if lexeme.gap == APART:
                return None
            if lexeme.gap == GLUED and lexeme.raw in HYPHENS:
                joints += 1
            else:
                words.append(lexeme.lower)
            index += 1
        if words != ["and", "a", "half"]:
            return None
        value = self._total + self._current + Fraction(self._size, 2)
        scale = list_numbers("number_words", "scales").get(phrase_at(self._lexemes, index, 1))
        if scale and self._size == 1:
            return Amount(index + 1, value * scale, Fraction(scale, 2))
        return Amount(index, value, Fraction(self._size, 2))
