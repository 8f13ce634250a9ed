"""What stands beside a gap of two sentences and makes their clauses no two claims of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.values import ComparisonOutcome, compare_values

if TYPE_CHECKING:
    from reader.story.differences.role_pairs import Side
    from reader.story.differences.sentence_pairs import SentencePair
    from reader.text.values import PersonName

NEAR = 6
"""Words on each side of a gap in which who acts is told, and upon what."""


def are_of_two_subjects(
    pair: SentencePair, gap: tuple[slice, slice], places: tuple[int, int] | None = None
) -> bool:
    """Return whether other words are exchanged beside what differs: who acts, or upon what.

    "Orlan pleaded guilty to theft", "Kolbe pleaded not guilty to arson".

    Args:
        pair: the sentences.
        gap: the gap with what differs, in both.
        places: the tokens that differ, where the gap has others.
    """
    own = gap[0]
    beside = [
        each
        for each in pair.gaps
        if each != gap and max(each[0].start - own.stop, own.start - each[0].stop) <= NEAR
    ]
    return any(_exchanges_words(pair, each, None) for each in beside) or bool(
        places and _exchanges_words(pair, gap, places)
    )


def _exchanges_words(
    pair: SentencePair, gap: tuple[slice, slice], places: tuple[int, int] | None
) -> bool:
    """Return whether both sides of a gap have words of weight but those at some places."""
    return all(
        any(
            not token.is_common
            for at, token in enumerate(side.tokens[part], part.start)
            if not places or at != places[number]
        )
        for number, (side, part) in enumerate(((pair.here, gap[0]), (pair.there, gap[1])))
    )


def are_of_two_persons(
    sides: tuple[Side, Side], names: tuple[Sequence[PersonName], Sequence[PersonName]]
) -> bool:
    """Return whether each sentence names persons before a gap, and none of them is in both.

    Args:
        sides: the sentences, each with the gap.
        names: the persons that their paragraphs name.
    """
    ours, theirs = (
        [
            name
            for name in own
            if side.start <= name.start and name.end <= side.tokens[max(0, gap.start - 1)].end
        ]
        for (side, gap), own in zip(sides, names, strict=True)
    )
    return bool(ours and theirs) and not any(
        compare_values(one, other).outcome is not ComparisonOutcome.DIFFERS
        for one in ours
        for other in theirs
    )


def are_two_forms(pair: SentencePair, gap: tuple[slice, slice]) -> bool:
    """Return whether the verb has no mood in one sentence: "could go", "of them going"."""
    sides = ((pair.here, gap[0]), (pair.there, gap[1]))
    following = [side.words[part.stop : part.stop + 1] for side, part in sides]
    ends = [bool(words) and words[0].endswith("ing") for words in following]
    return ends[0] != ends[1]


def asks_once(pair: SentencePair) -> bool:
    """Return whether one sentence alone asks: "is it any surprise?", "it is no surprise"."""
    asks = [side.text[side.end :].lstrip()[:1] == "?" for side in (pair.here, pair.there)]
    return asks[0] != asks[1]
