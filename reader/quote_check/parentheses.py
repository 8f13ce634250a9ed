"""Words between two commas or dashes that may be left out: they only describe or comment.

What is not recognised here may limit the rest ("half of them", "the cook aside"), and needs a look.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.quote_versions.clause_signs import is_past
from reader.quote_versions.governing_words import GOVERNING_LISTS

_LISTS = GOVERNING_LISTS
_MOST_BEFORE_SUPERLATIVE = 4
_UNIVERSAL = frozenset(("all", "both", "each", "every"))


def describes(text: str, words: Sequence[str], *, named: bool) -> bool:
    """Return whether words set off inside a sentence only describe what is named before them.

    Args:
        text: the words, as printed.
        words: they in lower case.
        named: whether the word before them is a name, which nothing can narrow.
    """
    first = words[0]
    if first in _LISTS.words["free clause"] or first in _UNIVERSAL:
        return len(words) > 1 and "but" not in words
    # "Most of whom are young" is said of them, too.
    if _is_participle_phrase(words) or _is_name(text) or "whom" in words[1:3]:
        return True
    if first == "first" and "then" in words:
        return True
    if first in ("a", "an") or (named and first in _LISTS.words["determiners"]):
        # "The cook aside", "weather permitting": the last word limits, not the first.
        return words[-1] not in _LISTS.words["closing limits"]
    return first == "the" and _has_superlative(words)


def is_said_in_passing(words: Sequence[str]) -> bool:
    """Return whether words set off inside a sentence stress it, or say "each one of them"."""
    said = " ".join(words)
    if any(said in _LISTS.lines[section] for section in ("openers", "affirming tails")):
        return True
    is_all = words[-2:] in (("of", "them"), ("of", "us"))
    return is_all and words[0] in _UNIVERSAL and "but" not in words


def _is_participle_phrase(words: Sequence[str]) -> bool:
    """Whether words begin with a participle: "built in 1910", "having come home"."""
    if words[0] in _LISTS.words["granting"] or len(words) == 1:
        return False
    return (words[0].endswith("ing") and len(words[0]) > len("being")) or is_past(words[0])


def _is_name(text: str) -> bool:
    return all(word[0].isupper() for word in text.split())


def _has_superlative(words: Sequence[str]) -> bool:
    """Whether words name the one and only thing of its kind: "the oldest in the county"."""
    near = words[1:_MOST_BEFORE_SUPERLATIVE]
    return any(word.endswith("est") or word in ("most", "first", "last", "only") for word in near)
