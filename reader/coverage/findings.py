"""What was found out about single links and paragraphs of a comparison, and its bytes.

Evidence and doubts are worked out only for what is looked at, the number of origins in a pause of
the keys. Stored beside the links, what the first screen shows need not be worked out again at the
next start with the same articles.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from reader.articles import Place
from reader.linking.links import Level, LinkedPlaces

ONLY_HERE_DOUBT = 0.16
"""A paragraph is called *only here* where it is less likely than this that another article has it.
Chosen on stories of three outlets read by a person (tests/benchmarks/link_words.py)."""
MOST_STORED = 300
"""So many findings of links, and of paragraphs, are stored: the last."""
MOST_HELD = 4096
"""So many of each are held: those of the paragraphs of a long article."""

_Ends = tuple[Place, Place]
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


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

    # Python 3.12 is the first whose slices have a hash.
    def __hash__(self) -> int:
        return hash(
            (self.reasons, *(tuple((s.start, s.stop) for s in side) for side in self.sides))
        )

    def __repr__(self) -> str:
        return f"<Evidence: {'; '.join(self.reasons)}>"

    @property
    def sides(self) -> tuple[tuple[slice, ...], ...]:
        """All slices, in the order of the fields."""
        return self.shared_here, self.shared_there, self.passage_here, self.passage_there

    def turned(self) -> Evidence:
        """The same evidence from the other end of the link."""
        return Evidence(
            self.reasons,
            self.shared_there,
            self.shared_here,
            self.passage_there,
            self.passage_here,
        )


class NearestPassage(NamedTuple):
    """The most similar passage to a paragraph in the other articles."""

    doubt: float
    """The probability, 0..1, that another article has the paragraph."""
    link: LinkedPlaces | None
    """The passage that is most alike; None where nothing is."""


class Findings:
    """Evidence, most similar passages of paragraphs, and the number of origins, as found so far.

    Evidence is in the direction from the earlier article.
    """

    def __init__(self) -> None:
        self._evidence: dict[_Ends, Evidence] = {}
        self._nearest: dict[Place, NearestPassage] = {}
        self._origins: int | None = None
        self.has_new = False
        """Whether anything was added since they were read."""

    def evidence(self, link: LinkedPlaces) -> Evidence | None:
        """Return the evidence of a link in its direction; None where it is not known."""
        found = self._evidence.get(_ends(link))
        return found.turned() if found is not None and _is_backward(link) else found

    def add_evidence(self, link: LinkedPlaces, found: Evidence) -> None:
        """Add the evidence of a link, in its direction."""
        self._add(self._evidence, _ends(link), found.turned() if _is_backward(link) else found)

    def nearest(self, place: Place) -> NearestPassage | None:
        """Return the most similar passage of a paragraph; None where it is not known."""
        return self._nearest.get(place)

    def add_nearest(self, place: Place, found: NearestPassage) -> None:
        """Add the most similar passage of a paragraph."""
        self._add(self._nearest, place, found)

    @property
    def origins(self) -> int | None:
        """How many origins the articles have; None where it is not known."""
        return self._origins

    def add_origins(self, found: int) -> None:
        """Add the number of origins of the articles."""
        self.has_new = self.has_new or found != self._origins
        self._origins = found

    def to_bytes(self) -> bytes:
        """Return the findings added last as bytes, for `read`."""
        evidence = [
            (*ends, found.reasons, *map(_pairs, found.sides))
            for ends, found in _last(self._evidence)
        ]
        nearest = [(place, *found) for place, found in _last(self._nearest)]
        return json.dumps((evidence, nearest, self._origins)).encode()

    @classmethod
    def read(cls, data: bytes) -> Findings:
        """Return the findings that `to_bytes` wrote.

        Raises:
            ValueError: the bytes are of another form.
        """
        findings = cls()
        try:
            evidence, nearest, origins = json.loads(data)
            for here, there, reasons, *sides in evidence:
                first, second, third, fourth = map(_slices, sides)
                found = Evidence(tuple(map(str, reasons)), first, second, third, fourth)
                findings._evidence[_place(here), _place(there)] = found
            for place, doubt, link in nearest:
                findings._nearest[_place(place)] = NearestPassage(
                    float(doubt), None if link is None else _link(*link)
                )
            findings._origins = None if origins is None else int(origins)
        except (TypeError, RecursionError) as error:
            raise ValueError("no findings") from error
        return findings

    def _add(self, held: dict[_Key, _Value], key: _Key, found: _Value) -> None:
        self.has_new = True
        held[key] = found
        if len(held) > MOST_HELD:
            held.pop(next(iter(held)), None)


def _is_backward(link: LinkedPlaces) -> bool:
    return link.here.article > link.there.article


def _ends(link: LinkedPlaces) -> _Ends:
    return (link.there, link.here) if _is_backward(link) else (link.here, link.there)


def _last(found: dict[_Key, _Value]) -> list[tuple[_Key, _Value]]:
    return list(found.items())[-MOST_STORED:]


def _pairs(slices: Sequence[slice]) -> list[tuple[int, int]]:
    return [(part.start, part.stop) for part in slices]


def _slices(pairs: Sequence[Sequence[int]]) -> tuple[slice, ...]:
    return tuple(slice(int(start), int(stop)) for start, stop in pairs)


def _place(fields: Sequence[int]) -> Place:
    article, paragraph = fields
    return Place(int(article), int(paragraph))


def _link(here: Sequence[int], there: Sequence[int], score: float, level: str) -> LinkedPlaces:
    return LinkedPlaces(_place(here), _place(there), float(score), Level(level))
