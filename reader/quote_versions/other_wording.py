"""What two quotes that share words have of their own between these: are they one utterance?

Who repeats a phrase in another interview shares many words with the first one, and each has others
between them; an outlet that shortens or slips has none, or few.
"""

from __future__ import annotations

import re
from functools import cache

from reader.quote_versions.comparable_quotes import ComparableQuote
from reader.quote_versions.word_edits import EditKind, EditPlace, build_edit_script
from reader.text.word_lists import WordLists

DOUBTED_CERTAINTY = 0.5
"""Of quotes with much of their own: of a few pairs of news stories judged by hand, under half are
one utterance, in two transcriptions."""
_OWN_SHARE = 0.9
"""Words of their own between the common ones, as a part of these, from which on it is doubted."""
_LEAST_OWN = 3
"""Words of its own that either quote then has."""
_WORDS = WordLists(__file__, "settings")


def have_own_words(one: ComparableQuote, other: ComparableQuote) -> bool:
    """Whether each of two quotes has words of its own where it says the same, and many."""
    common, own, other_own = 0, 0, 0
    for edit in build_edit_script(one.words, other.words):
        if edit.kind is EditKind.SAME:
            common += edit.base_count
        elif edit.place is EditPlace.INSIDE and not edit.signed:
            own += edit.base_count
            other_own += edit.version_count
    return min(own, other_own) >= _LEAST_OWN and own + other_own >= _OWN_SHARE * common


def have_other_broadcasters(one: ComparableQuote, other: ComparableQuote) -> bool:
    """Whether the articles name two broadcasters to whom the quotes were said: ABC and CNN."""
    names, others = _find_broadcasters(one), _find_broadcasters(other)
    return bool(names and others) and names.isdisjoint(others)


def _find_broadcasters(quote: ComparableQuote) -> frozenset[str]:
    """Return those in the reporter's words of the paragraph, or else of the one before it."""
    text, (first, last) = quote.text, quote.span
    begin = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    before = text[:begin].rstrip()
    own = f"{text[begin:first]} {text[last : end if end >= 0 else len(text)]}"
    for words in (own, before[before.rfind("\n") + 1 :]):
        if found := frozenset(_broadcasters().findall(words)):
            return found
    return frozenset()


@cache
def _broadcasters() -> re.Pattern[str]:
    names = sorted(_WORDS.lines["broadcasters"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
