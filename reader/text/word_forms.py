"""Irregular forms and spellings of English words, which a stemmer does not unify."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.text.word_lists import WordLists

_IRREGULAR = WordLists(__file__, "irregular")
_ISE = re.compile(r"(\w{3,})(?:is|(?<=al)ys|(?<=ol)ys)(?:e|es|ed|er|ers|ing|ation|ations)$")
_OUR = re.compile(r"(?<=\w{3})(?<!p)our(?=(?:s|ed|ing|ite|ites|able|hood|hoods|less|er|ers|ful)?$)")
_WITH_S_EVERYWHERE = """
    advertise advise appraise braise bruise chastise circumcise compromise comprise concise cruise
    demise despise devise disguise enfranchise enterprise excise exercise expertise franchise
    improvise incise likewise merchandise otherwise paradise praise precise premise promise reprise
    revise supervise surmise surprise televise treatise
"""
_ALWAYS_ISE = frozenset(_WITH_S_EVERYWHERE.split())


@lru_cache(maxsize=1 << 14)
def normal_form(word: str) -> str:
    """The form that all irregular forms and spellings of an English word have in common.

    The base form of a verb or noun with irregular forms ("took" → "take"); of words that are
    spelled in two ways the American one ("organised", "colour" → "organized", "color").

    Args:
        word: in small letters.
    """
    return _irregular_forms().get(word) or american_spelling(word)


def american_spelling(word: str) -> str:
    """Return the American spelling of a word in "-ise", "-yse" or "-our"; any other as it is.

    Args:
        word: in small letters.
    """
    british = _ISE.match(word)
    if british is not None and f"{british.group(1)}ise" not in _ALWAYS_ISE:
        place = british.end(1) + 1
        return f"{word[:place]}z{word[place + 1 :]}"
    return _OUR.sub("or", word)


@lru_cache(maxsize=1)
def _irregular_forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for words in _IRREGULAR.groups:
        found.update(dict.fromkeys(words[1:], words[0]))
    return found
