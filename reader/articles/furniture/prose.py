"""The form of a single paragraph: running text, a fragment, or a sentence cut off."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.text.quote_signs import CLOSING_SIGNS, STRAIGHT_SIGNS
from reader.text.words import split_words, stem_word

_CLOSERS = f" {STRAIGHT_SIGNS}{CLOSING_SIGNS}“)]}}）】*_♦■∎"
_SENTENCE_ENDS = tuple(".!?…。！？؟।॥۔:;")
_FIRST_WIDE_CHARACTER = "\u2e80"
# Columns of a text without spaces that count as one word.
_WIDTH_OF_WIDE_WORD = 12
_BREADCRUMB_SEPARATORS = frozenset((">", "»", "›", "▸", "▶", "→", "|", "•", "·", "/", "::"))
# Letters.
_FEWEST_CONTENT_LETTERS = 4
# Characters.
_CERTAINLY_PROSE = 1000
_LONG_PROSE = 140
_LONGEST_FRAGMENT = 300
_LONGEST_INITIALS = 30
_LONGEST_SIGN_OFF = 40
_MOST_SIGN_OFFS = 4
_FEWEST_WORDS_BEFORE_SIGN_OFF = 8
_FEWEST_WORDS_OF_UNENDED_PROSE = 25
_MOST_BREADCRUMB_WORDS = 30
_MOST_TAG_WORDS = 8
_INITIALS_AT_END = re.compile(r"(?:/[a-z]{2,4}){1,4}/$")
_INITIALS_IN_BRACKETS = re.compile(r"\s\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4}){0,3}\)$")
# Agencies that sign with their own name before the initials.
_SIGNING_AGENCIES = frozenset(("dpa", "afp", "ap", "kna", "epd", "sid", "apa", "sda"))


def visual_width(text: str) -> int:
    """Return the length in letters, where a Chinese or Japanese character counts as three."""
    if text.isascii() or len(text) > _CERTAINLY_PROSE or max(text) < _FIRST_WIDE_CHARACTER:
        return len(text)
    return len(text) + 2 * len(_wide_characters().findall(text))


def count_words(text: str) -> int:
    """Return the number of words, or a twelfth of the width where no spaces separate them."""
    words = len(text.split())
    if text.isascii() or visual_width(text) < _WIDTH_OF_WIDE_WORD * words:
        return words
    return max(words, visual_width(text) // _WIDTH_OF_WIDE_WORD)


def content_stems(text: str) -> set[str]:
    """Return the stems of the longer words."""
    words = (word for word in split_words(text) if len(word) >= _FEWEST_CONTENT_LETTERS)
    return set(map(stem_word, words))


def ends_sentence(text: str) -> bool:
    """Return whether the text ends as a sentence does, and is not cut off with `...`."""
    end = text.rstrip(_CLOSERS)
    return end.endswith(_SENTENCE_ENDS) and not is_cut_off(text)


def ends_signed_sentence(text: str) -> bool:
    """Return whether it ends as a sentence does, maybe before a writer's initials: `… said. (cm)`.

    Names of agencies are no initials: they are below pictures, too.
    """
    return ends_sentence(text) or ends_sentence(_INITIALS_IN_BRACKETS.sub("", text))


def is_cut_off(text: str) -> bool:
    """Return whether it ends with an ellipsis outside quotation marks, like a shortened title."""
    return text.endswith(("...", "…", "[…]", "[...]"))


def is_prose(text: str) -> bool:
    """Return whether it is running text: a sentence of at least four words, or simply long."""
    if len(text) >= _CERTAINLY_PROSE:
        return True
    if ends_sentence(text) or ends_sentence(_without_sign_offs(text)):
        return text.count(" ") >= 3 or count_words(text) >= 4
    has_length = len(text) >= _LONG_PROSE // 3
    return (has_length and count_words(text) >= _FEWEST_WORDS_OF_UNENDED_PROSE) or len(
        text
    ) >= 2 * _LONG_PROSE


def is_long_prose(text: str) -> bool:
    """Return whether it is so long that only a story, a caption or an appeal can have it."""
    return len(text) >= _LONG_PROSE and (len(text) >= _CERTAINLY_PROSE or is_prose(text))


def is_page_fragment(line: str) -> bool:
    """Return whether it is an address, a handle, a breadcrumb, a rule, or has no words at all."""
    if len(line) > _LONGEST_FRAGMENT:
        return False
    if not any(character.isalpha() for character in line):
        # `20-13.` may be a sentence of its own; `1.` is the number of a list.
        return not (line.endswith(".") and sum(map(str.isdigit, line)) > 1)
    words = line.split()
    if len(words) == 1 and _is_address_or_tag(line):
        return True
    if len(line) <= _LONGEST_INITIALS and _are_initials(words):
        return True
    if line.startswith(("— ", "– ", "- ")) and "(@" in line:
        return True
    return not ends_sentence(line) and (_is_breadcrumb(words) or _are_tags(words))


def _is_address_or_tag(word: str) -> bool:
    return "://" in word or "@" in word or word.startswith(("www.", "#", "pic.twitter"))


def _is_breadcrumb(words: list[str]) -> bool:
    """Return whether it reads `World ▸ Europe ▸ Islands` or `News | Sport`."""
    separators = sum(word in _BREADCRUMB_SEPARATORS for word in words[1:-1])
    return (separators >= 2 and len(words) <= _MOST_BREADCRUMB_WORDS) or (
        separators > 0 and len(words) <= 4
    )


def _are_tags(words: list[str]) -> bool:
    return len(words) <= _MOST_TAG_WORDS and all(word[0] in "#@" for word in words)


def _without_sign_offs(text: str) -> str:
    """Return the text without an agency's marks at its end: `(NAN)`, `PTI ARN KH`, `Enditem`."""
    text = _INITIALS_AT_END.sub("", text) if text.endswith("/") else text
    for _ in range(_MOST_SIGN_OFFS):
        if text.endswith(")"):
            opening = text.rfind("(")
            if opening < 0 or len(text) - opening > _LONGEST_SIGN_OFF:
                break
            text = text[:opening].rstrip()
            continue
        before, _, last = text.rpartition(" ")
        is_sign_off = last == "Enditem" or (last.isupper() and last.isalpha() and len(last) <= 5)
        if not is_sign_off or text.count(" ") < _FEWEST_WORDS_BEFORE_SIGN_OFF:
            break
        text = before
    return text


def _are_initials(words: list[str]) -> bool:
    """Return whether they mark who handled an agency's copy: `ds/rus/gv`, `dpa hk yyni n1`."""
    if len(words) == 1:
        parts = words[0].split("/")
        return 2 <= len(parts) <= 5 and all(
            part.isalpha() and part.islower() and len(part) <= 4 for part in parts
        )
    return (
        len(words) > 2
        and words[0] in _SIGNING_AGENCIES
        and all(len(word) <= 4 and word.isalnum() and not word[0].isupper() for word in words)
    )


# Compiled at the first use: most texts have no such character.
@lru_cache(maxsize=1)
def _wide_characters() -> re.Pattern[str]:
    return re.compile("[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]")
