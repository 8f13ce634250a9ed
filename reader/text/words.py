"""The words of a text, and the forms under which words are compared.

A word is a run of letters, digits and the marks that belong to them (Unicode), with apostrophes
between letters and points, commas and colons between digits: don’t, l’eau, 1,250.5, 10:30. An
acronym has its points between the letters: U.S. A hyphen separates words. In a script that is
written without spaces (Thai to Khmer, kana, Han) a whole run is one word, which
`split_characters` cuts.

Two forms are compared. The key of a word leaves out how it is printed: case, accents, typography
and the possessive ending. Its stem leaves out inflection and spelling, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any
from unicodedata import normalize

from reader.text.word_forms import normal_form
from reader.text.word_lists import WordLists

# Scripts that are written without spaces: letters, digits and marks of Thai to Khmer, kana, Han.
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0eff\u1000-\u1049\u1050-\u109d\u1780-\u17d3"
    "\u17d7\u17dc-\u17ff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003fffd"
)
_FIRST_UNSPACED = "\u0e01"
# Combining marks, and the letters among them, of scripts whose words are not whole without: those
# of all scripts, Hebrew, Arabic, Syriac, Thaana, N'Ko, the Indic ones, Thai to Khmer and their
# neighbours; the joiners.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0898-\u0963\u0971-\u09f1"
    "\u0a01-\u0a75\u0a81-\u0aef\u0b01-\u0b6f\u0b71-\u0bf2\u0c00-\u0c76\u0c80-\u0c83\u0c85-\u0d4e"
    "\u0d50-\u0d78\u0d7a-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86-\u0fbc\u102b-\u103e\u1056-\u109d"
    "\u135d-\u135f\u1712-\u1773\u17b4-\u17d3\u17dd\u1885-\u18a9\u1920-\u193b\u1a17-\u1a7f\u1ab0-\u1ace\u1b00-\u1b44"
    "\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37\u1cd0-\u1cf9\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0"
    "\ua66f-\ua672\ua674-\ua67d\ua802-\ua827\ua880-\ua8c5\ua8e0-\ua8f1\ua926-\ua953\ua980-\ua9c0"
    "\uaa29-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaf6\uabe3-\uabed\ufb1e\ufe20-\ufe2f"
)
_APOSTROPHES = "'’‘`´′＇"
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
# Of bad copies, where the apostrophe has spaces around it: don ’ t, Ashford ’ s.
_SPACED_ENDING = r" ?['’] ?(?:[sS]|t|re|ve|ll|d|m)(?![^\W_]|['’])"
WORD_PATTERN = (
    r"(?:(?:[^\W\d_]\.){1,20}[^\W\d_](?![^\W_])"
    rf"|{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS}|(?<=\d)[.,:](?=\d){_LETTERS})*"
    rf"(?:{_SPACED_ENDING})?)"
)
"""The pattern of one word, for patterns that find other things beside words."""

# The same word in a text without combining marks, which most are: it is compiled much faster.
_PLAIN_WORD = re.compile(WORD_PATTERN.replace(_LETTERS, r"[^\W_]+"))
# What may be a mark or of an unspaced script: all but the letters and typography of Latin texts.
_MAY_BE_SPECIAL = re.compile("[^\0-\u02ff\u2010-\u20cf]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_STRAIGHT = str.maketrans(dict.fromkeys(f"{_APOSTROPHES}ʼʻ", "'"))
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}ʼʻ] ?[sS]$")
_NOT_COMPARED = re.compile("[' .]")
# The breve of й and ў makes another letter of them; so do the marks of kana.
_ACCENTS = re.compile(
    "(?<![иу])[\u0300-\u036f]"
    "|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1dc0-\u1dff\u200c\u200d\ufe20-\ufe2f]"
)
# Letters with a stroke and joined letters, which Unicode does not take apart.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"}
)
_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_CONTRACTIONS = WordLists(__file__, "contractions")


def split_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words of `text[start:end]` as printed, in order; a run of unspaced script is one."""
    end = len(text) if end is None else end
    if _is_plain(text, start, end):
        plain: list[str] = _PLAIN_WORD.findall(text, start, end)
        return plain
    words: list[str] = _word().findall(text, start, end)
    if not _is_partly_unspaced(text, start, end):
        return words
    return [run for word in words for run in _unspaced_runs().findall(word)]


def split_characters(text: str) -> list[str]:
    """The words of a text as printed, in order; every character of unspaced script is one."""
    if _is_plain(text, 0, len(text)):
        return split_words(text)
    return [text[start:end] for start, end in word_spans(text)]


