"""Where a headline in title case ends that a text has in one line with what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotes.name_forms import is_title_word, strip_word
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class

_SMALL_WORDS = load_word_class("small_title_words") | load_word_class("phrase_ends")
_OPENERS = load_word_class("determiners") | load_word_class("pronouns")
_SIGNS = "“”‘’'\"(),.:;?!"
_ENDS = (".", "?", "!")
_LONGEST = 200
"""Characters of the longest headline."""
_LEAST_TEXT = 300
"""Characters of a line that has more than a headline."""
_LEAST_WORDS = 5
_LEAST_LARGE = 4
"""Words of a headline, and words with a capital among them."""
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_DATELINE = re.compile(
    r"(?<![^ ])[A-Z]{3}[A-Z .]{0,20}(?:, (?:[A-Z][a-z]{1,12}\.?|(?:[A-Z]\.){2}))?"
    r"(?: \([A-Z][A-Za-z ]{1,20}\))? ?(?:--|[–—―]-?|- )"
)


def part_headline(text: str) -> str:
    """Return a text with a line break for the space after a headline that has none.

    All offsets stay as they are. A headline is seen where title case ends, and it ends before the
    person, the title or the determiner that the sentence behind it begins with.
    """
    end = find_headline_end(text)
    return text if end is None else f"{text[:end]}\n{text[end + 1 :]}"


def find_headline_end(text: str) -> int | None:
    """Return the position of the space after a headline with which the first line goes on."""
    if text.find("\n", 0, _LEAST_TEXT) >= 0 or len(text) < _LEAST_TEXT:
        return None
    words = list(re.finditer(r"\S+", text[:_LONGEST]))
    stop = next((n for n, word in enumerate(words) if _is_small(word.group())), None)
    if stop is None:
        return None
    printed = [word.group() for word in words[:stop]]
    if (first := _find_opening(printed)) is None:
        return None
    dateline = _DATELINE.search(text, 0, words[stop].start())
    start = dateline.start() if dateline else words[first].start()
    return start - 1 if _is_headline(text[:start].split()) else None


def _is_small(word: str) -> bool:
    """Whether a word is written as in a sentence, where a title has a capital."""
    bare = word.strip(_SIGNS)
    return bare[:1].islower() and bare.isalpha() and bare.lower() not in _SMALL_WORDS


def _find_opening(words: Sequence[str]) -> int | None:
    """Return where the last person, title or determiner among words begins."""
    at = next((n for n in range(len(words) - 1, 0, -1) if _opens(words[n])), None)
    while at and (_opens(words[at - 1]) or _INITIALS.fullmatch(words[at - 1])):
        at -= 1
    return at


def _opens(word: str) -> bool:
    """Whether a sentence about somebody can begin with a word."""
    bare = strip_word(word)
    if not bare[:1].isupper():
        return False
    return bare.lower() in _OPENERS or is_title_word(bare) or _is_given(word)


def _is_given(word: str) -> bool:
    return strip_word(word) in load_vocabulary().gender


def _is_headline(words: Sequence[str]) -> bool:
    """Whether words are those of a headline, and no sentence that has ended."""
    large = [word for word in words if word.strip(_SIGNS)[:1].isupper()]
    is_long = len(words) >= _LEAST_WORDS and len(large) >= _LEAST_LARGE
    return is_long and words[-1].lower() not in _SMALL_WORDS and not words[-1].endswith((",", ":"))
