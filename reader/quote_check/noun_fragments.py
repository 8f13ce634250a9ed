"""Fragments that only name a thing: a noun phrase of whose clause the verb is before it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quote_check.left_out_sentence import is_statement_noun
from reader.quote_versions.clause_signs import has_verb
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words

_LISTS = GOVERNING_LISTS
_LEFT_ARTICLES = frozenset(("a", "an", "the"))
"""Articles that may be left out in front of a noun without loss: "no" or "any" may not."""
_NEARING = (("close", "to"), ("near", "to"), ("next", "to"))
"""Words by which a thing is not reached."""


def names_stated_thing(text: str, before: Sequence[str], kept: Sequence[str]) -> bool:
    """Return whether quoted words name a thing that the words left out before them only state.

    So it is where they are a noun phrase without a finite verb, directly behind "is" or "has" –
    or where they are definite, behind a preposition – and no word before them in the sentence
    denies, doubts, conditions, limits or attributes them, or is a noun for a statement.

    Args:
        text: the words left out in front of them, in their sentence.
        before: those of their own clause, in lower case.
        kept: those that are quoted, in lower case.
    """
    if not kept or has_verb(_drop_participle(kept)):
        return False
    if not _LISTS.words["subjects"].isdisjoint(kept):
        return False
    article = kept[0]
    left = before
    if before and before[-1] in _LEFT_ARTICLES and article not in _LISTS.words["determiners"]:
        article, left = before[-1], before[:-1]
    if article not in _LISTS.words["determiners"] or not left:
        return False
    if find_governing_words(text) or any(map(is_statement_noun, left)):
        return False
    if not _LISTS.words["unreal nouns"].isdisjoint(left) or _is_restricted(left):
        return False
    is_definite = article not in ("a", "an")
    return _ends_with_stating_verb(left) or (
        is_definite and left[-1] in _LISTS.words["thing prepositions"]
    )


def _drop_participle(kept: Sequence[str]) -> Sequence[str]:
    """Return words without the first, or the one behind an article, that ends with "-ed"."""
    at = int(kept[0] in _LISTS.words["determiners"])
    is_participle = len(kept) > at + 1 and kept[at].endswith("ed")
    return (*kept[:at], *kept[at + 1 :]) if is_participle else kept


def restricts_thing(before: Sequence[str], kept: Sequence[str]) -> bool:
    """Return whether words before a noun phrase say that its thing is not quite so, or not there.

    "What we need is [[a plan]]", "close to [[a plan]]", "like [[a plan]]". What has "the" in
    front, as in "What we saw was [[the end]]", is there.
    """
    left = before[:-1] if before[-1:] and before[-1] in _LEFT_ARTICLES else before
    if not left:
        return False
    is_compared = left[-1] in _LISTS.words["comparing"] or left[-2:] in _NEARING
    is_open = not {"a", "an"}.isdisjoint((*before[-1:], *kept[:1]))
    return is_compared or (is_open and _ends_with_stating_verb(left) and _is_restricted(left))


def is_restricted_subject(words: Sequence[str]) -> bool:
    """Return whether words begin with a subject such as "the last thing", "the only one"."""
    return (
        words[:1] == ("the",)
        and len(words) > 1
        and words[1] in _LISTS.words["restricting adjectives"]
    )


def _is_restricted(words: Sequence[str]) -> bool:
    """Whether a clause says of what or for whom alone it holds: "What we need is", "To me …"."""
    starts = ("restricting subjects", "question starts", "phrase starts", "limiting starts")
    return is_restricted_subject(words) or any(words[0] in _LISTS.words[one] for one in starts)


def _ends_with_stating_verb(words: Sequence[str]) -> bool:
    """Whether words end with a form of "be" or "have" that no other verb governs: not "to be"."""
    verbs = _LISTS.words["stating forms of be and have"]
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    is_short = last.partition("'")[2] in ("s", "re", "m") and last.partition("'")[0] != "let"
    return is_short or (last in verbs and before != "to")
