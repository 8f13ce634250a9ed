"""What quotation marks set off in other languages than English: speech, or a term."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.quotes.other_languages.speech_tokens import tokenize_speech
from reader.quotes.other_languages.speech_words import SpeechWords
from reader.quotes.other_languages.spoken_by import SpokenBy
from reader.quotes.quote import QuoteKind, Strength
from reader.text.words import is_unspaced, split_words, word_spans

_STOPS = ".?!…。？！؟۔।"
_COLONS = (":", "：")
_COMMAS = (",", "，", "、", "،", "—", "–", "-")
_AROUND = " \u00a0\u202f\u3000([•*—–-"
# Words from which on a quote is a sentence or a phrase, set by hand as those of `quote_kinds`.
_SENTENCE_WORDS, _CLAUSE_WORDS, _PHRASE_WORDS, _LONG_WORDS = 3, 4, 2, 5
_CHARACTERS_PER_WORD = 2
"""Characters of unspaced script that are taken for one word."""
_READ_CHARS = 400
_KOREAN_REPORT = re.compile("(?:이?라)?고|(?:이?라)?며|면서")
"""The endings by which Korean reports the words before them."""


class QuotePlace(NamedTuple):
    """A quote in its sentence."""

    text: str
    start: int
    end: int
    before: tuple[int, int]
    """The reporter's words before it in its sentence."""
    after: tuple[int, int]
    """Those after it, as far as the next mark or the end of the paragraph."""

    @property
    def lead(self) -> str:
        """The words before it, without spaces and dashes at the ends."""
        return self.text[slice(*self.before)].strip(_AROUND)

    @property
    def tail(self) -> str:
        """The words after it, without spaces."""
        return self.text[slice(*self.after)].strip(" \u00a0\u202f\u3000")

    @property
    def follows_colon(self) -> bool:
        """Whether a colon announces it."""
        return self.lead.endswith(_COLONS)

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in a stop, a question mark or an exclamation mark."""
        return self.text[self.end - 1] in _STOPS

    @property
    def begins_sentence(self) -> bool:
        """Whether it begins as a sentence can; always in scripts without capitals."""
        first = self.text[self.start : self.end].lstrip("¿¡…")[:1]
        return not first.islower()

    @property
    def is_caseless(self) -> bool:
        """Whether its script has no capitals."""
        first = self.text[self.start : self.end].lstrip("¿¡…")[:1]
        return first.isalpha() and not first.islower() and not first.isupper()

    @property
    def words(self) -> int:
        """Count the words, of unspaced script by characters."""
        inside = self.text[self.start : min(self.end, self.start + _READ_CHARS)]
        return sum(
            max(1, len(list(word_spans(word))) // _CHARACTERS_PER_WORD) if is_unspaced(word) else 1
            for word in split_words(inside)
        )


def classify_foreign(
    place: QuotePlace, before: SpokenBy | None, after: SpokenBy | None, words: SpeechWords | None
) -> QuoteKind:
    """Judge one quote by its words, its marks and the attributions found beside it."""
    if words is not None and _is_term(place, words):
        is_name = place.words > 1 and place.begins_sentence and not place.is_caseless
        return QuoteKind.TITLE if is_name else QuoteKind.SCARE
    if place.follows_colon and (before is not None or place.words >= _PHRASE_WORDS):
        return QuoteKind.DIRECT
    if words is None and _KOREAN_REPORT.match(place.text, place.after[0]):
        return QuoteKind.DIRECT if place.words >= _SENTENCE_WORDS else QuoteKind.PARTIAL
    if not place.lead.strip(",;. "):
        return _classify_opening(place, after, has_words=words is not None)
    return _classify_inside(place, before, after)


def _is_term(place: QuotePlace, words: SpeechWords) -> bool:
    """Whether the word before it introduces a term or the name of a work."""
    if place.follows_colon or place.words > _CLAUSE_WORDS:
        return False
    tokens = tokenize_speech(
        place.text, max(place.before[0], place.before[1] - 80), place.before[1]
    )
    if not tokens or place.text[tokens[-1].end : place.before[1]].strip(_AROUND + "“„«'\""):
        return False
    naming = words.words("naming")
    last = tokens[-1]
    if len(tokens) > 1 and tokens[-2].lower in words.words("auxiliaries"):
        return False
    return last.text in naming or last.lower in naming


def _classify_opening(place: QuotePlace, after: SpokenBy | None, *, has_words: bool) -> QuoteKind:
    """Judge a quote that opens its sentence.

    Where no verb can be read (`has_words` is false) one of a few words is a sentence too.
    """
    if after is not None and after.strength is Strength.ADJACENT:
        return QuoteKind.DIRECT
    count = place.words
    is_sentence = count >= _SENTENCE_WORDS and place.begins_sentence
    if place.ends_sentence and (is_sentence or not place.tail):
        return QuoteKind.DIRECT
    is_parted = place.tail.startswith(_COMMAS) or place.text[place.end - 1] in ",，،"
    if is_sentence and (is_parted or not place.tail.strip(".。")):
        return QuoteKind.DIRECT
    if is_sentence and (count > _LONG_WORDS or not has_words):
        return QuoteKind.DIRECT
    if count >= _PHRASE_WORDS and _is_spoken_to_a_comma(place):
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL if count >= _LONG_WORDS else QuoteKind.SCARE


def _is_spoken_to_a_comma(place: QuotePlace) -> bool:
    """Whether a few words are a sentence, and no name, with a clause behind a comma after them."""
    words = place.text[place.start : place.end].split()
    is_name = all(word[0].isupper() for word in words[1:])
    rest = place.tail.lstrip(",，، ")
    is_behind_comma = place.tail.startswith(_COMMAS[:1]) and rest[:1].islower()
    return place.begins_sentence and not place.is_caseless and not is_name and is_behind_comma


def _classify_inside(
    place: QuotePlace, before: SpokenBy | None, after: SpokenBy | None
) -> QuoteKind:
    """Judge a quote in the middle of the reporter's sentence."""
    count = place.words
    begins = place.begins_sentence and not place.is_caseless
    if count >= _SENTENCE_WORDS and place.ends_sentence and place.begins_sentence:
        return QuoteKind.DIRECT
    is_beside = before is not None and before.strength is Strength.ADJACENT
    if begins and count >= _SENTENCE_WORDS and (is_beside or place.lead.endswith(_COMMAS)):
        return QuoteKind.DIRECT
    if begins and before is None and count <= _CLAUSE_WORDS:
        # The name of a ship or a plan in the reporter's sentence.
        return QuoteKind.SCARE
    has_source = before is not None or after is not None
    if has_source:
        return QuoteKind.PARTIAL if count >= _PHRASE_WORDS else QuoteKind.SCARE
    if count > _LONG_WORDS and (begins or place.is_caseless):
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL if count >= _LONG_WORDS else QuoteKind.SCARE
