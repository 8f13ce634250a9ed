"""Comparing the names of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.name_spelling import NameRelation, plain_name, relate_names
from reader.text.values.outcomes import ComparisonOutcome, differs, equal, unknown
from reader.text.values.outcomes import ComparisonReason as Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.values.outcomes import ValueComparison
    from reader.text.values.person_names import PersonName

_RANK = {ComparisonOutcome.EQUAL: 0, ComparisonOutcome.UNKNOWN: 1, ComparisonOutcome.DIFFERS: 2}


class _NameReading(NamedTuple):
    """One way to split a name into given name and surname."""

    given: str
    middle: str
    surname: str
    is_family_first: bool = False


def compare_person_names(one: PersonName, other: PersonName) -> ValueComparison:
    """Compare two persons by name: may they be one?

    A name that says less is equal to one that says more ("Smith", "Jane Smith"). Titles other
    than those of men and women, and roles, are not compared: they change over time.
    """
    if one.is_unnamed or other.is_unnamed:
        return _compare_representatives(one, other)
    if one.words and _joined(one) == _joined(other):
        best = equal() if one.words == other.words else _judge_spelling(one, other)
        return _with_bearer(one, other, best)
    results = [
        _compare_readings(first, second) for first in _readings(one) for second in _readings(other)
    ]
    best = min(results, key=lambda result: (_RANK[result.outcome], result.reason.value))
    if best.outcome is ComparisonOutcome.DIFFERS:
        return _compare_loosely(one, other, best)
    return _with_bearer(one, other, best)


def _joined(name: PersonName) -> str:
    return plain_name("".join(name.words))


def _judge_spelling(one: PersonName, other: PersonName) -> ValueComparison:
    """Judge names that are the same but for accents, capitals, hyphens and spaces."""
    words, others = ("".join(name.words).lower() for name in (one, other))
    for mark in " -‐‑":
        words, others = words.replace(mark, ""), others.replace(mark, "")
    return equal() if words == others else equal(Reason.TRANSLITERATION)


def _with_bearer(one: PersonName, other: PersonName, best: ValueComparison) -> ValueComparison:
    """Let suffixes and sexes that contradict outweigh names that are alike."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return differs(Reason.SUFFIX)
    if one.gender and other.gender and one.gender != other.gender:
        # "Russell" alone is a man's given name, and the surname of Mrs Edna Russell.
        is_surname = _is_shared_surname(one, other) or _is_shared_surname(other, one)
        return best if is_surname else differs(Reason.HONORIFIC)
    return best


def _is_shared_surname(one: PersonName, other: PersonName) -> bool:
    """Whether a name alone, without a title, is the surname of another with a given name."""
    is_alone = not one.given and not one.title and not one.role
    return is_alone and bool(other.given or other.title) and one.surname == other.surname


def _compare_representatives(one: PersonName, other: PersonName) -> ValueComparison:
    if one.is_unnamed and other.is_unnamed:
        same = plain_name(one.represents) == plain_name(other.represents)
        return equal() if same else differs(Reason.REPRESENTATIVE)
    unnamed, named = (one, other) if one.is_unnamed else (other, one)
    words = {plain_name(word) for word in unnamed.represents.split()}
    if words & {plain_name(word) for word in named.words}:
        return differs(Reason.REPRESENTATIVE)
    return unknown(Reason.REPRESENTATIVE)


def _readings(name: PersonName) -> Iterator[_NameReading]:
    yield _NameReading(name.given, name.middle[0] if name.middle else "", name.surname)
    if name.is_order_uncertain:
        family, *given = name.words
        yield _NameReading("".join(given), "", family, True)


def _compare_readings(one: _NameReading, other: _NameReading) -> ValueComparison:
    if not one.given or not other.given:
        return _compare_short(one, other)
    order = one.is_family_first != other.is_family_first
    surname = _relate(one.surname, other.surname, False)
    given = _relate(one.given, other.given, True)
    middle = _relate(one.middle, other.middle, True)
    if surname is NameRelation.OTHER:
        return differs(Reason.SURNAME)
    if NameRelation.OTHER in (given, middle):
        return differs(Reason.GIVEN_NAME)
    return _judge((surname, given, middle), Reason.NAME_ORDER if order else Reason.SAME)


def _relate(one: str, other: str, is_given: bool) -> NameRelation:
    if one == other:
        return NameRelation.SAME
    if not one or not other:
        return NameRelation.PART
    return relate_names(one, other, is_given)


def _judge(relations: tuple[NameRelation, ...], same: Reason) -> ValueComparison:
    if NameRelation.SPELLING in relations:
        return unknown(Reason.SPELLING)
    for relation, reason in (
        (NameRelation.TRANSLITERATION, Reason.TRANSLITERATION),
        (NameRelation.NICKNAME, Reason.NICKNAME),
        (NameRelation.PART, Reason.LESS_SPECIFIC),
    ):
        if relation in relations:
            return equal(reason)
    return equal(same)


def _compare_short(one: _NameReading, other: _NameReading) -> ValueComparison:
    """Compare where one has a single word: it may be the surname or the given name."""
    lone, full = (one, other) if not one.given else (other, one)
    if not lone.surname:
        return differs(Reason.GIVEN_NAME)
    surname = _relate(lone.surname, full.surname, False) if full.surname else NameRelation.OTHER
    if not full.given:
        return (
            _judge((surname,), Reason.SAME)
            if surname is not NameRelation.OTHER
            else differs(Reason.SURNAME)
        )
    given = _relate(lone.surname, full.given, True)
    best = min((surname, given), key=_relation_rank)
    if best is NameRelation.OTHER:
        return differs(Reason.SURNAME)
    return _judge((best, NameRelation.PART), Reason.LESS_SPECIFIC)


def _relation_rank(relation: NameRelation) -> int:
    return list(NameRelation).index(relation)


def _compare_loosely(
    one: PersonName, other: PersonName, strict: ValueComparison
) -> ValueComparison:
    """Find names that share their words in another order or split otherwise."""
    words = [plain_name(word) for word in " ".join(one.words).split()]
    others = [plain_name(word) for word in " ".join(other.words).split()]
    if sorted(words) == sorted(others):
        return unknown(Reason.NAME_ORDER)
    short, long = sorted((words, others), key=len)
    # "García Márquez" and "Gabriel García Márquez"; "García" alone is less sure.
    if len(short) > 1 and len(short) < len(long) and long[-len(short) :] == short:
        return equal(Reason.LESS_SPECIFIC)
    if len(short) == 1 and short[0] in long and len(short[0]) > 1:
        return unknown(Reason.NAME_ORDER)
    return strict
