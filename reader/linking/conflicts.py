"""What two sentences state otherwise, so that they tell two parallel moments and not one.

Another day, body, side of an act, or number and place together make another moment. Another
figure of the same thing does not: it is one moment told differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from reader.articles import Passage
from reader.linking.stated_facts import (
    LANGUAGES_WITH_FACTS,
    Fact,
    FactKind,
    SentenceFacts,
    is_one_night,
    read_days,
    read_facts,
    read_numbers,
    read_places,
    read_stems,
)
from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    NumberValue,
    compare_values,
)

SHARED_IN_CLAUSE = 0.5
"""A day counts if its clause has at least this part, 0..1, of the words that both sentences
have: otherwise it is the day of something else that one of them tells besides."""
SHARED_IN_OPENING = 0.25
"""The same for the clause that opens a sentence, which tells the news."""
PARALLEL = 0.5
"""Bodies, sides, places count if this part, 0..1, of the content words of the shorter one of two
clauses is shared: elsewhere they are as well of two acts that nobody would confuse."""

_BRIDGE = re.compile(
    r"\b(?:also|again|earlier|later|ago|the (?:next|following|previous|same) day|(?:day|night|week)"
    r"s? (?:after|before)|hours (?:after|before)|over the weekend|weekend|since)\b",
    re.IGNORECASE,
)
"""Words by which a text speaks of more days than it names."""


class ConflictKind(str, Enum):
    """What two passages state otherwise."""

    DAY = "day"
    NUMBER = "number"
    PLACE = "place"
    BODY = "body"
    SIDE = "side"
    """One side of an act against the other: signed, vetoed."""
    SPEAKER = "speaker"

    @property
    def bit(self) -> int:
        """The bit of the kind in a set of kinds that is stored as a number."""
        return 1 << list(ConflictKind).index(self)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two passages state otherwise; spans are offsets in the text of their side."""

    kind: ConflictKind
    span_here: tuple[int, int]
    span_there: tuple[int, int]
    printed_here: str
    printed_there: str
    is_other_moment: bool
    """Whether it makes them two moments; otherwise it is one moment told differently."""

    def __str__(self) -> str:
        """The conflict in words: "other day: Wednesday / Friday"."""
        return f"other {self.kind.value}: {self.printed_here} / {self.printed_there}"

    def turned(self) -> Conflict:
        """The same conflict from the other side."""
        return Conflict(
            self.kind,
            self.span_there,
            self.span_here,
            self.printed_there,
            self.printed_here,
            self.is_other_moment,
        )

    def moved(self, here: int, there: int) -> Conflict:
        """The same conflict in texts in which the sentences begin at these offsets."""
        (a, b), (c, d) = self.span_here, self.span_there
        return Conflict(
            self.kind,
            (a + here, b + here),
            (c + there, d + there),
            self.printed_here,
            self.printed_there,
            self.is_other_moment,
        )


def find_conflicts(here: str, there: str) -> tuple[Conflict, ...]:
    """Find what two English sentences that share words state otherwise.

    Returns:
        What makes two moments, at most one of each kind; without any, the first other figure of
        one thing.
    """
    return find_separating_conflicts(here, there) or tuple(_find_rival_numbers(here, there))


def find_link_conflicts(
    passages: tuple[Passage, Passage], best: tuple[int, int] | None, *, is_other_moment: bool
) -> tuple[Conflict, ...]:
    """Find the conflicts of a link, with spans in its paragraphs.

    Args:
        passages: both ends.
        best: the positions of the sentences that match best, None if unknown.
        is_other_moment: whether the linker found what makes them two moments.
    """
    here, there = passages
    languages = {here.article.language, there.article.language}
    if best is None or not languages.issubset(LANGUAGES_WITH_FACTS):
        return ()
    spans = []
    for passage, position in zip(passages, best, strict=True):
        sentences = passage.paragraph.sentences
        if position >= len(sentences):
            return ()
        spans.append(sentences[position])
    one, other = here.paragraph.text[spans[0]], there.paragraph.text[spans[1]]
    if is_other_moment:
        found = find_separating_conflicts(one, other)
    else:
        found = tuple(_find_rival_numbers(one, other))
    return tuple(conflict.moved(spans[0].start, spans[1].start) for conflict in found)


def find_separating_conflicts(here: str, there: str) -> tuple[Conflict, ...]:
    """Find only what makes two English sentences two moments; quick where nothing does."""
    facts, others = read_facts(here), read_facts(there)
    found = [
        *_find_days(facts, others),
        *_find_opposites(facts, others),
        *_find_places(here, there),
    ]
    return tuple(found)


def find_conflict_signs(sentence: str) -> int:
    """Find which kinds of facts an English sentence states that can make two moments.

    Returns:
        A bit for days, one for bodies and sides, one for a single place. Two sentences without a
        common bit have no conflict that `find_separating_conflicts` finds.
    """
    facts = read_facts(sentence)
    has_place = len(read_places(sentence)) == 1
    return facts.may_name_day * 1 | bool(facts.facts) * 2 | has_place * 4