def word_characters(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The spans of the words in one match of `WORD_PATTERN`, cut as `word_spans` does."""
    if _is_plain(text, start, end) or not _is_partly_unspaced(text, start, end):
        return ((start, end),)
    return (each.span() for each in _unspaced_characters().finditer(text, start, end))


def word_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The start and the end of every word of `text[start:end]`, in order.

    In scripts that are written without spaces every character is a word.
    """
    end = len(text) if end is None else end
    if _is_plain(text, start, end):
        return (word.span() for word in _PLAIN_WORD.finditer(text, start, end))
    words = _word().finditer(text, start, end)
    if not _is_partly_unspaced(text, start, end):
        return (word.span() for word in words)
    return (
        character.span()
        for word in words
        for character in _unspaced_characters().finditer(text, *word.span())
    )


def word_keys(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The keys of the words of `text[start:end]`, in order; a run of unspaced script is one."""
    return [word_key(printed) for printed in split_words(text, start, end)]


def is_possessive(printed: str) -> bool:
    """Whether the key of a word leaves out a possessive ending that is printed."""
    ending = _POSSESSIVE.search(printed) if printed[-1:] in ("s", "S") else None
    return ending is not None and word_key(printed) == word_key(printed[: ending.start()])


def is_unspaced(printed: str) -> bool:
    """Whether a word is of a script that is written without spaces."""
    return printed >= _FIRST_UNSPACED and _unspaced_character().match(printed) is not None


@lru_cache(maxsize=1 << 16)
def word_key(printed: str) -> str:
    """The form under which a word is compared.

    Without case, accents, apostrophes and other typography, the points of an acronym, the commas
    in thousands and the possessive ending; the 's of "it's" is a verb and no such ending. The key
    of a key is that key.

    Args:
        printed: one word.
    """
    folded = _fold(printed)
    return strip_accents(folded) or folded


@lru_cache(maxsize=1 << 16)
def stem_word(printed: str, language: str | None = None) -> str:
    """The key of a word without inflection, and in the American spelling (Snowball's stemmers).

    Args:
        printed: one word, or its key.
        language: ISO 639-1 code; guessed from the script if None. Words of a language without
            a stemmer are stemmed as English.

    Returns:
        The stem; the key of what begins with a digit, and of unspaced script.
    """
    key = word_key(printed)
    if not key or key[0].isdigit() or is_unspaced(key):
        return key
    language = language or _script_language(key)
    name = _STEMMERS.get(language, "english")
    # The other stemmers need the accents of their language.
    form = key if name == "english" else _fold(printed)
    stem = str(_stemmer(name).stemWord(normal_form(form) if language == "en" else form))
    return stem if stem.isascii() else strip_accents(stem) or stem


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a stretch has neither combining marks nor unspaced script."""
    return text.isascii() or _MAY_BE_SPECIAL.search(text, start, end) is None


def _is_partly_unspaced(text: str, start: int, end: int) -> bool:
    return _unspaced_character().search(text, start, end) is not None


# These are compiled at the first use, because that takes longer than all patterns above.
@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(WORD_PATTERN)


@lru_cache(maxsize=1)
def _unspaced_character() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]")


@lru_cache(maxsize=1)
def _unspaced_runs() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]+|[^{_UNSPACED}]+")


@lru_cache(maxsize=1)
def _unspaced_characters() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}](?:(?!\w)[{_UNSPACED}])*|[^{_UNSPACED}]+")


def _fold(printed: str) -> str:
    """A word without case, typography and possessive ending; accents stay."""
    if printed.isascii():
        folded = printed.lower()
    else:
        folded = normalize("NFKC", printed.translate(_STRAIGHT)).casefold()
    if folded[:1].isdigit():
        return _THOUSANDS.sub("", folded).removesuffix("'s").replace("'", "")
    head, _, ending = folded.replace(" ", "").rpartition("'")
    if head and ending == "s" and head not in _CONTRACTIONS.words["before is"]:
        return _NOT_COMPARED.sub("", head) or head
    return _NOT_COMPARED.sub("", folded) or folded


def strip_accents(word: str) -> str:
    """A word without accents and vowel points, and with plain letters for ł, ø, æ and the like.

    A mark that makes another letter (й, が) stays.
    """
    if word.isascii():
        return word
    return normalize("NFC", _ACCENTS.sub("", normalize("NFKD", word))).translate(_PLAIN_LETTERS)


@lru_cache(maxsize=32)
def _stemmer(name: str) -> Any:
    return import_module("Stemmer").Stemmer(name, 0)


def _script_language(key: str) -> str:
    first = key[0]
    if "\u0400" <= first <= "\u04ff":
        return "ru"
    if "\u0600" <= first <= "\u06ff":
        return "ar"
    return "el" if "\u0370" <= first <= "\u03ff" else "en"
