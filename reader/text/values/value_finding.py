"""Finding the numbers, money, dates and times of a text."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.text.values.calendar_dates import DateValue, date_at
from reader.text.values.clock_times import TimeValue, spoken_beginnings, time_at
from reader.text.values.digits import language_format
from reader.text.values.lexemes import APART, MARK, NUMBER, WORD, cut_lexemes, is_whole
from reader.text.values.number_values import MoneyValue, NumberValue
from reader.text.values.number_words import number_beginnings, number_followers
from reader.text.values.quantities import quantity_at
from reader.text.values.relative_dates import (
    DateContext,
    offset_units,
    phrase_beginnings,
    phrase_followers,
)
from reader.text.values.units import currency_beginnings

if TYPE_CHECKING:
    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme

QuantityValue = NumberValue | DateValue | TimeValue

_REFERENCE_YEARS = range(1000, 9000)
_DIGIT = re.compile("[0-9½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]")
_PIECE = re.compile(r"[^\W\d_]+")
_SIGNS = "-−–+.½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"


def find_values(
    text: str, reference: date | None = None, language: str = "en"
) -> list[QuantityValue]:
    """Return the numbers, amounts of money, dates and times of `text`, in order.

    They don't overlap: the figures of a date or a time are no numbers. Linear in the length
    of the text.

    Args:
        text: any text; offsets refer to it as it is.
        reference: the day the text was published; with it "Tuesday" and "yesterday" are
            resolved. Its year must be from 1000 to 8999.
        language: a code such as "en" or "de-AT". Words are read in English only; digits and
            dates in the languages of `data/language_formats.txt`; in others nothing is found.

    Raises:
        ValueError: the year of the reference is out of range.
    """
    form = language_format(language)
    if reference is not None and reference.year not in _REFERENCE_YEARS:
        raise ValueError(f"the year of the reference must be in 1000..8999, not {reference.year}")
    if form is None:
        return []
    is_english = _is_english(language)
    if not _has_value_words(text, form, is_english):
        return []
    return _ValueScan(cut_lexemes(text), form, language, reference).run()


def find_numbers(text: str, language: str = "en") -> list[NumberValue]:
    """Return the numbers of `text` that are no money, date or time; see `find_values`."""
    return [
        value
        for value in find_values(text, None, language)
        if isinstance(value, NumberValue) and not isinstance(value, MoneyValue)
    ]


def find_money(text: str, language: str = "en") -> list[MoneyValue]:
    """Return the amounts of money of `text`; see `find_values`."""
    found = find_values(text, None, language)
    return [value for value in found if isinstance(value, MoneyValue)]


def find_dates(text: str, reference: date | None = None, language: str = "en") -> list[DateValue]:
    """Return the dates of `text`; see `find_values`."""
    found = find_values(text, reference, language)
    return [value for value in found if isinstance(value, DateValue)]


def find_times(text: str, language: str = "en") -> list[TimeValue]:
    """Return the times of day of `text`; see `find_values`."""
    found = find_values(text, None, language)
    return [value for value in found if isinstance(value, TimeValue)]


class _ValueScan:
    """One pass over the lexemes of a text; each value takes its lexemes."""

    def __init__(
        self,
        lexemes: list[Lexeme],
        form: LanguageFormat,
        language: str,
        reference: date | None,
    ) -> None:
        self._lexemes = lexemes
        self._form = form
        self._is_english = _is_english(language)
        self._reference = reference
        self._anchor: date | None = None
        """The single day that was named last."""
        self._beginnings = _list_beginnings(language)

    def run(self) -> list[QuantityValue]:
        """Return all values in order."""
        values: list[QuantityValue] = []
        index = free_from = 0
        while index < len(self._lexemes):
            found = self._value_at(index, free_from) if self._is_start(index) else None
            if found is None:
                index = self._next(index)
                continue
            value, index = found
            free_from = index
            values.append(value)
            if isinstance(value, DateValue) and value.first and value.first == value.last:
                self._anchor = value.first
        return values

    def _is_start(self, index: int) -> bool:
        lexeme = self._lexemes[index]
        if lexeme.kind == NUMBER:
            return True
        if lexeme.kind == MARK:
            return lexeme.raw in _SIGNS or lexeme.raw in currency_beginnings()
        word = lexeme.lower
        if word not in self._beginnings:
            return False
        followers = _article_followers().get(word)
        return followers is None or not self._is_followed_by_others(index, followers)

    def _is_followed_by_others(self, index: int, words: frozenset[str]) -> bool:
        """Return whether the next word, if there is one, is not in `words`."""
        if index + 1 >= len(self._lexemes):
            return True
        after = self._lexemes[index + 1]
        return after.kind == WORD and after.lower not in words

    def _value_at(self, index: int, free_from: int) -> tuple[QuantityValue, int] | None:
        lexeme = self._lexemes[index]
        if not is_whole(lexeme):
            return None
        if lexeme.kind != MARK and not self._is_glued_behind(index):
            context = DateContext(self._form, self._is_english, self._reference, self._anchor)
            found = date_at(self._lexemes, index, context)
            if found is not None:
                return found
            time = time_at(self._lexemes, index, self._is_english)
            if time is not None:
                return time
        return quantity_at(self._lexemes, index, free_from, self._form, self._is_english)

    def _is_glued_behind(self, index: int) -> bool:
        """Return whether letters or a mark such as "/" stand right before the lexeme."""
        lexeme = self._lexemes[index]
        if index == 0 or lexeme.gap:
            return False
        before = self._lexemes[index - 1]
        return before.kind != MARK or before.raw in "/:.@#_&=+$€£"

    def _next(self, index: int) -> int:
        """Return the index to go on from where no value begins at `index`.

        Nothing joined to digits that are no value is a value either: "v2.0-3", "555-1234".
        """
        after = index + 1
        if self._lexemes[index].kind != NUMBER:
            return after
        while after < len(self._lexemes) and self._lexemes[after].gap != APART:
            lexeme = self._lexemes[after]
            if lexeme.gap or (lexeme.kind == MARK and lexeme.raw not in "-–/.:,_"):
                break
            after += 1
        return after


@lru_cache(maxsize=64)
def _list_beginnings(language: str) -> frozenset[str]:
    """Return the words with which a value of a language may begin."""
    form = language_format(language)
    words = _english_beginnings() if _is_english(language) else frozenset()
    named = words.union(form.months, form.weekdays) if form else words
    return named | currency_beginnings()


@lru_cache(maxsize=1)
def _english_beginnings() -> frozenset[str]:
    return phrase_beginnings() | spoken_beginnings() | number_beginnings()


def may_have_values(text: str, language: str = "en") -> bool:
    """Return whether `find_values` may find something: false only where it does not."""
    form = language_format(language)
    return form is not None and _has_value_words(text, form, _is_english(language))


def _has_value_words(text: str, form: LanguageFormat, is_english: bool) -> bool:
    """Return whether a text has digits, or a word without which there is no value."""
    if _DIGIT.search(text):
        return True
    pieces = set(map(str.lower, _PIECE.findall(text)))
    words = _english_words() if is_english else frozenset()
    return not all(map(pieces.isdisjoint, (words, form.months, form.weekdays)))


def _is_english(language: str) -> bool:
    return language.lower().replace("_", "-").split("-")[0] == "en"


@lru_cache(maxsize=1)
def _english_words() -> frozenset[str]:
    """Return the words without which there is no value in English words: no article is one."""
    followers = _article_followers()
    words = (_english_beginnings() - followers.keys()).union(*followers.values())
    return frozenset(piece for word in words for piece in _PIECE.findall(word))


@lru_cache(maxsize=1)
def _article_followers() -> dict[str, frozenset[str]]:
    """Return the words after an article that may make it the beginning of an English value.

    Most articles begin none, and each would be tried as a date, a time and a number.
    """
    counted = number_followers() | offset_units() | {"quarter"}
    return {"the": phrase_followers("the"), "a": counted | phrase_followers("a"), "an": counted}
