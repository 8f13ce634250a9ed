"""Numbers, money, dates and times that two sentences state of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from reader.story.difference import DifferenceKind
from reader.story.stated_pairs import StatedPair, Statement
from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    DateValue,
    MoneyValue,
    NumberValue,
    TimeValue,
    ValueSpan,
    compare_values,
)

if TYPE_CHECKING:
    from reader.story.sentence_pairs import SentencePair, TextSentence

_LEAST_AROUND = 2
"""So many words of weight must stand in the same places around two values of one thing."""


_LEAST_SHARED = 0.6
"""The share, 0..1, of words that two sentences share where their figures are of one thing: in
freer ones the same words stand by figures of other people."""
_LEAST_SHARED_FOR_DATES = 0.75
"""The same of their dates: on other days others speak of the same."""
_JOINING_MARKS = ("-", "–", "/")


def pair_values(
    pair: SentencePair, values: tuple[Sequence[ValueSpan], Sequence[ValueSpan]]
) -> Iterator[StatedPair]:
    """Yield the values that stand in the same place of two sentences.

    Two values differ only where neither paragraph has the other's value elsewhere: then the
    order of the facts may be another, and not a fact.

    Args:
        pair: the sentences.
        values: all values of the two paragraphs.
    """
    for here, there, around in _places(pair):
        one, other = pair.here.tokens[here].value, pair.there.tokens[there].value
        assert one is not None
        assert other is not None
        outcome = _compare(one, other)
        if outcome is ComparisonOutcome.UNKNOWN:
            continue
        differs = outcome is ComparisonOutcome.DIFFERS
        if differs and not _are_of_one_thing(pair, one, other):
            continue
        if differs and (_is_among(one, values[1]) or _is_among(other, values[0])):
            continue
        yield StatedPair(
            _kind(one, other),
            Statement(one.start, one.end, write_value(one)),
            Statement(other.start, other.end, write_value(other)),
            differs,
            pair.shared,
            pair.shared_words(slice(here, here + 1), around),
        )


def _are_of_one_thing(pair: SentencePair, one: ValueSpan, other: ValueSpan) -> bool:
    is_date = isinstance(one, DateValue)
    if pair.shared < (_LEAST_SHARED_FOR_DATES if is_date else _LEAST_SHARED):
        return False
    return not _is_joined(one, pair.here.text) and not _is_joined(other, pair.there.text)


def _is_joined(value: ValueSpan, text: str) -> bool:
    """Return whether a value is a part of a longer word: "two-in-three", "9-11"."""
    before, after = text[: value.start][-1:], text[value.end :][:2]
    return before in _JOINING_MARKS or (after[:1] in _JOINING_MARKS and after[1:].isalnum())


def _places(pair: SentencePair) -> Iterator[tuple[int, int, list[int]]]:
    """Yield the tokens of values that state one thing, with the words that both share around."""
    taken: set[int] = set()
    for here, there in _facing_tokens(pair):
        around = pair.shared_around(slice(here, here + 1), slice(there, there + 1))
        if len(around) >= _needed(pair, here, there):
            taken.add(here)
            yield here, there, around
    for here, there in _lone_tokens(pair):
        around = pair.shared_surroundings(slice(here, here + 1), slice(there, there + 1))
        if here not in taken and len(around) > _needed(pair, here, there):
            yield here, there, around


def _compare(one: ValueSpan, other: ValueSpan) -> ComparisonOutcome:
    """Compare values; bounds of one kind differ by their figures: at least 10, at least 15."""
    comparison = compare_values(one, other)
    if (
        comparison.reason is ComparisonReason.QUALIFIER
        and isinstance(one, NumberValue)
        and isinstance(other, NumberValue)
        and one.qualifier == other.qualifier
        and one.form == other.form
        and one.stated != other.stated
    ):
        return ComparisonOutcome.DIFFERS
    return comparison.outcome


def write_value(value: ValueSpan) -> str:
    """Return a value in one form, whatever form it is printed in: "12", "dollar 4200000"."""
    if isinstance(value, MoneyValue):
        return f"{value.currency or value.currency_family} {_write_amount(value)}"
    if isinstance(value, NumberValue):
        unit = value.unit or value.counted
        return " ".join(
            filter(None, (_write_amount(value), unit, value.rate and f"a {value.rate}"))
        )
    if isinstance(value, DateValue):
        return _write_date(value)
    if isinstance(value, TimeValue):
        times = [f"{minute // 60:02}:{minute % 60:02}" for minute in sorted(value.minutes)]
        return " ".join(filter(None, (value.qualifier, " or ".join(times), value.zone)))
    return ""


def _facing_tokens(pair: SentencePair) -> Iterator[tuple[int, int]]:
    """Yield the positions of values in the same place, of one kind or of two."""
    for here, there in pair.aligned:
        if pair.here.tokens[here].value is not None:
            yield here, there
    for here_gap, there_gap in pair.gaps:
        ours = [at for at in _positions(here_gap) if pair.here.tokens[at].value is not None]
        others = [at for at in _positions(there_gap) if pair.there.tokens[at].value is not None]
        if len(ours) == len(others) == 1:
            yield ours[0], others[0]


def _lone_tokens(pair: SentencePair) -> Iterator[tuple[int, int]]:
    """Yield the positions of values that are the only ones of their kind in both sentences."""
    others = _by_kind(pair.there)
    for kind, here in _by_kind(pair.here).items():
        there = others.get(kind, [])
        if len(here) == len(there) == 1:
            yield here[0], there[0]


def _by_kind(sentence: TextSentence) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for at, token in enumerate(sentence.tokens):
        if token.value is not None:
            kind = type(token.value).__name__, _thing(token.value)
            found.setdefault(kind, []).append(at)
    return found


def _thing(value: ValueSpan) -> str:
    """Return what a number counts or measures, or ""."""
    return value.unit or value.counted if isinstance(value, NumberValue) else ""


def _positions(gap: slice) -> range:
    return range(gap.start, gap.stop)


def _needed(pair: SentencePair, here: int, there: int) -> int:
    """Return how many words around must be the same; one fewer where both count one thing."""
    one, other = pair.here.tokens[here].value, pair.there.tokens[there].value
    if isinstance(one, NumberValue) and isinstance(other, NumberValue):
        thing = _thing(one)
        return _LEAST_AROUND - (bool(thing) and thing == _thing(other))
    return _LEAST_AROUND + isinstance(one, DateValue)


def _is_among(value: ValueSpan, others: Sequence[ValueSpan]) -> bool:
    return any(compare_values(value, other).outcome is ComparisonOutcome.EQUAL for other in others)


def _kind(one: ValueSpan, other: ValueSpan) -> DifferenceKind:
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        return DifferenceKind.DATE
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return DifferenceKind.TIME
    if isinstance(one, MoneyValue) and isinstance(other, MoneyValue):
        return DifferenceKind.MONEY
    units = {value.unit for value in (one, other) if isinstance(value, NumberValue)}
    return DifferenceKind.PERCENT if units == {"percent"} else DifferenceKind.NUMBER


def _write_amount(value: NumberValue) -> str:
    words = [] if value.qualifier == "" else [value.qualifier]
    if value.lower is not None and value.upper is not None and value.form in ("range", "score"):
        words.append(f"{_write_number(value.lower)}-{_write_number(value.upper)}")
    else:
        words.append(_write_number(value.stated))
    return " ".join(words)


def _write_number(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.10g}"


def _write_date(value: DateValue) -> str:
    if value.first is not None and value.last is not None:
        first, last = value.first.isoformat(), value.last.isoformat()
        return first if first == last else f"{first}/{last}"
    parts = [
        f"{value.year:04}" if value.year else "",
        f"{value.month:02}" if value.month else "",
        f"{value.day:02}" if value.day else "",
    ]
    if any(parts):
        return "-".join(part or "?" for part in parts)
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return days[value.weekday] if value.weekday is not None else ""