def _find_days(here: SentenceFacts, there: SentenceFacts) -> Iterator[Conflict]:
    if not here.may_name_day or not there.may_name_day:
        return
    if _has_bridge(here.text) or _has_bridge(there.text):
        return
    (days, of_source), (others, of_other) = read_days(here.text), read_days(there.text)
    every = [*(fact.value for fact in days), *of_source]
    every_other = [*(fact.value for fact in others), *of_other]
    if any(
        compare_values(one, other).outcome is not ComparisonOutcome.DIFFERS
        for one in every
        for other in every_other
        if one is not None and other is not None
    ):
        return
    shared = read_stems(here.text) & read_stems(there.text)
    days = tuple(fact for fact in days if _is_of_shared(here, fact, shared))
    others = tuple(fact for fact in others if _is_of_shared(there, fact, shared))
    if days and others and not is_one_night(here.text, days[0], there.text, others[0]):
        yield _conflict(ConflictKind.DAY, here.text, days[0], there.text, others[0])


@lru_cache(maxsize=1 << 13)
def _has_bridge(text: str) -> bool:
    return _BRIDGE.search(text) is not None


def _is_of_shared(side: SentenceFacts, fact: Fact, shared: frozenset[str]) -> bool:
    """Whether the clause of a fact has as much of what both share as makes it that of the fact."""
    least = SHARED_IN_OPENING if side.opens_sentence(fact.start) else SHARED_IN_CLAUSE
    return len(side.clause_at(fact.start) & shared) >= least * len(shared)


def _find_opposites(here: SentenceFacts, there: SentenceFacts) -> Iterator[Conflict]:
    """Yield the first body and the first side of an act that exclude each other."""
    if not here.facts or not there.facts:
        return
    for kind, conflict in (
        (FactKind.BODY, ConflictKind.BODY),
        (FactKind.SIDE, ConflictKind.SIDE),
    ):
        facts, others = here.of_kind(kind), there.of_kind(kind)
        for one, other in ((one, other) for one in facts for other in others):
            if one.family == other.family and not _have_common(one.family, facts, others):
                if _are_parallel(here, one, there, other):
                    yield _conflict(conflict, here.text, one, there.text, other)
                break


def _have_common(family: int, facts: Sequence[Fact], others: Sequence[Fact]) -> bool:
    """Whether both sentences name the same one of a family."""
    keys = {key for fact in facts if fact.family == family for key in fact.keys}
    return any(not keys.isdisjoint(fact.keys) for fact in others if fact.family == family)


def _are_parallel(here: SentenceFacts, one: Fact, there: SentenceFacts, other: Fact) -> bool:
    """Whether the clauses of two facts say the same besides."""
    own = (
        read_stems(here.text[one.start : one.end]),
        read_stems(there.text[other.start : other.end]),
    )
    clause = here.clause_at(one.start) - own[0]
    other_clause = there.clause_at(other.start) - own[1]
    fewest = min(len(clause), len(other_clause))
    return fewest > 1 and len(clause & other_clause) >= PARALLEL * fewest


def _find_places(here: str, there: str) -> Iterator[Conflict]:
    """Yield another place and another number where both differ and all else is parallel."""
    places, others = read_places(here), read_places(there)
    if len(places) != 1 or len(others) != 1 or not places[0].keys.isdisjoint(others[0].keys):
        return
    number = next(_find_differing_numbers(here, there), None)
    if number is None:
        return
    facts, other_facts = read_facts(here), read_facts(there)
    if _are_parallel(facts, places[0], other_facts, others[0]):
        yield _conflict(ConflictKind.PLACE, here, places[0], there, others[0])
        yield _conflict(ConflictKind.NUMBER, here, number[0], there, number[1])


def _find_rival_numbers(here: str, there: str) -> Iterator[Conflict]:
    """Yield the first figure of the same thing that is another on the other side."""
    for one, other in _find_differing_numbers(here, there):
        yield _conflict(ConflictKind.NUMBER, here, one, there, other, is_other_moment=False)
        return


def _find_differing_numbers(here: str, there: str) -> Iterator[tuple[Fact, Fact]]:
    """Yield figures of one thing, neither of which the other side has."""
    numbers, others = read_numbers(here), read_numbers(there)
    for one, other in ((one, other) for one in numbers for other in others):
        if not _is_same_thing(one, other):
            continue
        has_match = any(_may_be_equal(one, each) for each in others)
        if not has_match and not any(_may_be_equal(each, other) for each in numbers):
            yield one, other


def _is_same_thing(one: Fact, other: Fact) -> bool:
    a, b = one.value, other.value
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue) or type(a) is not type(b):
        return False
    if (a.unit, a.rate) != (b.unit, b.rate):
        return False
    return a.counted == b.counted or not a.counted or not b.counted


def _may_be_equal(one: Fact, other: Fact) -> bool:
    if one.value is None or other.value is None:
        return False
    result = compare_values(one.value, other.value)
    differs = result.outcome is ComparisonOutcome.DIFFERS
    return not (differs and result.reason is ComparisonReason.AMOUNT)


def _conflict(
    kind: ConflictKind, here: str, one: Fact, there: str, other: Fact, is_other_moment: bool = True
) -> Conflict:
    return Conflict(
        kind,
        (one.start, one.end),
        (other.start, other.end),
        here[one.start : one.end],
        there[other.start : other.end],
        is_other_moment,
    )
