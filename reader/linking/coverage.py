"""The comparison of several articles: links, their evidence, moments.

A `Coverage` holds the links as flat arrays and makes `Link` values when asked,
so that hundreds of thousands of links cost a few bytes each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Level(str, Enum):
    """How sure a link is."""

    SAME = "same"
    """Both tell the same moment, and it is the main content of at least one of them."""
    RELATED = "related"
    """Same occasion, other content; or too little to be sure."""


class Place(NamedTuple):
    """A paragraph of a coverage, by position (from 0)."""

    article: int
    paragraph: int


class Link(NamedTuple):
    """Two paragraphs of different articles that tell the same moment."""

    here: Place
    there: Place
    score: float
    """Calibrated, in 0..1: about this share of the links with this score is right."""
    level: Level


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a link exists. Slices index into the text of the paragraph on their side."""

    reasons: tuple[str, ...]
    """At most three, strongest first, in plain words ("32 words in a row")."""
    shared_here: tuple[slice, ...]
    """The words that both sides have, in order, not overlapping."""
    shared_there: tuple[slice, ...]
    passage_here: tuple[slice, ...]
    """The sentences that match, in order."""
    passage_there: tuple[slice, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One happening or statement: the paragraphs that tell it, in the order of the articles."""

    number: int
    places: tuple[Place, ...]
