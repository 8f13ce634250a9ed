"""Keeping a paragraph that begins with a pronoun behind the paragraph before it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles import Place
from reader.story.collated.collated_story import CollatedMoment
from reader.text.words import word_key, word_spans

_PRONOUNS = frozenset(("he", "she", "they", "his", "her", "their"))
"""Those that name a person of the sentence before; English."""


def keep_pronouns(moments: Sequence[CollatedMoment]) -> list[CollatedMoment]:
    """Return moments in their order, but what begins with a pronoun behind its own article.

    "He said" after another article's paragraph would be read of a person of that one. Only what
    one article alone has is moved, right behind the moment with the paragraph before it, and only
    over moments that its article does not have: so the order of no article changes.

    Args:
        moments: in the order in which they are read.
    """
    ordered: list[CollatedMoment] = []
    for moment in moments:
        ordered.insert(_find_place(moment, ordered), moment)
    return ordered


def _find_place(moment: CollatedMoment, before: Sequence[CollatedMoment]) -> int:
    """Return the position of a moment among those that come before it, and itself."""
    if not moment.is_in_one_article or not _begins_with_pronoun(moment):
        return len(before)
    place = moment.shown[0].place
    own = Place(place.article, place.paragraph - 1)
    for at in range(len(before) - 1, -1, -1):
        passages = before[at].passages_of(place.article)
        if passages:
            is_own = any(passage.place == own for passage in passages)
            return at + 1 if is_own else len(before)
    return len(before)


def _begins_with_pronoun(moment: CollatedMoment) -> bool:
    first = moment.shown[0]
    span = next(word_spans(first.text), None)
    return span is not None and not first.start and word_key(first.text[slice(*span)]) in _PRONOUNS
