"""Whose a figure is: "Riga's limit of seven" is no limit of another town."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence

_REACH = 3
"""Words before a figure in which whose it is stands."""


def belong_to_others(here: TextSentence, at: int, there: TextSentence, other_at: int) -> bool:
    """Return whether two figures are of two names, as a genitive before them says.

    Beside a genitive the other sentence has that name, or names nobody.

    Args:
        here: a sentence.
        at: the position of a figure in it.
        there: another sentence.
        other_at: that of a figure in that.
    """
    owner, other = _read_owner(here, at), _read_owner(there, other_at)
    if owner and other:
        return owner != other
    return _is_of_others(owner, there) or _is_of_others(other, here)


def _is_of_others(owner: str, sentence: TextSentence) -> bool:
    return bool(owner) and owner not in sentence.keys and _has_names(sentence)


def _has_names(sentence: TextSentence) -> bool:
    """Return whether a word is in capitals that does not begin the sentence."""
    return any(sentence.text[token.start].isupper() for token in sentence.tokens[1:])


def _read_owner(sentence: TextSentence, at: int) -> str:
    """Return the key of the name whose a figure is ("Riga's own 15-year siege"), else ""."""
    for token in reversed(sentence.tokens[max(0, at - _REACH) : at]):
        printed = sentence.text[token.start : token.end].replace("’", "'")
        if printed.endswith(("'s", "s'")):
            return token.key if printed[0].isupper() else ""
    return ""
