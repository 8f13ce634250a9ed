"""A cheap guess at the language of a text, from its script and its commonest words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from reader.text.word_lists import WordLists
from reader.text.words import split_words

LANGUAGE_WORDS = WordLists(__file__, "languages")
"""The commonest short words of some languages, by ISO 639-1 code."""

_SAMPLE = 3000
_FEWEST_WORDS = 3
_LEAST_SHARE = 0.08
_SCRIPTS_START = "\u0370"
_SCRIPTS = (
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"),
    (0x4E00, 0x9FFF, "zh"),
    (0x0E00, 0x0E7F, "th"),
    (0x0370, 0x03FF, "el"),
    (0x0590, 0x05FF, "he"),
    (0x10A0, 0x10FF, "ka"),
    (0x0530, 0x058F, "hy"),
    (0x0980, 0x09FF, "bn"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
)


# Letters that of the languages in Cyrillic script only this one has, or one named before it.
_CYRILLIC = {
    "uk": frozenset("їґє"),
    "be": frozenset("ў"),
    "mk": frozenset("ѓќѕ"),
    "sr": frozenset("ђћљњџ"),
    "ru": frozenset("ыэ"),
    "bg": frozenset("ъ"),
}


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language, or None where the text does not show it clearly."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and (language := _by_script(sample)):
        return language
    words = split_words(sample.lower())
    counts = dict.fromkeys(filter(None, LANGUAGE_WORDS.words), 0)
    languages_of = _languages_by_word()
    for word in words:
        for language in languages_of.get(word, ()):
            counts[language] += 1
    best = max(counts, key=lambda language: counts[language])
    others = max(count for language, count in counts.items() if language != best)
    enough = max(_FEWEST_WORDS, _LEAST_SHARE * len(words))
    return best if counts[best] >= enough and counts[best] >= 1.2 * others else None


@lru_cache(maxsize=1)
def _languages_by_word() -> dict[str, list[str]]:
    """Return the languages of which a word is one of the commonest: one look a word for all."""
    found: dict[str, list[str]] = {}
    for language, common in LANGUAGE_WORDS.words.items():
        if language:
            for word in common:
                found.setdefault(word, []).append(language)
    return found


def _by_script(sample: str) -> str | None:
    letters = sorted(
        ord(letter) for letter in sample if letter >= _SCRIPTS_START and letter.isalpha()
    )
    if 4 * len(letters) < len(sample):
        return None
    for language, own in _CYRILLIC.items():
        if not own.isdisjoint(map(chr, letters)):
            return language
    for first, last, language in _SCRIPTS:
        share = bisect_right(letters, last) - bisect_left(letters, first)
        # Japanese mixes its own letters with Chinese ones.
        if share > len(letters) * (0.1 if language == "ja" else 0.4):
            return language
    return None
