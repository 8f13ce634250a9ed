"""Roles of one person in which two sentences part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.story.differences.difference import DifferenceKind
from reader.story.differences.sentence_parts import (
    add_next,
    list_overlapping,
    print_words,
    state_words,
    widen,
)
from reader.story.differences.stated_pairs import Statement
from reader.text.values import ComparisonOutcome, compare_values
from reader.text.values.value_lists import exclusive_roles, list_lines, role_words

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import PersonName

Finding = tuple[DifferenceKind, Statement, Statement]
"""What two sentences state otherwise."""
Side = tuple["TextSentence", slice]
"""A sentence and the stretch of its tokens that the other one has otherwise."""

ELDER = frozenset({"older", "elder", "big"})
"""Words of one meaning before a relative."""
_COPY = 0.75
"""One word before an office counts only in sentences that share so large a part of their words."""


def find_roles(
    sides: tuple[Side, Side],
    names: tuple[Sequence[PersonName], Sequence[PersonName]],
    shared: float,
) -> Finding | None:
    """Return two roles of which nobody has both, in one place of two sentences.

    Args:
        sides: the sentences, with the gaps between the words that they share.
        names: the persons that their paragraphs name.
        shared: what part of their words they share, 0..1.
    """
    words = [print_words(*side) for side in sides]
    if not all(words):
        return None
    is_before_office = (
        shared >= _COPY and _stand_before_office(*sides) and not _has_both(sides, words)
    )
    are_two = _are_exclusive(*words) or _are_posts_of_one_body(sides)
    if not is_before_office and not (are_two and _are_of_one_person(sides, names)):
        return None
    one, other = (
        state_words(side, add_next(gap) if is_before_office else gap, " ".join(part))
        for (side, gap), part in zip(sides, words, strict=True)
    )
    return DifferenceKind.ROLE, one, other


def _stand_before_office(one: Side, other: Side) -> bool:
    """Return whether single words are before one word for an office: fire, police chief."""
    offices = [side.words[gap.stop : gap.stop + 1] for side, gap in (one, other)]
    if not offices[0] or offices[0] != offices[1] or offices[0][0] not in exclusive_roles():
        return False
    if {word for side in (one, other) for word in print_words(*side)} <= ELDER:
        return False
    return all(
        gap.stop - gap.start == 1 and not side.tokens[gap.start].is_common
        for side, gap in (one, other)
    )


def _has_both(sides: tuple[Side, Side], words: Sequence[Sequence[str]]) -> bool:
    """Return whether a sentence has the word of the other, too: "Liberal Gov. Kolbe of Norland"."""
    return any(
        word in side.words
        for (side, _), others in zip(sides, words[::-1], strict=True)
        for word in others
    )


def _are_exclusive(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether nobody has roles of both sides: a mayor is no judge, but may be a mother."""
    if not role_words().issuperset((*one, *other)):
        return False
    roles = exclusive_roles()
    ours = {roles[word] for word in one if word in roles}
    theirs = {roles[word] for word in other if word in roles}
    return not ours & theirs and any(kind == other for kind, _ in ours for other, _ in theirs)


def _are_posts_of_one_body(sides: tuple[Side, Side]) -> bool:
    """Return whether one word is before two posts: "campaign manager", "campaign chairman"."""
    bodies = [side.tokens[gap.start - 1] if gap.start else None for side, gap in sides]
    if bodies[0] is None or bodies[1] is None or bodies[0].is_common:
        return False
    posts = [_find_post(side.words[gap]) for side, gap in sides]
    return bodies[0].key == bodies[1].key and all(posts) and posts[0] != posts[1]


def _find_post(words: Sequence[str]) -> str:
    """Return all words for the post that a single word names, or ""."""
    lines = list_lines("person_titles")["posts"]
    return next((line for line in lines if len(words) == 1 and words[0] in line.split()), "")


def _are_of_one_person(
    sides: tuple[Side, Side], names: tuple[Sequence[PersonName], Sequence[PersonName]]
) -> bool:
    """Return whether one person's name is beside both stretches."""
    ours, theirs = (
        list_overlapping(own, side, widen(gap))
        for (side, gap), own in zip(sides, names, strict=True)
    )
    return any(
        compare_values(one, other).outcome is ComparisonOutcome.EQUAL
        for one in ours
        for other in theirs
    )
