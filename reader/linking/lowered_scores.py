"""Why the score of a link was lowered, so that it is not called as sure as its words are alike."""

from __future__ import annotations

from enum import IntEnum


class Lowering(IntEnum):
    """What lowered a score, other than a conflict; stored as a number."""

    NONE = 0
    BACKGROUND = 1
    """Neither main clause is reported by the other end as far as *same* needs it."""
    OPENINGS = 2
    """Neither article reports enough of what the other opens with."""
    TWO_EVENTS = 3
    """The articles may report two events."""
    SMALL_PART = 4
    """What matches is a small part of both paragraphs."""
    CROSSED_DAYS = 5
    """The ends name two days, and both articles tell what is on either."""

    @property
    def words(self) -> str:
        """The reason as it is said to a reader; empty where nothing was lowered."""
        return _WORDS[self]


_WORDS = {
    Lowering.NONE: "",
    Lowering.BACKGROUND: "not called same: little of their main clauses is in both",
    Lowering.OPENINGS: "not called same: neither article reports what the other opens with",
    Lowering.TWO_EVENTS: "only related: the articles may be on two events",
    Lowering.CROSSED_DAYS: "only related: two days, and both articles tell what was on each",
    Lowering.SMALL_PART: "only related: what matches is a small part of both",
}
