"""What one paragraph looks like by itself, whatever stands around it."""

from __future__ import annotations

import re

_CLOSERS = " \"'”“’»›)]}」』）】*_♦■∎"
_SENTENCE_ENDS = tuple(".!?…。！？؟।॥۔:;")
_FIRST_WIDE = "\u2e80"
_WIDE = "[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]"
_SEPARATORS = frozenset((">", "»", "›", "▸", "▶", "→", "|", "•", "·", "/", "::"))
_LONG = 140
_LONGEST_INITIALS = 30
_LONGEST_ASIDE = 40
_MOST_ASIDES = 4
_INITIALS_AT_END = re.compile(r"(?:/[a-z]{2,4}){1,4}/$")
_FEWEST_SIGNED_WORDS = 8
_SIGNING = frozenset(("dpa", "afp", "ap", "kna", "epd", "sid", "apa", "sda"))


def width(text: str) -> int:
    """Length in letters, where a Chinese or Japanese character counts as three."""
    if text.isascii() or len(text) > 1000 or max(text) < _FIRST_WIDE:
        return len(text)
    return len(text) + 2 * len(re.findall(_WIDE, text))


def word_count(text: str) -> int:
    """Words, or a twelfth of the width where words are not set apart."""
    words = len(text.split())
    if text.isascii() or width(text) < 12 * words:
        return words
    return max(words, width(text) // 12)


def ends_sentence(text: str) -> bool:
    """Does it end as a sentence does, not cut off with `...`?"""
    end = text.rstrip(_CLOSERS)
    return end.endswith(_SENTENCE_ENDS) and not is_cut_off(text)


def is_cut_off(text: str) -> bool:
    """Does it end with an ellipsis outside quotation marks, as a shortened title does?"""
    return text.endswith(("...", "…", "[…]", "[...]"))


def is_prose(text: str) -> bool:
    """Is it running text: a sentence of some words, or simply long?"""
    if len(text) >= 1000:
        return True
    if ends_sentence(text) or ends_sentence(_without_asides(text)):
        return text.count(" ") >= 3 or word_count(text) >= 4
    return (len(text) >= _LONG // 3 and word_count(text) >= 25) or len(text) >= 2 * _LONG


def is_long_prose(text: str) -> bool:
    """Is it so long that only a story, a caption or an appeal can have it?"""
    return len(text) >= _LONG and (len(text) >= 1000 or is_prose(text))


def is_fragment_of_page(line: str) -> bool:
    """Is it an address, a handle, a breadcrumb, a rule or other bits without words?"""
    if len(line) > 300:
        return False
    if not any(character.isalpha() for character in line):
        # `20-13.` may be a sentence of its own; `1.` is the number of a list.
        return not (line.endswith(".") and sum(map(str.isdigit, line)) > 1)
    words = line.split()
    if len(words) == 1 and (
        "://" in line or "@" in line or line.startswith(("www.", "#", "pic.twitter"))
    ):
        return True
    if len(line) <= _LONGEST_INITIALS and _are_initials(words):
        return True
    if line.startswith(("— ", "– ", "- ")) and "(@" in line:
        return True
    if not ends_sentence(line):
        separators = sum(word in _SEPARATORS for word in words[1:-1])
        if (separators >= 2 and len(words) <= 30) or (separators and len(words) <= 4):
            return True
        return len(words) <= 8 and all(word[0] in "#@" for word in words)
    return False


def _without_asides(text: str) -> str:
    """The text without an agency's marks at its end: `… It rained. (NAN)`, `… said. PTI ARN KH`."""
    text = _INITIALS_AT_END.sub("", text) if text.endswith("/") else text
    for _ in range(_MOST_ASIDES):
        if text.endswith(")"):
            opening = text.rfind("(")
            if opening < 0 or len(text) - opening > _LONGEST_ASIDE:
                break
            text = text[:opening].rstrip()
            continue
        before, _, last = text.rpartition(" ")
        signs = last == "Enditem" or (last.isupper() and last.isalpha() and len(last) <= 5)
        if not signs or text.count(" ") < _FEWEST_SIGNED_WORDS:
            break
        text = before
    return text


def _are_initials(words: list[str]) -> bool:
    """The marks of those who handled an agency's copy: `ds/rus/gv`, `dpa hk yyni n1`."""
    if len(words) == 1:
        parts = words[0].split("/")
        return 2 <= len(parts) <= 5 and all(
            part.isalpha() and part.islower() and len(part) <= 4 for part in parts
        )
    return (
        len(words) > 2
        and words[0] in _SIGNING
        and all(len(word) <= 4 and word.isalnum() and not word[0].isupper() for word in words)
    )
