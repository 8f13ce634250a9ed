"""Words left out at the end of a sentence that the draft says itself, or that set the saying only.

"I am asking you [[tonight in this hall]]" asks the same without its end: not what is asked for is
said of a time and a place, but the asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.quote_versions.clause_signs import has_verb
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import read_stretch, split_clause

_LISTS = GOVERNING_LISTS
_OWN = frozenset(("i", "we", "i'm", "we're", "i've", "we've", "i'd", "thank"))
_LONGEST = 10
"""Words of such an end."""
_SLACK = 2
"""Other words among those of the draft that repeat it: "on the ship that day"."""
_SUBJECT_WORDS = 4
"""Words of a sentence among which its subject and its verb are."""


def is_repeated(printed: PrintedWords, tail: slice, trail: str) -> bool:
    """Return whether the draft goes on with the words that the quotation leaves out.

    Args:
        printed: the words of the passage.
        tail: those that were left out at the end of a sentence.
        trail: the words of the draft behind the quotation, in its sentence.
    """
    missing = [word for word in split_clause(read_stretch(printed, tail)) if _has_content(word)]
    count = tail.stop - tail.start + _SLACK
    given = split_clause(trail)[:count]
    return bool(missing) and tail.stop - tail.start <= _LONGEST and set(missing) <= set(given)


def sets_saying(printed: PrintedWords, tail: slice, rest: slice) -> bool:
    """Return whether words at the end only say when and where the speaker says something.

    Args:
        printed: the words of the passage.
        tail: those that were left out.
        rest: those of the sentence that are quoted before them.
    """
    words = split_clause(read_stretch(printed, rest))
    verbs = _LISTS.words["saying of one's own"]
    said = [at for at, word in enumerate(words[:_SUBJECT_WORDS]) if word in verbs]
    if not said or _OWN.isdisjoint(words[: said[-1] + 1]):
        return False
    if _has_clause(words[said[-1] + 1 :]) or tail.stop - tail.start > _LONGEST:
        return False
    return _is_setting(printed, tail)


def _has_clause(words: Sequence[str]) -> bool:
    """Whether what is said has a verb of its own, of which the end may be: "to vote in Riga"."""
    persons = _LISTS.words["determiners"] | _LISTS.words["addressees"]
    is_infinitive = any(one == "to" and other not in persons for one, other in pairwise(words))
    return is_infinitive or "that" in words or has_verb(words)


def _is_setting(printed: PrintedWords, tail: slice) -> bool:
    """Whether words are a row of times and places: "here in Iowa tonight"."""
    text = read_stretch(printed, tail)
    places, starts = _LISTS.words["settings"], _LISTS.words["setting starts"]
    small = _LISTS.words["determiners"] | starts
    words = text.replace(",", " ").split()
    is_named = [_is_setting_word(word, places) for word in words]
    lower = split_clause(text)
    # "At the time" is another time than that of the saying.
    if not lower or lower[-1] == "time" or (lower[0] not in starts and not is_named[0]):
        return False
    return any(is_named) and all(
        named or word.lower() in small or word.isdigit()
        for word, named in zip(words, is_named, strict=True)
    )


def _is_setting_word(word: str, places: frozenset[str]) -> bool:
    plain = word.lower().strip(".’'")
    return plain in places or plain in _LISTS.words["times"] or word[:1].isupper()


def _has_content(word: str) -> bool:
    lists: Sequence[str] = ("determiners", "setting starts", "forms of be and have", "joining")
    return not any(word in _LISTS.words[section] for section in lists)
