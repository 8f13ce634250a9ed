"""Keeping a paragraph that ends with a colon before what it introduces."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles import Passage, Place
from reader.story.collated.collated_story import CollatedMoment

_COLONS = (":", "：")


def join_lead_ins(moments: Sequence[CollatedMoment]) -> list[CollatedMoment]:
    """Return moments in their order, but a lead-in right before what follows it in its article.

    Args:
        moments: in the order in which they are read, each with a number of its own.
    """
    shown_at: dict[Place, CollatedMoment] = {}
    for moment in moments:
        shown_at.setdefault(moment.shown[0].place, moment)
    lead_ins: dict[int, CollatedMoment] = {}
    for moment in moments:
        following = shown_at.get(_following(moment.shown[-1])) if _is_lead_in(moment) else None
        if following is not None and following is not moment:
            lead_ins[following.number] = moment
    moved = {moment.number for moment in lead_ins.values()}
    ordered: list[CollatedMoment] = []
    for moment in moments:
        if moment.number in moved:
            continue
        # A paragraph comes after the one before it, so that a chain of lead-ins has an end.
        chain = [moment]
        while before := lead_ins.get(chain[-1].number):
            chain.append(before)
        ordered += reversed(chain)
    return ordered


def _is_lead_in(moment: CollatedMoment) -> bool:
    last = moment.shown[-1]
    is_whole = last.end >= len(last.paragraph.text.rstrip())
    return is_whole and last.text.rstrip().endswith(_COLONS)


def _following(passage: Passage) -> Place:
    return Place(passage.article_position, passage.place.paragraph + 1)
