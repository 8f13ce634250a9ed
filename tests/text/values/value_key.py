"""The made-up sentences with their key, and values written as the key writes them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from reader.text.values import (
    ClauseValue,
    DateValue,
    MoneyValue,
    NumberValue,
    PersonName,
    TimeValue,
    find_dates,
    find_money,
    find_numbers,
    find_person_names,
    find_times,
    read_clause,
)

SENTENCES = Path(__file__).with_name("sentences.txt")
REFERENCE = date(2024, 4, 26)
KINDS = ("number", "money", "date", "time", "person", "clause")

_QUALIFIERS = {
    "": "",
    "at least": ">=",
    "more than": ">",
    "at most": "<=",
    "less than": "<",
    "nearly": "<~",
    "about": "~",
}


class KeyedSentence(NamedTuple):
    """A sentence and the values that it states of one kind."""

    kind: str
    text: str
    values: tuple[str, ...]


def read_sentences() -> list[KeyedSentence]:
    """Return the sentences of the file, in order."""
    sentences: list[KeyedSentence] = []
    kind = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("\t"):
            last = sentences[-1]
            sentences[-1] = last._replace(values=(*last.values, line.strip()))
        elif line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            sentences.append(KeyedSentence(kind, line, ()))
    return sentences


def found_values(sentence: KeyedSentence) -> list[str]:
    """Return what the project finds, written as the key writes it."""
    text = sentence.text
    if sentence.kind == "number":
        return [describe_number(value) for value in find_numbers(text)]
    if sentence.kind == "money":
        return [describe_number(value) for value in find_money(text)]
    if sentence.kind == "date":
        return [describe_date(value) for value in find_dates(text, REFERENCE)]
    if sentence.kind == "time":
        return [describe_time(value) for value in find_times(text)]
    if sentence.kind == "person":
        return [describe_person(value) for value in find_person_names(text)]
    clause = read_clause(text)
    return [] if clause is None else [describe_clause(clause)]


def normal_key(kind: str, key: str) -> str:
    """Return a key with its numbers written as fractions are, to compare it with what is found."""
    if kind not in ("number", "money"):
        return key
    head, *rest = key.split()
    sign = head[: len(head) - len(head.lstrip("<>=~#"))]
    body = head[len(sign) :]
    ending = body[-1] if body[-1] in "x+" else ""
    body = body.rstrip("x+")
    joint = ".." if ".." in body else ":" if ":" in body else ""
    parts = body.split(joint) if joint else [body]
    return " ".join([sign + joint.join(str(Fraction(part)) for part in parts) + ending, *rest])


def describe_number(value: NumberValue) -> str:
    """Write a number or an amount of money as the key does."""
    if value.form in ("range", "score"):
        joint = ".." if value.form == "range" else ":"
        text = f"{value.lower}{joint}{value.upper}"
    elif value.form == "ordinal":
        text = f"#{value.stated}"
    else:
        ending = {"plural": "+", "multiple": "x"}.get(value.form, "")
        text = f"{_QUALIFIERS[value.qualifier]}{value.stated}{ending}"
    unit = value.unit
    if isinstance(value, MoneyValue):
        unit = value.currency or value.currency_family
    return " ".join(filter(None, (text, unit, f"/{value.rate}" if value.rate else "")))


def describe_date(value: DateValue) -> str:
    """Write a date as the key does."""
    if value.first is None:
        return "-"
    return str(value.first) if value.first == value.last else f"{value.first}..{value.last}"


def describe_time(value: TimeValue) -> str:
    """Write a time as the key does."""
    return "|".join(f"{minute // 60:02}:{minute % 60:02}" for minute in sorted(value.minutes))


def describe_person(value: PersonName) -> str:
    """Write a name as the key does."""
    return f"for {value.represents}" if value.is_unnamed else " ".join(value.words)


def describe_clause(value: ClauseValue) -> str:
    """Write polarity and modality as the key does."""
    sign = {"affirmed": "+", "negated": "-", "mixed": "?"}[value.polarity.value]
    return " ".join([sign, *sorted(modality.value for modality in value.modalities)])


class KindScore(NamedTuple):
    """How well the values of one kind are read."""

    sentences: int
    """Read without a slip."""
    of_sentences: int
    right: int
    wrong: int
    """Found, and not in the key."""
    missed: int


def score_values(sentence: KeyedSentence, found: list[str]) -> tuple[int, int, int]:
    """Return how many values are right, wrong and missed."""
    left = [normal_key(sentence.kind, key) for key in sentence.values]
    right = 0
    for value in found:
        if value in left:
            left.remove(value)
            right += 1
    return right, len(found) - right, len(left)


def score_kind(kind: str) -> KindScore:
    """Return how well the project reads the sentences of one kind."""
    scores = [score_values(s, found_values(s)) for s in read_sentences() if s.kind == kind]
    clean = sum(not wrong and not missed for _, wrong, missed in scores)
    columns = list(zip(*scores, strict=True))
    return KindScore(clean, len(scores), *(sum(column) for column in columns))
