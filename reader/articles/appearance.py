"""What one paragraph looks like by itself, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.articles.wordlists import lines_by_section

_CLOSERS = " \"'”’»›)]}」』）】*_"
_SENTENCE_ENDS = tuple(".!?…。！？؟।॥۔:;")
_QUOTES = frozenset('"“”„«»「」『』')
_FIRST_WIDE = "\u2e80"
_WIDE = "[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]"
_IN_CREDITS = frozenset(("via", "and", "of", "de", "for", "the", "by", "©"))
_SEPARATORS = frozenset((">", "»", "›", "▸", "▶", "→", "|", "•", "·", "/", "::"))
_LABEL_WIDTH = 90
_APPEAL_WIDTH = 400
_LONG = 140
_SHORTEST_PHRASE = 7


def width(text: str) -> int:
    """Length in letters, where a Chinese or Japanese character counts as three."""
    if text.isascii() or len(text) > 1000 or max(text) < _FIRST_WIDE:
        return len(text)
    return len(text) + 2 * len(re.findall(_WIDE, text))


def word_count(text: str) -> int:
    """Words, or a twelfth of the width where words are not set apart."""
    words = len(text.split())
    if text.isascii() or len(text) < 12 * words:
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
    if ends_sentence(text):
        return text.count(" ") >= 3 or word_count(text) >= 4
    return (len(text) >= _LONG // 3 and word_count(text) >= 25) or len(text) >= 2 * _LONG


def is_long_prose(text: str) -> bool:
    """Is it so long that only a story, a caption or an appeal can have it?"""
    return len(text) >= _LONG and (len(text) >= 1000 or is_prose(text))


def bare(line: str) -> str:
    """The line for comparing: lower case, straight quotes, no bullets, no end marks."""
    return _straight(line).strip(" •·*#>-–—_|:.!?…→›»+▼▶■□►")


def is_phrase(line: str) -> bool:
    """Is it something that sites say around stories, whatever the story?"""
    if len(line) > _APPEAL_WIDTH:
        return False
    lists = lines_by_section("furniture")
    lowered = _straight(line).lstrip(" •·*#>-–—_|([")
    short = len(line) <= _LABEL_WIDTH
    if short and re.sub(r"\d+", "0", bare(line)) in _set("whole line"):
        return True
    if _begins(lowered, "appeal"):
        return True
    if short and not ends_sentence(line.rstrip(":")) and _begins(lowered, "beginning"):
        return True
    if _invites(lowered):
        return True
    if len(lowered) < _SHORTEST_PHRASE:
        return False
    said = re.split(r"[\"“”„«»「」『』]", lowered, maxsplit=1)[0]
    return any(phrase in said for phrase in lists["anywhere"])


def is_link_list_label(line: str) -> bool:
    """Does a list of other stories follow after it?"""
    return len(line) <= _LABEL_WIDTH and bare(line) in _set("link lists")


def is_list_end(line: str) -> bool:
    """Does a list of other stories say that it ends here?"""
    return len(line) <= _LABEL_WIDTH and bare(line) in _set("list ends")


def is_closing_label(line: str) -> bool:
    """Does it stand after the story's end?"""
    return len(line) <= _LABEL_WIDTH and bare(line) in _set("closing")


def is_caption(text: str) -> bool:
    """Does it name itself a picture, or end with a picture credit?"""
    if len(text) > 600:
        return False
    lowered = text.lower().lstrip(" •*([")
    if len(text) <= _APPEAL_WIDTH and _begins(lowered, "caption"):
        return True
    if text.startswith("[Photo"):
        return True
    credits = lines_by_section("furniture")["picture credits"]
    end = text[-90:].rstrip(' .)]"”')
    lowered = end.lower()
    if not end or len(lowered) != len(end):
        return False
    if end.rsplit(None, 1)[-1][0].islower() and not lowered.endswith(credits):
        return False
    for credit in credits:
        position = lowered.rfind(credit)
        if position >= 0 and _is_credit_to_the_end(end, position, position + len(credit)):
            return True
    return False


def picture_credit(caption: str) -> str | None:
    """The credit of a caption, as printed: all of a credit line, else what stands last."""
    lowered = caption.lower().lstrip(" •*([")
    if _begins(lowered, "caption without credit"):
        return None
    if _begins(lowered, "caption"):
        names = re.split(r"[\s/,]+", caption.partition(":")[2].strip(" ()[]."))
        if any(word[:1].islower() and word not in _IN_CREDITS for word in names):
            return None
        return caption.strip("()[] ")
    if len(caption) <= 60 and "[" not in caption[1:] and "(" not in caption[1:]:
        return caption.strip("()[] ")
    end = caption.rstrip(" .")
    if end.endswith((")", "]")) and "(" in end.replace("[", "("):
        return end[max(end.rfind("("), end.rfind("[")) + 1 : -1]
    return end.rpartition(". ")[2] if ". " in end else end if len(end) <= 120 else None


def is_fragment_of_page(line: str) -> bool:
    """Is it an address, a handle, a breadcrumb, a rule or other bits without words?"""
    if len(line) > 300:
        return False
    if not any(character.isalpha() for character in line):
        return True
    words = line.split()
    if len(words) == 1 and ("://" in line or line.startswith(("www.", "@", "#", "pic.twitter"))):
        return True
    if line.startswith(("— ", "– ", "- ")) and "(@" in line:
        return True
    if not ends_sentence(line):
        separators = sum(word in _SEPARATORS for word in words[1:-1])
        if (separators >= 2 and len(words) <= 30) or (separators and len(words) <= 4):
            return True
        return len(words) <= 8 and all(word[0] in "#@" for word in words)
    return False


def _invites(lowered: str) -> bool:
    """Does it ask to follow the site elsewhere, or to write to it?"""
    first, _, rest = lowered.partition(" ")
    lists = lines_by_section("furniture")
    if first not in lists["invitations"] or len(lowered) > _APPEAL_WIDTH // 2:
        return False
    if sum(character.isdigit() for character in rest) >= 7 or "@" in rest:
        return True
    return any(f" {platform}" in rest for platform in lists["platforms"])


def _straight(line: str) -> str:
    """In lower case with straight quotes and single spaces."""
    line = line.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(line.split())


def _begins(lowered: str, section: str) -> bool:
    phrases = lines_by_section("furniture")[section]
    if not lowered.startswith(phrases):
        return False
    return any(
        lowered.startswith(phrase)
        and not (phrase[-1].isalnum() and lowered[len(phrase) : len(phrase) + 1].isalnum())
        for phrase in phrases
    )


def _is_credit_to_the_end(end: str, first: int, last: int) -> bool:
    """Nothing but names stands after the credit, and it is a word of its own."""
    if end[first].isalpha() and first > 0 and end[first - 1].isalpha():
        return False
    if end[last - 1].isalpha() and end[last : last + 1].isalpha():
        return False
    rest = end[last:].strip(' .)]"”')
    words = rest.replace("/", " ").replace(",", " ").split()
    return len(words) <= 6 and all(
        word[0].isupper() or word[0].isdigit() or word in _IN_CREDITS for word in words
    )


@lru_cache(maxsize=8)
def _set(section: str) -> frozenset[str]:
    return frozenset(map(bare, lines_by_section("furniture")[section]))


def repeated(lines: Iterable[str]) -> frozenset[str]:
    """Short lines without a sentence that occur more than once, made `bare`."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if len(line) <= _LABEL_WIDTH and not ends_sentence(line):
            key = bare(line)
            (twice if key in seen else seen).add(key)
    return frozenset(twice)
